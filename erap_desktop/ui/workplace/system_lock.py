"""Locks when the system does: before it goes to sleep, and when its screen is locked.

On Linux logind and the screen savers say so on D-Bus. Elsewhere nobody is asked: a sleep is noticed on waking
up (`IdleWatch`), and a locked screen counts as idle time.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_LOGIND = "org.freedesktop.login1"
# Service, path, interface, signal, slot. A lock is sent to one's session; whose it is, is not asked: locking
# once too often loses nothing.
_SYSTEM_BUS = (
    (_LOGIND, "/org/freedesktop/login1", f"{_LOGIND}.Manager", "PrepareForSleep", "_begins(bool)"),
    (_LOGIND, "", f"{_LOGIND}.Session", "Lock", "_locked()"),
)
_SESSION_BUS = tuple(
    (saver, "", saver, "ActiveChanged", "_begins(bool)")
    for saver in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
)


class SystemLock(QObject):
    """`due`: lock now. Hears nothing until it is told to listen."""

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listens = False

    def listen(self) -> None:
        """Listens on the buses of this computer, where it has any; asked again, nothing more."""
        if sys.platform != "linux" or self._listens:
            return
        from PySide6.QtDBus import QDBusConnection

        self.listen_on(QDBusConnection.systemBus(), QDBusConnection.sessionBus())

    def listen_on(self, system: QDBusConnection, session: QDBusConnection) -> None:
        """Listens on these buses; on one that isn't there nothing is heard."""
        self._listens = True
        for bus, signals in ((system, _SYSTEM_BUS), (session, _SESSION_BUS)):
            for service, path, interface, name, slot in signals:
                # The stub asks for bytes; the binding takes the text that SLOT makes, and nothing else.
                bus.connect(service, path, interface, name, self, SLOT(slot))  # type: ignore[call-overload]

    @Slot(bool)
    def _begins(self, begins: bool) -> None:
        """Sleep or the screen saver begins, or has ended."""
        if begins:
            self.due.emit()

    @Slot()
    def _locked(self) -> None:
        self.due.emit()
