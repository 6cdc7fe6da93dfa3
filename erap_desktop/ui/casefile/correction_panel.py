"""Correcting one fact, beside the page it stands on: which, what is recorded, what is right, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from erap_desktop.models.correctable import Fact, correctable
from erap_desktop.ui.casefile.fact_names import fact_name, value_text
from erap_desktop.ui.casefile.value_editor import editor_for, read_value
from erap_desktop.ui.theme import size, space, style_button, text_label
from erap_desktop.ui.widgets.card import Card
from erap_desktop.ui.widgets.field import Field

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage


class CorrectionPanel(Card):
    """``meant`` carries the CorrectField command; ``put_aside`` says that it isn't wanted any more."""

    meant = Signal(object)
    put_aside = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._page: CasePage | None = None
        self._facts: tuple[Fact, ...] = ()
        self.which = QComboBox()
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(16)
        self.which.activated.connect(self._chosen)
        self._which_field = Field(self.which)
        self._recorded = text_label("", "caption", wrap=True)
        self._place = QVBoxLayout()
        self._value_field: Field | None = None
        self.reason = QLineEdit()
        self._reason_field = Field(self.reason)
        self.save = style_button(QPushButton(), "primary")
        self.cancel = style_button(QPushButton(), "secondary")
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.put_aside)
        self._arrange()

    def _arrange(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFixedWidth(size("measure") // 2)
        self.body.setSpacing(space("m"))
        self.body.addWidget(self._which_field)
        self.body.addLayout(self._place)
        self.body.addWidget(self._recorded)
        self.body.addWidget(self._reason_field)
        row = QHBoxLayout()
        row.addWidget(self.cancel)
        row.addWidget(self.save, 1)
        self.body.addLayout(row)

    def retranslate(self) -> None:
        """Set the words; what is typed stays."""
        self.set_title(self.tr("Correct a fact"))
        self._which_field.set_words(self.tr("Which fact"))
        self._reason_field.set_words(self.tr("Why (kept with the correction)"))
        self.save.setText(self.tr("Save the correction"))
        self.cancel.setText(self.tr("Cancel"))

    def begin(self, page: CasePage, fact_id: str = "") -> None:
        """Offer the facts of a case, one of them chosen."""
        self._page, self._facts = page, correctable(page.case)
        self.retranslate()
        self.which.clear()
        for fact in self._facts:
            self.which.addItem(fact_name(fact), fact.id)
        self.which.setCurrentIndex(max(self.which.findData(fact_id), 0))
        self.reason.clear()
        self._show_fact()

    def fact(self) -> Fact | None:
        """The fact that is chosen."""
        return next((one for one in self._facts if one.id == self.which.currentData()), None)

    @property
    def editor(self) -> QWidget | None:
        """Where the right value is typed."""
        return self._value_field.editor if self._value_field else None

    def say_problem(self, text: str) -> None:
        """Say why it was not saved; what is typed stays."""
        if self._value_field is not None:
            self._value_field.set_error(text)

    @Slot(int)
    def _chosen(self, _: int) -> None:
        self._show_fact()

    def _show_fact(self) -> None:
        fact = self.fact()
        if self._value_field is not None:
            self._value_field.hide()
            self._value_field.deleteLater()
            self._value_field = None
        if fact is None or self._page is None:
            return
        self._value_field = Field(editor_for(fact, self._page.policy))
        self._value_field.set_words(self.tr("What is right"))
        self._place.addWidget(self._value_field)
        recorded = value_text(fact, self._page.policy)
        self._recorded.setText(self.tr("Recorded now: {value}").format(value=recorded))
        QWidget.setTabOrder(self.which, self._value_field.editor)
        QWidget.setTabOrder(self._value_field.editor, self.reason)

    @Slot()
    def _save(self) -> None:
        fact, editor = self.fact(), self.editor
        if fact is None or editor is None:
            return
        try:
            value = read_value(editor, fact.kind)
        except ValueError:
            self.say_problem(
                self.tr("This can't be read. Type an amount such as 1,234.50, or a whole number.")
            )
            return
        if value == fact.value:
            self.say_problem(self.tr("This is what is recorded already."))
            return
        self.meant.emit(fact.correction(value, self.reason.text().strip()))
