"""What shapes the light: faders, and lists for wheels and shutters."""

from showctl.ui.look.controls import Controls
from showctl.ui.look.parts import Parts
from showctl.ui.theme import Theme


class BeamControls(Controls):
    """Those of the first line, for all lines that have them too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.parts = Parts(theme)
        self.parts.given.connect(self.given)
        self.column.addWidget(self.parts, 1)

    def settle(self) -> None:
        self.parts.bank.settle()

    def fill(self) -> None:
        self.parts.show_parts(self.rows, [row.values.beam for row in self.rows])
