"""Invented homes: where a household lives, gets its mail, and from whom it rents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from sync.casework.places import Party, Place, Residence, Tenancy
from sync.casework.policy import Policy
from sync.central.demo.chance import Chance
from sync.central.demo.names import Heritage, company, given_name, street_address, surname
from sync.central.demo.remarks import directions
from sync.central.rollout.policy_files import Figures
from sync.central.rollout.policy_tables import ZipCode

NORTH_WEST = ("35006", "35031", "35045")  # Cibola, McKinley, San Juan: much land without street addresses
_PERCENT = {
    "35001": 38.0,  # Bernalillo
    "35045": 8.0,  # San Juan
    "35049": 7.0,  # Santa Fe
    "35013": 5.0,  # Doña Ana
    "35025": 4.0,  # Lea
    "35009": 4.0,  # Curry
    "35005": 4.0,  # Chaves
    "35043": 4.0,  # Sandoval
}
"""Share of New Mexico's assisted addresses, rounded percent (Kim, Hartley, Haas, Thomas, Yae, Hepburn:
"County Emergency Rental Assistance Spending", 2025). The other counties share the rest by population."""
_PUEBLO_COUNTIES = ("35006", "35031", "35039", "35043", "35055")
_RURAL_KINDS = {"manufactured_home": 55.0, "house": 42.0, "room": 3.0}
_KINDS = {"apartment": 44.0, "house": 30.0, "manufactured_home": 18.0, "duplex": 6.0, "room": 2.0}
_AREA_CODE = {"north": "505", "south": "575"}
_MONTHS_BEHIND = {2: 26.0, 3: 22.0, 4: 18.0, 5: 14.0, 6: 10.0, 7: 6.0, 8: 4.0}
_UTILITIES = ("High Desert Gas", "Mesa Electric Cooperative", "Rio Arriba Water Users", "Sunrise Power")


def county_weights(figures: Figures) -> dict[str, float]:
    """How likely each county is, in percent."""
    others = {fips: county.population for fips, county in figures.counties.items() if fips not in _PERCENT}
    rest, people = 100.0 - sum(_PERCENT.values()), sum(others.values())
    return {**_PERCENT, **{fips: rest * population / people for fips, population in others.items()}}


def heritage_of(chance: Chance, county: str) -> Heritage:
    """Whose names a household of that county is likely to have."""
    weights = {Heritage.HISPANIC: 50.0, Heritage.ANGLO: 36.0, Heritage.DINE: 5.0, Heritage.PUEBLO: 3.0}
    if county in NORTH_WEST:
        weights[Heritage.DINE] = 90.0
    if county in _PUEBLO_COUNTIES:
        weights[Heritage.PUEBLO] = 22.0
    return chance.weighted(weights)


def phone(chance: Chance, latitude: float) -> str:
    """A number from the block kept for fiction, 555-0100 to 555-0199."""
    area = _AREA_CODE["north" if latitude > 34.7 else "south"]
    return f"({area}) 555-{chance.whole(100, 199):04d}"


class Homes:
    """Draws homes and keeps the landlords that several of them share."""

    def __init__(self, chance: Chance, policy: Policy, figures: Figures, agency: str) -> None:
        self._chance = chance
        self._agency = agency
        self._rents = _rents(policy)
        self._weights = county_weights(figures)
        self._streets = _by_county(figures, "street")
        self._boxes = _by_county(figures, "box")
        self._landlords: dict[str, list[Party]] = {}
        self._utilities: list[Party] = []

    def county(self) -> str:
        return self._chance.weighted(self._weights)

    def zip_code(self, county: str) -> ZipCode:
        """A ZIP code where people live; the county's most common post office counts for more."""
        codes = self._streets.get(county) or self._boxes[county]
        town = max(codes, key=lambda code: sum(other.city == code.city for other in codes)).city
        in_town = [code for code in codes if code.city == town]
        return self._chance.pick(in_town if self._chance.happens(0.6) else codes)

    def place(self, area: ZipCode, heritage: Heritage) -> Place:
        """Where the household lives: a street address, or directions in the rural north-west."""
        chance = self._chance
        rural = area.county in NORTH_WEST and heritage in (Heritage.DINE, Heritage.PUEBLO)
        if not (rural and chance.happens(0.6)):
            unit = f"Apt {chance.whole(1, 240)}" if chance.happens(0.35) else ""
            street = street_address(chance, area.city)
            return Place(county=area.county, street=street, unit=unit, city=area.city, zip=area.zip)
        words, road = directions(chance, area.city)
        measured = chance.happens(0.6)
        return Place(
            county=area.county,
            city=area.city,
            directions=words,
            nearest_road=road,
            latitude=round(area.latitude + chance.between(-0.08, 0.08), 4) if measured else None,
            longitude=round(area.longitude + chance.between(-0.08, 0.08), 4) if measured else None,
        )

    def mail(self, place: Place, area: ZipCode) -> Place | None:
        """A post-office box where mail does not come to the door, and for some others; None: at home."""
        chance = self._chance
        if place.deliverable and not chance.happens(0.07):
            return None
        office = chance.pick(self._boxes.get(area.county) or [area])
        box = f"PO Box {chance.whole(1, 4999)}"
        return Place(county=office.county, street=box, city=office.city, zip=office.zip)

    def residence(self, place: Place, area: ZipCode, applied: date) -> Residence:
        since = applied - timedelta(days=self._chance.whole(120, 2600))
        made = self._chance.id(applied)
        return Residence(id=made, place=place, mail=self.mail(place, area), since=since)

    def tenancy(
        self, area: ZipCode, persons: int, residence: Residence, landlord: Party, applied: date
    ) -> Tenancy:
        """A rent around the fair market rent of the county, in steps of five dollars."""
        chance = self._chance
        bedrooms = min(max((persons + chance.whole(0, 1)) // 2, 0), 4)
        market = self._rents[area.county][bedrooms]
        steps = round(market * chance.between(0.72, 1.15) / 5)
        return Tenancy(
            id=chance.id(applied),
            landlord=landlord.id,
            rent_cents=steps * 500,
            bedrooms=bedrooms,
            kind=chance.weighted(_KINDS if residence.place.deliverable else _RURAL_KINDS),
            lease="written" if chance.happens(0.78) else "oral",
            subsidised=chance.happens(0.08),
            since=residence.since,
            months_behind=chance.weighted(_MONTHS_BEHIND),
        )

    def landlord(self, area: ZipCode, applied: date) -> Party:
        """A landlord of the county; one with many tenants is likely to have one more."""
        known = self._landlords.setdefault(area.county, [])
        again = bool(known) and self._chance.happens(0.62)
        chosen = self._chance.pick(known) if again else self._new_landlord(area, applied)
        known.append(chosen)
        return chosen

    def utility(self, applied: date) -> Party:
        """A utility, shared by the whole state."""
        if not self._utilities:
            day = applied - timedelta(days=400)
            self._utilities = [
                Party(id=self._chance.id(day), agency=self._agency, kind="utility", name=name, w9_on=day)
                for name in _UTILITIES
            ]
        return self._chance.pick(self._utilities)

    def _new_landlord(self, area: ZipCode, applied: date) -> Party:
        chance = self._chance
        heritage = Heritage.HISPANIC if chance.happens(0.5) else Heritage.ANGLO
        person = f"{given_name(chance, heritage)} {surname(chance, heritage)}"
        name = company(chance, area.city) if chance.happens(0.45) else person
        street = street_address(chance, area.city)
        earlier = applied - timedelta(days=chance.whole(3, 300))
        return Party(
            id=chance.id(earlier),
            agency=self._agency,
            kind="landlord",
            name=name,
            phone=phone(chance, area.latitude),
            email=f"office{chance.whole(100, 999)}@example.org" if chance.happens(0.6) else "",
            place=Place(county=area.county, street=street, city=area.city, zip=area.zip),
            w9_on=earlier if chance.happens(0.7) else None,
            commitment_on=earlier if chance.happens(0.5) else None,
        )


def _rents(policy: Policy) -> Mapping[str, tuple[int, ...]]:
    table = policy.rent_table()
    if table is None:
        raise ValueError(f"policy {policy.version} carries no rents of {policy.program.rent_year}")
    return table.counties


def _by_county(figures: Figures, kind: str) -> dict[str, list[ZipCode]]:
    found: dict[str, list[ZipCode]] = {}
    for code in figures.zip_codes.values():
        if code.kind == kind:
            found.setdefault(code.county, []).append(code)
    return found
