"""Two languages: the catalogues are complete and current, and the program switches while it runs."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from erap_desktop.resource_path import resource_path
from erap_desktop.ui.i18n import Translation
from erap_desktop.ui.widgets.progress_line import ProgressLine
from tests.desktop.ui.checks import switch

PLACEHOLDER = re.compile(r"\{\w*\}|%L?n|%\d")


def test_the_catalogues_are_complete_and_current() -> None:
    script = resource_path("i18n/update.py")
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    problems = done.stderr.splitlines()
    assert not problems, "run resources/i18n/update.py:\n" + "\n".join(problems[:20])


def test_a_text_put_together_at_run_time_is_refused(tmp_path: Path) -> None:
    sys.path.insert(0, str(resource_path("i18n")))
    try:
        texts = import_module("texts")
    finally:
        sys.path.pop(0)
    source = tmp_path / "screen.py"
    source.write_text(
        "class Screen:\n"
        "    def words(self, n):\n"
        "        self.tr('one ' 'text')\n"
        "        self.tr('%n cases', '', n // 2)\n"
        "        translate('Other', '%n days', '', n // 86400)\n"
    )
    assert [(t.context, t.source, t.plural) for t in texts.texts_in([source])] == [
        ("Other", "%n days", True),
        ("Screen", "%n cases", True),
        ("Screen", "one text", False),
    ]
    source.write_text("class Screen:\n    def words(self, name):\n        self.tr(f'Hello {name}')\n")
    with pytest.raises(texts.NotALiteralError, match=r"screen\.py:3"):
        texts.texts_in([source])


@pytest.mark.parametrize("catalogue", ["erap_es.ts", "erap_en.ts"])
def test_translations_keep_the_places_for_values(catalogue: str) -> None:
    wrong = []
    for message in ET.parse(resource_path(f"i18n/{catalogue}")).getroot().iter("message"):
        source = message.findtext("source") or ""
        forms = [form.text or "" for form in message.iter("numerusform")]
        texts = forms[1:] or [message.findtext("translation") or ""]  # "the only case" needs no number
        wanted = sorted(PLACEHOLDER.findall(source))
        wrong += [
            f"{source!r}: {text!r}" for text in texts if text and sorted(PLACEHOLDER.findall(text)) != wanted
        ]
    assert wrong == []


def test_one_thing_takes_a_verb_in_the_singular() -> None:
    counted = re.compile(r"[^.,;]*%L?n[^.,;]*")
    plural_verb = re.compile(r"\b(are|have|were|do|need|wait|contradict|match|stay)\b")
    ones = [
        clause
        for message in ET.parse(resource_path("i18n/erap_en.ts")).getroot().iter("message")
        for clause in counted.findall(message.findtext("translation/numerusform") or "")
    ]
    assert ones
    assert [clause for clause in ones if plural_verb.search(clause)] == []


def test_widgets_follow_the_language_and_come_back(qtbot: QtBot) -> None:
    line = ProgressLine(cancellable=True)
    qtbot.addWidget(line)
    line.show()
    button = line.findChildren(type(line._cancel))[0]
    assert button.text() == "Cancel"
    switch("es")
    assert button.text() == "Cancelar"
    switch("en")
    assert button.text() == "Cancel"


def test_qts_own_texts_follow_too(qtbot: QtBot) -> None:
    switch("es")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "Cancelar"


def test_the_person_opposite_is_spoken_to_in_their_language() -> None:
    translation = Translation.current()
    assert translation.language == "en"
    assert translation.translate_into("es", "Format", "due today") == "vence hoy"
    assert translation.translate_into("es", "FormatCounts", "%Ln days late", 1) == "1 día de atraso"
    assert translation.translate_into("en", "FormatCounts", "%Ln days late", 2) == "2 days late"
    assert translation.translate_into("es", "Nowhere", "kept as it is") == "kept as it is"
