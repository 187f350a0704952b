"""Colour tokens, one frozen value per theme. What each is for: docs/console.md. Widgets name tokens, never colours.

The console is given `TOKENS`, in which each colour is the name of a token. What it is comes from the theme that is worn
when something is painted, so another theme is another table, and no widget has to hear of it.
"""

from dataclasses import dataclass, field, fields, replace

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor, QGuiApplication

from showctl.ui.tongue import marked

DEPARTMENTS = ("light", "audio", "video", "stage", "other")


@dataclass(frozen=True)
class StateColour:
    """How a state looks: text and shape, the tint of its row, and (standby) a fill with its edge."""

    colour: str
    tint: str
    fill: str = ""
    edge: str = ""


@dataclass(frozen=True)
class Theme:
    """All colours of the console."""

    name: str
    app: str
    panel: str
    raised: str
    hover: str
    selected: str
    input: str
    line: str
    line_strong: str
    line_control: str
    track: str
    text: str
    text_2: str
    text_3: str
    focus: str
    go: str
    go_pressed: str
    go_guard: str
    go_edge: str
    go_text: str
    over: str
    over_fill: str
    on_over: str
    under: str
    standby: StateColour
    running: StateColour
    paused: StateColour
    pre_wait: StateColour
    post_wait: StateColour
    broken: StateColour
    disarmed: StateColour
    done: StateColour
    on_standby: str
    on_broken: str
    level: str
    """The bar in a cell of the level grid; a step on for what has just changed."""
    level_fresh: str
    department: dict[str, str] = field(default_factory=dict)
    brightness: float = 1.0
    """What is painted in colours of its own (the rig) is multiplied by this."""

    @property
    def states(self) -> dict[str, StateColour]:
        """By the words of the snapshot and of the cue list."""
        return {
            "standby": self.standby,
            "running": self.running,
            "paused": self.paused,
            "pre-wait": self.pre_wait,
            "post-wait": self.post_wait,
            "broken": self.broken,
            "disarmed": self.disarmed,
            "done": self.done,
        }

    @property
    def text_tokens(self) -> dict[str, str]:
        """What is read, by name."""
        return {"text": self.text, "text_2": self.text_2, "text_3": self.text_3}


DARK = Theme(
    name=marked("Dark"),
    app="#0B0C0E",
    panel="#121417",
    raised="#1A1D21",
    hover="#20242A",
    selected="#1E2C45",
    input="#0D0F11",
    line="#24282D",
    line_strong="#3B4149",
    line_control="#666E79",
    track="#2A2F36",
    text="#ECEEF1",
    text_2="#B4BAC3",
    text_3="#8B939E",
    focus="#82A8FF",
    go="#12804F",
    go_pressed="#0D6440",
    go_guard="#16291F",
    go_edge="#2BD39A",
    go_text="#FFFFFF",
    over="#FF8A4C",
    over_fill="#FF8A4C",
    on_over="#1C0B02",
    under="#58C4F6",
    standby=StateColour("#FFB224", "#2B2110", "#FFB224", "#FFB224"),
    running=StateColour("#2BD39A", "#11271F"),
    paused=StateColour("#F2F4F7", "#26292D"),
    pre_wait=StateColour("#5AA0F5", "#14202F"),
    post_wait=StateColour("#E8A8E8", "#291E2A"),
    broken=StateColour("#FF6B52", "#2C1613"),
    disarmed=StateColour("#8C949F", ""),
    done=StateColour("#8B939E", ""),
    on_standby="#1B1202",
    on_broken="#200804",
    level="#4C5561",
    level_fresh="#6E7A89",
    department={"light": "#E8CB6B", "audio": "#7FB8EA", "video": "#CBA3EA", "stage": "#E59F80", "other": "#B4BAC3"},
)

LIGHT = Theme(
    name=marked("Light"),
    app="#E3E6EA",
    panel="#F6F7F9",
    raised="#FFFFFF",
    hover="#EBEEF2",
    selected="#DCE7FB",
    input="#FFFFFF",
    line="#D5DAE0",
    line_strong="#AEB5BF",
    line_control="#7C858F",
    track="#D5DAE0",
    text="#14171B",
    text_2="#414851",
    text_3="#59616B",
    focus="#1D5FE0",
    go="#0B7A4B",
    go_pressed="#08603B",
    go_guard="#DDE9E3",
    go_edge="#08563A",
    go_text="#FFFFFF",
    over="#AD4300",
    over_fill="#FFB48A",
    on_over="#3A1500",
    under="#00639B",
    standby=StateColour("#8A5600", "#FFEFCF", "#FFB224", "#C27800"),
    running=StateColour("#08704A", "#DDF3E9"),
    paused=StateColour("#14171B", "#E3E6EA"),
    pre_wait=StateColour("#1D5FB8", "#DCE9FA"),
    post_wait=StateColour("#8F2F86", "#F6E3F4"),
    broken=StateColour("#B82C14", "#FBE3DE"),
    disarmed=StateColour("#59616B", ""),
    done=StateColour("#59616B", ""),
    on_standby="#1B1202",
    on_broken="#FFFFFF",
    level="#C3CAD3",
    level_fresh="#A3ADBA",
    department={"light": "#755A00", "audio": "#1B5F9E", "video": "#7837AA", "stage": "#9A4419", "other": "#4D555F"},
)


