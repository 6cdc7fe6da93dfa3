"""The feeds of a device, by the role of the person it belongs to."""

from __future__ import annotations

from sync.casework.values import Role
from sync.central.feed.reader import Subscription


def subscriptions(agency: str, device: int, user: str, role: str, office: str) -> list[Subscription]:
    """In the order they are sent: orders and rules first, then cases by what is due, then overviews.

    Administrators get no case content.
    """

    def of(local: str, name: str) -> Subscription:
        return Subscription(local, name, agency, user)

    feeds = [of("device", f"device:{device}"), of("shared", "shared")]
    if role in (Role.CASEWORKER, Role.SUPERVISOR):
        feeds.append(of("user", f"user:{user}"))
    if role == Role.SUPERVISOR:
        feeds.append(of(f"office:{office}", f"office:{office}"))
    if role == Role.ADMINISTRATOR:
        feeds.append(of("fleet", "fleet"))
    return feeds
