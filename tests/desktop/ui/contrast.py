"""Contrast by the formula of WCAG 2: of two colours, and of text as it was drawn."""

from collections import Counter

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.desktop.ui.walk import all_widgets, describe, is_inner

LEAST_TEXT = 4.5
# Thin letters never reach their full colour in the grey of their edges.
_DRAWN_TOLERANCE = 0.4


def luminance(color: QColor) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    parts = []
    for value in (color.redF(), color.greenF(), color.blueF()):
        parts.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one: QColor, other: QColor) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def drawn_contrast(root: QWidget) -> list[str]:
    """Labels and buttons whose text, as drawn on what is behind it, is too faint."""
    picture = root.grab().toImage()
    scale = picture.devicePixelRatio()
    problems = []
    for widget in all_widgets(root):
        is_text = isinstance(widget, (QLabel, QAbstractButton)) and bool(widget.text())
        if not is_text or is_inner(widget) or not widget.isEnabled() or widget.visibleRegion().isEmpty():
            continue
        corner = widget.mapTo(root, widget.rect().topLeft())
        part = picture.copy(
            round(corner.x() * scale),
            round(corner.y() * scale),
            round(widget.width() * scale),
            round(widget.height() * scale),
        )
        found = _text_contrast(part)
        if found is not None and found < LEAST_TEXT - _DRAWN_TOLERANCE:
            problems.append(f"contrast {found:.1f}: {describe(widget)}")
    return problems


def _text_contrast(part: QImage) -> float | None:
    counts: Counter[int] = Counter()
    for y in range(part.height()):
        for x in range(part.width()):
            counts[part.pixel(x, y)] += 1
    if len(counts) < 3:
        return None  # nothing is drawn here, as when it is scrolled out of sight
    ground = QColor(counts.most_common(1)[0][0])
    return max(ratio(QColor(pixel), ground) for pixel in counts)
