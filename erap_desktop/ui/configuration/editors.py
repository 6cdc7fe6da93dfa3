"""The editors of the settings. Each gives and takes the plain value of its setting."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from erap_desktop.models import settings_form as form
from erap_desktop.models.case_words import step_word
from erap_desktop.ui.theme import space
from erap_desktop.ui.widgets.flow import FlowLayout
from sync.casework.values import Status

_MEGABYTE = 1_000_000
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


Editor = NumberEditor | DaysEditor | StatusEditor


def editor_for(name: str) -> Editor:
    """The editor of a setting."""
    if name == form.SCOPE:
        return StatusEditor()
    if name == form.LEASE:
        return DaysEditor()
    return NumberEditor(_MEGABYTE if name in (form.DOCUMENT, form.BUDGET) else 1)
