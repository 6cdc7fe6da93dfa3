"""The language of the screen: English as written in the source, Spanish from a catalogue.

Switched while running.

Write ``self.tr("literal")`` in a QObject or ``QCoreApplication.translate("Context", "literal")`` elsewhere,
always with literals, and set texts in a ``retranslate()`` that is called again when ``changeEvent`` brings
``LanguageChange``. Catalogues: ``resources/i18n/``, kept by ``resources/i18n/update.py``.
"""

from typing import Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from shiboken6 import isValid

from erap_desktop.resource_path import resource_path

Language = Literal["en", "es"]

LANGUAGES: dict[Language, str] = {"en": "English", "es": "Español"}

_LOCALES: dict[Language, QLocale.Language] = {
    "en": QLocale.Language.English,
    "es": QLocale.Language.Spanish,
}


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # the name the catalogue tool looks for
    """Mark a literal for translation where it is written; ``QCoreApplication.translate`` turns it later."""
    return text


def locale_of(language: Language) -> QLocale:
    """How dates, numbers and money are written in a language, in the United States."""
    return QLocale(_LOCALES[language], QLocale.Country.UnitedStates)


class Translation(QObject):
    """The installed language. ``changed`` is sent with the new one after every text source has switched."""

    changed = Signal(str)

    _instance: "Translation | None" = None

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._language: Language = "en"
        self._installed: list[QTranslator] = []
        self._voices: dict[Language, QTranslator] = {}
        self._install("en")

    @classmethod
    def current(cls) -> "Translation":
        """The translation of the running application, English at the first call.

        Raises RuntimeError when there is no application yet.
        """
        if cls._instance is not None and isValid(cls._instance):
            return cls._instance
        app = QCoreApplication.instance()
        if app is None:
            raise RuntimeError("a translation needs an application")
        cls._instance = cls(app)
        return cls._instance

    @property
    def language(self) -> Language:
        """The language that is shown."""
        return self._language

    def set_language(self, language: Language) -> None:
        """Show another language; every widget gets ``LanguageChange`` from the event loop."""
        if language == self._language:
            return
        self._install(language)
        self.changed.emit(language)

    def translate_into(self, language: Language, context: str, source: str, count: int = -1) -> str:
        """A text in a language that need not be the one shown: for the person across the table.

        The text must be in the catalogue, so it stands as a literal in some ``translate`` call or
        ``QT_TRANSLATE_NOOP``. ``count`` chooses the plural form and fills ``%n``.
        """
        if language not in self._voices:
            self._voices[language] = self._load(f"erap_{language}", str(resource_path("i18n")))
        found = self._voices[language].translate(context, source, None, count)
        text = found or source
        return text.replace("%Ln", locale_of(language).toString(count)).replace("%n", str(count))

    def _install(self, language: Language) -> None:
        app = QCoreApplication.instance()
        if app is None:
            return
        for translator in self._installed:
            app.removeTranslator(translator)
        self._language = language
        QLocale.setDefault(locale_of(language))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._installed = [
            self._load(f"qtbase_{language}", qt_folder),
            self._load(f"erap_{language}", str(resource_path("i18n"))),
        ]
        for translator in self._installed:
            app.installTranslator(translator)

    def _load(self, name: str, folder: str) -> QTranslator:
        translator = QTranslator(self)
        translator.load(name, folder)
        return translator
