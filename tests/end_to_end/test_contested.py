"""Decisions that contradict each other are shown to a human, and none of them disappears (I5)."""

from __future__ import annotations

from tests.end_to_end.fleet import Laptop, Office


def states(shown: dict[str, object]) -> dict[str, str]:
    """Command to state, for every decision of a case."""
    decisions = shown["decisions"]
    assert isinstance(decisions, list)
    return {one["command"]: one["state"] for one in decisions}


def contest(office: Office) -> tuple[str, Laptop, Laptop, str, str]:
    """A case that two laptops of one person decided differently; the second finds it contested."""
    first, second = office.laptop("worker1"), office.laptop("worker1")
    case = first.undecided(1)[0]
    one, other = first.approve(case), second.deny(case)
    assert first.sync()["accepted"] == 1
    report = second.sync()
    assert (report["contested"], report["accepted"], report["needs_attention"]) == (1, 0, 1)
    return case, first, second, one, other


def test_i5_two_different_decisions_contest_and_a_supervisor_settles_offline(either_office: Office) -> None:
    office = either_office
    case, first, second, one, other = contest(office)
    shown = office.same(second, case)
    assert (shown["status"], shown["contested"], shown["frozen"]) == ("contested", True, True)
    assert states(shown) == {one: "contested", other: "contested"}
    row = office.server.command("cases", "--case", case, "--json").json()
    assert (row["contested"], row["decision"]) == (True, None)

    # The first laptop's verdict never changes; what it sees of the case does.
    first.sync()
    assert first.item(one)["state"] == "accepted"
    assert states(office.same(first, case)) == {one: "contested", other: "contested"}

    supervisor = office.laptop("supervisor1")
    office.server.stop()
    for refused in (
        supervisor.run("settle", "--case", case, "--keep", one, "--reason", " ", "--json"),
        supervisor.run("settle", "--case", case, "--keep", case, "--reason", "no such", "--json"),
        first.run("settle", "--case", case, "--keep", one, "--reason", "my own", "--json"),
    ):
        assert (refused.code, refused.out) == (1, "")
    settled = supervisor.run("settle", "--case", case, "--keep", other, "--reason", "lease ended", "--json")
    assert settled.json()["state"] == "saved"
    assert supervisor.show(case)["status"] == "denied"
    office.server.start()
    assert supervisor.sync()["accepted"] == 1
    for laptop in (first, second):
        assert laptop.sync()["needs_attention"] == 0
        shown = office.same(laptop, case)
        assert (shown["status"], shown["contested"], shown["standing"]) == ("denied", False, other)
    disposition = {line["command"]: line["disposition"] for line in second.outbox()}
    assert disposition[other] == "adopted"
    assert office.server.audit()["ok"]


def test_i5_equal_decisions_corroborate_and_need_nobody(office: Office) -> None:
    first, second = office.laptop("worker1"), office.laptop("worker1")
    case = first.undecided(1)[0]
    one, other = first.deny(case, "no lease"), second.deny(case, "rent is paid elsewhere")
    assert first.sync()["accepted"] == 1
    report = second.sync()
    assert (report["accepted"], report["contested"], report["needs_attention"]) == (1, 0, 0)
    shown = office.same(second, case)
    assert (shown["status"], shown["standing"]) == ("denied", one)
    assert states(shown) == {one: "accepted", other: "accepted"}
    first.sync()
    office.same(first, case)


def test_i5_a_third_sibling_joins_and_a_settlement_that_missed_it_is_held(office: Office) -> None:
    case, first, second, one, other = contest(office)
    supervisor = office.laptop("supervisor1")
    third_laptop = office.laptop("worker1", synced=False)
    third_laptop.sync()
    third = third_laptop.deny(case, "a third view")
    settle = supervisor.run("settle", "--case", case, "--keep", one, "--reason", "lease seen", "--json")
    third_laptop.sync()
    assert third_laptop.item(third)["state"] == "contested"
    report = supervisor.sync()
    assert (report["held"], report["needs_attention"]) == (1, 1)
    assert supervisor.item(settle.json()["command"])["reason"] == "siblings_missing"
    assert office.same(supervisor, case)["contested"] is True
    assert (
        supervisor.run("settle", "--case", case, "--keep", one, "--reason", "all three", "--json").code == 0
    )
    supervisor.sync()
    assert supervisor.show(case)["whole"] is False, "settled, it is one of the office's headers again"
    shown = office.server.show(case)
    assert (shown["contested"], shown["standing"]) == (False, one)
    for laptop in (first, second, third_laptop):
        assert laptop.sync()["needs_attention"] == 0
    assert set(states(shown)) == {one, other, third}


