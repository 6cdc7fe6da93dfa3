"""The whole state of a server as text that doesn't depend on identifiers, keys or any laptop's clock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import select

from sync.casework.values import unpack
from sync.central.service import Central
from sync.central.store import schema
from sync.protocol.envelope import EnvelopeError, decode_envelope

_BODIES = frozenset({"body", "patch", "content"})
# Digests of what is compared anyway, random keys, and the order identifiers happen to have.
_DERIVED = frozenset(
    {
        *("hash", "chain", "digest", "root", "frontier", "signature", "receipt"),
        *("signing_key", "deposit_key", "token_hash"),
    }
)


def server_state(central: Central, name_of: Callable[[UUID], str]) -> str:
    """Every row of every table. Commands are called by device and number, other things by first appearance.

    Left out is what follows from the bytes of the envelopes, and in these the laptop's own time.
    """
    names = _Names(central)
    lines = []
    with central.database.read() as connection:
        for table in schema.metadata.sorted_tables:
            rows = [names.row(row._mapping) for row in connection.execute(select(table))]
            lines += sorted(f"{table.name} {row}" for row in rows)
    return "\n".join(lines)


class _Names:
    """Identifiers made on laptops carry its time: each gets a name that doesn't."""

    def __init__(self, central: Central) -> None:
        table = schema.command
        self._names: dict[UUID, str] = {}
        with central.database.read() as connection:
            query = select(table.c.device, table.c.seq, table.c.id, table.c.case, table.c.envelope)
            for row in connection.execute(query.order_by(table.c.device, table.c.seq)):
                self._names.setdefault(row.id, f"<{row.device}.{row.seq}>")
                self._names.setdefault(row.case, f"<case of {row.device}.{row.seq}>")
                self._inside(f"{row.device}.{row.seq}", row.envelope)

    def _inside(self, command: str, data: bytes) -> None:
        """Identifiers that came with a command, in the order of its fields."""
        try:
            found: list[UUID] = []
            _identifiers(unpack(bytes(decode_envelope(data).body)), found)
        except (EnvelopeError, msgspec.DecodeError):
            return
        for n, one in enumerate(found):
            self._names.setdefault(one, f"<{n} in {command}>")

    def row(self, row: Any) -> str:
        return str({key: self._column(key, value) for key, value in row.items() if key not in _DERIVED})

    def _column(self, key: str, value: Any) -> str:
        if key == "envelope":
            return self._envelope(value)
        return self._plain(unpack(value) if key in _BODIES else value, key in _BODIES)

    def _envelope(self, data: bytes) -> str:
        try:
            envelope = msgspec.structs.replace(decode_envelope(data), device_time=None, clock_offset_ms=None)
        except EnvelopeError:
            return repr(data)
        fields = msgspec.structs.asdict(envelope)
        fields["body"] = unpack(bytes(fields["body"]))
        expects = fields.pop("expects")
        return self._plain({**fields, "replaces": expects.replaces, "facts": bool(expects.facts)})

    def _plain(self, value: Any, stored: bool = False) -> str:
        """Text with names for identifiers and keys in the order of their names."""
        if isinstance(value, dict):
            pairs = sorted((self._plain(key), self._field(key, one)) for key, one in value.items())
            return f"{{{', '.join(f'{key}: {one}' for key, one in pairs)}}}"
        if isinstance(value, list | tuple):
            return f"[{', '.join(self._plain(one) for one in value)}]"
        return self._scalar(value)

    def _field(self, key: Any, value: Any) -> str:
        derived = isinstance(key, str) and (key in _DERIVED or key.endswith("_sha256"))
        return "…" if derived else self._plain(value)

    def _scalar(self, value: Any) -> str:
        if isinstance(value, bytes) and len(value) == 16:
            value = UUID(bytes=value)
        if isinstance(value, str) and len(value) == 36:
            try:
                value = UUID(value)
            except ValueError:
                return f"{value}"
        return self._names.get(value, f"{value}") if isinstance(value, UUID) else f"{value}"


def _identifiers(value: Any, found: list[UUID]) -> None:
    if isinstance(value, dict):
        for key, one in value.items():
            _identifiers(key, found)
            _identifiers(one, found)
    elif isinstance(value, list):
        for one in value:
            _identifiers(one, found)
    elif isinstance(value, bytes) and len(value) == 16:
        found.append(UUID(bytes=value))
