"""A card that asks for the height its words need at the width it has, not at the narrowest it could have."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent

from erap_desktop.ui.widgets.card import Card


class FittedCard(Card):
    """For cards with wrapped words on pages that are to fit a small screen without scrolling."""

    def minimumSizeHint(self) -> QSize:
        """As narrow as any card; as high as its contents are at the present width."""
        hint, layout = super().minimumSizeHint(), self.layout()
        if layout is None or not layout.hasHeightForWidth() or self.width() < hint.width():
            return hint
        return QSize(hint.width(), layout.minimumHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
