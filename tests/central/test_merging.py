"""Two cases that are one, two parties that are one: identifiers are final, nothing is lost (I5, I7)."""

from __future__ import annotations

from uuid import uuid4

import pytest

from sync.casework.case import Case, Document
from sync.casework.commands import Adopt, AttachDocument, CorrectField, Merge
from sync.casework.show import show_case
from sync.casework.values import Status
from sync.central.service import Central
from sync.protocol import decoders
from sync.protocol.administration import LinkParty
from tests.central.parts import Follower, Pen, approval, denial, note, open_case


def both(central: Central, one: Case, other: Case) -> tuple[Case, Case]:
    pen = Pen(central, "worker1")
    found = pen.case(one.id), pen.case(other.id)
    assert found[0] is not None
    assert found[1] is not None
    return found[0], found[1]


def test_a_merge_leaves_an_alias_and_later_remarks_go_on_to_the_other_case(central: Central) -> None:
    alias, kept = open_case(central), open_case(central, "worker2")
    worker, supervisor = Pen(central, "worker1"), Pen(central, "supervisor1")
    assert worker.push(alias.id, note("before")) == ("accepted", "")
    seen = worker.case(alias.id)
    merged = supervisor.push(alias.id, Merge(into=kept.id, reason="applied twice"))
    assert merged == ("accepted", "")
    assert worker.push(alias.id, note("after"), seen) == ("accepted", "")
    paper = AttachDocument(document=Document(id=uuid4(), name="photo.jpg", kind="other"))
    assert worker.push(alias.id, paper, seen) == ("accepted", "")
    held = worker.write(alias.id, approval(alias), seen)
    assert worker.send(held[1]) is None
    assert worker.answer(held[0]) == ("held", "case_merged")
    one, other = both(central, alias, kept)
    assert (one.merged_into, one.status, one.late_work) == (kept.id, Status.WITHDRAWN, (held[0],))
    assert sorted(n.text for n in other.notes.values()) == ["after", "before"]
    assert paper.document.id in other.documents
    assert other.documents.keys() >= alias.documents.keys()
    assert supervisor.push(alias.id, Adopt(command=held[0], reason="x")) == ("held", "case_merged")
    decline = Adopt(command=held[0], reason="decided there", decline=True)
    assert supervisor.push(alias.id, decline) == ("accepted", "")
    assert both(central, alias, kept)[0].late_work == ()
    assert central.verify_audit().ok


def test_what_can_not_be_merged(central: Central) -> None:
    one, other = open_case(central), open_case(central)
    elsewhere = open_case(central, "worker3")
    supervisor, worker = Pen(central, "supervisor1"), Pen(central, "worker1")
    assert worker.push(one.id, Merge(into=other.id, reason="x")) == ("rejected", "not_allowed")
    assert supervisor.push(one.id, Merge(into=one.id, reason="x")) == ("rejected", "no_such_case")
    assert supervisor.push(one.id, Merge(into=uuid4(), reason="x")) == ("rejected", "no_such_case")
    assert supervisor.push(one.id, Merge(into=elsewhere.id, reason="x")) == ("rejected", "not_allowed")
    assert supervisor.push(one.id, Merge(into=other.id, reason=" ")) == ("rejected", "reason_required")
    for pen, body in ((worker, denial()), (Pen(central, "worker1"), approval(one))):
        pen.push(one.id, body, one)
    assert supervisor.push(one.id, Merge(into=other.id, reason="x")) == ("held", "other_decision")


def test_a_linked_party_comes_to_every_reader_of_the_alias_and_leaves_with_the_last_case(
    central: Central,
) -> None:
    first, second = open_case(central), open_case(central, "worker2")
    (alias,), (kept,) = first.parties, second.parties
    follower, other = Follower(central, "worker1"), Follower(central, "worker2")
    follower.pull()
    other.pull()
    supervisor = Pen(central, "supervisor1")
    link = LinkParty(party=alias, into=kept)
    assert supervisor.push(first.id, link) == ("accepted", "")  # type: ignore[arg-type]
    assert supervisor.push(first.id, link) == ("rejected", "already_resolved")  # type: ignore[arg-type]
    follower.pull()
    held = follower.held["user"]
    parties = {id_: decoders.party.decode(held["party", str(id_)][1]) for id_ in (alias, kept)}
    assert parties[alias].merged_into == kept
    case = follower.pen.case(first.id)
    assert case is not None
    assert show_case(case, parties)["parties"] == {
        str(alias): show_case(case, {alias: parties[kept]})["parties"][str(alias)]
    }
    body = CorrectField(path=("phone",), was=first.phone, value="(505) 555-0199")
    assert follower.pen.push(first.id, body) == ("accepted", "")
    follower.pull()
    assert ("party", str(kept)) in follower.held["user"], "saving the case doesn't forget the link"
    assert follower.checked > 0
    assert Pen(central, "worker3").push(first.id, link) == ("rejected", "not_allowed")  # type: ignore[arg-type]


@pytest.mark.parametrize("named", ["party", "into"])
def test_a_party_that_is_not_there_is_told(central: Central, named: str) -> None:
    case = open_case(central)
    order = LinkParty(**{"party": case.parties[0], "into": case.parties[0], named: uuid4()})
    assert Pen(central, "supervisor1").push(case.id, order) == ("rejected", "no_such_item")  # type: ignore[arg-type]
