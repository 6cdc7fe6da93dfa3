"""The left rail: menu, search, the places one may go to, and who works here."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QToolButton, QVBoxLayout, QWidget

from erap_desktop.ui.shell.places import Place
from erap_desktop.ui.shell.rail_button import RailButton
from erap_desktop.ui.shell.search_button import SearchButton
from erap_desktop.ui.shell.user_chip import UserChip
from erap_desktop.ui.theme import Theme, color, set_icon, size, space, text_label


class Rail(QWidget):
    """``chosen`` carries the id of the place somebody pressed; ``search_wanted`` asks for the palette."""

    chosen = Signal(str)
    search_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu_button = QToolButton()
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_icon(self.menu_button, "menu", "muted")
        self.menu = QMenu(self.menu_button)
        self.menu_button.setMenu(self.menu)
        self._name = text_label("", "strong")
        self.search = SearchButton()
        self.search.clicked.connect(self.search_wanted)
        self.user = UserChip()
        self._buttons: dict[str, RailButton] = {}
        self._places: tuple[Place, ...] = ()
        self._narrow = False
        self._build()
        self.retranslate()
        Theme.current().changed.connect(self._fit)
        self._fit()

    def set_places(self, places: Iterable[Place]) -> None:
        """Show these places and no others."""
        for button in self._buttons.values():
            self._list.removeWidget(button)
            button.deleteLater()
        self._places = tuple(places)
        self._buttons = {}
        for number, place in enumerate(self._places):
            key = QKeySequence(f"Ctrl+{place.number}").toString(QKeySequence.SequenceFormat.NativeText)
            button = RailButton(place.icon, key)
            button.setObjectName(f"rail-{place.id}")
            button.setProperty("place", place.id)
            button.set_narrow(self._narrow)
            button.clicked.connect(self._pressed)
            self._list.insertWidget(number, button)
            self._buttons[place.id] = button
        self.retranslate()
        self._fit()

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab passes, in order."""
        return self.menu_button, self.search, *self._buttons.values(), self.user

    def show_place(self, place_id: str) -> None:
        """Mark the place that is shown."""
        for known, button in self._buttons.items():
            button.setChecked(known == place_id)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many things wait in each place."""
        for place_id, button in self._buttons.items():
            button.set_count(counts.get(place_id, 0))

    def button(self, place_id: str) -> RailButton:
        """The entry of a place. Raises KeyError for one that is not shown."""
        return self._buttons[place_id]

    @property
    def narrow(self) -> bool:
        """Whether only icons are shown."""
        return self._narrow

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or words too."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._name.setVisible(not narrow)
        for button in self._buttons.values():
            button.set_narrow(narrow)
        self.search.set_narrow(narrow)
        self.user.set_narrow(narrow)
        self._fit()

    def retranslate(self) -> None:
        """Set the texts in the language that is shown."""
        self.setAccessibleName(self.tr("Places"))
        self._name.setText(self.tr("ERAP Desktop"))
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.menu_button.setToolTip(self.tr("Menu (F10)"))
        for place in self._places:
            self._buttons[place.id].set_words(place.label())
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line to the work."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("rail"))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), color("line"))

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space("s"), space("m"), space("s") + 1, space("s"))
        layout.setSpacing(space("m"))
        head = QHBoxLayout()
        head.setSpacing(space("s"))
        head.addWidget(self.menu_button)
        head.addWidget(self._name, 1)
        layout.addLayout(head)
        layout.addWidget(self.search)
        content = QWidget()
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(space("hair"))
        self._list.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        content.setAutoFillBackground(False)  # setWidget turns it on
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._fit)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.user)

    @Slot()
    def _fit(self) -> None:
        if self._narrow:
            bar = self._scroll.verticalScrollBar()
            scrolled = bar.sizeHint().width() if bar.maximum() > 0 else 0
            wanted = max(size("rail-narrow"), self.user.sizeHint().width() + 2 * space("s") + 1) + scrolled
        else:
            parts: list[QSize] = [button.sizeHint() for button in self._buttons.values()]
            parts.append(self.search.sizeHint())
            wanted = max(size("rail-wide"), *(part.width() + 2 * space("s") + 1 for part in parts))
        for button in self._buttons.values():
            button.updateGeometry()
        self.setFixedWidth(wanted)

    @Slot()
    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            button.setChecked(True)
            self.chosen.emit(str(button.property("place")))
