"""The toasts of a window: at most three, in the lower right corner, also told to screen readers."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from erap_desktop.ui.shell.toast import Toast
from erap_desktop.ui.theme import space
from erap_desktop.ui.widgets.badge import BadgeKind

_MOST = 3


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Toasts(QObject):
    """``said`` carries each text, so that the sync center can keep it."""

    said = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._bottom = 0
        self._shown: list[Toast] = []

    def show(self, kind: BadgeKind, text: str, action: str = "") -> Toast:
        """Show a toast for at most six seconds; returns it, so that ``acted`` can be connected."""
        toast = Toast(kind, text, action, self._window)
        toast.gone.connect(self._forget)
        self._shown.append(toast)
        while len(self._shown) > _MOST:
            self._shown[0].finish()
        toast.show()
        self.place(self._bottom)
        announce(self._window, text)
        self.said.emit(text)
        return toast

    @property
    def shown(self) -> list[Toast]:
        """The toasts that are up, oldest first."""
        return list(self._shown)

    def place(self, bottom: int) -> None:
        """Stack the toasts above the lowest ``bottom`` pixels of the window."""
        self._bottom = bottom
        edge = self._window.height() - bottom - space("s")
        for toast in reversed(self._shown):
            toast.fit(self._window.width() - 2 * space("l"))
            edge -= toast.height()
            toast.move(self._window.width() - toast.width() - space("l"), edge)
            toast.raise_()

    def clear(self) -> None:
        """Take all away at once, as when the window locks."""
        for toast in self.shown:
            toast.finish()

    @Slot()
    def _forget(self) -> None:
        gone = self.sender()
        self._shown = [toast for toast in self._shown if toast is not gone]
        self.place(self._bottom)
