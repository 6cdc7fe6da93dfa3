"""The `erap-desktop` command line: the window, and the same services without one.

Exit status: 0 done; 1 it could not be done (one clear line on stderr); 2 wrong usage. Safe while a window of
the same profile is open. All but `enrol`, `sync` and `deliver` never open a socket.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from erap_desktop.command_line import parser

if TYPE_CHECKING:
    from erap_desktop.services.session import Session
    from erap_desktop.services.work import Done


class CommandError(Exception):
    """What was asked for could not be done; the text is the one line that is shown."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command, or the window when none is named; returns the exit status."""
    options = parser().parse_args(arguments)
    try:
        return _ACTIONS[options.action](options)
    except CommandError as error:
        return _fail(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 1
    except Exception as error:  # the last resort: a person gets one line, not a traceback
        if not _is_expected(error):
            raise
        return _fail(str(error))


def _is_expected(error: Exception) -> bool:
    from erap_desktop.services.errors import ServiceError
    from erap_desktop.vault.errors import VaultError
    from sync.replica.errors import StoreError

    return isinstance(error, ServiceError | VaultError | StoreError | OSError)


def _fail(line: str) -> int:
    print(f"erap-desktop: {line}", file=sys.stderr)
    return 1


# --- Opening the profile -----------------------------------------------------------------------------


def _folder(options: argparse.Namespace) -> Path:
    folder: Path | None = getattr(options, "profile", None)
    if folder is None:
        raise CommandError("name the profile folder with --profile DIR or ERAP_PROFILE")
    return folder


def _passphrase(*, twice: bool = False) -> str:
    given = os.environ.get("ERAP_PASSPHRASE")
    if given is not None:
        return given
    try:
        typed = getpass.getpass("Passphrase: ")
        if twice and getpass.getpass("Once more: ") != typed:
            raise CommandError("the two passphrases differ; nothing was made")
    except EOFError as error:
        raise CommandError("a passphrase is needed: type it, or set ERAP_PASSPHRASE") from error
    return typed


@contextmanager
def _opened(options: argparse.Namespace, *, rebuild: bool = False) -> Iterator[Session]:
    from erap_desktop.services.session import Session

    session = Session.unlock(_folder(options), _passphrase(), rebuild=rebuild)
    try:
        yield session
    finally:
        session.close()


def _id(text: str, what: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise CommandError(f"{text!r} is not the id of a {what}") from error


def _say(options: argparse.Namespace, plain: dict[str, Any], sentence: str) -> int:
    print(json.dumps(plain) if options.json else sentence)
    return 0


def _saved(options: argparse.Namespace, done: Done, **also: str) -> int:
    answer = {"command": str(done.command), "state": done.state, **also}
    return _say(options, answer, " ".join((f"saved on this laptop: {done.command}", *also.values())))


# --- The commands ------------------------------------------------------------------------------------


def _window(options: argparse.Namespace) -> int:
    from erap_desktop.main import run

    return run(getattr(options, "profile", None))


def _enrol(options: argparse.Namespace) -> int:
    from erap_desktop.services.enrolment import enrol

    folder = _folder(options)
    passphrase = _passphrase(twice=not (folder / "vault.json").exists())
    answer = enrol(folder, options.server, options.user, options.code, passphrase, options.ca)
    print(f"this laptop is number {answer.device} of {answer.user} ({answer.roles[0]})")
    return 0


def _sync(options: argparse.Namespace) -> int:
    from erap_desktop.services.syncing import summary, sync

    with _opened(options, rebuild=True) as session:
        report = sync(session, by_hand=True)
        if report.mass_leave:
            print(
                f"erap-desktop: {report.mass_leave} cases, more than half of all, have left this laptop and "
                "can only be read; if that is no mistake, sync once more to remove them",
                file=sys.stderr,
            )
        if report.why:
            print(f"erap-desktop: {report.why}; nothing is lost", file=sys.stderr)
        if session.rebuilt:
            print("erap-desktop: the local copy was damaged and has been made anew", file=sys.stderr)
        plain = summary(session, report)
    line = (
        f"sent {report.sent}, received {report.received}, removed {report.removed}, "
        f"{plain['pending']} waiting, {plain['needs_attention']} need you"
    )
    return _say(options, plain, line if report.online else f"no network; {plain['pending']} waiting")


def _deliver(options: argparse.Namespace) -> int:
    from erap_desktop.services import delivering

    folder = _folder(options)
    if options.to_folder is not None:
        count = delivering.carry(folder, options.to_folder)
        return _say(options, {"carried": count}, f"{count} sealed copies written to {options.to_folder}")
    if options.from_folder is not None:
        done = delivering.deliver_carried(folder, options.from_folder)
    else:
        done = delivering.deliver_profile(folder)
    if done.refused:
        raise CommandError(f"{done.refused} sealed copies were not taken; tell your administrator")
    line = f"brought {done.sent}; {done.waiting} of them wait for one before them"
    return _say(options, done._asdict(), line)


def _status(options: argparse.Namespace) -> int:
    from erap_desktop.services.syncing import status

    with _opened(options) as session:
        found = status(session)
    oldest = int(found.oldest_pending.total_seconds()) if found.oldest_pending is not None else None
    plain = {
        "pending": found.pending,
        "oldest_pending_seconds": oldest,
        "needs_attention": found.needs_attention,
        "last_sync": found.last_sync.isoformat() if found.last_sync else None,
        "cases": found.cases,
        "lease": found.lease,
    }
    last = plain["last_sync"] or "never"
    line = f"{found.cases} cases, {found.pending} waiting, {found.needs_attention} need you; last sync {last}"
    return _say(options, plain, line)


def _outbox(options: argparse.Namespace) -> int:
    with _opened(options) as session:
        items = session.outbox.items()
    for item in items:
        plain = {
            "command": str(item.id),
            "case": str(item.case) if item.case.int else None,
            "kind": item.tag.rsplit(".", 1)[0],
            "made_at": item.made_at.isoformat(),
            "state": item.state,
            "reason": item.reason or None,
            "disposition": item.disposition,
        }
        _say(options, plain, f"{item.state:<10}{plain['kind']:<20}{plain['case'] or '-'}  {item.id}")
    return 0


def _cases(options: argparse.Namespace) -> int:
    from erap_desktop.services.casefile import queue

    with _opened(options) as session:
        lines = queue(session)
    for line in lines:
        plain = {
            "id": str(line.id),
            "number": line.number,
            "applicant": line.applicant,
            "county": line.county,
            "status": line.status,
            "due": line.due,
            "assignee": line.assignee,
            "version": line.version,
            "pending": line.pending,
            "state": line.state,
        }
        text = f"{line.number or '-':<12}{line.status:<24}{line.due or '-':<12}{line.applicant}  {line.id}"
        _say(options, plain, text)
    return 0


def _show(options: argparse.Namespace) -> int:
    from erap_desktop.services.casefile import show

    with _opened(options) as session:
        plain = show(session, _id(options.case, "case"))
    print(json.dumps(plain) if options.json else json.dumps(plain, indent=2, ensure_ascii=False))
    return 0


def _search(options: argparse.Namespace) -> int:
    with _opened(options) as session:
        found = session.replica.search(options.text, 1000)
    for case in found:
        _say(options, {"id": str(case)}, str(case))
    return 0


def _new_case(options: argparse.Namespace) -> int:
    from erap_desktop.services.births import Application, new_case

    told = Application(**{name: getattr(options, name) for name in Application._fields})
    with _opened(options) as session:
        born = new_case(session, told)
    return _saved(options, born.done, case=str(born.case))


def _note(options: argparse.Namespace) -> int:
    from erap_desktop.services import work

    with _opened(options) as session:
        return _saved(options, work.note(session, _id(options.case, "case"), options.text))


def _pin(options: argparse.Namespace) -> int:
    from erap_desktop.services import pins

    with _opened(options) as session:
        case = pins.pin(session, _id(options.case, "case"))
    return _say(options, {"case": str(case), "pinned": True}, "kept from the next sync on")


def _unpin(options: argparse.Namespace) -> int:
    from erap_desktop.services import pins

    with _opened(options) as session:
        case = pins.unpin(session, _id(options.case, "case"))
    return _say(options, {"case": str(case), "pinned": False}, "leaves with the next sync")


def _decide(options: argparse.Namespace) -> int:
    from erap_desktop.services import work

    case = _id(options.case, "case")
    with _opened(options) as session:
        if options.approve:
            return _saved(options, work.approve(session, case, options.reason))
        codes = tuple(code.strip() for code in options.deny.split(",") if code.strip())
        return _saved(options, work.deny(session, case, codes, options.reason))


def _reassign(options: argparse.Namespace) -> int:
    from erap_desktop.services import work

    with _opened(options) as session:
        return _saved(options, work.reassign(session, _id(options.case, "case"), options.to, options.note))


def _settle(options: argparse.Namespace) -> int:
    from erap_desktop.services import work

    keep = _id(options.keep, "command")
    with _opened(options) as session:
        return _saved(options, work.settle(session, _id(options.case, "case"), keep, options.reason))


def _adopt(options: argparse.Namespace) -> int:
    from erap_desktop.services import work

    command = _id(options.command, "command")
    with _opened(options) as session:
        return _saved(options, work.adopt(session, command, options.reason, decline=options.decline))


def _withdraw(options: argparse.Namespace) -> int:
    from erap_desktop.services import work

    with _opened(options) as session:
        return _saved(options, work.withdraw(session, _id(options.command, "command")))


def _acknowledge(options: argparse.Namespace) -> int:
    command = _id(options.command, "command")
    with _opened(options) as session:
        if not session.outbox.acknowledge(command):
            raise CommandError(f"command {command} does not need anybody; nothing was changed")
    return _say(options, {"command": str(command), "acknowledged": True}, "noted")


def _configure(options: argparse.Namespace) -> int:
    from erap_desktop.services import work
    from sync.protocol.administration import Configure

    settings = Configure(
        users=tuple(options.user),
        offices=tuple(options.office),
        poll_seconds=options.poll_seconds,
        max_document_bytes=options.max_document_bytes,
        idle_lock_minutes=options.idle_lock_minutes,
        note=options.note,
        metered=options.metered,
        quiet_hours=tuple(options.quiet_hours) if options.quiet_hours else None,
    )
    with _opened(options) as session:
        return _saved(options, work.configure(session, settings))


_ACTIONS: Final[dict[str | None, Callable[[argparse.Namespace], int]]] = {
    None: _window,
    "enrol": _enrol,
    "sync": _sync,
    "deliver": _deliver,
    "status": _status,
    "outbox": _outbox,
    "cases": _cases,
    "show": _show,
    "search": _search,
    "new-case": _new_case,
    "note": _note,
    "decide": _decide,
    "pin": _pin,
    "unpin": _unpin,
    "reassign": _reassign,
    "settle": _settle,
    "adopt": _adopt,
    "withdraw": _withdraw,
    "acknowledge": _acknowledge,
    "configure": _configure,
}

if __name__ == "__main__":
    sys.exit(main())
