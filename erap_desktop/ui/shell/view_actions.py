"""The actions that change how the program looks: light or dark, size of text, language.

Kept over restarts.
"""

from functools import partial
from typing import get_args

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QActionGroup

from erap_desktop.ui.i18n import QT_TRANSLATE_NOOP, Language, Translation
from erap_desktop.ui.shell.action_spec import ActionSpec
from erap_desktop.ui.shell.actions import ActionRegistry
from erap_desktop.ui.shell.memory import Memory
from erap_desktop.ui.single_keys import SingleKeys
from erap_desktop.ui.theme import Mode, Theme
from erap_desktop.ui.theme.theme import TEXT_SCALES

_SINGLE_KEYS = "view.single-keys"
_MODES: dict[Mode, str] = {
    Mode.SYSTEM: QT_TRANSLATE_NOOP("Actions", "Light or dark as the system"),
    Mode.LIGHT: QT_TRANSLATE_NOOP("Actions", "Light colors"),
    Mode.DARK: QT_TRANSLATE_NOOP("Actions", "Dark colors"),
}
_MODE_ICONS = {Mode.SYSTEM: "fleet", Mode.LIGHT: "sun", Mode.DARK: "moon"}
_LANGUAGES: dict[Language, str] = {
    "en": QT_TRANSLATE_NOOP("Actions", "English"),
    "es": QT_TRANSLATE_NOOP("Actions", "Español (Spanish)"),
}


class ViewActions(QObject):
    """Registers the actions and applies what was chosen before."""

    def __init__(self, registry: ActionRegistry, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._registry = registry
        self._memory = memory
        self._modes = QActionGroup(self)
        self._languages = QActionGroup(self)
        self._recall()
        self._add()
        self._registry.refresh()
        self._check()

    def set_mode(self, mode: Mode) -> None:
        """Follow the system, or stay light or dark."""
        Theme.current().set_mode(mode)
        self._memory.write("mode", mode.value)
        self._check()

    def set_language(self, language: Language) -> None:
        """Show another language."""
        Translation.current().set_language(language)
        self._memory.write("language", language)
        self._registry.refresh()
        self._check()

    @Slot()
    def larger(self) -> None:
        """One step larger text."""
        self._scale_by(1)

    @Slot()
    def smaller(self) -> None:
        """One step smaller text."""
        self._scale_by(-1)

    @Slot()
    def normal(self) -> None:
        """The system's size of text."""
        self._set_scale(1.0)

    @Slot()
    def toggle_single_keys(self) -> None:
        """Let lone letters and signs work, or not."""
        allowed = self._registry.action(_SINGLE_KEYS).isChecked()
        SingleKeys.current().allow(allowed)
        self._memory.write("single-keys", "" if allowed else "off")

    def _scale_by(self, step: int) -> None:
        now = Theme.current().text_scale
        nearest = min(range(len(TEXT_SCALES)), key=[abs(scale - now) for scale in TEXT_SCALES].__getitem__)
        self._set_scale(TEXT_SCALES[min(len(TEXT_SCALES) - 1, max(0, nearest + step))])

    def _set_scale(self, scale: float) -> None:
        Theme.current().set_text_scale(scale)
        self._memory.write("text-scale", str(scale))

    def _recall(self) -> None:
        mode, language = self._memory.read("mode"), self._memory.read("language")
        if mode in list(Mode):
            Theme.current().set_mode(Mode(mode))
        for known in get_args(Language):
            if known == language:
                Translation.current().set_language(known)
        SingleKeys.current().allow(self._memory.read("single-keys") != "off")
        scale = self._memory.read("text-scale")
        if scale.replace(".", "", 1).isdigit():
            Theme.current().set_text_scale(float(scale))

    def _add(self) -> None:
        add = self._registry.add
        for mode, text in _MODES.items():
            spec = ActionSpec(f"view.{mode.value}", text, "view", icon=_MODE_ICONS[mode], checkable=True)
            self._modes.addAction(add(spec, partial(self.set_mode, mode)))
        larger = QT_TRANSLATE_NOOP("Actions", "Larger text")
        smaller = QT_TRANSLATE_NOOP("Actions", "Smaller text")
        normal = QT_TRANSLATE_NOOP("Actions", "Normal size of text")
        add(ActionSpec("view.larger", larger, "view", ("Ctrl++", "Ctrl+="), icon="text-size"), self.larger)
        add(ActionSpec("view.smaller", smaller, "view", ("Ctrl+-",), icon="text-size"), self.smaller)
        add(ActionSpec("view.normal", normal, "view", ("Ctrl+0",), icon="text-size"), self.normal)
        for language, text in _LANGUAGES.items():
            spec = ActionSpec(f"view.language.{language}", text, "view", icon="language", checkable=True)
            self._languages.addAction(add(spec, partial(self.set_language, language)))

        lone = QT_TRANSLATE_NOOP("Actions", "Single-letter keys in lists")
        add(ActionSpec(_SINGLE_KEYS, lone, "view", icon="keyboard", checkable=True), self.toggle_single_keys)

    def _check(self) -> None:
        self._registry.action(_SINGLE_KEYS).setChecked(SingleKeys.current().allowed)
        mode, language = Theme.current().mode, Translation.current().language
        self._registry.action(f"view.{mode.value}").setChecked(True)
        self._registry.action(f"view.language.{language}").setChecked(True)
