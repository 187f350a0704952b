"""When too many wait: the oldest values of ramps go, commands never for them, and nothing grows without end."""

from showctl.model.message import MidiMessage
from showctl.outputs.midi_waiting import MOST_WAITING, OnItsWay, Waiting

MESSAGE = MidiMessage(b"\xb0\x07\x00")


def filled(ramps: int, commands: int) -> tuple[Waiting, list[int]]:
    """Commands first, then values of a ramp, each of an instant of its own; and what is to be left out."""
    left_out: list[int] = []
    waiting = Waiting(left_out.append)
    for serial in range(commands + ramps):
        waiting.add(serial, OnItsWay("1", MESSAGE, float(serial)), ramp=serial >= commands)
    return waiting, left_out


def test_there_is_room_until_it_is_full() -> None:
    waiting, left_out = filled(MOST_WAITING - 1, 0)
    assert waiting.has_room(ramp=False)
    assert left_out == []


def test_the_oldest_value_goes_for_a_command_and_for_a_newer_value() -> None:
    waiting, left_out = filled(MOST_WAITING - 10, 10)
    for turn, ramp in enumerate((False, True, False)):
        assert waiting.has_room(ramp)
        waiting.add(2000 + turn, OnItsWay("2", MESSAGE, 0.0), ramp)
    assert left_out == [10, 11, 12]


def test_both_bytes_of_a_value_go() -> None:
    left_out: list[int] = []
    waiting = Waiting(left_out.append)
    for serial in range(MOST_WAITING):
        waiting.add(serial, OnItsWay("1", MESSAGE, serial // 2), ramp=True)
    assert waiting.has_room(ramp=False)
    assert left_out == [0, 1]


def test_commands_are_never_left_out() -> None:
    waiting, left_out = filled(0, MOST_WAITING)
    assert not waiting.has_room(ramp=False)
    assert not waiting.has_room(ramp=True)
    assert left_out == []


def test_what_was_answered_is_not_asked_for() -> None:
    waiting, left_out = filled(MOST_WAITING, 0)
    for serial in range(5):
        assert waiting.take(serial) is not None
    for serial in range(5):
        assert waiting.has_room(ramp=True)
        waiting.add(5000 + serial, OnItsWay("1", MESSAGE, 9.0), ramp=True)
    assert left_out == []
    assert waiting.has_room(ramp=True)
    assert left_out == [5]
    assert waiting.take(5) == OnItsWay("1", MESSAGE, 5.0)  # the process answers it like any other
    assert waiting.take(5) is None


def test_a_process_that_never_answers_costs_no_memory() -> None:
    waiting, _ = filled(MOST_WAITING, 0)
    for serial in range(5000, 9000):
        if waiting.has_room(ramp=True):
            waiting.add(serial, OnItsWay("1", MESSAGE, float(serial)), ramp=True)
    assert len(waiting.serials()) <= 2 * MOST_WAITING
