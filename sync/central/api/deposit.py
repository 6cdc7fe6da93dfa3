"""The route that takes sealed copies: it reads nothing out, and a key that may do nothing else is enough."""

from __future__ import annotations

from sync.central import deposit
from sync.central.service import Central
from sync.protocol import decoders
from sync.protocol.errors import UNREADABLE
from sync.protocol.messages import DepositAnswer, Refusal
from sync.protocol.signing import SignatureError, parse


def answer_deposit(central: Central, header: str, body: bytes) -> tuple[int, DepositAnswer | Refusal]:
    """The status and what is said."""
    try:
        asked = decoders.deposit_request.decode(body)
    except UNREADABLE as error:
        return 400, Refusal("bad_request", str(error)[:200])
    deposit.enrol_again(central, asked.laptops)
    try:
        carrier = parse(header)
        deposit.check_carrier(central, carrier, body)
    except SignatureError as error:
        return 401, Refusal("unknown_device", str(error))
    return 200, deposit.take(central, carrier.device, asked)
