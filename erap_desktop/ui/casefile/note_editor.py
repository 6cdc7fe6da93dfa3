"""Writing a note. What is typed is kept within a second, and is there again after a lock or a crash."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from erap_desktop.ui.theme import space, style_button, text_label
from erap_desktop.ui.widgets.field import Field

KEEP_AFTER_MS = 600


class NoteEditor(QWidget):
    """``typed`` carries the text soon after the last key; ``written`` when the note is meant."""

    typed = Signal(str)
    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumHeight(3 * self.edit.fontMetrics().lineSpacing() + 2 * space("s"))
        self.edit.setMaximumHeight(6 * self.edit.fontMetrics().lineSpacing() + 2 * space("s"))
        self.edit.textChanged.connect(self._changed)
        self._field = Field(self.edit)
        self.add = style_button(QPushButton(), "secondary", "note")
        self.add.clicked.connect(self._write)
        self._kept = text_label("", "caption")
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep_now)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._field)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self._kept, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._field.set_words(self.tr("New note"))
        self.add.setText(self.tr("Add note"))

    def text(self) -> str:
        """What stands in the editor."""
        return self.edit.toPlainText()

    def show_draft(self, text: str) -> None:
        """Put a kept draft back without keeping it again; nothing happens to what is already being typed."""
        if not self.text():
            self.edit.blockSignals(True)
            self.edit.setPlainText(text)
            self.edit.blockSignals(False)
            self._kept.setText(self.tr("Draft kept on this laptop") if text else "")

    def clear(self) -> None:
        """Empty the editor: the note was saved, or another case is shown."""
        self._timer.stop()
        self.edit.blockSignals(True)
        self.edit.clear()
        self.edit.blockSignals(False)
        self._kept.setText("")
        self._field.set_error("")

    def say_problem(self, text: str) -> None:
        """Say why the note was not saved; it stays in the editor."""
        self._field.set_error(text)

    @Slot()
    def keep_now(self) -> None:
        """Keep what is typed at once, as before a lock."""
        self._timer.stop()
        self.typed.emit(self.text())
        self._kept.setText(self.tr("Draft kept on this laptop") if self.text() else "")

    @property
    def unkept(self) -> bool:
        """Whether something was typed that has not been kept yet."""
        return self._timer.isActive()

    @Slot()
    def _changed(self) -> None:
        self._field.set_error("")
        self._timer.start()

    @Slot()
    def _write(self) -> None:
        if self.text().strip():
            self._timer.stop()
            self.written.emit(self.text().strip())
        else:
            self._field.set_error(self.tr("Write the note first."))
            self.edit.setFocus()
