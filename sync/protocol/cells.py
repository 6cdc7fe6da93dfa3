"""The leaves of values in columns: numbers, dates, texts, identifiers, each as it compresses best.

Everything here goes both ways without loss, and nothing grows beyond the `Room` it is given: a column says
how many values it stands for in a few bytes, so each value is counted before it is made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, pairwise
from struct import Struct
from typing import Any

import msgspec

IDENTIFIER = 16  # bytes
_TIME = 6  # of a UUIDv7: milliseconds; the rest is random
_WORD = 8
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND, _SECOND = timedelta(microseconds=1), timedelta(seconds=1)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_HEX = re.compile(r"(?:[0-9a-f]{2}){8,}")


class ColumnsError(ValueError):
    """Bytes that are no columns of ours, or that stand for more than they may."""


class Room:
    """How many bytes may still be made; a value counts for at least one."""

    def __init__(self, size: int) -> None:
        self._left = size

    def take(self, size: int) -> None:
        """Raises ColumnsError when there is no room left."""
        self._left -= size
        if self._left < 0:
            raise ColumnsError("more values than a frame may hold")


class Numbers(msgspec.Struct, array_like=True, tag="n"):
    """Integers: `rows` of them, `width` bytes each above `base`, all first bytes first.

    With `steps` they are differences to the one before, the first to 0.
    """

    rows: int
    base: int
    steps: bool
    width: int
    planes: bytes


class Days(msgspec.Struct, array_like=True, tag="d"):
    """Texts YYYY-MM-DD, as days."""

    numbers: Numbers


class Months(msgspec.Struct, array_like=True, tag="y"):
    """Texts YYYY-MM, as months."""

    numbers: Numbers


class Times(msgspec.Struct, array_like=True, tag="s"):
    """Instants in UTC, as seconds or microseconds since 1970."""

    whole_seconds: bool
    numbers: Numbers


class Hashes(msgspec.Struct, array_like=True, tag="h"):
    """Texts of hexadecimal digits, all of one length, as bytes."""

    rows: int
    data: bytes


class Texts(msgspec.Struct, array_like=True, tag="u"):
    """Texts one behind the other; sizes in characters."""

    sizes: Numbers
    text: str


class References(msgspec.Struct, array_like=True, tag="i"):
    """Identifiers (16 bytes), as places in the table of all."""

    numbers: Numbers


class Choices(msgspec.Struct, array_like=True, tag="c"):
    """Values that repeat, as places in a table of the different ones."""

    table: Cell
    numbers: Numbers


class Plain(msgspec.Struct, array_like=True, tag="p"):
    """Values as they are."""

    values: list[Any]


Cell = Numbers | Days | Months | Times | Hashes | Texts | References | Choices | Plain


class Identifiers(msgspec.Struct, array_like=True):
    """Every identifier once, in order of appearance: their times, then their random parts."""

    times: Numbers
    rest: bytes


# --- Packing ----------------------------------------------------------------------------------------


def pack_numbers(values: Sequence[int]) -> Numbers | None:
    """Integers of at most 64 bits; None for others."""
    steps = [new - old for old, new in pairwise((0, *values))]
    by_steps = len(set(steps)) < len(set(values))
    chosen = steps if by_steps else values
    base = min(chosen, default=0)
    width = ((max(chosen, default=0) - base).bit_length() + 7) // 8
    if width > _WORD or not -(2**63) <= base < 2**63:
        return None
    words = Struct(f"<{len(chosen)}Q").pack(*[value - base for value in chosen])
    return Numbers(len(values), base, by_steps, width, b"".join([words[at::_WORD] for at in range(width)]))


def pack_counts(values: Sequence[int]) -> Numbers:
    """Sizes and places, which always fit."""
    numbers = pack_numbers(values)
    assert numbers is not None
    return numbers


def pack_identifiers(identifiers: Sequence[bytes]) -> Identifiers:
    """The table that references point into."""
    times = pack_counts([int.from_bytes(one[:_TIME], "big") for one in identifiers])
    return Identifiers(times, b"".join([one[_TIME:] for one in identifiers]))


def pack_cells(values: list[Any], kind: type, places: dict[bytes, int]) -> Cell:
    """A column of values of one type that are neither map nor list; `places` grows by new identifiers."""
    packed: Cell | None = None
    if kind is str:
        packed = _pack_texts(values)
    elif kind is int:
        packed = pack_numbers(values)
    elif kind is datetime:
        packed = _pack_times(values)
    elif kind is bytes and set(map(len, values)) == {IDENTIFIER}:
        packed = References(pack_counts([places.setdefault(value, len(places)) for value in values]))
    return packed or Plain(values)


def _pack_texts(values: list[str]) -> Cell:
    if regular := _pack_days(values) or _pack_months(values) or _pack_hashes(values):
        return regular
    places = {value: place for place, value in enumerate(dict.fromkeys(values))}
    if 2 * len(places) > len(values):
        return Texts(pack_counts([len(value) for value in values]), "".join(values))
    return Choices(_pack_texts(list(places)), pack_counts([places[value] for value in values]))


def _pack_days(values: list[str]) -> Days | None:
    if not _all_match(_DAY, values):
        return None
    try:
        return Days(pack_counts([date.fromisoformat(value).toordinal() for value in values]))
    except ValueError:  # a day that no calendar has
        return None


def _pack_months(values: list[str]) -> Months | None:
    if not _all_match(_MONTH, values):
        return None
    return Months(pack_counts([12 * int(value[:4]) + int(value[5:]) - 1 for value in values]))


def _pack_hashes(values: list[str]) -> Hashes | None:
    if not _all_match(_HEX, values) or len(set(map(len, values))) > 1:
        return None
    return Hashes(len(values), bytes.fromhex("".join(values)))


def _all_match(form: re.Pattern[str], values: list[str]) -> bool:
    return all(map(form.fullmatch, values))


def _pack_times(values: list[datetime]) -> Times | None:
    if any(value.tzinfo is None for value in values):
        return None
    whole = not any(value.microsecond for value in values)
    unit = _SECOND if whole else _MICROSECOND
    return Times(whole, pack_counts([(value - _EPOCH) // unit for value in values]))


# --- Unpacking --------------------------------------------------------------------------------------


def unpack_numbers(numbers: Numbers, room: Room) -> Sequence[int]:
    """The integers. Raises ColumnsError."""
    rows, width, planes = numbers.rows, numbers.width, numbers.planes
    room.take(max(rows, 0))
    if rows < 0 or not 0 <= width <= _WORD or len(planes) != rows * width:
        raise ColumnsError("numbers of another size than said")
    words = bytearray(_WORD * rows)
    for at in range(width):
        words[at::_WORD] = planes[at * rows : (at + 1) * rows]
    base = numbers.base
    values = [base + word for word in Struct(f"<{rows}Q").unpack(words)]
    return list(accumulate(values)) if numbers.steps else values


def unpack_identifiers(table: Identifiers, room: Room) -> list[bytes]:
    """Every identifier. Raises ColumnsError and OverflowError."""
    times, size = unpack_numbers(table.times, room), IDENTIFIER - _TIME
    if len(table.rest) != size * len(times):
        raise ColumnsError("identifiers of another size than said")
    rest = table.rest
    return [time.to_bytes(_TIME, "big") + rest[at * size : at * size + size] for at, time in enumerate(times)]


def unpack_cells(cell: Cell, identifiers: list[bytes], room: Room) -> list[Any]:
    """The values. Raises ColumnsError, and ValueError or OverflowError for values that can't be."""
    match cell:
        case Plain(values):
            room.take(len(values))  # what it holds stands in the frame as it is
            return values
        case Texts(sizes, text):
            return _cut(text, unpack_numbers(sizes, room))
        case Choices(table, numbers):
            return _picked(unpack_cells(table, identifiers, room), numbers, room)
        case References(numbers):
            return _picked(identifiers, numbers, room)
        case Numbers():
            return list(unpack_numbers(cell, room))
        case Days(numbers):
            return [date.fromordinal(day).isoformat() for day in unpack_numbers(numbers, room)]
        case Months(numbers):
            return [f"{month // 12:04}-{month % 12 + 1:02}" for month in unpack_numbers(numbers, room)]
        case Times(whole_seconds, numbers):
            unit = _SECOND if whole_seconds else _MICROSECOND
            return [_EPOCH + number * unit for number in unpack_numbers(numbers, room)]
        case Hashes(rows, data):
            return _hexadecimal(rows, data, room)


def _cut(text: str, sizes: Sequence[int]) -> list[str]:
    ends = list(accumulate(sizes))
    if sizes and (min(sizes) < 0 or ends[-1] != len(text)):
        raise ColumnsError("texts of another size than said")
    return [text[end - size : end] for size, end in zip(sizes, ends, strict=True)]


def _picked(table: list[Any], numbers: Numbers, room: Room) -> list[Any]:
    places = unpack_numbers(numbers, room)
    if places and (min(places) < 0 or max(places) >= len(table)):
        raise ColumnsError("a place outside its table")
    values = [table[place] for place in places]
    room.take(sum([len(value) for value in values]))
    return values


def _hexadecimal(rows: int, data: bytes, room: Room) -> list[str]:
    if rows < 1 or len(data) % rows:
        raise ColumnsError("hashes of another size than said")
    room.take(rows)
    digits, size = data.hex(), 2 * len(data) // rows
    return [digits[at : at + size] for at in range(0, len(digits), size)]
