"""What all commands have."""

from msgspec import Struct


class Command(Struct, frozen=True, kw_only=True):
    """Base of all commands. `source` is for the journal and for words such as 'GO from OSC 127.0.0.1'."""

    source: str = "console"
