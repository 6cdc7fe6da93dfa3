"""The type of the program: the platform's own family, set in the sizes and weights of the token file."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics, QFontMetricsF

from erap_desktop.ui.theme.tokens import TypeRole

# Vera's wide letters look a size larger than other families at the same size, so they are set smaller and
# tighter.
_WIDE_FAMILIES = ("DejaVu Sans", "Bitstream Vera Sans", "Verdana")
_BODY_POINTS = 10.0
_WIDE_BODY_POINTS = 9.5
_WIDE_SPACING_PERCENT = 98.0


def body_font(text_scale: float = 1.0) -> QFont:
    """The font of running text: the system's family, at least 10 points, times ``text_scale``."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    family = QFontInfo(font).family()
    wide = family.startswith(_WIDE_FAMILIES)
    points = max(font.pointSizeF(), _WIDE_BODY_POINTS if wide else _BODY_POINTS)
    font.setFamilies([family, "DejaVu Sans"])
    font.setPointSizeF(points * text_scale)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)  # even gaps between letters
    if wide:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _WIDE_SPACING_PERCENT)
    return font


def role_font(body: QFont, role: TypeRole) -> QFont:
    """``body`` in the size and weight of a role."""
    font = QFont(body)
    font.setPointSizeF(body.pointSizeF() * role.scale)
    font.setWeight(QFont.Weight(role.weight))
    return font


@dataclass(frozen=True, slots=True)
class ContentHeights:
    """How high Qt makes what is inside a control, in pixels, before border and padding.

    It rounds each its own way.
    """

    button: int
    line: int
    combo: int
    number: int


def content_heights(font: QFont) -> ContentHeights:
    """The heights for a font, as measured on Qt 6.11 at sizes from 9.5 to 13 points."""
    metrics = QFontMetrics(font)
    return ContentHeights(
        button=metrics.size(Qt.TextFlag.TextShowMnemonic, "Xg").height(),
        line=metrics.height() + 2,
        combo=ceil(QFontMetricsF(font).height()) + 2,
        number=metrics.height() + 5,
    )


def tabular(font: QFont) -> QFont:
    """``font`` with digits of one width, for columns of money and dates."""
    digits = QFont(font)
    digits.setFeature(QFont.Tag("tnum"), 1)
    return digits
