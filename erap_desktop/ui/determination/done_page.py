"""After the decision: where it is, when it counts, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from erap_desktop.ui.theme import set_icon, size, space, style_button, text_label
from erap_desktop.ui.widgets.card import Card


class DonePage(QWidget):
    """``next_asked_for``, ``file_asked_for`` and ``undo_asked_for`` are its three ways on."""

    next_asked_for = Signal()
    file_asked_for = Signal()
    undo_asked_for = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = text_label("", "title", wrap=True)
        self.heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._text = text_label("", "body", wrap=True)
        self._undo_text = text_label("", "caption", wrap=True)
        self.next = style_button(QPushButton(), "primary", "arrow-right")
        self.file = style_button(QPushButton(), "secondary", "case")
        self.undo = style_button(QPushButton(), "quiet", "undo")
        self.next.clicked.connect(self.next_asked_for)
        self.file.clicked.connect(self.file_asked_for)
        self.undo.clicked.connect(self.undo_asked_for)
        self._arrange()

    def _arrange(self) -> None:
        card, icon = Card(), QLabel()
        set_icon(icon, "on-laptop", "success", "icon-large")
        card.setMaximumWidth(size("measure"))
        card.body.setSpacing(space("m"))
        for widget in (icon, self.heading, self._text, self._undo_text):
            card.body.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.next)
        row.addWidget(self.file)
        row.addWidget(self.undo)
        row.addStretch(1)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(space("xl"), space("xl"), space("xl"), space("xl"))
        column.addStretch(1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(card, 3)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(2)

    def show_saved(self, act: str, time: str, *, more: bool) -> None:
        """Say what was saved when; `more`: another case waits."""
        self.heading.setText(self.tr("Saved on this laptop at {time}.").format(time=time))
        self._text.setText(self.tr("“{act}” counts once the office has received it.").format(act=act))
        self._undo_text.setText(self.tr("You can take it back until it has left this laptop."))
        self.next.setText(self.tr("Next case"))
        self.next.setVisible(more)
        self.file.setText(self.tr("Back to the case"))
        self.undo.setText(self.tr("Take back"))
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
