"""The geometry of a timeline, without a window."""

import pytest

from showctl.ui.time_scale import STEPS, Scale, fitted, snapped, stepped


def test_a_scale_goes_there_and_back_and_zooms_about_a_point() -> None:
    scale = Scale(2.0, 40.0)
    assert scale.at(scale.x(7.25)) == pytest.approx(7.25)
    nearer = scale.zoomed(2.0, 100.0)
    assert nearer.at(100.0) == pytest.approx(scale.at(100.0))
    assert nearer.rate == 80.0
    assert Scale(0.0, 40.0).zoomed(0.1, 400.0).start == 0.0, "never before 0 s"


@pytest.mark.parametrize("total", [0.0, 0.3, 12.0, 2700.0, 90_000.0])
def test_all_of_it_fits_and_the_grid_can_be_read(total: float) -> None:
    scale = fitted(total, 800.0)
    assert scale.x(total) <= 800.0
    assert scale.grid * scale.rate >= 24
    assert scale.figures * scale.rate >= 90
    assert (scale.figures / scale.grid) == pytest.approx(round(scale.figures / scale.grid))
    assert len(scale.lines(scale.grid, 800.0)) < 40


def test_what_is_dragged_out_of_sight_is_followed() -> None:
    scale = Scale(10.0, 10.0)
    assert scale.in_sight(15.0, 100.0) == scale
    assert scale.in_sight(30.0, 100.0).start == 20.0
    assert scale.in_sight(4.0, 100.0).start == 4.0


def test_a_bar_holds_on_to_edges_that_are_near_else_to_the_grid() -> None:
    parts = (0.0, 1.0, 4.0)
    assert snapped(2.4, parts, (), 1.0, 0.3) == (2.0, None)
    assert snapped(-3.0, parts, (), 1.0, 0.3) == (0.0, None)
    assert snapped(2.4, parts, (2.55,), 1.0, 0.3) == (2.55, 2.55), "its offset at the edge"
    assert snapped(2.4, parts, (3.5,), 1.0, 0.3) == (2.5, 3.5), "its action at the edge"
    assert snapped(2.4, parts, (6.3,), 1.0, 0.3) == (2.3, 6.3), "its end at the edge"
    assert snapped(2.4, parts, (2.9,), 1.0, 0.3) == (2.0, None), "too far"
    assert snapped(0.1, parts, (3.9,), 1.0, 0.3) == (0.0, None), "it would begin before 0 s"
    assert snapped(0.333, (0.0,), (), 0.1, 0.0)[0] == 0.3


def test_keys_go_to_the_next_line_and_never_stick() -> None:
    assert stepped(1.5, 1.0, 1) == 2.0
    assert stepped(1.5, 1.0, -1) == 1.0
    assert stepped(0.0, 1.0, -1) == 0.0
    for step in STEPS:
        at = 0.0
        for number in range(1, 40):
            at = stepped(at, step, 1)
            assert at == pytest.approx(step * number)
