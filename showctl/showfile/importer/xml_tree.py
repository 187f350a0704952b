"""XML from anywhere as a tree: no entities of its own, no document type that declares anything, nothing too deep."""

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

_DEEPEST = 200
"""Elements inside each other; real files have fewer than 30."""
_MOST = 2_000_000
"""Elements and attributes."""


class BadXml(Exception):
    """What is wrong with it, and what to do."""


def xml_of(data: bytes, made: Callable[..., Element] = Element) -> Element:
    """The root element, names without their namespaces. `made` makes an element. Raises BadXml."""
    builder = TreeBuilder(element_factory=made)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth = count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1 + len(attributes)
        if depth > _DEEPEST or count > _MOST:
            raise BadXml("the XML is deeper, or has more elements, than any real file; it is not read")
        builder.start(_plain(name), {_plain(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_plain(name))

    def declared(*_: object) -> None:
        raise BadXml("the XML declares entities of its own, which no such file needs; it is not read")

    def document_type(name: str, system: str | None, public: str | None, has_inside: bool) -> None:
        if has_inside:
            declared()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler, parser.EntityDeclHandler = document_type, declared
    try:
        parser.Parse(data.rstrip(b"\0"), True)
        root: Any = builder.close()
    except (expat.ExpatError, ValueError, AssertionError, LookupError) as error:
        raise BadXml(f"the XML is broken ({error}); fetch the file again") from None
    assert isinstance(root, Element)
    return root


def _plain(name: str) -> str:
    return name.rpartition("}")[2]
