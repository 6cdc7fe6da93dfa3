"""Work done without a network reaches the server once; both ends show the same afterwards (I1 to I4, I9)."""

from __future__ import annotations

from tests.end_to_end.fleet import Office
from tests.end_to_end.link import Link


def test_i1_a_decision_made_offline_reaches_the_server_exactly_once(either_office: Office) -> None:
    office = either_office
    laptop = office.laptop("worker1")
    denied, approved, noted = laptop.undecided(3)
    before = {case["id"]: case for case in office.server.cases()}
    office.server.stop()

    first, second = laptop.deny(denied), laptop.approve(approved)
    laptop.note(noted, "the landlord will call back")
    offline = laptop.sync()
    assert (offline["online"], offline["pending"]) == (False, 3)
    assert laptop.status()["pending"] == 3
    assert [item["state"] for item in laptop.outbox()] == ["saved"] * 3

    office.server.start()
    report = laptop.sync()
    assert (report["online"], report["sent"], report["accepted"], report["pending"]) == (True, 3, 3, 0)
    assert report["digest_ok"]
    again = laptop.sync()
    assert (again["sent"], again["accepted"], again["round_trips"]) == (0, 0, 1)

    after = {case["id"]: case for case in office.server.cases()}
    for case, command, outcome in ((denied, first, "deny"), (approved, second, "approve")):
        assert after[case]["decision"]["command"] == command
        assert after[case]["decision"]["outcome"] == outcome
        assert after[case]["version"] == before[case]["version"] + 1
        shown = office.same(laptop, case)
        assert [(one["command"], one["state"]) for one in shown["decisions"]] == [(command, "accepted")]
    notes = office.same(laptop, noted)["notes"]
    assert [note["text"] for note in notes].count("the landlord will call back") == 1
    untouched = set(before) - {denied, approved, noted}
    assert all(before[case] == after[case] for case in untouched)
    assert office.server.audit()["ok"]


def test_i1_the_same_by_real_processes(killable_office: Office) -> None:
    office = killable_office
    laptop = office.laptop("worker2", synced=False)
    assert laptop.process("sync", "--json").json()["received"] > 20
    case = laptop.undecided(1)[0]
    saved = laptop.process("decide", "--case", case, "--deny", "D03", "--reason", "no lease", "--json").json()
    assert saved["state"] == "saved"
    assert laptop.process("sync", "--json").json()["accepted"] == 1
    assert laptop.process("show", "--case", case, "--json").json() == office.server.show(case)
    assert office.server.show(case)["decisions"][0]["command"] == saved["command"]


def test_i3_a_request_that_is_replayed_changes_nothing_and_gets_the_stored_verdict(office: Office) -> None:
    with Link(office.server.port) as link:
        laptop = office.laptop("worker1", url=link.url)
        case = laptop.undecided(1)[0]
        command = laptop.deny(case)
        laptop.sync()
        push = link.recorded[-1]
        before = office.server.show(case)
        answers = [link.replay(push) for _ in range(3)]
    assert all(answer.startswith(b"HTTP/1.1 200") for answer in answers)
    assert office.server.show(case) == before
    assert [one["command"] for one in before["decisions"]] == [command]
    assert laptop.sync()["pending"] == 0
    office.same(laptop, case)


def test_i4_commands_of_one_laptop_on_one_case_keep_their_order(office: Office) -> None:
    laptop = office.laptop("worker1")
    case = laptop.undecided(1)[0]
    texts = [f"remark {number}" for number in range(8)]
    for text in texts:
        laptop.note(case, text)
    laptop.sync()
    notes = [note["text"] for note in office.same(laptop, case)["notes"]]
    assert [text for text in notes if text in texts] == texts


def test_i9_what_waits_is_visible_item_by_item(office: Office) -> None:
    laptop = office.laptop("worker1")
    case, other = laptop.undecided(2)
    command = laptop.deny(case)
    laptop.note(other, "a remark")
    row = next(line for line in laptop.cases() if line["id"] == case)
    assert (row["pending"], row["state"], row["status"]) == (1, "saved", "denied")
    assert [one["state"] for one in laptop.show(case)["decisions"]] == ["saved"]
    assert laptop.show(case)["pending"] == [command]
    status = laptop.status()
    assert (status["pending"], status["needs_attention"]) == (2, 0)
    assert status["oldest_pending_seconds"] >= 0
    laptop.sync()
    row = next(line for line in laptop.cases() if line["id"] == case)
    assert (row["pending"], row["state"]) == (0, "confirmed")
    assert laptop.status()["oldest_pending_seconds"] is None
    assert laptop.item(command)["state"] == "accepted"
