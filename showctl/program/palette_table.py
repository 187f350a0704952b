"""The palettes of a show, by the names that looks have for them."""

from collections.abc import Collection
from typing import NamedTuple

from showctl.model.colour import Rgb, White
from showctl.model.look import FixtureLook, Look
from showctl.model.palette import ALL, Palettes
from showctl.model.problem import Path, Problem, Problems
from showctl.model.setting import Word
from showctl.program.colour_name import Tint, colour_names, named_colour
from showctl.program.fixture_colour import Wanted
from showctl.showfile.suggest import suggestion


class Palette(NamedTuple):
    """A palette, and where it stands."""

    kind: str
    name: str
    look: Look

    @property
    def path(self) -> Path:
        """From the top of the file."""
        return ("palettes", self.kind, self.name)

    def path_of(self, selection: str) -> Path:
        """Of what it says of a selection."""
        return self.path if selection == ALL else (*self.path, selection)

    @property
    def for_all(self) -> FixtureLook | None:
        """What it says of every fixture alike."""
        return self.look.get(ALL)

    def __str__(self) -> str:
        return f"{self.kind} palette '{self.name}'"


class PaletteTable:
    """Looks palettes up. With `whole` false some may have been left out of the show for what is wrong with them."""

    def __init__(self, palettes: Palettes, whole: bool) -> None:
        self._palettes, self._whole = palettes, whole

    @property
    def complete(self) -> bool:
        """Whether none was left out."""
        return self._whole

    def all(self) -> list[Palette]:
        """Every palette, in the order of the file by kind."""
        kinds = Palettes.model_fields
        return [Palette(kind, name, look) for kind in kinds for name, look in self._palettes.of_kind(kind).items()]

    def find(self, kind: str, word: Word) -> Palette | None:
        """The palette of a kind that is called so."""
        look = self._palettes.of_kind(kind).get(word.text)
        return Palette(kind, word.text, look) if look is not None else None

    def get(self, kind: str, word: Word, path: Path) -> Palette | None:
        """The same; raises Problems if there is none, save where it may have been left out: then it is None."""
        found = self.find(kind, word)
        if found is None and self._whole:
            names = self._palettes.of_kind(kind)
            other = next((k for k in Palettes.model_fields if word.text in self._palettes.of_kind(k)), None)
            remedy = f"there is a palette of this name under {other}" if other else _remedy(word.text, names, kind)
            raise Problems([Problem(path, f"there is no {kind} palette '{word.text}'", remedy)])
        return found

    def colour(self, word: Word, path: Path) -> Palette | Tint | White | None:
        """What a word stands for where a colour belongs; None where that may have been left out."""
        found = self.find("colour", word) or named_colour(word.text)
        if found is None and self._whole:
            names = (*self._palettes.colour, *colour_names())
            remedy = suggestion(word.text, names, "write a colour palette, a gel such as L201, a colour or #rrggbb")
            raise Problems([Problem(path, f"there is no colour '{word.text}'", remedy)])
        return found

    def plain_colour(self, written: Rgb | White | Word, path: Path) -> Wanted | None:
        """A colour that is the same for all fixtures, as one end of a fan has to be. Raises Problems."""
        if not isinstance(written, Word):
            return written
        found = self.colour(written, path)
        if not isinstance(found, Palette):
            return found
        for_all = found.for_all.colour if found.for_all is not None else None
        if isinstance(for_all, Rgb | White):
            return for_all
        if isinstance(for_all, Word) and (named := named_colour(for_all.text)) is not None:
            return named
        what = f"{found} is no single colour, so that nothing can be spread from it"
        raise Problems([Problem(path, what, "write the colour itself")])


def _remedy(word: str, names: Collection[str], kind: str) -> str:
    return suggestion(word, names, f"write it under palettes: {kind}:")
