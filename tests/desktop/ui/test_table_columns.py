"""The columns of a table: names first, the rest as there is room, and as somebody drew them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from erap_desktop.ui.shell.memory import FileMemory
from erap_desktop.ui.shell.screen import Screen
from erap_desktop.ui.widgets.column_fit import Column, fit
from erap_desktop.ui.widgets.data_table import DataTable
from tests.desktop.ui.checks import settle, show
from tests.desktop.ui.test_widgets import Rows

NUMBER, NAME = Column(10, gives_way=2), Column(24, least=20, stretch=True)
COUNTY, DUE = Column(12, gives_way=1), Column(20, least=15)


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (1000, [122, 514, 142, 222]),  # what is left over goes to the names
        (720, [122, 262, 142, 194]),  # names have what they like before anything else has
        (658, [122, 222, 142, 172]),  # all have as little as they can do with
        (657, [122, 313, 0, 222]),  # then the county goes, and what it had goes to the names
        (515, [0, 293, 0, 222]),
        (300, [0, 222, 0, 172]),  # names and dates never go: the table scrolls sideways
    ],
)
def test_names_come_first(room: int, widths: list[int]) -> None:
    assert fit((NUMBER, NAME, COUNTY, DUE), letter=10, room=room) == widths


class _Screen(Screen):
    def __init__(self) -> None:
        super().__init__()
        self.table = DataTable("Cases")
        self.table.setObjectName("cases")
        self.table.setModel(Rows())
        self.table.set_columns([Column(12), Column(20, stretch=True), Column(16)])
        self.table.set_sorting(0)
        QVBoxLayout(self).addWidget(self.table)


def _opened(qtbot: QtBot, path: Path) -> DataTable:
    screen = _Screen()
    show(qtbot, lambda: screen, (700, 400))
    screen.remember(FileMemory(str(path)))
    settle()
    return screen.table


def _drag_edge(table: DataTable, column: int, by: int) -> None:
    """Draws the right edge of a column with the mouse."""
    header = table.horizontalHeader()
    edge = QPoint(
        header.sectionViewportPosition(column) + header.sectionSize(column) - 1, header.height() // 2
    )
    target = header.viewport()
    QTest.mouseMove(target, edge)
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(target, edge + QPoint(by, 0))
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=edge + QPoint(by, 0))


def test_a_width_drawn_by_hand_and_the_order_survive_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    table = _opened(qtbot, tmp_path / "window.ini")
    before = table.columnWidth(0)
    _drag_edge(table, 0, 60)
    table.horizontalHeader().setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    drawn = table.columnWidth(0)
    assert drawn > before + 40
    again = _opened(qtbot, tmp_path / "window.ini")
    letter = again.fontMetrics().averageCharWidth()
    assert abs(again.columnWidth(0) - drawn) <= letter
    header = again.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (2, Qt.SortOrder.DescendingOrder)
    again.horizontalHeader().sectionHandleDoubleClicked.emit(0)
    assert again.columnWidth(0) == before
    assert _opened(qtbot, tmp_path / "window.ini").columnWidth(0) == before


def test_a_table_never_drawn_on_keeps_what_it_was_given(qtbot: QtBot, tmp_path: Path) -> None:
    table = _opened(qtbot, tmp_path / "window.ini")
    table.window().resize(500, 400)
    settle()
    table.window().resize(900, 400)
    settle()
    assert table.chosen_widths == [0, 0, 0]


@pytest.mark.parametrize("widths", ["9,9", "a,b,c", "-3,0,0", f"{10**20},0,0"])
def test_a_damaged_memory_is_passed_over(qtbot: QtBot, tmp_path: Path, widths: str) -> None:
    memory = FileMemory(str(tmp_path / "window.ini"))
    memory.write("cases.widths", widths)
    memory.write("cases.order", "77 sideways")
    assert _opened(qtbot, tmp_path / "window.ini").chosen_widths == [0, 0, 0]
