"""Names of people and streets that sound like New Mexico and belong to nobody in particular."""

from __future__ import annotations

from enum import StrEnum

from sync.central.demo.chance import Chance


class Heritage(StrEnum):
    """Which list a household's names are from."""

    HISPANIC = "hispanic"
    ANGLO = "anglo"
    DINE = "dine"
    PUEBLO = "pueblo"


_GIVEN = {
    Heritage.HISPANIC: (
        "Ana Bernadette Carlos Celia Diego Dolores Elena Esteban Fabiola Francisco Gloria Héctor Inés "
        "Isabel Javier Joaquín José Josefina Juana Lorenzo Lucía Luis Manuel Margarita María Mateo "
        "Mónica Orlando Patricia Rafael Ramona Rosa Santiago Sofía Tomás Verónica Xóchitl Yolanda"
    ),
    Heritage.ANGLO: (
        "Abigail Amber Brandon Caleb Carol Cheryl Daniel Dawn Derek Emily Eric Grace Hannah Heather "
        "Ian Jacob Janet Jason Jennifer Kyle Laura Linda Mark Megan Nathan Paul Rachel Robert Ruth "
        "Sarah Scott Tyler Wendy William"
    ),
    Heritage.DINE: (
        "Alvin Arlene Bernice Brandon Carlene Delbert Delphine Darrell Emerson Ernestine Fannie "
        "Garrison Herman Irene Ivan Jolene Kee Lavern Leander Lorraine Marlene Melvin Nizhoni Orville "
        "Philbert Roselyn Shandiin Sheldon Shundeen Tashina Verna Wilson"
    ),
    Heritage.PUEBLO: (
        "Adrian Angelita Bernard Cecelia Clifford Cordelia Dominic Evangeline Felicita Geraldine "
        "Harold Isidro Jerome Juanita Kateri Leland Lucinda Marcelina Myron Pauline Raymond Renee "
        "Santana Terrence Theresa Virginia"
    ),
}
_SURNAMES = {
    Heritage.HISPANIC: (
        "Aragón Archuleta Armijo Baca Barela Chávez Córdova Durán Escudero Gallegos García Gonzales "
        "Griego Gurulé Gutiérrez Herrera Jaramillo Lovato Lucero Luján Madrid Maestas Márquez "
        "Martínez Montoya Ortega Ortiz Padilla Quintana Rael Rivera Romero Salazar Sánchez Sandoval "
        "Sedillo Tafoya Trujillo Vigil"
    ),
    Heritage.ANGLO: (
        "Anderson Bailey Barnes Brooks Carter Collins Cooper Davis Ellis Foster Graham Hayes Hughes "
        "Jenkins Kelly Lawson Mitchell Morgan Nelson Parker Powell Reed Rogers Shaw Stewart Turner "
        "Walker Webb"
    ),
    Heritage.DINE: (
        "Begay Benally Bitsilly Blackgoat Charley Chee Dennison Etcitty Francisco Harvey Jim Johnson "
        "Jumbo Largo Lee Long Manuelito Morgan Nez Peshlakai Sandoval Sam Silversmith Tom "
        "Tsinnijinnie Tso Tsosie Willie Yazzie"
    ),
    Heritage.PUEBLO: (
        "Abeita Aragon Arquero Cajero Chino Concho Coriz Garcia Jojola Lente Loretto Lucario Pacheco "
        "Pecos Quintana Salvador Sarracino Shutiva Suina Tenorio Toledo Torivio Toya Vallo Waquie "
        "Yepa Zuni"
    ),
}
_STREETS = (
    "Acequia Ave, Aliso Dr, Alameda St, Aspen Ave, Bridge Blvd, Broadway Blvd, Camino del Oso, "
    "Candelaria Rd, Cañada Ct, Carlisle Blvd, Central Ave, Cerro Vista Rd, Cibola Loop, Coal Ave, "
    "Cottonwood Ln, Coyote Trl, Don Quixote Dr, El Paseo Rd, Eubank Blvd, Fourth St, Frontera Rd, "
    "Gold Ave, Hacienda Rd, Isleta Blvd, Juniper St, Llano Rd, Lomas Blvd, Main St, Manzano St, Mesa "
    "Verde Dr, Mesquite St, Montaño Rd, Osuna Rd, Palo Verde Dr, Piñon St, Pueblo Rd, Railroad Ave, "
    "Rio Bravo Blvd, Rincón Ct, Rodeo Rd, San Mateo Blvd, Second St, Sombra Dr, Tierra Ln, Tijeras "
    "Ave, Tramway Rd, Valencia St, Vista del Sol Dr, Yucca St, Zia Rd"
)
_COMPANIES = (
    "Adobe Walls Rentals",
    "Bosque Property Management",
    "Caliche Homes",
    "Cholla Court Apartments",
    "High Mesa Mobile Home Park",
    "Llano Estacado Rentals",
    "Ojo Caliente Properties",
    "Piñon Ridge Apartments",
    "Plaza Vieja Apartments",
    "Roadrunner Housing",
    "Sandia Shadows Apartments",
    "Turquoise Trail Rentals",
    "Two Rivers Realty",
    "Vista Larga Townhomes",
)


STREETS = tuple(_STREETS.split(", "))
_GIVEN_NAMES = {heritage: tuple(words.split()) for heritage, words in _GIVEN.items()}
_FAMILY_NAMES = {heritage: tuple(words.split()) for heritage, words in _SURNAMES.items()}


def given_name(chance: Chance, heritage: Heritage) -> str:
    return chance.pick(_GIVEN_NAMES[heritage])


def surname(chance: Chance, heritage: Heritage) -> str:
    return chance.pick(_FAMILY_NAMES[heritage])


def company(chance: Chance, town: str) -> str:
    """A landlord's business name."""
    return f"{chance.pick(_COMPANIES)} of {town}" if town else chance.pick(_COMPANIES)


def street_address(chance: Chance, town: str) -> str:
    """House number and street; Albuquerque's streets carry their quarter."""
    quarter = chance.pick((" NE", " NW", " SE", " SW")) if town == "Albuquerque" else ""
    return f"{chance.whole(1, 98)}{chance.whole(0, 99):02d} {chance.pick(STREETS)}{quarter}"
