"""Feeds: what enters, changes and leaves; a follower at a feed's end holds exactly its members (I7)."""

from __future__ import annotations

from random import Random
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import func, select, update

from sync.casework.case import Case
from sync.casework.commands import Body, CorrectField, Expects, MarkChecklist, Reassign
from sync.casework.values import Sensitivity, pack
from sync.central.service import Central
from sync.central.store import objects, schema
from sync.protocol import digests
from sync.protocol.frames import FrameWriter
from sync.protocol.messages import CaseHeader, Change, Cursor, Entries, Held, Leave, Put, wire_id
from sync.protocol.versions import MAX_FRAME_BYTES
from tests.central.parts import Follower, Pen, denial, note, open_case


def stored(central: Central, kind: str, id_: UUID | str) -> bytes:
    with central.database.read() as connection:
        found = objects.load(connection, central.agency, kind, str(id_))
    assert found is not None
    return found.body


def test_i7_every_digest_is_the_sum_over_the_members_and_every_member_is_current(central: Central) -> None:
    _busy_day(central, Random(1), 40)
    with central.database.read() as connection:
        for feed in connection.execute(select(schema.feed)).all():
            members = connection.execute(select(schema.member).where(schema.member.c.feed == feed.name)).all()
            added = sum(digests.member(one.kind, one.id, one.version) for one in members)
            assert digests.shifted(digests.EMPTY, added=added) == feed.digest, feed.name
            entries = connection.execute(
                select(schema.entry.c.number)
                .where(schema.entry.c.feed == feed.name)
                .order_by(schema.entry.c.number)
            ).scalars()
            assert list(entries) == list(range(1, feed.number + 1)), "without a gap"
            for one in members:
                if one.kind in ("case", "header"):
                    found = objects.load(connection, central.agency, one.kind, one.id)
                    assert found is not None
                    assert found.version == one.version


def _busy_day(central: Central, random: Random, steps: int, *followers: Follower) -> list[Case]:
    """Commands of four people on six cases; followers look in now and then and may be cut off."""
    cases = [open_case(central, random.choice(["worker1", "worker2"])) for _ in range(6)]
    users = ["worker1", "worker2", "worker3", "supervisor1"]
    pens = {user: Pen(central, user) for user in users}
    for step in range(steps):
        case = pens["worker1"].case(random.choice(cases).id)
        assert case is not None
        holder = case.assignment.assignee or ""
        bodies: list[tuple[str, Body]] = [
            (holder, note(f"remark {step}")),
            (holder, denial(f"view {step}")),
            (holder, CorrectField(path=("phone",), was=case.phone, value=f"555-{step:04}")),
            ("supervisor1", Reassign(to=random.choice(users[:3]))),
        ]
        user, body = random.choice(bodies)
        pens[user].push(case.id, body, random.choice([case, None]))
        for follower in followers:
            if random.random() < 0.4:
                follower.pull(frames=random.choice([None, None, 0, 1, 2]))
    return cases


@pytest.mark.parametrize("seed", range(4))
def test_i7_followers_that_are_cut_off_anywhere_end_with_the_same(central: Central, seed: int) -> None:
    followers = [
        Follower(central, user) for user in ("worker1", "worker2", "worker3", "supervisor1", "admin1")
    ]
    cases = _busy_day(central, Random(seed), 30, *followers)
    for follower in followers:
        follower.pull()
        assert follower.checked >= 3
        held = follower.held.get("user", {})
        mine = {
            ("case", str(case.id)): stored(central, "case", case.id)
            for case in cases
            if _holder(central, case) == follower.pen.user
        }
        assert {key: body for key, (_, body) in held.items() if key in mine} == mine
        if follower.pen.user.startswith("worker"):
            assert {key for key in held if key[0] == "case"} == set(mine)
    fresh = Follower(central, "worker1")
    fresh.pull()
    assert fresh.held["user"] == followers[0].held["user"]


def _holder(central: Central, case: Case) -> str | None:
    now = Pen(central, "admin1").case(case.id)
    assert now is not None
    return now.assignment.assignee


def test_a_case_enters_whole_and_leaves_with_its_parties_and_the_name_of_its_new_holder(
    central: Central,
) -> None:
    case = open_case(central)
    one, other, office, elsewhere = (
        Follower(central, user) for user in ("worker1", "worker2", "supervisor1", "supervisor3")
    )
    for follower in (one, other, office, elsewhere):
        follower.pull()
    assert Pen(central, "supervisor1").push(case.id, Reassign(to="worker2")) == ("accepted", "")

    one.pull()
    leaves = {entry.kind: entry for entry in one.entries()}
    assert leaves["case"] == Leave("case", wire_id("case", str(case.id)), "worker2")
    assert isinstance(leaves["party"], Leave)
    assert one.held["user"] == {}
    assert one.frames[-1].leaving == 1
    other.pull()
    kinds = [(type(entry), entry.kind) for entry in other.entries()]
    assert sorted(kinds, key=str) == [(Put, "case"), (Put, "party")]
    assert other.case(case.id) == stored(central, "case", case.id)
    office.pull()
    assert [type(entry) for entry in office.entries()] == [Change], "one header, by its difference"
    elsewhere.pull()
    assert elsewhere.entries() == []

    assert Pen(central, "supervisor1").push(case.id, Reassign(to="worker3")) == ("accepted", "")
    office.pull()
    assert [type(entry) for entry in office.entries()] == [Leave]
    elsewhere.pull()
    assert [type(entry) for entry in elsewhere.entries()] == [Put]


