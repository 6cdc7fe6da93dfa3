"""From the files under `resources/policy/` to one policy; a folder with an error in it is refused whole."""

from __future__ import annotations

import re
from pathlib import Path

from sync.casework.policy import Policy
from sync.casework.values import Record
from sync.central.rollout.policy_error import PolicyFileError
from sync.central.rollout.policy_tables import (
    County,
    ZipCode,
    read_counties,
    read_limit_tables,
    read_rent_tables,
    read_zip_codes,
)
from sync.central.rollout.policy_texts import read_checklist, read_codes, read_program, read_rules

__all__ = ["Figures", "PolicyFileError", "load_figures", "load_policy", "program_names"]

_PROGRAM = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


class Figures(Record, frozen=True):
    """What is known about places beside the rules: counties by FIPS code and ZIP codes."""

    counties: dict[str, County]
    zip_codes: dict[str, ZipCode]


def program_names(folder: Path) -> tuple[str, ...]:
    """The programs that have a file in the policy folder."""
    return tuple(sorted(file.stem for file in (folder / "programs").glob("*.toml")))


def load_policy(folder: Path, program: str) -> Policy:
    """The policy of one program, with every fiscal year of limits and rents there is.

    Raises PolicyFileError, with file, line and reason, for the first error in any file.
    """
    if not _PROGRAM.fullmatch(program) or program not in program_names(folder):
        known = ", ".join(program_names(folder)) or "none"
        raise PolicyFileError(folder / "programs", None, f"there is no program {program!r}; known: {known}")
    found, source = read_program(folder / "programs" / f"{program}.toml")
    counties = read_counties(folder / "counties.csv")
    limits = read_limit_tables(folder / "limits", counties)
    rents = read_rent_tables(folder / "rents", counties)
    for key, year, tables in (
        ("limit_year", found.program.limit_year, limits.keys()),
        ("rent_year", found.program.rent_year, rents.keys()),
    ):
        if str(year) not in tables:
            raise source.error(("program", key), f"there is no table of fiscal year {year}")
    rules = read_rules(folder / "rules.toml")
    checklist = read_checklist(folder / "checklist.toml")
    return Policy(
        version=found.version,
        effective=found.effective,
        program=found.program,
        limits=limits,
        rents=rents,
        counties={fips: county.name for fips, county in counties.items()},
        codes=read_codes(folder / "codes.toml", rules),
        checklist=checklist,
        checklist_order=tuple(checklist),
        rules=rules,
    )


def load_figures(folder: Path) -> Figures:
    """Counties and ZIP codes of the policy folder. Raises PolicyFileError."""
    counties = read_counties(folder / "counties.csv")
    return Figures(counties=counties, zip_codes=read_zip_codes(folder / "zip_codes.csv", counties))
