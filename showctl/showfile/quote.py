"""Scalars as they have to be written so that they read the same."""

import re

from showctl.model.unit import Quoted

_PLAIN = re.compile(r"(?![-?:](?:\s|$)|[,\[\]{}#&*!|>'\"%@`]|---|\.\.\.|<<\Z)\S(?:.*[^\s:])?", re.DOTALL)
_IN_FLOW = re.compile(r"[,\[\]{}]|\A[?:]|\A-\Z")
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""What YAML takes for a break, or not at all."""
_ODD_IN_BLOCK = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED = re.compile('["\\\\]|' + _ODD.pattern)


def can_be_plain(text: str, *, flow: bool) -> bool:
    """Whether a text means itself without quotes. `flow`: inside braces or brackets."""
    if not _PLAIN.fullmatch(text) or _ODD.search(text) or ": " in text or " #" in text:
        return False
    return not (flow and _IN_FLOW.search(text))


def double_quoted(text: str) -> str:
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    return _SHORT.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}")


def single_quoted(text: str) -> str | None:
    """A text in single quotes; None where they cannot hold it."""
    return None if _ODD.search(text) else "'" + text.replace("'", "''") + "'"


def scalar(value: str | None, *, flow: bool) -> str:
    """A scalar in one line: plain where that is possible, unless it was quoted; nothing for None."""
    if value is None:
        return ""
    plain = not isinstance(value, Quoted) and can_be_plain(value, flow=flow)
    return str(value) if plain else double_quoted(value)


def scalar_like(value: str, before: str, *, flow: bool, keep: bool) -> str:
    """A scalar in one line in the place of another, of which this is the text. `keep`: in its quotes, if it has any."""
    quotes = keep or isinstance(value, Quoted) or not can_be_plain(value, flow=flow)
    if before[:1] == "'" and quotes and (written := single_quoted(value)) is not None:
        return written
    return double_quoted(value) if before[:1] == '"' and quotes else scalar(value, flow=flow)


def block_scalar(text: str, style: str = "|") -> tuple[str, list[str]] | None:
    """The header and the lines, not indented, of a text of several lines; None where a block cannot hold it.

    `style`: | or >. A block is not for texts that start with space or end with more than one break.
    """
    body = text.removesuffix("\n")
    if not body or body[0] in " \t\n" or body[-1] == "\n" or _ODD_IN_BLOCK.search(text):
        return None
    lines = body.split("\n")
    if any(line.isspace() for line in lines):
        return None
    if style == ">":
        if any(not line or line[0] in " \t" or line[-1] in " \t" for line in lines):
            return None
        lines = [each for line in lines for each in ("", line)][1:]
    return (style if text.endswith("\n") else f"{style}-"), lines
