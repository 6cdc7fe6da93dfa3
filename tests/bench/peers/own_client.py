"""This engine's laptop: own_client PROFILE PASSPHRASE. One command a line on stdin, one answer on stdout."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from erap_desktop.services.session import Session
from erap_desktop.services.syncing import sync
from erap_desktop.services.transport import HttpTransport


def synced(laptop: Session, transport: HttpTransport) -> dict[str, Any]:
    """One sync. Cases are usable when the first of them can be read."""
    usable: list[float] = []
    empty = not laptop.replica.case_count()
    begun = perf_counter()

    def progress(_: object) -> None:
        if empty and not usable and laptop.replica.case_count():
            usable.append(perf_counter() - begun)

    report = sync(laptop, transport, observer=progress)
    taken = perf_counter() - begun
    if not report.online or not report.digest_ok:
        raise RuntimeError(report.why or "both ends disagree")
    return {
        "seconds": taken,
        "usable": usable[0] if usable else taken,
        "accepted": report.accepted,
        "received": report.received,
        "removed": report.removed,
    }


def main(profile: str, passphrase: str) -> None:
    laptop = Session.unlock(Path(profile), passphrase)
    laptop.replica.case_count()  # opened and checked by this: that belongs to starting, not to a sync
    transport = HttpTransport(laptop.identity, laptop.clock, laptop.outbox.last_seq)
    for line in sys.stdin:
        answer = synced(laptop, transport) if json.loads(line)["do"] == "sync" else {}
        print(json.dumps(answer), flush=True)
    transport.close()
    laptop.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
