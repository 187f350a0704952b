"""The pages of the documentation: their links lead somewhere, and together they name every subcommand."""

import argparse
import re
from pathlib import Path

import pytest

from showctl.cli.parser import LISTED, parser

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def prose(page: Path) -> str:
    """Without the blocks of code."""
    return re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """Of its headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
        if link.startswith("https://"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_every_page_is_linked_from_the_readme() -> None:
    linked = set(re.findall(r"\(docs/([\w-]+\.md)", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert {page.name for page in (ROOT / "docs").glob("*.md")} == linked


def test_the_table_of_commands_has_them_all() -> None:
    table = re.search(r"^\| Command .*?\n\n", prose(ROOT / "docs" / "command-line.md"), re.DOTALL | re.MULTILINE)
    assert table
    named = set(re.findall(r"^\| `showctl (\w+)", table[0], re.MULTILINE))
    assert named - {"SHOW"} == set(LISTED)


def options(of: argparse.ArgumentParser) -> set[str]:
    """The long ones, those of its subcommands too."""
    found: set[str] = set()
    for action in of._actions:  # argparse has no other way to ask
        found |= {option for option in action.option_strings if option.startswith("--")}
        if isinstance(action, argparse._SubParsersAction):
            found |= {option for sub in action.choices.values() for option in options(sub)}
    return found


def test_every_option_is_told_of() -> None:
    told = "".join(page.read_text(encoding="utf-8") for page in PAGES if page.parent.name == "docs")
    ours = options(parser()) - {"--help", "--version", "--recover"}  # the last: a console starts its engine with it
    assert [option for option in sorted(ours) if not re.search(rf"(?<![\w-]){option}(?![\w-])", told)] == []
