"""Frames: length, checksum, then a piece of one compressed stream flushed at each border.

    answer  = magic  frame*
    frame   = length:u32  crc32:u32  form:u8  bytes      (big-endian; `length` counts form and bytes)
    form    = 0 plain | 1 zstd | 2 zstd of columns, + 16 × version of the dictionary

The compressed bytes of all frames of an answer are one zstd stream, so a frame can use what went before it,
and each frame can be decoded as soon as it has arrived. With a dictionary the stream begins as if dictionary
and pushed envelopes had gone before: what comes back of one's own work is hardly sent again. Many whole
objects are put into columns first. A cut leaves the frames before it whole; a resume begins a new stream.
Decompression is bounded. Whatever doesn't fit is not our frame: NotOurFrameError.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence

import msgspec

from sync.casework.values import encode
from sync.protocol import columns
from sync.protocol.compression import Deflater, Inflater
from sync.protocol.dictionary import dictionary
from sync.protocol.errors import UNREADABLE
from sync.protocol.messages import Entries, Frame, Put, object_id
from sync.protocol.versions import MAX_FRAME_BYTES

MAGIC = b"ERAP\x01"
_HEADER = struct.Struct(">II")
_decoder = msgspec.msgpack.Decoder(Frame)
DEFAULT_LEVEL = 9
_PLAIN, _ZSTD, _COLUMNS = 0, 1, 2
# An answer that ends within so many bytes travels plain: zstd would only add to it.
SMALL, SMALL_WITH_DICTIONARY = 512, 160
COLUMNS_FROM = 16 * 1024  # bytes of whole objects that are worth the names of their columns
COLUMNS_BYTES = MAX_FRAME_BYTES // 2  # what `columns.unpack` is sure to take for a frame of its limit


class NotOurFrameError(ValueError):
    """What arrived is not a frame of ours: a portal's page, a cut, a damaged or hostile stream."""


class FrameWriter:
    """Turns messages into the bytes of one answer.

    `version` is the dictionary that both ends have, or 0; `pushed` are the envelopes of the request.
    """

    def __init__(self, level: int = DEFAULT_LEVEL, version: int = 0, pushed: Sequence[bytes] = ()) -> None:
        self._level, self._version, self._pushed = level, version, pushed
        self._stream: Deflater | None = None
        self._begun = False
        self.size = 0  # bytes of the last frame

    def write(self, frame: Frame) -> bytes:
        """The next frame's bytes; the first call also writes the magic."""
        payload = encode(frame)
        if self._stream is None and len(payload) <= (SMALL_WITH_DICTIONARY if self._version else SMALL):
            form, packed = _PLAIN, payload
        elif _is_for_columns(frame) and len(payload) <= COLUMNS_BYTES:
            form, packed = _COLUMNS, self._compressed(columns.pack(payload))
        else:
            form, packed = _ZSTD, self._compressed(payload)
        data = bytes([form | self._version << 4 if form else form]) + packed
        start = b"" if self._begun else MAGIC
        self._begun = True
        self.size = _HEADER.size + len(data)
        return start + _HEADER.pack(len(data), zlib.crc32(data)) + data

    def _compressed(self, data: bytes) -> bytes:
        """The next piece of the stream, which begins with the first one: most answers have none."""
        if self._stream is None:
            self._stream = Deflater(self._level, _context(self._version, self._pushed))
        return self._stream.piece(data)


def _check_identifiers(frame: Frame) -> None:
    """Raises ValueError for an identifier that can't be any object's."""
    if isinstance(frame, Entries):
        for entry in frame.entries:
            object_id(entry.kind, entry.id)


def _is_for_columns(frame: Frame) -> bool:
    if not isinstance(frame, Entries):
        return False
    return sum(len(bytes(one.body)) for one in frame.entries if isinstance(one, Put)) >= COLUMNS_FROM


def _context(version: int, pushed: Sequence[bytes]) -> bytes:
    return dictionary(version) + b"".join(pushed) if version else b""


class FrameReader:
    """Turns the bytes of one answer, fed in any pieces, into messages. Raises NotOurFrameError.

    `pushed` are the envelopes of the request that is answered.
    """

    def __init__(self, pushed: Sequence[bytes] = ()) -> None:
        self._pushed = pushed
        self._buffer = bytearray()
        self.begun = False  # true once the magic was seen: it is our server that answers
        self._stream: Inflater | None = None
        self.received = 0

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Every frame that is whole after these bytes."""
        self.received += len(data)
        self._buffer += data
        if not self.begun:
            if not MAGIC.startswith(bytes(self._buffer[: len(MAGIC)])):
                raise NotOurFrameError("the answer is not from an ERAP server")
            if len(self._buffer) < len(MAGIC):
                return
            del self._buffer[: len(MAGIC)]
            self.begun = True
        while len(self._buffer) >= _HEADER.size:
            length, checksum = _HEADER.unpack_from(self._buffer)
            if not 1 <= length <= MAX_FRAME_BYTES:
                raise NotOurFrameError("a frame of impossible length")
            if len(self._buffer) < _HEADER.size + length:
                return
            body = bytes(self._buffer[_HEADER.size : _HEADER.size + length])
            del self._buffer[: _HEADER.size + length]
            if zlib.crc32(body) != checksum:
                raise NotOurFrameError("a frame was damaged on its way")
            yield self._decode(body)

    @property
    def at_border(self) -> bool:
        """True when nothing of a frame is left over."""
        return self.begun and not self._buffer

    def _decode(self, body: bytes) -> Frame:
        try:
            frame: Frame = _decoder.decode(self._payload(body[0] & 0x0F, body[0] >> 4, body[1:]))
            _check_identifiers(frame)
            return frame
        except (*UNREADABLE, ValueError) as error:
            raise NotOurFrameError(f"a frame can not be read: {error}") from error

    def _payload(self, form: int, version: int, data: bytes) -> bytes:
        if form == _PLAIN:
            return data
        if form not in (_ZSTD, _COLUMNS):
            raise NotOurFrameError("a frame of unknown form")
        if self._stream is None:
            self._stream = Inflater(_context(version, self._pushed))
        inflated = self._stream.piece(data, MAX_FRAME_BYTES)
        return inflated if form == _ZSTD else columns.unpack(inflated, MAX_FRAME_BYTES)
