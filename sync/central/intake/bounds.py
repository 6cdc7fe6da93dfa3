"""What an application may at most say. Beyond it is a slip of the hand: refused, not guessed at."""

from __future__ import annotations

from sync.casework.decisions import MAX_LINE_CENTS

MAX_LINE_BYTES = 1_000_000
"""One application in bytes. A full one has some 4,000; no more than this is ever held of one line."""

MAX_MEMBERS = 30
"""Persons of one household. HUD's limits go on for any size, but Census tables end at "7 or more"."""

MAX_INCOMES = 12
"""Incomes of one person."""

MAX_REQUESTS = 200
"""Months times expenses asked for: 18 months (Treasury ERA FAQ 10) of all eight expenses are 144."""

MAX_UTILITIES = 10

MAX_MONTH_CENTS = MAX_LINE_CENTS
"""One month's rent, or one month of one expense: the bound an award's line has as well, $10,000. The highest
fair market rent of New Mexico, four bedrooms in FY 2026, is $2,843 (Los Alamos)."""

MAX_INCOME_CENTS = 1_000_000_00
"""One payment of one income: $1,000,000, many times any income limit as a yearly payment."""

MAX_YEARS = 125
"""The oldest person whose age was ever verified died at 122 (Jeanne Calment, 1997)."""

MAX_DAYS_UNEMPLOYED = 60 * 366
MAX_MONTHS_BEHIND = 120
MAX_MONTHS_PAID_BEFORE = 60
MAX_BEDROOMS = 15

MONTHS_AHEAD = 24
"""How far ahead a month asked for, an eviction date or a lease's beginning may lie."""

NAME_LENGTH = 200
SHORT_LENGTH = 100
PHONE_LENGTH = 40
EMAIL_LENGTH = 254  # RFC 5321, §4.5.3.1.3, without the brackets
DIRECTIONS_LENGTH = 2_000
STATEMENT_LENGTH = 10_000
REFERENCE_LENGTH = 64
"""Texts, in characters."""
