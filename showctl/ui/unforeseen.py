"""What nobody has foreseen, kept for who says it: a panel in its place, or work beside the window by its answer."""

import logging
import traceback
from types import TracebackType

log = logging.getLogger("showctl.ui")


class Unforeseen:
    """`with Unforeseen() as met:` goes on after it, whatever was raised: `met.error` has it, `met.log()` logs it."""

    error: Exception | None = None

    def __enter__(self) -> "Unforeseen":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self.error = error if isinstance(error, Exception) else None
        return self.error is not None

    @property
    def said(self) -> str:
        """In one line."""
        error = self.error
        return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__

    @property
    def traceback(self) -> str:
        return "".join(traceback.format_exception(self.error)) if self.error is not None else ""

    def log(self) -> None:
        log.error("%s", self.traceback)
