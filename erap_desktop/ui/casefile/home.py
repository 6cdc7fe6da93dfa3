"""Where the household lives and gets mail, what it rents from whom, and why the home is at risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from erap_desktop.models import fact_words
from erap_desktop.models.format import date_text, money
from erap_desktop.models.place_text import place_text
from erap_desktop.ui.casefile.section import Section
from erap_desktop.ui.theme import space, text_label
from erap_desktop.ui.widgets.columns import Columns
from erap_desktop.ui.widgets.key_value import KeyValueList

if TYPE_CHECKING:
    from erap_desktop.services.casepage import CasePage


class HomeSection(Section):
    """``correction_asked_for`` carries the id of the fact to be corrected."""

    id = "home"
    correction_asked_for = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home, self._rent, self._why = KeyValueList(), KeyValueList(), KeyValueList()
        self._heads = [text_label("", "strong") for _ in range(3)]
        pairs = zip(self._heads[:2], (self._home, self._rent), strict=True)
        columns = Columns(em=40)
        columns.setMinimumWidth(1)  # else it could not be made narrower than it is, and never stacked
        columns.set_panes([_pane(head, facts) for head, facts in pairs])
        self.body.addWidget(columns)
        self.body.addSpacing(space("s"))
        self.body.addWidget(self._heads[2])
        self.body.addWidget(self._why)

    def heading(self) -> str:
        return self.tr("Home and landlord")

    def short(self) -> str:
        return self.tr("Home")

    def fill(self, page: CasePage) -> None:
        words = (self.tr("The home"), self.tr("Tenancy and landlord"), self.tr("Hardship and risk"))
        for label, text in zip(self._heads, words, strict=True):
            label.setText(text)
        self._home.set_rows(self._home_rows(page))
        self._rent.set_rows(self._rent_rows(page))
        self._why.set_rows(self._why_rows(page))

    def _home_rows(self, page: CasePage) -> list[tuple[str, str]]:
        residence, tenancy = page.case.residence, page.case.tenancy
        counties = page.policy.counties if page.policy else {}
        if residence is None:
            return [(self.tr("Address"), self.tr("Not yet known"))]
        described = not residence.place.deliverable
        label = self.tr("How to find it") if described else self.tr("Address")
        rows = [(label, place_text(residence.place, counties))]
        mail = self.tr("same as the home") if residence.mail is None else place_text(residence.mail, counties)
        if described and residence.mail is None:
            mail = self.tr("No mailing address: letters can not be sent there")
        rows.append((self.tr("Mail"), mail))
        if residence.since is not None:
            rows.append((self.tr("Lives there since"), date_text(residence.since)))
        if tenancy is not None:
            rows.append((self.tr("Kind of home"), self._kind(tenancy.kind, tenancy.bedrooms)))
        return rows

    def _kind(self, kind: str, bedrooms: int | None) -> str:
        word = fact_words.home(kind)
        return word if bedrooms is None else f"{word}, {self.tr('%n bedrooms', '', bedrooms)}"

    def _rent_rows(self, page: CasePage) -> list[tuple[str, str]]:
        tenancy = page.case.tenancy
        if tenancy is None:
            return [(self.tr("Rent"), self.tr("Not yet known"))]
        rent = self.tr("not yet known")
        if tenancy.rent_cents is not None:
            rent = self.tr("{amount} a month").format(amount=money(tenancy.rent_cents))
        rows = [(self.tr("Rent"), rent), (self.tr("Rests on"), fact_words.lease(tenancy.lease))]
        if tenancy.months_behind is not None:
            rows.append((self.tr("Behind by"), self.tr("%n months", "", tenancy.months_behind)))
        if tenancy.subsidised:
            rows.append(
                (self.tr("Subsidy"), self.tr("The rent is subsidised; only the tenant's part counts"))
            )
        if tenancy.owner_occupied:
            rows.append((self.tr("Owner"), self.tr("The household owns the home")))
        return [*rows, *self._landlord_rows(page)]

    def _landlord_rows(self, page: CasePage) -> list[tuple[str, str]]:
        tenancy = page.case.tenancy
        landlord = page.view.parties.get(tenancy.landlord) if tenancy and tenancy.landlord else None
        if landlord is None:
            return [(self.tr("Landlord"), self.tr("Not yet known"))]
        reach = "\n".join(filter(None, (landlord.name, landlord.phone, landlord.email)))
        no = self.tr("not yet")
        tax = date_text(landlord.w9_on) if landlord.w9_on else no
        agreed = date_text(landlord.commitment_on) if landlord.commitment_on else no
        return [
            (self.tr("Landlord"), reach),
            (self.tr("Form W-9 received"), tax),
            (self.tr("Written commitment"), agreed),
        ]

    def _why_rows(self, page: CasePage) -> list[tuple[str, str]]:
        hardship, risk = page.case.hardship, page.case.risk
        rows = [(self.tr("Hardship declared"), self._declared(page))]
        if hardship.kind:
            rows.append((self.tr("What happened"), fact_words.hardship(hardship.kind)))
        if hardship.statement:
            rows.append((self.tr("In their own words"), hardship.statement))
        shown = f"{fact_words.risk(risk.kind)} ({fact_words.evidence(risk.evidence)})" if risk.kind else ""
        rows.append((self.tr("Risk to the home"), shown or self.tr("Not yet shown")))
        if risk.eviction_date is not None:
            rows.append((self.tr("Eviction date"), date_text(risk.eviction_date)))
        return rows

    def _declared(self, page: CasePage) -> str:
        hardship = page.case.hardship
        if hardship.attested is None:
            return self.tr("Not yet given")
        if not hardship.attested:
            return self.tr("No: declared that there was none")
        if hardship.attested_on is None:
            return self.tr("Yes")
        return self.tr("Yes, on {date}").format(date=date_text(hardship.attested_on))


def _pane(head: QWidget, facts: QWidget) -> QWidget:
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(space("s"))
    column.addWidget(head)
    column.addWidget(facts)
    column.addStretch(1)
    return pane
