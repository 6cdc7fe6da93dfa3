"""Lines of a file of any size, never holding more of one line than it may have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

_CHUNK = 65_536
_MARK = b"\xef\xbb\xbf"


def bounded_lines(stream: BinaryIO, at_most: int) -> Iterator[tuple[int, bytes | None]]:
    """Number (from 1) and content of every line; None for one longer than `at_most` bytes.

    A longer line is skipped to its end without being kept. Blank lines are counted and left out, a byte order
    mark at the very beginning is dropped. Raises OSError when the stream can not be read.
    """
    number, kept, too_long = 1, bytearray(), False
    while chunk := stream.read(_CHUNK):
        pieces = chunk.split(b"\n")
        for index, piece in enumerate(pieces):
            too_long = too_long or len(kept) + len(piece) > at_most
            if too_long:
                kept.clear()
            else:
                kept += piece
            if index < len(pieces) - 1:
                yield from _line(number, kept, too_long)
                number, too_long = number + 1, False
                kept.clear()
    yield from _line(number, kept, too_long)


def _line(number: int, kept: bytearray, too_long: bool) -> Iterator[tuple[int, bytes | None]]:
    if too_long:
        yield number, None
        return
    content = bytes(kept).removeprefix(_MARK) if number == 1 else bytes(kept)
    if content.strip():
        yield number, content
