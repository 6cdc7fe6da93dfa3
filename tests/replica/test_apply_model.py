"""I7 against a model: whatever comes and goes in whatever frames, rows and digest are the server's."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sync.casework.case import Case
from sync.protocol.messages import Change, Entry, Held
from sync.replica.replica import Replica
from tests.replica.parts import DEVICE, REPLICA_KEY, change, frame, leave, make_case, put
from tests.replica.test_apply import assert_agrees


class Happening(NamedTuple):
    """Something that happens to one of four cases; `base` is what the server believes is held."""

    case: int
    what: str
    steps: int
    behind: int


HAPPENINGS = st.builds(
    Happening,
    case=st.integers(0, 3),
    what=st.sampled_from(["put", "change", "change", "leave", "rewind"]),
    steps=st.integers(1, 3),
    behind=st.integers(0, 2),
)


class Model:
    """The server's side: every version of each case, and which the laptop should hold."""

    def __init__(self) -> None:
        self.versions = {n: [make_case(f"case {n}", version=1)] for n in range(4)}
        self.held: dict[int, Case] = {}
        self.gaps: list[Held] = []
        self.left: dict[int, Case] = {}

    def entry(self, happening: Happening) -> Entry:
        n = happening.case
        versions = self.versions[n]
        if happening.what == "leave":
            if n in self.held:
                self.left[n] = self.held.pop(n)
            return leave(versions[-1])
        if happening.what == "rewind" and len(versions) > 1:  # a server that was restored
            versions.pop()
        elif happening.what != "put":
            self._grow(versions, happening.steps)
        if happening.what == "change" and len(versions) > 1:
            return self._change(n, happening)
        self._comes(n)
        return put(versions[-1])

    def _change(self, n: int, happening: Happening) -> Change:
        versions = self.versions[n]
        base = max(0, len(versions) - 1 - happening.steps - happening.behind)
        first = versions[base].version
        held = self.held.get(n)
        if held is None or held.version < first:
            before = held or self.left.get(n)
            self.gaps.append(Held("case", versions[0].id.bytes, before.version if before else 0))
        elif held.version <= versions[-1].version:
            self._comes(n)
        return change(*versions[base:])

    def _comes(self, n: int) -> None:
        self.held[n] = self.versions[n][-1]
        self.left.pop(n, None)

    def _grow(self, versions: list[Case], steps: int) -> None:
        for _ in range(steps):
            last = versions[-1]
            versions.append(replace(last, version=last.version + 1, phone=f"{last.version}", notes={}))


@settings(max_examples=60)
@given(frames=st.lists(st.lists(HAPPENINGS, max_size=5), max_size=6))
def test_rows_and_digest_follow_the_server(frames: list[list[Happening]]) -> None:
    model = Model()
    with TemporaryDirectory() as folder:
        replica = Replica(Path(folder) / "replica.db", REPLICA_KEY, device=DEVICE)
        for number, happenings in enumerate(frames):
            model.gaps.clear()
            entries = [model.entry(one) for one in happenings]
            applied = replica.apply(frame(number, number + 1, *entries))
            assert list(applied.gaps) == model.gaps
            assert_agrees(replica, *model.held.values())
            assert set(replica.left_cases()) == {case.id for case in model.left.values()}
            shown = {row.id: row.version for row in replica.rows()}
            known: dict[UUID, int] = {
                case.id: case.version for case in (*model.held.values(), *model.left.values())
            }
            assert shown == known
            assert replica.recount("user")
        replica.close()
