"""Why an application is not taken: the field and one plain sentence, without what the field said."""

from __future__ import annotations

import re

import msgspec

_AT = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")
_FIELD = re.compile(r"(?P<what>missing required|contains unknown) field `(?P<name>[^`]*)`")
_TYPES = {
    "int": "a whole number",
    "float": "a number",
    "str": "text",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}
_PATTERNS = {
    "reference": "letters, digits, dots, dashes and underscores",
    "phone": "a phone number",
    "email": "an e-mail address",
    "zip": "a ZIP code such as 87501 or 87501-1234",
    "state": "two capital letters such as NM",
    "month": "a month such as 2026-08",
    "spoken": "a language code such as en, es or nv",
    "written": "a language code such as en, es or nv",
}
_EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]+)`(?:, got `(?P<got>[^`]+)`)?(?P<rest>.*)")
_BOUND = re.compile(r"(?: of length)? (?P<sign><=|>=) (?P<bound>[0-9.-]+)")


class RefusalError(Exception):
    """An application is not taken. `field` is a path such as `household[1].born`, '' for the whole line."""

    def __init__(self, field: str, reason: str) -> None:
        self.field = field
        self.reason = reason
        super().__init__(f"{field}: {reason}" if field else reason)


def from_decoder(error: msgspec.DecodeError) -> RefusalError:
    """The decoder's complaint in plain words."""
    text = str(error)
    at = _AT.search(text)
    path = at["path"] if at else ""
    complaint = text[: at.start()] if at else text
    if not isinstance(error, msgspec.ValidationError):
        return RefusalError("", "is not whole JSON: " + _lower(complaint.removeprefix("JSON is malformed: ")))
    if named := _FIELD.search(complaint):
        name = ascii(named["name"])[1:-1][:40]
        field = f"{path}.{name}" if path else name
        missing = named["what"].startswith("missing")
        return RefusalError(field, "is missing" if missing else "is not a field of this format")
    return RefusalError(path, _plain(complaint, path))


def _plain(complaint: str, path: str) -> str:
    name = path.rpartition(".")[2].partition("[")[0]
    if complaint.startswith("Invalid RFC3339 encoded date"):
        return "is not a day of the calendar written like 2026-08-31"
    if complaint.startswith("Invalid enum value"):
        return "is not one of the words this field may be"
    if complaint.startswith("Number out of range"):
        return "is a number beyond all bounds"
    expected = _EXPECTED.fullmatch(complaint)
    if expected is None:
        return _lower(complaint)
    if expected["got"]:
        wanted = " or ".join(_TYPES.get(part, part) for part in expected["wanted"].split(" | "))
        return f"is {_TYPES.get(expected['got'], expected['got'])}, not {wanted}"
    if "regex" in expected["rest"]:
        return f"is not {_PATTERNS.get(name, 'written as this field must be')}"
    bound = _BOUND.fullmatch(expected["rest"])
    if bound is None:
        return _lower(complaint)
    return _beyond(expected["wanted"], bound["sign"], bound["bound"])


def _beyond(wanted: str, sign: str, bound: str) -> str:
    most = sign == "<="
    number = f"{float(bound):,.0f}"
    if wanted == "array":
        return f"has more than {number} entries" if most else f"has fewer than {number} entries"
    if wanted == "str":
        return f"is longer than {number} characters" if most else "is empty"
    return f"is more than {number}" if most else f"is less than {number}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
