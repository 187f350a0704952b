"""Colour tokens, one frozen value per theme. What each is for: docs/console.md. Widgets name tokens, never colours."""

from dataclasses import dataclass, field
from functools import cache

from PySide6.QtGui import QColor

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
    department: dict[str, str] = field(default_factory=dict)

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
    name="Dark",
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
    department={"light": "#E8CB6B", "audio": "#7FB8EA", "video": "#CBA3EA", "stage": "#E59F80", "other": "#B4BAC3"},
)

LIGHT = Theme(
    name="Light",
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
    department={"light": "#755A00", "audio": "#1B5F9E", "video": "#7837AA", "stage": "#9A4419", "other": "#4D555F"},
)


@cache
def colour(token: str) -> QColor:
    """The colour of a token's value, made once."""
    return QColor(token)
