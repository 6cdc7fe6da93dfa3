"""I8, I9: after cases have left, no byte of them is in any file of the profile."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from erap_desktop.services import sync_items
from erap_desktop.services.drafts import keep_draft
from erap_desktop.services.errors import ServiceError
from erap_desktop.services.syncing import status
from sync.replica.outbox_schema import copy_before, keep_copy
from tests.end_to_end.fleet import Laptop, Office
from tests.replica.parts import decrypted_pages

REMARK, TYPED = "canary-remark-Qz71", "canary-typed-Kd20"
BACKUP = copy_before(Path("outbox.db"), 1).name


def content_of(laptop: Laptop) -> dict[str, bytes]:
    """Every file by its name: databases page by page with the key, free pages too, the rest as it lies."""
    with laptop.session() as session:
        keys = {"replica.db": session.keys.replica}
        keys |= dict.fromkeys(("outbox.db", BACKUP), session.keys.outbox)
    found = {}
    for path in laptop.files():
        name = str(path.relative_to(laptop.folder))
        content = b"".join(decrypted_pages(path, keys[name])) if name in keys else path.read_bytes()
        found[name] = content + name.encode()
    return found


def traces(laptop: Laptop, cases: list[str], others: list[str]) -> list[bytes]:
    """What would give the cases away: what was written, numbers, people, identifiers in both forms.

    Not a name that one of the others has as well.
    """
    shown = [laptop.show(case) for case in cases]
    elsewhere = str([laptop.show(case) for case in others])
    texts = [REMARK, TYPED, *cases, *(str(case["number"]) for case in shown)]
    texts += [name for case in shown if (name := str(case["applicant_name"])) not in elsewhere]
    return [text.encode() for text in texts] + [UUID(case).bytes for case in cases]


def where(files: dict[str, bytes], wanted: list[bytes]) -> dict[str, list[bytes]]:
    """The files in which any of these is, with what it is."""
    found = {name: [trace for trace in wanted if trace in content] for name, content in files.items()}
    return {name: some for name, some in found.items() if some}


def test_i8_no_byte_is_left_in_any_file(office: Office) -> None:
    laptop = office.laptop("worker1")
    cases = [line["id"] for line in laptop.cases()]
    gone, kept = cases[:9], cases[9:]
    for case in gone[:2]:
        laptop.note(case, REMARK)
    with laptop.session() as session:
        keep_draft(session, UUID(gone[0]), "note", {"text": TYPED})
        keep_copy(session.outbox._store, 1)
    laptop.sync()
    wanted = traces(laptop, gone, kept)
    assert {"outbox.db", "replica.db", BACKUP} <= set(where(content_of(laptop), wanted)), "they can be seen"
    for case in gone:
        office.server.move(case, "worker2")
    assert laptop.sync()["removed"] == len(gone) - 1, "one waits for what was typed on it"

    with laptop.session() as session:
        assert status(session).needs_attention == 1
        (item,) = sync_items.sync_items(session).of(sync_items.NEEDS)
        assert (str(item.case), item.detail, item.here) == (gone[0], TYPED, True)
        sync_items.acknowledge(session, item.id)
        with pytest.raises(ServiceError):
            sync_items.acknowledge(session, item.id)
    assert laptop.sync()["removed"] == 1
    assert where(content_of(laptop), wanted) == {}
    assert [line["id"] for line in laptop.cases()] == kept
    assert [one.name for one in (laptop.folder / "sealed").iterdir()], "copies that only the office can open"
