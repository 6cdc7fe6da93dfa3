"""A state in words with an icon, on a tint: never a colour alone."""

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from erap_desktop.ui.theme import color, pixmap, radius, size, space, style_label

BadgeKind = Literal["success", "warning", "error", "info", "neutral", "demo", "accent"]

ICONS: dict[str, str] = {
    "success": "check-circle",
    "warning": "warning",
    "error": "error",
    "info": "info",
    "neutral": "dot",
    "demo": "flask",
    "accent": "star",
}


def badge_tint(kind: str) -> str:
    """The token of the ground a kind of badge stands on."""
    return "primary-soft" if kind == "accent" else f"{kind}-soft"


def paint_badge(painter: QPainter, rect: QRect, kind: str, icon_name: str) -> None:
    """Draw the ground and the icon of a badge; the words go to the right of :func:`badge_indent`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(badge_tint(kind)))
    corner = radius("m")
    painter.drawRoundedRect(QRectF(rect), corner, corner)
    side = size("icon-small")
    top = rect.top() + (rect.height() - side) // 2
    place = QRect(rect.left() + space("xs") + 2, top, side, side)
    painter.drawPixmap(place, pixmap(icon_name, kind, "icon-small"))


def badge_indent() -> int:
    """Where the words of a badge begin, from its left edge, in logical pixels."""
    return space("xs") + 2 + size("icon-small") + space("xs")


class Badge(QLabel):
    """A badge; ``show_state`` changes what it says."""

    def __init__(
        self,
        kind: BadgeKind = "neutral",
        text: str = "",
        icon_name: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._kind: BadgeKind = kind
        self._icon = ""
        self.show_state(kind, text, icon_name)

    def show_state(self, kind: BadgeKind, text: str, icon_name: str | None = None) -> None:
        """Say a state: its kind (colour and, unless named, icon) and its words."""
        self._kind = kind
        self._icon = icon_name or ICONS[kind]
        self.setText(text)
        style_label(self, "caption", kind)
        self.updateGeometry()
        self.update()

    @property
    def kind(self) -> BadgeKind:
        """The kind that is shown."""
        return self._kind

    def sizeHint(self) -> QSize:
        """Icon, words and a little air."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        width = badge_indent() + metrics.horizontalAdvance(self.text()) + space("s")
        return QSize(width, max(metrics.height() + 6, size("icon-small") + 8))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tint, the icon and the words."""
        painter = QPainter(self)
        paint_badge(painter, self.rect(), self._kind, self._icon)
        painter.setPen(color(self._kind))
        words = self.rect().adjusted(badge_indent(), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
