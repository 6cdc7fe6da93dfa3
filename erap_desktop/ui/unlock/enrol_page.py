"""Setting up a laptop: what happens, the form, and how it goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from erap_desktop.models.desk import Desk
from erap_desktop.ui.theme import space, style_button, text_label
from erap_desktop.ui.unlock.enrol_form import EnrolForm
from erap_desktop.ui.unlock.trouble import explain
from erap_desktop.ui.widgets.notice import Notice
from erap_desktop.ui.widgets.progress_line import ProgressLine


class EnrolPage(QWidget):
    """`unlock_wanted`: back to the passphrase, where this profile has one."""

    unlock_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._error: Exception | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space("m"))
        self._title = text_label("", "title", wrap=True)
        self._what = text_label("", "muted", wrap=True)
        self.notice = Notice("error")
        self.notice.hide()
        self.form = EnrolForm()
        self.form.submitted.connect(self.enrol)
        self.progress = ProgressLine()
        self.progress.hide()
        self.button = style_button(QPushButton(), "primary", "key")
        self.button.setObjectName("enrolButton")
        self.button.clicked.connect(self.enrol)
        self.back = style_button(QPushButton(), "quiet")
        self.back.clicked.connect(self._go_back)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        for widget in (self._title, self._what, self.notice, self.form, self.progress):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self._desk.unlocked.connect(self._opened)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first field."""
        super().showEvent(event)
        self.back.setVisible(self._desk.enrolled)
        self.form.server.setFocus()

    @Slot()
    def enrol(self) -> None:
        """Send what was typed, if it is complete."""
        self._error = None
        self._say_trouble()
        if not self.form.isEnabled() or not self.form.check():
            return
        form = self.form
        job = self._desk.enrol(
            form.server.text().strip(),
            form.user.text().strip(),
            form.code.text().strip(),
            form.passphrase.text(),
            form.ca_path,
        )
        self._set_busy(True)
        job.failed.connect(self._failed)
        job.finished.connect(self._ended)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._error = error

    @Slot()
    def _ended(self) -> None:
        self._set_busy(False)
        self._say_trouble()

    @Slot()
    def _opened(self) -> None:
        self.form.forget()

    @Slot()
    def _go_back(self) -> None:
        self.unlock_wanted.emit()

    def _set_busy(self, busy: bool) -> None:
        self.form.set_busy(busy)
        self.button.setEnabled(not busy)
        self.progress.setVisible(busy)
        if busy:
            self.progress.show_progress(self.tr("Asking the office, then making this laptop's keys …"), 0, 0)

    def _say_trouble(self) -> None:
        if self._error is None:
            self.notice.hide()
            return
        trouble = explain(self._error)
        if not self.form.show_trouble(trouble):
            self.notice.say("error", trouble.title, trouble.text)
            self.notice.show()

    def retranslate(self) -> None:
        """Set the texts in the language that is shown."""
        self._title.setText(self.tr("Set up this laptop"))
        self._what.setText(
            self.tr(
                "The code proves to the office that this laptop is yours. Your passphrase then locks "
                "everything that is stored here; nobody can read it without it. Your cases come right "
                "afterwards, those due first."
            )
        )
        self.button.setText(self.tr("Set up and get my cases"))
        self.back.setText(self.tr("Back to the passphrase"))
        self._say_trouble()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
