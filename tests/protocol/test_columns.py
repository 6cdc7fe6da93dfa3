"""Columns: every value comes back to the byte; foreign bytes are refused before they grow."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.casework.values import encode, pack
from sync.protocol import columns
from sync.protocol.cells import Choices, Days, Hashes, Identifiers, Numbers, Plain, References, Texts
from sync.protocol.columns import Column, ColumnsError, Fields, Lists, Maps, Positions, Several, Table

LIMIT = 1 << 20
NONE = Numbers(0, 0, False, 0, b"")
WORDS = (
    "",
    "lease",
    "pay_stub",
    "2026-02-30",
    "2026-11-25",
    "2026-11",
    "2026-13",
    "ab" * 8,
    "AB" * 8,
    "ñ" * 9,
)

identifiers = st.binary(min_size=16, max_size=16)
times = st.integers(0, 2**40).map(lambda n: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=n))
texts = st.sampled_from(WORDS) | st.text(max_size=12)
integers = st.integers(-(2**63), 2**64 - 1) | st.integers(-5, 5)
scalars = (
    st.none() | st.booleans() | integers | st.floats() | texts | identifiers | st.binary(max_size=4) | times
)
extensions = st.builds(msgspec.msgpack.Ext, st.integers(1, 9), st.binary(max_size=3))
values: st.SearchStrategy[Any] = st.recursive(
    scalars | extensions,
    lambda inner: (
        st.lists(inner, max_size=6)
        | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=3), inner, max_size=5)
        | st.dictionaries(identifiers, inner, max_size=4)
    ),
    max_leaves=40,
)


@settings(max_examples=200, deadline=None)
@given(values)
def test_every_value_comes_back_to_the_byte(value: Any) -> None:
    payload = encode(value)
    assert columns.unpack(columns.pack(payload), LIMIT) == payload


@settings(max_examples=80, deadline=None)
@given(st.lists(st.dictionaries(texts | identifiers, values, max_size=6), max_size=12))
def test_stored_forms_of_objects_unlike_each_other_come_back_to_the_byte(objects: list[Any]) -> None:
    """A field that only one of them has, or that a later program has added, is a field like any other."""
    bodies = [msgspec.Raw(pack(one)) for one in objects]
    payload = encode([["p", "case", bytes(16), at, body] for at, body in enumerate(bodies)])
    assert columns.unpack(columns.pack(payload), LIMIT) == payload


def test_what_lies_very_deep_travels_as_it_is() -> None:
    value: Any = "ground"
    for level in range(480):
        value = {"deeper": value} if level % 2 else [value]
    payload = encode(value)
    assert columns.unpack(columns.pack(payload), LIMIT) == payload


def test_many_objects_of_one_kind_are_short_in_columns() -> None:
    chance = Random(7)
    rows = [
        {"at": "2026-11-25", "cents": 57_000 + n, "kind": "lease", "sha256": chance.randbytes(32).hex()}
        for n in range(200)
    ]
    assert len(columns.pack(encode(rows))) < len(encode(rows)) / 2


BOMB = 1 << 40
HOSTILE: list[Column] = [
    Numbers(BOMB, 0, False, 0, b""),
    Numbers(-1, 0, False, 0, b""),
    Numbers(2, 0, False, 9, bytes(18)),
    Numbers(2, 0, False, 1, b"\1"),
    Numbers(1, 2**64 - 1, True, 8, b"\xff" * 8),
    Days(Numbers(1, 0, False, 0, b"")),
    Days(Numbers(1, 2**62, False, 0, b"")),
    Texts(Numbers(1, -1, False, 0, b""), ""),
    Texts(Numbers(1, 9, False, 0, b""), "short"),
    Hashes(0, b""),
    Hashes(3, b"1234"),
    References(Numbers(1, 0, False, 0, b"")),
    Choices(Plain(["x"]), Numbers(1, -1, False, 0, b"")),
    Choices(Plain([1]), Numbers(1, 0, False, 0, b"")),
    Fields(BOMB, [], [], []),
    Fields(1, ["a"], [], []),
    Fields(1, ["a"], [b"\1\1"], [Plain([1])]),
    Fields(2, ["a"], [b"\1\2"], [Plain([1, 2])]),
    Positions(-1, [], []),
    Positions(1, [b""], [Plain([1, 2])]),
    Lists(Numbers(1, 3, False, 0, b""), Plain([1])),
    Lists(Numbers(2, -1, False, 1, b"\0\3"), Plain([1])),
    Maps(Numbers(1, 1, False, 0, b""), Plain([[]]), Plain([1])),
    Maps(Numbers(1, 1, False, 0, b""), Plain([]), Plain([1])),
    Several(b"\0\7", [Plain([1])]),
    Several(b"\0", [Plain([1]), Plain([2])]),
    Plain([1, 2]),
    Plain([]),
]


@pytest.mark.parametrize("column", HOSTILE, ids=lambda column: type(column).__name__)
def test_a_column_that_says_what_it_does_not_hold_is_refused(column: Column) -> None:
    packed = msgspec.msgpack.encode(
        Table(Identifiers(NONE, b""), Lists(Numbers(1, 1, False, 0, b""), column))
    )
    with pytest.raises(ColumnsError):
        columns.unpack(packed, LIMIT)
    with pytest.raises(ColumnsError):
        columns.unpack(msgspec.msgpack.encode(Table(Identifiers(NONE, b""), column)), LIMIT)


def same(rows: int) -> Numbers:
    """Zero, so many times, in a few bytes."""
    return Numbers(rows, 0, False, 0, b"")


def repeated(text: str, rows: int) -> Choices:
    """One text, so many times."""
    return Choices(Texts(Numbers(1, len(text), False, 0, b""), text), same(rows))


SHORT_AND_YET_LONG: dict[str, tuple[int, Column]] = {
    "one text many times": (LIMIT // 999, repeated("x" * 1000, LIMIT // 999)),
    "one key in many rows": (LIMIT // 500, Fields(LIMIT // 500, ["k" * 1000], [b""], [same(LIMIT // 500)])),
    "characters of four bytes": (LIMIT // 2000, repeated("😀" * 1000, LIMIT // 2000)),
    "numbers of nine bytes": (LIMIT // 2, Numbers(LIMIT // 2, 2**62, False, 0, b"")),
}


@pytest.mark.parametrize("what", SHORT_AND_YET_LONG)
def test_a_value_that_grows_beyond_its_limit_is_refused(what: str) -> None:
    rows, column = SHORT_AND_YET_LONG[what]
    whole = Table(Identifiers(NONE, b""), Lists(Numbers(1, rows, False, 0, b""), column))
    with pytest.raises(ColumnsError, match=r"more values|beyond its limit"):
        columns.unpack(msgspec.msgpack.encode(whole), LIMIT)


def test_identifiers_that_no_time_has_are_refused() -> None:
    for table in (Identifiers(NONE, b"x"), Identifiers(Numbers(1, -1, False, 0, b""), bytes(10))):
        with pytest.raises(ColumnsError):
            columns.unpack(msgspec.msgpack.encode(Table(table, Plain([1]))), LIMIT)


@settings(max_examples=150, deadline=None)
@given(values, st.integers(0, 10_000), st.integers(0, 255), st.booleans())
def test_changed_and_cut_bytes_are_refused_or_another_value(
    value: Any, at: int, byte: int, cut: bool
) -> None:
    """A checksum stands before this; nothing but ColumnsError may come out all the same."""
    packed = bytearray(columns.pack(encode([value] * 3)))
    if cut:
        del packed[at % len(packed) :]
    else:
        packed[at % len(packed)] = byte
    with suppress(ColumnsError):
        columns.unpack(bytes(packed), LIMIT)
