"""The award, line by line and month by month: each can be left out or changed before it is approved."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from erap_desktop.models.format import money
from erap_desktop.models.policy_text import expense_name, month_name
from erap_desktop.ui.theme import set_state, space, text_label
from erap_desktop.ui.widgets.card import Card
from erap_desktop.ui.widgets.money_edit import MoneyEdit
from sync.casework.case import AwardLine

if TYPE_CHECKING:
    from erap_desktop.services.worksheet import Determination

_AMOUNT_LETTERS = 14


class _Row(NamedTuple):
    box: QCheckBox
    what: QLabel
    amount: MoneyEdit


class AwardEditor(Card):
    """``changed`` after each change by the person; the proposal is shown anew only when it is another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._proposed: tuple[AwardLine, ...] = ()
        self._rows: list[_Row] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(space("l"))
        self._grid.setVerticalSpacing(space("xs"))
        self._grid.setColumnStretch(1, 1)
        self._total = text_label("", "heading", selectable=True)
        self._about = text_label("", "caption", wrap=True)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._total, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addWidget(self._about)

    def show_sheet(self, sheet: Determination) -> None:
        """Show the proposed award; what was changed by hand stays while the proposal is the same."""
        self.set_title(self.tr("Award"))
        if sheet.award != self._proposed:
            self._proposed = sheet.award
            self._build()
        self._name_rows(sheet)
        self._say_about(sheet)
        self._say_total()

    def lines(self) -> tuple[AwardLine, ...]:
        """The lines that are included, as they stand. Raises ValueError for an amount that can't be read."""
        found = []
        for line, (box, _, amount) in zip(self._proposed, self._rows, strict=True):
            if box.isChecked():
                found.append(
                    AwardLine(
                        month=line.month, expense=line.expense, cents=amount.cents() or 0, payee=line.payee
                    )
                )
        return tuple(found)

    @property
    def is_changed(self) -> bool:
        """Whether it differs from the proposal."""
        try:
            return self.lines() != self._proposed
        except ValueError:
            return True

    def sentence(self) -> str:
        """What would be approved as it stands."""
        try:
            lines = self.lines()
        except ValueError:
            return self.tr("An amount can't be read. Type it as 1,234.50.")
        total = money(sum(line.cents for line in lines))
        return self.tr("%n lines of the award, together {amount}.", "", len(lines)).format(amount=total)

    def forget(self) -> None:
        """Another case is shown."""
        self._proposed = ()
        self._build()

    def _build(self) -> None:
        for row in self._rows:
            for widget in row:
                widget.hide()
                widget.deleteLater()
        self._rows = [self._row(number, line) for number, line in enumerate(self._proposed)]

    def _row(self, number: int, line: AwardLine) -> _Row:
        box, what, amount = QCheckBox(), text_label("", "body", wrap=True, selectable=True), MoneyEdit()
        box.setChecked(True)
        amount.set_cents(line.cents)
        amount.setFixedWidth(amount.fontMetrics().averageCharWidth() * _AMOUNT_LETTERS)
        box.toggled.connect(self._edited)
        amount.textChanged.connect(self._edited)
        self._grid.addWidget(box, number, 0)
        self._grid.addWidget(what, number, 1)
        self._grid.addWidget(amount, number, 2)
        return _Row(box, what, amount)

    def _name_rows(self, sheet: Determination) -> None:
        for line, (box, what, amount) in zip(self._proposed, self._rows, strict=True):
            month, expense = month_name(line.month), expense_name(line.expense, sheet.page.policy)
            party = sheet.page.view.parties.get(line.payee) if line.payee else None
            name = party.name if party else self.tr("the tenant")
            box.setText(month)
            what.setText(self.tr("{expense}, to {name}").format(expense=expense, name=name))
            box.setAccessibleName(f"{month}, {what.text()}")
            amount.setAccessibleName(self.tr("Amount for {what}").format(what=f"{month}, {expense}"))

    def _say_about(self, sheet: Determination) -> None:
        if not self._proposed:
            self._about.setText(self.tr("Nothing that was asked for can be paid under this program."))
            return
        if sheet.months_left is None:
            self._about.setText(
                self.tr("How many months were paid before is not yet known, so the cap is not either.")
            )
            return
        months = len({line.month for line in self._proposed})
        rest = max(sheet.months_left - months, 0)
        text = self.tr("%n months of help are left after this award.", "", rest)
        self._about.setText(text)

    @Slot()
    def _edited(self) -> None:
        self._say_total()
        self.changed.emit()

    def _say_total(self) -> None:
        for box, _, amount in self._rows:
            amount.setEnabled(box.isChecked())
            set_state(amount, "error" if box.isChecked() and not _readable(amount) else "")
        try:
            total = sum(line.cents for line in self.lines())
        except ValueError:
            self._total.setText(self.tr("An amount can't be read. Type it as 1,234.50."))
            return
        self._total.setText(self.tr("Total {amount}").format(amount=money(total)))
        self._total.setVisible(bool(self._proposed))


def _readable(amount: MoneyEdit) -> bool:
    try:
        return bool(amount.cents())
    except ValueError:
        return False
