"""The worksheet and the award on the left, the choice (or a correction) on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from erap_desktop.ui.casefile.correction_panel import CorrectionPanel
from erap_desktop.ui.determination.award_editor import AwardEditor
from erap_desktop.ui.determination.choice_panel import ChoicePanel
from erap_desktop.ui.determination.worksheet_view import WorksheetView
from erap_desktop.ui.theme import space, text_label
from erap_desktop.ui.widgets.notice import Notice
from erap_desktop.ui.widgets.page import Page
from erap_desktop.ui.words.late_facts import late_fact_words

if TYPE_CHECKING:
    from erap_desktop.services.worksheet import Determination

_SIDE_SHARE = 0.38
_SIDE_LEAST = 320
_SIDE_MOST = 460


class WorkPage(QWidget):
    """``edited`` after each change of the decision; ``check_asked_for`` to go on."""

    edited = Signal()
    check_asked_for = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Determination | None = None
        self.late_fact = Notice()
        self.worksheet, self.award = WorksheetView(), AwardEditor()
        self.choice, self.correction = ChoicePanel(), CorrectionPanel()
        self._closed = text_label("", "muted", wrap=True)
        self._left, self._right = Page(), Page()
        self._arrange()
        self.worksheet.fact_asked_for.connect(self.correct_fact)
        self.correction.put_aside.connect(self.close_correction)
        self.award.changed.connect(self._award_changed)
        self.choice.changed.connect(self.edited)
        self.choice.check_asked_for.connect(self.check_asked_for)

    def _arrange(self) -> None:
        for page, widgets in (
            (self._left, (self.late_fact, self.worksheet, self.award)),
            (self._right, self._side()),
        ):
            for widget in widgets:
                page.body.addWidget(widget)
            page.body.setContentsMargins(0, space("s"), 0, 0)
        for hidden in (self.correction, self._closed, self.late_fact):
            hidden.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self._right, 1)
        side.addWidget(self.choice.foot)
        row.addLayout(side)

    def _side(self) -> tuple[QWidget, ...]:
        return (self.correction, self.choice, self._closed)

    def retranslate(self) -> None:
        """Set the words; what is chosen and typed stays."""
        self._left.set_name(self.tr("Worksheet and award"))
        self._right.set_name(self.tr("Decision"))
        self._closed.setText(
            self.tr("You can read this worksheet. The decision is with the person who has the case.")
        )
        self.choice.retranslate()
        self.correction.retranslate()

    def show_sheet(self, sheet: Determination) -> None:
        """Show a case; what is chosen and typed stays."""
        self._sheet = sheet
        late = late_fact_words(sheet.page.case)
        self.late_fact.setVisible(late is not None)
        if late is not None:
            self.late_fact.say("warning", *late)
        self.worksheet.show_sheet(sheet)
        self.award.show_sheet(sheet)
        self.choice.show_sheet(sheet)
        self.choice.say_award(self.award.sentence())
        self._closed.setVisible(not sheet.page.may_decide)
        self._show_choice(not self.correction.isVisibleTo(self))

    def forget(self) -> None:
        """Another case is shown, or the desk is locked."""
        self._sheet = None
        self.choice.restore({})
        self.award.forget()
        self.close_correction()
        for page in (self._left, self._right):
            page.verticalScrollBar().setValue(0)

    def first_focus(self) -> QWidget:
        """Where reading begins."""
        return self._left

    @Slot()
    def _award_changed(self) -> None:
        self.choice.say_award(self.award.sentence())
        self.edited.emit()

    @Slot(str)
    def correct_fact(self, fact_id: str) -> None:
        """Record a missing fact without leaving the worksheet."""
        if self._sheet is not None and self._sheet.page.may_work:
            self.correction.begin(self._sheet.page, fact_id)
            self.correction.show()
            self._show_choice(False)
            editor = self.correction.editor or self.correction.which
            editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def close_correction(self) -> None:
        """Back to the choice."""
        self.correction.hide()
        self._show_choice(True)

    def _show_choice(self, wanted: bool) -> None:
        shown = wanted and self._sheet is not None and self._sheet.page.may_decide
        self.choice.setVisible(shown)
        self.choice.foot.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side takes its share, within bounds."""
        super().resizeEvent(event)
        width = round(self.width() * _SIDE_SHARE)
        self._right.setFixedWidth(min(max(width, _SIDE_LEAST), _SIDE_MOST))
        self.choice.foot.setFixedWidth(self._right.width())
