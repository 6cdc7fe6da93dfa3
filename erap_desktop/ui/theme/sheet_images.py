"""The small drawings style sheets can only take from files.

Arrows and check marks, tinted, in a temporary folder.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QTemporaryDir

from erap_desktop.ui.theme.icons import tinted_svg
from erap_desktop.ui.theme.tokens import Scheme

_ARROWS = ("chevron-down", "chevron-up")
_BOX = '<rect x="1" y="1" width="16" height="16" rx="4" fill="{fill}" stroke="{line}" stroke-width="1.3"/>'
_ROUND = '<circle cx="9" cy="9" r="8" fill="{fill}" stroke="{line}" stroke-width="1.3"/>'
_TICK = (
    '<path d="M5 9.3l2.8 2.8L13.2 6.4" fill="none" stroke="{mark}" stroke-width="2" stroke-linecap="round"/>'
)
_DASH = '<path d="M5.2 9h7.6" stroke="{mark}" stroke-width="2" stroke-linecap="round"/>'
_DOT = '<circle cx="9" cy="9" r="3.4" fill="{mark}"/>'

_MARKS: Mapping[str, tuple[str, bool]] = {
    "check-off": (_BOX, False),
    "check-on": (_BOX + _TICK, True),
    "check-part": (_BOX + _DASH, True),
    "radio-off": (_ROUND, False),
    "radio-on": (_ROUND + _DOT, True),
}


class SheetImages:
    """Writes the drawings of a scheme when they are first asked for.

    The folder goes when the program ends.
    """

    def __init__(self) -> None:
        self._folder = QTemporaryDir()

    def url(self, name: str, scheme: Scheme, color: Callable[[str], str]) -> str:
        """``url(…)`` of a drawing for a style sheet. Raises KeyError for a name that has none."""
        path = Path(self._folder.path()) / f"{name}-{scheme}.svg"
        if not path.exists():
            path.write_bytes(self._draw(name, color))
        return f"url({path.as_posix()})"

    def _draw(self, name: str, color: Callable[[str], str]) -> bytes:
        if name in _ARROWS:
            return tinted_svg(name, color("muted"))
        shape, filled = _MARKS[name]
        fill = color("primary") if filled else color("surface")
        line = color("primary") if filled else color("control-border")
        body = shape.format(fill=fill, line=line, mark=color("on-primary"))
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 18">{body}</svg>'.encode()
