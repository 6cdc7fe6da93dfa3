"""Texts on the screen: what is shown, whether it is cut, whether it is in the right language."""

import xml.etree.ElementTree as ET
from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget

from erap_desktop.resource_path import resource_path
from erap_desktop.ui.i18n import LANGUAGES, Language
from erap_desktop.ui.widgets.elided_label import ElidedLabel
from tests.desktop.ui.walk import all_widgets, describe, is_inner

_TOLERANCE = 1
# Each language is called by its own name, whatever the rest is written in.
_OWN_NAMES = frozenset(LANGUAGES.values())


def shown_texts(root: QWidget) -> list[str]:
    """Every text of a screen that is set by the program: words, tips, names for screen readers."""
    texts: list[str] = []
    for widget in all_widgets(root):
        if is_inner(widget):
            continue
        if isinstance(widget, (QLabel, QAbstractButton)):
            texts.append(widget.text())
        if isinstance(widget, QLineEdit):
            texts.append(widget.placeholderText())
        texts += [widget.toolTip(), widget.accessibleName(), widget.windowTitle()]
    return texts


def stale_texts(texts: list[str], language: Language) -> list[str]:
    """Texts that are still the English source although the catalogue has another text for it."""
    translations = {text: forms for text, forms in _translations(language).items() if text not in _OWN_NAMES}
    return [
        f"still English: {text!r}"
        for text in dict.fromkeys(texts)
        if text in translations and text not in translations[text]
    ]


@lru_cache(maxsize=2)
def _translations(language: Language) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for message in ET.parse(resource_path(f"i18n/erap_{language}.ts")).getroot().iter("message"):
        translation = message.findtext("translation") or ""
        if translation:
            found.setdefault(message.findtext("source") or "", set()).add(translation)
    return found


def clipped_texts(root: QWidget) -> list[str]:
    """Labels and buttons that are smaller than their text.

    Shortened ones must give all of it as a tool tip.
    """
    problems = []
    for widget in all_widgets(root):
        if is_inner(widget) or not isinstance(widget, (QLabel, QAbstractButton)) or not widget.text():
            continue
        if isinstance(widget, ElidedLabel):
            if widget.is_elided and not widget.toolTip():
                problems.append(f"shortened without a tool tip: {describe(widget)}")
            continue
        needed = _needed(widget)
        has = widget.size()
        if has.width() + _TOLERANCE < needed.width() or has.height() + _TOLERANCE < needed.height():
            problems.append(f"cut, has {_pair(has)}, needs {_pair(needed)}: {describe(widget)}")
    return problems


def _needed(widget: QLabel | QAbstractButton) -> QSize:
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return QSize(0, widget.heightForWidth(widget.width()))
        return widget.sizeHint()
    hint = widget.minimumSizeHint()
    if isinstance(widget, QPushButton) and widget.text() in widget.toolTip():
        return hint  # may be shortened: all of it is in the tool tip
    return hint.expandedTo(widget.sizeHint())


def _pair(size: QSize) -> str:
    return f"{size.width()} x {size.height()}"
