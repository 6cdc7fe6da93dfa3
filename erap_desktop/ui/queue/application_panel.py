"""A new application beside the queue: as much as is known at the table; the rest is recorded in the case."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from erap_desktop.ui.theme import size, space, style_button, text_label
from erap_desktop.ui.widgets.card import Card
from erap_desktop.ui.widgets.field import Field
from erap_desktop.ui.widgets.money_edit import MoneyEdit

Told = dict[str, object]


class ApplicationPanel(Card):
    """``meant`` carries what was typed, by field; ``put_aside`` says that it isn't wanted any more."""

    meant = Signal(dict)
    put_aside = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.applicant, self.phone, self.landlord = QLineEdit(), QLineEdit(), QLineEdit()
        self.county, self.rent, self.remark = QComboBox(), MoneyEdit(), QLineEdit()
        self.county.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.county.setMinimumContentsLength(16)
        editors = (self.applicant, self.county, self.phone, self.landlord, self.rent, self.remark)
        self._fields: dict[QWidget, Field] = {editor: Field(editor) for editor in editors}
        self._hint = text_label("", "caption", wrap=True)
        self.save = style_button(QPushButton(), "primary")
        self.cancel = style_button(QPushButton(), "secondary")
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.put_aside)
        self._arrange()

    def _arrange(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFixedWidth(size("measure") // 2)
        self.body.setSpacing(space("s"))
        for field in self._fields.values():
            self.body.addWidget(field)
        self.body.addWidget(self._hint)
        row = QHBoxLayout()
        row.addWidget(self.cancel)
        row.addWidget(self.save, 1)
        self.body.addLayout(row)

    def retranslate(self) -> None:
        """Set the words; what is typed stays."""
        self.set_title(self.tr("New application"))
        words: dict[QWidget, str] = {
            self.applicant: self.tr("Applicant's name"),
            self.county: self.tr("County"),
            self.phone: self.tr("Phone, if there is one"),
            self.landlord: self.tr("Landlord, if known"),
            self.rent: self.tr("Rent a month, if known"),
            self.remark: self.tr("Note"),
        }
        for editor, label in words.items():
            self._fields[editor].set_words(label)
        self._hint.setText(self.tr("This needs no network. The office gives the number with the next sync."))
        self.save.setText(self.tr("Save the application"))
        self.cancel.setText(self.tr("Cancel"))

    def begin(self, counties: tuple[tuple[str, str], ...]) -> None:
        """An empty form; no county is chosen for anybody."""
        self.retranslate()
        for editor in (self.applicant, self.phone, self.landlord, self.rent, self.remark):
            editor.clear()
        self.county.clear()
        for code, name in counties:
            self.county.addItem(name, code)
        self.county.setCurrentIndex(-1)
        self._say_problems({})
        self.applicant.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget(self) -> None:
        """Let go of what was typed: the desk is locked."""
        self.begin(())
        self.hide()

    def say_problem(self, text: str) -> None:
        """Say why it was not saved; what is typed stays."""
        self._fields[self.applicant].set_error(text)

    def _say_problems(self, problems: dict[QWidget, str]) -> None:
        for editor, field in self._fields.items():
            field.set_error(problems.get(editor, ""))

    @Slot()
    def _save(self) -> None:
        problems: dict[QWidget, str] = {}
        if not self.applicant.text().strip():
            problems[self.applicant] = self.tr("Type the name, as the person gives it.")
        if self.county.currentIndex() < 0:
            problems[self.county] = self.tr("Choose the county of the home.")
        cents = None
        try:
            cents = self.rent.cents()
        except ValueError:
            problems[self.rent] = self.tr("This can't be read. Type an amount such as 1,234.50.")
        self._say_problems(problems)
        if problems:
            next(iter(problems)).setFocus()
            return
        self.meant.emit(
            {
                "applicant": self.applicant.text(),
                "county": str(self.county.currentData()),
                "phone": self.phone.text(),
                "landlord": self.landlord.text(),
                "rent_cents": cents,
                "remark": self.remark.text(),
            }
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc puts it away."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._save()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_aside.emit()
        else:
            super().keyPressEvent(event)
