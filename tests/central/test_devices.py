"""Enrolment by one-time codes, and who a request is taken to come from."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from sync.casework.values import encode
from sync.central import exchange
from sync.central.api.enrolment import enrol_device
from sync.central.registry.attempts import PER_ADDRESS, PER_USER, WINDOW, LockedError
from sync.central.registry.devices import CODE_LIFETIME, EnrolmentError, new_code
from sync.central.service import Central
from sync.central.store import schema
from sync.protocol.messages import EnrolRequest, ExchangeRequest
from sync.protocol.signing import Credentials, SignatureError, authorization, new_signing_key, parse
from sync.protocol.versions import CURRENT
from tests.central.parts import Clock, Pen


def code_for(central: Central, user: str) -> str:
    return central.database.write(lambda c: new_code(c, central.agency, user, central.clock()))


def request(user: str, code: str) -> EnrolRequest:
    return EnrolRequest(user=user, code=code, signing_key=new_signing_key()[1])


def test_a_code_is_used_once_by_its_own_person_and_in_time(central: Central) -> None:
    code = code_for(central, "worker1")
    for user in ("worker2", "admin1", "nobody", ""):
        with pytest.raises(EnrolmentError):
            enrol_device(central, request(user, code))
    with pytest.raises(EnrolmentError):
        enrol_device(central, request("worker1", code[:-1]))
    typed = code.lower().replace("-", " ")
    assert enrol_device(central, request("worker1", typed)).user == "worker1"
    with pytest.raises(EnrolmentError):
        enrol_device(central, request("worker1", code))

    late = code_for(central, "worker1")
    clock = central.clock
    assert isinstance(clock, Clock)
    clock.at += CODE_LIFETIME + timedelta(seconds=1)
    with pytest.raises(EnrolmentError):
        enrol_device(central, request("worker1", late))
    assert len({code_for(central, "worker1") for _ in range(50)}) == 50


def test_a_refused_enrolment_uses_up_no_number(central: Central) -> None:
    first = Pen(central, "worker1").device
    for _ in range(3):
        with pytest.raises(EnrolmentError):
            enrol_device(central, request("worker1", "AAAA-AAAA-AAAA-AAAA"))
    assert Pen(central, "worker1").device == first + 1


def test_a_code_of_somebody_who_has_left_is_worth_nothing(central: Central) -> None:
    code = code_for(central, "worker1")
    _leave(central, "worker1")
    with pytest.raises(EnrolmentError):
        enrol_device(central, request("worker1", code))


def _leave(central: Central, user: str) -> None:
    with central.database.writer.connect() as connection, connection.begin():
        connection.execute(update(schema.user).where(schema.user.c.name == user).values(active=False))


def test_only_the_devices_own_key_and_token_speak_for_it(central: Central) -> None:
    mine, other = Pen(central, "worker1"), Pen(central, "worker1")
    body = encode(ExchangeRequest(CURRENT, {}))

    def ask(who: Credentials, sent: bytes = body) -> exchange.Caller:
        signed = parse(authorization(who, "POST", exchange.PATH, body, 7, 0))
        return exchange.authenticated(central, signed, sent)

    good = Credentials(mine.device, mine.token, mine.signing_key)
    assert ask(good).account.name == "worker1"
    for wrong in (
        good._replace(token=other.token),
        good._replace(signing_key=other.signing_key),
        good._replace(device=other.device),
        good._replace(device=0),
        good._replace(device=10**6),
    ):
        with pytest.raises(SignatureError):
            ask(wrong)
    with pytest.raises(SignatureError):
        ask(good, body + b"x")

    with central.database.writer.connect() as connection, connection.begin():
        one = schema.device.c.number == mine.device
        connection.execute(update(schema.device).where(one).values(revoked=True))
    with pytest.raises(SignatureError):
        ask(good)
    ask(Credentials(other.device, other.token, other.signing_key))
    _leave(central, "worker1")
    with pytest.raises(SignatureError):
        ask(Credentials(other.device, other.token, other.signing_key))


def test_the_store_keeps_no_code_and_no_token(central: Central) -> None:
    code = code_for(central, "worker2")
    pen = Pen(central, "worker1")
    with central.database.read() as connection:
        everything = [
            repr(tuple(row))
            for table in (schema.enrol_code, schema.device)
            for row in connection.execute(table.select())
        ]
    for secret in (code, code.replace("-", ""), pen.token):
        assert not any(secret in row for row in everything)


def test_wrong_codes_are_let_pass_a_few_times_and_a_new_code_begins_anew(central: Central) -> None:
    clock = central.clock
    assert isinstance(clock, Clock)
    good = code_for(central, "worker1")
    for _ in range(PER_USER):
        with pytest.raises(EnrolmentError):
            enrol_device(central, request("worker1", "AAAA-AAAA-AAAA-AAAA"), "192.0.2.7")
    with pytest.raises(LockedError):
        enrol_device(central, request("worker1", good), "192.0.2.8")
    enrol_device(central, request("worker2", code_for(central, "worker2")), "192.0.2.7")
    enrol_device(central, request("worker1", code_for(central, "worker1")), "192.0.2.8")

    for number in range(PER_ADDRESS - PER_USER):
        with pytest.raises(EnrolmentError):
            enrol_device(central, request(f"nobody{number}", "AAAA"), "192.0.2.7")
    other = code_for(central, "worker2")
    with pytest.raises(LockedError):
        enrol_device(central, request("worker2", other), "192.0.2.7")
    clock.at += WINDOW
    enrol_device(central, request("worker2", code_for(central, "worker2")), "192.0.2.7")
