"""What the YAML parser says of a broken file, in words for somebody who does not know its grammar."""

import re

import yaml

from showctl.showfile.slips import breaks_out, swallowed_bracket
from showctl.showfile.tree import START, Mark

# The parser's words (libyaml's and PyYAML's own differ), and ours. The first that fits counts. Searched in
# `what it was doing: what went wrong`.
_WORDS = {
    r"quoted scalar.*(end of stream|document indicator|separator)": "a quotation that starts here has no end; "
    "close it with the same quote",
    r"quoted scalar.*(escape|hexadecimal)": "a backslash inside double quotes starts a code; "
    "write \\\\ for a backslash, or use single quotes",
    r"(alias|anchor).*(alphabetic|expected)": "text may not start with * or & here; put the text in quotes",
    r"flow sequence": "a list in [ ] is not right, a comma or the closing ] is missing; write [a, b]",
    r"flow mapping": "a mapping in { } is not right, a comma or the closing } is missing; "
    "write {key: value, key: value}",
    r"(flow node|node content)": "a bracket, comma or sign stands where a value belongs; put the text in quotes",
    r"mapping values are not allowed": "a second ': ' or an indented key stands where no key can; "
    "put text that has ': ' in quotes, or check the indentation",
    r"block sequence entries are not allowed": "a '- ' stands where no list item can; "
    "put it on a line of its own, below its key",
    r"(block sequence|block collection|'-' indicator)": "this line does not belong to the list above it; "
    "indent it like the other items",
    r"could not find expected ':'": "this is neither 'key: value' nor part of the line above; "
    "add the colon and a space, or check the indentation",
    r"(block mapping|expected key|block end)": "this line is indented differently from the lines that it belongs with; "
    "give it the same number of spaces",
    r"block scalar": "the sign after | or > is not right; write | alone and the text on the next lines, indented",
    r"tab": "a tab stands in the indentation; use spaces",
    r"(tag|directive|%)": "tags and directives (! and %) have no place in a show file; "
    "remove them, or put the text in quotes",
    r"document start": "the text goes on after its end; start every top-level key at the beginning of its line",
    r"mapping keys are not allowed": "a '? ' stands where no key can; put the text in quotes",
}
_COMPILED = [(re.compile(pattern), words) for pattern, words in _WORDS.items()]


def explained(error: yaml.YAMLError, lines: list[str]) -> tuple[Mark, str]:
    """Where a file stops being YAML, and what to do about it."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "it is not YAML")
    context = str(getattr(error, "context", None) or "")
    opened = getattr(error, "context_mark", None)
    if "quoted scalar" in context and "escape" not in problem and opened is not None:
        mark = opened
    place = (mark.line + 1, mark.column + 1) if mark else START
    line = lines[place[0] - 1] if place[0] <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return place, "a tab stands in the indentation; use spaces"
    if "cannot start any token" in problem:
        sign = line[place[1] - 1 : place[1]]
        return place, f"text may not start with {sign or 'this character'} here; put the text in quotes"
    said = f"{context}: {problem}"
    if "flow" in said and (comment := swallowed_bracket(lines, place[0])):
        return comment
    if "mapping values are not allowed" in said and (number := breaks_out(lines, place[0])):
        return (number, 1), "this line is indented less than the lines around it; indent it like them"
    if "block collection" in said and not line.lstrip().startswith("-"):
        return place, "this line does not belong to the list above it; indent it like the lines that it belongs with"
    for pattern, words in _COMPILED:
        if pattern.search(said):
            return place, words
    return place, f"this cannot be read ({problem}); check quotes, brackets and indentation around here"
