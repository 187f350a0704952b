"""Work that may never end, such as writing to a share that has vanished: whoever waits can stop waiting."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Attempt(Generic[Result]):
    """Begins at once, in a thread of its own that keeps no process alive. `work` is given a question to ask before it
    changes anything: whether it is still wanted. It may raise OSError or whatever else is in `errors`, and no more."""

    def __init__(
        self, work: Callable[[Callable[[], bool]], Result], name: str, errors: tuple[type[Exception], ...] = ()
    ) -> None:
        self._work = work
        self._errors: tuple[type[Exception], ...] = (OSError, *errors)
        self._given_up = False
        self._result: Result | None = None
        self._error: Exception | None = None
        self._done = threading.Event()
        threading.Thread(target=self._run, name=name, daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Whether it has ended within so many seconds."""
        return self._done.wait(seconds)

    def give_up(self) -> bool:
        """Nobody wants it any more: it changes nothing from now on, unless it is just doing so. False: it had ended."""
        self._given_up = True
        return not self._done.is_set()

    @property
    def is_going_on(self) -> bool:
        return not self._done.is_set()

    def result(self) -> Result:
        """Of work that has ended. Raises what it raised."""
        if self._error is not None:
            raise self._error
        assert self._done.is_set()
        return self._result  # type: ignore[return-value]  # None is a result, too

    def _run(self) -> None:
        try:
            self._result = self._work(lambda: not self._given_up)
        except self._errors as error:
            self._error = error
        finally:
            self._done.set()
