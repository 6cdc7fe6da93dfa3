"""The worksheet: what is missing first, then a row per test, and under which rules it was worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from erap_desktop.models.format import date_text
from erap_desktop.models.missing_facts import MissingFact, missing_facts
from erap_desktop.ui.casefile.fact_names import fact_name
from erap_desktop.ui.determination.rule_row import RuleRow
from erap_desktop.ui.theme import text_label
from erap_desktop.ui.widgets.badge import Badge
from erap_desktop.ui.widgets.card import Card
from erap_desktop.ui.widgets.notice import Notice
from sync.casework.eligibility import RuleResult
from sync.casework.values import Result

if TYPE_CHECKING:
    from erap_desktop.services.worksheet import Determination


class WorksheetView(Card):
    """``fact_asked_for`` carries the id of a missing fact that the person wants to record."""

    fact_asked_for = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._result = Badge()
        self.add_to_head(self._result)
        self._missing = Notice("warning")
        self._links: list[QPushButton] = []
        self._rows: list[RuleRow] = []
        self._footer = text_label("", "caption", wrap=True, selectable=True)
        self.body.addWidget(self._missing)
        self.body.addWidget(self._footer)

    def show_sheet(self, sheet: Determination) -> None:
        """Show the tests of a case."""
        self.set_title(self.tr("Worksheet"))
        worked = sheet.page.sheet
        self._result.setVisible(worked is not None)
        if worked is None:
            self._missing.say(
                "warning", self.tr("The rules are not on this laptop yet. Sync once to get them.")
            )
            self._missing.show()
            return
        self._say_result(worked.result)
        self._show_missing(missing_facts(sheet.page.case, worked))
        rules = sorted(worked.rules, key=_urgency)
        while len(self._rows) < len(rules):
            row = RuleRow()
            self._rows.append(row)
            self.body.insertWidget(self.body.count() - 1, row)
        for row, rule in zip(self._rows, rules, strict=True):
            row.say(rule, sheet)
        room = max(row.badge_width() for row in self._rows)
        for row in self._rows:
            row.set_badge_room(room)
        self._say_footer(sheet)

    def _say_result(self, result: Result) -> None:
        if result is Result.PASS:
            self._result.show_state("success", self.tr("Meets every test"))
        elif result is Result.FAIL:
            self._result.show_state("error", self.tr("Doesn't meet a test"), "cross-circle")
        else:
            self._result.show_state("warning", self.tr("Information is missing"), "question")

    def _show_missing(self, missing: tuple[MissingFact, ...]) -> None:
        self._missing.setVisible(bool(missing))
        if not missing:
            return
        title = self.tr("%n facts are missing.", "", len(missing))
        self._missing.say(
            "warning",
            title,
            self.tr("Missing information is never a reason to deny. Record it or ask for it."),
        )
        while len(self._links) < len(missing):
            link = self._missing.add_button(QPushButton())
            link.clicked.connect(self._pressed)
            self._links.append(link)
        for number, link in enumerate(self._links):
            fact = missing[number].fact if number < len(missing) else None
            link.setVisible(fact is not None)
            if fact is not None:
                link.setText(fact_name(fact))
                link.setProperty("fact", fact.id)

    def _say_footer(self, sheet: Determination) -> None:
        page = sheet.page
        if page.policy is None:
            return
        text = self.tr("Rules {version}, in force since {date}. Facts as of {as_of}.")
        as_of = date_text(page.as_of) if page.as_of else self.tr("the first sync")
        since = date_text(page.policy.effective)
        self._footer.setText(text.format(version=page.policy.version, date=since, as_of=as_of))

    @Slot()
    def _pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.fact_asked_for.emit(str(sender.property("fact")))


def _urgency(rule: RuleResult) -> int:
    """What is not met comes first, then what is missing; what is no requirement last."""
    if not rule.required:
        return 3
    return (Result.FAIL, Result.NEED_INFORMATION, Result.PASS).index(rule.result)
