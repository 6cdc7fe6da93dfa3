"""The words of the `erap-desktop` command line: its commands and their options."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

_Add = Callable[..., argparse.ArgumentParser]


def parser() -> argparse.ArgumentParser:
    """Reads a command line: `action` is the command's name, None without one."""
    made = argparse.ArgumentParser(
        prog="erap-desktop",
        description="Review rental assistance cases, network or none. Without a command: the window.",
    )
    place = argparse.ArgumentParser(add_help=False)
    _profile(place)
    _profile(made)
    commands = made.add_subparsers(metavar="COMMAND", dest="action")

    def add(name: str, text: str, *, as_json: bool = True) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, parents=[place], help=text, description=text)
        if as_json:
            sub.add_argument("--json", action="store_true", help="print JSON and nothing else on stdout")
        return sub

    _add_laptop_commands(add)
    _add_reading_commands(add)
    _add_work_commands(add)
    return made


def _profile(parser: argparse.ArgumentParser) -> None:
    known = os.environ.get("ERAP_PROFILE")
    parser.add_argument(
        "--profile",
        type=Path,
        default=argparse.SUPPRESS if known is None else Path(known),
        help="folder of this laptop's files (or ERAP_PROFILE)",
    )


def _add_laptop_commands(add: _Add) -> None:
    enrol = add("enrol", "makes this laptop known to the server", as_json=False)
    enrol.add_argument("--server", required=True, metavar="URL")
    enrol.add_argument("--user", required=True, metavar="NAME")
    enrol.add_argument("--code", required=True, help="the one-time code")
    enrol.add_argument("--ca", type=Path, metavar="FILE", help="the agency's own certificate authority (PEM)")
    add("sync", "sends what waits and brings what is new")
    add("status", "what waits, what needs you, when the last sync was")
    deliver = add("deliver", "brings saved work to the server without the passphrase; it stays here, too")
    way = deliver.add_mutually_exclusive_group()
    way.add_argument("--to-folder", type=Path, metavar="DIR", help="onto a stick, to be carried")
    way.add_argument("--from-folder", type=Path, metavar="DIR", help="what was carried here on a stick")
    add("outbox", "every command made here and what became of it")


def _add_reading_commands(add: _Add) -> None:
    add("cases", "the cases on this laptop")
    show = add("show", "one case, with work that waits")
    show.add_argument("--case", required=True, metavar="ID")
    search = add("search", "finds cases by words that begin so")
    search.add_argument("--text", required=True)


def _add_work_commands(add: _Add) -> None:
    new = add("new-case", "begins an application: a walk-in, or a paper form")
    new.add_argument("--applicant", required=True, metavar="NAME")
    new.add_argument("--county", required=True, metavar="NAME", help="name or FIPS code")
    new.add_argument("--rent-cents", type=int, help="a month")
    for known in ("phone", "landlord", "remark"):
        new.add_argument(f"--{known}", default="")
    note = add("note", "adds a note to a case")
    note.add_argument("--case", required=True, metavar="ID")
    note.add_argument("--text", required=True)
    decide = add("decide", "decides a case")
    decide.add_argument("--case", required=True, metavar="ID")
    outcome = decide.add_mutually_exclusive_group(required=True)
    outcome.add_argument("--approve", action="store_true", help="approves what was asked for")
    outcome.add_argument("--deny", metavar="CODE[,CODE…]", help="denies with coded reasons")
    decide.add_argument("--reason", default="", help="required where the worksheet doesn't say so by itself")
    for name, text in (
        ("pin", "brings a case of the office whole and keeps it on this laptop (supervisors)"),
        ("unpin", "no longer keeps it; it leaves with the next sync"),
    ):
        add(name, text).add_argument("--case", required=True, metavar="ID")
    move = add("reassign", "moves a case to another caseworker (supervisors)")
    move.add_argument("--case", required=True, metavar="ID")
    move.add_argument("--to", required=True, metavar="NAME")
    move.add_argument("--note", default="")
    settle = add("settle", "settles contradicting decisions (supervisors)")
    settle.add_argument("--case", required=True, metavar="ID")
    settle.add_argument("--keep", required=True, metavar="COMMAND")
    settle.add_argument("--reason", required=True)
    adopt = add("adopt", "adopts or declines late work or a suggestion")
    adopt.add_argument("--command", required=True, metavar="COMMAND")
    adopt.add_argument("--decline", action="store_true")
    adopt.add_argument("--reason", required=True)
    withdraw = add("withdraw", "takes back what has not left this laptop")
    withdraw.add_argument("--command", required=True, metavar="COMMAND")
    seen = add("acknowledge", "notes that you have seen what became of a command")
    seen.add_argument("--command", required=True, metavar="COMMAND")
    configure = add("configure", "pushes sync settings to laptops (administrators)")
    configure.add_argument("--user", action="append", default=[], metavar="NAME", help="only their laptops")
    configure.add_argument("--office", action="append", default=[], metavar="NAME", help="only this office")
    configure.add_argument("--poll-seconds", type=int)
    configure.add_argument("--max-document-bytes", type=int)
    configure.add_argument("--idle-lock-minutes", type=int)
    configure.add_argument("--metered", metavar="HOW", help="usual, commands or by_hand")
    configure.add_argument("--quiet-hours", type=int, nargs=2, metavar="MINUTE", help="from, to (of the day)")
    configure.add_argument("--note", default="")
