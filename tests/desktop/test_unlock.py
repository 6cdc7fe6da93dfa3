"""Before the work: the passphrase and whatever stands in its way, and the first enrolment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from erap_desktop.models.background import Background
from erap_desktop.models.desk import Desk
from erap_desktop.models.lease_note import lease_note
from erap_desktop.models.passphrase_strength import Strength, strength
from erap_desktop.ui.i18n import Translation
from erap_desktop.ui.unlock.screen import UnlockScreen
from erap_desktop.ui.unlock.trouble import explain
from erap_desktop.ui.unlock.vault_words import SENTENCES, told
from erap_desktop.ui.widgets.field import Field
from erap_desktop.vault.errors import KeychainGone, PassphraseDestroyed
from erap_desktop.vault.messages import TEXTS
from sync.replica.errors import NewerSchemaError
from tests.desktop.profiles import PASSPHRASE, DemoOffice
from tests.desktop.ui.checks import check_screen, show


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    """Each test begins in English."""
    yield
    Translation.current().set_language("en")
    qapp.processEvents()


@pytest.fixture
def background() -> Iterator[Background]:
    """Threads that are joined at the end."""
    made = Background()
    yield made
    made.close()


@pytest.fixture
def enrolled(office: DemoOffice, tmp_path: Path, background: Background) -> Iterator[Desk]:
    """The locked desk of a laptop that has its cases."""
    desk = Desk(office.enrol(tmp_path / "laptop", "worker1").folder, background)
    desk.work_offline = True
    yield desk
    desk.lock()


@pytest.fixture
def fresh(tmp_path: Path, background: Background, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The desk of a laptop that was never set up."""
    monkeypatch.setenv("ERAP_KEYCHAIN", "off")
    desk = Desk(tmp_path / "new", background)
    desk.work_offline = True
    yield desk
    desk.lock()


def shown(desk: Desk, qtbot: QtBot) -> UnlockScreen:
    screen = show(qtbot, partial(UnlockScreen, desk))
    assert isinstance(screen, UnlockScreen)
    return screen


def type_passphrase(screen: UnlockScreen, text: str) -> None:
    edit = screen.unlock_page.passphrase.edit
    edit.clear()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def says(field: Field, text: str) -> bool:
    return text in field.error


def press(edit: QWidget, letter: str) -> None:
    """A letter key without Shift that gives this letter: a capital comes only by Caps Lock."""
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, letter)
    QApplication.sendEvent(edit, key)


def words(widget: QWidget) -> str:
    """Everything that can be read."""
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


# --- Unlocking ---------------------------------------------------------------------------------------


def test_both_pages_keep_to_what_every_screen_must(enrolled: Desk, fresh: Desk, qtbot: QtBot) -> None:
    check_screen(qtbot, partial(UnlockScreen, enrolled))
    check_screen(qtbot, partial(UnlockScreen, fresh))


def test_one_types_at_once_and_is_in(enrolled: Desk, qtbot: QtBot) -> None:
    screen = shown(enrolled, qtbot)
    assert QApplication.focusWidget() is screen.unlock_page.passphrase.edit
    with qtbot.waitSignal(enrolled.unlocked, timeout=10_000):
        type_passphrase(screen, PASSPHRASE)
    assert screen.unlock_page.passphrase.text() == ""


def test_a_wrong_passphrase_says_how_many_tries_are_left_and_then_how_long_to_wait(
    enrolled: Desk, qtbot: QtBot
) -> None:
    screen = shown(enrolled, qtbot)
    page = screen.unlock_page
    for left in (9, 8, 7):
        type_passphrase(screen, "not the right one")
        qtbot.waitUntil(partial(says, page.field, f"Tries left: {left}"), timeout=10_000)
        assert page.passphrase.edit.selectedText() != ""
    assert not page.button.isEnabled()
    assert page.button.text() == "Wait 1 second"
    qtbot.waitUntil(page.button.isEnabled, timeout=5_000)
    with qtbot.waitSignal(enrolled.unlocked, timeout=10_000):
        type_passphrase(screen, PASSPHRASE)


def test_caps_lock_is_noticed_from_what_is_typed(enrolled: Desk, qtbot: QtBot) -> None:
    screen = shown(enrolled, qtbot)
    edit = screen.unlock_page.passphrase.edit
    press(edit, "A")
    assert "Caps Lock is on" in words(screen)
    press(edit, "a")
    assert "Caps Lock is on" not in words(screen)


def test_the_passphrase_can_be_shown_and_hides_again(enrolled: Desk, qtbot: QtBot) -> None:
    passphrase = shown(enrolled, qtbot).unlock_page.passphrase
    QTest.keyClicks(passphrase.edit, "abc")
    passphrase.show_button.click()
    assert passphrase.edit.displayText() == "abc"
    assert passphrase.show_button.accessibleName() == "Hide passphrase"
    passphrase.clear()
    QTest.keyClicks(passphrase.edit, "abc")
    assert passphrase.edit.displayText() != "abc"


def test_the_end_of_offline_work_is_told(enrolled: Desk, qtbot: QtBot) -> None:
    screen = shown(enrolled, qtbot)
    qtbot.waitUntil(lambda: "You can work offline until" in words(screen), timeout=10_000)


