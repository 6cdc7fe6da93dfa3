"""One entry of the rail: icon, words, and how many things wait there."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from erap_desktop.models.format import count as format_count
from erap_desktop.ui.theme import Theme, color, pixmap, radius, size, space

_MOST_SHOWN = 99


class RailButton(QPushButton):
    """Checked while its place is shown. Narrow, it shows the icon alone and its name as a tool tip."""

    def __init__(self, icon_name: str, key_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._icon = icon_name
        self._key_text = key_text
        self._count = 0
        self._narrow = False

    def set_words(self, text: str) -> None:
        """Name the entry."""
        self.setText(text)
        self._tell()

    def set_count(self, count: int) -> None:
        """Say how many things wait there; 0 shows nothing."""
        if count != self._count:
            self._count = count
            self._tell()
            self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or the words too."""
        self._narrow = narrow
        self._tell()
        self.updateGeometry()
        self.update()

    @property
    def narrow(self) -> bool:
        """Whether only the icon is shown."""
        return self._narrow

    def sizeHint(self) -> QSize:
        """High enough for finger and text."""
        self.ensurePolished()
        metrics = QFontMetrics(Theme.current().font("strong"))
        height = max(size("control") + 4, metrics.height() + 14)
        if self._narrow:
            return QSize(height, height)
        width = self._words_left() + metrics.horizontalAdvance(self.text()) + space("s") + self._bubble_room()
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon, words, count and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        tone = "accent" if self.isChecked() else "muted"
        side = size("icon")
        left = (self.width() - side) // 2 if self._narrow else space("m")
        spot = QRect(left, (self.height() - side) // 2, side, side)
        painter.drawPixmap(spot, pixmap(self._icon, tone))
        if not self._narrow:
            painter.setFont(Theme.current().font("strong" if self.isChecked() else "body"))
            painter.setPen(color("text" if self.isChecked() else "muted"))
            words = self.rect().adjusted(self._words_left(), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            self._draw_count(painter)

    def _words_left(self) -> int:
        return space("m") + size("icon") + space("s") + space("hair")

    def _count_text(self) -> str:
        return f"{_MOST_SHOWN}+" if self._count > _MOST_SHOWN else str(self._count)

    def _bubble_room(self) -> int:
        return QFontMetrics(Theme.current().font("caption")).horizontalAdvance(f"{_MOST_SHOWN}+") + 2 * space(
            "s"
        )

    def _draw_ground(self, painter: QPainter) -> None:
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.isDown():
            painter.setPen(QPen(color("line"), 1))
            painter.setBrush(color("rail-selected"))
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), radius("m"), radius("m"))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("rail-hover"))
            painter.drawRoundedRect(ground, radius("m"), radius("m"))
        if self.hasFocus():
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, radius("m"), radius("m"))

    def _draw_count(self, painter: QPainter) -> None:
        painter.setFont(Theme.current().font("caption"))
        metrics = painter.fontMetrics()
        text = self._count_text()
        height = metrics.height() + 2
        width = max(height, metrics.horizontalAdvance(text) + space("s"))
        if self._narrow:
            bubble = QRect(self.width() - width - 1, 1, width, height)
        else:
            bubble = QRect(self.width() - width - space("s"), (self.height() - height) // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("warning-soft"))
        painter.drawRoundedRect(QRectF(bubble), height / 2, height / 2)
        painter.setPen(color("warning"))
        painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, text)

    def _tell(self) -> None:
        name = self.text()
        if self._count:
            name = QCoreApplication.translate("RailButton", "{place}, {count} waiting").format(
                place=name, count=format_count(self._count)
            )
        self.setAccessibleName(name)
        tip = f"{self.text()} ({self._key_text})" if self._key_text else self.text()
        self.setToolTip(tip)