DIMMEST, BRIGHTEST, USUAL = 30, 100, 70
"""Brightness of the Booth theme, in percent; the last where none was chosen: down to it all text has AA."""
LEAST_LIT = 60
"""GO and standby are never darker than this."""
_LIT = ("go", "standby", "on_standby")
GAMMA = 2.2
"""Brightness is of light, as that of the screen: half of it is 73 % of what stands in a colour."""
_NEAR_DARK = replace(
    DARK,
    text_3="#A8AFB9",
    line_control="#747D89",
    disarmed=StateColour("#A8AFB9", ""),
    done=StateColour("#A8AFB9", ""),
)
"""What Booth is made of: small words begin brighter, to be read when they are dimmed."""


def booth(percent: int) -> Theme:
    """Dark, with every colour multiplied by a brightness."""

    def dimmed(value: object, least: int) -> object:
        part = max(percent, least) / 100
        if isinstance(value, StateColour):
            return StateColour(*(str(dimmed(getattr(value, each.name), least)) for each in fields(value)))
        if isinstance(value, dict):
            return {name: dimmed(each, least) for name, each in value.items()}
        if not isinstance(value, str) or not value.startswith("#"):
            return value
        one, by = QColor(value), part ** (1 / GAMMA)
        return QColor(*(round(each * by) for each in (one.red(), one.green(), one.blue()))).name().upper()

    values = {
        each.name: dimmed(getattr(_NEAR_DARK, each.name), LEAST_LIT if each.name.startswith(_LIT) else 0)
        for each in fields(DARK)
    }
    return replace(DARK, **{**values, "name": "Booth", "brightness": (percent / 100) ** (1 / GAMMA)})


def _flat(theme: Theme) -> dict[str, str]:
    """All colours by the names of their tokens: `@text`, `@standby.tint`, `@department.light`."""
    found = {}
    for each in fields(theme):
        value = getattr(theme, each.name)
        if isinstance(value, StateColour):
            found.update({f"@{each.name}.{one.name}": getattr(value, one.name) for one in fields(value)})
        elif isinstance(value, dict):
            found.update({f"@{each.name}.{name}": one for name, one in value.items()})
        elif isinstance(value, str) and each.name != "name":
            found[f"@{each.name}"] = value
    return found


def _tokens() -> Theme:
    """A theme of names. What is no colour in the themes (a state without tint) is none here."""
    there = _flat(DARK)

    def named(name: str) -> str:
        return name if there[name] else ""

    values: dict[str, object] = {"name": "Tokens"}
    for each in fields(DARK):
        value = getattr(DARK, each.name)
        if isinstance(value, StateColour):
            values[each.name] = StateColour(*(named(f"@{each.name}.{one.name}") for one in fields(value)))
        elif isinstance(value, dict):
            values[each.name] = {name: f"@{each.name}.{name}" for name in value}
        elif isinstance(value, str) and each.name != "name":
            values[each.name] = f"@{each.name}"
    return replace(DARK, **values)  # type: ignore[arg-type]


TOKENS = _tokens()
_WORN = [DARK]
_COLOURS: dict[str, QColor] = {}


def wear(theme: Theme) -> None:
    """From now on tokens are of this theme, in the whole process: as the palette of the application is."""
    _WORN[0] = theme
    _COLOURS.clear()
    _COLOURS.update({name: QColor(value) for name, value in _flat(theme).items() if value})


def worn() -> Theme:
    """The theme that tokens are of now."""
    return _WORN[0]


def colour(token: str) -> QColor:
    """The colour of a token, as it is worn; of `#rrggbb` that one. Made once: not to be changed."""
    found = _COLOURS.get(token)
    if found is None:
        found = _COLOURS[token] = QColor(token)
    return found


wear(DARK)

THEME, BRIGHTNESS = "look/theme", "look/brightness"
SYSTEM = marked("System")
THEMES = ("Dark", "Light", marked("Booth"), SYSTEM)
"""What can be chosen; the first where nothing was. System: dark or light as the desktop is."""


def chosen_brightness(settings: QSettings) -> int:
    """That of the Booth theme, in percent."""
    try:
        kept = int(str(settings.value(BRIGHTNESS, USUAL)))
    except ValueError:
        return USUAL
    return min(max(kept, DIMMEST), BRIGHTEST)


def chosen_theme(settings: QSettings) -> Theme:
    """The one that was chosen on this machine; Dark where none was."""
    kept = settings.value(THEME)
    if kept == "Booth":
        return booth(chosen_brightness(settings))
    if kept == SYSTEM:
        hints = QGuiApplication.styleHints() if QGuiApplication.instance() is not None else None
        light = hints is not None and hints.colorScheme() == Qt.ColorScheme.Light
        return LIGHT if light else DARK
    return LIGHT if kept == "Light" else DARK
