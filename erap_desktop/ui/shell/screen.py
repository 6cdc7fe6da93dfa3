"""What a screen is, and how one is added.

A screen is a widget that fills the middle of the window in one of the places of ``places.py``::

    class QueueScreen(Screen):
        place_id = "queue"

        def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
            super().__init__(parent)
            ...                              # build widgets, without any text
            self.retranslate()

        def title(self) -> str:
            return self.tr("My queue")

        def retranslate(self) -> None:       # all texts, again after each change of language
            self.search.set_words(self.tr("Search cases"), self.tr("Search cases"))

        def on_enter(self) -> None:          # shown again: ask for data, do not wait for it
            self.refresh()

and is handed to the window as a function that makes it, called when the place is first gone to, so that
nobody pays for screens (and their imports) not looked at: ``window.add_screen("queue", partial(QueueScreen,
desk))``.

A screen keeps to these rules: data comes by signals to ``@Slot`` methods, never by waiting; it fits 1093 x
600 and scrolls below that; colours and icons come from ``erap_desktop.ui.theme``; every control has an
accessible name; its actions are registered in :meth:`register_actions`. ``tests/desktop/ui/checks.py``
checks all that in one line: ``check_screen(factory)``.
"""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erap_desktop.ui.shell.actions import ActionRegistry
from erap_desktop.ui.shell.memory import Memory
from erap_desktop.ui.shell.table_memory import TableMemory
from erap_desktop.ui.theme import space
from erap_desktop.ui.widgets.data_table import DataTable


class Screen(QWidget):
    """Base of all screens. ``title_changed`` is sent when ``title()`` has something else to say."""

    place_id: ClassVar[str] = ""

    title_changed = Signal()

    def title(self) -> str:
        """What stands over the screen, in the language that is shown."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every text; called by the screen itself at first, then at each change of language."""

    def on_enter(self) -> None:
        """The screen was gone to."""

    def on_leave(self) -> None:
        """Another screen was gone to; keep drafts, stop timers."""

    def on_lock(self) -> None:
        """The window is about to lock: save drafts, and let go of everything personal."""

    def column(self, gap: str = "s") -> QVBoxLayout:
        """Lay the screen out as a column, with the margins of every place; call it once."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(space("xl"), space("xs"), space("xl"), space("m"))
        outer.setSpacing(space(gap))
        return outer

    def scope(self) -> str:
        """The scope of its actions; the place unless it says otherwise (such as "case.documents")."""
        return self.place_id

    def register_actions(self, registry: ActionRegistry) -> None:
        """Add the screen's actions, once, right after it was made.

        Itself (or a part of it) is their owner.
        """

    def remember(self, memory: Memory) -> None:
        """Take up how somebody liked it the last time, and keep in ``memory`` what is chosen from now on.

        Named tables are seen to here; called once, right after the screen was made.
        """
        for table in self.findChildren(DataTable):
            if table.objectName():
                TableMemory(table, memory)

    def first_focus(self) -> QWidget | None:
        """What gets the focus when the screen is gone to; None leaves it to the first control."""
        return None

    def panes(self) -> Sequence[QWidget]:
        """The parts F6 goes through inside the screen; it is one part unless it says otherwise."""
        return (self,)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.title_changed.emit()
