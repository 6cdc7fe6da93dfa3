"""Whose case this is, where it stands, when it is due, what was asked for, who has it: always in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from erap_desktop.models.case_words import DECIDED, due_badge, step_badge, step_word
from erap_desktop.models.format import date_text, due, money
from erap_desktop.ui.theme import color, space, style_button
from erap_desktop.ui.widgets.badge import Badge
from erap_desktop.ui.widgets.elided_label import ElidedLabel
from erap_desktop.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage


class IdentityBar(QFrame):
    """``pressed`` is the main act; without a menu it is the way back. Acts are added to ``menu``."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None, *, with_menu: bool = True) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name = ElidedLabel("", "heading")
        self.status = Badge()
        self.sync = Badge()
        self.synthetic = Badge("demo")
        self.facts = ElidedLabel("", "caption")
        self.more = style_button(QPushButton(), "secondary", "more")
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.more.setVisible(with_menu)
        self.main = QPushButton()
        if with_menu:
            style_button(self.main, "primary", "scale")
        else:
            style_button(self.main, "secondary", "arrow-left")
        self.main.clicked.connect(self._pressed)
        self._arrange()

    def _arrange(self) -> None:
        badges = QWidget()
        flow = FlowLayout(badges)
        for badge in (self.status, self.sync, self.synthetic):
            flow.addWidget(badge)
        first = QHBoxLayout()
        first.setSpacing(space("s"))
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        first.addWidget(self.name)
        first.addWidget(badges, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(space("xl"), space("xs"), space("xl"), space("s"))
        grid.setHorizontalSpacing(space("s"))
        grid.setVerticalSpacing(space("hair"))
        grid.addLayout(first, 0, 0)
        grid.addWidget(self.facts, 1, 0)
        grid.addWidget(self.more, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.main, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)

    def show_page(self, page: CasePage | None) -> None:
        """Show a case, or an empty bar while it is being read."""
        for badge in (self.status, self.sync, self.synthetic):
            badge.setVisible(page is not None)
        if page is None:
            self.name.setText("")
            self.facts.setText("")
            return
        case = page.case
        self.name.setText(page.applicant or self.tr("Name not on this laptop"))
        kind, icon = step_badge(case.status.value)
        self.status.show_state(kind, step_word(case.status.value), icon)  # type: ignore[arg-type]
        self._show_sync(page)
        self.synthetic.show_state("demo", self.tr("Invented case"))
        self.synthetic.setVisible(case.synthetic)
        self.facts.setText("  ·  ".join(self._facts(page)))

    def _facts(self, page: CasePage) -> list[str]:
        case, facts = page.case, []
        facts.append(case.number or self.tr("No number yet"))
        if case.due is not None:
            day = date_text(case.due)
            if case.status.value in DECIDED:
                facts.append(self.tr("Was due {date}").format(date=day))
            else:
                left = due(case.due, page.now.date())
                facts.append(self.tr("Due {date} ({left})").format(date=day, left=left))
        if page.asked_cents:
            facts.append(self.tr("Asked for {amount}").format(amount=money(page.asked_cents)))
        holder = case.assignment.assignee
        if holder:
            facts.append(self.tr("With {name}").format(name=page.name_of(holder)))
        else:
            facts.append(self.tr("Not assigned yet"))
        if page.reading.pinned:
            facts.append(self.tr("Kept on this laptop"))
        return facts

    def _show_sync(self, page: CasePage) -> None:
        case, waiting = page.case, len(page.waiting)
        if page.attention or case.contested:
            self.sync.show_state("warning", self.tr("Needs you"))
        elif waiting:
            self.sync.show_state("neutral", self.tr("%n changes not sent yet", "", waiting), "on-laptop")
        elif page.view.left:
            self.sync.show_state("neutral", self.tr("Read only"), "lock")
        else:
            self.sync.show_state("success", self.tr("At the office"), "check-circle")
        pressing = due_badge(case.due, case.status.value, page.now.date())
        self.facts.setToolTip("")
        self.facts.setProperty("pressing", pressing is not None)

    @Slot()
    def _pressed(self) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet across the page, with a line under it."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), color("surface"))
        painter.setPen(QPen(color("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
