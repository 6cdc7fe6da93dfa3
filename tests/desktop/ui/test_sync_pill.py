"""The sync mark never lies: in no state does it say that everything is at the office while something waits.

He sync mark never lies: in no state does it say that everything is at the office while something waits.
"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from erap_desktop.models.sync_pill import PillKind, PillState
from erap_desktop.ui.shell.pill_words import PillWords, pill_words
from erap_desktop.ui.shell.sync_pill import SyncPill
from tests.desktop.ui.checks import switch

NOW = datetime(2026, 11, 24, 14, 2).astimezone()
HOUR = timedelta(hours=1)
MOMENTS = st.none() | st.integers(0, 90_000).map(lambda minutes: NOW - timedelta(minutes=minutes))
STATES = st.builds(
    PillState,
    kind=st.sampled_from(PillKind),
    waiting=st.integers(0, 500),
    since=MOMENTS,
    checked=MOMENTS,
    sent=st.integers(0, 500),
    total=st.integers(0, 500),
    needs=st.integers(0, 9),
    retry_seconds=st.integers(0, 600),
    connect_before=st.none() | st.just(NOW + 3 * HOUR),
)


@given(state=STATES)
def test_everything_is_at_the_office_only_when_it_is(state: PillState) -> None:
    words = pill_words(state, NOW)
    if state.waiting > 0 or state.needs > 0 or state.checked is None:
        assert "Everything" not in words.text
        assert words.tone != "success"


@given(state=STATES)
def test_there_is_always_a_sentence_an_icon_and_the_number_of_what_waits(state: PillState) -> None:
    words = pill_words(state, NOW)
    assert words.text.strip()
    assert words.icon
    assert "{" not in words.text + words.details
    if state.waiting > 0:
        said = f"{words.text} {words.count} {words.details}"
        assert str(state.waiting) in said or words.text.startswith("Sending")


SENTENCES = [
    (
        PillState(PillKind.ALL_RECEIVED, checked=NOW),
        "Everything is at the office. Checked 14:02.",
        "Todo está en la oficina. Revisado: 14:02.",
    ),
    (
        PillState(PillKind.WAITING, waiting=12, since=NOW - HOUR),
        "Saved on this laptop. 12 changes not sent yet.",
        "Guardado en esta computadora. 12 cambios sin enviar.",
    ),
    (
        PillState(PillKind.WAITING, waiting=1, since=NOW - HOUR),
        "Saved on this laptop. 1 change not sent yet.",
        "Guardado en esta computadora. 1 cambio sin enviar.",
    ),
    (
        PillState(PillKind.OFFLINE),
        "Offline. Keep working; changes are saved here.",
        "Sin conexión. Siga trabajando; los cambios se guardan aquí.",
    ),
    (
        PillState(PillKind.OFFLINE, waiting=3, since=NOW - HOUR),
        "Offline since 13:02. Keep working; changes are saved here.",
        "Sin conexión desde: 13:02. Siga trabajando; los cambios se guardan aquí.",
    ),
    (PillState(PillKind.SENDING, sent=2, total=12), "Sending 3 of 12…", "Enviando 3 de 12…"),
    (
        PillState(PillKind.PAUSED),
        "Sync is paused. Changes stay on this laptop.",
        "Sincronización en pausa. Los cambios quedan en esta computadora.",
    ),
    (
        PillState(PillKind.WAITING, waiting=2, since=NOW - 48 * HOUR, connect_before=NOW + 75 * HOUR),
        "Your oldest change has waited 2 days. Connect before Friday 17:02.",
        "Su cambio más antiguo espera hace 2 días. Conéctese antes del viernes 17:02.",
    ),
    (PillState(PillKind.NEEDS_YOU, needs=1), "1 item needs you.", "1 asunto requiere su atención."),
    (PillState(PillKind.NEEDS_YOU, needs=2), "2 items need you.", "2 asuntos requieren su atención."),
    (
        PillState(PillKind.BUSY, retry_seconds=120),
        "The office system is busy. Nothing is lost. Trying again in 2 min.",
        "El sistema está ocupado. No se perdió nada. Nuevo intento en 2 min.",
    ),
    (
        PillState(PillKind.UNSURE),
        "We don't know yet if this arrived. We will check before sending again.",
        "Aún no sabemos si llegó. Lo comprobaremos antes de reenviar.",
    ),
    (
        PillState(PillKind.SIGN_IN),
        "Sign in again to send. Your work is safe here.",
        "Inicie sesión para enviar. Su trabajo está seguro aquí.",
    ),
]


@pytest.mark.parametrize(("state", "english", "spanish"), SENTENCES)
def test_the_sentences_in_both_languages(state: PillState, english: str, spanish: str) -> None:
    assert pill_words(state, NOW).text == english
    switch("es")
    assert pill_words(state, NOW).text == spanish


def test_each_kind_has_its_own_icon() -> None:
    icons = [pill_words(PillState(kind, waiting=1, checked=NOW, needs=1), NOW).icon for kind in PillKind]
    assert len(set(icons)) == len(PillKind) - 1, "all-received with something open shows as what is open"


def test_the_pill_tells_a_screen_reader_all_and_follows_the_language(qtbot: QtBot) -> None:
    pill = SyncPill()
    qtbot.addWidget(pill)
    pill.set_state(PillState(PillKind.OFFLINE, waiting=3, since=datetime.now(UTC)))
    assert pill.accessibleName().startswith("Offline since")
    assert pill.accessibleDescription() == "3 changes wait on this laptop."
    assert isinstance(pill.words, PillWords)
    assert pill.words.count == "3"
    pill.show()
    switch("es")
    assert pill.accessibleName().startswith("Sin conexión desde")
