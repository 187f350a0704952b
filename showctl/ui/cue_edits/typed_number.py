"""A cue number as it is typed with the cue list in hand: shown large, forgotten after three seconds."""

PATIENCE = 3.0
"""Seconds without a key."""
_LONGEST = 24
"""Characters of a cue number."""


class TypedNumber:
    """Begins with a digit; what follows may be digits, points and letters. Instants are seconds of one clock."""

    def __init__(self) -> None:
        self.text = ""
        self._until = 0.0

    def type(self, text: str, now: float) -> bool:
        """Take a character. Whether it belongs to a number: the first must be a digit."""
        if len(text) != 1 or not text.isprintable() or text.isspace():
            return False
        self.expire(now)
        if not self.text and not (text.isascii() and text.isdigit()):
            return False
        if text in "/#*?[]{},":  # no part of any number
            return bool(self.text)
        self.text = (self.text + text)[:_LONGEST]
        self._until = now + PATIENCE
        return True

    def back(self, now: float) -> bool:
        """Take the last character away. Whether there was one."""
        self.expire(now)
        had = bool(self.text)
        self.text = self.text[:-1]
        self._until = now + PATIENCE
        return had

    def take(self, now: float) -> str:
        """The number that stands there, which is done with."""
        self.expire(now)
        text, self.text = self.text, ""
        return text

    def expire(self, now: float) -> bool:
        """Forget what is too old. Whether there was anything to forget."""
        if self.text and now >= self._until:
            self.text = ""
            return True
        return False
