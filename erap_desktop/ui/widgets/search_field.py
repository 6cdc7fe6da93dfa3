"""A search field that tells what is looked for shortly after typing stopped."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from erap_desktop.ui.theme import Theme, icon


class SearchField(QLineEdit):
    """``searched`` carries the text 80 ms after the last key, or at once with Enter.

    Esc empties the field.
    """

    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: QAction = self.addAction(
            icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.setClearButtonEnabled(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(Theme.current().tokens.time["peek"])
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(self._typed)
        self.returnPressed.connect(self._tell)
        Theme.current().changed.connect(self._retint)
        self._told = ""

    def set_words(self, placeholder: str, name: str) -> None:
        """Say what can be looked for: grey in the empty field, and to a screen reader."""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties a field that has text; an empty one lets Esc go up."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take Esc before a window's shortcut does, while there is text to empty."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            wanted = event.key() == Qt.Key.Key_Escape and bool(self.text())
            if wanted:
                event.accept()
                return True
        return super().event(event)

    @Slot()
    def _typed(self) -> None:
        self._timer.start()

    @Slot()
    def _tell(self) -> None:
        self._timer.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.searched.emit(self._told)

    @Slot()
    def _retint(self) -> None:
        self._mark.setIcon(icon("search", "muted"))
