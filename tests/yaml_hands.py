"""Shows as people write them: the same tree in many hands, with comments, blank lines, quotes, anchors and breaks."""

import re
from random import Random
from typing import Any

from showctl.model.unit import Quoted
from showctl.showfile.same_tree import quotes_matter

_PLAIN = re.compile(r"-?[A-Za-z0-9äé/.][A-Za-z0-9äé /._%+-]*[A-Za-z0-9äé/._%+-]|[A-Za-z0-9äé]")


class Hand:
    """One way to write. Its choices come from a random source, so that the same source gives the same text."""

    def __init__(self, random: Random, *, odd: bool = False) -> None:
        self.random = random
        self.odd = odd
        """Blocks whose spaces and blank lines count (`|2`, `|+`), and pairs in lists, [a: 1]."""
        self.newline = random.choice(["\n", "\n", "\r\n", "\r"])
        self.step = random.choice([2, 2, 4])
        self.dash = random.choice([0, 2])
        self.comments = random.choice([0.0, 0.1, 0.4])
        self.blanks = random.choice([0.0, 0.2])
        self.flows = random.choice([0.0, 0.3, 0.9])
        self.quotes = random.choice([0.0, 0.2])
        self.names = random.choice([0.0, 0.0, 0.3])
        self.named: list[Any] = []
        self.count = 0

    def text(self, tree: Any) -> str:
        lines = ["# head", ""] if self.maybe(self.comments) else []
        lines += ["---"] if self.maybe(0.1) else []
        lines += self.mapping(tree, 0)
        lines += ["..."] if self.maybe(0.05) else []
        ending = "" if self.maybe(0.1) else self.newline
        return self.newline.join(lines) + ending

    def maybe(self, chance: float) -> bool:
        return self.random.random() < chance

    def comment(self) -> str:
        self.count += 1
        return f"#\tcomment {self.count}: - {{x" if self.maybe(0.3) else f"# comment {self.count}"

    def trailing(self) -> str:
        return " " * self.random.randint(1, 3) + self.comment() if self.maybe(self.comments) else ""

    def between(self, at: int) -> list[str]:
        lines = [""] if self.maybe(self.blanks) else []
        if self.maybe(self.comments):
            lines.append(" " * (at if self.maybe(0.8) else self.random.randint(0, at + 3)) + self.comment())
            lines += [""] if self.maybe(self.blanks) else []
        return lines

    def name(self, value: Any) -> str:
        """What repeats an equal value that was named before, or a new name for this one with a space behind."""
        if value and self.maybe(self.names) and value in self.named:
            return f"*a{self.named.index(value)}"
        if value and self.maybe(self.names):
            self.named.append(value)
            return f"&a{len(self.named) - 1} "
        return ""

    def mapping(self, tree: dict[str, Any], at: int) -> list[str]:
        lines: list[str] = []
        for index, value in enumerate(self.named):
            rest = {key: each for key, each in tree.items() if not (isinstance(value, dict) and key in value)}
            if isinstance(value, dict) and at and len(rest) < len(tree) and value.items() <= tree.items():
                if rest and self.maybe(self.names):
                    lines.append(" " * at + f"<<: *a{index}" + self.trailing())
                    tree = rest
                break
        for key, value in tree.items():
            lines += self.between(at) if lines or at else []
            lines += self.entry(" " * at + self.scalar(key, False) + ":", value, at)
        return lines

    def entry(self, start: str, value: Any, at: int) -> list[str]:
        if not isinstance(value, dict | list):
            return self.value(start, value, at)
        if name := self.name(value):
            start = f"{start} {name}".rstrip()
            if name[0] == "*":
                return [start + self.trailing()]
            self.named[-1] = None  # until it is written
            place = len(self.named) - 1
            lines = self.inside(start, value, at)
            self.named[place] = value
            return lines
        return self.inside(start, value, at)

    def inside(self, start: str, value: Any, at: int) -> list[str]:
        if not value or self.maybe(self.flows) or (_is_flat(value) and self.maybe(0.5)):
            return self.flow_lines(start, value, at)
        inside = (
            self.mapping(value, at + self.step) if isinstance(value, dict) else self.sequence(value, at + self.dash)
        )
        return [start + self.trailing(), *inside]

    def value(self, start: str, value: Any, at: int) -> list[str]:
        if value is None:
            return [start + self.trailing()]
        if _PLAIN.fullmatch(value) and not quotes_matter(value) and self.maybe(self.quotes / 2):
            style = self.random.choice(["|-", ">-"])
            return [f"{start} {style}{self.trailing()}", " " * (at + self.step) + value]
        if (
            self.odd
            and not quotes_matter(value)
            and all(c.isprintable() or c == "\n" for c in value)
            and self.maybe(0.7)
        ):
            return self.block(start, value, at)
        name = self.name(value)
        return [f"{start} {name if name[:1] == '*' else name + self.scalar(value, False)}{self.trailing()}"]

    def block(self, start: str, value: str, at: int) -> list[str]:
        lines = value.split("\n")
        breaks = len(value) - len(value.rstrip("\n"))
        keep = "+" if breaks > 1 or (breaks and self.maybe(0.3)) else "" if breaks else "-"
        spaces = value.lstrip("\n")[:1] == " " or self.maybe(0.2)
        style = (
            "|"
            if self.maybe(0.6) or any(not line or line[0] == " " for line in value.rstrip("\n").split("\n"))
            else ">"
        )
        if style == ">":
            lines = "\n\n".join(value.rstrip("\n").split("\n")).split("\n") + [""] * breaks
        pad = " " * (at + self.step)
        header = f"{start} {style}{self.step if spaces else ''}{keep}{self.trailing()}"
        return [header, *(pad + line if line else "" for line in (lines[:-1] if breaks else lines))]

    def sequence(self, items: list[Any], at: int) -> list[str]:
        lines: list[str] = []
        for item in items:
            lines += self.between(at)
            dash = " " * at + "-"
            if isinstance(item, dict) and item and not self.maybe(self.flows):
                first, *rest = self.mapping(item, at + 2)
                while not first.strip() or first.strip().startswith("#"):
                    first, *rest = rest
                lines += [dash + " " + first.lstrip(), *rest]
            else:
                lines += self.entry(dash, item, at) if isinstance(item, dict | list) else self.value(dash, item, at)
        return lines

    def flow_lines(self, start: str, value: Any, at: int) -> list[str]:
        if value and self.maybe(0.2):  # over several lines
            pad = " " * (at + self.step)
            if isinstance(value, dict):
                parts = [f"{self.scalar(k, True)}: {self.flow(v)}" for k, v in value.items()]
            else:
                parts = [self.flow(item) for item in value]
            last = "," if self.maybe(0.5) else ""
            lines = [f"{pad}{part},{self.trailing()}" for part in parts[:-1]] + [pad + parts[-1] + last]
            ends = "{}" if isinstance(value, dict) else "[]"
            return [f"{start} {ends[0]}", *lines, pad + ends[1]]
        return [f"{start} {self.flow(value)}{self.trailing()}"]

    def flow(self, value: Any) -> str:
        pad = " " if self.maybe(0.1) else ""
        if isinstance(value, dict):
            inside = ", ".join(f"{self.scalar(k, True)}: {self.flow(v)}" for k, v in value.items())
            return "{" + pad + inside + pad + "}"
        if isinstance(value, list):
            return "[" + pad + ", ".join(map(self.item, value)) + pad + "]"
        return self.scalar(value, True)

    def item(self, value: Any) -> str:
        if self.odd and isinstance(value, dict) and len(value) == 1:
            key, inner = next(iter(value.items()))
            return f"{self.scalar(key, True)}: {self.flow(inner)}"
        return self.flow(value)

    def scalar(self, value: str | None, flow: bool) -> str:
        if value is None:
            return '""' if flow else ""
        plain = not isinstance(value, Quoted) and _PLAIN.fullmatch(value) and not (flow and "," in value)
        if plain and (quotes_matter(value) or not self.maybe(self.quotes)):
            return str(value)
        if value.isprintable() and self.maybe(0.5):
            return "'" + value.replace("'", "''") + "'"
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'


def _is_flat(value: Any) -> bool:
    values = value.values() if isinstance(value, dict) else value
    return not any(isinstance(each, dict | list) for each in values)
