"""The bar at the bottom: what sync says, last contact, synthetic data, work offline, lock."""

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from erap_desktop.models.format import when
from erap_desktop.models.sync_pill import PillState
from erap_desktop.ui.shell.sync_pill import SyncPill
from erap_desktop.ui.theme import Theme, color, size, space, style_button, text_label
from erap_desktop.ui.widgets.badge import Badge
from erap_desktop.ui.widgets.switch import Switch

_PILL_LETTERS = 34


class StatusBar(QWidget):
    """One line while there is room.

    Else the pill on a line of its own. What the pill says moves nothing else.
    """

    sync_center_wanted = Signal()
    work_offline_changed = Signal(bool)
    lock_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.pill = SyncPill()
        self.pill.clicked.connect(self.sync_center_wanted)
        self._last_contact: datetime | None = None
        self._contact_known = False
        self._contact = text_label("", "caption")
        self.synthetic = Badge("demo")
        self.synthetic.hide()
        self.offline = Switch()
        self.offline.toggled.connect(self.work_offline_changed)
        self.lock = style_button(QPushButton(), "quiet", "lock")
        self.lock.clicked.connect(self.lock_wanted)
        self._two_lines: bool | None = None
        self._build()
        self.retranslate()
        self._minute = QTimer(self)
        self._minute.setInterval(60_000)
        self._minute.timeout.connect(self._say_contact)
        self._minute.start()
        Theme.current().changed.connect(self._fit)

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab passes, in order."""
        return self.pill, self.offline, self.lock

    def set_pill(self, state: PillState) -> None:
        """Say the state of sync."""
        self.pill.set_state(state)

    def set_last_contact(self, moment: datetime | None) -> None:
        """Say when the office last answered; None: not yet."""
        self._last_contact = moment
        self._contact_known = True
        self._say_contact()

    def set_synthetic(self, synthetic: bool) -> None:
        """Mark the data as synthetic, on every screen."""
        self.synthetic.setVisible(synthetic)
        self._fit()

    def set_work_offline(self, offline: bool) -> None:
        """Show the switch as it is, without sending ``work_offline_changed``."""
        self.offline.blockSignals(True)
        self.offline.setChecked(offline)
        self.offline.blockSignals(False)
        self.offline.update()

    def retranslate(self) -> None:
        """Set the texts in the language that is shown."""
        self.setAccessibleName(self.tr("Status"))
        self.offline.setText(self.tr("Work offline"))
        self.offline.setAccessibleName(self.tr("Work offline"))
        self.offline.setToolTip(self.tr("Send and fetch nothing until this is off again"))
        self.lock.setText(self.tr("Lock"))
        self.lock.setAccessibleName(self.tr("Lock"))
        self.lock.setToolTip(self.tr("Lock now; drafts are kept"))
        self.synthetic.show_state("demo", self.tr("Synthetic demo data"))
        self._say_contact()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line or two, as the width says."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the parts beside the pill, since the pill can have a line of its own."""
        return QSize(self._needed() + 2 * space("s"), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line to the work."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("rail"))
        painter.fillRect(QRect(0, 0, self.width(), 1), color("line"))

    def _build(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(space("s"), space("xs") + 1, space("s"), space("xs"))
        self._grid.setHorizontalSpacing(space("m"))
        self._grid.setVerticalSpacing(space("xs"))
        self._pill_place = QWidget()
        pill_line = QHBoxLayout(self._pill_place)
        pill_line.setContentsMargins(0, 0, 0, 0)
        pill_line.addWidget(self.pill)
        pill_line.addStretch(1)
        self._rest = QWidget()
        rest = QHBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(space("m"))
        rest.addStretch(1)
        for part in (self._contact, self.synthetic, self.offline, self.lock):
            rest.addWidget(part)

    @Slot()
    def _say_contact(self) -> None:
        if not self._contact_known:
            text = ""
        elif self._last_contact is None:
            text = self.tr("No contact yet")
        else:
            text = self.tr("Last contact {time}").format(time=when(self._last_contact, datetime.now(UTC)))
        if text != self._contact.text():
            self._contact.setText(text)
            self._fit()

    @Slot()
    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        pill = _PILL_LETTERS * letter + size("icon") + 2 * space("m")
        needed = self._needed()
        contact = self._contact.sizeHint().width() + space("m")
        room = self.width() - 2 * space("s")
        two_lines = needed + pill > room
        self._contact.setVisible(
            bool(self._contact.text()) and needed + contact + (0 if two_lines else pill) <= room
        )
        if two_lines != self._two_lines:
            self._two_lines = two_lines
            self._place(two_lines)
        line = max(self.pill.sizeHint().height(), self.lock.sizeHint().height(), size("control"))
        high = (2 * line + space("xs")) if two_lines else line
        self.setFixedHeight(max(size("status"), high + 2 * space("xs") + 1))

    def _needed(self) -> int:
        parts = [self.offline, self.lock, *([] if self.synthetic.isHidden() else [self.synthetic])]
        return sum(part.sizeHint().width() + space("m") for part in parts)

    def _place(self, two_lines: bool) -> None:
        for part in (self._pill_place, self._rest):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._pill_place, 0, 0)
        self._grid.addWidget(self._rest, 1 if two_lines else 0, 0 if two_lines else 1)
        self._grid.setColumnStretch(0, 1)
        across = QSizePolicy.Policy.Preferred if two_lines else QSizePolicy.Policy.Fixed
        self._rest.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self._grid.setAlignment(self._pill_place, Qt.AlignmentFlag.AlignVCenter)
