"""The editors of the settings. Each gives and takes the plain value of its setting."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTime, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSpinBox, QTimeEdit, QVBoxLayout, QWidget

from erap_desktop.models import settings_form as form
from erap_desktop.models.case_words import step_word
from erap_desktop.ui.configuration.words import metered_word
from erap_desktop.ui.theme import space
from erap_desktop.ui.widgets.flow import FlowLayout
from sync.casework.values import Status
from sync.protocol.administration import Metered

_MEGABYTE = 1_000_000
_CHOICE_LETTERS = 45
_WIDEST = 1_000_000  # beyond every bound: what is typed is judged in words, not swallowed
_STATUSES = (
    *(Status.SUBMITTED, Status.ASSIGNED, Status.IN_REVIEW, Status.INFORMATION_REQUESTED),
    *(Status.SECOND_REVIEW, Status.CONTESTED, Status.APPROVED, Status.DENIED, Status.WITHDRAWN),
)


class NumberField(QSpinBox):
    """A number that begins where the text of other fields does: a style sheet's padding is lost on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(space("s"), 0, 0, 0)


class NumberEditor(NumberField):
    """A whole number, times a unit (seconds, minutes, megabytes)."""

    edited = Signal()

    def __init__(self, unit: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self.setRange(0, _WIDEST)
        self.setGroupSeparatorShown(True)
        self.valueChanged.connect(self._changed)

    def given(self) -> int:
        """The value in the unit of the setting."""
        return self.value() * self._unit

    def take(self, value: Any) -> None:
        """Show a value without telling anybody."""
        self.blockSignals(True)
        self.setValue(int(value) // self._unit)
        self.blockSignals(False)

    def retranslate(self, name: str) -> None:
        """Named for a screen reader."""
        self.setAccessibleName(name)

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()


class DaysEditor(QWidget):
    """Four numbers of days that rise."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space("s"))
        self._days = [NumberField() for _ in range(4)]
        for spin in self._days:
            spin.setRange(0, 999)
            spin.setMaximumWidth(14 * spin.fontMetrics().averageCharWidth())
            spin.valueChanged.connect(self._changed)
            line.addWidget(spin)
        line.addStretch(1)
        self.setFocusProxy(self._days[0])

    def given(self) -> tuple[int, ...]:
        """The four, in order."""
        return tuple(spin.value() for spin in self._days)

    def take(self, value: Any) -> None:
        """Show four numbers without telling anybody."""
        for spin, days in zip(self._days, value, strict=True):
            spin.blockSignals(True)
            spin.setValue(days)
            spin.blockSignals(False)

    def retranslate(self, name: str) -> None:
        """Each named for a screen reader."""
        words = (self.tr("warn"), self.tr("read only"), self.tr("locked"), self.tr("sealed"))
        for spin, word in zip(self._days, words, strict=True):
            spin.setAccessibleName(f"{name}: {word}")
            spin.setToolTip(word)

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()


class StatusEditor(QWidget):
    """Which stages of cases; none ticked means all."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(gap="s")
        outer.addLayout(flow)
        self._boxes = {status.value: QCheckBox() for status in _STATUSES}
        for box in self._boxes.values():
            box.toggled.connect(self._changed)
            flow.addWidget(box)

    def given(self) -> tuple[str, ...]:
        """The stages that are ticked."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def take(self, value: Any) -> None:
        """Tick these without telling anybody."""
        for name, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(name in value)
            box.blockSignals(False)

    def retranslate(self, name: str) -> None:
        """The stages in words."""
        self.setAccessibleName(name)
        for status, box in self._boxes.items():
            box.setText(step_word(status))

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()


class TimeField(QTimeEdit):
    """A time of day. Tab leaves it; the arrow keys go from hours to minutes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        self.lineEdit().setTextMargins(space("s"), 0, 0, 0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """As every other field does it."""
        return QWidget.focusNextPrevChild(self, forward)


class HoursEditor(QWidget):
    """From and to, in minutes of the day."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space("s"))
        self._times = (TimeField(), TimeField())
        for edit in self._times:
            edit.timeChanged.connect(self._changed)
            line.addWidget(edit)
        line.addStretch(1)
        self.setFocusProxy(self._times[0])

    def given(self) -> tuple[int, ...]:
        """Both, in order."""
        return tuple(60 * edit.time().hour() + edit.time().minute() for edit in self._times)

    def take(self, value: Any) -> None:
        """Show both without telling anybody."""
        for edit, minutes in zip(self._times, value, strict=True):
            edit.blockSignals(True)
            edit.setTime(QTime(minutes // 60, minutes % 60))
            edit.blockSignals(False)

    def retranslate(self, name: str) -> None:
        """Each named for a screen reader."""
        for edit, word in zip(self._times, (self.tr("from"), self.tr("to")), strict=True):
            edit.setAccessibleName(f"{name}: {word}")
            edit.setToolTip(word)

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()


class MeteredEditor(QComboBox):
    """One of three."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for one in Metered:
            self.addItem("", one.value)
        self.setCurrentIndex(self.findData(Metered.COMMANDS.value))
        self.setMaximumWidth(_CHOICE_LETTERS * self.fontMetrics().averageCharWidth())
        self.activated.connect(self._changed)

    def given(self) -> str:
        """What is chosen."""
        return str(self.currentData())

    def take(self, value: Any) -> None:
        """Show a value; one of a newer program stays as it was."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def retranslate(self, name: str) -> None:
        """The choices in words."""
        self.setAccessibleName(name)
        for row in range(self.count()):
            self.setItemText(row, metered_word(self.itemData(row)))

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()


Editor = NumberEditor | DaysEditor | StatusEditor | HoursEditor | MeteredEditor


def editor_for(name: str) -> Editor:
    """The editor of a setting."""
    if name == form.SCOPE:
        return StatusEditor()
    if name == form.LEASE:
        return DaysEditor()
    if name == form.QUIET:
        return HoursEditor()
    if name == form.METERED:
        return MeteredEditor()
    return NumberEditor(_MEGABYTE if name in (form.DOCUMENT, form.BUDGET) else 1)
