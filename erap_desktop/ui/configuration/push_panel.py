"""Pushing settings: for whom, which laptops that are, what changes, and the button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from erap_desktop.models.settings_form import SettingsForm
from erap_desktop.services.fleet import Fleet, FleetLaptop
from erap_desktop.ui.configuration.audience_picker import AudiencePicker
from erap_desktop.ui.configuration.words import laptop_name, setting_word, value_word
from erap_desktop.ui.theme import space, style_button, text_label
from erap_desktop.ui.widgets.field import Field
from erap_desktop.ui.widgets.fitted_card import FittedCard
from erap_desktop.ui.widgets.page import Page

_NAMED = 6


class PushPanel(FittedCard):
    """`push_wanted` when the button is pressed, `changed` when audience or note changed."""

    push_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, compact=True)
        self.setObjectName("pushPanel")
        self.audience = AudiencePicker()
        self._reached = text_label("", "strong", wrap=True)
        self._named = text_label("", "caption", wrap=True)
        self._changes_head = text_label("", "overline")
        self._changes = text_label("", "body", wrap=True)
        self.note = QLineEdit()
        self.note.setObjectName("pushNote")
        self.note.setMaxLength(200)
        self._note_field = Field(self.note)
        self.push = style_button(QPushButton(), "primary", "send")
        self.push.setObjectName("pushButton")
        page = Page()
        self._page = page
        layout = page.widget().layout()  # type: ignore[union-attr]
        layout.setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        page.body.setSpacing(space("s"))
        for widget in (
            *(self.audience, self._reached, self._named),
            *(self._changes_head, self._changes, self._note_field),
        ):
            page.body.addWidget(widget)
        self.body.addWidget(page, 1)
        self.body.addWidget(self.push)
        self.audience.changed.connect(self._changed)
        self.push.clicked.connect(self._push)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words that depend on nothing."""
        self.set_title(self.tr("Push to laptops"))
        self.audience.retranslate()
        self._changes_head.setText(self.tr("What changes"))
        self._note_field.set_words(self.tr("Note for the record (optional)"))
        self._page.set_name(self.tr("Audience and changes"))

    def show_form(self, form: SettingsForm, fleet: Fleet) -> None:
        """What would happen now."""
        audience = self.audience.audience
        reached = fleet.reached_by(audience) if audience is not None else ()
        self._reached.setText(self._say_reached(reached, chosen=audience is not None))
        self._named.setText(self._names(reached))
        self._named.setVisible(bool(reached))
        lines = [f"{setting_word(name)}: {value_word(name, value)}" for name, value in form.values.items()]
        self._changes.setText("\n".join(lines) or self.tr("Nothing yet. Tick a setting to change it."))
        self.push.setText(self.tr("Push to %Ln laptops", "", len(reached)))
        self.push.setEnabled(form.ready and bool(reached))
        self.push.setToolTip("" if self.push.isEnabled() else self._why_not(form, bool(reached)))

    def _say_reached(self, reached: Sequence[FleetLaptop], *, chosen: bool) -> str:
        if not chosen:
            return self.tr("Choose at least one.")
        return self.tr("%Ln laptops would get this", "", len(reached))

    def _names(self, reached: Sequence[FleetLaptop]) -> str:
        names = "; ".join(laptop_name(laptop) for laptop in reached[:_NAMED])
        if len(reached) <= _NAMED:
            return names
        more = self.tr("and %Ln more", "", len(reached) - _NAMED)
        return f"{names}; {more}"

    def _why_not(self, form: SettingsForm, reached: bool) -> str:
        if form.wrong():
            return self.tr("A value is out of its bounds.")
        if not form.values:
            return self.tr("Nothing is to change yet.")
        return "" if reached else self.tr("No laptop belongs to this audience.")

    @Slot()
    def _changed(self) -> None:
        self.changed.emit()

    @Slot()
    def _push(self) -> None:
        self.push_wanted.emit()
