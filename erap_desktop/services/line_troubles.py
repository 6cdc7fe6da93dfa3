"""What goes wrong on the way to the server, in plain words; and what others say in its place."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from sync.engine.ports import NoConnectionError, TooLargeError

MEDIA_TYPE = "application/vnd.erap"
LONGEST_WAIT = 3600  # a proxy that asks for more is not believed
_BUSY = (429, 502, 503, 504)


def stranger(response: httpx.Response, now: datetime) -> None:
    """Raises NoConnectionError for what a proxy says in the server's place; other strangers have no frame."""
    status = response.status_code
    if status == 413:
        raise TooLargeError("somebody on the way lets no request of this size pass")
    if response.headers.get("content-type", "").startswith(MEDIA_TYPE):
        return
    if status == 407:
        raise NoConnectionError(_FAILURES["proxy"])
    if status in _BUSY:
        wait = retry_after(response.headers.get("retry-after", ""), now)
        raise NoConnectionError("the server could not be reached: its proxy is busy", retry_after=wait)


def retry_after(value: str, now: datetime) -> int | None:
    """Seconds, given as such or as a date; None when it is neither. At most an hour."""
    if value.strip().isdecimal():
        return min(int(value), LONGEST_WAIT)
    try:
        at = parsedate_to_datetime(value)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return min(max(0, round((at - now).total_seconds())), LONGEST_WAIT)


def explain(error: httpx.HTTPError) -> str:
    """What happened, in one plain sentence."""
    return _FAILURES[kind_of_failure(error)]


def kind_of_failure(error: httpx.HTTPError) -> str:
    """What happened, as a word that a translation goes by: one of `_FAILURES`."""
    text = str(error).upper()
    if isinstance(error, httpx.ProxyError):
        return "proxy" if "407" in text else "unreachable"
    if "CERTIFICATE" in text and ("EXPIRED" in text or "NOT YET VALID" in text):
        return "expired"
    if "CERTIFICATE" in text or "SSL" in text:
        return "certificate"
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        return "unreachable"
    return "slow" if isinstance(error, httpx.TimeoutException) else "broken_off"


_FAILURES = {
    "proxy": "the proxy of this network wants a password",
    "expired": "the server's certificate is not valid today, by this laptop's clock; nothing was sent",
    "certificate": "somebody answered with a certificate that is not the server's; nothing was sent to them",
    "unreachable": "the server could not be reached",
    "slow": "the server did not answer in time",
    "broken_off": "the connection broke off",
}
