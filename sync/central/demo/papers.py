"""Invented papers: what is known about each, and the small PDF that its checksum is really of."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from uuid import UUID

from msgspec.structs import replace

from sync.casework.case import Document
from sync.casework.household import Evidence, Income
from sync.central.demo.chance import Chance
from sync.central.demo.people import Household

_PROOF = {
    "wages": ("pay_stub", "Pay stub, {name}.pdf"),
    "self_employment": ("tax_return", "Tax return, {name}.pdf"),
    "unemployment": ("benefit_letter", "Unemployment notice, {name}.pdf"),
    "social_security": ("benefit_letter", "Social Security letter, {name}.pdf"),
    "ssi": ("benefit_letter", "SSI letter, {name}.pdf"),
    "child_support": ("court_order", "Child support order, {name}.pdf"),
    "pension": ("benefit_letter", "Pension statement, {name}.pdf"),
}
_RENT = {
    "written": ("lease", "Lease.pdf"),
    "oral": ("landlord_statement", "Landlord’s statement.pdf"),
}
_ONCE = (
    ("attestation", "Declaration of hardship, signed.pdf", 0.95),
    ("application_form", "Application form, scanned pages 1 to 6.pdf", 0.5),
    ("rent_ledger", "Rent ledger from the landlord.pdf", 0.7),
    ("past_due_notice", "Past-due notice from the landlord.pdf", 0.6),
    ("utility_bill", "Electric bill, latest.pdf", 0.75),
    ("utility_bill", "Gas and water bill, latest.pdf", 0.5),
    ("bank_statement", "Bank statement, two months.pdf", 0.45),
    ("rent_receipt", "Receipts of the last rent paid.pdf", 0.4),
    ("w9", "W-9 of the landlord.pdf", 0.5),
)


def documents(
    chance: Chance,
    home: Household,
    incomes: dict[UUID, Income],
    *,
    lease: str,
    risk: str,
    months: tuple[str, ...],
    applied: date,
) -> dict[UUID, Document]:
    """The papers of one application: proof of identity, rent, income and risk, as far as there is any.

    Identity papers are seen and not kept: no bytes and no checksum. All others have both.
    """
    wanted: list[tuple[str, str, UUID | None, tuple[str, ...]]] = []
    wanted.append((*_RENT[lease], None, ()))
    names = {member.id: member.name for member in home.members}
    for income in incomes.values():
        if income.evidence is Evidence.DOCUMENT:
            kind, name = _PROOF[income.source]
            name = name.format(name=names[income.member])
            stubs = 3 if kind == "pay_stub" else 1  # two months of pay (Treasury ERA FAQ 4) are several stubs
            wanted += [(kind, name, income.member, ())] * stubs
    if risk == "eviction_notice":
        wanted.append(("eviction_notice", "Notice to vacate.pdf", None, ()))
    for kind, name, probability in _ONCE:
        if chance.happens(probability):
            wanted.append((kind, name, None, months if kind == "rent_ledger" else ()))
    seen = Document(
        id=chance.id(applied),
        name=chance.pick(("Driver’s license", "State identity card", "Tribal enrollment card", "Passport")),
        kind="identity_seen",
        media_type="",
        member=home.applicant.id,
        received=chance.moment(applied),
    )
    found = {seen.id: seen}
    for kind, name, member, covered in wanted:
        document = Document(
            id=chance.id(applied),
            name=name,
            kind=kind,
            member=member,
            months=covered,
            received=chance.moment(applied),
        )
        found[document.id] = _measured(document)
    return found


def _measured(document: Document) -> Document:
    content = paper(document)
    return replace(document, size=len(content), sha256=sha256(content).hexdigest())


def paper(document: Document) -> bytes:
    """The PDF of an invented paper: one page that says it is invented. The same document, the same bytes."""
    lines = (
        "DEMONSTRATION: an invented paper of an invented household",
        document.name,
        f"Kind: {document.kind}",
        f"Months: {', '.join(document.months) or 'none named'}",
        f"Document {document.id}",
    )
    shown = "".join(f"({_pdf_text(line)}) Tj T* " for line in lines)
    page = f"BT /F1 14 Tf 20 TL 60 720 Td {shown}ET".encode("cp1252")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources "
        b"<< /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    written, places = b"%PDF-1.4\n", list[int]()
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(written))
    return written + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + tail


def _pdf_text(line: str) -> str:
    plain = line.encode("cp1252", "replace").decode("cp1252")
    return plain.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
