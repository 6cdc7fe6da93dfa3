"""Style sheets, per widget class, for what is pressed or typed into: buttons, fields, choices, tabs.

They say what a palette cannot: shape, the states of a control, the focus ring. Heights are least heights
from the tokens and fonts are never set here, so text of any size still fits.
"""

from collections.abc import Callable

from erap_desktop.ui.theme.fonts import ContentHeights

Color = Callable[[str], str]
Image = Callable[[str], str]
Pixels = Callable[[str], int]


def _padding(room: int, sides: int) -> str:
    """Padding that fills up ``room`` above and below.

    The odd pixel goes above, where letters leave less air.
    """
    below = max(2, room // 2)
    return f"padding: {max(2, room - below)}px {sides}px {below}px {sides}px;"


def buttons(color: Color, radius: Pixels, size: Pixels, inside: ContentHeights) -> str:
    """QPushButton in its kinds (secondary unless told: primary, danger, quiet, tab, chip) and QToolButton.

    ``inside`` are the heights of contents at the normal size of text.
    """
    room = size("control") - inside.button
    normal, ringed = _padding(room - 2, 13), _padding(room - 4, 12)
    quiet, chip = _padding(room - 4, 8), _padding(size("target") - 4 - inside.button, 8)
    return f"""
QPushButton {{
    border: 1px solid {color("line-strong")}; border-radius: {radius("m")}px;
    background: {color("surface")}; color: {color("text")};
    {normal}
}}
QPushButton:hover {{ background: {color("hover")}; }}
QPushButton:pressed {{ background: {color("pressed")}; }}
QPushButton:focus {{ border: 2px solid {color("focus")}; {ringed} }}
QPushButton:disabled {{ background: {color("sunken")}; color: {color("disabled")};
    border-color: {color("line")}; }}
QPushButton::menu-indicator {{ image: none; width: 0px; }}
{_filled("primary", color)}
{_filled("danger", color)}
QPushButton[kind="quiet"] {{ border: 2px solid transparent; background: transparent;
    {quiet} color: {color("accent")}; }}
QPushButton[kind="quiet"]:hover {{ background: {color("hover")}; }}
QPushButton[kind="quiet"]:pressed {{ background: {color("pressed")}; }}
QPushButton[kind="quiet"]:focus {{ border-color: {color("focus")}; }}
QPushButton[kind="quiet"]:disabled {{ color: {color("disabled")}; }}
QPushButton[kind="tab"] {{ border: 2px solid transparent; background: transparent;
    {quiet} color: {color("muted")}; }}
QPushButton[kind="tab"]:hover {{ background: {color("hover")}; color: {color("text")}; }}
QPushButton[kind="tab"]:checked {{ background: {color("primary-soft")}; color: {color("accent")}; }}
QPushButton[kind="tab"]:focus {{ border-color: {color("focus")}; }}
QPushButton[kind="chip"] {{ border: 2px solid {color("primary-soft")}; background: {color("primary-soft")};
    border-radius: {radius("l") + 3}px; {chip}
    color: {color("accent")}; }}
QPushButton[kind="chip"]:hover {{ background: {color("selected")}; border-color: {color("selected")}; }}
QPushButton[kind="chip"]:focus {{ border-color: {color("focus")}; }}
QToolButton {{ border: 2px solid transparent; border-radius: {radius("m")}px; background: transparent;
    padding: {(size("target") - 6 - size("icon")) // 2}px; color: {color("text")}; }}
QToolButton:hover {{ background: {color("hover")}; }}
QToolButton:pressed, QToolButton:checked {{ background: {color("pressed")}; }}
QToolButton:focus {{ border-color: {color("focus")}; }}
QToolButton:disabled {{ color: {color("disabled")}; }}
QToolButton::menu-indicator {{ image: none; width: 0px; }}
QLineEdit QToolButton, QTabBar QToolButton {{ border: none; padding: 0px; }}
QLineEdit QToolButton:hover, QLineEdit QToolButton:pressed {{ background: transparent; }}
"""


def _filled(kind: str, color: Color) -> str:
    return f"""
QPushButton[kind="{kind}"] {{ border: 1px solid {color(kind)}; background: {color(kind)};
    color: {color("on-primary")}; }}
QPushButton[kind="{kind}"]:hover {{ background: {color(f"{kind}-hover")};
    border-color: {color(f"{kind}-hover")}; }}
QPushButton[kind="{kind}"]:pressed {{ background: {color(f"{kind}-pressed")}; }}
QPushButton[kind="{kind}"]:focus {{ border: 2px solid {color("focus-strong")}; }}
QPushButton[kind="{kind}"]:disabled {{ background: {color("sunken")}; color: {color("disabled")};
    border-color: {color("line")}; }}
"""


def fields(color: Color, image: Image, radius: Pixels, size: Pixels, inside: ContentHeights) -> str:
    """Text, number and date fields, combo boxes."""
    high = size("control")
    normal, ringed = _padding(high - inside.line - 2, 9), _padding(high - inside.line - 4, 8)
    combo, combo_ringed = _padding(high - inside.combo - 2, 9), _padding(high - inside.combo - 4, 8)
    number, number_ringed = _padding(high - inside.number - 2, 9), _padding(high - inside.number - 4, 8)
    lines = "QLineEdit, QComboBox, QAbstractSpinBox"
    areas = "QPlainTextEdit, QTextEdit"
    return f"""
{lines}, {areas} {{
    border: 1px solid {color("control-border")}; border-radius: {radius("m")}px;
    background: {color("surface")}; color: {color("text")};
    selection-background-color: {color("primary")}; selection-color: {color("on-primary")};
}}
{lines} {{ {normal} }}
{areas} {{ padding: 5px 7px; }}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
    border: 2px solid {color("focus")}; {ringed} }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {color("focus")}; padding: 4px 6px; }}
QLineEdit[state="error"], QComboBox[state="error"] {{ border-color: {color("error")}; }}
QLineEdit:read-only, QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled,
QPlainTextEdit:disabled, QTextEdit:disabled {{
    background: {color("sunken")}; border-color: {color("line-strong")}; color: {color("muted")}; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; background: transparent; padding: 0px; }}
QComboBox {{ {combo} padding-right: 28px; }}
QComboBox:focus {{ {combo_ringed} padding-right: 27px; }}
QAbstractSpinBox {{ {number} padding-right: 28px; }}
QAbstractSpinBox:focus {{ {number_ringed} padding-right: 27px; }}
QComboBox::drop-down, QDateEdit::drop-down {{ subcontrol-origin: padding; subcontrol-position: center right;
    border: none; width: 28px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: {image("chevron-down")}; width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ border: 1px solid {color("line-strong")}; background: {color("raised")};
    color: {color("text")}; selection-background-color: {color("selected")}; selection-color: {color("text")};
    outline: none; }}
QComboBox QAbstractItemView::item {{ min-height: {size("target")}px; padding: 0px 8px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 24px;
    background: transparent; }}
QAbstractSpinBox::up-arrow {{ image: {image("chevron-up")}; width: 12px; height: 12px; }}
QAbstractSpinBox::down-arrow {{ image: {image("chevron-down")}; width: 12px; height: 12px; }}
"""


def choices(color: Color, image: Image, radius: Pixels, size: Pixels) -> str:
    """Check boxes and radio buttons, also those inside views."""
    states = ("off", "on", "part")
    names = {"off": "unchecked", "on": "checked", "part": "indeterminate"}
    views = "\n".join(
        f"QAbstractItemView::indicator:{names[s]} {{ image: {image(f'check-{s}')}; }}" for s in states
    )
    checks = "\n".join(f"QCheckBox::indicator:{names[s]} {{ image: {image(f'check-{s}')}; }}" for s in states)
    return f"""
QCheckBox, QRadioButton {{ border: 2px solid transparent; border-radius: {radius("m")}px;
    spacing: 8px; padding: {(size("target") - 4 - 18) // 2}px 3px; background: transparent; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {color("focus")}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {color("disabled")}; }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{ width: 18px; height: 18px; }}
{checks}
{views}
QRadioButton::indicator:unchecked {{ image: {image("radio-off")}; }}
QRadioButton::indicator:checked {{ image: {image("radio-on")}; }}
"""


def tabs(color: Color, radius: Pixels, size: Pixels) -> str:
    """QTabBar and QTabWidget: a line under the chosen one, a ring when it has the focus."""
    return f"""
QTabWidget::pane {{ border: none; border-top: 1px solid {color("line")}; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ border: 2px solid transparent; border-bottom: 3px solid transparent; padding: 0px 12px;
    min-height: {size("target")}px; color: {color("muted")}; background: transparent; }}
QTabBar::tab:hover {{ color: {color("text")}; background: {color("hover")}; }}
QTabBar::tab:selected {{ color: {color("accent")}; border-bottom-color: {color("accent")}; }}
QTabBar::tab:selected:focus {{ border: 2px solid {color("focus")}; border-radius: {radius("s")}px;
    padding-bottom: 1px; }}
"""
