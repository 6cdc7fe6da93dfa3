"""Ports whose every call is a point where a process may end, named in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

OUTBOX_CALLS = frozenset(
    {"last_seq", "chain_before", "unanswered", "answer", "applied"}
    | {"wishes", "wishes_told", "waits", "kept", "forget"}
    | {"device", "first_epoch", "copied_devices", "copies_after", "enrolments"}
)
REPLICA_CALLS = frozenset(
    {"cursors", "verdicts_in", "apply", "digest", "recount", "ended_badly", "held", "begun_anew"}
    | {"left_cases", "purge", "row", "case_count", "remember", "recall"}
    | {"start_beside", "filling", "swap_in", "end_beside"}
)
TRANSPORT_CALLS = frozenset({"exchange", "deposit"})
CLOCK_CALLS = frozenset({"now"})
PORT_CALLS = OUTBOX_CALLS | REPLICA_CALLS | TRANSPORT_CALLS | CLOCK_CALLS


class UnlistedCallError(AssertionError):
    """The engine called something of a port that is in no list: nobody has ended a process there yet."""


class Faulty:
    """A port that tells before and after each of its calls, and between the pieces of an answer."""

    def __init__(self, port: Any, point: Callable[[str], None]) -> None:
        self._port, self._point = port, point

    def __getattr__(self, name: str) -> Any:
        if name not in PORT_CALLS:
            raise UnlistedCallError(f"{name} is called, and is no crash point in {__name__}")
        attribute = getattr(self._port, name)
        return self._pieces(attribute) if name in TRANSPORT_CALLS else self._call(name, attribute)

    def _call(self, name: str, attribute: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self._point(f"before {name}")
            result = attribute(*arguments, **named)
            self._point(f"after {name}")
            return result

        return call

    def _pieces(self, attribute: Callable[..., Iterator[bytes]]) -> Callable[..., Iterator[bytes]]:
        def call(*arguments: Any, **named: Any) -> Iterator[bytes]:
            self._point("before exchange")
            for piece in attribute(*arguments, **named):
                self._point("piece of the answer")
                yield piece
            self._point("after exchange")

        return call
