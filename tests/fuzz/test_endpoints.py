"""The HTTP interface, fuzzed by schemathesis from a description of its routes: never a 5xx, never a hang.

The description is made from the routes there are, so a new one is fuzzed as soon as it exists. Bodies are
binary: schemathesis gets a strategy of ours for them, damaged from real requests. Each is sent as it comes
and once more signed by a real laptop, so that what lies behind the signature is reached too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.casework.values import encode
from sync.central.api.app import MEDIA_TYPE, make_app
from sync.central.service import Central
from sync.protocol.messages import EnrolRequest
from sync.protocol.signing import Credentials, authorization
from tests.end_to_end.fleet import Office, Server
from tests.fuzz.damage import damaged
from tests.fuzz.test_decoders import REQUESTS

ENROLMENT = encode(EnrolRequest(user="worker1", code="AAAA-AAAA-AAAA-AAAA", signing_key=bytes(32)))
WHOLE = [*REQUESTS, ENROLMENT]
BODIES = damaged(WHOLE) | st.sampled_from([*WHOLE, b""]) | st.binary(max_size=99)
EXAMPLES = 60  # of each route


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("fuzz")
    server = Server(folder / "central")
    assert server.command("demo-load", "--cases", "12", "--seed", "1", "--caseworkers", "2").code == 0
    server.start()
    yield Office(server, folder)
    server.stop()


def description(central: Central) -> dict[str, Any]:
    """OpenAPI of every route the server has, made from the routes themselves."""
    content = {MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}}
    header = {"name": "authorization", "in": "header", "schema": {"type": "string"}}
    paths: dict[str, Any] = {}
    for route in make_app(central).routes:
        methods: set[str] = getattr(route, "methods", set()) - {"OPTIONS", "HEAD"}
        paths[route.path] = {
            method.lower(): {
                "parameters": [header],
                **({"requestBody": {"content": content}} if method == "POST" else {}),
                "responses": {"default": {"description": "a refusal, or an answer"}},
            }
            for method in methods
        }
    info = {"title": "ERAP central", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": paths}


def test_whatever_is_sent_is_answered_and_never_by_a_fault(office: Office) -> None:
    central = office.server.central
    assert central is not None
    schemathesis.openapi.media_type(MEDIA_TYPE, BODIES)
    schema = schemathesis.openapi.from_dict(description(central))
    schema.config.update(base_url=office.server.url)
    laptop = office.laptop("worker1")
    with laptop.session() as session:
        me = session.identity
    who = Credentials(me.device, me.token, me.signing_key)
    operations: list[Any] = [found.ok() for found in schema.get_all_operations()]  # type: ignore[union-attr]
    assert {"/v1/exchange", "/v1/enrol", "/v1/health"} <= {one.path for one in operations}
    with httpx.Client(base_url=office.server.url, timeout=20) as client:
        told = {operation.path: _fuzz(operation, client, who) for operation in operations}
    assert {200, 400} <= told["/v1/exchange"].keys(), "some damage is a request, some is none"
    assert {400, 403} <= told["/v1/enrol"].keys()
    report = laptop.sync()
    assert (report["online"], report["digest_ok"], report["pending"]) == (True, True, 0)
    assert office.server.audit()["ok"]


def _fuzz(operation: Any, client: httpx.Client, who: Credentials) -> Counter[int]:
    """How often each status was answered to a signed request."""
    statuses: Counter[int] = Counter()

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy())
    def send(case: Any) -> None:
        body = case.body if isinstance(case.body, bytes) else b""
        told = case.call(timeout=20)
        assert told.status_code < 500, told.content
        if operation.method == "post":
            header = authorization(who, "POST", operation.path, body, 1_790_000_000, 0)
            answer = client.post(operation.path, content=body, headers={"authorization": header})
            assert answer.status_code < 500, answer.content
            statuses[answer.status_code] += 1
        assert client.get("/v1/health").text == "ok"

    send()
    return statuses


def test_nothing_but_the_protocol_is_served(office: Office, tmp_path: Path) -> None:
    """No description, no documentation pages: who needs them has the repository."""
    central = office.server.central
    assert central is not None
    assert all(path.startswith("/v1/") for path in description(central)["paths"])
