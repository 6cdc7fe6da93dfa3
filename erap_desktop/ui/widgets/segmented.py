"""One choice out of a few, side by side, with live counts.

The saved views of a list, the sections of a case.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QVBoxLayout, QWidget

from erap_desktop.models.format import count as format_count
from erap_desktop.ui.theme import style_button
from erap_desktop.ui.widgets.flow import FlowLayout


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice: its id, its words, and how many things it holds (None: no count is shown)."""

    id: str
    text: str
    count: int | None = None


class Segmented(QWidget):
    """``chosen`` carries the id when the person chooses; Tab reaches the chosen one, arrows move on."""

    chosen = Signal(str)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._flow = FlowLayout(gap="xs")
        outer.addLayout(self._flow)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._clicked)
        self._buttons: dict[str, QPushButton] = {}

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Show these choices; the chosen one stays chosen while it is among them. Counts change in place."""
        if [segment.id for segment in segments] != list(self._buttons):
            self._rebuild(segments)
        for segment in segments:
            self._say(self._buttons[segment.id], segment)

    def current(self) -> str:
        """The id of the chosen one, or an empty text."""
        return next((id_ for id_, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, id_: str) -> None:
        """Choose without sending ``chosen``. Raises KeyError for an id that is not shown."""
        self._buttons[id_].setChecked(True)

    def _rebuild(self, segments: Sequence[Segment]) -> None:
        kept = self.current()
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._flow.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        for segment in segments:
            button = style_button(QPushButton(self), "tab")
            button.setCheckable(True)
            button.setProperty("segment", segment.id)
            self._group.addButton(button)
            self._flow.addWidget(button)
            self._buttons[segment.id] = button
        first = next(iter(self._buttons), "")
        if self._buttons:
            self._buttons.get(kept, self._buttons[first]).setChecked(True)

    def _say(self, button: QPushButton, segment: Segment) -> None:
        if segment.count is None:
            text = name = segment.text
        else:
            shown = format_count(segment.count)
            text = f"{segment.text}  {shown}"
            name = QCoreApplication.translate("Segmented", "{name}, {count}").format(
                name=segment.text, count=shown
            )
        if button.text() != text:
            button.setText(text)
            button.setAccessibleName(name)

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("segment")))
