"""Decoders of stored records, made once at import, in one thread.

msgspec builds what it knows of a type when the type is first decoded. Two threads that do this for the same
type at the same time end the process (seen with 0.22.0 under sixteen laptops), so no thread may be the first.
"""

from __future__ import annotations

from msgspec.msgpack import Decoder

from sync.casework.case import Case
from sync.casework.places import Party
from sync.casework.policy import Policy
from sync.protocol.messages import DepositRequest, EnrolRequest, StoredVerdict, SyncConfiguration

case = Decoder(Case)
party = Decoder(Party)
policy = Decoder(Policy)
sync_configuration = Decoder(SyncConfiguration)
enrol_request = Decoder(EnrolRequest)
deposit_request = Decoder(DepositRequest)
verdict = Decoder(StoredVerdict)
