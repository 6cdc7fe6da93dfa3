"""Moving the selected cases: to whom, what would happen, why, and the button that does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from erap_desktop.models.format import count
from erap_desktop.services.team import Load
from erap_desktop.ui.team.words import person_word
from erap_desktop.ui.theme import set_icon, space, style_button, text_label
from erap_desktop.ui.widgets.badge import ICONS
from erap_desktop.ui.widgets.field import Field
from erap_desktop.ui.widgets.fitted_card import FittedCard
from erap_desktop.ui.widgets.notice import Notice
from erap_desktop.ui.widgets.page import Page


class MovePanel(FittedCard):
    """`target_changed` when another person is chosen; `move_wanted` when the button is pressed."""

    target_changed = Signal()
    move_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, compact=True)
        self.setObjectName("teamMove")
        self._cases = 0
        self._lines: list[QWidget] = []
        self.target = QComboBox()
        self.target.setObjectName("teamTarget")
        self._target_field = Field(self.target)
        self.preview = Page()
        self.preview.setObjectName("teamPreview")
        self.why = QLineEdit()
        self.why.setObjectName("teamWhy")
        self.why.setMaxLength(200)
        self._why_field = Field(self.why)
        self.act = style_button(QPushButton(), "primary", "reassign")
        self.act.setObjectName("teamMoveButton")
        layout = self.preview.widget().layout()  # type: ignore[union-attr]
        layout.setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        self.preview.body.setSpacing(space("s"))
        self.receipt = Notice("info")
        self.undo = self.receipt.add_button(QPushButton())
        self.receipt.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(space("s"))
        self.preview.body.addWidget(self.receipt)
        self.preview.body.addLayout(self._list)
        self.preview.body.addWidget(self._why_field)
        self.body.addWidget(self._target_field)
        self.body.addWidget(self.preview, 1)
        self.body.addWidget(self.act)
        self.target.activated.connect(self._target_chosen)
        self.act.clicked.connect(self._act)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words that do not depend on the selection."""
        self._target_field.set_words(self.tr("To"))
        self._why_field.set_words(self.tr("Note for them (optional)"))
        self.preview.set_name(self.tr("What will happen"))
        self.say_count(self._cases)

    def show_targets(self, loads: Sequence[Load]) -> None:
        """Whom cases can be given to, the least loaded first; a choice made before stays."""
        kept = self.to
        self.target.blockSignals(True)
        self.target.clear()
        for load in loads:
            text = self.tr("{name} · {n} open").format(name=person_word(load), n=count(load.open))
            self.target.addItem(text, load.user)
        found = self.target.findData(kept)
        self.target.setCurrentIndex(max(found, 0) if loads else -1)
        self.target.blockSignals(False)
        self.say_count(self._cases)

    @property
    def to(self) -> str:
        """The user who was chosen, or an empty text."""
        return str(self.target.currentData() or "")

    def say_count(self, cases: int) -> None:
        """How many cases would move."""
        self._cases = cases
        self.set_title(self.tr("Move %Ln cases", "", cases) if cases else self.tr("Move cases"))
        name = self.target.currentText().split(" · ")[0]
        if cases and name:
            self.act.setText(self.tr("Move %Ln cases to {name}", "", cases).format(name=name))
        else:
            self.act.setText(self.tr("Select cases first"))
        self.act.setEnabled(bool(cases and name))
        self._why_field.setVisible(bool(cases))

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """The preview: one line with its icon for each thing worth knowing."""
        for line in self._lines:
            self._list.removeWidget(line)
            line.deleteLater()
        self._lines = [_line(kind, text) for kind, text in lines]
        for line in self._lines:
            self._list.addWidget(line)

    @Slot()
    def _target_chosen(self) -> None:
        self.say_count(self._cases)
        self.target_changed.emit()

    @Slot()
    def _act(self) -> None:
        self.move_wanted.emit()


def _line(kind: str, text: str) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(space("s"))
    mark = QLabel()
    set_icon(mark, ICONS[kind], kind, "icon-small")
    words = QVBoxLayout()
    words.addWidget(text_label(text, "body", wrap=True))
    layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    layout.addLayout(words, 1)
    return line
