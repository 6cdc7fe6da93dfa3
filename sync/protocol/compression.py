"""zstd as both directions use it: a bounded window, bounded output, and one kind of error."""

from __future__ import annotations

import zstandard

WINDOW_LOG = 22  # 4 MiB: bounds what a decoder has to keep
_SLICE = 4096


class InflationError(ValueError):
    """Bytes that zstd can't read, or that grow beyond their limit."""


class Deflater:
    """One stream, that begins as if `context` had gone before."""

    def __init__(self, level: int, context: bytes = b"") -> None:
        parameters = zstandard.ZstdCompressionParameters.from_level(
            level, window_log=WINDOW_LOG, write_content_size=False
        )
        compressor = zstandard.ZstdCompressor(compression_params=parameters, dict_data=_history(context))
        self._stream = compressor.compressobj()

    def piece(self, data: bytes) -> bytes:
        """The next piece, to be read by whoever has read the pieces before."""
        return self._stream.compress(data) + self._stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)

    def end(self, data: bytes) -> bytes:
        """The last piece."""
        return self._stream.compress(data) + self._stream.flush()


class Inflater:
    """The other end of a stream; `context` must be the same."""

    def __init__(self, context: bytes = b"") -> None:
        decompressor = zstandard.ZstdDecompressor(
            max_window_size=1 << WINDOW_LOG, dict_data=_history(context)
        )
        self._stream = decompressor.decompressobj()

    def piece(self, packed: bytes, limit: int) -> bytes:
        """The next piece again. Raises InflationError: made in slices, a bomb is noticed early."""
        whole = bytearray()
        try:
            for at in range(0, len(packed), _SLICE):
                whole += self._stream.decompress(packed[at : at + _SLICE])
                if len(whole) > limit:
                    raise InflationError("it grows beyond its limit")
        except zstandard.ZstdError as error:
            raise InflationError(str(error)) from error
        return bytes(whole)


def _history(context: bytes) -> zstandard.ZstdCompressionDict | None:
    """Any bytes may be a context: what they hold may be pointed at, and nothing else."""
    if not context:
        return None
    return zstandard.ZstdCompressionDict(context, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
