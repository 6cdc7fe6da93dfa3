"""Panes side by side while there is room, one above the other when there is not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from erap_desktop.ui.theme import space


class Columns(QWidget):
    """Give it the panes with their share of the width.

    ``em`` is the least width of one column, in letters.
    """

    def __init__(self, em: int = 44, gap: str = "l", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._em = em
        self._panes: list[QWidget] = []
        self._shares: list[int] = []
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(space(gap))

    def set_panes(self, panes: Sequence[QWidget], shares: Sequence[int] | None = None) -> None:
        """Show these panes from left to right; ``shares`` are stretch factors, equal when left out."""
        self._panes = list(panes)
        self._shares = list(shares) if shares is not None else [1] * len(panes)
        self._across = 0
        self._arrange()

    @property
    def across(self) -> int:
        """How many columns there are now."""
        return self._across

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or spread as the width says."""
        super().resizeEvent(event)
        self._arrange()

    def _fits(self) -> int:
        least = self._em * self.fontMetrics().averageCharWidth()
        gap = self._grid.horizontalSpacing()
        return max(1, min(len(self._panes), (self.width() + gap) // (least + gap)))

    def _arrange(self) -> None:
        across = self._fits()
        if across == self._across or not self._panes:
            return
        self._across = across
        while self._grid.count():
            self._grid.takeAt(0)
        for number, pane in enumerate(self._panes):
            last_row = number // across == (len(self._panes) - 1) // across
            align = Qt.AlignmentFlag(0) if across > 1 and last_row else Qt.AlignmentFlag.AlignTop
            if across == 1:
                align = Qt.AlignmentFlag(0)
            self._grid.addWidget(pane, number // across, number % across, align)
        for column in range(len(self._panes)):
            self._grid.setColumnStretch(column, self._shares[column] if column < across else 0)
