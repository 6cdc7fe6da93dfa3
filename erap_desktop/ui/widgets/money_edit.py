"""A field for dollars: takes "1,234.50" or "1234.5", right-aligned, and knows its amount in cents."""

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_AMOUNT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{0,2}))?")
_MOST_DIGITS = 9


def parse_cents(text: str) -> int | None:
    """Dollars as typed ("$1,234.50", "1234.5", ".5") in cents; None for an empty text.

    Raises ValueError for anything else: a comma is a thousands mark, never a decimal one.
    """
    cleaned = text.strip().removeprefix("$").strip()
    if not cleaned:
        return None
    match = _AMOUNT.fullmatch(cleaned)
    if match is None or not (match[1] or match[2]):
        raise ValueError(text)
    dollars = (match[1] or "0").replace(",", "")
    if len(dollars) > _MOST_DIGITS:
        raise ValueError(text)
    return int(dollars) * 100 + int((match[2] or "").ljust(2, "0"))


class MoneyEdit(QLineEdit):
    """``amount_changed`` carries the cents, or None when empty, on each change that can be read."""

    amount_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(16)
        self.textEdited.connect(self._edited)

    def cents(self) -> int | None:
        """The amount, or None when empty. Raises ValueError when it cannot be read."""
        return parse_cents(self.text())

    def set_cents(self, cents: int | None) -> None:
        """Show an amount."""
        self.setText("" if cents is None else f"{cents / 100:.2f}")
        self._tidy()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the amount neatly when the field is left; what cannot be read stays as typed."""
        super().focusOutEvent(event)
        self._tidy()

    def _tidy(self) -> None:
        try:
            cents = self.cents()
        except ValueError:
            return
        if cents is not None:
            self.setText(f"{cents / 100:,.2f}")

    @Slot(str)
    def _edited(self, text: str) -> None:
        try:
            self.amount_changed.emit(parse_cents(text))
        except ValueError:
            return
