"""Joins the panel for a new application and the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from erap_desktop.models.desk import Desk
from erap_desktop.ui.queue.application_panel import ApplicationPanel
from erap_desktop.ui.words.refusals import problem_sentence

if TYPE_CHECKING:
    from erap_desktop.services.births import Born
    from erap_desktop.services.session import Session


class Applying(QObject):
    """Opens the panel, saves what it means, and opens the new case."""

    def __init__(self, desk: Desk, panel: ApplicationPanel, back_to: QWidget) -> None:
        super().__init__(panel)
        self._desk, self._panel, self._back_to = desk, panel, back_to
        panel.meant.connect(self._save)
        panel.put_aside.connect(self.put_aside)

    @Slot()
    def begin(self) -> None:
        """A new application."""
        if self._desk.is_open:
            self._desk.query(_counties).succeeded.connect(self._show)

    @Slot(object)
    def _show(self, counties: tuple[tuple[str, str], ...]) -> None:
        if self._desk.is_open:
            self._panel.show()
            self._panel.begin(counties)

    @Slot()
    def put_aside(self) -> None:
        """Nothing of it is kept."""
        self._panel.forget()
        self._back_to.setFocus()

    @Slot(dict)
    def _save(self, told: dict[str, object]) -> None:
        job = self._desk.perform(partial(_new_case, told=told))
        job.succeeded.connect(self._saved)
        job.failed.connect(self._refused)

    @Slot(object)
    def _saved(self, born: Born) -> None:
        self._panel.forget()
        self._desk.said.emit(self.tr("Application saved on this laptop."))
        self._desk.open_case(born.case)

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        self._panel.say_problem(problem_sentence(error))


def _counties(session: Session) -> tuple[tuple[str, str], ...]:
    from erap_desktop.services.births import counties

    return counties(session)


def _new_case(session: Session, told: dict[str, object]) -> Born:
    from erap_desktop.services.births import Application, new_case

    return new_case(session, Application(**told))  # type: ignore[arg-type]
