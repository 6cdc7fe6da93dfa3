"""Whether keys that are a lone letter or sign do something.

A setting, for they get in the way of speech input.

WCAG 2.1.4 wants them to work only while a list has the focus, or to be switchable; here both hold.
"""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid


class SingleKeys(QObject):
    """The setting of the running program; ``changed`` is sent when somebody switches it."""

    changed = Signal(bool)

    _instance: "SingleKeys | None" = None

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self._allowed = True

    @classmethod
    def current(cls) -> "SingleKeys":
        """The setting, allowed at first."""
        if cls._instance is None or not isValid(cls._instance):
            cls._instance = cls(QCoreApplication.instance())
        return cls._instance

    @property
    def allowed(self) -> bool:
        """Whether lone characters work."""
        return self._allowed

    def allow(self, allowed: bool) -> None:
        """Switch them on or off, everywhere at once."""
        if allowed != self._allowed:
            self._allowed = allowed
            self.changed.emit(allowed)
