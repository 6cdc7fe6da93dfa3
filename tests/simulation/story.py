"""One seed, one story: what people and the line did is drawn from the seed alone, and can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from uuid import UUID

from erap_desktop.services import work
from erap_desktop.services.casefile import open_case
from erap_desktop.services.errors import ServiceError
from erap_desktop.services.session import Session
from erap_desktop.services.work import Done
from sync.casework.commands import CorrectField, MarkChecklist
from sync.central.service import Central
from sync.engine.ports import NoConnectionError
from tests.engine.world import Crash, CrashPlan, LaptopUnderTest, lost_answer

PEOPLE = {"ana": "worker1", "ana-second": "worker1", "ben": "worker2", "sup": "supervisor1"}
CROWDED = 4  # people work on so few cases that they get in each other's way


class Story:
    """Laptops of one office and everything that happens to them. `told` is the readable trace."""

    def __init__(self, central: Central, folder: Path, seed: int) -> None:
        self.central = central
        self.random = Random(seed)
        self.told: list[str] = []
        self.made: set[UUID] = set()
        self.laptops = {name: LaptopUnderTest(central, folder / name, user) for name, user in PEOPLE.items()}
        for laptop in self.laptops.values():
            laptop.sync()
        self.cases = self.laptops["ana"].cases("in_review")[:CROWDED]

    def run(self, steps: int) -> None:
        """Draws and does so many steps, faults among them."""
        for _ in range(steps):
            name = self.random.choice(sorted(self.laptops))
            if self.random.random() < 0.55:
                self._act(name)
            else:
                self._sync(name)

    def settle_down(self) -> None:
        """Faults off: everybody syncs until nothing moves any more."""
        for _ in range(3):
            for name in sorted(self.laptops):
                laptop = self.laptops[name]
                laptop.transport.breaks = None
                report = laptop.sync()
                assert report.online, self.tell()
                assert report.digest_ok, self.tell()

    def close(self) -> None:
        for laptop in self.laptops.values():
            laptop.session.close()

    def tell(self) -> str:
        """The story so far, for a failed test."""
        return "\n".join(self.told)

    def _say(self, name: str, what: str) -> None:
        self.told.append(f"{len(self.told):3} {name}: {what}")

    def _act(self, name: str) -> None:
        case = self.random.choice(self.cases)
        deeds = self._deeds(name, case)
        what = self.random.choice(sorted(deeds))
        try:
            done = deeds[what]()
        except ServiceError as refusal:
            self._say(name, f"{what} on {self.cases.index(case)}: not possible ({refusal.key})")
            return
        if done is not None:
            self.made.add(done.command)
            self._say(name, f"{what} on {self.cases.index(case)}")

    def _deeds(self, name: str, case: UUID) -> dict[str, Callable[[], Done | None]]:
        session, draw = self.laptops[name].session, self.random
        if name == "sup":
            to = draw.choice(["worker1", "worker2"])
            return {
                "reassign": lambda: work.reassign(session, case, to),
                "settle": lambda: self._settle(case),
            }
        rent = 50_000 + draw.randrange(100) * 100
        phone = f"505-555-{draw.randrange(10_000):04}"
        return {
            "deny": lambda: work.deny(session, case, ("D03",), "Over the limit."),
            "approve": lambda: work.approve(session, case, "Seen and found right."),
            "note": lambda: work.note(session, case, f"note {len(self.told)}"),
            "mark": lambda: self._mark(session, case),
            "phone": lambda: self._correct(session, case, ("phone",), phone),
            "paid before": lambda: self._correct(session, case, ("months_paid_before",), rent % 7),
            "withdraw": lambda: self._withdraw(session),
            "adopt": lambda: self._adopt(session, case),
        }

    def _mark(self, session: Session, case: UUID) -> Done | None:
        policy = self.laptops["ana"].session.policy()
        assert policy is not None
        item = self.random.choice(sorted(policy.checklist))
        body = MarkChecklist(item=item, done=self.random.random() < 0.5)
        return work.perform(session, case, body)

    def _correct(self, session: Session, case: UUID, path: tuple[str, ...], value: str | int) -> Done | None:
        now = open_case(session, case).case
        was = getattr(now, path[0]) or None
        return work.perform(session, case, CorrectField(path=path, was=was, value=value))

    def _withdraw(self, session: Session) -> Done | None:
        saved = [item for item in session.outbox.items() if item.state == "saved"]
        return work.withdraw(session, self.random.choice(saved).id) if saved else None

    def _adopt(self, session: Session, case: UUID) -> Done | None:
        waiting = open_case(session, case).case.late_work
        if not waiting:
            return None
        decline = self.random.random() < 0.3
        return work.adopt(session, waiting[0], "Looked at it.", decline=decline)

    def _settle(self, case: UUID) -> Done | None:
        session = self.laptops["sup"].session
        siblings = open_case(session, case).case.contested
        if not siblings:
            return None
        return work.settle(session, case, self.random.choice(siblings), "The papers say so.")

    def _sync(self, name: str) -> None:
        laptop, draw = self.laptops[name], self.random
        fault = draw.choice(["none", "none", "lost answer", "cut", "crash"])
        laptop.transport.breaks = {"lost answer": lost_answer, "cut": self._cut}.get(fault)
        plan = CrashPlan(draw.randrange(60)) if fault == "crash" else None
        try:
            report = laptop.sync(plan)
            self._say(name, f"sync ({fault}): online {report.online}, sent {report.sent}")
        except Crash as crash:
            laptop.restart()
            self._say(name, f"sync: the process ended {crash}")

    def _cut(self, answer: Iterator[bytes]) -> Iterator[bytes]:
        whole = b"".join(answer)
        yield whole[: self.random.randrange(len(whole))]
        raise NoConnectionError("cut")
