"""Unlocking: one field, one button, and plain words for whatever stands in the way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from erap_desktop.models import format as words
from erap_desktop.models.desk import Desk
from erap_desktop.models.lease_note import LeaseNote, LockFacts, read_lock_facts
from erap_desktop.ui.theme import space, style_button, text_label
from erap_desktop.ui.unlock.passphrase_edit import PassphraseEdit, passphrase_field
from erap_desktop.ui.unlock.trouble import Trouble, explain
from erap_desktop.ui.widgets.notice import Notice
from erap_desktop.ui.workplace.deliver_row import DeliverRow
from erap_desktop.vault.lease import STANDARD_DAYS

SLOW_MS = 150
SECOND_MS = 1_060  # timers may come a little early; the vault may not be asked too soon
READ_MS = 30  # first the page is painted, then anything heavy is imported


class UnlockPage(QWidget):
    """`enrol_wanted`: this profile has to be set up (again)."""

    enrol_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._error: Exception | None = None
        self._facts: LockFacts | None = None
        self._wait = 0
        self._busy = False
        self._caps = False
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._say)
        self._read = QTimer(self, singleShot=True, interval=READ_MS)
        self._read.timeout.connect(self._read_facts)
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self._count_down)
        self._build()
        self._desk.locked.connect(self._start)
        self._desk.unlocked.connect(self._opened)
        self.retranslate()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space("m"))
        self._title = text_label("", "title", wrap=True)
        self._lease = text_label("", "muted", wrap=True)
        self.notice = Notice("error")
        self.rebuild = self.notice.add_button(QPushButton())
        self.rebuild.clicked.connect(self._rebuild)
        self.again = self.notice.add_button(QPushButton())
        self.again.clicked.connect(self._enrol_pressed)
        self.passphrase = PassphraseEdit("passphrase")
        self.passphrase.submitted.connect(self.unlock)
        self.passphrase.caps_lock.connect(self._caps_lock)
        self.field = passphrase_field(self.passphrase)
        self.button = style_button(QPushButton(), "primary", "unlock")
        self.button.setObjectName("unlockButton")
        self.button.clicked.connect(self.unlock)
        self.deliver = DeliverRow(self._desk)
        self.deliver.hide()
        for widget in (self._title, self.notice, self.field, self.button, self._lease, self.deliver):
            layout.addWidget(widget)

    def showEvent(self, event: QShowEvent) -> None:
        """The field is ready for typing; what can be known while locked is read in the background."""
        super().showEvent(event)
        self._start()

    @property
    def facts_known(self) -> bool:
        """Whether what can be known while locked has been read; from then on unlocking is quick."""
        return self._facts is not None

    @Slot()
    def unlock(self) -> None:
        """Try what was typed."""
        if not self._busy and self._wait == 0 and self.passphrase.text():
            self._try(rebuild=False)

    @Slot()
    def _rebuild(self) -> None:
        if self.passphrase.text():
            self._try(rebuild=True)
        else:
            self.passphrase.select()

    def _try(self, *, rebuild: bool) -> None:
        self._busy = True
        self._slow.start()
        self.passphrase.edit.setReadOnly(True)
        job = self._desk.unlock(self.passphrase.text(), rebuild=rebuild)
        job.failed.connect(self._failed)
        job.finished.connect(self._tried)

    @Slot()
    def _tried(self) -> None:
        self._busy = False
        self._slow.stop()
        self.passphrase.edit.setReadOnly(False)
        self._say()
        if self._error is not None:
            self.passphrase.select()

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._error = error
        self._wait = explain(error).wait
        if self._wait:
            self._second.start()

    @Slot()
    def _opened(self) -> None:
        self._error = None
        self.passphrase.clear()

    @Slot()
    def _start(self) -> None:
        if self.isVisible():
            self.passphrase.select()
            self._error = None
            self._say()
            self._read.start()

    @Slot()
    def _read_facts(self) -> None:
        if self.isVisible():
            status = self._desk.status
            days = status.configuration.lease_days if status else STANDARD_DAYS
            work = partial(read_lock_facts, self._desk.folder, days)
            job = self._desk.background.query(work)
            job.succeeded.connect(self._know)
            job.failed.connect(self._failed)
            job.finished.connect(self._say)

    @Slot(object)
    def _know(self, facts: LockFacts) -> None:
        self._facts = facts
        if facts.wait > self._wait:
            self._wait = facts.wait
            self._second.start()

    @Slot(bool)
    def _caps_lock(self, on: bool) -> None:
        self._caps = on
        self._say()

    @Slot()
    def _count_down(self) -> None:
        self._wait = max(0, self._wait - 1)
        if self._wait == 0:
            self._second.stop()
            self.passphrase.select()
        self._say()

    @Slot()
    def _enrol_pressed(self) -> None:
        self.enrol_wanted.emit()

    # --- Words ----------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set the texts in the language that is shown."""
        self._title.setText(self.tr("Unlock ERAP Desktop"))
        self.rebuild.setText(self.tr("Rebuild and sync"))
        self.again.setText(self.tr("Set up with a new code"))
        self.passphrase.retranslate()
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def _say(self) -> None:
        hint = self.tr("Caps Lock is on.") if self._caps else ""
        self.field.set_words(self.tr("Passphrase"), hint)
        slow = self._busy and not self._slow.isActive()
        self._say_button(slow)
        trouble = explain(self._error) if self._error is not None and not slow else None
        if trouble is None and self._facts is not None and not self._facts.opens:
            trouble = _destroyed()
        self._say_trouble(trouble)
        self._lease.setText(self._lease_words(self._facts.lease if self._facts else None))
        self._lease.setVisible(bool(self._lease.text()))
        self.deliver.setVisible(self._facts is not None and self._facts.copies)

    def _say_button(self, slow: bool) -> None:
        text = self.tr("Unlock")
        if slow:
            text = self.tr("Unlocking …")
        elif self._wait:
            text = self.tr("Wait %Ln seconds", "", self._wait)
        self.button.setText(text)
        self.button.setEnabled(not slow and self._wait == 0)

    def _say_trouble(self, trouble: Trouble | None) -> None:
        in_field = trouble is not None and trouble.place == "passphrase"
        self.field.set_error(trouble.sentence if trouble and in_field else "")
        self.notice.setVisible(trouble is not None and not in_field)
        final = trouble is not None and trouble.final
        self.field.setVisible(not final)
        self.button.setVisible(not final and not (trouble is not None and trouble.rebuild))
        if trouble is not None and not in_field:
            self.notice.say("error", trouble.title, trouble.text)
            self.rebuild.setVisible(trouble.rebuild)
            self.again.setVisible(final)

    def _lease_words(self, lease: LeaseNote | None) -> str:
        if lease is None:
            return ""
        if lease.until is None:
            return self.tr(
                "Offline work has ended: the office was last reached on {date}. Connect once, then unlock."
            ).format(date=words.long_date(lease.last_contact.astimezone().date()))
        until = lease.until.astimezone()
        when = self.tr("{date}, {time}").format(date=words.long_date(until.date()), time=words.clock(until))
        if lease.state == "read-only":
            return self.tr(
                "Offline work has ended; cases can be read until {when}. Connect once to go on."
            ).format(when=when)
        return self.tr("You can work offline until {when}.").format(when=when)


def _destroyed() -> Trouble:
    from erap_desktop.vault.errors import PassphraseDestroyed

    return explain(PassphraseDestroyed())
