"""Whatever would differ from run to run is drawn from one seed instead: randomness, keys, the time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from random import Random
from unittest.mock import patch

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

START = datetime(2026, 11, 2, 15, tzinfo=UTC)


@contextmanager
def drawn_from(seed: int) -> Iterator[None]:
    """Inside, the product's own sources of randomness give what the seed says, in this process."""
    source = Random(f"entropy {seed}")

    def ed25519() -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(source.randbytes(32))

    def x25519() -> X25519PrivateKey:
        return X25519PrivateKey.from_private_bytes(source.randbytes(32))

    with ExitStack() as stack:
        for target in ("os.urandom", "random._urandom"):  # the second is what `secrets` draws from
            stack.enter_context(patch(target, source.randbytes))
        stack.enter_context(patch.object(Ed25519PrivateKey, "generate", ed25519))
        stack.enter_context(patch.object(X25519PrivateKey, "generate", x25519))
        yield


class Time:
    """The one true time of a world. Clocks are this, each with an error of its own."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def advance(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    def clock(self) -> datetime:
        """The server's clock, which is right."""
        return self.now


class WrongClock:
    """A laptop's clock."""

    def __init__(self, time: Time, error: timedelta = timedelta(0)) -> None:
        self._time, self.error = time, error

    def now(self) -> datetime:
        return self._time.now + self.error


Clock = Callable[[], datetime]
