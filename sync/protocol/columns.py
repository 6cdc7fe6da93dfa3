"""Values in columns: many objects of one kind as one list per field, where they compress far better.

`pack` takes any value in MessagePack as our encoder writes it; `unpack` gives back the same bytes. Neither
knows what a case is, so a field that only the writer's program knows passes unharmed. A column is a list of
values that stand at the same place:

    maps with text keys in order       a column per key, and which rows have it
    lists of different things          the same, by position
    other maps and lists               their sizes, then one column of all keys and one of all items
    values of several types            the type of each, and a column per type
    everything else                    see `cells`

A frame that comes from anywhere is unpacked: every value is counted before it is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Any

import msgspec

from sync.casework.values import encode
from sync.casework.values import unpack as unpack_plain
from sync.protocol.cells import (
    Cell,
    Identifiers,
    Numbers,
    Plain,
    Room,
    pack_cells,
    pack_counts,
    pack_identifiers,
    unpack_cells,
    unpack_identifiers,
    unpack_numbers,
)
from sync.protocol.cells import ColumnsError as ColumnsError

_ABSENT: Any = object()
_SPARSE = 8  # keys of which one in so many is there, on the whole, are data and not fields
_MAX_POSITIONS = 16  # a longer list is a list of like items
_DEPTH = 32


class Fields(msgspec.Struct, array_like=True, tag="f"):
    """Maps with text keys in order. `has` says row by row where a key is; empty: everywhere."""

    rows: int
    keys: list[str]
    has: list[bytes]
    columns: list[Column]


class Positions(msgspec.Struct, array_like=True, tag="t"):
    """Lists read by position; short ones lack their last positions."""

    rows: int
    has: list[bytes]
    columns: list[Column]


class Maps(msgspec.Struct, array_like=True, tag="m"):
    """Maps whose keys are data."""

    sizes: Numbers
    keys: Column
    items: Column


class Lists(msgspec.Struct, array_like=True, tag="l"):
    """Lists of like items."""

    sizes: Numbers
    items: Column


class Several(msgspec.Struct, array_like=True, tag="x"):
    """Values of several types: the column that each row's value is in."""

    which: bytes
    columns: list[Column]


Column = Fields | Positions | Maps | Lists | Several | Cell


class Table(msgspec.Struct, array_like=True):
    """A whole value: a column of one row."""

    identifiers: Identifiers
    column: Column


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Table)
_FOREIGN = (msgspec.DecodeError, ValueError, OverflowError, RecursionError, TypeError)


def pack(payload: bytes) -> bytes:
    """An encoded value in columns."""
    places: dict[bytes, int] = {}
    column = _pack([unpack_plain(payload)], places, _DEPTH)
    return _encoder.encode(Table(pack_identifiers(list(places)), column))


def unpack(packed: bytes, limit: int) -> bytes:
    """The encoded value again. Raises ColumnsError for anything else, and for one of more than `limit` bytes.

    What `pack` is given should be at most half as long: places in a table are counted beside what they name.
    """
    try:
        table = _decoder.decode(packed)
        room = Room(limit)
        (value,) = _unpack(table.column, unpack_identifiers(table.identifiers, room), room)
        payload = encode(value)
    except _FOREIGN as error:
        raise ColumnsError(str(error)) from error
    if len(payload) > limit:
        raise ColumnsError("a value that grows beyond its limit")
    return payload


def _pack(rows: list[Any], places: dict[bytes, int], depth: int) -> Column:
    """One column; what lies deeper than `depth` travels as it is."""
    types = list(map(type, rows))
    kinds = list(dict.fromkeys(types))
    if depth == 0 or not kinds:
        return Plain(rows)
    if len(kinds) > 1:
        number = {kind: at for at, kind in enumerate(kinds)}
        parts = [[row for row in rows if type(row) is kind] for kind in kinds]
        return Several(
            bytes([number[kind] for kind in types]), [_pack(part, places, depth) for part in parts]
        )
    if kinds[0] is dict:
        return _pack_maps(rows, places, depth - 1)
    if kinds[0] is list:
        return _pack_lists(rows, places, depth - 1)
    return pack_cells(rows, kinds[0], places)


