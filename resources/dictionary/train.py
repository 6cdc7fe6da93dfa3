"""Makes the shared dictionary anew: `python resources/dictionary/train.py VERSION [FOLDER]`.

From invented cases and the same seed, so the same bytes every time. What people write themselves (statements,
notes, reasons) is left out: a dictionary is public, and sentences that nobody will write again win nothing.
A version that has been released never changes; make the next one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import msgspec
import zstandard
from msgspec.structs import replace

from sync.casework.award import proposed_award
from sync.casework.case import Assignment, Case
from sync.casework.commands import (
    Actor,
    AddNote,
    Approve,
    Body,
    Command,
    CorrectField,
    Deny,
    Expects,
    MarkChecklist,
    Recommend,
    RequestInformation,
)
from sync.casework.decide import decide
from sync.casework.evolve import apply
from sync.casework.policy import Policy
from sync.casework.values import Outcome, Role, encode, pack, unpack, uuid7
from sync.casework.verdict import Context
from sync.central.demo.applications import DemoCase, make_applications
from sync.central.operations import PROGRAM
from sync.central.rollout.policy_files import load_figures, load_policy
from sync.protocol import columns
from sync.protocol.envelope import encode_envelope
from sync.protocol.messages import (
    Change,
    Cursor,
    Entries,
    Entry,
    ExchangeRequest,
    Put,
    StoredVerdict,
    wire_id,
)
from sync.protocol.patches import diff
from sync.protocol.versions import CURRENT

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "sync" / "protocol" / "dictionaries"
SIZE = 8 * 1024
SEED = 20261125
CASES = 240
WRITTEN = frozenset({"statement", "text", "reason", "message", "note", "name", "email", "phone", "street"})
"""Fields that a person fills with words of their own."""


def main(version: int, folder: Path = FOLDER) -> None:
    """Writes the dictionary, named by version and hash; `sync/protocol/dictionary.py` has to know both."""
    samples = list(_samples(Random(SEED)))
    data = zstandard.train_dictionary(SIZE, samples, dict_id=version, level=9, threads=0).as_bytes()
    path = folder / f"{version}-{sha256(data).hexdigest()[:16]}.zdict"
    path.write_bytes(data)
    print(f"{path.name}: {len(data)} bytes from {len(samples)} samples")


def _samples(random: Random) -> Iterator[bytes]:
    """Requests and frames as they travel: few things in rows, many in columns."""
    folder, today = ROOT / "resources" / "policy", date(2026, 11, 25)
    policy = load_policy(folder, PROGRAM)
    made = make_applications(CASES, SEED, policy, load_figures(folder), today=today, caseworkers=2)
    days = [_Day(random, policy, one) for one in made if one.assignee]
    for day in days:
        yield encode(_request(random, day.envelopes))
        yield encode(_frame("user", [day.change()]))
        yield encode(_frame("device", day.verdicts))
        yield encode(_frame("user", [day.put()]))
    for at in range(0, len(days), 12):
        some = days[at : at + 12]
        yield encode(_request(random, [one for day in some for one in day.envelopes]))
        yield columns.pack(encode(_frame("user", [day.change() for day in some])))
        yield columns.pack(encode(_frame("user", [day.put() for day in some])))
        yield columns.pack(encode(_frame("device", [one for day in some for one in day.verdicts])))


class _Day:
    """What happens to one case on one day."""

    def __init__(self, random: Random, policy: Policy, one: DemoCase) -> None:
        self._random, self._policy = random, policy
        assignment = Assignment(assignee=one.assignee, office="north", epoch=1)
        self._before = replace(one.body.case, assignment=assignment, status=one.status, version=1)
        self._at = datetime(2026, 11, 25, 8, tzinfo=UTC) + timedelta(seconds=random.randrange(36_000))
        self._actor = Actor(user=str(one.assignee), roles=frozenset({Role.CASEWORKER}))
        self.after = self._before
        self.envelopes: list[bytes] = []
        self.verdicts: list[Entry] = []
        for body in random.sample(list(_bodies(random, self._before, policy)), random.randint(1, 3)):
            self._do(body)

    def _do(self, body: Body) -> None:
        random = self._random
        seq = random.randrange(1, 400)
        command = Command(
            id=_identifier(random, self._at),
            device=random.randrange(1, 400),
            seq=seq,
            case=self._before.id,
            body=body,  # type: ignore[arg-type]
            base=1,
            epoch=1,
            expects=Expects(None, random.randbytes(8)) if body.decides else Expects(),
            as_of=self._at,
            policy=self._policy.version,
        )
        ruling = decide(self.after, command, Context(actor=self._actor, at=self._at, policy=self._policy))
        after = apply(self.after, command, ruling.events)
        assert after is not None
        self.after = replace(after, version=2, applied={str(command.device): seq})
        self.envelopes.append(encode_envelope(command, self._at, random.randrange(-2_000, 2_000)))
        verdict = StoredVerdict(seq=seq, verdict=ruling.verdict, reason=ruling.reason)
        self.verdicts.append(Put("verdict", wire_id("verdict", str(seq)), 1, msgspec.Raw(pack(verdict))))

    def change(self) -> Entry:
        patch = diff(_without_words(self._before), _without_words(self.after))
        return Change("case", self._before.id.bytes, 1, (msgspec.Raw(patch),))

    def put(self) -> Entry:
        return Put("case", self.after.id.bytes, 2, msgspec.Raw(_without_words(self.after)))


def _bodies(random: Random, case: Case, policy: Policy) -> Iterator[Body]:
    item = random.choice(sorted(policy.checklist))
    lines = proposed_award(case, policy)
    yield AddNote(text=" ")
    yield MarkChecklist(item=item, done=True)
    yield CorrectField(path=("phone",), was=None, value="")
    yield Deny(codes=(random.choice(sorted(policy.codes)),), reason=" ")
    yield Approve(lines=lines, reason=" ")
    yield RequestInformation(items=("pay_stub", "lease"))
    yield Recommend(outcome=Outcome.APPROVE, lines=lines)


def _request(random: Random, envelopes: list[bytes]) -> ExchangeRequest:
    names = ("device", "shared", "user")
    return ExchangeRequest(
        CURRENT,
        {name: Cursor(random.randrange(1, 4_000)) for name in names},
        last_seq=random.randrange(1, 400),
        first=random.randrange(1, 400),
        chain=random.randbytes(16),
        push=tuple(envelopes),
    )


def _frame(feed: str, entries: list[Entry]) -> Entries:
    return Entries(feed, Cursor(100), Cursor(100 + len(entries)), tuple(entries))


def _without_words(case: Case) -> bytes:
    return pack(_blank(unpack(pack(case))))


def _blank(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: "" if key in WRITTEN and isinstance(one, str) else _blank(one) for key, one in value.items()
        }
    return [_blank(one) for one in value] if isinstance(value, list) else value


def _identifier(random: Random, at: datetime) -> UUID:
    return uuid7(int(at.timestamp() * 1000), random.randbytes(10))


if __name__ == "__main__":
    main(int(sys.argv[1]), *map(Path, sys.argv[2:3]))
