"""Under the comparison: what choosing would do, why, and the button; or why there is nothing to do here."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from erap_desktop.ui.theme import space, style_button, text_label
from erap_desktop.ui.widgets.field import Field
from erap_desktop.ui.widgets.fitted_card import FittedCard

_REASON_LINES = 2


class AnswerBar(FittedCard):
    """`confirmed`, `later` and `take_back_wanted` carry nothing: they are about the question shown."""

    confirmed = Signal()
    later = Signal()
    take_back_wanted = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, compact=True)
        self.setObjectName("contestedAnswer")
        self._preview = text_label("", "body", wrap=True)
        self.reason = QPlainTextEdit()
        self.reason.setObjectName("contestedReason")
        self.reason.setTabChangesFocus(True)
        self.field = Field(self.reason)
        self.confirm = style_button(QPushButton(), "primary", "check")
        self.confirm.setObjectName("contestedConfirm")
        self.skip = style_button(QPushButton(), "secondary", "clock")
        self.undo = style_button(QPushButton(), "secondary", "undo")
        buttons = QHBoxLayout()
        buttons.setSpacing(space("s"))
        buttons.addWidget(self.undo)
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        buttons.addWidget(self.confirm)
        self.body.addWidget(self._preview)
        self.body.addWidget(self.field)
        self.body.addLayout(buttons)
        self.confirm.clicked.connect(self._confirm)
        self.skip.clicked.connect(self._later)
        self.undo.clicked.connect(self._take_back)
        self.reason.textChanged.connect(self._typed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words that do not depend on the question."""
        self.field.set_words(self.tr("Why (it goes on the record of the case)"))
        self.skip.setText(self.tr("Later"))
        self.skip.setToolTip(self.tr("Leave it open and go to the next one (L)"))
        self.undo.setText(self.tr("Take it back"))
        self._fit()

    def say_open(self, preview: str, button: str, *, ready: bool) -> None:
        """The person may choose: what the choice would do, and what the button says."""
        self._preview.setText(preview)
        self.confirm.setText(button)
        self.confirm.setEnabled(ready)
        self.confirm.setToolTip(self.tr("Ctrl+Enter") if ready else self.tr("Choose a side first"))
        self._show_controls(choosing=True, undo=False)

    def say_closed(self, text: str, *, undo: bool) -> None:
        """There is nothing to choose: why, and whether the answer can still be taken back."""
        self._preview.setText(text)
        self._show_controls(choosing=False, undo=undo)

    def set_reason_error(self, error: str) -> None:
        """Say that a reason is missing; an empty text takes it away."""
        self.field.set_error(error)

    def _show_controls(self, *, choosing: bool, undo: bool) -> None:
        self.field.setVisible(choosing)
        self.confirm.setVisible(choosing)
        self.undo.setVisible(undo)

    def _fit(self) -> None:
        height = _REASON_LINES * self.reason.fontMetrics().lineSpacing() + 2 * space("s") + 4
        self.reason.setFixedHeight(height)

    @Slot()
    def _confirm(self) -> None:
        self.confirmed.emit()

    @Slot()
    def _later(self) -> None:
        self.later.emit()

    @Slot()
    def _take_back(self) -> None:
        self.take_back_wanted.emit()

    @Slot()
    def _typed(self) -> None:
        self.typed.emit()