def _pack_maps(rows: list[dict[Any, Any]], places: dict[bytes, int], depth: int) -> Fields | Maps:
    shapes = set(map(tuple, rows))
    keys = {key for shape in shapes for key in shape}
    if _are_fields(keys, shapes) and len(keys) * len(rows) <= _SPARSE * sum(map(len, rows)):
        names = sorted(keys)
        has = [_where([name in row for row in rows]) for name in names]
        columns = [_pack([row[name] for row in rows if name in row], places, depth) for name in names]
        return Fields(len(rows), names, has, columns)
    all_keys = _pack(list(chain.from_iterable(rows)), places, depth)
    items = _pack([value for row in rows for value in row.values()], places, depth)
    return Maps(pack_counts(list(map(len, rows))), all_keys, items)


def _are_fields(keys: set[Any], shapes: set[tuple[Any, ...]]) -> bool:
    """Text in order: then the keys that a row has say their order."""
    return all(type(key) is str for key in keys) and all(list(shape) == sorted(shape) for shape in shapes)


def _pack_lists(rows: list[list[Any]], places: dict[bytes, int], depth: int) -> Positions | Lists:
    longest = max(map(len, rows))
    if longest <= _MAX_POSITIONS and any(len(set(map(type, row))) > 1 for row in rows):
        has = [_where([len(row) > at for row in rows]) for at in range(longest)]
        columns = [_pack([row[at] for row in rows if len(row) > at], places, depth) for at in range(longest)]
        return Positions(len(rows), has, columns)
    return Lists(pack_counts(list(map(len, rows))), _pack(list(chain.from_iterable(rows)), places, depth))


def _where(there: list[bool]) -> bytes:
    return b"" if all(there) else bytes(there)


def _unpack(column: Column, identifiers: list[bytes], room: Room) -> list[Any]:
    match column:
        case Fields(rows, keys, has, columns):
            _count_keys(rows, keys, has, room)
            table = _rows(rows, has, [_unpack(one, identifiers, room) for one in columns], room)
            return [_without_absent(keys, row) for row in table]
        case Positions(rows, has, columns):
            table = _rows(rows, has, [_unpack(one, identifiers, room) for one in columns], room)
            return [[value for value in row if value is not _ABSENT] for row in table]
        case Maps(sizes, keys, items):
            pairs = zip(_unpack(keys, identifiers, room), _unpack(items, identifiers, room), strict=True)
            return [dict(part) for part in _parts(unpack_numbers(sizes, room), list(pairs))]
        case Lists(sizes, items):
            return _parts(unpack_numbers(sizes, room), _unpack(items, identifiers, room))
        case Several(which, columns):
            return _merged(which, [_unpack(one, identifiers, room) for one in columns])
        case _:
            return unpack_cells(column, identifiers, room)


def _without_absent(keys: list[str], row: tuple[Any, ...]) -> dict[str, Any]:
    return {key: value for key, value in zip(keys, row, strict=True) if value is not _ABSENT}


def _count_keys(rows: int, keys: list[str], has: list[bytes], room: Room) -> None:
    """A key is written again in every row that has it."""
    for key, there in zip(keys, has, strict=True):
        room.take((there.count(1) if there else max(rows, 0)) * (1 + len(key)))


def _rows(rows: int, has: list[bytes], columns: list[list[Any]], room: Room) -> list[tuple[Any, ...]]:
    """Columns turned into rows, absent values marked."""
    if rows < 0:
        raise ColumnsError("columns and rows do not fit")
    room.take(rows)
    full = [_spread(there, column) if there else column for there, column in zip(has, columns, strict=True)]
    if any(len(column) != rows for column in full):
        raise ColumnsError("columns and rows do not fit")
    return list(zip(*full, strict=True)) if full else [()] * rows


def _spread(there: bytes, column: list[Any]) -> list[Any]:
    if there.count(1) != len(column):
        raise ColumnsError("a column of another size than said")
    values = iter(column)
    return [next(values) if here == 1 else _ABSENT for here in there]


def _parts(sizes: Sequence[int], items: list[Any]) -> list[list[Any]]:
    """One list cut into the lists it was made of."""
    if sum(sizes) != len(items) or min(sizes, default=0) < 0:
        raise ColumnsError("lists of another size than said")
    ends = accumulate(sizes)
    return [items[end - size : end] for size, end in zip(sizes, ends, strict=True)]


def _merged(which: bytes, columns: list[list[Any]]) -> list[Any]:
    sizes = [which.count(at) for at in range(len(columns))]
    if sizes != list(map(len, columns)) or sum(sizes) != len(which):
        raise ColumnsError("a column of another size than said")
    values = [iter(column) for column in columns]
    return [next(values[at]) for at in which]
