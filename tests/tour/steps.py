"""The main job, person by person, with a picture wherever somebody would look."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QSize

from erap_desktop.ui.casefile.screen import CaseFileScreen
from erap_desktop.ui.configuration.screen import ConfigurationScreen
from erap_desktop.ui.contested.screen import ContestedScreen
from erap_desktop.ui.determination.screen import DeterminationScreen
from erap_desktop.ui.queue.screen import QueueScreen
from erap_desktop.ui.team.screen import TeamScreen
from tests.tour.camera import Camera, Seat, dressed, seat
from tests.tour.scenario import Story, acknowledge, push_settings

SMALL = QSize(1093, 600)  # 1366 × 768 at 125 %


def first_start(camera: Camera, folder: Path) -> None:
    """A laptop that is not enrolled yet."""
    with seat(camera, folder / "new-laptop") as here:
        here.take("first-enrolment")
        with dressed("dark", "es"):
            here.take("first-enrolment-dark-spanish")


def at_the_lock(camera: Camera, story: Story) -> None:
    """Unlocking, a wrong passphrase, a damaged local copy."""
    with seat(camera, story.profiles["ben"]) as here:
        here.take("unlock")
        here.unlock("not the passphrase")
        here.take("wrong-passphrase")
    damaged = story.profiles["ben"].with_name("ben-damaged")
    shutil.copytree(story.profiles["ben"], damaged)
    with (damaged / "replica.db").open("r+b") as file:
        file.seek(8192)
        file.write(b"\0" * 4096)
    with seat(camera, damaged) as here:
        here.unlock()
        here.take("damaged-store")


def caseworker(camera: Camera, story: Story) -> None:
    """A day of review: the queue, a case, the worksheet, decisions; then without a network."""
    with seat(camera, story.profiles["ana"]) as here:
        here.unlock()
        here.take("queue")
        with dressed("dark", "en"):
            here.take("queue-dark")
        with dressed("light", "es"):
            here.take("queue-spanish")
        _new_application(here)
        _look_at_a_case(here, story)
        _decide_offline(here, story)
        here.go("sync")
        here.take("sync-centre-offline-work-waiting")
        here.window.work_offline_changed.emit(False)
        here.window.set_work_offline(False)
        here.settle()
        here.take("sync-centre-all-received-one-needs-you")
        with dressed("dark", "es"):
            here.take("sync-centre-dark-spanish")
        here.window.resize(SMALL)
        here.go("queue")
        here.take("queue-small-screen")


def _new_application(here: Seat) -> None:
    """Somebody walks in; what is typed is put away again, so that the queue stays as the others know it."""
    queue = here.window.stack.current
    assert isinstance(queue, QueueScreen)
    here.window.registry.run("queue.new")
    here.settle()
    queue.application.applicant.setText("Rosa Baca (synthetic)")
    queue.application.county.setCurrentIndex(queue.application.county.findText("Catron"))
    queue.application.landlord.setText("Reserve Rentals")
    here.take("new-application")
    with dressed("dark", "es"):
        here.take("new-application-dark-spanish")
    queue.application.put_aside.emit()


def _look_at_a_case(here: Seat, story: Story) -> None:
    queue = here.window.stack.current
    assert isinstance(queue, QueueScreen)
    queue._toggle_peek()
    here.take("queue-peek")
    queue._toggle_peek()
    here.desk.open_case(story.open[0])
    here.take("case-file")
    with dressed("dark", "en"):
        here.take("case-file-dark")
    with dressed("light", "es"):
        here.take("case-file-spanish")
    file = here.window.stack.current
    assert isinstance(file, CaseFileScreen)
    file.decide("")
    here.take("determination")
    with dressed("dark", "es"):
        here.take("determination-dark-spanish")


def _decide_offline(here: Seat, story: Story) -> None:
    here.window.work_offline_changed.emit(True)
    here.window.set_work_offline(True)
    screen = here.window.stack.current
    assert isinstance(screen, DeterminationScreen)
    screen.work.choice.restore({"choice": "deny", "codes": ["D03"], "reason": ""})
    here.take("determination-deny")
    screen.check_decision()
    here.take("check-and-decide-offline")
    screen.confirm()
    here.take("decision-saved-offline")
    screen.show_case(story.open[1])
    here.settle()
    reason = "The overtime ended in October; the employer's letter is in the file."
    screen.work.choice.restore({"choice": "approve", "reason": reason})
    screen.check_decision()
    here.take("check-and-approve-offline")
    screen.confirm()
    here.settle()


def new_holder(camera: Camera, story: Story) -> None:
    """Late work of somebody else waits for the new holder."""
    with seat(camera, story.profiles["ben"]) as here:
        here.unlock()
        here.go("contested")
        here.take("late-work")
        with dressed("light", "es"):
            here.take("late-work-spanish")


def supervisor(camera: Camera, story: Story) -> None:
    """A contest is settled, cases are moved, all of it without a network."""
    with seat(camera, story.profiles["sup"]) as here:
        here.unlock()
        here.take("office-queue")
        screen = here.go("contested")
        assert isinstance(screen, ContestedScreen)
        here.take("contested")
        with dressed("dark", "en"):
            here.take("contested-dark")
        screen.pick(1)
        here.take("contested-one-chosen")
        _reassign_offline(here)
        here.desk.open_case(story.open[2])
        here.take("case-header-only")


def _reassign_offline(here: Seat) -> None:
    team = here.go("team")
    assert isinstance(team, TeamScreen)
    here.take("team")
    with dressed("dark", "es"):
        here.take("team-dark-spanish")
    here.window.work_offline_changed.emit(True)
    here.window.set_work_offline(True)
    rows = team.cases.selectionModel()
    for row in range(3):
        index = team.cases.model().index(row, 0)
        rows.select(index, rows.SelectionFlag.Select | rows.SelectionFlag.Rows)
    here.take("reassign-preview-offline")
    team.move_cases()
    here.take("reassigned-offline")


def administrator(camera: Camera, story: Story) -> None:
    """Settings go out, acknowledgements arrive."""
    push_settings(story.profiles["adm"])
    with seat(camera, story.profiles["adm"]) as here:
        here.unlock()
        screen = here.window.stack.current
        assert isinstance(screen, ConfigurationScreen)
        here.take("configuration")
        screen.show_part("laptops")
        here.take("configuration-sent")
        for name in ("ana", "ben", "sup"):
            acknowledge(story.profiles[name])
        here.desk.sync_now()
        here.settle()
        here.take("configuration-acknowledged")
        with dressed("dark", "es"):
            here.take("configuration-dark-spanish")
