"""The frames of an answer, for the second client: written from `docs/protocol/frames.md` alone."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import Any

import msgpack
import zstandard

MOST = 4 << 20  # bytes of a frame, and of zstd's window


class NoConnectionError(Exception):
    """No answer, no last frame, or somebody else's."""


def unpacked(data: bytes) -> Any:
    return msgpack.unpackb(data, timestamp=3, strict_map_key=False)


def frames(pieces: Iterator[bytes]) -> Iterator[Any]:
    """Messages of an answer, each as soon as it is whole."""
    buffer, begun, stream = b"", False, None
    for piece in pieces:
        buffer += piece
        if not begun and len(buffer) >= 5:
            if buffer[:5] != b"ERAP\x01":
                raise NoConnectionError("not our server")
            buffer, begun = buffer[5:], True
        while begun and len(buffer) >= 8:
            length, crc = struct.unpack(">II", buffer[:8])
            if not 1 <= length <= MOST:
                raise NoConnectionError("impossible length")
            if len(buffer) < 8 + length:
                break
            data, buffer = buffer[8 : 8 + length], buffer[8 + length :]
            if zlib.crc32(data) != crc or data[0] > 2:  # this client names no dictionary, so it gets none
                raise NoConnectionError("damaged")
            if data[0]:
                stream = stream or zstandard.ZstdDecompressor(max_window_size=MOST).decompressobj()
                plain = stream.decompress(data[1:])
                yield from_columns(unpacked(plain)) if data[0] == 2 else unpacked(plain)
            else:
                yield unpacked(data[1:])


def from_columns(table: Any) -> Any:
    """[Columns] the one value of a table."""
    (times, rest), column = table
    places = [one.to_bytes(6, "big") + rest[10 * n : 10 * n + 10] for n, one in enumerate(numbers(times))]
    (value,) = values_of(column, places)
    return value


def numbers(node: Any) -> list[int]:
    _, rows, base, steps, width, planes = node
    found = [base + int.from_bytes(planes[row::rows] if width else b"", "little") for row in range(rows)]
    return list(accumulate(found)) if steps else found


def values_of(node: Any, places: list[bytes]) -> list[Any]:
    """The values a column stands for."""
    letter, *of = node

    def column(one: Any) -> list[Any]:
        return values_of(one, places)

    match letter:
        case "n":
            return numbers(node)
        case "d":
            return [date.fromordinal(one).isoformat() for one in numbers(of[0])]
        case "y":
            return [f"{one // 12:04}-{one % 12 + 1:02}" for one in numbers(of[0])]
        case "s":
            unit = timedelta(seconds=1) if of[0] else timedelta(microseconds=1)
            return [datetime(1970, 1, 1, tzinfo=UTC) + one * unit for one in numbers(of[1])]
        case "h":
            digits, size = of[1].hex(), 2 * len(of[1]) // of[0]
            return [digits[at : at + size] for at in range(0, len(digits), size)]
        case "u":
            return list(cut(of[1], numbers(of[0])))
        case "i":
            return [places[one] for one in numbers(of[0])]
        case "c":
            different = column(of[0])
            return [different[one] for one in numbers(of[1])]
        case "p":
            return list(of[0])
        case "x":
            each = [iter(column(one)) for one in of[1]]
            return [next(each[which]) for which in of[0]]
        case "l":
            return [list(part) for part in cut(column(of[1]), numbers(of[0]))]
        case "m":
            pairs = list(zip(column(of[1]), column(of[2]), strict=True))
            return [dict(part) for part in cut(pairs, numbers(of[0]))]
        case "t":
            return [
                list(row.values()) for row in by_rows(of[0], range(len(of[2])), of[1], map(column, of[2]))
            ]
        case "f":
            return by_rows(of[0], of[1], of[2], map(column, of[3]))
    raise NoConnectionError(f"a column of unknown kind {letter!r}")


def by_rows(rows: int, keys: Any, has: Any, columns: Any) -> list[dict[Any, Any]]:
    """Columns turned into rows; a key is only in those rows that have it."""
    found: list[dict[Any, Any]] = [{} for _ in range(rows)]
    for key, there, column in zip(keys, has, columns, strict=True):
        having = [row for row, here in zip(found, there, strict=True) if here] if there else found
        for row, value in zip(having, column, strict=True):
            row[key] = value
    return found


def cut(whole: Any, sizes: list[int]) -> Iterator[Any]:
    for end, size in zip(accumulate(sizes), sizes, strict=True):
        yield whole[end - size : end]
