"""Everything is stopped with a fade, at any moment of any show: nothing follows, whatever is paused and resumed."""

from hypothesis import given
from hypothesis import strategies as st

from showctl.engine.command import AnyCommand, Arm, Load, Pause, Resume, StartCue
from showctl.engine.event import CueActed, CueStarted
from showctl.engine.outcome import Do, Outcome
from showctl.engine.player import Player
from showctl.model.effect import Send
from tests.strategies import Tree, acting_shows
from tests.unit.engine.programs import commands
from tests.unit.engine.test_acts import SOME, compiled

FADE = 2.0
LAST = "zz"


@SOME
@given(acting_shows(), st.data())
def test_nothing_follows_a_stop_with_a_fade(tree: Tree, data: st.DataObject) -> None:
    tree["cues"].append({"cue": LAST, "stop": {"all": "yes", "fade": f"{FADE:g}s"}})
    show = compiled(tree)
    player = Player(show)
    now = 0.0
    for now, command in data.draw(commands(show)):
        player.handle(command, now)
        list(player.advance(now))
    now += data.draw(st.integers(0, 40)) / 8
    list(player.advance(now))
    player.handle(Arm(cue=LAST), now)  # a cue before it may have disarmed the whole list
    player.handle(Load(cue=LAST, at=0.0), now)  # loaded to after its action it would stop nothing
    player.handle(StartCue(cue=LAST), now)
    outcomes: list[Outcome] = list(player.advance(now))
    about = st.none() | st.sampled_from(list(show.cues))
    later = st.lists(
        st.tuples(st.integers(0, 8), st.builds(Pause, cue=about) | st.builds(Resume, cue=about)), max_size=6
    )
    said: list[tuple[int, AnyCommand]] = data.draw(later)
    at = now
    for step, command in [*said, (8, Resume()), (0, Resume())]:
        at += step / 8
        player.handle(command, at)
        outcomes += player.advance(at)
    outcomes += player.advance(at + 2 * FADE + 60.0)
    (own,) = {o.run for o in outcomes if isinstance(o, CueStarted) and o.cue == LAST}
    after = outcomes[[isinstance(o, CueActed) and o.run == own for o in outcomes].index(True) :]
    assert not [o for o in after if isinstance(o, CueStarted)]
    for each in after:
        if isinstance(each, Do) and each.cue and isinstance(each.effect, Send):
            assert each.effect in show.cues[each.cue].stop
    assert not player.active(at + 2 * FADE + 60.0)