def test_i5_a_decision_after_the_settlement_reopens_it_unless_it_is_equal(office: Office) -> None:
    late_equal, late_other = office.laptop("worker1"), office.laptop("worker1")
    case, _, _, one, other = contest(office)
    equal, different = late_equal.approve(case), late_other.deny(case)
    supervisor = office.laptop("supervisor1")
    done = supervisor.run("settle", "--case", case, "--keep", one, "--reason", "lease seen", "--json")
    assert done.code == 0
    supervisor.sync()
    assert late_equal.sync()["accepted"] == 1
    assert office.server.show(case)["contested"] is False
    assert late_other.sync()["contested"] == 1
    shown = office.same(late_other, case)
    assert (shown["contested"], shown["status"]) == (True, "contested")
    assert states(shown)[one] == states(shown)[different] == "contested"
    assert {one, other, equal, different} == set(states(shown))


def test_i5_a_decision_on_changed_facts_is_held_with_both_kept(office: Office) -> None:
    """The rent is corrected on one laptop while another decides on the old one."""
    from uuid import UUID

    from erap_desktop.services import work
    from sync.casework.commands import CorrectField

    first, second = office.laptop("worker1"), office.laptop("worker1")
    case = first.undecided(1)[0]
    tenancy, facts = next(iter(first.show(case)["tenancies"].items()))
    with first.session() as session:
        path = ("tenancies", tenancy, "rent_cents")
        body = CorrectField(path=path, was=facts["rent_cents"], value=facts["rent_cents"] + 5000)
        work.perform(session, UUID(case), body)
    command = second.deny(case)
    assert first.sync()["accepted"] == 1
    report = second.sync()
    assert (report["held"], report["needs_attention"]) == (1, 1)
    assert second.item(command)["reason"] == "stale_facts"
    shown = office.same(second, case)
    assert (shown["status"], shown["standing"]) == ("in_review", None)
    assert states(shown) == {command: "held"}
    assert second.run("adopt", "--command", command, "--reason", "still so", "--json").code == 0
    assert second.sync()["accepted"] == 1
    assert office.same(second, case)["status"] == "denied"
    assert second.status()["needs_attention"] == 0


def test_a_withdrawal_before_it_left_leaves_no_effect_and_asks_for_nobody(office: Office) -> None:
    laptop = office.laptop("worker1")
    case, other = laptop.undecided(2)
    before, before_other = office.server.show(case), office.server.show(other)
    decided, noted = laptop.deny(case), laptop.note(other, "written in error")
    for command in (decided, noted):
        assert laptop.run("withdraw", "--command", command, "--json").code == 0
        twice = laptop.run("withdraw", "--command", command, "--json")
        assert (twice.code, twice.out) == (1, "")
    assert laptop.show(case)["status"] == "in_review"
    report = laptop.sync()
    assert (report["sent"], report["pending"], report["rejected"]) == (4, 0, 0)
    assert report["needs_attention"] == 0
    assert laptop.item(decided)["state"] == laptop.item(noted)["state"] == "withdrawn"
    assert office.server.show(case)["decisions"] == before["decisions"] == []
    assert office.server.show(other)["notes"] == before_other["notes"]
    office.same(laptop, case)
    office.same(laptop, other)
    left = laptop.run("withdraw", "--command", decided, "--json")
    assert left.code == 1


def test_corrections_merge_by_field_and_two_hands_are_kept_beside_each_other(office: Office) -> None:
    from uuid import UUID

    from erap_desktop.services import work
    from sync.casework.commands import CorrectField

    def correct(laptop: Laptop, field: str, value: str) -> None:
        was = laptop.show(case).get(field, "")
        with laptop.session() as session:
            work.perform(session, UUID(case), CorrectField(path=(field,), was=was or None, value=value))

    first, second = office.laptop("worker1"), office.laptop("worker1")
    case = first.undecided(1)[0]
    correct(first, "phone", "(505) 555-0101")
    correct(first, "email", "same@example.test")
    first.note(case, "one hand")
    second.note(case, "other hand")
    correct(second, "phone", "(505) 555-0199")
    correct(second, "email", "same@example.test")
    assert first.sync()["accepted"] == 3
    report = second.sync()
    assert (report["accepted"], report["pending"]) == (3, 0)
    shown = office.same(second, case)
    assert (shown["phone"], shown["email"]) == ("(505) 555-0101", "same@example.test")
    assert [one["value"] for one in shown["suggestions"].values()] == ["(505) 555-0199"]
    assert {"one hand", "other hand"} <= {note["text"] for note in shown["notes"]}
    first.sync()
    office.same(first, case)

    # Later changes by somebody else don't bring the suggestion, or the no-op, back on either laptop.
    correct(first, "email", "new@example.test")
    first.sync()
    second.sync()
    office.same(second, case)
    office.same(first, case)
