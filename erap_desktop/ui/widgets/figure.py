"""One number that matters, what it counts, and what to think of it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from erap_desktop.ui.theme import space, style_label, text_label


class Figure(QWidget):
    """Caption, number, note; the three are one thing to a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space("hair"))
        self._caption = text_label("", "caption", wrap=True)
        self._value = text_label("", "display", selectable=True)
        self._note = text_label("", "caption", wrap=True)
        for label in (self._caption, self._value, self._note):
            layout.addWidget(label)

    def say(self, caption: str, value: str, note: str = "", tone: str = "text") -> None:
        """Set the texts; ``tone`` colours the number."""
        self._caption.setText(caption)
        self._value.setText(value)
        style_label(self._value, "display", tone)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._value.setAccessibleName(" ".join(filter(None, (caption, value, note))))
