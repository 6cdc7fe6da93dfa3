"""One office in one process: what its people do, what befalls them, and what must hold after every step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from erap_desktop.services.errors import ServiceError
from sync.central.feed.compact import compact
from sync.central.store import schema
from sync.central.verdicts.effects import load_case
from sync.engine.report import SyncReport
from sync.replica.errors import StoreError
from tests.simulation import office, points
from tests.simulation.agreement import check_agreement, check_decisions, check_quiet, check_shown, check_sync
from tests.simulation.chance import Time
from tests.simulation.deeds import Deed, deadly, drawn
from tests.simulation.laptop import Crash, Laptop
from tests.simulation.line import Line
from tests.simulation.newer_program import newer_program
from tests.simulation.promises import Ledger, hold
from tests.simulation.server import Server
from tests.simulation.template import LAPTOPS, USERS

CROWDED = 3  # people work on so few cases that they get in each other's way
CLONE = "clone"
WORKERS = ("worker1", "worker2", "worker3")
BEFALLS_LAPTOP = ("killed", "killed", "killed", "power cut", "disk full", "meanwhile")
BEFALLS_SERVER = ("the server ends",)


class Step(NamedTuple):
    """One thing that happens. `draw` is all the chance in it, so a step left out changes no other."""

    kind: str
    who: str
    draw: int


class World:
    """`told` is the story so far, and the trace: it names every request and answer by its hash."""

    def __init__(self, folder: Path, *, years_off: int = 0) -> None:
        """Over a copy of the template. `years_off`: how wrong all the laptops' clocks are."""
        self.time = Time()
        self.told: list[str] = []
        self.ledger = Ledger()
        self.server = Server(folder / "server", self.time)
        self._error = timedelta(days=365 * years_off)
        self.laptops: dict[str, Laptop] = {}
        for name, user in LAPTOPS.items():
            self.laptops[name] = Laptop(name, user, folder / name, self.server, self.time, self.told)
            self.laptops[name].set_clock(self._error)
        self._inactive = False
        self._copied = ""
        self._upgraded = False
        self._until_the_end = ExitStack()
        self._deadly = 0
        self._steps: dict[str, Callable[[str, Random], None]] = {
            "act": self._act,
            "sync": self._sync,
            "late": self._late,
            "clock": self._clock,
            "restart": self._restart,
            "replica": self._replica,
            "digest": self._digest,
            "upgrade": self._upgrade,
            "clone": self._clone,
            "compact": self._compact,
            "take in": self._take_in,
            "move": self._move,
            "leave": self._leave,
            "policy": self._policy,
            "server": self._server,
        }
        self.cases = self._cases()

    @contextmanager
    def open(self) -> Iterator[World]:
        """The world as long as the block lasts."""
        with self._until_the_end:
            self._until_the_end.enter_context(self.server.with_faulty_commands())
            try:
                yield self
            finally:
                for laptop in self.laptops.values():
                    laptop.restart()
                self.server.close()

    def do(self, step: Step) -> None:
        """One step, and every promise that can be looked at cheaply. Raises BrokenPromiseError."""
        draw = Random(step.draw)
        self.time.advance(draw.randrange(1, 4 * 3600))
        copied = self._copied == step.who and draw.random() < 0.5
        who = CLONE if copied else step.who
        self._steps[step.kind](who, draw)
        self.ledger.check_log(self.server.central)
        self.ledger.check_outbox(self.laptops[who])

    def settle_down(self) -> None:
        """Faults off: within a few rounds nothing waits any more, and both ends are one (I7, I10, I14)."""
        self._say("", "all faults are off from here on")
        if self._inactive:
            office.set_active(self.server.central, "worker3", True)
        for laptop in self.laptops.values():
            laptop.restart()
            laptop.line.late.clear()
        few = 5 + 3 * self._deadly
        reports: list[SyncReport] = []
        for _ in range(few):
            before = [laptop.version() for laptop in self.laptops.values()]
            reports = [self._plain_sync(laptop) for laptop in self.laptops.values()]
            if before == [laptop.version() for laptop in self.laptops.values()]:
                break
        self._nothing_waits()
        self._all_agree(reports)

    # --- The steps ------------------------------------------------------------------------------------

    def _act(self, who: str, draw: Random) -> None:
        laptop = self.laptops[who]
        act = drawn(USERS[laptop.user].value, draw)
        case = draw.choice(self.cases[:CROWDED] if draw.random() < 0.8 else self.cases)
        what = f"{act.__name__.replace('_', ' ')} on case {self.cases.index(case)}"
        befalls = draw.choices(["", "killed", "power cut", "disk full"], [16, 1, 1, 1])[0]
        handler = self._handler(laptop, befalls, draw, most=40)
        try:
            with points.watching(handler):
                act(Deed(laptop.session, case, draw, self.ledger.name_of, WORKERS))
            self._say(who, f"{what}{f' ({befalls})' if befalls else ''}")
        except (ServiceError, StoreError) as error:
            self._say(who, f"{what}: not done ({type(error).__name__} {getattr(error, 'key', '')})")
        except Crash as crash:
            laptop.restart()
            self._say(who, f"{what}: {befalls} at {crash}")
        self._deadly += act is deadly
        self.ledger.learn(laptop)
        self._notice_births()

    def _sync(self, who: str, draw: Random) -> None:
        laptop = self.laptops[who]
        kind = draw.choices(["", "line", "laptop", "server"], [6, 7, 8, 2])[0]
        choices = {"line": Line.FAULTS, "laptop": BEFALLS_LAPTOP, "server": BEFALLS_SERVER, "": ("",)}
        befalls = draw.choice(choices[kind])
        self._say(who, f"sync{f' ({befalls})' if befalls else ''}")
        try:
            report = self._faulty_sync(laptop, befalls, draw)
        except Crash as crash:
            self._say(who, f"the process ended at {crash}")
            laptop.restart()
            return
        except StoreError as error:
            self._say(who, f"the sync ended: {type(error).__name__}")
            return
        finally:
            laptop.line.fault, laptop.line.server_handler, laptop.meanwhile = "", None, None
        self._tell_report(who, report)
        check_sync(laptop, report)
        if befalls == "" and report.online and not report.refused and not report.mass_leave:
            check_agreement(laptop, report)
            drawn_one = draw.choice(self.cases)
            for case in {drawn_one} | {item.case for item in laptop.session.outbox.items() if item.here}:
                check_shown(laptop, case)

    def _faulty_sync(self, laptop: Laptop, befalls: str, draw: Random) -> SyncReport:
        if befalls in Line.FAULTS:
            laptop.line.expect(befalls, draw)
        if befalls in BEFALLS_SERVER:
            nth, passed = _early(draw, 90), 0

            def server_point(name: str) -> None:
                nonlocal passed
                passed += 1
                if passed > nth:
                    self.server.die(name)

            laptop.line.server_handler = server_point
        if befalls == "meanwhile":
            self._arrange_meanwhile(laptop, draw)
        with points.watching(self._handler(laptop, befalls, draw, most=250)):
            return laptop.sync()

    def _handler(self, laptop: Laptop, befalls: str, draw: Random, most: int) -> points.Handler | None:
        nth, calls = _early(draw, most), draw.random() < 0.5
        if befalls in ("killed", "power cut"):
            return laptop.killed_at(nth // 4 if calls else nth, calls=calls, power=befalls == "power cut")
        return laptop.full_from(nth // 4) if befalls == "disk full" else None

    def _arrange_meanwhile(self, laptop: Laptop, draw: Random) -> None:
        """While the sync runs, somebody (or the same person) does something, and it may be sent at once."""
        nth, passed = draw.randrange(40), 0
        other = draw.choice([laptop.name, "sam", "ben", "ana", "ana2"])
        steps = [Step("act", other, draw.randrange(2**32)), Step("sync", other, draw.randrange(2**32))]

        def at(name: str) -> None:
            nonlocal passed
            passed += 1
            if passed != nth + 1:
                return
            self._say("", f"meanwhile, {name}:")
            laptop.meanwhile = None
            self.do(steps[0])
            if other != laptop.name:
                self._plain_sync(self.laptops[other])

        laptop.meanwhile = at

    def _late(self, who: str, draw: Random) -> None:
        self.laptops[who].line.deliver_late()

    def _clock(self, who: str, draw: Random) -> None:
        error = timedelta(days=draw.randrange(-3650, 3650))
        if not self._error:
            self.laptops[who].set_clock(error)
        self._say(who, "the clock jumps")

    def _restart(self, who: str, draw: Random) -> None:
        self.laptops[who].restart()
        self._say(who, "starts again")

    def _replica(self, who: str, draw: Random) -> None:
        self.laptops[who].lose_replica(draw)
        self._say(who, "replica.db is lost or damaged")

    def _digest(self, who: str, draw: Random) -> None:
        self.laptops[who].spoil_digest()
        self._say(who, "a digest is spoiled")

    def _upgrade(self, who: str, draw: Random) -> None:
        """Once, for everybody: the files that are there were written by the release before."""
        if self._upgraded:
            return
        self._upgraded = True
        for laptop in self.laptops.values():
            laptop.restart()
        self._until_the_end.enter_context(newer_program())
        self._say("", "all laptops have the next release")

    def _clone(self, who: str, draw: Random) -> None:
        """Once; from then on both go on as if there were no other, and number alike what they do."""
        if self._copied:
            return
        self.laptops[CLONE] = copy = self.laptops[who].copied(CLONE)
        self.ledger.renumbered(copy)
        self._say(who, "the profile is copied to another laptop")
        for one in (who, CLONE, CLONE):
            self.do(Step("act", one, draw.getrandbits(32)))
        self._copied = who

    def _compact(self, who: str, draw: Random) -> None:
        """After changes that no laptop has seen yet."""
        for _ in range(3):
            self._move(who, draw)
        gone = compact(self.server.central.database, self.server.central.agency, kept=draw.randrange(3))
        self._say("", f"the feeds are compacted: {gone} entries go")

    def _take_in(self, who: str, draw: Random) -> None:
        self.cases.append(office.take_in(self.server.central, draw))
        self._say("", f"case {len(self.cases) - 1} is taken in at the server")

    def _move(self, who: str, draw: Random) -> None:
        case, to = draw.choice(self.cases[:CROWDED]), draw.choice(WORKERS)
        verdict = office.move(self.server.central, case, to)
        self._say("", f"case {self.cases.index(case)} is moved to {to} at the server: {verdict}")

    def _leave(self, who: str, draw: Random) -> None:
        self._inactive = not self._inactive
        office.set_active(self.server.central, "worker3", not self._inactive)
        self._say("", f"cal is {'made inactive' if self._inactive else 'active again'}")

    def _policy(self, who: str, draw: Random) -> None:
        self._say("", f"policy {office.new_policy(self.server.central, draw)} is in force")

    def _server(self, who: str, draw: Random) -> None:
        self.server.restart()
        self._say("", "the server is started again")

    # --- Looking --------------------------------------------------------------------------------------

    def _plain_sync(self, laptop: Laptop) -> SyncReport:
        self.time.advance(300)
        report = laptop.sync()
        self._tell_report(laptop.name, report)
        check_sync(laptop, report)
        if report.refused == "fork":
            laptop.enrol_again()
            self.ledger.renumbered(laptop)
            self._say(laptop.name, "is enrolled again")
        self.ledger.check_log(self.server.central)
        self.ledger.check_outbox(laptop)
        return report

    def _nothing_waits(self) -> None:
        for laptop in self.laptops.values():
            pending = laptop.session.outbox.pending_count()
            why = (
                f"; the server failed with {', '.join(sorted(self.server.errors))}"
                if self.server.errors
                else ""
            )
            hold("I10", pending == 0, f"{pending} commands still wait on {laptop.name}{why}")
        lost = [made.name for id_, made in self.ledger.made.items() if id_ not in self.ledger.stored]
        hold("I1", not lost, f"never reached the log: {lost}")

    def _all_agree(self, quiet: list[SyncReport]) -> None:
        """`quiet`: of a round in which nothing was written on any laptop."""
        for laptop, report in zip(self.laptops.values(), quiet, strict=True):
            check_agreement(laptop, report)
            check_quiet(laptop, report)
            for case in sorted(laptop.cases(), key=self.cases.index):
                check_shown(laptop, case)
        with self.server.central.database.read() as connection:
            for id_ in self.cases:
                found = load_case(connection, self.server.central.agency, id_)
                if found is not None:
                    check_decisions(found)
        hold("I3", self.server.central.verify_audit().ok, "the audit does not verify")

    def _notice_births(self) -> None:
        for made in self.ledger.made.values():
            if made.tag == "open-case.1" and made.case not in self.cases:
                self.cases.append(made.case)

    def _cases(self) -> list[UUID]:
        with self.server.central.database.read() as connection:
            return list(connection.execute(select(schema.case.c.id).order_by(schema.case.c.number)).scalars())

    def _tell_report(self, who: str, report: SyncReport) -> None:
        words = [f"{name} {getattr(report, name)}" for name in _COUNTED if getattr(report, name)]
        how = report.refused or ("online" if report.online else f"offline: {report.why}")
        self._say(who, f"synced, {how}{'; ' if words else ''}{', '.join(words)}")

    def _say(self, who: str, what: str) -> None:
        self.told.append(f"{len(self.told):4} {self.time.now:%d %H:%M} {f'{who}: ' if who else ''}{what}")


_COUNTED = (
    "sent",
    "accepted",
    "contested",
    "held",
    "rejected",
    "withdrawn",
    "received",
    "removed",
    "repairs",
)


def _early(draw: Random, most: int) -> int:
    """A number below `most`, small ones more often."""
    return int(draw.random() ** 2 * most)
