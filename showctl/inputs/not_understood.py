"""What comes in and is none of ours."""


class NotUnderstood(ValueError):
    """A message that is none of our commands; the text says why, for people."""
