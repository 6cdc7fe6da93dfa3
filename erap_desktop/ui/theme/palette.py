"""The Fusion palette made from the tokens: what every plain Qt widget takes its colours from."""

from PySide6.QtGui import QColor, QPalette

from erap_desktop.ui.theme.tokens import Scheme, Tokens

_Role = QPalette.ColorRole

_ROLES: dict[QPalette.ColorRole, str] = {
    _Role.Window: "canvas",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "stripe",
    _Role.Text: "text",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "on-primary",
    _Role.PlaceholderText: "disabled",
    _Role.ToolTipBase: "raised",
    _Role.ToolTipText: "text",
    _Role.Highlight: "selected",
    _Role.HighlightedText: "text",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Light: "surface",
    _Role.Midlight: "sunken",
    _Role.Mid: "line-strong",
    _Role.Dark: "control-border",
    _Role.Shadow: "shadow",
}

_DISABLED: dict[QPalette.ColorRole, str] = {
    _Role.WindowText: "disabled",
    _Role.Text: "disabled",
    _Role.ButtonText: "disabled",
    _Role.HighlightedText: "disabled",
    _Role.Base: "sunken",
    _Role.Button: "sunken",
}


def build_palette(tokens: Tokens, scheme: Scheme) -> QPalette:
    """The application palette of one scheme, every role set, with its disabled group."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(tokens.color(name, scheme)))
    for role, name in _DISABLED.items():
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.color(name, scheme)))
    return palette
