"""What every screen must keep to, checked in one line: ``check_screen(qtbot, partial(QueueScreen, desk))``.

Names for screen readers, focus by real Tab, size of what is clicked, text not cut at double size, small
screens, language there and back, contrast as drawn. Each check can be called alone; each returns what is
wrong, in words.
"""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QElapsedTimer, QPoint, QRect
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from erap_desktop.ui.i18n import Language, Translation
from erap_desktop.ui.shell.frame import Frame
from erap_desktop.ui.shell.screen_stack import framed
from erap_desktop.ui.theme import Mode, Theme
from tests.desktop.ui.check_keys import focus_walk
from tests.desktop.ui.check_words import clipped_texts, shown_texts, stale_texts
from tests.desktop.ui.contrast import drawn_contrast
from tests.desktop.ui.walk import describe, name_of, reachable, silent_tables, target_widgets

DESIGN = (1093, 600)
SMALL = (683, 384)
# What the window's own rail, strip and status bar leave of it, wide and narrow.
SCREEN_ROOM = (905, 508)
SMALL_SCREEN_ROOM = (627, 292)
LARGE_TEXT_ROOM = (980, 340)
LEAST_TARGET = 24
ASKING_AGAIN_MS = 1_000
LEAST_PRIMARY = 32

Make = Callable[[], QWidget]
Ready = Callable[[QWidget], None]


def check_screen(
    qtbot: QtBot, make: Make, ready: Ready | None = None, *, by_keys: bool = True, translated: bool = True
) -> QWidget:
    """Run all checks on a screen or dialog and assert that nothing is wrong; returns it for more.

    ``ready`` brings it into the state to be looked at (load data, wait for it) after it is shown.
    ``by_keys`` walks it with real Tab presses. ``translated`` is False for a part that holds only a test's
    words.
    """
    Theme.current()
    widget = make()
    framing = not (widget.isWindow() and isinstance(widget, (QDialog, Frame)))
    show(qtbot, partial(framed, widget) if framing else partial(_same, widget), SCREEN_ROOM)
    if ready is not None:
        ready(widget)
    settle()
    problems = [
        *missing_names(widget),
        *silent_tables(widget),
        *small_targets(widget),
        *clipped_texts(widget),
        *drawn_contrast(widget),
    ]
    if by_keys:
        problems += focus_walk(widget).problems
    problems += in_the_dark(widget)
    if translated:
        problems += in_spanish_and_back(widget)
    problems += at_double_size(widget)
    problems += on_a_small_screen(widget)
    assert problems == [], "\n".join(problems)
    return widget


def show(qtbot: QtBot, make: Make, size: tuple[int, int] = DESIGN) -> QWidget:
    """Make a widget, dress it as the window would, and show it at a size."""
    theme = Theme.current()  # before the first widget, which takes its font from it
    widget = make()
    qtbot.addWidget(widget)
    if widget.parentWidget() is None:
        theme.adopt(widget)
    widget.resize(*size)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isVisible)
    settle()
    return widget


def _same(widget: QWidget) -> QWidget:
    return widget


def settle() -> None:
    """Let Qt lay out and draw."""
    for _ in range(3):
        QApplication.processEvents()


def missing_names(root: QWidget) -> list[str]:
    """Controls that a screen reader has no name for, and tables whose rows have no sentence."""
    return [f"no accessible name: {describe(widget)}" for widget in reachable(root) if not name_of(widget)]


def small_targets(root: QWidget) -> list[str]:
    """What is clicked and smaller than a finger or a shaking hand needs."""
    problems = []
    for widget in target_widgets(root):
        least = LEAST_PRIMARY if widget.property("kind") == "primary" else LEAST_TARGET
        if widget.width() < LEAST_TARGET or widget.height() < least:
            problems.append(f"too small ({widget.width()} x {widget.height()}): {describe(widget)}")
    return problems


def in_the_dark(root: QWidget) -> list[str]:
    """Contrast as drawn in dark colours."""
    theme = Theme.current()
    before = theme.mode
    theme.set_mode(Mode.DARK)
    settle()
    problems = drawn_contrast(root)
    theme.set_mode(before)
    settle()
    return [f"dark: {problem}" for problem in problems]


def in_spanish_and_back(root: QWidget) -> list[str]:
    """Texts that stay English in Spanish although there is a translation, are cut there.

    Or do not come back.
    """
    before = shown_texts(root)
    switch("es")
    problems = stale_texts(shown_texts(root), "es") + clipped_texts(root)
    switch("en")
    waited = QElapsedTimer()
    waited.start()
    while (after := shown_texts(root)) != before and waited.elapsed() < ASKING_AGAIN_MS:
        QApplication.processEvents()  # a screen may ask its models again
    changed = [f"{old!r} became {new!r}" for old, new in zip(before, after, strict=False) if old != new]
    if len(before) != len(after):
        changed.append(f"{len(before)} texts became {len(after)}")
    return [f"Spanish: {problem}" for problem in problems] + [f"not back in English: {c}" for c in changed]


def switch(language: Language) -> None:
    """Switch the language and let every widget follow."""
    Translation.current().set_language(language)
    settle()


def at_double_size(root: QWidget) -> list[str]:
    """Texts that are cut, and contents that need sideways scrolling, at 200 % text."""
    theme = Theme.current()
    theme.set_text_scale(2.0)
    root.window().resize(*LARGE_TEXT_ROOM)
    settle()
    problems = clipped_texts(root)
    least = root.minimumSizeHint().width()
    if least > LARGE_TEXT_ROOM[0]:
        problems.append(f"needs {least} px of width, has {LARGE_TEXT_ROOM[0]}")
    theme.set_text_scale(1.0)
    root.window().resize(*SCREEN_ROOM)
    settle()
    return [f"at 200 %: {problem}" for problem in problems]


def on_a_small_screen(root: QWidget) -> list[str]:
    """Sideways scrolling at the smallest size; scrolling down is provided by the window."""
    least = root.minimumSizeHint()
    problems = []
    if least.width() > SMALL_SCREEN_ROOM[0]:
        problems.append(f"small screen: needs {least.width()} px of width, has {SMALL_SCREEN_ROOM[0]}")
    root.window().resize(*SMALL_SCREEN_ROOM)
    settle()
    root.window().resize(*SCREEN_ROOM)
    settle()
    return problems


def places_of(widgets: Iterable[QWidget]) -> dict[str, QRect]:
    """Where widgets are on the screen, by name; only what is visible."""
    return {
        f"{describe(widget)}#{id(widget)}": QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
        for widget in widgets
        if widget.isVisible()
    }


def jumps(before: dict[str, QRect], after: dict[str, QRect]) -> list[str]:
    """What moved by more than a pixel between two moments."""
    moved = []
    for name, old in before.items():
        new = after.get(name)
        if new is not None and _distance(old, new) > 1:
            moved.append(f"{name}: {old} became {new}")
    return moved


def _distance(one: QRect, other: QRect) -> int:
    corners = (one.topLeft() - other.topLeft(), one.bottomRight() - other.bottomRight())
    return max(max(abs(point.x()), abs(point.y())) for point in corners)
