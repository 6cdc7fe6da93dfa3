"""Frames: length, checksum, then a piece of one compressed stream flushed at each border.

    answer  = magic  frame*
    frame   = length:u32  crc32:u32  form:u8  bytes      (big-endian; `length` counts form and bytes)

The compressed bytes of all frames of an answer are one zstd stream, so a frame can use what went before it,
and each frame can be decoded as soon as it has arrived. Many objects are put into columns first. A cut leaves
the frames before it whole; a resume begins a new stream. Decompression is bounded. Whatever doesn't fit is
not our frame: NotOurFrameError.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import msgspec
import zstandard

from sync.casework.values import encode
from sync.protocol import columns
from sync.protocol.errors import UNREADABLE
from sync.protocol.messages import Entries, Frame
from sync.protocol.versions import MAX_FRAME_BYTES

MAGIC = b"ERAP\x01"
_HEADER = struct.Struct(">II")
_decoder = msgspec.msgpack.Decoder(Frame)
DEFAULT_LEVEL = 9
WINDOW_LOG = 22  # 4 MiB: bounds what a decoder has to keep
_PLAIN, _ZSTD, _COLUMNS = b"\x00", b"\x01", b"\x02"
SMALL = 512  # an answer that ends within this many bytes travels plain: zstd would only add to it
COLUMNS_BYTES = MAX_FRAME_BYTES // 2  # what `columns.unpack` is sure to take for a frame of its limit
MANY = 8  # from so many entries on, columns are worth their names


class NotOurFrameError(ValueError):
    """What arrived is not a frame of ours: a portal's page, a cut, a damaged or hostile stream."""


class FrameWriter:
    """Turns messages into the bytes of one answer."""

    def __init__(self, level: int = DEFAULT_LEVEL) -> None:
        self._level = level
        self._stream: zstandard.ZstdCompressionObj | None = None
        self._begun = False
        self.size = 0  # bytes of the last frame

    def write(self, frame: Frame) -> bytes:
        """The next frame's bytes; the first call also writes the magic."""
        payload = encode(frame)
        if len(payload) <= SMALL and self._stream is None:
            data = _PLAIN + payload
        elif (
            isinstance(frame, Entries) and len(frame.entries) >= MANY and len(payload) <= MAX_FRAME_BYTES // 2
        ):
            data = _COLUMNS + self._compressed(columns.pack(payload))
        else:
            data = _ZSTD + self._compressed(payload)
        start = b"" if self._begun else MAGIC
        self._begun = True
        self.size = _HEADER.size + len(data)
        return start + _HEADER.pack(len(data), zlib.crc32(data)) + data

    def _compressed(self, data: bytes) -> bytes:
        """The next piece of the stream, which begins with the first one: most answers have none."""
        if self._stream is None:
            parameters = zstandard.ZstdCompressionParameters.from_level(
                self._level, window_log=WINDOW_LOG, write_content_size=False
            )
            self._stream = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
        return self._stream.compress(data) + self._stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)


class FrameReader:
    """Turns the bytes of one answer, fed in any pieces, into messages. Raises NotOurFrameError."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.begun = False  # true once the magic was seen: it is our server that answers
        self._stream = zstandard.ZstdDecompressor(max_window_size=1 << WINDOW_LOG).decompressobj()
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
            frame: Frame = _decoder.decode(self._payload(body[:1], body[1:]))
            return frame
        except (zstandard.ZstdError, columns.ColumnsError, *UNREADABLE) as error:
            raise NotOurFrameError(f"a frame can not be read: {error}") from error

    def _payload(self, form: bytes, data: bytes) -> bytes:
        if form == _PLAIN:
            return data
        if form == _ZSTD:
            return self._inflate(data)
        if form == _COLUMNS:
            return columns.unpack(self._inflate(data), MAX_FRAME_BYTES)
        raise NotOurFrameError("a frame of unknown form")

    def _inflate(self, packed: bytes) -> bytes:
        """Inflates in slices, so that a bomb is noticed before it has grown."""
        whole = bytearray()
        for at in range(0, len(packed), 4096):
            whole += self._stream.decompress(packed[at : at + 4096])
            if len(whole) > MAX_FRAME_BYTES:
                raise NotOurFrameError("a frame grows beyond its limit")
        return bytes(whole)
