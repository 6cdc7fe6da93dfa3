"""Style sheets, per widget class, for what is looked at: tables, lists, menus, scroll bars, progress."""

from erap_desktop.ui.theme.sheet_controls import Color, Image, Pixels


def views(color: Color, image: Image, radius: Pixels, size: Pixels) -> str:
    """Tables, trees, lists and their headers. Rows get their height from the view, never from here."""
    return f"""
QTableView, QTreeView, QListView {{ border: 1px solid {color("line")}; padding: 1px;
    border-radius: {radius("m")}px;
    background: {color("surface")}; alternate-background-color: {color("stripe")}; color: {color("text")};
    gridline-color: {color("line")}; outline: none;
    selection-background-color: {color("selected")}; selection-color: {color("text")}; }}
QTableView:focus, QTreeView:focus, QListView:focus {{ border: 2px solid {color("focus")}; padding: 0px; }}
QTableView::item, QTreeView::item {{ border: none; border-bottom: 1px solid {color("line")};
    padding: 0px 8px; }}
QTableView::item:selected, QTreeView::item:selected {{ background: {color("selected")};
    color: {color("text")}; }}
QListView::item {{ padding: 0px 8px; min-height: {size("target")}px; border-radius: {radius("s")}px; }}
QListView::item:selected {{ background: {color("selected")}; color: {color("text")}; }}
QHeaderView {{ background: {color("sunken")}; border: none; }}
QHeaderView::section {{ background: {color("sunken")}; color: {color("muted")}; border: none;
    border-bottom: 1px solid {color("line-strong")}; padding: 4px 11px; min-height: {size("target") - 8}px; }}
QHeaderView::section:hover {{ background: {color("hover")}; color: {color("text")}; }}
QHeaderView::section:pressed {{ background: {color("pressed")}; }}
QHeaderView::up-arrow {{ image: {image("chevron-up")}; width: 12px; height: 12px;
    subcontrol-position: center right;
    subcontrol-origin: padding; right: 6px; }}
QHeaderView::down-arrow {{ image: {image("chevron-down")}; width: 12px; height: 12px;
    subcontrol-position: center right; subcontrol-origin: padding; right: 6px; }}
QTableCornerButton::section {{ background: {color("sunken")}; border: none; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea:focus {{ border: 2px solid {color("focus")}; border-radius: {radius("m")}px; }}
QSplitter::handle {{ background: {color("line")}; }}
QSplitter::handle:hover {{ background: {color("line-strong")}; }}
QSplitter::handle:focus {{ background: {color("focus")}; }}
"""


def floating(color: Color, radius: Pixels, size: Pixels) -> str:
    """Menus and tool tips."""
    return f"""
QMenu {{ background: {color("raised")}; border: 1px solid {color("line-strong")}; padding: 5px; }}
QMenu::item {{ padding: 0px 26px 0px 10px; min-height: {size("target")}px; border-radius: {radius("s")}px;
    color: {color("text")}; }}
QMenu::item:selected {{ background: {color("selected")}; }}
QMenu::item:disabled {{ color: {color("disabled")}; }}
QMenu::separator {{ height: 1px; background: {color("line")}; margin: 5px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
QToolTip {{ background: {color("raised")}; color: {color("text")}; border: 1px solid {color("line-strong")};
    padding: 5px 8px; }}
"""


def bars(color: Color, radius: Pixels) -> str:
    """Scroll bars and progress bars, and the frame of group boxes."""
    return f"""
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {color("scroll-thumb")}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {color("scroll-thumb-hover")}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QProgressBar {{ border: none; border-radius: 4px; background: {color("neutral-soft")}; max-height: 8px;
    min-height: 8px; }}
QProgressBar::chunk {{ border-radius: 4px; background: {color("primary")}; }}
QGroupBox {{ border: 1px solid {color("line")}; border-radius: {radius("m")}px; margin-top: 1em;
    padding: 10px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 10px; padding: 0px 4px; color: {color("muted")}; }}
"""
