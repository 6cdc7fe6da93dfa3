"""`python -m tests.tour [folder]`: pictures of every screen into `build/tour`, or the folder named."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory


def main(folder: Path) -> int:
    """Takes every picture; prints where they are."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["ERAP_KEYCHAIN"] = "off"
    from PySide6.QtWidgets import QApplication

    from tests.bench.office import office
    from tests.tour import steps
    from tests.tour.camera import Camera, dressed
    from tests.tour.scenario import CASES, CASEWORKERS, prepare

    app = QApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    camera = Camera(folder)
    with (
        TemporaryDirectory(prefix="erap-tour-") as work,
        office(Path(work), cases=CASES, caseworkers=CASEWORKERS) as place,
        dressed("light", "en"),
    ):
        story = prepare(place)
        steps.first_start(camera, Path(work))
        steps.at_the_lock(camera, story)
        steps.caseworker(camera, story)
        steps.new_holder(camera, story)
        steps.supervisor(camera, story)
        steps.administrator(camera, story)
    app.quit()
    print(f"{len(camera.taken)} pictures in {folder.resolve()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build/tour")))
