"""A message across the strip: an icon, one sentence, at most one act, and a way to put it aside."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from erap_desktop.ui.theme import color, radius, set_icon, space, style_button, style_label
from erap_desktop.ui.widgets.badge import ICONS, BadgeKind, badge_tint
from erap_desktop.ui.widgets.elided_label import ElidedLabel

_WEIGHT = {"error": 3, "warning": 2, "info": 1}


@dataclass(frozen=True, slots=True)
class BannerText:
    """What a banner says, in the language that is shown. ``id`` names it, to change it or take it away."""

    id: str
    kind: BadgeKind
    text: str
    action: str = ""
    dismissible: bool = True

    @property
    def weight(self) -> int:
        """What is shown when there are several: the weightiest, then the latest."""
        return _WEIGHT.get(self.kind, 0)


class Banner(QWidget):
    """``acted`` and ``dismissed`` carry the banner's id."""

    acted = Signal(str)
    dismissed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shown: BannerText | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space("m"), space("hair"), space("xs"), space("hair"))
        layout.setSpacing(space("s"))
        self._icon = QLabel()
        self._text = ElidedLabel("", "body")
        self._action = style_button(QPushButton(), "quiet")
        self._action.clicked.connect(self._on_act)
        self._dismiss = QToolButton()
        self._dismiss.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_icon(self._dismiss, "cross", "muted")
        self._dismiss.clicked.connect(self._on_dismiss)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._dismiss)
        self.retranslate()
        self.hide()

    def show_text(self, text: BannerText | None) -> None:
        """Show a banner, or none."""
        self._shown = text
        if text is not None:
            set_icon(self._icon, ICONS[text.kind], text.kind)
            style_label(self._text, "body", "text")
            self._text.setText(text.text)
            self._action.setText(text.action)
            self._action.setVisible(bool(text.action))
            self._dismiss.setVisible(text.dismissible)
            self.setAccessibleName(text.text)
            self.update()
        self.setVisible(text is not None)

    @property
    def shown(self) -> BannerText | None:
        """What is shown."""
        return self._shown

    def retranslate(self) -> None:
        """Set the texts in the language that is shown."""
        self._dismiss.setAccessibleName(self.tr("Hide this message"))
        self._dismiss.setToolTip(self.tr("Hide this message"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tinted ground."""
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(badge_tint(self._shown.kind)))
        painter.drawRoundedRect(QRectF(self.rect()), radius("m"), radius("m"))

    @Slot()
    def _on_act(self) -> None:
        if self._shown is not None:
            self.acted.emit(self._shown.id)

    @Slot()
    def _on_dismiss(self) -> None:
        if self._shown is not None:
            self.dismissed.emit(self._shown.id)
