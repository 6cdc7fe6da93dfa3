"""What an exchange costs at the server. A quiet one (I14): few statements, nothing written, few bytes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from litestar.testing import TestClient
from sqlalchemy import Engine, event

from sync.casework.values import encode
from sync.central import exchange
from sync.central.api.app import make_app
from sync.central.service import Central
from sync.central.verdicts.push import push
from sync.protocol.envelope import chain
from sync.protocol.frames import FrameReader
from sync.protocol.messages import Cursor, ExchangeRequest, Head
from sync.protocol.signing import Credentials, authorization
from sync.protocol.versions import CURRENT
from tests.central.parts import Pen, note, open_case

TIMES = 10


@contextmanager
def statements() -> Iterator[list[str]]:
    """Every statement of this process but those that begin or end a transaction."""
    said: list[str] = []

    def listen(_: Any, __: Any, statement: str, *___: Any) -> None:
        if not statement.startswith(("BEGIN", "COMMIT")):
            said.append(statement)

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        yield said
    finally:
        event.remove(Engine, "before_cursor_execute", listen)


class Laptop:
    """A pen that speaks HTTP."""

    def __init__(self, client: TestClient[Any], pen: Pen) -> None:
        self._client, self._pen = client, pen
        self._cursors: dict[str, Cursor] = {}
        self.bytes = 0

    def exchange(self) -> Head:
        """Pulls; the size of both bodies is kept."""
        pen = self._pen
        body = encode(ExchangeRequest(CURRENT, dict(self._cursors), pen.seq, chain=pen.history))
        who = Credentials(pen.device, pen.token, pen.signing_key)
        header = authorization(who, "POST", exchange.PATH, body, 7, 0)
        answer = self._client.post(exchange.PATH, content=body, headers={"authorization": header})
        assert answer.status_code == 200
        self.bytes = len(body) + len(answer.content)
        *_, head = FrameReader().feed(answer.content)
        assert isinstance(head, Head)
        self._cursors |= {feed: Cursor(at.number) for feed, at in head.heads.items()}
        return head


@pytest.mark.parametrize("user", ["worker1", "supervisor1", "admin1"])
def test_an_idle_exchange_costs_one_statement_and_writes_nothing(central: Central, user: str) -> None:
    case = open_case(central)
    Pen(central, "worker1").push(case.id, note())
    with TestClient(make_app(central)) as client:
        laptop = Laptop(client, Pen(central, user))
        laptop.exchange()
        before = laptop.exchange()
        with statements() as said:
            for _ in range(TIMES):
                assert laptop.exchange().heads == before.heads
        assert all(statement.startswith("SELECT") for statement in said)
        spare = 2  # the audit looks for something to do once a second
        assert len(said) <= TIMES + spare
        assert laptop.bytes <= 250


def test_a_push_of_many_commands_costs_as_many_statements_as_one_of_one(central: Central) -> None:
    cases = [open_case(central) for _ in range(4)]
    pen = Pen(central, "worker1")

    def cost(commands: int) -> int:
        envelopes = [pen.write(cases[n % len(cases)].id, note(str(n)))[1] for n in range(commands)]
        request = pen.request(*envelopes)
        with statements() as said:
            push(central.database, central.agency, pen.device, request, 1, central.clock(), central.marks)
        for envelope in envelopes:
            pen.history = chain(pen.history, envelope)
        return len(said)

    cost(1)  # the laptop's own feed is made
    assert cost(40) == cost(1) <= 28
