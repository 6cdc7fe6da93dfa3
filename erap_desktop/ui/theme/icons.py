"""Our own icons, drawn in one colour (``currentColor``) and tinted from the tokens when they are loaded."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from erap_desktop.resource_path import resource_path


def icon_names() -> tuple[str, ...]:
    """The names of all icons there are, in alphabetical order."""
    return tuple(sorted(path.stem for path in resource_path("icons").glob("*.svg")))


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")


def tinted_svg(name: str, color: str) -> bytes:
    """The drawing of an icon in a colour (``#rrggbb``). Raises FileNotFoundError for an unknown name."""
    return _source(name).replace("currentColor", color).encode("utf-8")


@lru_cache(maxsize=1024)
def tinted_pixmap(name: str, color: str, pixels: int, ratio: float, air: int = 0) -> QPixmap:
    """An icon as a pixmap, ``pixels`` logical pixels high on a screen of that device pixel ratio.

    ``air`` is left free at its left and at its right, as buttons need between icon and words.
    """
    renderer = QSvgRenderer(QByteArray(tinted_svg(name, color)))
    side, beside = max(1, round(pixels * ratio)), round(air * ratio)
    pixmap = QPixmap(QSize(side + 2 * beside, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(beside, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@lru_cache(maxsize=512)
def tinted_icon(name: str, color: str, disabled: str, pixels: int, air: int = 0) -> QIcon:
    """An icon in its colour, and in another one while it cannot be used."""
    icon = QIcon()
    for ratio in screen_ratios():
        icon.addPixmap(tinted_pixmap(name, color, pixels, ratio, air), QIcon.Mode.Normal)
        icon.addPixmap(tinted_pixmap(name, disabled, pixels, ratio, air), QIcon.Mode.Disabled)
    return icon


def screen_ratios() -> tuple[float, ...]:
    """The device pixel ratios of the screens that are there, and always 1."""
    return tuple(sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}))
