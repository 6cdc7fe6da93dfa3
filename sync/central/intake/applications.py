"""Reading applications, one JSON object a line: a case to open for a good one, a reason for a bad one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import BinaryIO
from uuid import UUID

import msgspec

from sync.casework.commands import OpenCase
from sync.casework.policy import Policy
from sync.casework.values import Record
from sync.central.intake.bounds import MAX_LINE_BYTES
from sync.central.intake.layout import ApplicationIn
from sync.central.intake.legible import check_keys, decoded, legible
from sync.central.intake.lines import bounded_lines
from sync.central.intake.making import CaseMaker
from sync.central.intake.refusal import RefusalError, from_decoder

_DECODER = msgspec.json.Decoder(ApplicationIn)


class Application(Record, frozen=True):
    """A good line: the case to open, and the sender's reference, by which it is known when it comes again."""

    line: int
    reference: str
    body: OpenCase


class BadLine(Record, frozen=True):
    """A line that is not taken. `field` is a path such as `household[1].born`, '' for the line as a whole."""

    line: int
    field: str
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {f'{self.field} ' if self.field else ''}{self.reason}"


def read_applications(
    stream: BinaryIO, policy: Policy, agency: str, new_id: Callable[[], UUID], today: date
) -> Iterator[Application | BadLine]:
    """Every line's application, or why it is none, in the order of the file; blank lines are left out.

    Whatever the bytes are, a bad line harms no other. A landlord or utility described in the same words is
    one party for the whole file. What came in an earlier file is the caller's to find, by the reference.
    Raises OSError when the stream can not be read.
    """
    maker = CaseMaker(policy, agency, new_id, today)
    first_seen: dict[str, int] = {}
    for number, content in bounded_lines(stream, MAX_LINE_BYTES):
        try:
            if content is None:
                raise RefusalError("", f"is longer than {MAX_LINE_BYTES:,} bytes and was skipped")
            application = _decode(content)
            if application.reference in first_seen:
                earlier = first_seen[application.reference]
                raise RefusalError("reference", f"is the same as that of line {earlier}")
            body = maker.body(application)
        except RefusalError as refused:
            yield BadLine(line=number, field=refused.field, reason=refused.reason)
        else:
            first_seen[application.reference] = number
            yield Application(line=number, reference=application.reference, body=body)


def _decode(content: bytes) -> ApplicationIn:
    text = decoded(content)
    try:
        application = _DECODER.decode(text)
        check_keys(text)
        plain = legible(msgspec.to_builtins(application))
        return msgspec.convert(plain, ApplicationIn)
    except msgspec.DecodeError as error:
        raise from_decoder(error) from None
