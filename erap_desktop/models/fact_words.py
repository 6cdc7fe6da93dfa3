"""The recorded facts in words of the language that is shown: sources of income, papers, homes, languages.

A value that this program has no word for is shown as it was recorded, with spaces for underscores.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from sync.casework.household import Evidence, Period

_PERIOD: dict[str, object] = {
    Period.WEEK: QT_TRANSLATE_NOOP("FactWords", "a week"),
    Period.TWO_WEEKS: QT_TRANSLATE_NOOP("FactWords", "every two weeks"),
    Period.HALF_MONTH: QT_TRANSLATE_NOOP("FactWords", "twice a month"),
    Period.MONTH: QT_TRANSLATE_NOOP("FactWords", "a month"),
    Period.YEAR: QT_TRANSLATE_NOOP("FactWords", "a year"),
}
_EVIDENCE: dict[str, object] = {
    Evidence.DOCUMENT: QT_TRANSLATE_NOOP("FactWords", "Document on file"),
    Evidence.SEEN: QT_TRANSLATE_NOOP("FactWords", "Seen, not kept"),
    Evidence.ATTESTED: QT_TRANSLATE_NOOP("FactWords", "Declared by the applicant"),
    Evidence.NONE: QT_TRANSLATE_NOOP("FactWords", "No evidence yet"),
}
_SOURCE: dict[str, object] = {
    "wages": QT_TRANSLATE_NOOP("FactWords", "Wages"),
    "self_employment": QT_TRANSLATE_NOOP("FactWords", "Self-employment"),
    "social_security": QT_TRANSLATE_NOOP("FactWords", "Social Security"),
    "ssi": QT_TRANSLATE_NOOP("FactWords", "Supplemental Security Income"),
    "unemployment": QT_TRANSLATE_NOOP("FactWords", "Unemployment benefits"),
    "child_support": QT_TRANSLATE_NOOP("FactWords", "Child support"),
    "pension": QT_TRANSLATE_NOOP("FactWords", "Pension"),
    "tanf": QT_TRANSLATE_NOOP("FactWords", "TANF cash assistance"),
    "other": QT_TRANSLATE_NOOP("FactWords", "Other"),
}
_RELATION: dict[str, object] = {
    "self": QT_TRANSLATE_NOOP("FactWords", "Applicant"),
    "spouse": QT_TRANSLATE_NOOP("FactWords", "Spouse"),
    "partner": QT_TRANSLATE_NOOP("FactWords", "Partner"),
    "child": QT_TRANSLATE_NOOP("FactWords", "Child"),
    "adult_child": QT_TRANSLATE_NOOP("FactWords", "Adult child"),
    "grandchild": QT_TRANSLATE_NOOP("FactWords", "Grandchild"),
    "foster_child": QT_TRANSLATE_NOOP("FactWords", "Foster child"),
    "parent": QT_TRANSLATE_NOOP("FactWords", "Parent"),
    "sibling": QT_TRANSLATE_NOOP("FactWords", "Brother or sister"),
    "niece_or_nephew": QT_TRANSLATE_NOOP("FactWords", "Niece or nephew"),
    "other": QT_TRANSLATE_NOOP("FactWords", "Other"),
}
_DOCUMENT: dict[str, object] = {
    "application_form": QT_TRANSLATE_NOOP("FactWords", "Application form"),
    "attestation": QT_TRANSLATE_NOOP("FactWords", "Declaration"),
    "bank_statement": QT_TRANSLATE_NOOP("FactWords", "Bank statement"),
    "benefit_letter": QT_TRANSLATE_NOOP("FactWords", "Benefit letter"),
    "court_order": QT_TRANSLATE_NOOP("FactWords", "Court order"),
    "eviction_notice": QT_TRANSLATE_NOOP("FactWords", "Eviction notice"),
    "identity_seen": QT_TRANSLATE_NOOP("FactWords", "Identity, seen"),
    "landlord_statement": QT_TRANSLATE_NOOP("FactWords", "Landlord's statement"),
    "lease": QT_TRANSLATE_NOOP("FactWords", "Lease"),
    "past_due_notice": QT_TRANSLATE_NOOP("FactWords", "Past-due notice"),
    "pay_stub": QT_TRANSLATE_NOOP("FactWords", "Pay stub"),
    "rent_ledger": QT_TRANSLATE_NOOP("FactWords", "Rent ledger"),
    "rent_receipt": QT_TRANSLATE_NOOP("FactWords", "Rent receipt"),
    "tax_return": QT_TRANSLATE_NOOP("FactWords", "Tax return"),
    "utility_bill": QT_TRANSLATE_NOOP("FactWords", "Utility bill"),
    "w9": QT_TRANSLATE_NOOP("FactWords", "Form W-9"),
}
_RISK: dict[str, object] = {
    "past_due_rent": QT_TRANSLATE_NOOP("FactWords", "Rent past due"),
    "eviction_notice": QT_TRANSLATE_NOOP("FactWords", "Eviction notice"),
    "utility_shutoff": QT_TRANSLATE_NOOP("FactWords", "Utilities about to be shut off"),
    "overcrowding": QT_TRANSLATE_NOOP("FactWords", "Overcrowded or unsafe home"),
}
_HARDSHIP: dict[str, object] = {
    "job_loss": QT_TRANSLATE_NOOP("FactWords", "Loss of a job"),
    "reduced_hours": QT_TRANSLATE_NOOP("FactWords", "Fewer hours of work"),
    "medical": QT_TRANSLATE_NOOP("FactWords", "Illness or medical costs"),
    "caregiving": QT_TRANSLATE_NOOP("FactWords", "Caring for someone"),
    "disaster": QT_TRANSLATE_NOOP("FactWords", "Fire, flood or other disaster"),
}
_HOME: dict[str, object] = {
    "house": QT_TRANSLATE_NOOP("FactWords", "House"),
    "apartment": QT_TRANSLATE_NOOP("FactWords", "Apartment"),
    "duplex": QT_TRANSLATE_NOOP("FactWords", "Duplex"),
    "room": QT_TRANSLATE_NOOP("FactWords", "Room"),
    "manufactured_home": QT_TRANSLATE_NOOP("FactWords", "Manufactured home"),
    "hotel": QT_TRANSLATE_NOOP("FactWords", "Hotel or motel"),
}
_LEASE: dict[str, object] = {
    "written": QT_TRANSLATE_NOOP("FactWords", "Written lease"),
    "oral": QT_TRANSLATE_NOOP("FactWords", "Oral agreement"),
}
_LANGUAGE: dict[str, object] = {
    "en": QT_TRANSLATE_NOOP("FactWords", "English"),
    "es": QT_TRANSLATE_NOOP("FactWords", "Spanish"),
    "nv": QT_TRANSLATE_NOOP("FactWords", "Diné (Navajo)"),
    "vi": QT_TRANSLATE_NOOP("FactWords", "Vietnamese"),
}
_PARTY: dict[str, object] = {
    "landlord": QT_TRANSLATE_NOOP("FactWords", "Landlord"),
    "agent": QT_TRANSLATE_NOOP("FactWords", "Landlord's agent"),
    "utility": QT_TRANSLATE_NOOP("FactWords", "Utility"),
    "representative": QT_TRANSLATE_NOOP("FactWords", "Representative"),
}


def period(value: str) -> str:
    """How often, after an amount: "every two weeks"."""
    return _word(_PERIOD, value)


def evidence(value: str) -> str:
    """How a fact is shown: "Document on file"."""
    return _word(_EVIDENCE, value)


def source(value: str) -> str:
    """Where an income comes from."""
    return _word(_SOURCE, value)


def relation(value: str) -> str:
    """How a member is related to the applicant."""
    return _word(_RELATION, value)


def document(value: str) -> str:
    """What kind of paper a document is."""
    return _word(_DOCUMENT, value)


def risk(value: str) -> str:
    """What puts the home at risk."""
    return _word(_RISK, value)


def hardship(value: str) -> str:
    """What the hardship was."""
    return _word(_HARDSHIP, value)


def home(value: str) -> str:
    """What kind of home it is."""
    return _word(_HOME, value)


def lease(value: str) -> str:
    """What the tenancy rests on."""
    return _word(_LEASE, value)


def language(value: str) -> str:
    """A language by its code."""
    return _word(_LANGUAGE, value)


def party(value: str) -> str:
    """What a party is to a case."""
    return _word(_PARTY, value)


def risk_kinds() -> tuple[str, ...]:
    """The kinds of risk this program has a word for."""
    return tuple(_RISK)


def document_kinds() -> tuple[str, ...]:
    """The kinds of papers this program has a word for."""
    return tuple(_DOCUMENT)


def _word(table: dict[str, object], value: str) -> str:
    if value in table:
        return QCoreApplication.translate("FactWords", str(table[value]))
    return value.replace("_", " ").capitalize()
