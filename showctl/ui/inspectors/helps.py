"""What a field is, where neither its table nor the model says it."""

from showctl.ui.inspectors.row import Path
from showctl.ui.tongue import marked

_DEVICE = marked("Who gets it: a device of the patch page")
HELPS: dict[Path, str] = {
    ("light", "time", "colour"): marked("How long colours take; empty: as intensity"),
    ("light", "delay", "colour"): marked("How long colours wait; empty: as intensity"),
    ("light", "curve"): marked("The shape of the fade: linear, s, sine, exponential, square, or points"),
    ("audio", "device"): _DEVICE,
    ("video", "device"): _DEVICE,
    ("osc", "device"): _DEVICE,
    ("midi", "device"): _DEVICE,
    ("fade", "device"): _DEVICE,
    ("fade", "to"): marked("Where the fade ends"),
    ("fade", "time"): marked("How long the fade takes: 3, 3s or 1:30"),
    ("wait",): marked("How long it waits before the next cue comes: 3, 3s or 1:30"),
    ("group",): marked("All at their offsets, one after the other, one by chance, or only the first"),
    ("load", "at"): marked("The place in the cue where its next start begins: 1:30, or -10s before its end"),
    ("memo",): marked("What people do on this cue; nothing is sent"),
}
