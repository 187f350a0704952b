"""The widget of a kind of field."""

from showctl.ui.fields.choice_field import ChoiceField
from showctl.ui.fields.colour_field import ColourField
from showctl.ui.fields.curve_field import CurveField
from showctl.ui.fields.field import Field
from showctl.ui.fields.hotkey_field import HotkeyField
from showctl.ui.fields.kind import Kind
from showctl.ui.fields.line_field import LineField
from showctl.ui.fields.notes_field import NotesField
from showctl.ui.fields.slide_field import SlideField
from showctl.ui.theme import Theme

_WIDGETS: dict[str, type[Field]] = {
    "line": LineField, "choice": ChoiceField, "notes": NotesField, "colour": ColourField, "slide": SlideField,
    "hotkey": HotkeyField, "curve": CurveField,
}  # fmt: skip


def field_for(kind: Kind, caption: str, theme: Theme) -> Field:
    """A new one."""
    return _WIDGETS[kind.widget](caption, kind, theme)
