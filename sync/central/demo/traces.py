"""What is missing from a case, and the traces a caseworker's work so far has left in it."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from sync.casework.case import Case, ChecklistMark, InformationRequest, Note
from sync.casework.policy import Policy
from sync.casework.values import Status
from sync.central.demo import people
from sync.central.demo.chance import Chance
from sync.central.demo.plan import Kind, Slot
from sync.central.demo.remarks import over_limit_note


def with_gap(chance: Chance, case: Case, kind: Kind) -> Case:
    """The same case without what its kind lacks."""
    if kind is Kind.INCOME_UNKNOWN:
        return replace(case, incomes=people.with_one_unknown(chance, case.incomes))
    if kind is Kind.NO_COUNTY:
        without = {
            key: replace(residence, place=replace(residence.place, county=""))
            for key, residence in case.residences.items()
        }
        return replace(case, residences=without)
    if kind is Kind.NOT_ATTESTED:
        papers = {key: paper for key, paper in case.documents.items() if paper.kind != "attestation"}
        unsaid = replace(case.hardship, attested=None, attested_on=None)
        return replace(case, hardship=unsaid, documents=papers)
    return case


def worked_on(chance: Chance, case: Case, slot: Slot, policy: Policy, today: date) -> Case:
    """The case with a request for what is missing, or with a note and ticks, where its status says so."""
    if slot.assignee is None:
        return case
    day = max(today - timedelta(days=chance.whole(0, 3)), case.submitted or today)
    if slot.status is Status.INFORMATION_REQUESTED:
        request = InformationRequest(
            items=_missing(case),
            by=slot.assignee,
            at=chance.moment(day),
            message=_please(case.languages.written),
        )
        return replace(case, requests={chance.id(day): request})
    if slot.status is Status.IN_REVIEW:
        words = over_limit_note(policy.program.limit_year)
        note = Note(text=words, by=slot.assignee, at=chance.moment(day))
        ticked = chance.sample(list(policy.checklist), chance.whole(3, 6))
        marks = {item: ChecklistMark(done=True, by=slot.assignee, at=chance.moment(day)) for item in ticked}
        return replace(case, notes={**case.notes, chance.id(day): note}, checklist=marks)
    return case


def _missing(case: Case) -> tuple[str, ...]:
    """The kinds of paper that would fill the gaps."""
    gaps = {
        "pay_stub": any(income.cents is None for income in case.incomes.values()),
        "proof_of_residence": not case.county,
        "attestation": case.hardship.attested is None,
    }
    return tuple(item for item, missing in gaps.items() if missing)


def _please(language: str) -> str:
    if language == "es":
        return "Por favor envíenoslo dentro de 14 días. Si no puede, llámenos y buscamos otra manera."
    return "Please send it within 14 days. If you can not, call us and we will find another way."
