"""A case that moves to somebody else: work made meanwhile is held, nothing of it stays behind (I6, I8)."""

from __future__ import annotations

from uuid import UUID

from tests.end_to_end.fleet import Laptop, Office
from tests.replica.parts import decrypted_pages

REMARK = "canary-remark-Qz71"
REASON = "canary-reason-Xv93"


def everything_in(laptop: Laptop) -> bytes:
    """Every byte of both databases as it lies in their files, decrypted, free pages included."""
    with laptop.session() as session:
        keys = session.keys
    found = b""
    for name, key in (("outbox.db", keys.outbox), ("replica.db", keys.replica)):
        path = laptop.folder / name
        assert not path.with_name(name + "-wal").exists(), "all of it is in the file itself"
        found += b"".join(decrypted_pages(path, key))
    return found


def traces_of(shown: dict[str, object], case: str) -> list[bytes]:
    """What would give a case away: its number, its people, what was written on it, its identifier."""
    texts = [REMARK, REASON, case, str(shown["number"]), str(shown["applicant_name"])]
    return [text.encode() for text in texts] + [UUID(case).bytes]


def test_i6_i8_a_former_owners_decision_is_held_and_nothing_of_the_case_stays(either_office: Office) -> None:
    office = either_office
    former, present = office.laptop("worker1"), office.laptop("worker2")
    case, kept = former.undecided(2)
    former.note(case, REMARK)
    former.sync()
    shown = former.show(case)
    size = (former.folder / "replica.db").stat().st_size
    assert all(trace in everything_in(former) for trace in traces_of(shown, case)[:1])

    office.server.move(case, "worker2")
    command = former.deny(case, REASON)
    kept_command = former.deny(kept)
    report = former.sync()
    assert (report["sent"], report["held"], report["accepted"], report["removed"]) == (2, 1, 1, 1)
    assert (report["pending"], report["needs_attention"]) == (0, 1)

    # Not a byte of it is left but the line of the command that somebody still has to answer.
    refused = former.run("show", "--case", case, "--json")
    assert (refused.code, refused.out) == (1, "")
    assert case not in [line["id"] for line in former.cases()]
    assert former.run("search", "--text", str(shown["applicant_name"]), "--json").out == ""
    item = former.item(command)
    assert (item["state"], item["reason"], item["disposition"]) == ("held", "late_work", None)
    left = everything_in(former)
    # The identifier is still there, and only there: in the line that waits for the new owner's answer.
    assert [trace for trace in traces_of(shown, case)[:-1] if trace in left] == []
    assert (former.folder / "replica.db").stat().st_size < size
    assert former.item(kept_command)["state"] == "accepted"

    present.sync()
    waiting = office.same(present, case)
    assert (waiting["status"], waiting["contested"]) == ("in_review", False)
    late = [one for one in waiting["decisions"] if one["command"] == command]
    assert [(one["state"], one["by"], one["reason"]) for one in late] == [("held", "worker1", REASON)]
    assert _decision(office, case) is None

    adopted = present.run("adopt", "--command", command, "--reason", "I agree", "--json").json()
    assert present.sync()["accepted"] == 1
    office.same(present, case)
    assert _decision(office, case)["command"] == adopted["command"]

    report = former.sync()
    assert (report["needs_attention"], report["pending"]) == (0, 0)
    assert [trace for trace in traces_of(shown, case) if trace in everything_in(former)] == []
    assert office.server.audit()["ok"]


def _decision(office: Office, case: str) -> dict[str, object]:
    row = office.server.command("cases", "--case", case, "--json").json()
    decision: dict[str, object] = row["decision"]
    return decision


def test_i6_late_work_declined_has_no_effect_and_its_author_learns_of_it(office: Office) -> None:
    former, present = office.laptop("worker1"), office.laptop("worker2")
    case = former.undecided(1)[0]
    office.server.move(case, "worker2")
    command = former.deny(case)
    former.sync()
    present.sync()
    declined = ("adopt", "--command", command, "--decline", "--reason", "papers say otherwise", "--json")
    assert present.run(*declined).code == 0
    again = present.run(*declined)
    assert again.code == 1, "it was dealt with on this laptop already"
    assert present.sync()["accepted"] == 1
    shown = office.same(present, case)
    assert (shown["status"], shown["standing"]) == ("in_review", None)
    assert _decision(office, case) is None
    assert former.sync()["needs_attention"] == 0
    assert former.status()["needs_attention"] == 0


def test_i6_the_supervisor_may_adopt_late_work_too(office: Office) -> None:
    former, supervisor = office.laptop("worker1"), office.laptop("supervisor1")
    case = former.undecided(1)[0]
    office.server.move(case, "worker2")
    command = former.deny(case)
    former.sync()
    supervisor.sync()
    done = supervisor.run("adopt", "--command", command, "--reason", "seen with the applicant", "--json")
    assert done.code == 0, done.err
    assert supervisor.sync()["accepted"] == 1
    assert _decision(office, case)["outcome"] == "deny"
    assert former.sync()["needs_attention"] == 0


