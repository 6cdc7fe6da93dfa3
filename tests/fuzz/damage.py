"""What can happen to bytes on their way: flipped, cut, repeated, spliced, or never ours at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

Change = Callable[[bytes], bytes]


def damaged(originals: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """One of the originals after one to four changes, some of them parts of another original."""
    changes = st.lists(_change(originals), min_size=1, max_size=4)
    return st.builds(_changed, st.sampled_from(originals), changes)


def _changed(data: bytes, changes: list[Change]) -> bytes:
    for change in changes:
        data = change(data)
    return data


def _change(originals: Sequence[bytes]) -> st.SearchStrategy[Change]:
    place = st.floats(0, 1)  # of the length there is then
    return st.one_of(
        st.builds(_flip, place, st.integers(1, 255)),
        st.builds(_cut, place),
        st.builds(_without, place, place),
        st.builds(_repeat, place, place, st.integers(2, 5)),
        st.builds(_insert, place, st.binary(max_size=9) | st.sampled_from(NASTY)),
        st.builds(_splice, place, st.sampled_from(originals), place),
    )


# Lengths without end, nesting without end, text that is none, a time beyond any, a number beyond any.
NASTY = (
    b"\xdd\xff\xff\xff\xff",
    b"\xc6\xff\xff\xff\xff",
    b"\xdf\xff\xff\xff\xff",
    b"\x91" * 3000,
    b"\xa1\xff",
    b"\xd7\xff" + b"\xff" * 8,
    b"\xc7\x0c\xff" + b"\x7f" * 12,
    b"\xcf" + b"\xff" * 8,
    b"\xc0",
    b"\x00",
)


def _at(data: bytes, place: float) -> int:
    return int(place * len(data))


def _flip(place: float, bits: int) -> Change:
    def change(data: bytes) -> bytes:
        at = min(_at(data, place), len(data) - 1)
        return data[:at] + bytes([data[at] ^ bits]) + data[at + 1 :] if data else data

    return change


def _cut(place: float) -> Change:
    return lambda data: data[: _at(data, place)]


def _without(start: float, end: float) -> Change:
    return lambda data: data[: _at(data, min(start, end))] + data[_at(data, max(start, end)) :]


def _repeat(start: float, end: float, times: int) -> Change:
    def change(data: bytes) -> bytes:
        part = data[_at(data, min(start, end)) : _at(data, max(start, end))][:2000]
        return data[: _at(data, start)] + part * times + data[_at(data, start) :]

    return change


def _insert(place: float, other: bytes) -> Change:
    return lambda data: data[: _at(data, place)] + other + data[_at(data, place) :]


def _splice(place: float, other: bytes, begin: float) -> Change:
    return lambda data: data[: _at(data, place)] + other[_at(other, begin) :]
