"""Full-text search over the cases that are here: names, numbers, addresses, telephones, notes.

Whatever a person types is words, never a query language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, bindparam, text

from sync.casework.case import Case
from sync.casework.places import Place
from sync.protocol.messages import CaseHeader

_CREATE = (
    "CREATE VIRTUAL TABLE search USING fts5(number, applicant, members, places, contact, parties, notes, "
    "tokenize='unicode61 remove_diacritics 2')"
)
# A hit in a number or a name weighs more than one in a note.
_FIND = text(
    "SELECT case_row.id FROM search JOIN case_row ON case_row.n = search.rowid WHERE search MATCH :words "
    "ORDER BY bm25(search, 20.0, 12.0, 8.0, 3.0, 6.0, 2.0, 1.0), case_row.n LIMIT :most"
)
_PUT = text(
    "INSERT OR REPLACE INTO search(rowid, number, applicant, members, places, contact, parties, notes) "
    "VALUES(:n, :number, :applicant, :members, :places, :contact, :parties, :notes)"
)
_READ = text(
    "SELECT rowid, number, applicant, members, places, contact, parties, notes FROM search "
    "WHERE rowid IN :rows"
).bindparams(bindparam("rows", expanding=True))
_REMOVE = text("DELETE FROM search WHERE rowid = :n")
_WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 12
_AT_ONCE = 500


class SearchText(NamedTuple):
    """What one case can be found by."""

    number: str = ""
    applicant: str = ""
    members: str = ""
    places: str = ""
    contact: str = ""
    parties: str = ""
    notes: str = ""


def create_search(connection: Connection) -> None:
    connection.exec_driver_sql(_CREATE)


def empty_search(connection: Connection) -> None:
    """Nothing can be found any more."""
    connection.exec_driver_sql("DROP TABLE search")
    create_search(connection)


def text_of_case(case: Case, counties: Mapping[str, str], parties: Iterable[str]) -> SearchText:
    """`counties` maps FIPS codes to names; `parties` are the names of those the case refers to."""
    places = [place for r in case.residences.values() for place in (r.place, r.mail) if place is not None]
    notes = [note.text for note in case.notes.values()]
    notes += [document.name for document in case.documents.values()]
    return SearchText(
        number=_number(case.number),
        applicant=case.applicant_name,
        members=_lines(member.name for member in case.members.values()),
        places=_lines(_place(place, counties) for place in places),
        contact=_lines((case.phone, _digits(case.phone), case.email)),
        parties=_lines(parties),
        notes=_lines(notes),
    )


def text_of_header(header: CaseHeader, counties: Mapping[str, str]) -> SearchText:
    county = _lines((header.county, counties.get(header.county, "")))
    return SearchText(number=_number(header.number), applicant=header.applicant, places=county)


def put(connection: Connection, texts: Mapping[int, SearchText]) -> None:
    """Replaces what rows are found by; rows that say the same already are left alone."""
    before = _read(connection, list(texts))
    changed = [{"n": n, **new._asdict()} for n, new in texts.items() if before.get(n) != new]
    if changed:
        connection.execute(_PUT, changed)


def rebuild(connection: Connection) -> None:
    """Builds the index anew from the rows. FTS5 keeps the words of removed rows until it next merges
    segments, and its own `secure-delete` makes removing twenty times as slow (measured: 8 s for 2,500 cases).
    """
    connection.exec_driver_sql("INSERT INTO search(search) VALUES('rebuild')")


def remove(connection: Connection, rows: Iterable[int]) -> None:
    """These rows can no longer be found."""
    gone = [{"n": n} for n in rows]
    if gone:
        connection.execute(_REMOVE, gone)


def find(connection: Connection, typed: str, most: int) -> list[UUID]:
    """Cases in which every word typed begins some word, best first. Nothing for an empty text."""
    words = query_of(typed)
    if not words:
        return []
    return [UUID(bytes=bytes(row[0])) for row in connection.execute(_FIND, {"words": words, "most": most})]


def query_of(typed: str) -> str:
    """The FTS query for what a person typed: quoted words, each a prefix, all of them wanted."""
    words = _WORD.findall(unicodedata.normalize("NFC", typed))[:MOST_WORDS]
    return " ".join(f'"{word}"*' for word in words)


def _read(connection: Connection, rows: list[int]) -> dict[int, SearchText]:
    found: dict[int, SearchText] = {}
    for at in range(0, len(rows), _AT_ONCE):
        for row in connection.execute(_READ, {"rows": rows[at : at + _AT_ONCE]}):
            found[row[0]] = SearchText(*row[1:])
    return found


def _number(number: str | None) -> str:
    """A number is also found without its leading zeros: 123 finds NM-2026-000123."""
    if not number:
        return ""
    bare = [digits.lstrip("0") for digits in re.findall(r"\d+", number) if digits.startswith("0")]
    return _lines((number, *bare))


def _digits(phone: str) -> str:
    """A telephone number as one word, and without its area code."""
    digits = re.sub(r"\D", "", phone)
    return f"{digits} {digits[-7:]}" if len(digits) > 7 else digits


def _place(place: Place, counties: Mapping[str, str]) -> str:
    parts = (place.street, place.unit, place.city, place.zip, place.directions, place.nearest_road)
    return _lines((*parts, place.county, counties.get(place.county, "")))


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(unicodedata.normalize("NFC", part) for part in parts if part)
