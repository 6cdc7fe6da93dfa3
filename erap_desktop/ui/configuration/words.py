"""Settings, their values and their bounds in words, and what a laptop has made of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from erap_desktop.models import settings_form as form
from erap_desktop.models.case_words import step_word
from erap_desktop.models.format import age, count, data_size, time_of_day
from erap_desktop.services import fleet
from erap_desktop.services.fleet import FleetLaptop
from sync.protocol.administration import Metered


def setting_word(name: str) -> str:
    """What a setting is called."""
    words = {
        form.POLL: QCoreApplication.translate("Configuration", "Check with the office every"),
        form.QUIET: QCoreApplication.translate("Configuration", "Quiet hours"),
        form.METERED: QCoreApplication.translate("Configuration", "On a metered line"),
        form.SCOPE: QCoreApplication.translate("Configuration", "Cases a laptop brings"),
        form.DOCUMENT: QCoreApplication.translate("Configuration", "Largest document brought by itself"),
        form.BUDGET: QCoreApplication.translate("Configuration", "Room for documents on a laptop"),
        form.IDLE: QCoreApplication.translate("Configuration", "Lock when nobody works for"),
        form.LEASE: QCoreApplication.translate("Configuration", "Working without the office"),
    }
    return words[name]


def setting_hint(name: str) -> str:
    """What a setting does."""
    words = {
        form.POLL: QCoreApplication.translate(
            "Configuration", "A change made on a laptop goes out at once, except as set below."
        ),
        form.QUIET: QCoreApplication.translate(
            "Configuration",
            "By the laptop’s clock. Nothing is synced by itself then; Sync now always works. Twice the same "
            "time: never.",
        ),
        form.METERED: QCoreApplication.translate(
            "Configuration", "Where the system says, or the person, that the network costs money."
        ),
        form.SCOPE: QCoreApplication.translate(
            "Configuration", "With nothing ticked, a laptop brings all cases of its caseworker."
        ),
        form.DOCUMENT: QCoreApplication.translate(
            "Configuration", "Larger ones are brought when somebody asks for them."
        ),
        form.BUDGET: QCoreApplication.translate("Configuration", "For all documents together."),
        form.IDLE: QCoreApplication.translate("Configuration", "What was typed stays as it is."),
        form.LEASE: QCoreApplication.translate(
            "Configuration",
            "In days since the last contact: warn, read only, locked, sealed. Nothing is ever deleted.",
        ),
    }
    return words[name]


def setting_unit(name: str) -> str:
    """The unit a number is typed in."""
    units = {
        form.POLL: QCoreApplication.translate("Configuration", "seconds"),
        form.DOCUMENT: QCoreApplication.translate("Configuration", "MB"),
        form.BUDGET: QCoreApplication.translate("Configuration", "MB"),
        form.IDLE: QCoreApplication.translate("Configuration", "minutes"),
    }
    return units.get(name, "")


def setting_error(name: str) -> str:
    """Why a value can't be used, with what could be."""
    low, high = form.BOUNDS[name]
    if name == form.LEASE:
        text = QCoreApplication.translate(
            "Configuration", "Each must be larger than the one before, from {low} to {high} days."
        )
        return text.format(low=count(low), high=count(high))
    text = QCoreApplication.translate("Configuration", "It must be between {low} and {high}.")
    return text.format(low=value_word(name, low), high=value_word(name, high))


def metered_word(value: str) -> str:
    """What a laptop does by itself on a metered line."""
    words = {
        Metered.USUAL: QCoreApplication.translate("Configuration", "Sync as usual"),
        Metered.COMMANDS: QCoreApplication.translate("Configuration", "Sync when a change waits"),
        Metered.BY_HAND: QCoreApplication.translate("Configuration", "Sync only by hand"),
    }
    return words[Metered(value)] if value in set(Metered) else value


def value_word(name: str, value: Any) -> str:
    """A value of a setting: "5 min", "10.0 MB", "3, 10, 14, 30 days"."""
    if name == form.POLL:
        exact = value % 60 == 0
        return age(value) if exact else QCoreApplication.translate("Configuration", "%Ln seconds", "", value)
    if name in (form.DOCUMENT, form.BUDGET):
        return data_size(value)
    if name == form.QUIET:
        return _hours(value)
    if name == form.METERED:
        return metered_word(value)
    if name == form.IDLE:
        return age(value * 60)
    if name == form.LEASE:
        days = ", ".join(count(day) for day in value)
        return QCoreApplication.translate("Configuration", "{list} days").format(list=days)
    return ", ".join(step_word(one) for one in value) or QCoreApplication.translate("Configuration", "all")


def _hours(value: tuple[int, int]) -> str:
    begin, end = (time_of_day(minutes) for minutes in value)
    if begin == end:
        return QCoreApplication.translate("Configuration", "none")
    return QCoreApplication.translate("Configuration", "{begin} to {end}").format(begin=begin, end=end)


def laptop_state(laptop: FleetLaptop) -> str:
    """How far a laptop is with its settings."""
    words = {
        fleet.STANDARD: QCoreApplication.translate("Configuration", "Standard settings"),
        fleet.SENT: QCoreApplication.translate("Configuration", "Waiting for laptop"),
        fleet.CONFIRMED: QCoreApplication.translate("Configuration", "Confirmed"),
        fleet.REVOKED: QCoreApplication.translate("Configuration", "Removed"),
    }
    return words[laptop.state]


def laptop_badge(laptop: FleetLaptop) -> tuple[str, str] | None:
    """Kind and icon of that state. A laptop that is offline is waiting, not failed."""
    badges = {
        fleet.STANDARD: ("neutral", "dot"),
        fleet.SENT: ("info", "hourglass"),
        fleet.CONFIRMED: ("success", "check-circle"),
        fleet.REVOKED: ("neutral", "cross-circle"),
    }
    return badges[laptop.state]


def laptop_name(laptop: FleetLaptop) -> str:
    """A laptop as people call it."""
    return QCoreApplication.translate("Configuration", "{person}, laptop {n}").format(
        person=laptop.person, n=count(laptop.device)
    )
