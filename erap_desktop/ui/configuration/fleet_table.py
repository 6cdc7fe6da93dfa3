"""The laptops: whose, since when, which settings were made for them, and which they say they follow."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from erap_desktop.models.format import ago, count, date_text, date_time, when
from erap_desktop.models.record_table import RecordColumn, RecordTableModel
from erap_desktop.services.fleet import Fleet, FleetLaptop
from erap_desktop.ui.configuration.words import laptop_badge, laptop_name, laptop_state
from erap_desktop.ui.widgets.column_fit import Column
from erap_desktop.ui.widgets.data_table import DataTable

_NEVER = datetime.min.replace(tzinfo=UTC)


class FleetTable(DataTable):
    """A row for each laptop; rows change in place as acknowledgements come in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("fleetTable")
        self.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self._now = _NEVER
        columns = (
            RecordColumn[FleetLaptop](title=_number_title, text=_number, order=_device),
            RecordColumn[FleetLaptop](title=_person_title, text=_person),
            RecordColumn[FleetLaptop](title=_name_title, text=_name),
            RecordColumn[FleetLaptop](title=_enrolled_title, text=_enrolled, order=_enrolled_at),
            RecordColumn[FleetLaptop](title=_sent_title, text=_sent, order=_sent_version, right=True),
            RecordColumn[FleetLaptop](title=_confirmed_title, text=_confirmed, order=_version, right=True),
            RecordColumn[FleetLaptop](title=_when_title, text=self._confirmed_when, order=_confirmed_at),
            RecordColumn[FleetLaptop](
                title=_contact_title, text=self._contact, order=_contact_at, tip=_contact_tip
            ),
            RecordColumn[FleetLaptop](title=_state_title, text=laptop_state, badge=laptop_badge),
        )
        self.laptops = RecordTableModel(columns, self._sentence, self)
        self.setModel(self.laptops)
        self.set_columns(
            (
                *(Column(10), Column(20, least=16, stretch=True), Column(12, gives_way=1)),
                *(Column(14, gives_way=2), Column(9), Column(11), Column(14), Column(16)),
                Column(22, badge=True),
            )
        )
        self.set_sorting(0)

    def show_fleet(self, fleet: Fleet) -> None:
        """Another reading."""
        self._now = fleet.now
        self.laptops.set_records(fleet.laptops)
        self.laptops.refresh_words()

    def _confirmed_when(self, laptop: FleetLaptop) -> str:
        return when(laptop.confirmed_at, self._now) if laptop.confirmed_at else "–"

    def _contact(self, laptop: FleetLaptop) -> str:
        if laptop.last_contact is None:
            return QCoreApplication.translate("Configuration", "not reported")
        return ago(laptop.last_contact, self._now)

    def _sentence(self, laptop: FleetLaptop) -> str:
        return QCoreApplication.translate(
            "Configuration", "{laptop}: {state}, settings {sent} sent, {confirmed} confirmed"
        ).format(
            laptop=laptop_name(laptop),
            state=laptop_state(laptop),
            sent=_sent(laptop),
            confirmed=_confirmed(laptop),
        )


def _number(laptop: FleetLaptop) -> str:
    return count(laptop.device)


def _device(laptop: FleetLaptop) -> int:
    return laptop.device


def _person(laptop: FleetLaptop) -> str:
    return laptop.person


def _name(laptop: FleetLaptop) -> str:
    return laptop.name or "–"


def _enrolled(laptop: FleetLaptop) -> str:
    return date_text(laptop.enrolled.astimezone().date())


def _enrolled_at(laptop: FleetLaptop) -> datetime:
    return laptop.enrolled


def _sent(laptop: FleetLaptop) -> str:
    return count(laptop.sent) if laptop.sent else "–"


def _sent_version(laptop: FleetLaptop) -> int:
    return laptop.sent


def _confirmed(laptop: FleetLaptop) -> str:
    return count(laptop.confirmed) if laptop.confirmed else "–"


def _version(laptop: FleetLaptop) -> int:
    return laptop.confirmed


def _confirmed_at(laptop: FleetLaptop) -> datetime:
    return laptop.confirmed_at or _NEVER


def _contact_at(laptop: FleetLaptop) -> datetime:
    return laptop.last_contact or _NEVER


def _contact_tip(laptop: FleetLaptop) -> str:
    if laptop.last_contact is None:
        return QCoreApplication.translate(
            "Configuration", "The office reports a contact when a laptop confirms settings or sends work."
        )
    return date_time(laptop.last_contact)


def _number_title() -> str:
    return QCoreApplication.translate("Configuration", "Laptop")


def _person_title() -> str:
    return QCoreApplication.translate("Configuration", "Person")


def _name_title() -> str:
    return QCoreApplication.translate("Configuration", "Name")


def _enrolled_title() -> str:
    return QCoreApplication.translate("Configuration", "Enrolled")


def _sent_title() -> str:
    return QCoreApplication.translate("Configuration", "Sent")


def _confirmed_title() -> str:
    return QCoreApplication.translate("Configuration", "Confirmed")


def _when_title() -> str:
    return QCoreApplication.translate("Configuration", "Confirmed at")


def _contact_title() -> str:
    return QCoreApplication.translate("Configuration", "Last contact")


def _state_title() -> str:
    return QCoreApplication.translate("Configuration", "Settings")
