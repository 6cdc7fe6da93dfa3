"""What intake and caseworkers write down, and how a home without a street address is found."""

from __future__ import annotations

from sync.central.demo.chance import Chance

_ARRIVED = (
    "Came in with a navigator from the community center; the form was filled in together.",
    "Applied on the portal by phone in two sittings; the second one was after closing time.",
    "Paper form from the chapter house, typed in here; the scan is attached beside the fields.",
    "Called the hotline; the answers were read back and confirmed before submission.",
    "Walk-in at the field office; everything on the form was gone through at the counter.",
    "Mailed in with copies of the papers; the originals were sent back the same day.",
)
_PAPERS = (
    "Identity card shown at the counter and given back; nothing was kept.",
    "The lease is a photograph of four pages, page three is dark but the rent and the names can be read.",
    "Pay stubs cover the last two months; one of them is a screen shot from the pay-roll site.",
    "The utility bill is in the name of the landlord; the household pays it with the rent.",
    "The benefit letter is from this year and names every member of the household.",
    "Bank statements show the rent paid in part from a relative's account.",
)
_PHONED = (
    "Phoned the landlord's office: they confirm the tenancy and the amount owed and will send a W-9.",
    "Left a message for the landlord on two days; then the manager called back and agreed to wait.",
    "The landlord prefers e-mail; the ledger came the same afternoon and agrees with the tenant's figures.",
    "Spoke with the landlord's daughter, who keeps the books; she asked for the letter in Spanish.",
    "The landlord says two of the months were paid in part; the applicant corrected the amounts.",
)
_CONTACT = (
    "Best reached after four in the afternoon. Text first, the phone is shared with a neighbour.",
    "Please call rather than write; mail is fetched once a week in town.",
    "A voice message may be left. The applicant works nights and sleeps until noon.",
    "The number is the daughter's; she may take messages but not decide anything.",
    "No signal at home: the applicant calls back from the store on Tuesdays and Fridays.",
)
_EXPLAINED = (
    "Explained what happens next, that nobody is asked for a social security number, and who will call.",
    "Told the applicant that the landlord will be written to, and that help can be paid to either of them.",
    "Asked about other help: none for these months, says the applicant, and nothing is pending elsewhere.",
    "Went through the months one by one; the ones already paid by a relative were left out.",
    "Said that the case has an eviction date or may get one, and gave the number of the legal aid line.",
)
_ROADS = (
    "US 491",
    "US 64",
    "US 550",
    "NM 264",
    "NM 371",
    "NM 53",
    "NM 602",
    "Navajo Route 9",
    "Navajo Route 12",
    "Navajo Route 36",
    "Indian Service Route 5010",
    "County Road 6675",
)
_MARKS = ("the old trading post", "the chapter house", "the water tower", "the school", "the windmill")
_HOMES = (
    "white manufactured home with a green roof",
    "tan house beside a hogan",
    "blue single-wide behind the corral",
    "brown block house with two water tanks",
    "grey double-wide with a ramp",
)
_SIDES = ("north", "south", "east", "west")


def intake_notes(chance: Chance, months_behind: int) -> list[str]:
    """Three to five remarks made when the application came in."""
    first = f"{chance.pick(_ARRIVED)} {months_behind} months behind by the applicant's own count."
    pools = chance.sample((_PAPERS, _PHONED, _CONTACT, _EXPLAINED), chance.whole(2, 4))
    return [first, *(" ".join(chance.sample(pool, chance.whole(1, 2))) for pool in pools)]


def over_limit_note(year: int) -> str:
    """What a caseworker notes when the income comes out above the limit."""
    return (
        f"Income worked out from the papers is above the FY{year} limit for this household. All of it is "
        "shown, nothing is missing. Told the applicant that a decision is due and how to appeal it."
    )


def directions(chance: Chance, community: str) -> tuple[str, str]:
    """How to find a home without a street address, and the nearest road."""
    road, side, mark = chance.pick(_ROADS), chance.pick(_SIDES), chance.pick(_MARKS)
    turn = chance.pick(_SIDES)
    words = (
        f"From {community} go {side} on {road} for {chance.whole(2, 17)} miles, turn {turn} on the dirt road "
        f"after {mark}, {chance.whole(1, 6)}.{chance.whole(1, 9)} miles to the {chance.pick(_HOMES)}."
    )
    return words, road
