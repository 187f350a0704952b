"""The language of the console. Whatever people read goes through `tr` at the moment it is shown, never at import, so
that a language set later counts; docs/decisions/translation.md has the rules."""

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTranslator
from PySide6.QtGui import QGuiApplication

from showctl.shipped import shipped

LANGUAGE = "look/language"
"""Setting: the language as a locale name ("de", "pt_BR"); without it the system's languages, in their order."""
_EITHER = re.compile(r"\((?:([a-z]*)\|)?((?<=\|)[a-z]*|s|es)\)")


def tr(words: str, hint: str = "", n: int = -1) -> str:
    """`words` in the language of the console, as they are if nobody has translated them.

    Places such as `{cue}` are filled in afterwards: `tr("{cue} is gone").format(cue=cue)`. `n` fills `%n`, and chooses
    among the plurals: `tr("%n cue(s) (is|are) gone", "", 3)` is "3 cues are gone". `hint`: tells translators one text
    from another that reads the same in English.
    """
    said = QCoreApplication.translate("", words, hint, n)
    return said if n < 0 or said != words.replace("%n", str(n)) else plural(words, n).replace("%n", str(n))


def plural(words: str, n: int) -> str:
    """English for `n` of it: of each `(is|are)` the first for one, else the second; `(s)` is `(|s)`."""
    return _EITHER.sub(lambda either: either[1] or "" if n == 1 else either[2], words)


def marked(words: str) -> str:
    """`words` as they are: text of a written table, found by lupdate here and given to `tr` where it is shown."""
    return words


def speak(application: QCoreApplication, settings: QSettings, folder: Path | None = None) -> str:
    """Put the console into the set language, else the system's, if there is a translation (showctl_LANGUAGE.qm in
    `folder`, else where the shipped ones are), and in the direction in which it is written. Returns the locale name,
    "en" without one."""
    where = folder if folder is not None else shipped("resources") / "translations"
    chosen = str(settings.value(LANGUAGE, "") or "")
    wanted = [chosen] if chosen else [name.replace("-", "_") for name in QLocale.system().uiLanguages()]
    for name in wanted:
        # A translator looks for showctl_pt_BR, then showctl_pt. English is in the code.
        if QLocale(name).language() == QLocale.Language.English:
            return "en"
        translator = QTranslator(application)
        if translator.load(f"showctl_{name}", str(where)):
            application.installTranslator(translator)
            if isinstance(application, QGuiApplication):
                application.setLayoutDirection(QLocale(name).textDirection())
            return translator.language() or name
    return "en"
