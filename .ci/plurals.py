"""Fills in the plurals of English in a .ts file: what the console says without a translation."""

import sys
import xml.etree.ElementTree as Xml
from pathlib import Path

from showctl.ui.tongue import plural


def fill(file: Path) -> None:
    tree = Xml.parse(file)
    for message in tree.iter("message"):
        if message.get("numerus") == "yes":
            words, translation = message.findtext("source", ""), message.find("translation")
            assert translation is not None
            translation.attrib.pop("type", None)
            for n, form in enumerate(translation.findall("numerusform"), 1):
                form.text = plural(words, n)
    Xml.indent(tree, "    ")
    text = Xml.tostring(tree.getroot(), encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


if __name__ == "__main__":
    fill(Path(sys.argv[1]))
