"""Two ways for saved work to leave without the passphrase, over the line or on a stick; what came of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from erap_desktop.models.desk import Desk
from erap_desktop.ui.theme import space, style_button, text_label
from erap_desktop.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from erap_desktop.services.delivering import Brought


class DeliverRow(QWidget):
    """Works on the profile folder alone, so it is of use on the lock screen, too."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space("xs"))
        buttons = FlowLayout(gap="s")
        layout.addLayout(buttons)
        self.deliver = style_button(QPushButton(), "secondary", "sync")
        self.deliver.setObjectName("deliver")
        self.deliver.clicked.connect(self._deliver)
        self.carry = style_button(QPushButton(), "secondary")
        self.carry.setObjectName("deliverToFolder")
        self.carry.clicked.connect(self._carry)
        buttons.addWidget(self.deliver)
        buttons.addWidget(self.carry)
        self.said = text_label("", "muted", wrap=True)
        self.said.hide()
        layout.addWidget(self.said)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words of the buttons."""
        self.deliver.setText(self.tr("Deliver"))
        self.deliver.setToolTip(
            self.tr("Send saved work to the office. Only the office can read it, so no passphrase is needed.")
        )
        self.carry.setText(self.tr("Copy to a stick …"))
        self.carry.setToolTip(
            self.tr("Write saved work onto a stick that somebody takes to the office. It stays here, too.")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.said.hide()
            self.retranslate()

    @Slot()
    def _deliver(self) -> None:
        self._busy(True)
        self._say(self.tr("Delivering …"))
        job = self._desk.background.network(partial(_deliver, self._desk.folder))
        job.succeeded.connect(self._delivered)
        job.failed.connect(self._failed)
        job.finished.connect(self._done)

    @Slot()
    def _carry(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose the stick or folder"))
        if chosen:
            self.carry_to(Path(chosen))

    def carry_to(self, folder: Path) -> None:
        """Write the copies there."""
        self._busy(True)
        job = self._desk.background.query(partial(_carry, self._desk.folder, folder))
        job.succeeded.connect(self._carried)
        job.failed.connect(self._failed)
        job.finished.connect(self._done)

    @Slot(object)
    def _delivered(self, brought: Brought) -> None:
        refused, sent = brought.refused, brought.sent
        if refused:
            self._say(self.tr("The office did not take %Ln changes; nothing is lost.", "", refused))
        elif sent:
            self._say(self.tr("%Ln changes delivered. The answers come with the next sync.", "", sent))
        else:
            self._say(self.tr("The office has everything already."))

    @Slot(object)
    def _carried(self, count: int) -> None:
        self._say(self.tr("%Ln changes copied, and kept on this laptop, too.", "", count))

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        key = getattr(error, "key", "")
        if key == "stick":
            self._say(self.tr("The folder could not be written. Everything is still on this laptop."))
        elif key == "no_deposit_key":
            self._say(self.tr("This laptop has no key for delivering yet. Use a stick."))
        else:
            self._say(self.tr("The office could not be reached. Everything is still on this laptop."))

    @Slot()
    def _done(self) -> None:
        self._busy(False)

    def _busy(self, busy: bool) -> None:
        self.deliver.setEnabled(not busy)
        self.carry.setEnabled(not busy)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()


def _deliver(folder: Path) -> Brought:
    from erap_desktop.services.delivering import deliver_profile

    return deliver_profile(folder)


def _carry(folder: Path, stick: Path) -> int:
    from erap_desktop.services.delivering import carry

    return carry(folder, stick)