def test_i6_notes_of_the_former_owner_are_kept_and_say_so(office: Office) -> None:
    former, present = office.laptop("worker1"), office.laptop("worker2")
    case = former.undecided(1)[0]
    office.server.move(case, "worker2")
    former.note(case, "the tenant called on Friday")
    report = former.sync()
    assert (report["accepted"], report["held"], report["removed"]) == (1, 0, 1)
    present.sync()
    notes = office.same(present, case)["notes"]
    assert [(n["by"], n["late"]) for n in notes if n["text"].startswith("the tenant called")] == [
        ("worker1", True)
    ]


def test_i8_nothing_is_removed_before_its_pending_work_is_answered(office: Office) -> None:
    """The case leaves while a command is typed between the request and its answer."""
    former = office.laptop("worker1")
    case = former.undecided(1)[0]
    office.server.move(case, "worker2")
    with former.session() as session:
        from erap_desktop.services import work
        from erap_desktop.services.syncing import sync
        from erap_desktop.services.transport import HttpTransport

        class Typing(HttpTransport):
            """Types a note while the request is under way."""

            typed = False

            def exchange(self, body: bytes, *, pushes: bool):  # type: ignore[no-untyped-def]
                if not self.typed:
                    self.typed = True
                    work.note(session, UUID(case), "typed in the very moment")
                return super().exchange(body, pushes=pushes)

        transport = Typing(session.identity, session.clock, session.outbox.last_seq)
        first = sync(session, transport)
        transport.close()
    assert (first.removed, first.online) == (0, True)
    assert former.show(case)["left_to"] == "worker2"
    refused = former.run("note", "--case", case, "--text", "too late", "--json")
    assert refused.code == 1
    assert "worker2" in refused.err
    second = former.sync()
    assert (second["accepted"], second["removed"], second["pending"]) == (1, 1, 0)
    assert former.run("show", "--case", case).code == 1
    texts = [note["text"] for note in office.server.show(case)["notes"]]
    assert texts.count("typed in the very moment") == 1


def test_i6_moved_away_and_back_is_not_late_work(office: Office) -> None:
    laptop = office.laptop("worker1")
    case = laptop.undecided(1)[0]
    command = laptop.deny(case)
    office.server.move(case, "worker2")
    office.server.move(case, "worker1")
    report = laptop.sync()
    assert (report["accepted"], report["held"], report["removed"]) == (1, 0, 0)
    assert laptop.item(command)["state"] == "accepted"
    office.same(laptop, case)


def test_two_supervisors_reassigning_offline_are_held_naming_both(office: Office) -> None:
    assert (
        office.server.command("user", "add", "supervisor2", "--role", "supervisor", "--office", "north").code
        == 0
    )
    first, second = office.laptop("supervisor1"), office.laptop("supervisor2")
    case = office.laptop("worker1").undecided(1)[0]
    one = first.run("reassign", "--case", case, "--to", "worker2", "--note", "lives nearer", "--json")
    assert one.json()["state"] == "saved"
    other = second.run("reassign", "--case", case, "--to", "worker3", "--json").json()
    assert first.sync()["accepted"] == 1
    report = second.sync()
    assert (report["held"], report["needs_attention"]) == (1, 1)
    assert second.item(other["command"])["reason"] == "outdated_assignment"
    held = office.server.show(case)["held_reassignments"][other["command"]]
    assert (held["to"], held["present"]) == ("worker3", "worker2")
    assert office.server.show(case)["assignee"] == "worker2"

    first.sync()
    assert office.same(first, case)["held_reassignments"][other["command"]]["to"] == "worker3"
    done = first.run("adopt", "--command", other["command"], "--reason", "as agreed by phone", "--json")
    assert done.code == 0, done.err
    first.sync()
    assert office.server.show(case)["assignee"] == "worker3"
    assert second.sync()["needs_attention"] == 0


def test_a_supervisor_reassigns_offline_twice_and_both_steps_hold(office: Office) -> None:
    supervisor, worker = office.laptop("supervisor1"), office.laptop("worker1")
    case = worker.undecided(1)[0]
    for to in ("worker2", "worker3"):
        assert supervisor.run("reassign", "--case", case, "--to", to, "--json").code == 0
    assert supervisor.sync()["accepted"] == 2
    assert office.server.show(case)["assignee"] == "worker3"
    assert worker.sync()["removed"] == 1
    refused = worker.run("reassign", "--case", case, "--to", "worker1", "--json")
    assert refused.code == 1


def test_more_than_half_of_all_cases_leaving_needs_a_second_sync(office: Office) -> None:
    laptop = office.laptop("worker1")
    cases = [line["id"] for line in laptop.cases()]
    for case in cases[: len(cases) * 2 // 3]:
        office.server.move(case, "worker2")
    first = laptop.sync()
    assert (first["removed"], len(laptop.cases())) == (0, len(cases))
    second = laptop.sync()
    assert second["removed"] == len(cases) * 2 // 3
    assert second["digest_ok"]
    assert len(laptop.cases()) == len(cases) - len(cases) * 2 // 3
