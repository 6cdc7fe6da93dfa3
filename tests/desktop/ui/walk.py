"""Finding the widgets of a screen that a person can reach, and what a screen reader calls them."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTableView,
    QWidget,
)

_COMPOSITE = (QAbstractSpinBox, QComboBox, QLineEdit, QCalendarWidget)


def all_widgets(root: QWidget) -> Iterator[QWidget]:
    """A widget and all that is visible inside it."""
    yield root
    for widget in root.findChildren(QWidget):
        if widget.isVisible():
            yield widget


def is_inner(widget: QWidget) -> bool:
    """Whether a widget is Qt's own part of another one: a spin box's field, a view's port."""
    parent = widget.parentWidget()
    if isinstance(widget, QScrollBar):
        return True
    while parent is not None:
        if isinstance(parent, _COMPOSITE):
            return True
        if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
            return True
        parent = parent.parentWidget()
    return False


def reachable(root: QWidget) -> list[QWidget]:
    """What takes the focus."""
    return [
        widget
        for widget in all_widgets(root)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget is not root and not is_inner(widget)
    ]


def target_widgets(root: QWidget) -> list[QWidget]:
    """What is clicked."""
    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit)
    return [widget for widget in all_widgets(root) if isinstance(widget, kinds) and not is_inner(widget)]


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget; empty when it has nothing to say.

    A combo box's own interface answers with its value, and a field's with its text, so those need a name or
    a buddy.
    """
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, _COMPOSITE):
        return _buddy_text(widget)
    if isinstance(widget, QTableView) and not _rows_speak(widget):
        return ""
    interface = cast(QAccessibleInterface | None, QAccessible.queryAccessibleInterface(widget))
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def describe(widget: QWidget) -> str:
    """A widget in a message: class, object name or text, and where it is."""
    text = widget.objectName()
    if isinstance(widget, (QAbstractButton, QLabel)):
        text = text or widget.text()
    parents: list[str] = []
    parent = widget.parentWidget()
    while parent is not None and len(parents) < 3:
        parents.append(type(parent).__name__)
        parent = parent.parentWidget()
    return f"{type(widget).__name__} {text!r} in {' < '.join(parents)}"


def silent_tables(root: QWidget) -> list[str]:
    """Tables with rows that have no sentence in ``AccessibleTextRole`` of column 0."""
    tables = [widget for widget in all_widgets(root) if isinstance(widget, QTableView)]
    return [f"rows without a sentence: {describe(table)}" for table in tables if not _rows_speak(table)]


def _rows_speak(table: QTableView) -> bool:
    model = cast(QAbstractItemModel | None, table.model())
    if model is None or model.rowCount() == 0:
        return True
    return bool(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def _buddy_text(widget: QWidget) -> str:
    window = widget.window()
    for label in window.findChildren(QLabel):
        if label.buddy() is widget:
            return label.text()
    return ""
