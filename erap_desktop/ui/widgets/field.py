"""A field of a form: label above, editor, a hint.

And an error in words that appears after leaving the field.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from erap_desktop.ui.theme import set_icon, set_state, space, style_label, text_label


class Field(QWidget):
    """Wraps an editor. The label names the editor to a screen reader, hint and error describe it."""

    def __init__(self, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(space("xs"))
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)  # beside a higher one it stays at the top
        self._label = text_label("", "caption", wrap=True)
        self._label.setBuddy(editor)
        self._hint = text_label("", "caption", wrap=True)
        self._error_icon = QLabel()
        set_icon(self._error_icon, "error", "error", "icon-small")
        self._error = style_label(text_label("", "caption", wrap=True), "caption", "error")
        self._problem = QWidget()
        problem = QHBoxLayout(self._problem)
        problem.setContentsMargins(0, 0, 0, 0)
        problem.setSpacing(space("xs"))
        problem.addWidget(self._error_icon, 0, Qt.AlignmentFlag.AlignTop)
        problem.addWidget(self._error, 1)
        for widget in (self._label, editor, self._hint, self._problem):
            layout.addWidget(widget)
        self._hint.hide()
        self._problem.hide()

    def set_words(self, label: str, hint: str = "") -> None:
        """Set label and hint."""
        self._label.setText(label)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.editor.setAccessibleName(label)
        self._describe()

    def set_error(self, error: str) -> None:
        """Say what is wrong and how to put it right; an empty text takes it away."""
        self._error.setText(error)
        self._problem.setVisible(bool(error))
        set_state(self.editor, "error" if error else "")
        self._describe()

    @property
    def error(self) -> str:
        """What is said to be wrong, or an empty text."""
        return self._error.text()

    def _describe(self) -> None:
        self.editor.setAccessibleDescription(" ".join(filter(None, (self._error.text(), self._hint.text()))))
