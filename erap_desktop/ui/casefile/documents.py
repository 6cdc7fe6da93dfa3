"""The papers that came with the case. Their contents travel apart; here is what is known about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from erap_desktop.models.documents_model import DocumentsModel, papers
from erap_desktop.ui.casefile.section import Section
from erap_desktop.ui.theme import text_label
from erap_desktop.ui.widgets.column_fit import Column
from erap_desktop.ui.widgets.data_table import DataTable

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage

_COLUMNS = (Column(stretch=True), Column(19), Column(18), Column(18), Column(14))


class DocumentsSection(Section):
    """A table as high as its rows, so that the page scrolls and not the table."""

    id = "documents"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = DocumentsModel(self)
        self.table = DataTable()
        self.table.setModel(self._model)
        self.table.set_columns(_COLUMNS)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = text_label("", "muted", wrap=True)
        self.body.addWidget(self.table)
        self.body.addWidget(self._none)

    def heading(self) -> str:
        return self.tr("Documents")

    def count(self) -> int | None:
        return len(self.page.case.documents) if self.page else None

    def fill(self, page: CasePage) -> None:
        names = {id_: member.name for id_, member in page.case.members.items()}
        self._model.show(papers(page.case.documents, names))
        self._model.retranslate()
        self.table.setAccessibleName(self.tr("Documents of this case"))
        self._none.setText(self.tr("No papers yet. What the applicant sends or you take in is listed here."))
        self._none.setVisible(not page.case.documents)
        self.table.setVisible(bool(page.case.documents))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Rows grow with the text, so the table does."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.page is not None:
            self._fit()

    def _fit(self) -> None:
        rows = self._model.rowCount() * self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(rows + self.table.horizontalHeader().sizeHint().height() + 4)
