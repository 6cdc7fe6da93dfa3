"""Whether this program knows everything a record says. A field of a later program is never dropped unread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

import msgspec
from msgspec import inspect

from sync.casework.values import unpack

B = TypeVar("B", bound=msgspec.Struct)


class Bodies(Generic[B]):
    """The kinds of bodies this program knows, by kind and revision.

    Decoders are made here, at import: no two threads may be the first to decode a type.
    """

    def __init__(self, kinds: Iterable[type[B]]) -> None:
        self.known = {
            str(kind.__struct_config__.tag): (msgspec.msgpack.Decoder(kind), inspect.type_info(kind))
            for kind in kinds
        }

    def decode(self, tag: str, data: bytes) -> B | None:
        """None when the kind, or one field of it, is of a later program.

        Raises msgspec.ValidationError when the tag is known and the content is not of its type.
        """
        if tag not in self.known:
            return None
        decoder, known = self.known[tag]
        body = decoder.decode(data)
        return None if unknown_field(known, unpack(data)) else body


def unknown_field(known: inspect.Type, plain: Any) -> str:
    """The name of the first field that `known` doesn't have, '' when there is none."""
    return next(_unknown(known, plain), "")


def _unknown(known: inspect.Type, plain: Any) -> Iterator[str]:
    match known:
        case inspect.UnionType():
            for one in known.types:
                yield from _unknown(one, plain)
        case inspect.StructType() if isinstance(plain, dict):
            yield from _of_struct(known, plain)
        case inspect.DictType() if isinstance(plain, dict):
            for value in plain.values():
                yield from _unknown(known.value_type, value)
        case inspect.VarTupleType() if isinstance(plain, list):
            for item in plain:
                yield from _unknown(known.item_type, item)
        case _:
            return


def _of_struct(known: inspect.StructType, plain: dict[Any, Any]) -> Iterator[str]:
    types = {field.encode_name: field.type for field in known.fields}
    for name, value in plain.items():
        if name in types:
            yield from _unknown(types[name], value)
        elif name != known.tag_field:
            yield str(name)
