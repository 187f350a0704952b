"""What engine and MIDI process say to each other comes out as it went in."""

import io

from showctl.outputs.midi_wire import Close, Closed, Forget, Open, Play, Played, PortState, answers, requests, write


def test_there_and_back() -> None:
    stream = io.BytesIO()
    said = [
        Open("switch", "Switcher"),
        Play("switch", 1, bytes(range(256)) * 400),
        Forget("switch", 1),
        Close("switch"),
    ]
    for request in said:
        write(stream, request)
    stream.seek(0)
    assert list(requests(stream)) == said

    stream = io.BytesIO()
    heard = [PortState("switch", "open", "Switcher:in"), Played("switch", 1, 12.5), Played("switch", 2, 13.0, "no")]
    for answer in (*heard, Closed("switch")):
        write(stream, answer)
    stream.seek(0)
    assert list(answers(stream)) == [*heard, Closed("switch")]


def test_a_message_cut_short_is_the_end() -> None:
    stream = io.BytesIO()
    write(stream, Open("switch", "Switcher"))
    write(stream, Open("desk", "Desk"))
    cut = io.BytesIO(stream.getvalue()[:-1])
    assert list(requests(cut)) == [Open("switch", "Switcher")]
