"""The `erap-central` command line. Each command shares the store with a running server.

Exit status: 0 done; 1 it could not be done (one clear line on stderr); 2 wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

Action = Callable[[argparse.Namespace], int]


class CommandError(Exception):
    """What was asked for could not be done; the text is the one line that is shown."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    action: Action = options.action
    try:
        return action(options)
    except CommandError as error:
        return _fail(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 1
    except Exception as error:  # the last resort: a stranger gets one line, not a traceback
        plain = _plain(error)
        if plain is None:
            raise
        return _fail(plain)


def _fail(line: str) -> int:
    print(f"erap-central: {line}", file=sys.stderr)
    return 1


def _plain(error: Exception) -> str | None:
    """One clear line for faults of the environment; None for faults of our own."""
    from sqlalchemy.exc import DBAPIError, SQLAlchemyError

    from sync.central.registry.people import RegistryError
    from sync.central.rollout.policy_error import PolicyFileError
    from sync.central.store.database import StoreError

    if isinstance(error, StoreError | RegistryError | PolicyFileError):
        return str(error)
    if isinstance(error, DBAPIError):
        reason = " ".join(str(error.orig).split())
        return f"the database could not be used: {reason}"
    if isinstance(error, SQLAlchemyError):
        return f"--database-url can not be used: {error}"
    if isinstance(error, OSError):
        return f"{error.filename or 'a file'}: {error.strerror}"
    return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="erap-central", description="The central server of ERAP Desktop: the system of record."
    )
    store = argparse.ArgumentParser(add_help=False)
    data = os.environ.get("ERAP_DATA")
    store.add_argument(
        "--data", type=Path, default=data, required=data is None, help="folder of the store (or ERAP_DATA)"
    )
    store.add_argument(
        "--database-url",
        default=os.environ.get("ERAP_DATABASE_URL"),
        help="postgresql+psycopg://…; without it the embedded store (or ERAP_DATABASE_URL)",
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str, action: Action, text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, parents=[store], help=text, description=text)
        sub.set_defaults(action=action)
        return sub

    _add_store_commands(add)
    _add_emergency_commands(add)
    _add_people_commands(add, commands, store)
    _add_case_commands(add, commands, store)
    return parser


