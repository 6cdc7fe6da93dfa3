"""The list of all actions, and the sheet of keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from erap_desktop.ui.shell.window import MainWindow
from tests.desktop.ui.keys import press, write
from tests.desktop.ui.places import CTRL


def test_the_palette_does_what_is_typed_and_remembers_it(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.palette_box.used) as used:
        press(Qt.Key.Key_K, CTRL)
        write("team")
        press(Qt.Key.Key_Return)
    assert window.stack.current_id == "team"
    assert used.args == [["go.team"]]
    window.open_palette()
    assert window.palette_box.entries()[0].id == "go.team"
    window.palette_box.reject()


def test_esc_closes_the_palette_and_the_focus_is_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    before = QApplication.focusWidget()
    press(Qt.Key.Key_K, CTRL)
    write("xyzzy")
    assert window.palette_box.entries() == []
    press(Qt.Key.Key_Escape)  # empties the field
    press(Qt.Key.Key_Escape)
    assert not window.palette_box.isVisible()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)


def test_arrows_move_in_the_list_while_typing_goes_on(window: MainWindow) -> None:
    press(Qt.Key.Key_K, CTRL)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert window.palette_box.list.currentIndex().row() == 1
    assert QApplication.focusWidget() is window.palette_box.field
    window.palette_box.reject()


def test_the_shortcut_sheet_shows_what_is_valid_here(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("case")
    press(Qt.Key.Key_F1)
    sheets = [
        top
        for top in QApplication.topLevelWidgets()
        if type(top).__name__ == "ShortcutSheet" and top.isVisible()
    ]
    words = [label.text() for label in sheets[0].findChildren(QLabel)]
    assert "Ctrl+Shift+N" in words
    assert words.count("Ctrl+Shift+N") == 1
    sheets[0].close()
