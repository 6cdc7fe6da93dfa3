"""How strong a new passphrase looks: by length and variety alone, as a hint and never as a wall."""

from enum import Enum

from erap_desktop.vault.passphrase import SHORTEST_ON_SCREEN

GOOD = 16
STRONG = 22
FEW_LETTERS = 6


class Strength(Enum):
    """From refused to strong."""

    TOO_SHORT = "too_short"
    FAIR = "fair"
    GOOD = "good"
    STRONG = "strong"


def strength(passphrase: str) -> Strength:
    """Few different characters count as a short passphrase, however often they are repeated."""
    length = len(passphrase)
    if length < SHORTEST_ON_SCREEN:
        return Strength.TOO_SHORT
    if length < GOOD or len(set(passphrase)) < FEW_LETTERS:
        return Strength.FAIR
    return Strength.STRONG if length >= STRONG and len(set(passphrase)) > FEW_LETTERS else Strength.GOOD
