"""How wide each column of a table is: names first, what is said elsewhere last.

Widths are counted in average letters of the table's font, so that they grow with the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

PADDING = 22  # pixels beside the text of a cell


@dataclass(frozen=True, slots=True)
class Column:
    """How one column is shown.

    ``width`` is what it likes, ``least`` what it can do with (0: no less than it likes). One column may
    ``stretch``: it takes what is left over. ``gives_way`` says the order in which columns are hidden when not
    all of them have room: 1 goes first, 0 never.
    """

    width: int = 12
    least: int = 0
    stretch: bool = False
    badge: bool = False
    gives_way: int = 0

    def narrowest(self, letter: int) -> int:
        """The pixels it cannot do without, where a letter has so many."""
        return (self.least or self.width) * letter + PADDING

    def widest(self, letter: int) -> int:
        """The pixels it likes."""
        return max(self.width, self.least) * letter + PADDING


def fit(columns: Sequence[Column], letter: int, room: int) -> list[int]:
    """The width of each column in pixels; 0 for one that has no room.

    Where even those that never give way have no room, the sum is more than ``room``: scroll sideways.
    """
    shown = _shown(columns, letter, room)
    widths = [column.narrowest(letter) if at in shown else 0 for at, column in enumerate(columns)]
    spare = max(0, room - sum(widths))
    for at in sorted(shown, key=lambda at: not columns[at].stretch):  # the one with the names is served first
        more = min(spare, columns[at].widest(letter) - widths[at])
        widths[at] += more
        spare -= more
    for at in shown:
        if columns[at].stretch:
            widths[at] += spare
    return widths


def _shown(columns: Sequence[Column], letter: int, room: int) -> list[int]:
    leaving = sorted(
        (at for at, one in enumerate(columns) if one.gives_way), key=lambda at: columns[at].gives_way
    )
    needed = sum(column.narrowest(letter) for column in columns)
    freed = accumulate((columns[at].narrowest(letter) for at in leaving), initial=0)
    hidden = next((count for count, gone in enumerate(freed) if needed - gone <= room), len(leaving))
    return [at for at in range(len(columns)) if at not in leaving[:hidden]]
