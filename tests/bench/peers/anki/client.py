"""Anki's own client, run by the interpreter that Anki is installed for: client.py USER PASSWORD FOLDER URL

A case is a note: its identifier, and itself as JSON. One command a line on stdin, one answer on stdout.
"""

import json
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from anki.collection import AddNoteRequest, Collection
from anki.sync_pb2 import SyncCollectionResponse

KIND = "Case"


class Client:
    def __init__(self, user: str, password: str, folder: str, url: str) -> None:
        Path(folder).mkdir(parents=True, exist_ok=True)
        self.collection = Collection(str(Path(folder) / "collection.anki2"))
        self.user, self.password, self.url = user, password, url
        self.auth: Any = None

    def enrol(self, direct: str) -> dict[str, Any]:
        """Logs in at the server's own address: that belongs to no sync, and leaves no connection to `url`."""
        self.auth = self.collection.sync_login(self.user, self.password, direct)
        self.auth.endpoint = self.url
        return {}

    def sync(self) -> dict[str, Any]:
        """Cases are usable when all of it is done."""
        begun = perf_counter()
        answer = self.collection.sync_collection(self.auth, sync_media=False)
        whole = {SyncCollectionResponse.FULL_DOWNLOAD: False, SyncCollectionResponse.FULL_UPLOAD: True}
        if answer.required in whole:
            self.collection.close_for_full_sync()
            upload = whole[answer.required]
            self.collection.full_upload_or_download(auth=self.auth, server_usn=None, upload=upload)
            self.collection.reopen(after_full_sync=True)
        elif answer.required != SyncCollectionResponse.NO_CHANGES:
            raise RuntimeError(f"the collections cannot be joined: {answer.required}")
        taken = perf_counter() - begun
        return {"seconds": taken, "usable": taken}

    def change(self, file: str) -> dict[str, Any]:
        """`put` has cases by identifier, `gone` identifiers."""
        changes = json.loads(Path(file).read_text())
        have = self._notes()
        known = [self.collection.get_note(have[id_]) for id_ in changes["put"] if id_ in have]
        for note in known:
            note.fields[1] = changes["put"][note.fields[0]]
        self.collection.update_notes(known, skip_undo_entry=True)
        self._add({id_: text for id_, text in changes["put"].items() if id_ not in have})
        self.collection.remove_notes([have[id_] for id_ in changes["gone"]])
        return {}

    def held(self) -> dict[str, str]:
        """Every case here."""
        rows = self.collection.db.all("SELECT flds FROM notes")
        return dict(row[0].split("\x1f") for row in rows)

    def _notes(self) -> dict[str, Any]:
        rows = self.collection.db.all("SELECT id, flds FROM notes")
        return {fields.split("\x1f")[0]: note for note, fields in rows}

    def _add(self, cases: dict[str, str]) -> None:
        kind = self._kind()
        requests = []
        for id_, text in cases.items():
            note = self.collection.new_note(kind)
            note.fields = [id_, text]
            requests.append(AddNoteRequest(note, self.collection.decks.id_for_name("Default")))
        self.collection.add_notes(requests)

    def _kind(self) -> Any:
        """Two fields and one card, sorted by the identifier: nothing is stored twice."""
        models = self.collection.models
        if kind := models.by_name(KIND):
            return kind
        kind = models.new(KIND)
        for name in ("Identifier", "Case"):
            models.add_field(kind, models.new_field(name))
        template = models.new_template("Card")
        template["qfmt"] = "{{Identifier}}"
        models.add_template(kind, template)
        models.add(kind)
        return models.by_name(KIND)


def main(*arguments: str) -> None:
    client = Client(*arguments)
    for line in sys.stdin:
        wanted = json.loads(line)
        print(json.dumps(getattr(client, wanted.pop("do"))(**wanted)), flush=True)
    client.collection.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
