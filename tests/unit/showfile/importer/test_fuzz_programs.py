"""Real sessions and workspaces with damage: each becomes a show that loads, or is turned down; no traceback, no hang.

SHOWCTL_FUZZ=10000 sets how many inputs each test tries.
"""

import copy
import json
import os
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showctl.fixtures.folders import fixture_library
from showctl.fixtures.importer.workspace_profiles import WorkspaceProfiles
from showctl.showfile.importer.files import import_bytes
from showctl.showfile.importer.imported import Asked
from showctl.showfile.importer.kind import Kind
from showctl.showfile.importer.report import NotImported
from showctl.showfile.importer.sift import sifted

DATA = Path(__file__).parents[3] / "data"
SESSIONS = [file.read_bytes() for file in sorted((DATA / "linux-show-player").glob("*.lsp"))]
WORKSPACE = (DATA / "qlcplus" / "harbour.qxw").read_bytes()
ASKED = Asked(profiles=WorkspaceProfiles(fixture_library(), DATA / "qlcplus"))
pytestmark = pytest.mark.fuzz
SETTINGS = settings(
    max_examples=int(os.environ.get("SHOWCTL_FUZZ", "100")),
    deadline=5000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
FRAGMENTS = [
    *(b"{", b"}", b"[", b"]", b",", b":", b'"', b"null", b"true", b"-1", b"1e400", b"NaN", b"9" * 400, b"\\ud800"),
    *(b"<", b">", b"/>", b"&#0;", b"&a;", b"<!ENTITY a 'b'>", b"<![CDATA[", b"]]>", b"\x00", b"\xff", b"\xef\xbb\xbf"),
    *(b"4294967294", b"4294967295", b"..", b"..1..9", b"main", b"\xe2\x80\xa8"),
]
VALUES: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(1 << 70), 1 << 70),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(
        ["", "Start", "TriggerAfterEnd", "AutoNext", "note_on channel=0", "sysex data=(1)", "/a b", "\ud800"]
    ),
    st.just([]),
    st.just({}),
    st.just([["x", "Start"], [], [1], 3]),
)


def outcome(data: bytes, file: str, kind: Kind) -> None:
    try:
        imported = import_bytes(data, file, kind, ASKED)
        text, _ = sifted(imported.draft, imported.report)
    except NotImported:
        return
    text.encode()  # what cannot be written is no text
    "\n".join(imported.report.lines()).encode()


@st.composite
def damaged(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        new = draw(
            st.one_of(st.sampled_from(FRAGMENTS), st.just(b""), st.just(data[start:end] * 2), st.binary(max_size=4))
        )
        data = data[:start] + new + data[end:]
    return data


@st.composite
def sessions(draw: st.DrawFn) -> bytes:
    """A session in which values have become others, or have gone."""
    tree = json.loads(draw(st.sampled_from(SESSIONS)))
    for _ in range(draw(st.integers(1, 8))):
        node: Any = tree
        for _ in range(draw(st.integers(0, 6))):
            keys: list[Any] = list(node) if isinstance(node, dict) else list(range(len(node)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(node[key], dict | list) and draw(st.booleans()):
                node = node[key]
                continue
            if draw(st.booleans()):
                node[key] = copy.deepcopy(draw(VALUES))
            elif isinstance(node, list):
                node.insert(key, copy.deepcopy(node[draw(st.sampled_from(keys))]))
            else:
                del node[key]
            break
    return json.dumps(tree).encode()


@st.composite
def workspaces(draw: st.DrawFn) -> bytes:
    """A workspace in which elements are doubled, gone or elsewhere, and numbers and texts are others."""
    root = ElementTree.fromstring(WORKSPACE)
    for _ in range(draw(st.integers(1, 8))):
        every = [each for each in root.iter() if len(each)]
        holder = draw(st.sampled_from(every)) if every else root
        if not len(holder):
            continue
        child = draw(st.sampled_from(list(holder)))
        match draw(st.integers(0, 4)):
            case 0:
                holder.remove(child)
            case 1:
                holder.append(copy.deepcopy(child))
            case 2:
                child.text = draw(
                    st.sampled_from(["", "-1", "0", "5", "8", "4294967294", "x", "1,2", "0:1:2", "1-512"])
                )
            case 3:
                key = draw(st.sampled_from([*child.attrib, "ID"]))
                child.set(
                    key, draw(st.sampled_from(["", "0", "4", "8", "-1", "99999999999", "Loop", "PerStep", "Scene"]))
                )
            case _:
                draw(st.sampled_from(every)).append(copy.deepcopy(child))
    return ElementTree.tostring(root)


@SETTINGS
@given(damaged(SESSIONS))
def test_damaged_sessions(data: bytes) -> None:
    outcome(data, "a.lsp", "lsp")


@SETTINGS
@given(sessions())
def test_strange_sessions(data: bytes) -> None:
    outcome(data, "a.lsp", "lsp")


@SETTINGS
@given(damaged([WORKSPACE]))
def test_damaged_workspaces(data: bytes) -> None:
    outcome(data, "a.qxw", "qxw")


@SETTINGS
@given(workspaces())
def test_strange_workspaces(data: bytes) -> None:
    outcome(data, "a.qxw", "qxw")
