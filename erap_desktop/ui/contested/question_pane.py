"""One question in full: the case, what happened, the comparison."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from erap_desktop.models.format import when
from erap_desktop.services.contests import BEFORE, CONTEST, Question, Questions, Side
from erap_desktop.ui.contested.compare_grid import ColumnHead, CompareGrid
from erap_desktop.ui.contested.comparison import compare, same_everywhere
from erap_desktop.ui.contested.question_table import case_text
from erap_desktop.ui.contested.question_words import kind_badge, kind_word, short, story
from erap_desktop.ui.theme import space, style_button, text_label
from erap_desktop.ui.widgets.badge import Badge
from erap_desktop.ui.widgets.page import Page


class QuestionPane(QWidget):
    """`open_wanted`: the case file; `chosen` carries the key of a side."""

    open_wanted = Signal()
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Question | None = None
        self.page = Page()
        self.page.setObjectName("contestedComparison")
        self._case = text_label("", "heading", wrap=True)
        self._badge = Badge()
        self.open = style_button(QPushButton(), "quiet", "case")
        self._story = text_label("", "body", wrap=True)
        self.grid = CompareGrid()
        self._same = text_label("", "caption", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(space("m"))
        head.addWidget(self._case, 1)
        head.addWidget(self._badge)
        head.addWidget(self.open)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.page)
        body = self.page.body
        body.setSpacing(space("m"))
        body.addLayout(head)
        for widget in (self._story, self.grid, self._same):
            body.addWidget(widget)
        self._trim_margins()
        self.open.clicked.connect(self._open)
        self.grid.chosen.connect(self.chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words that do not depend on the question."""
        self.open.setText(self.tr("Open the case"))
        self.page.set_name(self.tr("Comparison"))

    def show_question(self, question: Question, all_: Questions) -> None:
        """Say all of one question; a choice made before stays while it is the same one."""
        kept = self.grid.current if self._shown and self._shown.id == question.id else ""
        self._case.setText(case_text(question))
        kind, icon = kind_badge(question)
        self._badge.show_state(kind, kind_word(question), icon)
        self._story.setText(story(question, all_.names))
        open_ = question.may and question.answered is None
        heads = [self._head(question, side, all_) for side in question.sides]
        self.grid.show_sides(heads, compare(question, all_), open_=open_)
        self.grid.choose(question.kept if question.answered else kept)
        same = same_everywhere(question, all_)
        self._same.setText(same)
        self._same.setVisible(bool(same))
        if self._shown is None or self._shown.id != question.id:
            self.page.verticalScrollBar().setValue(0)
        self._shown = question

    def forget(self) -> None:
        """Let go of every name."""
        self._shown = None
        self._case.setText("")
        self._story.setText("")
        self.grid.show_sides((), (), open_=False)

    def _head(self, question: Question, side: Side, all_: Questions) -> ColumnHead:
        choices = [one.key for one in question.choices]
        number = choices.index(side.key) + 1 if side.key in choices else 0
        if side.key == BEFORE:
            who, at = self._before(question, side, all_)
            return ColumnHead(side.key, who, at, number, self.tr("leave it as it is"))
        who = all_.names.get(side.by, side.by)
        at = self.tr("received {time}").format(time=when(side.at, all_.now)) if side.at else ""
        return ColumnHead(side.key, who, at, number, short(side, question, all_.names))

    def _before(self, question: Question, side: Side, all_: Questions) -> tuple[str, str]:
        who = self.tr("Before") if question.kind == CONTEST else self.tr("As it is now")
        if not side.by:
            return who, ""
        by = all_.names.get(side.by, side.by)
        at = when(side.at, all_.now) if side.at else ""
        return who, self.tr("{who}, {time}").format(who=by, time=at)

    def _trim_margins(self) -> None:
        content = self.page.widget()
        layout = content.layout() if content is not None else None
        if layout is not None:
            layout.setContentsMargins(space("xs"), space("xs"), space("s"), space("s"))

    @Slot()
    def _open(self) -> None:
        self.open_wanted.emit()
