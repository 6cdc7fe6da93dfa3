"""F6 and Shift+F6: from one part of the window to the next, to where one was in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

_LONGEST_CHAIN = 10_000


class Panes:
    """Knows the parts in order and what had the focus in each of them."""

    def __init__(self) -> None:
        self._last: dict[int, QWidget] = {}

    def step(self, panes: Sequence[QWidget], forward: bool) -> QWidget | None:
        """Move the focus to the next part that can take it; returns what got it, or None."""
        shown = [pane for pane in panes if pane.isVisibleTo(pane.window())]
        if not shown:
            return None
        focused = QApplication.focusWidget()
        here = self._index(shown, focused)
        if here is not None and focused is not None:
            self._last[id(shown[here])] = focused
        start = -1 if here is None and forward else (here or 0)
        for offset in range(1, len(shown) + 1):
            pane = shown[(start + (offset if forward else -offset)) % len(shown)]
            target = self._target(pane)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return target
        return None

    def _index(self, panes: Sequence[QWidget], focused: QWidget | None) -> int | None:
        if focused is None:
            return None
        for number, pane in enumerate(panes):
            if pane is focused or pane.isAncestorOf(focused):
                return number
        return None

    def _target(self, pane: QWidget) -> QWidget | None:
        last = self._last.get(id(pane))
        if last is not None and isValid(last) and pane.isAncestorOf(last) and _can_focus(last):
            return last
        return first_control(pane)


def first_control(pane: QWidget) -> QWidget | None:
    """The first control of a part, in the order of Tab, or the part itself when it takes the focus."""
    if _can_focus(pane) and (pane.focusPolicy() & Qt.FocusPolicy.TabFocus):
        return pane
    candidate = pane.nextInFocusChain()
    passed = 0
    while candidate is not None and candidate is not pane and passed < _LONGEST_CHAIN:
        if pane.isAncestorOf(candidate) and _can_focus(candidate):
            return candidate
        candidate = candidate.nextInFocusChain()
        passed += 1
    return None


def _can_focus(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    viewport_of = widget.parentWidget()
    inner = isinstance(viewport_of, QAbstractScrollArea) and viewport_of.viewport() is widget
    return takes and widget.isVisibleTo(widget.window()) and widget.isEnabled() and not inner
