"""A message inside a page: what happened, what is safe, what comes next, what one can do."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from erap_desktop.ui.theme import color, radius, set_icon, space, style_button, style_label, text_label
from erap_desktop.ui.widgets.badge import ICONS, BadgeKind, badge_tint
from erap_desktop.ui.widgets.flow import FlowLayout


class Notice(QFrame):
    """Icon, a strong sentence, an explanation, buttons; tinted by kind."""

    def __init__(self, kind: BadgeKind = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: BadgeKind = kind
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space("m"), space("m"), space("m"), space("m"))
        layout.setSpacing(space("m"))
        self._icon = QLabel()
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(space("xs"))
        self._title = text_label("", "strong", wrap=True)
        self._text = text_label("", "body", wrap=True)
        self._buttons = FlowLayout()
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(self._buttons)
        layout.addLayout(column, 1)
        self.say(kind, "")

    def say(self, kind: BadgeKind, title: str, text: str = "", icon_name: str | None = None) -> None:
        """Set kind, sentence and explanation."""
        self._kind = kind
        set_icon(self._icon, icon_name or ICONS[kind], kind)
        style_label(self._title, "strong", kind)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.update()

    def add_button(self, button: QPushButton) -> QPushButton:
        """Put a button under the words; returns it."""
        self._buttons.addWidget(style_button(button, "secondary"))
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tinted ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(badge_tint(self._kind)))
        painter.drawRoundedRect(QRectF(self.rect()), radius("l"), radius("l"))
