"""A field for a passphrase: hidden, to be shown with a button, and saying when Caps Lock is on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from erap_desktop.ui.theme import set_icon, space
from erap_desktop.ui.widgets.field import Field


class PassphraseEdit(QWidget):
    """`field` has label, hint and error. `caps_lock` carries whether Caps Lock seems to be on."""

    caps_lock = Signal(bool)
    submitted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setObjectName(name)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.edit.installEventFilter(self)
        self.edit.returnPressed.connect(self.submitted)
        self.show_button = QToolButton()
        self.show_button.setObjectName(f"{name}Show")
        self.show_button.setCheckable(True)
        self.show_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_button.toggled.connect(self._shown)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space("xs"))
        line.addWidget(self.edit, 1)
        line.addWidget(self.show_button)
        self.setFocusProxy(self.edit)
        self._caps = False
        self._shown(False)

    def text(self) -> str:
        """What was typed."""
        return self.edit.text()

    def clear(self) -> None:
        """Forget what was typed, and hide again."""
        self.edit.clear()
        self.show_button.setChecked(False)

    def select(self) -> None:
        """Focus, with all selected, to type again."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()

    def retranslate(self) -> None:
        """Set the texts in the language that is shown."""
        self._shown(self.show_button.isChecked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice Caps Lock from the letters that arrive: a capital without Shift, or the other way round."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text = event.text()
            if event.key() == Qt.Key.Key_CapsLock:
                self._tell(not self._caps)
            elif len(text) == 1 and text.isalpha() and text.lower() != text.upper():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._tell(text.isupper() != shift)
        return super().eventFilter(watched, event)

    def _tell(self, on: bool) -> None:
        if on != self._caps:
            self._caps = on
            self.caps_lock.emit(on)

    @Slot(bool)
    def _shown(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        set_icon(self.show_button, "eye-off" if shown else "eye", "muted")
        words = self.tr("Hide passphrase") if shown else self.tr("Show passphrase")
        self.show_button.setAccessibleName(words)
        self.show_button.setToolTip(words)


def passphrase_field(edit: PassphraseEdit) -> Field:
    """The field around a passphrase; its label names the line that is typed into."""
    field = Field(edit)
    field.editor = edit.edit
    return field
