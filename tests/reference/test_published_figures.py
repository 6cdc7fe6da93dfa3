"""What this product says of New Mexico agrees with what was published about it."""

from __future__ import annotations

import csv
import os
from collections import Counter
from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest

from sync.central.demo.applications import make_applications
from sync.central.intake.applications import BadLine, read_applications
from sync.central.rollout.policy_files import load_figures, load_policy
from sync.central.rollout.resource_folder import policy_folder

DATA = Path(os.environ["ERAP_REFERENCE_DATA"])
PROGRAM = "nm-sra-2026"
SUPPRESSED = "-99999"


def rows(name: str) -> list[dict[str, str]]:
    """One published table."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_county_that_was_paid_has_limits_and_rents() -> None:
    policy = load_policy(policy_folder(), PROGRAM)
    paid = {row["county_geoid_coalesced"] for row in rows("nm_era_county_total_payments.csv")}
    limits, rents = policy.limit_table(), policy.rent_table()
    assert limits is not None
    assert rents is not None
    assert paid <= set(limits.counties)
    assert paid <= set(rents.counties)
    assert len(limits.counties) == 33


def test_zip_codes_lie_in_a_county_that_the_crosswalk_knows_for_them() -> None:
    figures = load_figures(policy_folder())
    crosswalk: dict[str, set[str]] = {}
    for row in rows("nm_zip_county_hud_crosswalk_2023q1.csv"):
        crosswalk.setdefault(row["ZIP"], set()).add(row["COUNTY"])
    both = [code for code in figures.zip_codes if code in crosswalk]
    agreeing = [code for code in both if figures.zip_codes[code].county in crosswalk[code]]
    assert len(both) > 300
    assert len(agreeing) >= 0.97 * len(both)


def test_demo_households_live_where_assisted_households_lived() -> None:
    """Shares of the counties that were not suppressed, within three points."""
    published = {
        row["county_geoid_coalesced"]: int(row["unique_assisted_addresses"])
        for row in rows("nm_era_county_total_payments.csv")
        if row["unique_assisted_addresses"] != SUPPRESSED
    }
    total = sum(published.values())
    folder = policy_folder()
    made = make_applications(
        2_000, 1, load_policy(folder, PROGRAM), load_figures(folder), today=date(2026, 11, 2), caseworkers=4
    )
    lived = Counter(one.body.case.county for one in made)
    for county, addresses in published.items():
        share, here = addresses / total, lived[county] / len(made)
        assert here == pytest.approx(share, abs=0.03), county


def test_a_name_published_in_the_wrong_encoding_is_refused_at_intake() -> None:
    names = [row["recipient"] for row in rows("nm_era_allocations.csv")]
    broken = [name for name in names if "\u00c3" in name]
    assert broken, "the published table no longer has its broken name"
    line = ('{"reference": "r1", "phone": "' + broken[0] + '"}').encode()
    policy = load_policy(policy_folder(), PROGRAM)
    (answer,) = read_applications(BytesIO(line), policy, "nm-dfa", lambda: UUID(int=1), date(2026, 11, 2))
    assert isinstance(answer, BadLine)
