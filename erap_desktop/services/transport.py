"""The network side of a sync: one HTTP client, warm between exchanges, signing every request."""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from time import monotonic
from urllib.parse import urlsplit

import httpx

from erap_desktop.services.errors import ServiceError
from erap_desktop.services.line_troubles import explain, stranger
from sync.engine.line import CONNECT_SECONDS, STALLED_SECONDS, Line
from sync.engine.ports import NoConnectionError
from sync.protocol.signing import Credentials, authorization
from sync.replica.identity import Identity

PATH = "/v1/exchange"
DEPOSIT_PATH = "/v1/deposit"
_NEEDED = ("host", "content-length")
TIMEOUT = httpx.Timeout(STALLED_SECONDS, connect=CONNECT_SECONDS)
KEPT_SECONDS = (
    400  # a poll of five minutes and its jitter find the connection warm; the server keeps it longer
)
ENDING_SECONDS = 2.0
_DEAD = (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError)


def check_url(url: str) -> str:
    """The server's base URL without a trailing slash. Raises ServiceError for one that can't be used."""
    no_url = ServiceError(f"--server {url!r} is not a URL like https://erap.example.org", key="enrol.bad_url")
    try:
        parts, port = urlsplit(url), httpx.URL(url).port
    except (ValueError, httpx.InvalidURL) as error:
        raise no_url from error
    if parts.scheme not in ("http", "https") or not parts.hostname or not 0 < (port or 443) < 65536:
        raise no_url
    if parts.scheme == "http" and not _is_loopback(parts.hostname):
        raise ServiceError(
            f"{url} is not encrypted: beyond this machine only https is used", key="enrol.plain_http"
        )
    return url.rstrip("/")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def new_client(url: str, ca_pem: str) -> httpx.Client:
    """A client that trusts the agency's own CA where there is one, and follows no redirect.

    Raises ServiceError for a CA that is no certificate.
    """
    verify: ssl.SSLContext | bool = True
    if ca_pem:
        try:
            verify = ssl.create_default_context(cadata=ca_pem)
        except (ssl.SSLError, ValueError) as error:
            raise ServiceError(
                "--ca is not a certificate (PEM); nothing was changed", key="enrol.bad_ca"
            ) from error
    direct = _is_loopback(urlsplit(url).hostname or "")
    limits = httpx.Limits(max_keepalive_connections=1, keepalive_expiry=KEPT_SECONDS)
    return httpx.Client(base_url=url, verify=verify, timeout=TIMEOUT, trust_env=not direct, limits=limits)


class HttpTransport:
    """Fulfils the engine's Transport. Not for several threads at once."""

    def __init__(
        self, identity: Identity, clock: Callable[[], datetime], last_seq: Callable[[], int]
    ) -> None:
        self._credentials = Credentials(identity.device, identity.token, identity.signing_key)
        self._client = new_client(identity.server_url, identity.ca_pem)
        self._clock = clock
        self._last_seq = last_seq
        self.line = Line()
        self.last_head_bytes = 0

    def exchange(self, body: bytes, *, pushes: bool) -> Iterator[bytes]:
        """The answer's body in pieces. Raises NoConnectionError for everything the network does."""
        return self._post(PATH, body, self._last_seq() if pushes else 0)

    def deposit(self, body: bytes) -> Iterator[bytes]:
        """Carries sealed copies. Raises NoConnectionError likewise."""
        return self._post(DEPOSIT_PATH, body, 0)

    def _post(self, path: str, body: bytes, counter: int) -> Iterator[bytes]:
        now = int(self._clock().timestamp())
        request = self._client.build_request("POST", path, content=body)
        for name in [name for name in request.headers if name not in _NEEDED]:
            del request.headers[name]
        request.headers["authorization"] = authorization(self._credentials, "POST", path, body, now, counter)
        try:
            response = self._send(request, len(body))
            self.last_head_bytes = _head_bytes(request, response)
            yield from self._pieces(request, response)
        except httpx.HTTPError as error:
            raise NoConnectionError(explain(error)) from error

    def _send(self, request: httpx.Request, size: int) -> httpx.Response:
        """The head of the answer. A kept connection that had died meanwhile is dialled anew, once.

        Nobody had read the request then; and who had gets the stored verdicts when it comes again.
        """
        watch = _Watch()
        request.extensions["trace"] = watch
        _wait(request, self.line.patience(size))
        try:
            return self._client.send(request, stream=True)
        except _DEAD:
            if watch.dialled:
                raise
        return self._client.send(request, stream=True)

    def _pieces(self, request: httpx.Request, response: httpx.Response) -> Iterator[bytes]:
        pieces = response.iter_raw()
        size, begun = 0, 0.0
        _wait(request, STALLED_SECONDS)
        try:
            stranger(response, self._clock())
            for data in pieces:
                if begun:
                    size += len(data)
                begun = begun or monotonic()
                yield data
        finally:
            self.line.carried(size, monotonic() - begun)
            # The reader stops at the last frame. Only an answer read to its end leaves its connection usable.
            _wait(request, ENDING_SECONDS)
            with suppress(httpx.HTTPError):
                next(pieces, None)
            response.close()

    def close(self) -> None:
        self._client.close()


class _Watch:
    """Notes whether a connection was dialled for a request."""

    def __init__(self) -> None:
        self.dialled = False

    def __call__(self, event: str, _: object) -> None:
        self.dialled |= event.startswith("connection.connect")


def _wait(request: httpx.Request, seconds: float) -> None:
    """How long each further read of this request may take."""
    request.extensions["timeout"]["read"] = seconds


def _head_bytes(request: httpx.Request, response: httpx.Response) -> int:
    """Bytes of both HTTP heads as HTTP/1.1 writes them."""
    sent = len(f"{request.method} {request.url.raw_path.decode()} HTTP/1.1\r\n\r\n")
    got = len(f"HTTP/1.1 {response.status_code} {response.reason_phrase}\r\n\r\n")
    pairs = [*request.headers.raw, *response.headers.raw]
    return sent + got + sum(len(name) + len(value) + 4 for name, value in pairs)
