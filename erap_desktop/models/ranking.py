"""Ranking of short texts against what is typed.

Prefix, then start of a word, then anywhere, then letters in order.
"""

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")

PREFIX, WORD_START, INSIDE, LETTERS = range(4)
_LEAST_FOR_LETTERS = 3


def fold(text: str) -> str:
    """``text`` without case and accents: "Índice" is "indice"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def rank(text: str, typed: str) -> int | None:
    """How well ``text`` answers ``typed`` (0 is best), or None when it does not.

    Each word of what is typed must be found; the worst of them counts, unless all of it stands there as one.
    """
    wanted, where = fold(typed).strip(), fold(text)
    if not wanted:
        return PREFIX
    whole = _rank_word(where, wanted)
    if whole is not None and whole != LETTERS:
        return whole
    parts = [_rank_word(where, word) for word in wanted.split()]
    found = [part for part in parts if part is not None]
    return max(found) if len(found) == len(parts) else None


def best(items: Iterable[T], typed: str, text_of: Callable[[T], str]) -> list[T]:
    """The items that answer, best first; equally good ones stay in their order, shorter texts first."""
    ranked = [(rank(text_of(item), typed), len(text_of(item)), item) for item in items]
    answers = [(score, length, item) for score, length, item in ranked if score is not None]
    if not typed.strip():
        return [item for _, _, item in answers]
    return [item for _, _, item in sorted(answers, key=_order)]


def _order(answer: tuple[int, int, T]) -> tuple[int, int]:
    return answer[0], answer[1]


def _rank_word(where: str, word: str) -> int | None:
    if where.startswith(word):
        return PREFIX
    position = where.find(word)
    if position >= 0:
        starts = (where[i - 1] for i in range(1, len(where)) if where.startswith(word, i))
        return WORD_START if any(not before.isalnum() for before in starts) else INSIDE
    if len(word) >= _LEAST_FOR_LETTERS and _in_order(where, word):
        return LETTERS
    return None


def _in_order(where: str, word: str) -> bool:
    letters = iter(where)
    return all(letter in letters for letter in word)
