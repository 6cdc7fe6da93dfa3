"""The token file, read once and typed: colours for light and dark, spaces, radii, sizes, type roles."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Scheme = Literal["light", "dark"]

TOKEN_FILE = Path(__file__).with_name("tokens.json")


@dataclass(frozen=True, slots=True)
class TypeRole:
    """How one role of text is set: size as a multiple of the body size, weight 100-900, colour token."""

    scale: float
    weight: int
    tone: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A foreground that is drawn on a background, and the least contrast ratio it must have there."""

    foreground: str
    background: str
    minimum: float


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens of the program. Colours are ``#rrggbb``; spaces, radii and sizes logical pixels.

    Times ms.
    """

    colors: Mapping[str, Mapping[Scheme, str]]
    pairs: tuple[Pair, ...]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    size: Mapping[str, int]
    type: Mapping[str, TypeRole]
    time: Mapping[str, int]

    def color(self, name: str, scheme: Scheme) -> str:
        """The colour of a token as ``#rrggbb``. Raises KeyError for a name the file does not have."""
        return self.colors[name][scheme]


def load_tokens(path: Path = TOKEN_FILE) -> Tokens:
    """Read the token file. Raises KeyError or ValueError when it is not as it should be."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    return Tokens(
        colors={
            name: {"light": entry["light"], "dark": entry["dark"]} for name, entry in raw["colors"].items()
        },
        pairs=tuple(
            Pair(foreground=row["fg"], background=background, minimum=float(row["min"]))
            for row in raw["pairs"]
            for background in row["on"]
        ),
        space=_pixels(raw["space"]),
        radius=_pixels(raw["radius"]),
        size=_pixels(raw["size"]),
        type={
            name: TypeRole(scale=float(entry["scale"]), weight=int(entry["weight"]), tone=str(entry["tone"]))
            for name, entry in raw["type"].items()
        },
        time={name: int(entry["ms"]) for name, entry in raw["time"].items()},
    )


def _pixels(section: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    return {name: int(entry["px"]) for name, entry in section.items()}
