"""A short message that comes and goes by itself and never takes the focus."""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from erap_desktop.ui.theme import Theme, color, radius, set_icon, size, space, style_button, text_label
from erap_desktop.ui.widgets.badge import ICONS, BadgeKind

_SHADOW = 6


class Toast(QWidget):
    """``acted`` when its button was pressed; ``gone`` when it is over. The pointer on it holds it."""

    acted = Signal()
    gone = Signal()

    def __init__(self, kind: BadgeKind, text: str, action: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(text)
        self.text = text
        layout = QHBoxLayout(self)
        edge = _SHADOW + space("s")
        layout.setContentsMargins(edge + space("xs"), edge, edge, edge)
        layout.setSpacing(space("s"))
        icon = QLabel()
        set_icon(icon, ICONS[kind], kind)
        layout.addWidget(icon)
        words = text_label(text, "body", wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout.addWidget(words, 1)
        if action:
            button = style_button(QPushButton(action), "quiet")
            button.clicked.connect(self._on_act)
            layout.addWidget(button)
        close = QToolButton()
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_icon(close, "cross", "muted")
        close.setAccessibleName(QCoreApplication.translate("Toast", "Close this message"))
        close.clicked.connect(self.finish)
        layout.addWidget(close)
        self._life = QTimer(self)
        self._life.setSingleShot(True)
        self._life.setInterval(Theme.current().tokens.time["toast"])
        self._life.timeout.connect(self.finish)
        self._life.start()

    def fit(self, most: int) -> None:
        """Take the size its words need, at most so wide."""
        longest = (
            self.fontMetrics().horizontalAdvance(self.text)
            + 2 * (_SHADOW + space("xl"))
            + 3 * size("control")
        )
        width = max(min(longest, size("measure") * 3 // 4, most), min(most, 240))
        self.resize(width, max(self.sizeHint().height(), self.heightForWidth(width)))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Being read: stay."""
        self._life.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Read: go in a while."""
        self._life.start()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a soft shadow and the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for ring in range(_SHADOW):
            shade = QColor(color("shadow"))
            shade.setAlpha(6 + 3 * ring)
            painter.setBrush(shade)
            inset = float(ring)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 14, 14)
        sheet = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW - 2, -_SHADOW, -_SHADOW - 2)
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(color("raised"))
        painter.drawRoundedRect(sheet, radius("l"), radius("l"))

    @Slot()
    def _on_act(self) -> None:
        self.acted.emit()
        self.finish()

    @Slot()
    def finish(self) -> None:
        """Be over."""
        self._life.stop()
        self.hide()
        self.gone.emit()
        self.deleteLater()