def test_i7_i8_a_case_moved_twice_in_one_push_is_only_where_it_ends(central: Central) -> None:
    """The first move would put it on a laptop that the second takes it from."""
    case, pen = open_case(central), Pen(central, "supervisor1")
    one, other = Follower(central, "worker1"), Follower(central, "worker2")
    one.pull()
    away = pen.write(case.id, Reassign(to="worker2"))
    here = pen.write(case.id, Reassign(to="worker1"), expects=Expects(replaces=away[0]))
    assert pen.send(away[1], here[1]) is None
    assert (pen.answer(away[0]), pen.answer(here[0])) == (("accepted", ""), ("accepted", ""))
    one.pull()
    assert one.case(case.id) == stored(central, "case", case.id)
    assert {kind for kind, _ in one.held["user"]} == {"case", "party"}
    other.pull()
    assert other.held.get("user", {}) == {}


def test_many_changes_of_one_case_travel_as_one_difference(central: Central) -> None:
    case = open_case(central)
    follower, pen = Follower(central, "worker1"), Pen(central, "worker1")
    follower.pull()
    for number in range(12):
        assert pen.push(case.id, note(f"{number}")) == ("accepted", "")
    follower.pull()
    (entry,) = follower.entries()
    assert isinstance(entry, Change | Put)
    assert follower.case(case.id) == stored(central, "case", case.id)
    assert pen.push(case.id, MarkChecklist(item="identity_seen", done=True)) == ("accepted", "")
    assert pen.push(case.id, CorrectField(path=("phone",), was=case.phone, value="555")) == ("accepted", "")
    follower.pull()
    (entry,) = follower.entries()
    assert isinstance(entry, Change)
    assert sum(len(bytes(patch)) for patch in entry.patches) < 240, "with the trace of the correction"
    assert follower.case(case.id) == stored(central, "case", case.id)


def test_protected_notes_are_for_the_holder_and_never_in_a_difference_to_others(central: Central) -> None:
    case = open_case(central)
    pen, holder, viewer = (
        Pen(central, "worker1"),
        Follower(central, "worker1"),
        Follower(central, "supervisor1"),
    )
    viewer.pull(want=(case.id,))
    holder.pull()
    assert viewer.case(case.id) is not None
    secret = b"shelter address"
    assert pen.push(case.id, note(secret.decode(), protected=True)) == ("accepted", "")
    assert pen.push(case.id, note("for everyone")) == ("accepted", "")
    for _ in range(2):
        viewer.pull()
        holder.pull()
        seen = viewer.case(case.id)
        assert seen is not None
        assert (secret in seen, b"for everyone" in seen) == (False, True)
        mine = holder.case(case.id)
        assert mine is not None
        assert secret in mine
        assert all(secret not in bytes(patch) for patch in _patches(viewer.frames))
        assert pen.push(case.id, note("one more")) == ("accepted", "")
    fresh = Follower(central, "supervisor1")
    fresh.pull()
    again = fresh.case(case.id)
    assert again is not None
    assert secret not in again
    viewer.pull(unwant=(case.id,))
    assert viewer.case(case.id) is None


def _patches(frames: list[Entries]) -> list[msgspec.Raw]:
    return [
        patch
        for frame in frames
        for entry in frame.entries
        if isinstance(entry, Change)
        for patch in entry.patches
    ]


def test_a_protected_case_is_absent_from_the_office_and_can_not_be_asked_for(central: Central) -> None:
    case, plain = open_case(central, sensitivity=Sensitivity.PROTECTED), open_case(central)
    office, holder = Follower(central, "supervisor1"), Follower(central, "worker1")
    office.pull(want=(case.id,))
    assert {key[1] for key in office.held["office:north"]} == {str(plain.id)}
    assert office.case(case.id) is None
    holder.pull()
    assert holder.case(case.id) is not None

    # Once it is labelled, it leaves the office's feed and every viewer.
    office.pull(want=(plain.id,))
    assert office.case(plain.id) is not None
    body = CorrectField(path=("sensitivity",), was=None, value="protected")
    assert Pen(central, "worker1").push(plain.id, body).verdict == "accepted"
    office.pull()
    assert (office.held["office:north"], office.case(plain.id)) == ({}, None)


