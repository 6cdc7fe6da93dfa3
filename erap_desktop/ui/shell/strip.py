"""The strip over the work: the screen's title.

And beside it the place kept for a banner. Its height never changes.
"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from erap_desktop.ui.shell.banner import Banner, BannerText
from erap_desktop.ui.theme import Theme, size, space
from erap_desktop.ui.widgets.elided_label import ElidedLabel

_TITLE_SHARE = 0.5


class Strip(QWidget):
    """Shows the weightiest of the banners it was given; ``acted`` and ``dismissed`` carry a banner's id."""

    acted = Signal(str)
    dismissed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._banners: dict[str, BannerText] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(space("xl"), space("s"), space("l"), space("s"))
        layout.setSpacing(space("l"))
        self.title = ElidedLabel("", "title")
        self.title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.banner = Banner()
        self.banner.acted.connect(self.acted)
        self.banner.dismissed.connect(self._dismiss)
        layout.addWidget(self.title)
        layout.addWidget(self.banner, 1)
        layout.addStretch(0)
        Theme.current().changed.connect(self._fit)
        self._fit()

    def set_title(self, text: str) -> None:
        """Name the screen that is shown."""
        self.title.setText(text)
        self._fit()

    def show_banner(self, text: BannerText) -> None:
        """Show a banner, or say an old one (by its id) anew."""
        self._banners.pop(text.id, None)
        self._banners[text.id] = text
        self._show_weightiest()

    def clear_banner(self, banner_id: str) -> None:
        """Take a banner away, if it is there."""
        if self._banners.pop(banner_id, None) is not None:
            self._show_weightiest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title its share."""
        super().resizeEvent(event)
        self._fit()

    def _show_weightiest(self) -> None:
        latest_first = reversed(self._banners.values())
        chosen = max(latest_first, key=_weight, default=None)
        if chosen != self.banner.shown:
            self.banner.show_text(chosen)

    @Slot(str)
    def _dismiss(self, banner_id: str) -> None:
        self.clear_banner(banner_id)
        self.dismissed.emit(banner_id)

    @Slot()
    def _fit(self) -> None:
        inner = max(self.title.sizeHint().height(), self.banner.sizeHint().height())
        self.setFixedHeight(max(size("strip"), inner + 2 * space("s")))
        room = round(max(0, self.width() - 2 * space("xl")) * _TITLE_SHARE)
        self.title.setFixedWidth(max(1, min(self.title.sizeHint().width(), room)))


def _weight(text: BannerText) -> int:
    return text.weight
