"""Enrolment: a one-time code makes this laptop known to the server and gives the profile its keys."""

from __future__ import annotations

import platform
from pathlib import Path

import httpx
import msgspec

from erap_desktop.services.delivering import DepositAccess, access_of, keep_access
from erap_desktop.services.errors import ServiceError
from erap_desktop.services.line_troubles import explain, kind_of_failure
from erap_desktop.services.session import prepare_folder
from erap_desktop.services.transport import check_url, new_client
from erap_desktop.vault.passphrase import SHORTEST, check_new
from erap_desktop.vault.vault import Vault
from sync.casework.values import encode
from sync.protocol.errors import UNREADABLE
from sync.protocol.messages import EnrolAnswer, EnrolRefusal, EnrolRequest
from sync.protocol.signing import new_signing_key
from sync.replica.errors import DamagedError, WrongKeyError
from sync.replica.identity import Identity
from sync.replica.outbox import Outbox
from sync.replica.replica import Replica


def enrol(
    folder: Path, server: str, user: str, code: str, passphrase: str, ca: Path | None = None
) -> EnrolAnswer:
    """Makes or renews a profile. On one that exists, unanswered work is kept and leaves from the new laptop.

    Raises ServiceError, VaultError, StoreError. The code is used up only when the server has said yes.
    """
    url = check_url(server)
    ca_pem = _read_ca(ca)
    vault = Vault(folder)
    renewed = folder.is_dir() and vault.exists()
    if renewed:
        vault.unlock(passphrase)
        _check_same_person(folder, vault.keys.outbox, user)
    else:
        check_new(passphrase, SHORTEST)
        prepare_folder(folder)
    private, public = new_signing_key()
    deposit_private, deposit_public = new_signing_key()
    request = EnrolRequest(
        user=user,
        code=code,
        signing_key=public,
        name=platform.node()[:64],
        deposit_key=deposit_public,
    )
    answer = _ask(url, ca_pem, request)
    keys = vault.keys if renewed else vault.create(passphrase, answer.recovery_key)
    identity = _identity(answer, private, url, ca_pem)
    outbox = _outbox(folder, keys.outbox)
    try:
        if renewed and outbox.identity() is not None:
            outbox.new_device(identity)
        else:
            outbox.set_identity(identity)
    finally:
        outbox.close()
    access = DepositAccess(
        device=answer.device, user=user, key=deposit_private, server_url=url, ca_pem=ca_pem
    )
    keep_access(folder, access)
    Replica.rebuild(folder / "replica.db", keys.replica, device=answer.device).close()
    return answer


def _outbox(folder: Path, key: bytes) -> Outbox:
    """The outbox; one that is lost or damaged is put aside: its commands are in the sealed copies."""
    path = folder / "outbox.db"
    try:
        return Outbox(path, key)
    except (DamagedError, WrongKeyError):  # the vault has just opened: its keys are the right ones
        return Outbox.begin_anew(path, key)


def _check_same_person(folder: Path, key: bytes, user: str) -> None:
    try:
        outbox = Outbox(folder / "outbox.db", key)
    except (DamagedError, WrongKeyError):
        access = access_of(folder)
        known = access.user if access else user
    else:
        identity = outbox.identity()
        outbox.close()
        known = identity.user if identity else user
    if known != user:
        raise ServiceError(
            f"this profile belongs to {known}; nothing was changed. Choose another --profile for {user}.",
            key="enrol.other_person",
            user=known,
        )


def _read_ca(ca: Path | None) -> str:
    if ca is None:
        return ""
    try:
        return ca.read_text()
    except (OSError, UnicodeDecodeError) as error:
        raise ServiceError(f"--ca {ca} can not be read as a certificate", key="enrol.bad_ca") from error


def _ask(url: str, ca_pem: str, request: EnrolRequest) -> EnrolAnswer:
    try:
        with new_client(url, ca_pem) as client:
            response = client.post("/v1/enrol", content=encode(request))
    except httpx.HTTPError as error:
        raise ServiceError(
            f"{explain(error)}: {url}; nothing was changed", key=f"enrol.{kind_of_failure(error)}"
        ) from error
    try:
        if response.status_code == 200:
            return msgspec.msgpack.decode(response.content, type=EnrolAnswer)
        refusal = msgspec.msgpack.decode(response.content, type=EnrolRefusal)
    except UNREADABLE as error:
        raise ServiceError(
            f"{url} did not answer as an ERAP server; is this network asking for a sign-in?",
            key="enrol.stranger",
        ) from error
    raise ServiceError(refusal.detail or refusal.code, key=f"enrol.{refusal.code}")


def _identity(answer: EnrolAnswer, private: bytes, url: str, ca_pem: str) -> Identity:
    return Identity(
        device=answer.device,
        token=answer.token,
        signing_key=private,
        server_key=answer.server_key,
        server_url=url,
        user=answer.user,
        display=answer.display,
        roles=answer.roles,
        office=answer.office,
        agency=answer.agency,
        feeds=answer.feeds,
        recovery_key=answer.recovery_key,
        ca_pem=ca_pem,
        server_epoch=answer.server_epoch,
        audit_key=answer.audit_key,
        enrolment=answer.enrolment,
    )
