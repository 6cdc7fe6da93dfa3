"""How the program looks: one token file, light and dark; no colour is named anywhere else."""

from erap_desktop.ui.theme.styling import (
    color,
    icon,
    pixmap,
    radius,
    set_icon,
    set_state,
    size,
    space,
    style_button,
    style_label,
    text_label,
)
from erap_desktop.ui.theme.theme import Mode, Theme

__all__ = [
    "Mode",
    "Theme",
    "color",
    "icon",
    "pixmap",
    "radius",
    "set_icon",
    "set_state",
    "size",
    "space",
    "style_button",
    "style_label",
    "text_label",
]
