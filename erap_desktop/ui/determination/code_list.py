"""The coded reasons for a denial: those the worksheet bears out first, each with what stands against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from erap_desktop.models.policy_text import shown
from erap_desktop.ui.theme import space, style_label, text_label
from erap_desktop.ui.widgets.disclosure import Disclosure
from sync.casework.policy import DenialCode
from sync.casework.values import Result

if TYPE_CHECKING:
    from erap_desktop.services.worksheet import Determination


class CodeList(QWidget):
    """``changed`` when a code is chosen or not any more."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(space("xs"))

    def show_sheet(self, sheet: Determination) -> None:
        """Offer the codes of the policy; what is chosen stays chosen."""
        policy, worked = sheet.page.policy, sheet.page.sheet
        if policy is None or worked is None:
            return
        results = {rule.rule: rule.result for rule in worked.rules}
        fresh = (policy.version, tuple(results.items()), self.tr("Other reasons"))
        if fresh == self._shown:
            return
        chosen = self.codes()
        self._shown = fresh
        self._build(policy.codes, results)
        self.choose(chosen)

    def codes(self) -> tuple[str, ...]:
        """The codes that are chosen, in order."""
        return tuple(code for code in sorted(self._boxes) if self._boxes[code].isChecked())

    def choose(self, codes: tuple[str, ...]) -> None:
        """Choose these."""
        for code, box in self._boxes.items():
            box.setChecked(code in codes)

    def first(self) -> QWidget | None:
        """The first box, for the focus."""
        return next(iter(self._boxes.values()), None)

    def _build(self, codes: dict[str, DenialCode], results: dict[str, Result]) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = {}
        supported = [name for name, code in codes.items() if results.get(code.rule) is Result.FAIL]
        for name in supported:
            self._column.addWidget(self._entry(name, codes[name], results))
        rest = Disclosure(self.tr("Other reasons"), opened=not supported)
        for name in codes:
            if name not in supported:
                rest.body.addWidget(self._entry(name, codes[name], results))
        self._column.addWidget(rest)

    def _entry(self, name: str, code: DenialCode, results: dict[str, Result]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        box = QCheckBox(name)
        title = text_label(shown(code.title), "body", wrap=True)
        remark, tone = self._remark(code, results.get(code.rule))
        note = style_label(text_label(remark, "caption", wrap=True), "caption", tone)
        for label in (title, note):
            label.setContentsMargins(space("xl") + space("xs"), 0, 0, 0)
        box.setAccessibleName(f"{name} {shown(code.title)}")
        box.setAccessibleDescription(remark)
        box.setToolTip(code.citation)
        box.toggled.connect(self._toggled)
        for widget in (box, title, note):
            column.addWidget(widget)
        note.setVisible(bool(remark))  # not before it has a parent: it would be a window of its own
        self._boxes[name] = box
        return holder

    def _remark(self, code: DenialCode, result: Result | None) -> tuple[str, str]:
        if code.supervisor_only:
            return self.tr("For supervisors."), "muted"
        if result is Result.FAIL:
            return self.tr("The worksheet bears this out."), "success"
        if result is Result.NEED_INFORMATION:
            return self.tr("Can't be used while information is missing."), "warning"
        if result is Result.PASS:
            return self.tr("The worksheet says otherwise; needs a written reason."), "warning"
        return (self.tr("Needs a written reason."), "muted") if code.needs_reason else ("", "muted")

    @Slot(bool)
    def _toggled(self, _: bool) -> None:
        self.changed.emit()
