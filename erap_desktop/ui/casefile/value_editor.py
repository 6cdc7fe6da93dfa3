"""One editor for any kind of fact: an amount, a choice, a number, a text."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from erap_desktop.models import fact_words
from erap_desktop.models.correctable import Fact, Kind
from erap_desktop.models.place_text import county_text
from erap_desktop.ui.widgets.money_edit import MoneyEdit
from sync.casework.household import Evidence, Period
from sync.casework.policy import Policy


class ChoiceEdit(QComboBox):
    """A choice by plain value."""

    edited = Signal()

    def __init__(self, choices: list[tuple[str, Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for text, value in choices:
            self.addItem(text, value)
        self.activated.connect(self._activated)

    @Slot(int)
    def _activated(self, _: int) -> None:
        self.edited.emit()


def editor_for(fact: Fact, policy: Policy | None) -> QWidget:
    """An editor that holds the recorded value."""
    editor = _choice(fact, policy)
    if editor is not None:
        position = editor.findData(fact.value)
        editor.setCurrentIndex(max(position, 0))
        return editor
    if fact.kind is Kind.MONEY:
        amount = MoneyEdit()
        amount.set_cents(fact.value)
        return amount
    return QLineEdit("" if fact.value is None else str(fact.value))


def read_value(editor: QWidget, kind: Kind) -> Any:
    """The plain value in an editor; None when it is empty. Raises ValueError when it can't be read."""
    if isinstance(editor, ChoiceEdit):
        return editor.currentData()
    if isinstance(editor, MoneyEdit):
        return editor.cents()
    text = editor.text().strip() if isinstance(editor, QLineEdit) else ""
    if kind is not Kind.COUNT:
        return text or None
    if text and not text.isdecimal():
        raise ValueError(text)
    return int(text) if text else None


def _choice(fact: Fact, policy: Policy | None) -> ChoiceEdit | None:
    if fact.kind is Kind.PERIOD:
        return ChoiceEdit([(fact_words.period(one), one.value) for one in Period])
    if fact.kind is Kind.EVIDENCE:
        return ChoiceEdit([(fact_words.evidence(one), one.value) for one in Evidence])
    if fact.kind is Kind.RISK:
        return ChoiceEdit([(fact_words.risk(one), one) for one in fact_words.risk_kinds()])
    if fact.kind is Kind.YES_NO:
        unknown = (QCoreApplication.translate("FactNames", "not yet known"), None)
        yes = (QCoreApplication.translate("FactNames", "Yes"), True)
        return ChoiceEdit([unknown, yes, (QCoreApplication.translate("FactNames", "No"), False)])
    if fact.kind is Kind.COUNTY:
        counties = policy.counties if policy else {}
        named = sorted((county_text(code, counties), code) for code in counties)
        return ChoiceEdit([(county_text("", counties), None), *named])
    return None
