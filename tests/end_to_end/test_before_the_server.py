"""Between laptop and server on TLS: a proxy that wants a password, a certificate that has run out."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from erap_desktop.services.line_troubles import kind_of_failure
from erap_desktop.services.transport import new_client

PASSWORD_WANTED = b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n"


@contextmanager
def answering(answer: bytes, tls: ssl.SSLContext | None = None) -> Iterator[tuple[int, list[bytes]]]:
    """Gives one visitor this answer; its port, and what it was told."""
    heard: list[bytes] = []

    def serve() -> None:
        with suppress(OSError), listener.accept()[0] as plain:
            visitor = tls.wrap_socket(plain, server_side=True) if tls else plain
            heard.append(visitor.recv(4096))
            visitor.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        yield listener.getsockname()[1], heard
        thread.join(10)


def failure(url: str, ca_pem: str = "") -> str:
    with new_client(url, ca_pem) as client, pytest.raises(httpx.HTTPError) as caught:
        client.post("/v1/exchange", content=b"a secret")
    return kind_of_failure(caught.value)


def test_a_proxy_that_wants_a_password_is_told_and_hears_no_content(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with answering(PASSWORD_WANTED) as (port, heard):
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{port}")
        assert failure("https://erap.example.org") == "proxy"
    assert heard[0].startswith(b"CONNECT erap.example.org:443 ")
    assert b"secret" not in heard[0]


def test_a_certificate_that_has_run_out_is_told_and_nothing_is_sent(tmp_path: Path) -> None:
    pem, context = expired(tmp_path)
    with answering(b"", context) as (port, heard):
        assert failure(f"https://127.0.0.1:{port}", pem) == "expired"
    assert heard == []


def expired(folder: Path) -> tuple[str, ssl.SSLContext]:
    """A certificate for 127.0.0.1 that is its own authority and ended yesterday."""
    key = ec.generate_private_key(ec.SECP256R1())
    here = x509.IPAddress(IPv4Address("127.0.0.1"))
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a test")])
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=9))
        .not_valid_after(now - timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([here]), critical=False)
    )
    pem = builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "both.pem").write_bytes(secret + pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "both.pem")
    return pem.decode(), context
