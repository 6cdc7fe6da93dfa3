"""The theme of the running program: tokens applied to the application, light or dark, at any size of text.

One object, made by :meth:`Theme.current`, dresses the application (palette, font) and every window that was
given to :meth:`Theme.adopt` (style sheet per widget class). The sheet goes to windows, not to the
application, so that what is not ours keeps the sizes of the platform's style.
"""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import isValid

from erap_desktop.ui.theme import sheet_controls, sheet_views
from erap_desktop.ui.theme.fonts import body_font, content_heights, role_font
from erap_desktop.ui.theme.palette import build_palette
from erap_desktop.ui.theme.restyle import restyle_all
from erap_desktop.ui.theme.sheet_images import SheetImages
from erap_desktop.ui.theme.tokens import Scheme, Tokens, load_tokens

TEXT_SCALES = (0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class Mode(StrEnum):
    """What decides between light and dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES: dict[Mode, Qt.ColorScheme] = {
    Mode.SYSTEM: Qt.ColorScheme.Unknown,
    Mode.LIGHT: Qt.ColorScheme.Light,
    Mode.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Colours, type and style sheets of the program; ``changed`` is sent after any of them changed."""

    changed = Signal()

    _instance: "Theme | None" = None

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.tokens: Tokens = load_tokens()
        self._images = SheetImages()
        self._mode = Mode.SYSTEM
        self._text_scale = 1.0
        self._colors: dict[str, QColor] = {}
        self._windows: list[QWidget] = []
        app.setStyle("fusion")
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @classmethod
    def current(cls) -> "Theme":
        """The theme of the running application, made and applied at the first call.

        Raises RuntimeError when there is no QApplication yet.
        """
        if cls._instance is not None and isValid(cls._instance):
            return cls._instance
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise RuntimeError("the theme needs a QApplication")
        cls._instance = cls(app)
        return cls._instance

    @property
    def scheme(self) -> Scheme:
        """Which set of colours is shown now."""
        if self._mode is Mode.SYSTEM:
            return "dark" if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"
        return "dark" if self._mode is Mode.DARK else "light"

    @property
    def mode(self) -> Mode:
        """What decides between light and dark."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Follow the system, or stay light or dark; shown at once."""
        if mode is self._mode:
            return
        self._mode = mode
        self._app.styleHints().setColorScheme(_SCHEMES[mode])
        self._apply()

    @property
    def text_scale(self) -> float:
        """The size of text as a multiple of the system's."""
        return self._text_scale

    def set_text_scale(self, scale: float) -> None:
        """Make all text larger or smaller; kept between 0.8 and 3."""
        scale = min(3.0, max(0.8, scale))
        if scale != self._text_scale:
            self._text_scale = scale
            self._apply()

    def color(self, name: str) -> QColor:
        """The colour of a token now. Raises KeyError for an unknown name."""
        found = self._colors.get(name)
        if found is None:
            found = self._colors[name] = QColor(self.tokens.color(name, self.scheme))
        return found

    def hex(self, name: str) -> str:
        """The colour of a token now, as ``#rrggbb``."""
        return self.tokens.color(name, self.scheme)

    def size(self, name: str) -> int:
        """A size token in logical pixels, grown with the text when the text is larger than normal."""
        if name == "icon-text":
            return QFontMetrics(body_font(self._text_scale)).height()
        return round(self.tokens.size[name] * max(1.0, self._text_scale))

    def font(self, role: str = "body") -> QFont:
        """The font of a type role now."""
        return role_font(body_font(self._text_scale), self.tokens.type[role])

    def adopt(self, window: QWidget) -> None:
        """Dress a window, and all that is or will be inside it; kept up to date while it lives."""
        self._windows = [known for known in self._windows if isValid(known) and known is not window]
        self._windows.append(window)
        window.setStyleSheet(self.sheet())

    def sheet(self) -> str:
        """The style sheet windows wear now."""
        radius, size = self.tokens.radius.__getitem__, self.tokens.size.__getitem__
        inside = content_heights(body_font())
        return "".join(
            (
                sheet_controls.buttons(self.hex, radius, size, inside),
                sheet_controls.fields(self.hex, self._image, radius, size, inside),
                sheet_controls.choices(self.hex, self._image, radius, size),
                sheet_controls.tabs(self.hex, radius, size),
                sheet_views.views(self.hex, self._image, radius, size),
                sheet_views.floating(self.hex, radius, size),
                sheet_views.bars(self.hex, radius),
            )
        )

    def _image(self, name: str) -> str:
        return self._images.url(name, self.scheme, self.hex)

    @Slot()
    def _system_changed(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        self._colors.clear()
        palette = build_palette(self.tokens, self.scheme)
        self._app.setPalette(palette)
        QToolTip.setPalette(palette)
        self._app.setFont(body_font(self._text_scale))
        self._windows = [window for window in self._windows if isValid(window)]
        sheet = self.sheet()
        for window in self._windows:
            window.setStyleSheet(sheet)
        restyle_all(self)
        self.changed.emit()
