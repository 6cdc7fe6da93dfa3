"""The command palette (Ctrl+K): every action and every case, a few letters away."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QFrame, QListView, QVBoxLayout, QWidget

from erap_desktop.ui.shell.actions import ActionRegistry
from erap_desktop.ui.shell.palette_delegate import PaletteDelegate
from erap_desktop.ui.shell.palette_model import PaletteEntry, PaletteModel, PaletteProvider, arrange
from erap_desktop.ui.theme import color, size, space, text_label
from erap_desktop.ui.widgets.search_field import SearchField

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_REMEMBERED = 20


class Palette(QDialog):
    """``used`` carries the ids used last, newest first, to be kept over restarts."""

    used = Signal(list)

    def __init__(self, registry: ActionRegistry, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._registry = registry
        self._window = window
        self._scope = ""
        self._recent: list[str] = []
        self._providers: list[PaletteProvider] = []
        self._found: dict[str, PaletteProvider] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(space("m"), space("m"), space("m"), space("m"))
        layout.setSpacing(space("s"))
        self.field = SearchField()
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list = QListView()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setStyleSheet("QListView { border: none; background: transparent; }")
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self._model = PaletteModel(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.clicked.connect(self._use_index)
        self._nothing = text_label("", "muted", wrap=True)
        self._nothing.hide()
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._nothing)
        self.retranslate()

    def add_provider(self, provider: PaletteProvider) -> None:
        """Search in something else, too, such as the cases."""
        self._providers.append(provider)

    def set_recent(self, ids: Sequence[str]) -> None:
        """What was used last, newest first, as kept from an earlier run."""
        self._recent = list(ids)[:_REMEMBERED]

    def open_for(self, scope: str) -> None:
        """Open over the window; actions of ``scope`` and those for everywhere are offered."""
        self._scope = scope
        self.field.clear()
        self._search()
        width = min(size("measure"), self._window.width() - 2 * space("l"))
        height = min(size("row") * 13, self._window.height() - 2 * space("xl"))
        self.resize(width, height)
        corner = self._window.mapToGlobal(self._window.rect().topLeft())
        self.move(corner.x() + (self._window.width() - width) // 2, corner.y() + space("xxl"))
        self.field.setFocus()
        self.open()

    def entries(self) -> list[PaletteEntry]:
        """What is listed now."""
        rows = range(self._model.rowCount())
        return [entry for row in rows if (entry := self._model.entry(row)) is not None]

    def retranslate(self) -> None:
        """Set the texts in the language that is shown."""
        self.setWindowTitle(self.tr("Search"))
        self.setAccessibleName(self.tr("Search cases and commands"))
        words = self.tr("Search cases and commands…")
        self.field.set_words(words, self.tr("Search cases and commands"))
        self.list.setAccessibleName(self.tr("What was found"))
        self._nothing.setText(self.tr("Nothing found. Try a name, a case number, or what you want to do."))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the field keeps the focus; Enter uses the line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in _MOVES:
                self._move(Qt.Key(key))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._use_index(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the raised sheet."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("raised"))
        painter.setPen(QPen(color("line-strong"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    @Slot()
    def _search(self) -> None:
        typed = self.field.text()
        actions = [
            PaletteEntry(entry.id, entry.text, entry.section_text, entry.keys, entry.icon, entry.reason)
            for entry in self._registry.entries(self._scope)
            if entry.in_palette
        ]
        self._found = {}
        found: list[PaletteEntry] = []
        for provider in self._providers:
            for entry in provider.find(typed):
                self._found[entry.id] = provider
                found.append(entry)
        self._model.show_entries(arrange(actions, found, self._recent, typed))
        any_found = self._model.rowCount() > 0
        self.list.setVisible(any_found)
        self._nothing.setVisible(not any_found)
        if any_found:
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _move(self, key: Qt.Key) -> None:
        last = self._model.rowCount() - 1
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}[key]
        row = min(last, max(0, self.list.currentIndex().row() + step))
        if last >= 0:
            self.list.setCurrentIndex(self._model.index(row, 0))

    @Slot(QModelIndex)
    def _use_index(self, index: QModelIndex) -> None:
        entry = self._model.entry(index.row())
        if entry is None:
            return
        self.accept()
        provider = self._found.get(entry.id)
        if provider is not None:
            provider.open(entry.id)
            return
        self._recent = [entry.id, *(id_ for id_ in self._recent if id_ != entry.id)][:_REMEMBERED]
        self.used.emit(self._recent)
        self._registry.run(entry.id)