def _json_flag(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--json", action="store_true", help="print JSON and nothing else on stdout")


def _add_store_commands(add: Callable[[str, Action, str], argparse.ArgumentParser]) -> None:
    add("init", _init, "makes a new store; prints the first administrator's name and one-time code")
    serve = add("serve", _serve, "serves laptops until it is stopped")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    serve.add_argument("--port", type=int, default=8440, help="port to listen on (default 8440)")
    serve.add_argument(
        "--connections",
        type=int,
        default=8,
        help="exchanges worked on at once, each with a database connection (default 8)",
    )
    serve.add_argument("--tls-cert", type=Path, help="certificate chain (PEM); required off loopback")
    serve.add_argument("--tls-key", type=Path, help="private key of the certificate (PEM)")
    certificate = add("certificate", _certificate, "makes a private CA and a server certificate")
    certificate.add_argument("--host", action="append", required=True, help="name or address; repeatable")
    demo = add("demo-load", _demo_load, "adds synthetic people and cases to a store, making it if need be")
    demo.add_argument("--cases", type=int, required=True, help="number of cases")
    demo.add_argument("--seed", type=int, default=1, help="the same seed gives the same cases")
    demo.add_argument("--caseworkers", type=int, default=2, help="number of caseworkers")
    _json_flag(demo)
    check = add("check", _check, "counts the digests of all feeds anew; status 1 when one had to be mended")
    _json_flag(check)
    add("compact", _compact, "removes feed entries that no laptop needs; a server does it by itself")
    verify = add("verify-audit", _verify_audit, "checks the audit; status 1 when something was altered")
    _json_flag(verify)


def _add_emergency_commands(add: Callable[[str, Action, str], argparse.ArgumentParser]) -> None:
    backup = add("backup", _backup, "copies the store into a folder while it serves")
    backup.add_argument("folder", type=Path, metavar="DIR")
    add("restored", _restored, "to be run after the store was put back from a backup, before it serves")
    deposit = add("deposit", _deposit, "takes in sealed copies that were carried here")
    deposit.add_argument("path", type=Path, nargs="+", metavar="DIR|FILE")


def _add_people_commands(
    add: Callable[[str, Action, str], argparse.ArgumentParser],
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    store: argparse.ArgumentParser,
) -> None:
    user = commands.add_parser("user", help="people", description="People who work with the system.")
    actions = user.add_subparsers(metavar="ACTION", required=True)
    new = actions.add_parser("add", parents=[store], help="adds a person", description="Adds a person.")
    new.add_argument("name", metavar="NAME", help="lower-case name that never changes")
    new.add_argument("--role", required=True, choices=["caseworker", "supervisor", "administrator"])
    new.add_argument("--office", required=True, help="the office they work in")
    new.add_argument("--display", default="", help="name as people read it")
    new.set_defaults(action=_user_add)
    code = add("enrol-code", _enrol_code, "prints a one-time code for a laptop of this person")
    code.add_argument("--user", required=True, metavar="NAME")


def _add_case_commands(
    add: Callable[[str, Action, str], argparse.ArgumentParser],
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    store: argparse.ArgumentParser,
) -> None:
    intake = commands.add_parser("intake", help="applications", description="Applications coming in.")
    actions = intake.add_subparsers(metavar="ACTION", required=True)
    bring = actions.add_parser(
        "import",
        parents=[store],
        help="applications as JSON lines",
        description="Imports applications from JSON lines; bad lines are reported, good ones kept.",
    )
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument("--office", metavar="NAME", help="the office that gets them (default: the first)")
    bring.set_defaults(action=_intake_import)
    move = add("reassign", _reassign, "moves a case to another caseworker")
    move.add_argument("--case", required=True, metavar="ID")
    move.add_argument("--to", required=True, metavar="NAME")
    move.add_argument("--by", required=True, metavar="NAME", help="the supervisor who decides it")
    merge = add("merge", _merge, "says that a case is the same application as another, and goes on as that")
    merge.add_argument("--case", required=True, metavar="ID", help="the case that becomes an alias")
    merge.add_argument("--into", required=True, metavar="ID", help="the case that goes on")
    link = add("link", _link, "says that two parties (landlords, agents …) are one")
    link.add_argument("--party", required=True, metavar="ID", help="the party that becomes an alias")
    link.add_argument("--into", required=True, metavar="ID", help="the party that goes on")
    for sub in (merge, link):
        sub.add_argument("--by", required=True, metavar="NAME", help="the supervisor who decides it")
    merge.add_argument("--reason", required=True, metavar="TEXT")
    cases = add("cases", _cases, "lists cases")
    cases.add_argument("--case", metavar="ID", help="only this one")
    _json_flag(cases)
    show = add("show", _show, "one case whole, as a laptop shows it")
    show.add_argument("--case", required=True, metavar="ID")
    _json_flag(show)


def _init(options: argparse.Namespace) -> int:
    from sync.central import operations

    return operations.init(options.data, options.database_url)


def _serve(options: argparse.Namespace) -> int:
    from sync.central import serving

    return serving.serve(options)


def _certificate(options: argparse.Namespace) -> int:
    from sync.central import certificates

    try:
        return certificates.make(options.data, options.host)
    except ValueError as error:
        raise CommandError(f"--host is no name or address: {error}") from error


def _demo_load(options: argparse.Namespace) -> int:
    from sync.central import demo_load

    return demo_load.run(options)


def _verify_audit(options: argparse.Namespace) -> int:
    from sync.central import operations

    return operations.verify_audit(options.data, options.database_url, as_json=options.json)


def _check(options: argparse.Namespace) -> int:
    from sync.central import operations

    return operations.check(options.data, options.database_url, as_json=options.json)


def _compact(options: argparse.Namespace) -> int:
    from sync.central import operations

    return operations.compact_feeds(options.data, options.database_url)


def _backup(options: argparse.Namespace) -> int:
    from sync.central import emergencies

    return emergencies.backup(options.data, options.database_url, options.folder)


def _restored(options: argparse.Namespace) -> int:
    from sync.central import emergencies

    return emergencies.restored(options.data, options.database_url)


def _deposit(options: argparse.Namespace) -> int:
    from sync.central import emergencies

    return emergencies.take_in(options.data, options.database_url, options.path)


def _user_add(options: argparse.Namespace) -> int:
    from sync.central import operations

    return operations.user_add(options)


def _enrol_code(options: argparse.Namespace) -> int:
    from sync.central import operations

    return operations.enrol_code(options.data, options.database_url, options.user)


def _intake_import(options: argparse.Namespace) -> int:
    from sync.central import intake_import

    return intake_import.run(options.data, options.database_url, options.file, options.office)


def _reassign(options: argparse.Namespace) -> int:
    from sync.central import operations

    return operations.reassign(options)


def _merge(options: argparse.Namespace) -> int:
    from sync.central import joining

    return joining.merge(options)


def _link(options: argparse.Namespace) -> int:
    from sync.central import joining

    return joining.link(options)


def _cases(options: argparse.Namespace) -> int:
    from sync.central import listing

    return listing.cases(options.data, options.database_url, options.case, as_json=options.json)


def _show(options: argparse.Namespace) -> int:
    from sync.central import listing

    return listing.show(options.data, options.database_url, options.case)


if __name__ == "__main__":
    sys.exit(main())
