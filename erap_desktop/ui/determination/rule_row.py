"""One row of the worksheet: result in word and icon, question, what went in, evidence, citation, working."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from erap_desktop.ui.determination import rule_words
from erap_desktop.ui.theme import set_icon, space, style_button, text_label
from erap_desktop.ui.widgets.badge import Badge
from sync.casework.eligibility import RuleResult

if TYPE_CHECKING:
    from erap_desktop.services.worksheet import Determination


class RuleRow(QWidget):
    """Refreshing keeps what is folded open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = Badge()
        self._title = text_label("", "strong", wrap=True)
        self._facts = text_label("", "body", wrap=True, selectable=True)
        self._caption = text_label("", "caption", wrap=True, selectable=True)
        self._how = style_button(QPushButton(), "quiet", "chevron-right")
        self._how.setCheckable(True)
        self._how.toggled.connect(self._open)
        self._steps = text_label("", "body", wrap=True, selectable=True)
        self._citation = text_label("", "caption", wrap=True, selectable=True)
        self._open(False)
        self._arrange()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(space("hair"))
        for widget in (self._title, self._facts, self._caption, self._steps, self._citation):
            words.addWidget(widget)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space("l"))
        grid.addWidget(self._badge, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(words, 0, 1)
        grid.addWidget(self._how, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)

    def set_badge_room(self, width: int) -> None:
        """Let the questions of all rows begin at the same place."""
        layout = self.layout()
        if isinstance(layout, QGridLayout):
            layout.setColumnMinimumWidth(0, width)

    def badge_width(self) -> int:
        """How wide the result is."""
        return self._badge.sizeHint().width()

    def say(self, rule: RuleResult, sheet: Determination) -> None:
        """Show a test."""
        kind, word, icon = rule_words.result_badge(rule)
        self._badge.show_state(kind, word, icon)
        question = rule_words.title(rule, sheet)
        self._title.setText(question)
        facts = rule_words.facts_line(rule)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        parts = (rule_words.limit_caption(rule), rule_words.evidence_line(rule))
        caption = "  ·  ".join(filter(None, parts))
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption))
        self._how.setText(self.tr("How"))
        self._how.setAccessibleName(self.tr("How this was worked out: {question}").format(question=question))
        self._how.setToolTip(self.tr("How this was worked out"))
        self._steps.setText("\n".join(rule_words.working(rule, sheet)))
        self._citation.setText(self.tr("Rule: {citation}").format(citation=rule.citation))
        self.setAccessibleName(f"{question}: {word}. {facts}")

    @Slot(bool)
    def _open(self, opened: bool) -> None:
        self._steps.setVisible(opened)
        self._citation.setVisible(opened)
        set_icon(self._how, "chevron-down" if opened else "chevron-right", "accent")
