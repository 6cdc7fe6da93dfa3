"""How much one frame brings. Of a first sync little at first, so that something is to be seen; then more.

Many objects in one frame compress better. But what a broken line costs is the frame that was on its way, so a
laptop may say how many bytes it takes in about a second: its `budget`.
"""

from __future__ import annotations

FIRST = 20  # objects
MOST = 200
_USUAL = 1200  # bytes of an object on the wire, before the first frame has shown it


class Pace:
    """The number of objects for the next frame of one feed, after the frames before it.

    `first`: it begins a feed; else what it brings are mostly small changes.
    """

    def __init__(self, budget: int | None, *, first: bool) -> None:
        self._budget = budget
        self.objects = self._bearable(1, _USUAL, FIRST if first else MOST)

    def sent(self, objects: int, size: int) -> None:
        """A frame of so many objects has become so many bytes."""
        self.objects = self._bearable(objects, size, min(2 * self.objects, MOST))

    def _bearable(self, objects: int, size: int, wished: int) -> int:
        if self._budget is None or size == 0:
            return wished
        aim = self._budget * 3 // 4  # the next objects may be longer than these
        return max(1, min(wished, aim * objects // size))
