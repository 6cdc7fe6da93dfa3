"""Looks like a search field and opens the command palette: the way to everything, with its key in sight."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from erap_desktop.ui.theme import Theme, color, pixmap, radius, size, space


class SearchButton(QPushButton):
    """``clicked`` opens the palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._narrow = False
        self._key = ""
        self.retranslate()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or words and key too."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Set the texts in the language that is shown."""
        self._key = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search cases and commands"))
        self.setToolTip(f"{self.accessibleName()} ({self._key})")
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def sizeHint(self) -> QSize:
        """As high as a field."""
        self.ensurePolished()
        body, caption = QFontMetrics(self.font()), QFontMetrics(Theme.current().font("caption"))
        height = max(size("control"), body.height() + 10)
        if self._narrow:
            return QSize(height, height)
        words = body.horizontalAdvance(self.text()) + caption.horizontalAdvance(self._key)
        return QSize(2 * space("m") + size("icon") + 3 * space("s") + words, height)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw field, icon, words and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.hasFocus()
        painter.setPen(QPen(color("focus" if ring else "line-strong"), 2 if ring else 1))
        painter.setBrush(color("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius("m"), radius("m"))
        side = size("icon")
        left = (self.width() - side) // 2 if self._narrow else space("m") - 2
        painter.drawPixmap(QRect(left, (self.height() - side) // 2, side, side), pixmap("search", "muted"))
        if self._narrow:
            return
        painter.setPen(color("muted"))
        words = self.rect().adjusted(left + side + space("s"), 0, -space("m"), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(Theme.current().font("caption"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._key)
