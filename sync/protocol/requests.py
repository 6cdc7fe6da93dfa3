"""The body of a request: plain MessagePack, or a form byte and zstd.

body  = message                         (an array: its first byte is 0x90 or above)
      | form:u8  zstd                   form = 0x01 + 16 × version of the dictionary
"""

from __future__ import annotations

from msgspec.structs import astuple

from sync.casework.values import encode
from sync.protocol.compression import Deflater, Inflater
from sync.protocol.compression import InflationError as InflationError
from sync.protocol.dictionary import UnknownDictionaryError as UnknownDictionaryError
from sync.protocol.dictionary import dictionary
from sync.protocol.messages import ExchangeRequest
from sync.protocol.versions import MAX_REQUEST_BYTES

_ZSTD = 0x01
_FIRST_OF_ARRAY = 0x90
_SMALL = 128  # below this there is nothing to win
_LEVEL = 19  # at most some 64 KB, on a laptop that waits for a thin line
_NEEDED = 2  # revision and cursors
_ABSENT = astuple(ExchangeRequest(0, {}))  # what fields are taken to be that are not there


def brief(request: ExchangeRequest) -> bytes:
    """A request as MessagePack, without the fields at its end that say nothing."""
    fields = list(astuple(request))
    while len(fields) > _NEEDED and fields[-1] == _ABSENT[len(fields) - 1]:
        fields.pop()
    return encode(fields)


def pack_request(message: bytes, version: int) -> bytes:
    """The shorter of both forms. `version`: of the dictionary that both ends have, or 0."""
    if len(message) <= _SMALL:
        return message
    packed = bytes([_ZSTD | version << 4]) + Deflater(_LEVEL, dictionary(version)).end(message)
    return min(packed, message, key=len)


def unpack_request(body: bytes) -> bytes:
    """The message. Raises InflationError, and UnknownDictionaryError for a later program's dictionary."""
    if not body or body[0] >= _FIRST_OF_ARRAY:
        return body
    if body[0] & 0x0F != _ZSTD:
        raise InflationError("a request of unknown form")
    return Inflater(dictionary(body[0] >> 4)).piece(body[1:], MAX_REQUEST_BYTES)
