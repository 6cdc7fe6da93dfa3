"""Who asks: the device, the person it belongs to and where their feeds end, found in one statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Integer, String, and_, bindparam, cast, or_, select

from sync.casework.values import Role
from sync.central.registry.devices import account_of, authenticate
from sync.central.registry.people import Account
from sync.central.scopes.subscriptions import DEVICE, FLEET, OFFICE, SHARED, USER
from sync.central.service import Central
from sync.central.store.epoch import FIRST, epoch_of
from sync.central.store.prepared import Prepared
from sync.central.store.schema import device, feed, user
from sync.protocol.messages import FeedHead, request_mark
from sync.protocol.signing import SignatureError, Signed

PATH = "/v1/exchange"
_OF_DEVICE = (
    *("number", "user", "signing_key", "token_hash", "last_seq", "chain"),
    *("configuration", "acknowledged", "revoked", "durable_through"),
)
_OF_PERSON = ("display", "office", "role", "active")
_FEEDS = or_(
    feed.c.name == SHARED,
    feed.c.name == DEVICE + cast(device.c.number, String),
    feed.c.name == USER + device.c.user,
    feed.c.name == OFFICE + user.c.office,
    and_(feed.c.name == FLEET, user.c.role == Role.ADMINISTRATOR.value),
)
_CALLER = Prepared(
    select(
        *(device.c[name] for name in _OF_DEVICE),
        *(user.c[name] for name in _OF_PERSON),
        epoch_of(device.c.agency).label("server_epoch"),
        feed.c.name.label("feed"),
        feed.c.number.label("feed_number"),
        feed.c.digest.label("feed_digest"),
    )
    .select_from(device)
    .join(user, and_(user.c.agency == device.c.agency, user.c.name == device.c.user))
    .outerjoin(feed, and_(feed.c.agency == device.c.agency, _FEEDS))
    .where(device.c.agency == bindparam("agency"), device.c.number == bindparam("number", type_=Integer))
)


class Caller:
    """Who asks: the device's row and the person it belongs to; `asked` is the mark of the request.

    `ends` tells where feeds ended as the caller was found, by the name they have here; None when not known.
    """

    def __init__(
        self,
        device: Any,
        account: Account,
        asked: int = 0,
        ends: Mapping[str, FeedHead] | None = None,
    ) -> None:
        self.device = device
        self.account = account
        self.asked = asked
        self.ends = ends
        self.epoch: int = device.server_epoch or FIRST


def authenticated(central: Central, signed: Signed, body: bytes) -> Caller:
    """The caller of a signed request. Raises SignatureError."""
    with central.database.glance() as connection:
        rows = _CALLER.rows(connection, agency=central.agency, number=signed.device)
    row = rows[0] if rows else None
    authenticate(row, signed, "POST", PATH, body)
    account = account_of(row)
    if not account.active:
        raise SignatureError("this person is not active")
    ends = {one.feed: FeedHead(one.feed_number, one.feed_digest) for one in rows if one.feed is not None}
    return Caller(row, account, request_mark(body), ends)
