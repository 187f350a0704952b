"""Words: plurals of English, and the words for translators."""

import re
import xml.etree.ElementTree as Xml

import pytest

from showctl.shipped import shipped
from showctl.ui.tongue import plural, tr

PLACES = re.compile(r"\{[^}]*\}")


@pytest.mark.parametrize(
    ("words", "n", "said"),
    [
        ("%n cue(s)", 1, "1 cue"),
        ("%n cue(s)", 0, "0 cues"),
        ("%n cue(s) (is|are) gone (Ctrl+W)", 1, "1 cue is gone (Ctrl+W)"),
        ("%n (entry|entries) of {what}", 3, "3 entries of {what}"),
    ],
)
def test_english_says_how_many(words: str, n: int, said: str) -> None:
    assert tr(words, "", n) == said


def test_words_for_translators_have_the_plurals_of_english_and_keep_their_places() -> None:
    messages = list(Xml.parse(shipped("resources") / "translations" / "showctl_en.ts").iter("message"))
    assert len(messages) > 900
    for message in messages:
        source = message.findtext("source", "")
        for form in message.iter("numerusform"):
            assert form.text in (plural(source, 1), plural(source, 2))
            assert PLACES.findall(form.text or "") == PLACES.findall(source)
