"""What the command palette finds first."""

import pytest

from erap_desktop.models.ranking import INSIDE, LETTERS, PREFIX, WORD_START, best, fold, rank
from erap_desktop.ui.shell.palette_model import PaletteEntry, arrange


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("Lock", "lo", PREFIX),
        ("Go to the team", "team", WORD_START),
        ("Unlock", "lock", INSIDE),
        ("Narrow or widen the side bar", "nwb", LETTERS),
        ("Ir al trabajo en disputa", "TRABAJO", WORD_START),
        ("Ir a la configuración", "configuracion", WORD_START),
        ("Go to my queue", "queue my", WORD_START),
        ("Lock", "queue", None),
        ("Lock", "lk", None),
    ],
)
def test_how_well_a_text_answers(text: str, typed: str, expected: int | None) -> None:
    assert rank(text, typed) == expected


def test_install_does_not_give_disable_all_installed_first() -> None:
    texts = ["Disable all installed", "Install an update", "Reinstall"]
    assert best(texts, "install", str) == ["Install an update", "Disable all installed", "Reinstall"]


def test_accents_and_case_do_not_matter() -> None:
    assert fold("Índice ÑANDÚ") == "indice nandu"


def test_found_cases_come_first_and_what_cannot_be_used_last() -> None:
    usable = PaletteEntry("app.lock", "Lock", "Program")
    refused = PaletteEntry("case.lock", "Lock this case", "This case", reason="no case is open")
    case = PaletteEntry("case:1", "2021-04711 Maria Lopez", "Cases")
    assert arrange([refused, usable], [case], [], "lock") == [case, usable, refused]


def test_with_nothing_typed_the_last_five_used_come_first() -> None:
    entries = [PaletteEntry(f"a{n}", f"Act {n}", "Program") for n in range(8)]
    recent = ["a7", "gone", "a5", "a6", "a4", "a3", "a2"]
    arranged = [entry.id for entry in arrange(entries, [], recent, "")]
    assert arranged == ["a7", "a5", "a6", "a4", "a3", "a0", "a1", "a2"]
