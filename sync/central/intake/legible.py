"""Whether text is what somebody wrote: no bytes read in the wrong encoding, nothing that can not be seen."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from sync.central.intake.refusal import RefusalError

_CONTINUATION = "".join(map(chr, range(0x80, 0xC0))) + bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")
_READ_WRONGLY = re.compile(
    f"[\u00c2-\u00c5][{_CONTINUATION}]"  # Latin letters: ñ, é, ł
    f"|\u00c7\u00ab"  # ǫ
    f"|\u00e2[\u0080\u20ac][{_CONTINUATION}]"  # quotation marks and dashes
    f"|\u00f0[\u009f\u0178][{_CONTINUATION}]{{2}}"  # emoji
)
"""UTF-8 taken for Latin-1 or Windows-1252: pairs of signs that no language of the program writes."""
_LONG_TEXTS = frozenset({"statement", "directions"})  # may have line breaks
_BREAKS = frozenset("\n\r\t")
_DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def decoded(line: bytes) -> str:
    """The line as text. Raises RefusalError for NUL bytes, other encodings and binary data."""
    if line.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in line:
        raise RefusalError("", "contains NUL bytes: it is binary data or UTF-16, not UTF-8 text")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusalError("", f"is not UTF-8 text: byte {error.start + 1} fits no character") from None
    if not text.lstrip().startswith("{"):
        raise RefusalError("", "is not a JSON object: it does not begin with {")
    return text


def check_keys(text: str) -> None:
    """Raises RefusalError when an object says the same field twice: nobody knows which one is meant."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        fields = dict(pairs)
        if len(fields) != len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise RefusalError(twice, "is there twice")
        return fields

    json.loads(text, object_pairs_hook=once)


def legible(value: Any, path: str = "") -> Any:
    """The same plain value, its texts in composed form (NFC). Raises RefusalError for a damaged text."""
    if isinstance(value, str):
        _check(value, path)
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {key: legible(part, f"{path}.{key}" if path else key) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [legible(part, f"{path}[{index}]") for index, part in enumerate(value)]
    return value


def _check(text: str, path: str) -> None:
    allowed = _BREAKS if path.rpartition(".")[2] in _LONG_TEXTS else frozenset()
    for character in text:
        kind = unicodedata.category(character)
        if (kind in ("Cc", "Cs", "Co") and character not in allowed) or character in _DIRECTION_MARKS:
            raise RefusalError(path, f"contains the invisible character U+{ord(character):04X}")
    if "\ufffd" in text:
        raise RefusalError(path, "contains a character that was lost in an earlier conversion (U+FFFD)")
    if _READ_WRONGLY.search(text):
        raise RefusalError(path, "was read in the wrong encoding somewhere: letters like ñ became two signs")
