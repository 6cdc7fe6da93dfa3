"""What the applicant can be asked for: the papers the program knows, the usual ones first."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from erap_desktop.models import fact_words
from erap_desktop.ui.theme import space

USUAL = (
    *("pay_stub", "benefit_letter", "tax_return", "bank_statement", "attestation", "lease", "rent_ledger"),
    *("landlord_statement", "past_due_notice", "eviction_notice", "utility_bill", "w9"),
)


class PaperList(QWidget):
    """``changed`` when a paper is asked for or not any more."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space("hair"))
        self._boxes: dict[str, QCheckBox] = {}
        for kind in USUAL:
            self._boxes[kind] = QCheckBox()
            self._boxes[kind].toggled.connect(self._toggled)
            column.addWidget(self._boxes[kind])
        self.retranslate()

    def retranslate(self) -> None:
        """Name the papers."""
        for kind, box in self._boxes.items():
            box.setText(fact_words.document(kind))

    def items(self) -> tuple[str, ...]:
        """The papers that are asked for."""
        return tuple(kind for kind, box in self._boxes.items() if box.isChecked())

    def choose(self, items: tuple[str, ...]) -> None:
        """Choose these."""
        for kind, box in self._boxes.items():
            box.setChecked(kind in items)

    @Slot(bool)
    def _toggled(self, _: bool) -> None:
        self.changed.emit()
