"""Signatures fit one request of one device; what is sealed is read by the key's holder and by nobody else."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.sealing import SealError, new_keypair, open_sealed, seal
from sync.protocol.signing import Credentials, SignatureError, authorization, new_signing_key, parse, verify

PRIVATE, PUBLIC = new_signing_key()
WHO = Credentials(7, "tok-en_1", PRIVATE)
BODY = b"a body"
OPENS, SEALS = new_keypair()


def test_a_signature_fits_its_own_request_and_no_other() -> None:
    signed = parse(authorization(WHO, "POST", "/v1/exchange", BODY, 1_790_000_000, 5))
    assert (signed.device, signed.token, signed.counter) == (7, "tok-en_1", 5)
    verify(signed, PUBLIC, "POST", "/v1/exchange", BODY)
    for method, path, body in (
        ("GET", "/v1/exchange", BODY),
        ("POST", "/v1/exchange/", BODY),
        ("POST", "/v1/exchange", BODY + b"\0"),
        ("POST", "/v1/exchange", b""),
    ):
        with pytest.raises(SignatureError):
            verify(signed, PUBLIC, method, path, body)
    for other in (signed._replace(time=signed.time + 1), signed._replace(counter=6)):
        with pytest.raises(SignatureError):
            verify(other, PUBLIC, "POST", "/v1/exchange", BODY)
    for key in (new_signing_key()[1], bytes(32), b"short"):
        with pytest.raises(SignatureError):
            verify(signed, key, "POST", "/v1/exchange", BODY)


def test_any_changed_letter_of_the_header_is_refused() -> None:
    header = authorization(WHO, "POST", "/v1/exchange", BODY, 1_790_000_000, 5)
    assert len(header) < 160
    start = header.rindex(".") + 1
    for at in range(start, len(header) - 1):  # the last letter carries four bits that aren't used
        letter = "A" if header[at] != "A" else "B"
        with pytest.raises(SignatureError):
            verify(parse(header[:at] + letter + header[at + 1 :]), PUBLIC, "POST", "/v1/exchange", BODY)


@given(st.text(max_size=60) | st.text(max_size=40).map(lambda text: f"ERAP {text}"))
def test_any_text_is_parsed_or_refused(header: str) -> None:
    with contextlib.suppress(SignatureError):
        parse(header)


@given(st.lists(st.text(max_size=30), min_size=5, max_size=5))
def test_any_five_fields_are_parsed_within_bounds_or_refused(fields: list[str]) -> None:
    try:
        signed = parse("ERAP " + ".".join(fields))
    except SignatureError:
        return
    assert 0 <= signed.device < 2**31
    assert 0 <= signed.counter < 2**63


@given(st.binary(max_size=300), st.binary(max_size=20))
def test_what_is_sealed_opens_with_the_key_and_what_it_is_bound_to(plaintext: bytes, aad: bytes) -> None:
    sealed = seal(SEALS, plaintext, aad)
    assert open_sealed(OPENS, sealed, aad) == plaintext
    assert len(plaintext) < 8 or plaintext not in sealed
    with pytest.raises(SealError):
        open_sealed(OPENS, sealed, aad + b"x")
    with pytest.raises(SealError):
        open_sealed(new_keypair()[0], sealed, aad)
    assert seal(SEALS, plaintext, aad) != sealed


def test_any_damage_to_what_is_sealed_is_found() -> None:
    sealed = seal(SEALS, b"deny.1 D03", b"7|12")
    for at in range(len(sealed)):
        for bit in (1, 128):
            damaged = bytearray(sealed)
            damaged[at] ^= bit
            with pytest.raises(SealError):
                open_sealed(OPENS, bytes(damaged), b"7|12")
    for cut in range(len(sealed)):
        with pytest.raises(SealError):
            open_sealed(OPENS, sealed[:cut], b"7|12")
    for sender in (bytes(32), b"\x01" + bytes(31)):
        with pytest.raises(SealError):
            open_sealed(OPENS, sealed[:1] + sender + sealed[33:], b"7|12")
