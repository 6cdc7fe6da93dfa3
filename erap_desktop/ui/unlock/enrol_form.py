"""The fields of a first enrolment: server, name, code, certificate authority, passphrase twice."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from erap_desktop.models.passphrase_strength import Strength, strength
from erap_desktop.ui.theme import space, style_button
from erap_desktop.ui.unlock.passphrase_edit import PassphraseEdit, passphrase_field
from erap_desktop.ui.unlock.trouble import Trouble
from erap_desktop.ui.widgets.columns import Columns
from erap_desktop.ui.widgets.field import Field
from erap_desktop.vault.passphrase import SHORTEST_ON_SCREEN


class EnrolForm(QWidget):
    """`submitted`: Enter in the last field."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps = False
        self.server, self.user, self.code, self.ca = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        for name in ("server", "user", "code", "ca"):
            getattr(self, name).setObjectName(name)
        self.passphrase, self.again = PassphraseEdit("newPassphrase"), PassphraseEdit("newPassphraseAgain")
        self.passphrase.edit.textChanged.connect(self._say_strength)
        for one in (self.passphrase, self.again):
            one.caps_lock.connect(self._caps_lock)
        self.again.submitted.connect(self.submitted)
        self.fields = {
            "server": Field(self.server),
            "user": Field(self.user),
            "code": Field(self.code),
            "ca": self._file_field(),
            "passphrase": passphrase_field(self.passphrase),
            "again": passphrase_field(self.again),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space("m"))
        names = list(self.fields)
        for left, right in zip(names[::2], names[1::2], strict=True):
            pair = Columns(em=26)
            pair.set_panes([self.fields[left], self.fields[right]])
            layout.addWidget(pair)
        for name in self.fields:
            self._edit(name).textEdited.connect(self._edited)
        self.retranslate()

    def _file_field(self) -> Field:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(space("xs"))
        self.browse = style_button(QPushButton(), "secondary")
        self.browse.clicked.connect(self._browse)
        line.addWidget(self.ca, 1)
        line.addWidget(self.browse)
        holder.setFocusProxy(self.ca)
        field = Field(holder)
        field.editor = self.ca
        return field

    def _edit(self, name: str) -> QLineEdit:
        edits = {"passphrase": self.passphrase.edit, "again": self.again.edit}
        found: QLineEdit = edits.get(name) or getattr(self, name)
        return found

    @property
    def ca_path(self) -> Path | None:
        """The file of the certificate authority, if one was named."""
        text = self.ca.text().strip()
        return Path(text).expanduser() if text else None

    def check(self) -> bool:
        """Whether all can be sent; says at the first field that can not what is missing, and goes there."""
        problems = {
            "server": "" if self.server.text().strip() else self.tr("The address of the server is needed."),
            "user": "" if self.user.text().strip() else self.tr("Your user name is needed."),
            "code": "" if self.code.text().strip() else self.tr("The one-time code is needed."),
            "passphrase": self._passphrase_problem(),
            "again": ""
            if self.again.text() == self.passphrase.text()
            else self.tr("The two passphrases differ."),
        }
        for name, problem in problems.items():
            self.fields[name].set_error(problem)
        wrong = next((name for name, problem in problems.items() if problem), "")
        if wrong:
            self._edit(wrong).setFocus()
        return not wrong

    def _passphrase_problem(self) -> str:
        if len(self.passphrase.text()) >= SHORTEST_ON_SCREEN:
            return ""
        return self.tr(
            "At least %Ln characters; three or four words are easy to remember.", "", SHORTEST_ON_SCREEN
        )

    def show_trouble(self, trouble: Trouble) -> bool:
        """Says at its field what went wrong; False when it belongs to none."""
        if trouble.place not in self.fields:
            return False
        self.fields[trouble.place].set_error(trouble.sentence)
        self._edit(trouble.place).setFocus()
        return True

    def forget(self) -> None:
        """Let go of everything secret."""
        self.passphrase.clear()
        self.again.clear()
        self.code.clear()

    def set_busy(self, busy: bool) -> None:
        """While the office is asked nothing can be typed."""
        self.setEnabled(not busy)

    def retranslate(self) -> None:
        """Set the texts in the language that is shown."""
        say = self.fields
        say["server"].set_words(self.tr("Address of the server"))
        self.server.setPlaceholderText("https://erap.example.org")
        say["user"].set_words(self.tr("User name"))
        say["code"].set_words(self.tr("One-time code"), self.tr("From your administrator; good once."))
        say["ca"].set_words(self.tr("Certificate file"), self.tr("Only if your administrator gave you one."))
        self.browse.setText(self.tr("Choose …"))
        self.browse.setAccessibleName(self.tr("Choose the certificate file"))
        say["again"].set_words(self.tr("Passphrase once more"), " ")
        self.passphrase.retranslate()
        self.again.retranslate()
        self._say_strength()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def _edited(self) -> None:
        """What is being put right is no longer said to be wrong."""
        for name, field in self.fields.items():
            if self._edit(name) is self.sender() and field.error:
                field.set_error("")

    @Slot(bool)
    def _caps_lock(self, on: bool) -> None:
        self._caps = on
        self._say_strength()

    @Slot()
    def _say_strength(self) -> None:
        words = {
            Strength.TOO_SHORT: self.tr("Too short. Three or four words are easy to remember."),
            Strength.FAIR: self.tr("Fair. One more word makes it much stronger."),
            Strength.GOOD: self.tr("Good."),
            Strength.STRONG: self.tr("Strong."),
        }
        typed = self.passphrase.text()
        hint = words[strength(typed)] if typed else self.tr("You choose it now; only you will know it.")
        if self._caps:
            hint = self.tr("Caps Lock is on.")
        self.fields["passphrase"].set_words(self.tr("New passphrase"), hint)

    @Slot()
    def _browse(self) -> None:
        kinds = self.tr("Certificates (*.pem *.crt *.cer)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the certificate file"), "", kinds)
        if name:
            self.ca.setText(name)
