"""The acts of an open case: their words, keys and place in the menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from erap_desktop.ui.shell.action_spec import ActionSpec
from erap_desktop.ui.shell.actions import ActionRegistry

if TYPE_CHECKING:
    from erap_desktop.ui.casefile.screen import CaseFileScreen

SCOPE = "case.file"
MENU = (
    "case.note",
    "case.correct",
    "case.checklist",
    "",
    "case.request",
    "case.recommend",
    "case.close",
    "",
    "case.pin",
)


def _spec(id_: str, text: object, icon: str, *keys: str) -> ActionSpec:
    return ActionSpec(id_, str(text), "case", keys, scope=SCOPE, icon=icon)


def add_case_actions(registry: ActionRegistry, screen: CaseFileScreen) -> None:
    """Registers the acts of the case file and puts them onto its menu."""
    acts = (
        (
            _spec("case.decide", QT_TRANSLATE_NOOP("Actions", "Decide this case"), "scale", "Ctrl+D"),
            screen.decide,
        ),
        (
            _spec("case.note", QT_TRANSLATE_NOOP("Actions", "Write a note"), "note", "Ctrl+Shift+N"),
            screen.write_note,
        ),
        (
            _spec("case.correct", QT_TRANSLATE_NOOP("Actions", "Correct a fact"), "edit", "F2"),
            screen.correct_fact,
        ),
        (
            _spec("case.checklist", QT_TRANSLATE_NOOP("Actions", "Tick off the checklist"), "check-circle"),
            screen.to_checklist,
        ),
        (
            _spec(
                "case.request", QT_TRANSLATE_NOOP("Actions", "Ask the applicant for information"), "message"
            ),
            partial(screen.decide, "ask"),
        ),
        (
            _spec("case.recommend", QT_TRANSLATE_NOOP("Actions", "Recommend an outcome"), "flag"),
            partial(screen.decide, "recommend"),
        ),
        (
            _spec("case.close", QT_TRANSLATE_NOOP("Actions", "Close at the applicant's request"), "archive"),
            partial(screen.decide, "close"),
        ),
        (
            _spec(
                "case.pin",
                QT_TRANSLATE_NOOP("Actions", "Keep on this laptop, or no longer"),
                "star",
            ),
            screen.pin,
        ),
        (
            _spec(
                "case.next_section",
                QT_TRANSLATE_NOOP("Actions", "Go to the next section"),
                "chevron-down",
                "Ctrl+PgDown",
            ),
            partial(screen.contents.step, 1),
        ),
        (
            _spec(
                "case.previous_section",
                QT_TRANSLATE_NOOP("Actions", "Go to the previous section"),
                "chevron-up",
                "Ctrl+PgUp",
            ),
            partial(screen.contents.step, -1),
        ),
    )
    for spec, handler in acts:
        registry.add(spec, handler, owner=screen)
    for id_ in MENU:
        if id_:
            screen.bar.menu.addAction(registry.action(id_))
        else:
            screen.bar.menu.addSeparator()