def test_administrators_and_other_offices_are_sent_no_case(central: Central) -> None:
    case = open_case(central)
    for user in ("admin1", "worker2", "worker3", "supervisor3"):
        follower = Follower(central, user)
        follower.pull(want=(case.id,))
        assert follower.entries() == [], user


def test_a_contested_case_comes_whole_to_the_offices_supervisors_until_it_is_settled(
    central: Central,
) -> None:
    from sync.casework.commands import Settle
    from tests.central.parts import approval

    case = open_case(central)
    supervisors = [Follower(central, user) for user in ("supervisor1", "supervisor2")]
    first = Pen(central, "worker1")
    keep, envelope = first.write(case.id, denial())
    assert first.send(envelope) is None
    assert Pen(central, "worker1").push(case.id, approval(case), case).verdict == "contested"
    for follower in supervisors:
        follower.pull()
        assert follower.case(case.id) == stored(central, "case", case.id)
    now = first.case(case.id)
    assert now is not None
    settle = Settle(keep=keep, siblings=now.contested, reason="lease seen")
    assert Pen(central, "supervisor1").push(case.id, settle) == ("accepted", "")
    for follower in supervisors:
        follower.pull()
        assert follower.case(case.id) is None
        header = msgspec.msgpack.decode(
            follower.held["office:north"]["header", str(case.id)][1], type=CaseHeader
        )
        assert (header.status, header.contested) == ("denied", False)


def test_a_first_pass_comes_in_order_of_what_is_due(central: Central) -> None:
    from datetime import date

    days = [date(2026, 12, day) for day in (9, 3, 27, 1, 15)]
    cases = {day: open_case(central, due=day) for day in days}
    follower = Follower(central, "worker1")
    follower.pull()
    order = [key[1] for key in follower.held["user"] if key[0] == "case"]
    assert order == [str(cases[day].id) for day in sorted(days)]


def test_a_cursor_from_another_life_begins_anew(central: Central) -> None:
    case = open_case(central)
    follower = Follower(central, "worker1")
    follower.pull()
    follower.cursors["user"] = Cursor(10**9)
    follower.pull()
    assert follower.frames[0].reset or any(frame.reset for frame in follower.frames)
    assert follower.case(case.id) == stored(central, "case", case.id)


def test_repair_brings_what_differs_and_takes_away_what_should_not_be_there(central: Central) -> None:
    right, lost, stale = (open_case(central) for _ in range(3))
    follower = Follower(central, "worker1")
    follower.pull()
    strange = open_case(central, "worker2")
    held = follower.held["user"]
    del held["case", str(lost.id)]
    held["case", str(stale.id)] = (7, b"stale")
    held["case", str(strange.id)] = (1, b"not mine")
    listed = tuple(Held(kind, wire_id(kind, id_), version) for (kind, id_), (version, _) in held.items())
    follower.pull(repair={"user": listed})
    touched = {UUID(bytes=entry.id) for entry in follower.entries()}
    assert touched == {lost.id, stale.id, strange.id}
    assert right.id not in touched
    for case in (right, lost, stale):
        assert follower.case(case.id) == stored(central, "case", case.id)
    assert follower.case(strange.id) is None


def test_i10_no_frame_is_larger_than_a_laptop_takes_however_large_the_cases_are(central: Central) -> None:
    cases = [open_case(central) for _ in range(9)]
    big = {
        case.id: pack(msgspec.structs.replace(case, number=f"26-{number:06}", email=_noise(number, 900_000)))
        for number, case in enumerate(cases)
    }
    table = schema.object_
    with central.database.writer.connect() as connection, connection.begin():
        for id_, body in big.items():
            connection.execute(
                update(table).where(table.c.id == str(id_), table.c.kind == "case").values(body=body)
            )
    follower = Follower(central, "worker1")
    head = follower.pull()
    assert head is not None
    assert {id_: follower.case(id_) for id_ in big} == big
    writer = FrameWriter()
    assert len(follower.frames) >= 9
    assert max(len(writer.write(frame)) for frame in follower.frames) < MAX_FRAME_BYTES // 2

    held = tuple(Held(kind, wire_id(kind, id_), 0) for kind, id_ in follower.held["user"])
    follower.pull(repair={"user": held})
    assert any(frame.reset for frame in follower.frames), "too much for a repair: it begins anew"
    assert {id_: follower.case(id_) for id_ in big} == big


def _noise(seed: int, size: int) -> str:
    return Random(seed).randbytes(size // 2).hex()


def test_an_idle_exchange_writes_nothing(central: Central) -> None:
    open_case(central)
    follower = Follower(central, "worker1")
    follower.pull()
    before = _counts(central)
    for _ in range(3):
        assert follower.pull() is not None
        assert follower.frames == []
    assert _counts(central) == before


def _counts(central: Central) -> list[int]:
    with central.database.read() as connection:
        tables = [select(func.count()).select_from(table) for table in schema.metadata.sorted_tables]
        return [connection.execute(query).scalar_one() for query in tables]
