"""The small parts: what each promises, and all of them together through the checks every screen passes."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from erap_desktop.models.item_roles import ItemRole
from erap_desktop.ui.single_keys import SingleKeys
from erap_desktop.ui.theme import Theme, style_button
from erap_desktop.ui.widgets.badge import Badge
from erap_desktop.ui.widgets.card import Card
from erap_desktop.ui.widgets.chip import FilterChip
from erap_desktop.ui.widgets.column_fit import Column
from erap_desktop.ui.widgets.columns import Columns
from erap_desktop.ui.widgets.data_table import DataTable
from erap_desktop.ui.widgets.disclosure import Disclosure
from erap_desktop.ui.widgets.elided_label import ElidedLabel
from erap_desktop.ui.widgets.empty_state import EmptyState
from erap_desktop.ui.widgets.field import Field
from erap_desktop.ui.widgets.figure import Figure
from erap_desktop.ui.widgets.flow import FlowLayout
from erap_desktop.ui.widgets.key_value import KeyValueList
from erap_desktop.ui.widgets.money_edit import MoneyEdit, parse_cents
from erap_desktop.ui.widgets.notice import Notice
from erap_desktop.ui.widgets.page import Page
from erap_desktop.ui.widgets.progress_line import ProgressLine
from erap_desktop.ui.widgets.search_field import SearchField
from erap_desktop.ui.widgets.segmented import Segment, Segmented
from erap_desktop.ui.widgets.split_button import SplitButton
from erap_desktop.ui.widgets.switch import Switch
from tests.desktop.ui.checks import check_screen, settle, show
from tests.desktop.ui.keys import press, write

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Rows(QAbstractTableModel):
    """Case number, name, state; sorts itself; counts how often it is asked."""

    def __init__(self, rows: int = 10_000) -> None:
        super().__init__()
        self.rows = list(range(rows))
        self.asked = 0

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        return 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return ("Case", "Name", "Due")[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        self.asked += 1
        number = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (f"2021-{number:05}", f"Person {number}", "due today")[index.column()]
        if role == ItemRole.BADGE and index.column() == 2:
            return "warning"
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return f"Case {number}, due today"
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self.rows.sort(reverse=order == Qt.SortOrder.DescendingOrder)
        self.layoutChanged.emit()

    def replace(self, rows: int) -> None:
        self.beginResetModel()
        self.rows = list(range(rows))
        self.endResetModel()


def make_table(model: Rows) -> Callable[[], QWidget]:
    def build() -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        table = DataTable("Cases")
        table.setModel(model)
        table.set_columns([Column(12), Column(20, stretch=True), Column(16, badge=True)])
        table.set_sorting(0)
        before, after = QLineEdit(), QLineEdit()
        before.setAccessibleName("Before")
        after.setAccessibleName("After")
        for part in (before, table, after):
            layout.addWidget(part)
        return window

    return build


@pytest.fixture
def rows() -> Rows:
    return Rows()


@pytest.fixture
def table(qtbot: QtBot, rows: Rows) -> DataTable:
    found = show(qtbot, make_table(rows), (700, 600)).findChild(DataTable)
    assert isinstance(found, DataTable)
    return found


def test_the_table_moves_opens_and_peeks_by_keys(table: DataTable, qtbot: QtBot) -> None:
    table.setFocus()
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_K):
        press(key)
    assert table.currentIndex().row() == 2
    with qtbot.waitSignal(table.opened) as opened:
        press(Qt.Key.Key_Return)
    with qtbot.waitSignal(table.peeked) as peeked:
        press(Qt.Key.Key_Space)
    assert (opened.args[0].row(), peeked.args[0].row()) == (2, 2)


def test_letters_never_open_an_editor_and_single_keys_can_be_switched_off(table: DataTable) -> None:
    table.setFocus()
    SingleKeys.current().allow(False)
    press(Qt.Key.Key_J)
    write("2021")
    assert table.currentIndex().row() == 0
    assert table.state() == DataTable.State.NoState


def test_tab_leaves_the_table(table: DataTable) -> None:
    table.setFocus()
    press(Qt.Key.Key_Tab)
    left = QApplication.focusWidget()
    assert left is not None
    assert left.accessibleName() == "After"


def test_there_is_always_a_current_row(table: DataTable, rows: Rows) -> None:
    rows.replace(0)
    assert not table.currentIndex().isValid()
    rows.replace(5)
    assert table.currentIndex().row() == 0


def test_sorting_by_the_header_is_left_to_the_model(table: DataTable, rows: Rows) -> None:
    table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert rows.rows[0] == 9_999
    assert table.model() is rows


def test_ten_thousand_rows_cost_no_more_than_those_in_sight(table: DataTable, rows: Rows) -> None:
    rows.asked = 0
    table.viewport().repaint()
    in_sight = table.viewport().height() // table.rowHeight(0) + 2
    assert 0 < rows.asked <= in_sight * rows.columnCount() * 14
    rows.asked = 0
    table.selectAll()
    assert len(table.selected_rows()) == 10_000


def test_rows_are_as_high_as_their_text_needs(table: DataTable) -> None:
    assert table.rowHeight(0) == 32
    Theme.current().set_text_scale(2.0)
    settle()
    assert table.rowHeight(0) >= table.fontMetrics().height() + 8


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1,234.50", 123_450),
        ("$1234.5", 123_450),
        (".5", 50),
        ("0", 0),
        ("7.", 700),
        ("", None),
        (" 12 ", 1_200),
    ],
)
def test_money_as_people_type_it(text: str, cents: int | None) -> None:
    assert parse_cents(text) == cents


@pytest.mark.parametrize(
    "text", ["1,23.50", "12,34", "1.234", "-5", "abc", "1e5", ".", "12,345,67", "9999999999"]
)
def test_money_that_could_be_misread_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        parse_cents(text)


@given(cents=st.integers(0, 99_999_999_999))
def test_money_written_neatly_is_read_as_the_same(cents: int) -> None:
    assert parse_cents(f"{cents // 100:,}.{cents % 100:02}") == cents


def test_the_money_field_tidies_when_it_is_left_and_keeps_what_it_cannot_read(qtbot: QtBot) -> None:
    def build() -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.addWidget(MoneyEdit())
        layout.addWidget(QPushButton("Next"))
        return window

    edit = show(qtbot, build, (300, 200)).findChild(MoneyEdit)
    assert isinstance(edit, MoneyEdit)
    edit.setFocus()
    with qtbot.waitSignal(edit.amount_changed):
        write("1080")
    press(Qt.Key.Key_Tab)
    assert edit.text() == "1,080.00"
    edit.setText("12,34")
    edit.setFocus()
    press(Qt.Key.Key_Tab)
    assert edit.text() == "12,34"


def test_the_search_field_waits_for_the_end_of_typing_and_esc_empties_it(qtbot: QtBot) -> None:
    edit = show(qtbot, SearchField, (300, 60))
    assert isinstance(edit, SearchField)
    told: list[str] = []
    edit.searched.connect(told.append)
    edit.setFocus()
    write("lopez")
    assert told == []
    qtbot.waitUntil(lambda: told == ["lopez"])
    press(Qt.Key.Key_Escape)
    assert told == ["lopez", ""]
    assert edit.text() == ""


def test_segments_are_chosen_by_arrows_and_counts_change_in_place(qtbot: QtBot) -> None:
    views = Segmented("Saved views")
    views.set_segments([Segment("due", "Due today", 3), Segment("all", "All", 9_812)])
    show(qtbot, lambda: views, (400, 60))
    buttons = views.findChildren(QPushButton)
    assert [button.accessibleName() for button in buttons] == ["Due today, 3", "All, 9,812"]
    buttons[0].setFocus()
    with qtbot.waitSignal(views.chosen) as chosen:
        press(Qt.Key.Key_Right)
    assert chosen.args == ["all"]
    views.set_segments([Segment("due", "Due today", 2), Segment("all", "All", 9_811)])
    assert views.current() == "all"
    assert views.findChildren(QPushButton) == buttons


def test_a_switch_is_a_check_box_to_keys_and_to_a_screen_reader(qtbot: QtBot) -> None:
    switch = show(qtbot, lambda: Switch("Work offline"), (300, 60))
    assert isinstance(switch, Switch)
    switch.setFocus()
    press(Qt.Key.Key_Space)
    assert switch.isChecked()


def test_a_field_names_and_describes_its_editor(qtbot: QtBot) -> None:
    field = Field(QLineEdit())
    qtbot.addWidget(field)
    field.set_words("Monthly rent", "From the lease")
    field.set_error("Enter an amount.")
    assert field.editor.accessibleName() == "Monthly rent"
    assert field.editor.accessibleDescription() == "Enter an amount. From the lease"
    field.set_error("")
    assert field.editor.accessibleDescription() == "From the lease"


def test_facts_keep_their_widgets_when_they_are_refreshed(qtbot: QtBot) -> None:
    facts = KeyValueList()
    qtbot.addWidget(facts)
    facts.set_rows([("County", "Catron"), ("People", "4")])
    label = facts.value_label(0)
    facts.set_rows([("County", "Taos"), ("People", "")])
    assert facts.value_label(0) is label
    assert label.accessibleName() == "County: Taos"
    assert facts.value_label(1).text() == "–"


def test_columns_stack_when_there_is_no_room(qtbot: QtBot) -> None:
    columns = Columns(em=40)
    columns.set_panes([QLabel("Household"), QLabel("Award")])
    show(qtbot, lambda: columns, (900, 200))
    assert columns.across == 2
    columns.resize(400, 200)
    settle()
    assert columns.across == 1


def test_what_is_shortened_is_whole_in_the_tool_tip(qtbot: QtBot) -> None:
    label = show(qtbot, lambda: ElidedLabel("Maria Lopez, 12 Juniper Road, Reserve"), (80, 30))
    assert isinstance(label, ElidedLabel)
    assert label.is_elided
    assert label.toolTip() == label.text()
    label.resize(600, 30)
    settle()
    assert label.toolTip() == ""


def gallery() -> QWidget:
    """One page with every part on it."""
    page = Page("Parts")
    body = page.body
    notice = Notice()
    notice.say(
        "warning", "Two people decided this case.", "Payment is on hold until your supervisor chooses."
    )
    notice.add_button(QPushButton("Show them side by side"))
    body.addWidget(notice)
    household, award = Card("Household"), Card("Award")
    facts = KeyValueList()
    facts.set_rows([("Applicant", "Maria Lopez"), ("Address", "12 Juniper Road, Reserve, NM 87830")])
    household.body.addWidget(facts)
    household.body.addWidget(Badge("success", "Meets"))
    household.add_to_head(style_button(QPushButton("Edit"), "quiet", "edit"))
    figure = Figure()
    figure.say("Award for 3 months", "$3,240.00", "9 of 12 months are left")
    award.body.addWidget(figure)
    rent = Field(MoneyEdit())
    rent.set_words("Monthly rent", "From the lease, page 2")
    rent.set_error("Enter an amount such as 1,080.00.")
    award.body.addWidget(rent)
    decide = SplitButton()
    decide.set_words("Approve $3,240", "Other decisions")
    award.body.addWidget(decide)
    columns = Columns()
    columns.set_panes([household, award])
    body.addWidget(columns)
    chips = QWidget()
    flow = FlowLayout(chips)
    flow.addWidget(FilterChip("County: Catron"))
    flow.addWidget(Switch("Practice only"))
    body.addWidget(chips)
    views = Segmented("Saved views")
    views.set_segments([Segment("due", "Due today", 12), Segment("all", "All", 9_812)])
    body.addWidget(views)
    search = SearchField()
    search.set_words("Search cases", "Search cases")
    body.addWidget(search)
    progress = ProgressLine(cancellable=True)
    progress.show_progress("Fetching documents", 3, 12, "4.1 of 9.6 MB")
    body.addWidget(progress)
    more = Disclosure("History")
    more.body.addWidget(QLabel("Received"))
    body.addWidget(more)
    empty = EmptyState("queue")
    empty.say("Nothing due today", "Cases that are due would be here.", "Show all")
    body.addWidget(empty)
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(page)
    return window


def test_a_flow_is_not_filled_before_it_has_its_place(qtbot: QtBot) -> None:
    """Filled first and placed later, it ended the process some time after."""
    chip = QLabel("County: Catron")
    qtbot.addWidget(chip)
    with pytest.raises(AssertionError, match="where it belongs"):
        FlowLayout().addWidget(chip)


def test_all_parts_together_pass_what_every_screen_must_pass(qtbot: QtBot) -> None:
    check_screen(qtbot, gallery, translated=False)


def test_a_table_passes_what_every_screen_must_pass(qtbot: QtBot) -> None:
    check_screen(qtbot, make_table(Rows(50)), translated=False)
