"""Walking a screen with real Tab presses."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from tests.desktop.ui.walk import describe, reachable

_MOST_STEPS = 300


@dataclass
class Walk:
    """Where Tab led, and what was wrong with it."""

    stops: list[QWidget] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """The stops by object name, else by class."""
        return [stop.objectName() or type(stop).__name__ for stop in self.stops]


def focus_walk(root: QWidget) -> Walk:
    """Tab through a screen until it comes round, then back with Shift+Tab.

    Wrong: a stop met twice before the round is full, a table that keeps Tab, another order backwards, a
    control that takes the focus by Tab but is never met.
    """
    walk = Walk()
    wanted = [w for w in reachable(root) if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    if not wanted:
        return walk
    first = wanted[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    walk.stops = _round(root, Qt.Key.Key_Tab, walk)
    backwards = _round(root, Qt.Key.Key_Backtab, walk)
    expected = [walk.stops[0], *reversed(walk.stops[1:])] if walk.stops else []
    if backwards != expected:
        walk.problems.append(f"Shift+Tab is not the way back: {_names(backwards)} after {_names(walk.stops)}")
    for widget in wanted:
        proxied = widget.focusProxy()
        if widget not in walk.stops and proxied not in walk.stops and not _in_group(widget, walk.stops):
            walk.problems.append(f"never met by Tab: {describe(widget)}")
    return walk


def _round(root: QWidget, key: Qt.Key, walk: Walk) -> list[QWidget]:
    start = QApplication.focusWidget()
    stops: list[QWidget] = []
    for _ in range(_MOST_STEPS):
        here = QApplication.focusWidget()
        if here is None:
            walk.problems.append("the focus was lost")
            return stops
        if here in stops:
            if here is not start:
                walk.problems.append(f"met twice before the round was full: {describe(here)}")
            return stops
        stops.append(here)
        QTest.keyClick(here, key)
        if QApplication.focusWidget() is here and isinstance(here, QTableView):
            walk.problems.append(f"a table keeps Tab: {describe(here)}")
            return stops
    walk.problems.append(f"Tab did not come round in {_MOST_STEPS} steps")
    return stops


def _in_group(widget: QWidget, stops: list[QWidget]) -> bool:
    """Of a group of buttons only the chosen one is a stop; arrows lead to the others."""
    group = getattr(widget, "group", None)
    found = group() if callable(group) else None
    return found is not None and any(stop in found.buttons() for stop in stops)


def _names(widgets: list[QWidget]) -> list[str]:
    return [describe(widget) for widget in widgets]
