"""The names of a show that a field can offer, with what each of them is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from showctl.model.cue import Cue, CueId
from showctl.model.profile import DeviceProfile
from showctl.model.show import Show
from showctl.ui.describe import title
from showctl.ui.tongue import tr


@dataclass(frozen=True, slots=True)
class Names:
    """By name what stands beside it: the label of a cue, the type of a device, the title of a segment."""

    cues: Mapping[str, str] = field(default_factory=dict)
    devices: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)
    masters: Mapping[str, str] = field(default_factory=dict)
    segments: Mapping[str, str] = field(default_factory=dict)
    profiles: Mapping[str, DeviceProfile] = field(default_factory=dict)
    """By device, as far as they have been read and are right."""
    hotkeys: Mapping[str, str] = field(default_factory=dict)
    """What each key of the show starts, in words."""


def names_of(
    show: Show,
    by_id: Mapping[CueId, Cue],
    profiles: Mapping[str, DeviceProfile],
    before: Names | None = None,
    known: Mapping[CueId, Cue] | None = None,
) -> Names:
    """All of a show, whose cues are `by_id`. Cues by their numbers, with and without the list, and by their ids.

    `before`: those of an earlier state, whose cues were `known`: cues that are the same are not looked at again.
    """
    titles: Mapping[str, str] = before.cues if before is not None else {}
    known = known or {}
    cues = {each: titles[each] if known.get(each) is cue else title(cue) for each, cue in by_id.items()}
    for each, cue in by_id.items():
        if each != cue.number:
            cues.setdefault(cue.number, cues[each])
        if cue.id:
            cues.setdefault(cue.id, cues[each])
    return Names(
        cues=cues,
        devices={name: device.type for name, device in show.devices.items()},
        lists={name: each.label for name, each in show.cue_lists.items()},
        masters={"grand": tr("all light"), **{name: each.label for name, each in show.masters.items()}},
        segments={each.id: each.title for each in show.run_of_show},
        profiles=profiles,
        hotkeys={cue.hotkey: f"{each} {cues[each]}" for each, cue in by_id.items() if cue.hotkey},
    )
