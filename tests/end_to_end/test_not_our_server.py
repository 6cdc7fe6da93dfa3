"""Whatever answers in the server's place is "no network": exit 0, nothing lost, one clear line (I1, I10)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.protocol.frames import MAGIC, FrameWriter
from sync.protocol.messages import Cursor, Entries
from tests.end_to_end.fleet import Laptop, Office, Server
from tests.end_to_end.link import Link, Portal
from tests.server_process import free_port


def raw(body: bytes, status: str = "200 OK", kind: str = "application/vnd.erap") -> Portal:
    """An answer with this body."""
    head = f"HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {len(body)}\r\n\r\n"
    return Portal(head.encode() + body)


FRAME = FrameWriter().write(Entries("elsewhere", Cursor(), Cursor(), ()))
FOREIGN = {
    "portal page": Portal.page(),
    "portal with status 511": Portal.page("511 Network Authentication Required"),
    "proxy says 502": Portal.page("502 Bad Gateway"),
    "proxy wants a password": Portal.page("407 Proxy Authentication Required"),
    "portal redirects": Portal.redirect("https://login.hotel.example/"),
    "redirect to itself": Portal.redirect("/v1/exchange"),
    "nothing at all": Portal(b""),
    "empty answer": raw(b""),
    "garbage instead of HTTP": Portal(bytes(range(256)) * 4),
    "garbage as body": raw(bytes(range(256)) * 64),
    "only our magic": raw(MAGIC),
    "half a frame": raw(FRAME[: len(FRAME) // 2]),
    "a damaged frame": raw(FRAME[:-1] + bytes([FRAME[-1] ^ 1])),
    "a frame and no last one": raw(FRAME),
    "a frame of 4 GiB": raw(MAGIC + b"\xff\xff\xff\xff" + bytes(64)),
    "less than was announced": Portal(b"HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n" + FRAME),
    "a broken chunk": Portal(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n" + FRAME),
    "a header of 200 KB": Portal(b"HTTP/1.1 200 OK\r\nx: " + b"a" * 200_000 + b"\r\n\r\n"),
}


def test_i1_foreign_answers_are_no_network_and_nothing_else(office: Office) -> None:
    with Link(office.server.port) as link:
        laptop = office.laptop("worker1", url=link.url)
        case = laptop.undecided(1)[0]
        command = laptop.deny(case)
        before = laptop.show(case)
        for name, answer in FOREIGN.items():
            link.will(answer)
            ran = laptop.run("sync", "--json")
            report = ran.json()
            assert (report["online"], report["pending"], report["accepted"]) == (False, 1, 0), name
            assert ran.err.startswith("erap-desktop: "), name
            assert ran.err.count("\n") == 1, (name, ran.err)
            assert "nothing is lost" in ran.err, name
            assert laptop.show(case) == before, name
        assert laptop.item(command)["state"] == "saved"
        assert laptop.status()["needs_attention"] == 0
        report = laptop.sync()
        assert (report["online"], report["accepted"], report["pending"]) == (True, 1, 0)
    office.same(laptop, case)


def test_i1_a_server_that_cannot_be_reached_is_no_network(office: Office) -> None:
    laptop = office.laptop("worker1")
    case = laptop.undecided(1)[0]
    office.server.stop()
    laptop.deny(case)
    ran = laptop.run("sync", "--json")
    assert (ran.json()["online"], ran.json()["pending"]) == (False, 1)
    assert "could not be reached" in ran.err


def test_enrolment_through_a_portal_changes_nothing_and_says_so(office: Office) -> None:
    with Link(office.server.port) as link:
        laptop = Laptop(office.folder / "new", "worker1")
        code = office.server.code("worker1")
        for answer in (Portal.page(), Portal.redirect("https://login.hotel.example/"), Portal(b"")):
            link.will(answer)
            refused = laptop.enrol(link.url, code)
            assert (refused.code, refused.out) == (1, "")
            assert refused.err.count("\n") == 1
        assert laptop.enrol(link.url, code).code == 0, "the code was not used up"
        assert laptop.sync()["online"]


# --- TLS -----------------------------------------------------------------------------------------


@pytest.fixture
def tls_office(office: Office) -> Iterator[Office]:
    """The same server behind TLS, with a certificate of the agency's own authority."""
    office.server.stop()
    made = office.server.command("certificate", "--host", "127.0.0.1")
    assert made.code == 0, made.err
    serve_tls(office.server)
    yield office
    office.server.stop()


def serve_tls(server: Server) -> None:
    tls = server.data / "tls"
    server.start(
        process=True, options=("--tls-cert", str(tls / "server.crt"), "--tls-key", str(tls / "server.key"))
    )


def test_tls_by_the_agencys_own_authority(tls_office: Office) -> None:
    server = tls_office.server
    url, ca = server.url.replace("http", "https"), server.data / "tls" / "ca.crt"
    laptop = Laptop(tls_office.folder / "tls", "worker1")
    code = server.code("worker1")
    unknown = laptop.enrol(url, code)
    assert unknown.code == 1
    assert "certificate" in unknown.err
    assert laptop.enrol(url, code, "--ca", str(ca)).code == 0
    assert laptop.sync()["received"] > 20
    case = laptop.undecided(1)[0]
    laptop.deny(case)

    impostor = Server(tls_office.folder / "impostor")
    assert impostor.command("init").code == 0
    assert impostor.command("certificate", "--host", "127.0.0.1").code == 0
    server.stop()
    impostor.port = server.port
    serve_tls(impostor)
    ran = laptop.run("sync", "--json")
    assert (ran.json()["online"], ran.json()["pending"]) == (False, 1)
    assert "certificate" in ran.err
    impostor.stop()

    serve_tls(server)
    assert laptop.sync()["accepted"] == 1
    tls_office.same(laptop, case)


def test_a_ca_file_that_is_none_is_told_in_one_line(office: Office, tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "laptop", "worker1")
    nonsense = tmp_path / "ca.pem"
    nonsense.write_text("-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n")
    for ca in (nonsense, tmp_path / "missing.pem", tmp_path):
        refused = laptop.enrol(f"https://127.0.0.1:{free_port()}", "AAAA", "--ca", str(ca))
        assert (refused.code, refused.out) == (1, "")
        assert refused.err.count("\n") == 1
        assert "--ca" in refused.err


@pytest.mark.parametrize(
    "url",
    [
        "",
        "erap.example.org",
        "ftp://erap.example.org",
        "http://erap.example.org",
        "http://[::1",
        "http://127.0.0.1:99999",
        "http://127.0.0.1:port",
        "https://",
        "https://a b",
        "http://127.0.0.1:1",
        "https://exa\x00mple.org",
    ],
)
def test_a_server_address_that_can_not_be_used_is_told_in_one_line(tmp_path: Path, url: str) -> None:
    refused = Laptop(tmp_path / "laptop", "worker1").enrol(url, "AAAA-BBBB")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("erap-desktop: ")
    assert refused.err.count("\n") == 1
