"""Which passphrases may be chosen, and which bytes they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erap_desktop.vault.errors import PassphraseUnfit
from erap_desktop.vault.passphrase import LONGEST, SHORTEST, SHORTEST_ON_SCREEN, as_bytes, check_new


def test_the_lengths_are_the_stated_ones() -> None:
    assert (SHORTEST, SHORTEST_ON_SCREEN) == (8, 10)


@pytest.mark.parametrize(
    ("passphrase", "shortest"), [("12345678", SHORTEST), ("1234567890", SHORTEST_ON_SCREEN)]
)
def test_the_shortest_are_taken(passphrase: str, shortest: int) -> None:
    check_new(passphrase, shortest)


@pytest.mark.parametrize(
    ("passphrase", "shortest"),
    [("", 0), ("1234567", 0), ("1234567", SHORTEST), ("123456789", SHORTEST_ON_SCREEN)],
)
def test_shorter_ones_are_refused_and_the_floor_cannot_be_lowered(passphrase: str, shortest: int) -> None:
    with pytest.raises(PassphraseUnfit, match=f"at least {max(shortest, SHORTEST)} characters"):
        check_new(passphrase, shortest)


def test_a_mistaken_paste_is_refused() -> None:
    check_new("x" * LONGEST)
    with pytest.raises(PassphraseUnfit, match="too long"):
        check_new("x" * (LONGEST + 1))


@pytest.mark.parametrize("passphrase", ["        ", "contraseña", "пароль-пароль", "🏠🔑🏠🔑🏠🔑🏠🔑"])
def test_any_characters_will_do(passphrase: str) -> None:
    check_new(passphrase)


def test_the_same_key_presses_on_another_system_are_the_same_passphrase() -> None:
    composed, decomposed = "se\u00f1al de casa", "sen\u0303al de casa"
    assert composed != decomposed
    assert as_bytes(composed) == as_bytes(decomposed)
    assert as_bytes("\uff4f\uff4b full width") == as_bytes("ok full width")


def test_length_is_counted_after_normalising() -> None:
    with pytest.raises(PassphraseUnfit):
        check_new("n\u0303" * 4)


def test_spaces_and_case_matter() -> None:
    assert len({as_bytes(text) for text in ("open it", "open it ", " open it", "Open it", "open  it")}) == 5


@given(st.text(alphabet=st.characters()))
def test_whatever_is_typed_has_bytes(text: str) -> None:
    assert isinstance(as_bytes(text), bytes)


def test_bytes_of_the_environment_that_are_not_text_do_not_trace_back() -> None:
    assert as_bytes(b"caf\xe9 caf\xe9".decode("utf-8", "surrogateescape"))
