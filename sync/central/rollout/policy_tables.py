"""The policy's tables: counties, ZIP codes, income limits, rents. CSV with `#` lines that name the source."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from sync.casework.policy import CountyLimits, LimitTable, RentTable
from sync.casework.values import Record
from sync.central.rollout.policy_error import PolicyFileError, read_text

PERSONS = range(1, 9)
BANDS = ("low80", "very_low50", "extremely_low30")
LIMIT_COLUMNS = ("county", "median", *(f"{band}_{n}" for band in BANDS for n in PERSONS))
RENT_COLUMNS = ("county", *(f"rent_{bedrooms}" for bedrooms in range(5)))
COUNTY_COLUMNS = ("county", "name", "population")
ZIP_COLUMNS = ("zip", "kind", "city", "county", "latitude", "longitude")
ZIP_KINDS = ("street", "box", "unique")
DOLLARS_AT_MOST = 1_000_000  # far above any published income limit or rent; a slipped digit is found
_YEAR_FILE = re.compile(r"fy(\d{4})\.csv")


class ZipCode(Record, frozen=True):
    """A ZIP code: its post-office city, county (FIPS), middle in degrees; `kind` as in `ZIP_KINDS`."""

    zip: str
    kind: str
    city: str
    county: str
    latitude: float
    longitude: float


class County(Record, frozen=True):
    """A county by FIPS code; population of the 2020 census."""

    fips: str
    name: str
    population: int


class Row:
    """One line of a table: its fields by column, and errors that name the line."""

    def __init__(self, file: Path, line: int, fields: dict[str, str]) -> None:
        self.file = file
        self.line = line
        self.fields = fields

    def error(self, reason: str) -> PolicyFileError:
        return PolicyFileError(self.file, self.line, reason)

    def text(self, column: str) -> str:
        if not self.fields[column].strip():
            raise self.error(f"{column} is empty")
        return self.fields[column]

    def whole(self, column: str, at_most: int = DOLLARS_AT_MOST) -> int:
        value = self.fields[column]
        if not re.fullmatch(r"[0-9]{1,9}", value) or not 0 < int(value) <= at_most:
            raise self.error(f"{column} is {value!r}, not a whole number from 1 to {at_most:,}")
        return int(value)

    def degrees(self, column: str, low: float, high: float) -> float:
        value = self.fields[column]
        if not re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{1,6})?", value) or not low <= float(value) <= high:
            raise self.error(f"{column} is {value!r}, not degrees from {low} to {high}")
        return float(value)

    def one_of(self, column: str, allowed: tuple[str, ...] | dict[str, County]) -> str:
        value = self.fields[column]
        if value not in allowed:
            raise self.error(f"{column} is {value!r}, which is not known")
        return value


class Table:
    """A table file read whole: its source and its rows."""

    def __init__(self, file: Path, columns: tuple[str, ...]) -> None:
        self.file = file
        numbered = list(enumerate(read_text(file).splitlines(), start=1))
        self.source = self._source(numbered)
        body = [(n, line) for n, line in numbered if not line.startswith("#")]
        self._rows = list(self._read(body, columns))

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def _source(self, numbered: list[tuple[int, str]]) -> str:
        for _, line in numbered:
            if line.startswith("# source:") and line[9:].strip():
                return line[9:].strip()
        raise PolicyFileError(self.file, None, "no line `# source: …` says where the figures are from")

    def _read(self, body: list[tuple[int, str]], columns: tuple[str, ...]) -> Iterator[Row]:
        if not body or tuple(next(csv.reader([body[0][1]]))) != columns:
            line = body[0][0] if body else None
            raise PolicyFileError(self.file, line, f"the columns must be {','.join(columns)}")
        seen: set[str] = set()
        for line, text in body[1:]:
            try:
                fields = next(csv.reader([text], strict=True), [])
            except csv.Error as error:
                raise PolicyFileError(self.file, line, f"is not CSV: {error}") from error
            if len(fields) != len(columns):
                raise PolicyFileError(self.file, line, f"has {len(fields)} fields, not {len(columns)}")
            if fields[0] in seen:
                raise PolicyFileError(self.file, line, f"{columns[0]} {fields[0]} is there twice")
            seen.add(fields[0])
            yield Row(self.file, line, dict(zip(columns, fields, strict=True)))


def read_counties(file: Path) -> dict[str, County]:
    """Counties by FIPS code. Raises PolicyFileError."""
    counties = {}
    for row in Table(file, COUNTY_COLUMNS):
        fips = row.text("county")
        if not re.fullmatch(r"[0-9]{5}", fips):
            raise row.error(f"county is {fips!r}, not a FIPS code of five digits")
        population = row.whole("population", at_most=50_000_000)
        counties[fips] = County(fips=fips, name=row.text("name"), population=population)
    return counties


def read_zip_codes(file: Path, counties: dict[str, County]) -> dict[str, ZipCode]:
    """ZIP codes by their five digits. Raises PolicyFileError."""
    codes = {}
    for row in Table(file, ZIP_COLUMNS):
        code = row.text("zip")
        if not re.fullmatch(r"[0-9]{5}", code):
            raise row.error(f"zip is {code!r}, not five digits")
        codes[code] = ZipCode(
            zip=code,
            kind=row.one_of("kind", ZIP_KINDS),
            city=row.text("city"),
            county=row.one_of("county", counties),
            latitude=row.degrees("latitude", 31.0, 37.1),
            longitude=row.degrees("longitude", -109.1, -103.0),
        )
    return codes


def read_limit_tables(folder: Path, counties: dict[str, County]) -> dict[str, LimitTable]:
    """Income limits by fiscal year: every county once, never falling with persons. Raises PolicyFileError."""
    tables = {}
    for year, file in _by_year(folder):
        table = Table(file, LIMIT_COLUMNS)
        found = {row.one_of("county", counties): _limits(row) for row in table}
        _complete(file, set(found), counties)
        tables[str(year)] = LimitTable(fiscal_year=year, source=table.source, counties=found)
    return tables


def read_rent_tables(folder: Path, counties: dict[str, County]) -> dict[str, RentTable]:
    """Fair market rents by fiscal year: every county once. Raises PolicyFileError."""
    tables = {}
    for year, file in _by_year(folder):
        table = Table(file, RENT_COLUMNS)
        found = {row.one_of("county", counties): _rising(row, RENT_COLUMNS[1:]) for row in table}
        _complete(file, set(found), counties)
        tables[str(year)] = RentTable(fiscal_year=year, source=table.source, counties=found)
    return tables


def _by_year(folder: Path) -> Iterator[tuple[int, Path]]:
    for file in sorted(folder.glob("*.csv")):
        named = _YEAR_FILE.fullmatch(file.name)
        if not named:
            raise PolicyFileError(file, None, "is not named by its fiscal year, like fy2026.csv")
        yield int(named[1]), file


def _limits(row: Row) -> CountyLimits:
    low, very_low, extremely_low = (_rising(row, tuple(f"{band}_{n}" for n in PERSONS)) for band in BANDS)
    for persons, thirty, fifty, eighty in zip(PERSONS, extremely_low, very_low, low, strict=True):
        if not thirty <= fifty < eighty:
            raise row.error(f"the limits of {persons} persons are not in the order 30 %, 50 %, 80 %")
    median = row.whole("median")
    return CountyLimits(low80=low, very_low50=very_low, extremely_low30=extremely_low, median=median)


def _rising(row: Row, columns: tuple[str, ...]) -> tuple[int, ...]:
    values = tuple(row.whole(column) for column in columns)
    for column, before, value in zip(columns[1:], values, values[1:], strict=False):
        if value < before:
            raise row.error(f"{column} is {value}, less than the {before} before it")
    return values


def _complete(file: Path, found: set[str], counties: dict[str, County]) -> None:
    missing = sorted(set(counties) - found)
    if missing:
        raise PolicyFileError(file, None, f"has no row for county {', '.join(missing)}")
