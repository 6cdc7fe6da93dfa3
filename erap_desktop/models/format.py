"""Money, dates, due times, ages and sizes in words, in the language that is shown.

Money is integer cents, moments are aware datetimes (shown in this laptop's zone, 24-hour clock), durations
seconds.
"""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

_DAY = 86_400


def money(cents: int) -> str:
    """Cents as dollars: ``324000`` is "$3,240.00", and a debt has a minus sign before it."""
    text = QLocale().toCurrencyString(abs(cents) / 100, "$")
    return f"\u2212{text}" if cents < 0 else text


def count(number: int) -> str:
    """A whole number with its thousands marked: "9,812"."""
    return QLocale().toString(number)


def percent(basis_points: int) -> str:
    """Basis points as per cent, without needless decimals: ``5000`` is "50%", ``1250`` "12.5%"."""
    text = QLocale().toString(basis_points / 100, "f", 2)
    point = QLocale().decimalPoint()
    return text.rstrip("0").rstrip(point) + "%"


def data_size(size: int) -> str:
    """Bytes as a person reads them: "9.6 MB"."""
    decimals = 0 if size < 1_000_000 else 1
    return QLocale().formattedDataSize(size, decimals, QLocale.DataSizeFormat.DataSizeSIFormat)


def date_text(day: date) -> str:
    """A date with its year: "Nov 9, 2026"."""
    return QLocale().toString(_qdate(day), QCoreApplication.translate("Format", "MMM d, yyyy"))


def short_date(day: date) -> str:
    """A date without its year, for columns and recent things: "Nov 9"."""
    return QLocale().toString(_qdate(day), QCoreApplication.translate("Format", "MMM d"))


def long_date(day: date) -> str:
    """A date with its weekday: "Friday, November 27"."""
    return QLocale().toString(_qdate(day), QCoreApplication.translate("Format", "dddd, MMMM d"))


def month_text(day: date) -> str:
    """The month a date lies in: "November 2026"."""
    return QLocale().toString(_qdate(day), QCoreApplication.translate("Format", "MMMM yyyy"))


def clock(moment: datetime) -> str:
    """The time of day here: "14:02"."""
    return moment.astimezone().strftime("%H:%M")


def time_of_day(minutes: int) -> str:
    """Minutes after midnight as a clock shows them: "22:00"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def date_time(moment: datetime) -> str:
    """Date and time here: "Nov 9, 2026, 14:02"."""
    here = moment.astimezone()
    return QCoreApplication.translate("Format", "{date}, {time}").format(
        date=date_text(here.date()), time=clock(here)
    )


def when(moment: datetime, now: datetime) -> str:
    """A moment as near as it needs to be: "14:02" today, "Mon 14:02" within a week, else "Nov 9, 14:02"."""
    here, today = moment.astimezone(), now.astimezone().date()
    if here.date() == today:
        return clock(here)
    if abs((here.date() - today).days) < 7:
        day = QLocale().toString(_qdate(here.date()), "ddd")
        return QCoreApplication.translate("Format", "{weekday} {time}").format(weekday=day, time=clock(here))
    return QCoreApplication.translate("Format", "{date}, {time}").format(
        date=short_date(here.date()), time=clock(here)
    )


def due(day: date, today: date) -> str:
    """When something is due, seen from today: "due today", "due in 3 days", "2 days late"."""
    days = (day - today).days
    if days == 0:
        return QCoreApplication.translate("Format", "due today")
    if days == 1:
        return QCoreApplication.translate("Format", "due tomorrow")
    if days > 0:
        return _COUNTS.due_in(days)
    return _COUNTS.days_late(-days)


def age(duration: timedelta | float) -> str:
    """How long something has waited, in its largest unit: "under a minute", "5 min", "3 h", "2 days"."""
    seconds = int(duration.total_seconds() if isinstance(duration, timedelta) else duration)
    if seconds < 60:
        return QCoreApplication.translate("Format", "under a minute")
    if seconds < 3600:
        return _COUNTS.minutes(seconds // 60)
    if seconds < _DAY:
        return _COUNTS.hours(seconds // 3600)
    return _COUNTS.days(seconds // _DAY)


def ago(moment: datetime, now: datetime) -> str:
    """How long ago a moment was: "just now", "5 min ago", "2 days ago"."""
    seconds = (now - moment).total_seconds()
    if seconds < 60:
        return QCoreApplication.translate("Format", "just now")
    return QCoreApplication.translate("Format", "{age} ago").format(age=age(seconds))


class FormatCounts(QObject):
    """Texts with a plural."""

    def due_in(self, days: int) -> str:
        """ "due in 3 days" """
        return self.tr("due in %Ln days", "", days)

    def days_late(self, days: int) -> str:
        """ "2 days late" """
        return self.tr("%Ln days late", "", days)

    def minutes(self, number: int) -> str:
        """ "5 min" """
        return self.tr("%Ln min", "", number)

    def hours(self, number: int) -> str:
        """ "3 h" """
        return self.tr("%Ln h", "", number)

    def days(self, number: int) -> str:
        """ "2 days" """
        return self.tr("%Ln days", "", number)


_COUNTS = FormatCounts()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
