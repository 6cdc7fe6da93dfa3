"""What screens call: the colour of a token, a label in a role, a button of a kind, an icon in a tone.

All of it follows a change of theme by itself.
"""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QSizePolicy, QWidget

from erap_desktop.ui.theme import restyle
from erap_desktop.ui.theme.icons import screen_ratios, tinted_icon, tinted_pixmap
from erap_desktop.ui.theme.theme import Theme

ButtonKind = Literal["primary", "secondary", "quiet", "danger", "tab", "chip"]
TextStyle = Literal["display", "title", "heading", "body", "strong", "muted", "caption", "overline"]


def color(name: str) -> QColor:
    """The colour of a token in the scheme that is shown now. Raises KeyError for an unknown name."""
    return Theme.current().color(name)


def space(name: str) -> int:
    """A space token (hair, xs, s, m, l, xl, xxl) in logical pixels."""
    return Theme.current().tokens.space[name]


def radius(name: str) -> int:
    """A corner radius token (s, m, l) in logical pixels."""
    return Theme.current().tokens.radius[name]


def size(name: str) -> int:
    """A size token in logical pixels; grows with the text."""
    return Theme.current().size(name)


def icon(name: str, tone: str = "text", pixels: str = "icon") -> QIcon:
    """An icon tinted for now; for what stays on screen use :func:`set_icon`, which follows the theme."""
    theme = Theme.current()
    return tinted_icon(name, theme.hex(tone), theme.hex("disabled"), theme.size(pixels))


def pixmap(name: str, tone: str = "text", pixels: str = "icon") -> QPixmap:
    """An icon tinted for now, as a picture for painting."""
    theme = Theme.current()
    return tinted_pixmap(name, theme.hex(tone), theme.size(pixels), screen_ratios()[-1])


def set_icon(widget: QAbstractButton | QLabel, name: str, tone: str = "text", pixels: str = "icon") -> None:
    """Show an icon on a button or a label, and keep it right when the theme changes."""
    widget.setProperty(restyle.ICON, name)
    widget.setProperty(restyle.ICON_TONE, tone)
    widget.setProperty(restyle.ICON_SIZE, pixels)
    restyle.restyle_icon(widget, Theme.current())


def style_button(button: QPushButton, kind: ButtonKind, icon_name: str | None = None) -> QPushButton:
    """Make a button of a kind, perhaps with an icon in the colour that kind reads in; returns the button."""
    button.setProperty("kind", kind)
    if icon_name is not None:
        set_icon(button, icon_name, _BUTTON_TONES[kind], "icon-text")
    _repolish(button)
    return button


_BUTTON_TONES: dict[str, str] = {
    "primary": "on-primary",
    "danger": "on-primary",
    "secondary": "muted",
    "quiet": "accent",
    "tab": "muted",
    "chip": "accent",
}


def style_label(label: QLabel, role: TextStyle, tone: str | None = None) -> QLabel:
    """Set a label in a type role, in the role's colour or another tone; returns the label."""
    label.setProperty(restyle.ROLE, role)
    label.setProperty(restyle.TONE, tone or "")
    restyle.restyle_text(label, Theme.current())
    return label


def text_label(
    text: str = "", role: TextStyle = "body", *, wrap: bool = False, selectable: bool = False
) -> QLabel:
    """A plain-text label in a role. What applicants wrote is never taken for markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return style_label(label, role)


def set_state(widget: QWidget, state: Literal["", "error"]) -> None:
    """Mark a field as wrong (border in the error colour) or take the mark away.

    Say why in words beside it.
    """
    widget.setProperty("state", state)
    _repolish(widget)


def _repolish(widget: QWidget) -> None:
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.updateGeometry()
