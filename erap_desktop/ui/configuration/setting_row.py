"""One setting: ticked when it is to change, its editor, what it does, and what is wrong with the value."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from erap_desktop.ui.configuration.editors import NumberEditor, editor_for
from erap_desktop.ui.configuration.words import (
    setting_error,
    setting_hint,
    setting_unit,
    setting_word,
    value_word,
)
from erap_desktop.ui.theme import space, style_label, text_label

_NUMBER_LETTERS, _UNIT_LETTERS = 16, 9


class SettingRow(QWidget):
    """`changed` when tick or value changed. Working the editor ticks the row."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.tick = QCheckBox()
        self.tick.setObjectName(f"tick-{name}")
        self.editor = editor_for(name)
        self.editor.setObjectName(f"edit-{name}")
        self._hint = text_label("", "caption", wrap=True)
        self._error = style_label(text_label("", "caption", wrap=True), "caption", "error")
        self._error.hide()
        self._present: Any = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space("xs"))
        self._unit = text_label("", "muted")
        head = QHBoxLayout()
        head.setSpacing(space("s"))
        head.addWidget(self.tick, 1)
        inner = QVBoxLayout()
        inner.setContentsMargins(space("xl") + space("xs"), 0, 0, 0)
        inner.setSpacing(space("xs"))
        if isinstance(self.editor, NumberEditor):
            self._place_beside(head, self.editor)
        else:
            inner.addWidget(self.editor)
        for widget in (self._error, self._hint):
            inner.addWidget(widget)
        layout.addLayout(head)
        layout.addLayout(inner)
        self.tick.toggled.connect(self._ticked)
        self.editor.edited.connect(self._edited)

    def _place_beside(self, head: QHBoxLayout, editor: NumberEditor) -> None:
        """Numbers and units of all rows stand under each other."""
        letter = self.fontMetrics().averageCharWidth()
        editor.setFixedWidth(_NUMBER_LETTERS * letter)
        self._unit.setMinimumWidth(_UNIT_LETTERS * letter)
        head.addWidget(editor)
        head.addWidget(self._unit)

    def retranslate(self) -> None:
        """Set the words."""
        self._unit.setText(setting_unit(self.name))
        self.tick.setText(setting_word(self.name))
        self.editor.retranslate(setting_word(self.name))
        self._say_hint()

    def show_present(self, value: Any) -> None:
        """What this laptop follows; a row that is not ticked shows it in its editor, too."""
        self._present = value
        if not self.tick.isChecked():
            self.editor.take(value)
        self._say_hint()

    @property
    def wanted(self) -> bool:
        """Whether this setting is to change."""
        return self.tick.isChecked()

    @property
    def value(self) -> Any:
        """What it is to be."""
        return self.editor.given()

    @property
    def error(self) -> str:
        """What is said to be wrong with the value, or an empty text."""
        return self._error.text()

    def reset(self) -> None:
        """Not to change; the editor shows what is followed now."""
        self.tick.setChecked(False)

    def show_wrong(self, wrong: bool) -> None:
        """Say what is wrong with the value, or take that away."""
        self._error.setText(setting_error(self.name) if wrong else "")
        self._error.setVisible(wrong)
        self.editor.setAccessibleDescription(self._error.text() or self._hint.text())

    def _say_hint(self) -> None:
        hint = setting_hint(self.name)
        if self._present is not None:
            now = self.tr("Followed here: {value}.").format(value=value_word(self.name, self._present))
            hint = f"{hint} {now}"
        self._hint.setText(hint)

    @Slot(bool)
    def _ticked(self, on: bool) -> None:
        if not on and self._present is not None:
            self.editor.take(self._present)
        self.changed.emit()

    @Slot()
    def _edited(self) -> None:
        if self.tick.isChecked():
            self.changed.emit()
        else:
            self.tick.setChecked(True)
