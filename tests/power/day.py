"""A day of one laptop, to be recorded: `python -m tests.power.day FOLDER URL CODE`.

It says each thing as a person is told it, and waits for a line from its caller after each sync.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from uuid import UUID

from erap_desktop.services import work
from erap_desktop.services.session import Session
from erap_desktop.services.syncing import sync
from sync.casework.commands import MarkChecklist
from tests.end_to_end.fleet import Laptop

USER = "worker1"
ROUNDS = 3


def say(*words: object) -> None:
    """One system call, so that the recording shows exactly when it was said."""
    os.write(sys.stdout.fileno(), (" ".join(map(str, words)) + "\n").encode())


def rest() -> None:
    """The caller looks at the server meanwhile."""
    assert sys.stdin.readline()


def main(folder: Path, url: str, code: str) -> None:
    laptop = Laptop(folder, USER)
    enrolled = laptop.enrol(url, code)
    assert enrolled.code == 0, enrolled.err
    say("enrolled")
    for number in range(ROUNDS + 1):
        with laptop.session() as session:  # a process of its own each time, as far as files can tell
            if number:
                _work(session, number)
            _sync(session)
        rest()


def _work(session: Session, number: int) -> None:
    cases = [row.id for row in session.replica.rows() if row.status == "in_review"]
    session.outbox.keep_draft(cases[0], "note", b"typed, not yet meant")
    say("drafted", cases[0])
    _saved(work.deny(session, cases[number], ("D03",), "over the limit"))
    noted = work.note(session, cases[-1], f"called the landlord, round {number}")
    _saved(noted)
    _saved(work.note(session, cases[-1], "no answer; " * 60))
    policy = session.policy()
    assert policy is not None
    _saved(work.perform(session, cases[0], MarkChecklist(item=min(policy.checklist), done=number % 2 == 1)))
    if number == 1:
        _saved(work.withdraw(session, noted.command))


def _saved(done: work.Done) -> None:
    say("saved", done.command)


def _sync(session: Session) -> None:
    say("syncing")
    report = sync(session)
    assert report.online, report.why
    for item in session.outbox.items():
        say("answered", item.id, item.state)
    say("synced")


def answered(text: str) -> tuple[UUID, str] | None:
    """The command and its state, where that is what was said."""
    word, *rest_of_it = text.split()
    return (UUID(rest_of_it[0]), rest_of_it[1]) if word == "answered" else None


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
