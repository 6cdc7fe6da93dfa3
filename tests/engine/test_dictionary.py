"""A request uses a dictionary only while the server is known to have it; nothing waits for one (I15)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from erap_desktop.services import work
from sync.protocol.dictionary import NEWEST
from sync.protocol.frames import FrameWriter
from sync.protocol.messages import Refusal
from tests.engine.world import LaptopUnderTest, make_server

REMARK = "the landlord's daughter keeps the books and will send the ledger; " * 4


def test_i15_a_server_without_the_dictionary_gets_the_same_request_without_it(tmp_path: Path) -> None:
    central = make_server(tmp_path / "central")
    laptop = LaptopUnderTest(central, tmp_path / "laptop", "worker1")
    laptop.sync()
    sent: list[bytes] = []
    to_server = laptop.transport.exchange

    def older(body: bytes, *, pushes: bool) -> Iterator[bytes]:
        sent.append(body)
        if body[0] == 0x01 | NEWEST << 4:
            yield FrameWriter().write(Refusal("dictionary"))
        else:
            yield from to_server(body, pushes=pushes)

    laptop.transport.exchange = older  # type: ignore[method-assign]
    work.note(laptop.session, laptop.cases("in_review")[0], REMARK)
    report = laptop.sync()
    assert (report.accepted, report.refused, report.online) == (1, "", True)
    assert [body[0] for body in sent] == [0x01 | NEWEST << 4, 0x01]
    assert all(len(body) < len(REMARK) + 100 for body in sent)
    laptop.session.close()
    central.close()
