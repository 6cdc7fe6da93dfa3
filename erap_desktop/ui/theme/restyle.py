"""Keeping up with a change of theme.

What a widget was styled as is written on it, and done again from there.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from erap_desktop.ui.theme.icons import screen_ratios, tinted_icon, tinted_pixmap

if TYPE_CHECKING:
    from erap_desktop.ui.theme.theme import Theme

ROLE = "erapTextRole"
TONE = "erapTone"
ICON = "erapIcon"
ICON_TONE = "erapIconTone"
ICON_SIZE = "erapIconSize"

_AIR = 2  # Qt leaves less between icon and words than the eye wants


def restyle_all(theme: "Theme") -> None:
    """Style again every living widget that was styled by a role or an icon."""
    for widget in QApplication.allWidgets():
        restyle_text(widget, theme)
        restyle_icon(widget, theme)


def restyle_text(widget: QWidget, theme: "Theme") -> None:
    """Give a widget the font and colour of the text role that is written on it, if one is."""
    role = widget.property(ROLE)
    if not isinstance(role, str):
        return
    tone = widget.property(TONE)
    color = theme.color(tone if isinstance(tone, str) and tone else theme.tokens.type[role].tone)
    widget.setFont(theme.font(role))
    palette = widget.palette()
    for place in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(place, color)
    widget.setPalette(palette)


def restyle_icon(widget: QWidget, theme: "Theme") -> None:
    """Give a button or label the icon that is written on it, if one is."""
    name = widget.property(ICON)
    if not isinstance(name, str):
        return
    color, pixels = theme.hex(str(widget.property(ICON_TONE))), theme.size(str(widget.property(ICON_SIZE)))
    if isinstance(widget, QAbstractButton):
        air = _AIR if isinstance(widget, QPushButton) else 0
        widget.setIcon(tinted_icon(name, color, theme.hex("disabled"), pixels, air))
        widget.setIconSize(QSize(pixels + 2 * air, pixels))
    elif isinstance(widget, QLabel):
        widget.setPixmap(tinted_pixmap(name, color, pixels, screen_ratios()[-1]))
        widget.setFixedSize(pixels, pixels)
