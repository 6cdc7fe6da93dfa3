"""The feeds of a device, by the role of the person it belongs to."""

from __future__ import annotations

from sync.casework.values import Role
from sync.central.feed.reader import Subscription

SHARED, FLEET = "shared", "fleet"
DEVICE, USER, OFFICE = "device:", "user:", "office:"  # each with a number or a name behind it


def subscriptions(agency: str, device: int, user: str, role: str, office: str) -> list[Subscription]:
    """In the order they are sent: orders and rules first, then cases by what is due, then overviews.

    Administrators get no case content.
    """

    def of(local: str, name: str) -> Subscription:
        return Subscription(local, name, agency, user)

    feeds = [of("device", f"{DEVICE}{device}"), of("shared", SHARED)]
    if role in (Role.CASEWORKER, Role.SUPERVISOR):
        feeds.append(of("user", f"{USER}{user}"))
    if role == Role.SUPERVISOR:
        feeds.append(of(f"{OFFICE}{office}", f"{OFFICE}{office}"))
    if role == Role.ADMINISTRATOR:
        feeds.append(of("fleet", FLEET))
    return feeds
