"""The banners that the desk asks for: a sign-in, the end of offline work, trouble with a sync, a lock."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from erap_desktop.models.desk import Desk
from erap_desktop.ui.shell.banner import BannerText
from erap_desktop.ui.shell.window import MainWindow

# Answered in plain HTTP, so that a network that wants a sign-in can put its page there (RFC 2606 name).
PLAIN_PAGE = "http://example.com/"


class Banners(QObject):
    """Shows and takes away; `say` is called whenever the state of sync changed."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._put_aside: set[str] = set()
        window.banner_acted.connect(self._acted)
        window.banner_dismissed.connect(self._dismissed)

    @Slot()
    def say(self) -> None:
        """Show what holds now, in the language that is shown."""
        self._one("sign-in", self._desk.portal, self._sign_in)
        lease = self._desk.status.lease if self._desk.status else "active"
        self._one("lease", lease != "active", self._lease)
        self._one("problem", self._desk.problem is not None, self._problem)

    @Slot(int)
    def warn_of_lock(self, seconds: int) -> None:
        """The window locks soon."""
        text = QCoreApplication.translate(
            "WindowBanners",
            "Locks in %Ln seconds. Any key keeps it open; nothing is lost by locking.",
            "",
            seconds,
        )
        self._window.show_banner(BannerText("idle", "warning", text, dismissible=False))

    @Slot()
    def calm(self) -> None:
        """Somebody is there."""
        self._window.clear_banner("idle")

    def _one(self, banner_id: str, holds: bool, make: object) -> None:
        if not holds:
            self._put_aside.discard(banner_id)
            self._window.clear_banner(banner_id)
        elif banner_id not in self._put_aside and callable(make):
            self._window.show_banner(make())

    def _sign_in(self) -> BannerText:
        text = QCoreApplication.translate(
            "WindowBanners", "This network wants a sign-in before anything is sent."
        )
        action = QCoreApplication.translate("WindowBanners", "Open its page")
        return BannerText("sign-in", "warning", text, action)

    def _lease(self) -> BannerText:
        warn = QCoreApplication.translate(
            "WindowBanners", "This laptop has not met the office for days. Connect soon: offline work ends."
        )
        ended = QCoreApplication.translate(
            "WindowBanners", "Offline work has ended: cases can only be read until the office is reached."
        )
        state = self._desk.status.lease if self._desk.status else "active"
        action = QCoreApplication.translate("WindowBanners", "Sync now")
        return BannerText(
            "lease", "warning" if state == "warn" else "error", warn if state == "warn" else ended, action
        )

    def _problem(self) -> BannerText:
        text = QCoreApplication.translate(
            "WindowBanners", "The last sync could not be done. Your work is safe on this laptop."
        )
        action = QCoreApplication.translate("WindowBanners", "Show why")
        return BannerText("problem", "error", text, action)

    @Slot(str)
    def _acted(self, banner_id: str) -> None:
        if banner_id == "sign-in":
            QDesktopServices.openUrl(QUrl(PLAIN_PAGE))
        elif banner_id == "lease":
            self._desk.sync_now()
        elif banner_id == "problem":
            self._desk.go_to("sync")

    @Slot(str)
    def _dismissed(self, banner_id: str) -> None:
        self._put_aside.add(banner_id)
