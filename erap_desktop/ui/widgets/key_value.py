"""Facts as label and value, the value selectable: what a case file mostly consists of."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from erap_desktop.ui.theme import space, text_label


class KeyValueList(QWidget):
    """Rows of (label, value); values wrap and can be marked and copied. Refreshing keeps the widgets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space("l"))
        self._grid.setVerticalSpacing(space("s"))
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these facts, in this order. An empty value is shown as an en dash."""
        while len(self._rows) < len(rows):
            self._add_row()
        for number, (key, value) in enumerate(self._rows):
            shown = number < len(rows)
            key.setVisible(shown)
            value.setVisible(shown)
            if shown:
                self._fill(key, value, *rows[number])

    def value_label(self, row: int) -> QLabel:
        """The label that shows the value of a row, to style or to point at. Raises IndexError."""
        return self._rows[row][1]

    def _fill(self, key: QLabel, value: QLabel, name: str, text: str) -> None:
        if key.text() != name:
            key.setText(name)
        shown = text or "–"
        if value.text() != shown:
            value.setText(shown)
        value.setAccessibleName(f"{name}: {shown}")

    def _add_row(self) -> None:
        key = text_label("", "caption", wrap=True)
        value = text_label("", "body", wrap=True, selectable=True)
        key.setBuddy(value)
        row = len(self._rows)
        self._grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        self._rows.append((key, value))
