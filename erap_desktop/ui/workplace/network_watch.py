"""What the system tells of the network, where it tells anything: it has come back; it is metered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QNetworkInformation

_Reach = QNetworkInformation.Reachability


class NetworkWatch(QObject):
    """`came_back`: there is a network again. `metered`: whether its bytes cost money."""

    came_back = Signal()
    metered = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listens = False
        self._away = False

    def listen(self) -> None:
        """Listens from now on; asked again, nothing more."""
        if self._listens or not QNetworkInformation.loadDefaultBackend():
            return
        self._listens = True
        told = QNetworkInformation.instance()
        told.reachabilityChanged.connect(self.reached)
        told.isMeteredChanged.connect(self.metered)
        self.metered.emit(told.isMetered())

    @Slot(QNetworkInformation.Reachability)
    def reached(self, how: QNetworkInformation.Reachability) -> None:
        """How far the network goes now."""
        away = how in (_Reach.Disconnected, _Reach.Local)
        if self._away and not away:
            self.came_back.emit()
        self._away = away
