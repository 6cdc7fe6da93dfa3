"""What a passphrase is to the vault, and which ones may be chosen."""

import unicodedata
from typing import Final

from erap_desktop.vault.errors import PassphraseUnfit

SHORTEST: Final = 8
"""Characters, anywhere: NIST SP 800-63B-4 section 3.1.1.2 for a password that is one of several factors; the
laptop, and its keychain where there is one, is the other."""

SHORTEST_ON_SCREEN: Final = 10
"""Characters, for one chosen on screen, this project's own figure: a profile folder can be copied, and
without a keychain the passphrase is then all there is. No rules about kinds of characters: the same section
forbids them."""

LONGEST: Final = 1024
"""Characters. The same section asks for at least 64; the bound only keeps a mistaken paste out."""


def as_bytes(passphrase: str) -> bytes:
    """The bytes that are derived from: NFKC, so that the same key presses on another keyboard or operating
    system give the same bytes (NIST SP 800-63B-4 section 3.1.1.2 asks for NFKC or NFC; never for trimming).

    Bytes of an environment variable that are not UTF-8 arrive as surrogates and are kept as such.
    """
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def check_new(passphrase: str, shortest: int = SHORTEST) -> None:
    """Refuse a new passphrase that is too short or too long, counted in characters after NFKC.

    `shortest` may be raised, never lowered below `SHORTEST`. Raises `PassphraseUnfit`.
    """
    length = len(unicodedata.normalize("NFKC", passphrase))
    minimum = max(shortest, SHORTEST)
    if length < minimum:
        raise PassphraseUnfit("passphrase.too_short", length=length, minimum=minimum)
    if length > LONGEST:
        raise PassphraseUnfit("passphrase.too_long", length=length, maximum=LONGEST)
