"""What stands where there is nothing: what would be here, and what one can do about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from erap_desktop.ui.theme import set_icon, size, space, style_button, text_label


class EmptyState(QWidget):
    """Icon, a sentence, an explanation, and at most one button (``action``, hidden until it has a text)."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        margin = space("xl")
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(space("s"))
        self._icon = QLabel()
        set_icon(self._icon, icon_name, "disabled", "icon-large")
        self._title = text_label("", "heading", wrap=True)
        self._text = text_label("", "muted", wrap=True)
        self.action = style_button(QPushButton(), "secondary")
        self.action.hide()
        layout.addStretch(2)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMinimumWidth(min(420, 24 * label.fontMetrics().averageCharWidth()))
            label.setMaximumWidth(size("measure"))
            layout.addLayout(_centred(label))
        layout.addSpacing(space("s"))
        layout.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, title: str, text: str = "", action: str = "") -> None:
        """Set the sentence, the explanation and the words of the button."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(f"{title} {text}".strip())


def _centred(label: QLabel) -> QHBoxLayout:
    """A wrapping label in the middle, as wide as it may be."""
    line = QHBoxLayout()
    line.addStretch(1)
    line.addWidget(label, 100)
    line.addStretch(1)
    return line
