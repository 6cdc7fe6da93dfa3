"""How far something is, in words and as a bar, with a button to cancel it where it can be cancelled."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from erap_desktop.ui.theme import space, style_button, text_label
from erap_desktop.ui.widgets.elided_label import ElidedLabel


class ProgressLine(QWidget):
    """``cancelled`` is sent when the person gives up. Progress never shows more than all of it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None, *, cancellable: bool = False) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space("xs"))
        line = QHBoxLayout()
        self._text = ElidedLabel("", "body")
        self._detail = text_label("", "caption")
        self._cancel = style_button(QPushButton(), "quiet")
        self._cancel.setVisible(cancellable)
        self._cancel.clicked.connect(self._on_cancel)
        line.addWidget(self._text, 1)
        line.addWidget(self._detail)
        line.addWidget(self._cancel)
        layout.addLayout(line)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        layout.addWidget(self._bar)
        self.retranslate()

    def show_progress(self, text: str, done: int, total: int, detail: str = "") -> None:
        """Say what is done of how much; ``total`` 0 means that nobody knows how much there is."""
        self._text.setText(text)
        self._detail.setText(detail)
        self._bar.setRange(0, max(0, total))
        self._bar.setValue(min(done, total))
        self._bar.setAccessibleName(f"{text} {detail}".strip())

    def retranslate(self) -> None:
        """Set the texts in the language that is shown."""
        self._cancel.setText(self.tr("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def _on_cancel(self) -> None:
        self.cancelled.emit()
