"""Who works here, in which role; pressed, it opens the person's settings."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from erap_desktop.ui.shell.places import role_label
from erap_desktop.ui.theme import Theme, color, radius, size, space
from sync.casework.values import Role


class UserChip(QPushButton):
    """Initials in a circle, name and role; ``settings`` is the menu it opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.settings = QMenu(self)
        self.setMenu(self.settings)
        self._name = ""
        self._roles: tuple[Role, ...] = ()
        self._narrow = False

    def set_person(self, name: str, roles: Iterable[Role]) -> None:
        """Name the person and their roles; an empty name for nobody."""
        self._name = name
        self._roles = tuple(roles)
        self._tell()

    def set_narrow(self, narrow: bool) -> None:
        """Show the initials alone, or name and role too."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines of text high."""
        self.ensurePolished()
        height = max(size("control") + 12, self._name_metrics().height() + self._role_metrics().height() + 12)
        return QSize(self._circle() + 2 * space("xs"), height)

    def minimumSizeHint(self) -> QSize:
        """As high as its two lines."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw circle, name and role."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("rail-hover"))
            painter.drawRoundedRect(ground, radius("m"), radius("m"))
        if self.hasFocus():
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, radius("m"), radius("m"))
        self._draw_circle(painter)
        if not self._narrow:
            self._draw_words(painter)

    def _circle(self) -> int:
        return max(size("control"), self._role_metrics().height() + 12)

    def _circle_left(self) -> int:
        return (self.width() - self._circle()) // 2 if self._narrow else space("s") - 1

    def _draw_circle(self, painter: QPainter) -> None:
        side = self._circle()
        place = QRect(self._circle_left(), (self.height() - side) // 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("selected"))
        painter.drawEllipse(place)
        painter.setPen(color("accent"))
        painter.setFont(Theme.current().font("overline"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.initials)

    def _draw_words(self, painter: QPainter) -> None:
        left = self._circle_left() + self._circle() + space("s")
        room = self.width() - left - space("xs")
        name_high, role_high = self._name_metrics().height(), self._role_metrics().height()
        top = (self.height() - name_high - role_high) // 2
        for text, role, tone, y, high in (
            (self._name, "strong", "text", top, name_high),
            (self.role_text, "caption", "muted", top + name_high, role_high),
        ):
            painter.setFont(Theme.current().font(role))
            painter.setPen(color(tone))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(left, y, room, high), Qt.AlignmentFlag.AlignVCenter, shown)

    @property
    def initials(self) -> str:
        """First letters of first and last name."""
        words = self._name.split()
        return "".join(word[0] for word in (words if len(words) < 2 else (words[0], words[-1]))).upper()

    @property
    def role_text(self) -> str:
        """The roles in words."""
        return ", ".join(role_label(role) for role in self._roles)

    def _name_metrics(self) -> QFontMetrics:
        return QFontMetrics(Theme.current().font("strong"))

    def _role_metrics(self) -> QFontMetrics:
        return QFontMetrics(Theme.current().font("caption"))

    def _tell(self) -> None:
        name = QCoreApplication.translate("UserChip", "{name}, {role}. Your settings").format(
            name=self._name, role=self.role_text
        )
        self.setAccessibleName(name)
        self.setToolTip(f"{self._name}\n{self.role_text}".strip())
        self.update()
