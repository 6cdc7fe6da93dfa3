"""The Litestar application. Routes only translate between HTTP and the service; work runs in threads."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import anyio
import anyio.to_thread
from litestar import Litestar, Request, Response, get, post
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.response import Stream

from sync.casework.values import pack
from sync.central import deposit, exchange
from sync.central.api.admission import Admission, BusyError
from sync.central.api.deposit import answer_deposit
from sync.central.api.enrolment import enrol_device
from sync.central.exchange import Piece
from sync.central.maintenance import EVERY_SECONDS, FIRST_AFTER_SECONDS, Maintenance
from sync.central.registry.attempts import LockedError
from sync.central.registry.devices import EnrolmentError
from sync.central.service import Central
from sync.protocol import decoders
from sync.protocol.errors import UNREADABLE
from sync.protocol.frames import FrameWriter
from sync.protocol.messages import EnrolRefusal, Refusal
from sync.protocol.signing import SignatureError, parse
from sync.protocol.versions import MAX_REQUEST_BYTES

_log = logging.getLogger(__name__)
MEDIA_TYPE = "application/vnd.erap"
SEQUENCE_SECONDS = 1.0  # the audit tree is built and signed this often
CONTACT_SECONDS = 60.0


@post("/v1/exchange", status_code=200, request_max_body_size=MAX_REQUEST_BYTES)
async def exchange_route(request: Request[Any, Any, Any], state: State) -> Response[Any] | Stream:
    """Push, verdicts, pull and digests in one round trip; the answer is a stream of frames."""
    admission: Admission = state.admission
    body = await request.body()
    header = request.headers.get("authorization", "")
    try:
        with admission.admitted():
            status, first, rest = await admission.work(_begin, state.central, header, body)
    except BusyError as busy:
        return _refused(429, Refusal("busy", retry_after=busy.retry_after))
    if first.last:
        return Response(first.data, status_code=status, media_type=MEDIA_TYPE)
    return Stream(_in_thread(admission, first, rest), media_type=MEDIA_TYPE)


def _begin(central: Central, header: str, body: bytes) -> tuple[int, Piece, Iterator[Piece]]:
    """The status and the first piece of an answer; what goes wrong until here is answered with a status."""
    try:
        signed = parse(header)
        caller = exchange.authenticated(central, signed, body)
    except SignatureError as error:
        return 401, _refusal(Refusal("unknown_device", str(error))), iter(())
    asked = exchange.decode_request(body)
    if isinstance(asked, Refusal):
        return 400, _refusal(asked), iter(())
    rest = exchange.pieces(exchange.answer(central, caller, signed.counter, asked))
    return 200, next(rest), rest


@post(deposit.PATH, status_code=200, request_max_body_size=MAX_REQUEST_BYTES)
async def deposit_route(request: Request[Any, Any, Any], state: State) -> Response[bytes]:
    """Takes sealed copies in."""
    admission: Admission = state.admission
    body, header = await request.body(), request.headers.get("authorization", "")
    try:
        with admission.admitted():
            status, said = await admission.work(answer_deposit, state.central, header, body)
    except BusyError as busy:
        return _refused(429, Refusal("busy", retry_after=busy.retry_after))
    return Response(FrameWriter().write(said), status_code=status, media_type=MEDIA_TYPE)


@post("/v1/enrol", status_code=200, request_max_body_size=16 * 1024)
async def enrol_route(request: Request[Any, Any, Any], state: State) -> Response[bytes]:
    """Turns a one-time code into a device."""
    body = await request.body()
    try:
        asked = decoders.enrol_request.decode(body)
        address = request.client.host if request.client else ""
        answer = await state.admission.work(enrol_device, state.central, asked, address)
    except UNREADABLE as error:
        return _packed(400, EnrolRefusal(code="bad_request", detail=str(error)[:200]))
    except EnrolmentError as error:
        return _packed(403, EnrolRefusal(code="bad_code", detail=str(error)))
    except LockedError as error:
        return _packed(429, EnrolRefusal(code="locked", detail=str(error)))
    return _packed(200, answer)


@get("/v1/health", status_code=200, media_type="text/plain", sync_to_thread=False)
def health_route() -> str:
    """An empty route: the server is there."""
    return "ok"


def make_app(central: Central) -> Litestar:
    """The application over one opened store."""

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncIterator[None]:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(_regularly, central.sequence_audit, SEQUENCE_SECONDS, SEQUENCE_SECONDS)
            tasks.start_soon(_regularly, central.write_contacts, CONTACT_SECONDS, CONTACT_SECONDS)
            tasks.start_soon(_regularly, Maintenance(central).run, EVERY_SECONDS, FIRST_AFTER_SECONDS)
            yield
            tasks.cancel_scope.cancel()
        await _done(central.write_contacts)

    return Litestar(
        route_handlers=[exchange_route, deposit_route, enrol_route, health_route],
        state=State({"central": central, "admission": Admission(central.database.connections)}),
        lifespan=[lifespan],
        exception_handlers={HTTPException: _http_error, Exception: _unexpected},
        logging_config=None,
        openapi_config=None,  # its pages would be routes of their own, open to everybody
    )


async def _regularly(work: Callable[[], object], seconds: float, first_after: float) -> None:
    """Does something again and again, in a thread. What fails is due again at the next turn."""
    await anyio.sleep(first_after)
    while True:
        await _done(work)
        await anyio.sleep(seconds)


async def _done(work: Callable[[], object]) -> None:
    try:
        await anyio.to_thread.run_sync(work)
    except Exception:  # whatever it is, the server goes on
        _log.exception("%s failed", getattr(work, "__qualname__", work))


async def _in_thread(admission: Admission, piece: Piece, rest: Iterator[Piece]) -> AsyncIterator[bytes]:
    """Each piece is read in a thread; when the laptop is gone nothing stays open.

    A fault in the middle can only end the answer: the laptop keeps every frame before it and asks again.
    """
    with admission.under_way():
        yield piece.data
        while not piece.last:
            try:
                piece = await admission.work(next, rest)
            except Exception:
                _log.exception("an answer broke off")
                raise
            yield piece.data


def _refusal(refusal: Refusal) -> Piece:
    return Piece(FrameWriter().write(refusal), last=True)


def _refused(status: int, refusal: Refusal) -> Response[bytes]:
    return Response(_refusal(refusal).data, status_code=status, media_type=MEDIA_TYPE)


def _packed(status: int, message: Any) -> Response[bytes]:
    return Response(pack(message), status_code=status, media_type=MEDIA_TYPE)


def _http_error(_: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    return _refused(error.status_code, Refusal("bad_request", error.detail[:200]))


def _unexpected(_: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """The database is away or full: the laptop keeps everything and tries again."""
    _log.error("a request could not be answered: %s", type(error).__name__, exc_info=error)
    return _refused(503, Refusal("busy", retry_after=30))
