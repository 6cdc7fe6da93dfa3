"""Money, dates and times in words, in both languages."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from erap_desktop.models import format as fmt
from erap_desktop.ui.i18n import Translation

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, 0).astimezone()


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    Translation.current().set_language("es")
    yield
    Translation.current().set_language("en")


@pytest.fixture(autouse=True)
def english_first(qapp: QApplication) -> None:
    Translation.current()


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (324_000, "$3,240.00"),
        (5, "$0.05"),
        (0, "$0.00"),
        (-150, "\u2212$1.50"),
        (5_370_000_000, "$53,700,000.00"),
        (1_234_567_890_123_45, "$1,234,567,890,123.45"),
    ],
)
def test_money(cents: int, text: str) -> None:
    assert fmt.money(cents) == text


def test_money_is_written_the_same_in_spanish_in_the_united_states(spanish: None) -> None:
    assert fmt.money(324_000) == "$3,240.00"


@pytest.mark.parametrize(
    ("days", "english"),
    [
        (0, "due today"),
        (1, "due tomorrow"),
        (3, "due in 3 days"),
        (-1, "1 day late"),
        (-2, "2 days late"),
        (1200, "due in 1,200 days"),
    ],
)
def test_due(days: int, english: str) -> None:
    assert fmt.due(TODAY + timedelta(days=days), TODAY) == english


@pytest.mark.parametrize(
    ("days", "spanish_text"),
    [
        (0, "vence hoy"),
        (1, "vence mañana"),
        (3, "vence en 3 días"),
        (-1, "1 día de atraso"),
        (-2, "2 días de atraso"),
    ],
)
def test_due_in_spanish(spanish: None, days: int, spanish_text: str) -> None:
    assert fmt.due(TODAY + timedelta(days=days), TODAY) == spanish_text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "under a minute"),
        (59, "under a minute"),
        (60, "1 min"),
        (3599, "59 min"),
        (3600, "1 h"),
        (86_400, "1 day"),
    ],
)
def test_age(seconds: int, text: str) -> None:
    assert fmt.age(seconds) == text
    assert fmt.age(timedelta(seconds=seconds)) == text


def test_dates(qapp: QApplication) -> None:
    assert fmt.date_text(date(2026, 11, 9)) == "Nov 9, 2026"
    assert fmt.short_date(date(2026, 11, 9)) == "Nov 9"
    assert fmt.long_date(date(2026, 11, 9)) == "Monday, November 9"
    assert fmt.month_text(date(2026, 11, 9)) == "November 2026"


def test_dates_in_spanish(spanish: None) -> None:
    assert fmt.date_text(date(2026, 11, 9)) == "9 nov 2026"
    assert fmt.long_date(date(2026, 11, 9)) == "lunes, 9 de noviembre"


def test_a_moment_is_as_near_as_it_needs_to_be() -> None:
    assert fmt.when(NOON, NOON) == "12:00"
    assert fmt.when(NOON - timedelta(days=1), NOON) == "Mon 12:00"
    assert fmt.when(NOON - timedelta(days=30), NOON) == "Oct 25, 12:00"
    assert fmt.ago(NOON - timedelta(minutes=5), NOON) == "5 min ago"
    assert fmt.ago(NOON, NOON) == "just now"


def test_moments_are_shown_in_this_laptops_zone() -> None:
    utc = NOON.astimezone(UTC)
    assert fmt.clock(utc) == "12:00"
    assert fmt.date_time(utc) == "Nov 24, 2026, 12:00"


def test_sizes_and_shares(qapp: QApplication) -> None:
    assert fmt.data_size(9_600_000) == "9.6 MB"
    assert fmt.data_size(400_000) == "400 kB"
    assert fmt.percent(5_000) == "50%"
    assert fmt.percent(1_250) == "12.5%"
    assert fmt.count(9_812) == "9,812"
