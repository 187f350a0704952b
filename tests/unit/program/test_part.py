"""A program in parts: none too long, the whole the same."""

import msgspec
import pytest
from hypothesis import given

from showctl.model.effect import Fade
from showctl.program.part import MOST, Assembly, Part, parts
from showctl.program.program import Parameters, Program
from tests.unit.engine.programs import cue, program, programs

_decode = msgspec.msgpack.Decoder(Part).decode


def assembled(whole: Program) -> Program:
    assembly = Assembly()
    for part in parts(whole):
        assert not assembly.complete
        data = msgspec.msgpack.encode(part)
        assert len(data) <= MOST
        assembly.add(_decode(data))
    assert assembly.complete
    return assembly.program()


@given(programs())
def test_the_same_program_arrives(whole: Program) -> None:
    assert assembled(whole) == whole


def test_whatever_its_size() -> None:
    long = Fade(0.0, 1.0, bytes(400_000), bytes(400_000))
    cues = [cue(str(n), effects=(long,) if n == 3 else (), label="x" * n) for n in range(3_000)]
    assert assembled(program(*cues, parameters=Parameters(slots=bytes(1_000_000)))).cues["3"].effects == (long,)


def test_missing_parts_are_noticed() -> None:
    assembly = Assembly()
    assert not assembly.complete
    for part in list(parts(program(*[cue(str(n), label="x" * 1_000) for n in range(200)])))[:-1]:
        assembly.add(part)
    with pytest.raises(ValueError, match="missing"):
        assembly.program()
