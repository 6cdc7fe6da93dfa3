"""What has just happened to an open case, above the page and out of its scrolling: a change, a problem."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from erap_desktop.ui.theme import space
from erap_desktop.ui.widgets.notice import Notice


class Alerts(QWidget):
    """``look_asked_for``: the person wants to see the case as it is now."""

    look_asked_for = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(space("xl"), space("s"), space("xl"), 0)
        column.setSpacing(space("s"))
        self._problem, self._changed = Notice("error"), Notice("info")
        self._dismiss = self._problem.add_button(QPushButton())
        self._dismiss.clicked.connect(self._forget)
        self._look = self._changed.add_button(QPushButton())
        self._look.clicked.connect(self._looked)
        column.addWidget(self._problem)
        column.addWidget(self._changed)
        self.clear()

    def retranslate(self) -> None:
        """Set the words that do not depend on what happened."""
        self._dismiss.setText(self.tr("Understood"))
        self._look.setText(self.tr("Show the case as it is now"))
        title = self.tr("The case changed: look again.")
        text = self.tr("A sync brought a change that somebody else made. What you typed is still here.")
        self._changed.say("warning", title, text, "sync")

    def show_changed(self) -> None:
        """Somebody else's change came while the page was open."""
        self.retranslate()
        self._changed.show()
        self._fit()

    def show_problem(self, text: str) -> None:
        """Something that was asked for could not be done; an empty text takes the notice away."""
        self.retranslate()
        self._problem.say("error", text)
        self._problem.setVisible(bool(text))
        self._fit()

    def clear(self) -> None:
        """Nothing to say."""
        self._problem.hide()
        self._changed.hide()
        self._fit()

    @property
    def says_changed(self) -> bool:
        """Whether the person was told that the case changed and has not looked yet."""
        return self._changed.isVisibleTo(self)

    @Slot()
    def _forget(self) -> None:
        self.show_problem("")

    @Slot()
    def _looked(self) -> None:
        self._changed.hide()
        self._fit()
        self.look_asked_for.emit()

    def _fit(self) -> None:
        self.setVisible(self._problem.isVisibleTo(self) or self._changed.isVisibleTo(self))
