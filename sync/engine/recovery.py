"""What a laptop does when the server has forgotten something: shows what it knows, brings what was lost."""

from __future__ import annotations

from collections import Counter

from sync.engine.deliver import deliver
from sync.engine.history import History
from sync.engine.ports import OutboxPort, Transport
from sync.protocol.messages import Refusal

_TRIES = 3  # of one kind in one sync: a server that forgets again and again gets no loop


class Recovery:
    """Goes on after a refusal that says the server was restored, as long as that leads somewhere."""

    def __init__(self, outbox: OutboxPort, transport: Transport, history: History) -> None:
        self._outbox, self._transport, self._history = outbox, transport, history
        self._tries: Counter[str] = Counter()

    def goes_on(self, refusal: Refusal) -> bool:
        """True when the sync should ask again."""
        self._tries[refusal.code] += 1
        if self._tries[refusal.code] > _TRIES:
            return False
        match refusal.code:
            case "restored":
                return self._begin(refusal)
            case "evidence":
                self._history.show_in_full()
                return True
            case "gap":
                self._history.show_in_full()
                return self._bring(refusal.known or 0)
            case "unknown_device":
                return self._bring(-1)
            case _:
                return False

    def _begin(self, refusal: Refusal) -> bool:
        if refusal.epoch is None:
            return False
        deliver(self._outbox, self._transport)  # before the epoch is ours: it accounts for these
        self._history.begin(refusal.epoch)
        return True

    def _bring(self, known: int) -> bool:
        """Delivers what is missing there. False when that has not helped."""
        device = self._outbox.device()
        after = deliver(self._outbox, self._transport, self._history.epoch()).known
        return after.get(device, -1) > known