def test_a_damaged_copy_is_rebuilt_from_the_lock_and_own_work_stays(enrolled: Desk, qtbot: QtBot) -> None:
    (enrolled.folder / "replica.db").write_bytes(b"no database at all" * 1000)
    screen = shown(enrolled, qtbot)
    type_passphrase(screen, PASSPHRASE)
    qtbot.waitUntil(screen.unlock_page.rebuild.isVisible, timeout=10_000)
    assert "Your own work is safe" in words(screen)
    with qtbot.waitSignal(enrolled.unlocked, timeout=10_000):
        screen.unlock_page.rebuild.click()
    assert enrolled.session.rebuilt


def test_what_stands_in_the_way_is_said_in_both_languages(tmp_path: Path, qtbot: QtBot) -> None:
    errors = (
        NewerSchemaError(tmp_path / "replica.db", 9, 1),
        KeychainGone("missing", "GNOME Keyring"),
        PassphraseDestroyed(),
    )
    english = [explain(error).sentence for error in errors]
    assert "A newer ERAP Desktop" in english[0]
    assert "GNOME Keyring" in english[1]
    assert explain(errors[2]).final
    Translation.current().set_language("es")
    spanish = [explain(error).sentence for error in errors]
    assert all(one != other for one, other in zip(english, spanish, strict=True))
    assert "GNOME Keyring" in spanish[1]


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_every_sentence_of_the_vault_can_be_translated(key: str, qtbot: QtBot) -> None:
    parts = (" ".join(part) if isinstance(part, tuple) else part for part in SENTENCES[key])
    assert tuple(parts) == tuple(TEXTS[key])
    values: dict[str, int | str] = dict.fromkeys(
        ("left", "wait", "name", "reason", "detail", "mib", "length", "minimum", "maximum", "fingerprint"),
        "7",
    )
    Translation.current().set_language("es")
    spanish = told(key, values)
    assert all(said and said != part.format(**values) for said, part in zip(spanish, TEXTS[key], strict=True))


def test_the_lease_counts_from_the_last_contact() -> None:
    now = datetime(2026, 11, 25, 12, tzinfo=UTC)
    working = lease_note(now - timedelta(days=1), now)
    assert (working.state, working.until) == ("active", now + timedelta(days=9))
    reading = lease_note(now - timedelta(days=11), now)
    assert (reading.state, reading.until) == ("read-only", now + timedelta(days=3))
    assert lease_note(now - timedelta(days=40), now).until is None


# --- Setting up --------------------------------------------------------------------------------------


def fill(screen: UnlockScreen, url: str, code: str, again: str = PASSPHRASE) -> None:
    form = screen.enrol_page.form
    form.server.setText(url)
    form.user.setText("worker2")
    form.code.setText(code)
    form.passphrase.edit.setText(PASSPHRASE)
    form.again.edit.setText(again)


def test_a_new_laptop_is_set_up_on_one_page(office: DemoOffice, fresh: Desk, qtbot: QtBot) -> None:
    screen = shown(fresh, qtbot)
    assert screen.enrol_page.isVisible()
    fill(screen, office.url, office.code("worker2"))
    with qtbot.waitSignal(fresh.unlocked, timeout=20_000):
        screen.enrol_page.button.click()
    assert fresh.session.identity.user == "worker2"
    assert screen.enrol_page.form.passphrase.text() == screen.enrol_page.form.code.text() == ""


def test_a_used_code_is_said_at_the_code(office: DemoOffice, fresh: Desk, qtbot: QtBot) -> None:
    screen = shown(fresh, qtbot)
    fill(screen, office.url, "AAAA-BBBB-CCCC-DDDD")
    screen.enrol_page.button.click()
    field = screen.enrol_page.form.fields["code"]
    qtbot.waitUntil(lambda: "does not accept" in field.error, timeout=10_000)
    assert not fresh.enrolled


def test_a_server_that_does_not_answer_is_said_at_its_address(fresh: Desk, qtbot: QtBot) -> None:
    screen = shown(fresh, qtbot)
    fill(screen, "http://127.0.0.1:9", "AAAA-BBBB-CCCC-DDDD")
    screen.enrol_page.button.click()
    field = screen.enrol_page.form.fields["server"]
    qtbot.waitUntil(lambda: "could not be reached" in field.error, timeout=10_000)
    assert "code is still good" in field.error
    QTest.keyClicks(screen.enrol_page.form.server, "1")
    assert field.error == ""


def test_what_is_missing_is_said_before_anything_is_sent(fresh: Desk, qtbot: QtBot) -> None:
    screen = shown(fresh, qtbot)
    fill(screen, "", "", again="something else")
    screen.enrol_page.button.click()
    fields = screen.enrol_page.form.fields
    assert [name for name in fields if fields[name].error] == ["server", "code", "again"]
    assert QApplication.focusWidget() is screen.enrol_page.form.server
    assert not fresh.background.busy


def test_the_strength_hint_goes_by_length_and_variety() -> None:
    said = {
        text: strength(text)
        for text in ("short", "1" * 30, "plum river 9", "plum river lantern", PASSPHRASE * 2)
    }
    assert list(said.values()) == [
        Strength.TOO_SHORT,
        Strength.FAIR,
        Strength.FAIR,
        Strength.GOOD,
        Strength.STRONG,
    ]
