"""How a place is written: an address as on an envelope, or how to find a home that has none."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from sync.casework.places import Place


def county_text(county: str, counties: Mapping[str, str]) -> str:
    """A county by its FIPS code: "Catron County"; the bare code where the program doesn't serve it."""
    if not county:
        return QCoreApplication.translate("PlaceText", "County not yet known")
    name = counties.get(county, county)
    return QCoreApplication.translate("PlaceText", "{county} County").format(county=name)


def place_text(place: Place, counties: Mapping[str, str]) -> str:
    """The lines of a place, county last. A described place says how to get there, never an empty street."""
    lines = _address(place) if place.street else _described(place)
    return "\n".join((*lines, county_text(place.county, counties)))


def _address(place: Place) -> list[str]:
    street = f"{place.street}, {place.unit}" if place.unit else place.street
    town = " ".join(filter(None, (f"{place.city}," if place.city else "", place.state, place.zip)))
    extra = [place.directions] if place.directions else []
    return [street, town, *extra]


def _described(place: Place) -> list[str]:
    lines = [place.directions or QCoreApplication.translate("PlaceText", "No street address recorded")]
    if place.nearest_road:
        near = QCoreApplication.translate("PlaceText", "Nearest road: {road}")
        lines.append(near.format(road=place.nearest_road))
    if place.latitude is not None and place.longitude is not None:
        where = QCoreApplication.translate("PlaceText", "Position: {latitude}, {longitude}")
        lines.append(where.format(latitude=f"{place.latitude:.5f}", longitude=f"{place.longitude:.5f}"))
    if place.city:
        town = " ".join(filter(None, (place.city, place.zip)))
        lines.append(QCoreApplication.translate("PlaceText", "Near {town}").format(town=town))
    return lines
