"""The first of the two steps of a decision: what to decide, on what grounds. Nothing is saved here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from erap_desktop.ui.determination.code_list import CodeList
from erap_desktop.ui.determination.paper_list import PaperList
from erap_desktop.ui.theme import space, style_button, text_label
from erap_desktop.ui.widgets.card import Card
from erap_desktop.ui.widgets.field import Field
from erap_desktop.ui.widgets.notice import Notice
from sync.casework.values import Result

if TYPE_CHECKING:
    from erap_desktop.services.worksheet import Determination

CHOICES = ("approve", "deny", "ask", "recommend", "close")
RECOMMENDATIONS = ("approve", "deny")


class ChoicePanel(Card):
    """``check_asked_for``: go on to the summary. ``changed`` after each change by the person.

    ``foot`` (what stands in the way, and the button) is put where it never scrolls away.
    """

    check_asked_for = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._sheet: Determination | None = None
        self._group, self._radios = QButtonGroup(self), {}
        self._which, self._whiches = QButtonGroup(self), {}
        for name in CHOICES:
            self._radios[name] = self._radio(self._group, name)
        self._which_label = text_label("", "caption")
        self.body.addSpacing(space("s"))
        self.body.addWidget(self._which_label)
        for name in RECOMMENDATIONS:
            self._whiches[name] = self._radio(self._which, name)
        self.codes, self.papers = CodeList(), PaperList()
        self._codes_label, self._papers_label = text_label("", "caption"), text_label("", "caption")
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(4 * self.reason.fontMetrics().lineSpacing() + 2 * space("s"))
        self._reason_field = Field(self.reason)
        self._award = text_label("", "body", wrap=True)
        self._problem = Notice("error")
        self.foot = QWidget()
        self.check = style_button(QPushButton(), "primary", "arrow-right")
        self._arrange()
        self._connect()
        self.retranslate()

    def _radio(self, group: QButtonGroup, name: str) -> QRadioButton:
        radio = QRadioButton()
        radio.setProperty("choice", name)
        group.addButton(radio)
        self.body.addWidget(radio)
        return radio

    def _arrange(self) -> None:
        self.body.setSpacing(space("xs"))
        for widget in (self._codes_label, self.codes, self._papers_label, self.papers):
            self.body.addWidget(widget)
        self.body.addWidget(self._award)
        self.body.addWidget(self._reason_field)
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(space("xl"), space("s"), space("xl"), space("m"))
        column.setSpacing(space("s"))
        column.addWidget(self._problem)
        column.addWidget(self.check)
        self._problem.hide()

    def _connect(self) -> None:
        self._group.buttonToggled.connect(self._toggled)
        self._which.buttonToggled.connect(self._toggled)
        self.codes.changed.connect(self._edited)
        self.papers.changed.connect(self._edited)
        self.reason.textChanged.connect(self._edited)
        self.check.clicked.connect(self.check_asked_for)

    def retranslate(self) -> None:
        """Set the words; what is chosen and typed stays."""
        self.set_title(self.tr("Decide"))
        words = {
            "approve": self.tr("Approve"),
            "deny": self.tr("Deny"),
            "ask": self.tr("Ask the applicant for information"),
            "recommend": self.tr("Recommend to a supervisor"),
            "close": self.tr("Close at the applicant's request"),
        }
        for name, radio in self._radios.items():
            radio.setText(words[name])
        self._which_label.setText(self.tr("What do you recommend?"))
        self._whiches["approve"].setText(self.tr("To approve the award as it stands"))
        self._whiches["deny"].setText(self.tr("To deny, for these reasons"))
        self._codes_label.setText(self.tr("Reasons for the denial"))
        self._papers_label.setText(self.tr("What is needed"))
        self.papers.retranslate()
        self.check.setText(self.tr("Check the decision"))
        self._fit()

    def show_sheet(self, sheet: Determination) -> None:
        """Offer what can be decided on this case."""
        self._sheet = sheet
        self.codes.show_sheet(sheet)
        self._fit()

    def say_award(self, text: str) -> None:
        """Say what would be approved."""
        self._award.setText(text)

    @property
    def choice(self) -> str:
        """What is chosen: one of CHOICES, or ""."""
        return _chosen(self._group)

    @property
    def recommended(self) -> str:
        """What is recommended: one of RECOMMENDATIONS, or ""."""
        return _chosen(self._which)

    def choose(self, name: str) -> None:
        """Choose, as when the person came here for that."""
        if name in self._radios:
            self._radios[name].setChecked(True)

    def focus_choice(self) -> None:
        """Put the focus on what is chosen, or on the first choice."""
        radio = self._radios.get(self.choice, self._radios["approve"])
        radio.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def values(self) -> dict[str, object]:
        """What is chosen and typed, for the draft."""
        return {
            "choice": self.choice,
            "recommended": self.recommended,
            "codes": list(self.codes.codes()),
            "papers": list(self.papers.items()),
            "reason": self.reason.toPlainText(),
        }

    def restore(self, values: dict[str, Any]) -> None:
        """Put a draft back, or begin anew with an empty one."""
        for group in (self._group, self._which):
            group.setExclusive(False)
            for button in group.buttons():
                button.setChecked(False)
            group.setExclusive(True)
        self.choose(str(values.get("choice", "")))
        if values.get("recommended") in self._whiches:
            self._whiches[values["recommended"]].setChecked(True)
        self.codes.choose(tuple(values.get("codes", ())))
        self.papers.choose(tuple(values.get("papers", ())))
        self.reason.setPlainText(str(values.get("reason", "")))
        self.say_problem("")
        self._fit()

    def say_problem(self, text: str) -> None:
        """Say what stands in the way; an empty text takes it away."""
        self._problem.say("error", text)
        self._problem.setVisible(bool(text))

    @property
    def problem(self) -> str:
        """What is said to stand in the way, or an empty text."""
        return self._problem.accessibleName() if self._problem.isVisibleTo(self.foot) else ""

    @Slot(QAbstractButton, bool)
    def _toggled(self, _: QAbstractButton, on: bool) -> None:
        if on:
            self._fit()
            self._edited()

    @Slot()
    def _edited(self) -> None:
        self.say_problem("")
        self.changed.emit()

    def _fit(self) -> None:
        choice, denies = self.choice, self.choice == "deny"
        recommends = choice == "recommend"
        for widget in (self._which_label, *self._whiches.values()):
            widget.setVisible(recommends)
        codes = denies or (recommends and self.recommended == "deny")
        for widget in (self._codes_label, self.codes):
            widget.setVisible(codes)
        for widget in (self._papers_label, self.papers):
            widget.setVisible(choice == "ask")
        self._award.setVisible(choice == "approve" or (recommends and self.recommended == "approve"))
        self._reason_field.setVisible(bool(choice))
        self.check.setVisible(bool(choice))
        self._reason_field.set_words(*self._reason_words(choice))

    def _reason_words(self, choice: str) -> tuple[str, str]:
        if choice == "ask":
            return self.tr("Message to the applicant"), self.tr("It is sent as you write it.")
        if choice == "approve" and not self._passes():
            hint = self.tr("Needed: the worksheet does not meet every test by itself.")
            return self.tr("Why you decide this way"), hint
        return self.tr("Why you decide this way"), ""

    def _passes(self) -> bool:
        worked = self._sheet.page.sheet if self._sheet else None
        return worked is not None and worked.result is Result.PASS


def _chosen(group: QButtonGroup) -> str:
    button = group.checkedButton()
    return str(button.property("choice")) if button is not None else ""
