"""The policy files carry the published figures, and a slip of the pen in any of them is found and named."""

from __future__ import annotations

import shutil
import string
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.casework.eligibility import worksheet
from sync.casework.policy import Policy
from sync.casework.values import Text
from sync.central.demo.applications import make_applications
from sync.central.rollout.policy_files import PolicyFileError, load_figures, load_policy, program_names
from sync.central.rollout.resource_folder import ENVIRONMENT, ResourcesNotFoundError, policy_folder

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "policy"
FILES = sorted(str(f.relative_to(FOLDER)) for f in FOLDER.rglob("*.*") if f.suffix in (".csv", ".toml"))
BERNALILLO, DONA_ANA, MCKINLEY, SANTA_FE, LOS_ALAMOS = "35001", "35013", "35031", "35049", "35028"


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(FOLDER, "nm-sra-2026")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The policy files, to be spoiled."""
    return Path(shutil.copytree(FOLDER, tmp_path / "policy"))


Spoil = Callable[[str, str, str], PolicyFileError]


@pytest.fixture
def spoil(copy: Path) -> Spoil:
    """Replaces one text in one file by another; answers with the refusal that follows."""

    def change(name: str, old: str, new: str) -> PolicyFileError:
        file = copy / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(PolicyFileError) as caught:
            load_figures(copy) if name == "zip_codes.csv" else load_policy(copy, "nm-sra-2026")
        assert caught.value.file == file
        return caught.value

    return change


# --- Figures -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "county", "thirty", "fifty", "eighty"),
    [
        ("2021", BERNALILLO, 26_500, 33_750, 54_000),
        ("2021", DONA_ANA, 26_500, 27_300, 43_700),
        ("2021", LOS_ALAMOS, 38_350, 63_900, 79_900),
        ("2021", SANTA_FE, 26_500, 36_500, 58_400),
        ("2024", DONA_ANA, 31_200, 35_300, 56_500),
        ("2026", BERNALILLO, 33_000, 50_200, 80_300),
    ],
)
def test_limits_of_four_persons_are_the_published_ones(
    policy: Policy, year: str, county: str, thirty: int, fifty: int, eighty: int
) -> None:
    limits = policy.limits[year].counties[county]
    assert (limits.extremely_low30[3], limits.very_low50[3], limits.low80[3]) == (thirty, fifty, eighty)


def test_the_low_income_limit_may_be_above_the_median_so_it_is_never_computed_from_it(policy: Policy) -> None:
    mckinley = policy.limits["2021"].counties[MCKINLEY]
    assert (mckinley.low80[3], mckinley.median) == (43_700, 39_600)
    assert mckinley.extremely_low30[5] == mckinley.very_low50[5] == 31_700  # an empty band


def test_rents_are_the_published_ones(policy: Policy) -> None:
    two_bedrooms = {county: policy.rents["2021"].counties[county][2] for county in (BERNALILLO, DONA_ANA)}
    assert two_bedrooms == {BERNALILLO: 940, DONA_ANA: 734}
    assert policy.rents["2021"].counties[MCKINLEY][2] == 742
    assert policy.rents["2021"].counties[SANTA_FE][2] == 1_071


def test_every_year_has_all_33_counties_with_their_names(policy: Policy) -> None:
    assert len(policy.counties) == 33
    assert policy.counties[DONA_ANA] == "Doña Ana"
    assert policy.limits.keys() == {"2021", "2024", "2025", "2026"}
    assert policy.rents.keys() == {"2021", "2026"}
    for limits in policy.limits.values():
        assert limits.counties.keys() == policy.counties.keys()
        assert limits.source.startswith(f"HUD, FY {limits.fiscal_year} ")
    for rents in policy.rents.values():
        assert rents.counties.keys() == policy.counties.keys()
        assert rents.source.startswith(f"HUD, FY {rents.fiscal_year} ")


def test_a_third_of_the_zip_codes_are_for_post_office_boxes_only() -> None:
    codes = load_figures(FOLDER).zip_codes
    boxes = [code for code in codes.values() if code.kind == "box"]
    assert len(codes) == 426
    assert 0.3 < len(boxes) / len(codes) < 0.4


# --- Programs, codes, words ----------------------------------------------------------------------


def test_the_present_program_is_open_and_the_federal_ones_are_closed(policy: Policy) -> None:
    program = policy.program
    assert (program.id, program.money, program.rules) == ("nm-sra-2026", "state", "ERA2")
    assert (program.award_from, program.last_obligation) == (date(2026, 7, 1), date(2027, 6, 30))
    assert (program.max_months, program.arrears_from) == (18, date(2020, 3, 13))
    assert (program.limit_year, program.rent_year) == (2026, 2026)
    assert load_policy(FOLDER, "era2").program.last_obligation == date(2025, 9, 30)
    assert load_policy(FOLDER, "era1").program.max_months == 15


@pytest.mark.parametrize("name", program_names(FOLDER))
def test_every_program_loads_with_the_tables_it_names(name: str) -> None:
    policy = load_policy(FOLDER, name)
    assert policy.limit_table() is not None
    assert policy.rent_table() is not None


def test_the_codes_are_d01_to_d16_each_with_the_rule_it_rests_on(policy: Policy) -> None:
    assert sorted(policy.codes) == [f"D{number:02d}" for number in range(1, 17)]
    assert {name: code.rule for name, code in policy.codes.items() if code.rule} == {
        "D01": "jurisdiction",
        "D02": "rent_obligation",
        "D03": "income_limit",
        "D04": "hardship",
        "D05": "instability_risk",
        "D06": "rent_obligation",
        "D10": "month_cap",
    }
    assert policy.codes["D14"].supervisor_only
    assert not policy.codes["D03"].needs_reason
    assert policy.codes["D13"].needs_reason


def test_the_words_of_a_rule_name_only_inputs_that_the_worksheet_gives(policy: Policy) -> None:
    (demo,) = make_applications(1, 1, policy, load_figures(FOLDER), today=date(2026, 11, 24))
    sheet = worksheet(demo.body.case, policy, date(2026, 11, 24))
    assert {rule.rule for rule in sheet.rules} == policy.rules.keys()
    for rule in sheet.rules:
        given_inputs = {name.removesuffix("_cents") for name in rule.inputs}
        words = policy.rules[rule.rule]
        for text in (words.passed, words.failed):
            assert _placeholders(text.en) == _placeholders(text.es) <= given_inputs
        assert _placeholders(words.need.en) | _placeholders(words.need.es) == set()


def _placeholders(sentence: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(sentence) if field is not None}


def test_everything_a_person_reads_is_there_in_both_languages(policy: Policy) -> None:
    texts = list(_texts(policy))
    assert len(texts) > 60
    assert [text for text in texts if not text.en.strip() or not text.es.strip() or text.en == text.es] == []


def _texts(value: object) -> list[Text]:
    if isinstance(value, Text):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in _texts(part)]
    if isinstance(value, msgspec.Struct):
        return [text for name in value.__struct_fields__ for text in _texts(getattr(value, name))]
    return []


# --- Refusals ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        ("limits/fy2026.csv", "35001,100400,56250", "35001,100400,5625O", "low80_1 is '5625O'"),
        ("limits/fy2026.csv", "56250,64250", "56250,6425", "low80_2 is 6425, less than the 56250"),
        ("limits/fy2026.csv", "35003,", "35999,", "county is '35999', which is not known"),
        ("limits/fy2026.csv", "35003,", "35001,", "county 35001 is there twice"),
        ("limits/fy2026.csv", "35001,100400,", "35001,", "has 25 fields, not 26"),
        ("limits/fy2026.csv", "low80_1,low80_2", "low80_2,low80_1", "the columns must be"),
        ("rents/fy2026.csv", "35001,1009", "35001,-1009", "rent_0 is '-1009'"),
        ("zip_codes.csv", "87001,street", "87001,road", "kind is 'road'"),
        ("zip_codes.csv", "35.389,", "353.89,", "latitude is '353.89'"),
        ("counties.csv", "35003,Catron", "3503,Catron", "not a FIPS code"),
        ("codes.toml", 'rule = "income_limit"', 'rule = "income"', "D03.rule: there is no rule 'income'"),
        ("codes.toml", "[D03]", "[D3]", "D3: is not a denial code"),
        ("codes.toml", "supervisor_only = true", "supervisor = true", "is not a known key"),
        ("codes.toml", "needs_reason = true", 'needs_reason = "yes"', "Expected `bool`, got `str`"),
        ("codes.toml", "[D02]", "[D01]", "is not TOML"),
        ("rules.toml", "of {income} a year", "of {incomes} a year", "names {incomes}"),
        ("rules.toml", "{max} months", "{max months", "has a stray brace"),
        (
            "programs/nm-sra-2026.toml",
            "limit_year = 2026",
            "limit_year = 2027",
            "no table of fiscal year 2027",
        ),
        ("programs/nm-sra-2026.toml", "2027-06-30", "2025-06-30", "is before award_from"),
        ("programs/nm-sra-2026.toml", "2027-06-30", "2027-06-31", "is not TOML"),
        ("programs/nm-sra-2026.toml", "max_months = 18", "max_months = 180", "not from 1 to 36"),
        ("programs/nm-sra-2026.toml", 'en = "Rent"', 'en = " "', "is empty"),
    ],
)
def test_a_slip_is_refused_with_file_line_and_reason(
    spoil: Spoil, name: str, old: str, new: str, reason: str
) -> None:
    refusal = spoil(name, old, new)
    assert reason in refusal.reason
    lines = refusal.file.read_text(encoding="utf-8").splitlines()
    assert refusal.line is not None
    assert new in lines[refusal.line - 1]
    assert str(refusal) == f"{refusal.file}, line {refusal.line}: {refusal.reason}"


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        ("limits/fy2026.csv", "# source:", "# from:", "no line `# source: …` says where"),
        ("rules.toml", "[hardship]", "[hardships]", "hardship: is missing"),
        ("checklist.toml", 'title.es = "Miembros', 'title.sp = "Miembros', "missing required field `es`"),
        ("programs/nm-sra-2026.toml", 'money = "state"', "", "missing required field `money`"),
    ],
)
def test_what_is_left_out_is_missed(spoil: Spoil, name: str, old: str, new: str, reason: str) -> None:
    assert reason in spoil(name, old, new).reason


def test_a_county_left_out_of_a_table_is_missed(copy: Path) -> None:
    file = copy / "rents" / "fy2021.csv"
    file.write_text("".join(file.read_text().splitlines(keepends=True)[:-1]))
    with pytest.raises(PolicyFileError, match="no row for county 35061"):
        load_policy(copy, "nm-sra-2026")


@pytest.mark.parametrize("name", ["", "..", "nm-sra-2099", "../codes", "era1.toml", "x" * 500])
def test_an_unknown_program_is_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(PolicyFileError, match="known: era1, era2, nm-sra-2026"):
        load_policy(FOLDER, name)


def test_a_missing_file_is_refused(copy: Path) -> None:
    (copy / "codes.toml").unlink()
    with pytest.raises(PolicyFileError, match=r"codes\.toml: can not be read"):
        load_policy(copy, "nm-sra-2026")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(FILES), at=st.floats(0, 1), gone=st.integers(0, 9), instead=st.binary(max_size=4))
def test_any_damage_is_refused_as_such_or_harmless(
    copy: Path, name: str, at: float, gone: int, instead: bytes
) -> None:
    whole = (FOLDER / name).read_bytes()
    place = int(at * len(whole))
    (copy / name).write_bytes(whole[:place] + instead + whole[place + gone :])
    try:
        with suppress(PolicyFileError):
            load_policy(copy, "nm-sra-2026")
            load_figures(copy)
    finally:
        (copy / name).write_bytes(whole)


# --- Where the files are -------------------------------------------------------------------------


def test_the_files_are_found_in_a_clone_and_where_the_environment_says(copy: Path) -> None:
    assert policy_folder({}) == FOLDER
    assert policy_folder({ENVIRONMENT: str(copy.parent)}) == copy


def test_a_wrong_folder_is_named_and_never_replaced_by_another(tmp_path: Path) -> None:
    with pytest.raises(ResourcesNotFoundError, match=str(tmp_path)):
        policy_folder({ENVIRONMENT: str(tmp_path)})
