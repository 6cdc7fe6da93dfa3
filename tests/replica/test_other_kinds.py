"""Verdicts, policies, people, settings and laptops: the feeds that hold no cases."""

import msgspec
from msgspec.structs import replace

from sync.casework.values import pack
from sync.protocol.messages import (
    Change,
    Cursor,
    Laptop,
    Person,
    StoredVerdict,
    SyncConfiguration,
)
from sync.replica.replica import Replica
from tests.replica.parts import (
    DEVICE,
    NOW,
    change,
    frame,
    make_case,
    make_policy,
    put,
    put_other,
)


def test_verdicts_are_told_before_and_while_they_are_applied(replica: Replica) -> None:
    first = StoredVerdict(seq=1, verdict="held", reason="late_work")
    second = StoredVerdict(seq=2, verdict="accepted")
    entries = (put_other("verdict", b"7.1", first), put_other("verdict", b"7.2", second))
    arriving = frame(0, 2, *entries, feed="device")
    assert replica.verdicts_in(arriving) == (first, second)
    assert replica.cursors() == {}, "nothing was applied"
    assert replica.apply(arriving).verdicts == (first, second)
    adopted = replace(first, disposition="adopted")
    patch = msgspec.Raw(pack({"disposition": "adopted"}))
    arriving = frame(2, 3, Change("verdict", b"7.1", 1, (patch,)), feed="device")
    assert replica.verdicts_in(arriving) == (adopted,)
    assert replica.apply(arriving).verdicts == (adopted,)


def test_a_verdict_in_a_form_of_a_newer_server_stops_nothing(replica: Replica) -> None:
    strange = put_other("verdict", b"7.1", {"seq": "one", "verdict": 3})
    assert replica.apply(frame(0, 1, strange, feed="device")).verdicts == ()
    assert replica.cursors() == {"device": Cursor(1)}


def test_each_case_touched_tells_the_last_number_of_this_device(replica: Replica) -> None:
    a = make_case("a", applied={str(DEVICE): 4, "8": 9})
    b = make_case("b", applied={"8": 9})
    assert replica.apply(frame(0, 1, put(a), put(b))).applied == {a.id: 4}
    later = replace(a, version=2, applied={str(DEVICE): 6})
    assert replica.apply(frame(1, 2, change(a, later))).applied == {a.id: 6}


def test_shared_things_can_be_read(replica: Replica) -> None:
    old, new = (
        make_policy("p1"),
        replace(make_policy("p2"), effective=make_policy().effective.replace(year=2027)),
    )
    person = Person(user="worker1", display="W", office="north", roles=("caseworker",))
    entries = (
        put_other("policy", b"p2", new),
        put_other("policy", b"p1", old),
        put_other("person", b"worker1", person),
    )
    replica.apply(frame(0, 3, *entries, feed="shared"))
    settings = SyncConfiguration(version=3, poll_seconds=60)
    replica.apply(frame(0, 1, put_other("configuration", b"7", settings, 3), feed="device"))
    laptop = Laptop(device=7, user="worker1", name="L", enrolled=NOW)
    replica.apply(frame(0, 1, put_other("laptop", b"7", laptop), feed="fleet"))
    assert replica.policies() == {"p1": old, "p2": new}
    assert (replica.policy(), replica.policy("p1"), replica.policy("p9")) == (new, old, None)
    assert replica.people() == (person,)
    assert replica.configuration() == settings
    assert replica.laptops() == (laptop,)


def test_small_facts_are_remembered(replica: Replica) -> None:
    assert replica.recall("x") is None
    replica.remember("x", "1")
    replica.remember("x", "2")
    assert replica.recall("x") == "2"
    before = replica.data_version()
    replica.remember("x", "2")
    assert replica.data_version() == before, "nothing is written for what is known"
