"""The policy's words and programs: TOML read strictly, so that a slip of the pen is found, with its line."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from sync.casework.policy import ChecklistItem, DenialCode, Program, RuleText
from sync.casework.values import Text
from sync.central.rollout.policy_error import PolicyFileError, read_text

PLACEHOLDERS = {
    "program_open": set[str](),
    "jurisdiction": {"county"},
    "rent_obligation": set[str](),
    "hardship": set[str](),
    "instability_risk": set[str](),
    "income_limit": {"income", "limit", "persons", "year", "county"},
    "priority_income": {"income", "limit", "persons", "year", "county"},
    "month_cap": {"months", "max"},
}
"""Every rule there must be, with the inputs its texts may name."""

_Kind = TypeVar("_Kind")
_LINE_IN_MESSAGE = re.compile(r"\(at line (\d+), column \d+\)")
_HEADER = re.compile(r"\[([\w.\-]+)\]")
_KEY = re.compile(r"([\w.\-]+)\s*=")
_PATH_IN_MESSAGE = re.compile(r" - at `\$?\.?([^`]*)`$")
_CODE = re.compile(r"D[0-9]{2}")
_SLUG = re.compile(r"[a-z][a-z0-9_]*")


class TextFile:
    """A TOML file with errors that name the line of the key they are about."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._text = read_text(file)
        try:
            self.content: dict[str, Any] = tomllib.loads(self._text)
        except tomllib.TOMLDecodeError as error:
            at = _LINE_IN_MESSAGE.search(str(error))
            reason = _LINE_IN_MESSAGE.sub("", str(error)).strip()
            raise PolicyFileError(file, int(at[1]) if at else None, f"is not TOML: {reason}") from error

    def error(self, path: tuple[str, ...], reason: str) -> PolicyFileError:
        return PolicyFileError(self.file, self._line(path), f"{'.'.join(path)}: {reason}")

    def convert(self, path: tuple[str, ...], value: object, kind: type[_Kind]) -> _Kind:
        """The value as the kind asked for, refusing wrong types, unknown keys and empty words."""
        try:
            converted = msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            at = _PATH_IN_MESSAGE.search(str(error))
            inner = tuple(re.findall(r"\w+", at[1])) if at else ()
            raise self.error((*path, *inner), _PATH_IN_MESSAGE.sub("", str(error))) from error
        for inner, reason in _slips(value, kind):
            raise self.error((*path, *inner), reason)
        return converted

    def convert_each(self, kind: type[_Kind]) -> dict[str, _Kind]:
        """Every table of the file as the kind asked for, by its name."""
        return {name: self.convert((name,), table, kind) for name, table in self.content.items()}

    def _line(self, path: tuple[str, ...]) -> int | None:
        """The line of the longest part of the path that is written out."""
        best, found, table = 0, None, ""
        for number, line in enumerate(self._text.splitlines(), start=1):
            if header := _HEADER.match(line):
                table = header[1]
                key = table
            elif entry := _KEY.match(line):
                key = f"{table}.{entry[1]}".strip(".")
            else:
                continue
            steps = tuple(key.split("."))
            if len(steps) > best and path[: len(steps)] == steps:
                best, found = len(steps), number
        return found


def _slips(value: object, kind: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """What msgspec lets through and we do not: keys nobody reads, and words that are blank."""
    if isinstance(value, str) and not value.strip():
        yield (), "is empty"
    if not isinstance(value, dict):
        return
    if get_origin(kind) is dict:
        inner = dict.fromkeys(value, get_args(kind)[1])
    else:
        inner = {field.name: field.type for field in msgspec.structs.fields(kind)}
    for key, part in value.items():
        if key not in inner:
            yield (key,), "is not a known key"
        else:
            yield from (((key, *rest), reason) for rest, reason in _slips(part, inner[key]))


def read_rules(file: Path) -> dict[str, RuleText]:
    """The rules in words, each of them there and with only the inputs it has. Raises PolicyFileError."""
    source = TextFile(file)
    rules = source.convert_each(RuleText)
    for name in sorted(PLACEHOLDERS.keys() ^ rules.keys()):
        raise source.error((name,), "is missing" if name in PLACEHOLDERS else "is not a rule")
    for name, rule in rules.items():
        for result in ("passed", "failed", "need"):
            words: Text = getattr(rule, result)
            allowed = set[str]() if result == "need" else PLACEHOLDERS[name]
            for language, sentence in (("en", words.en), ("es", words.es)):
                path = (name, result, language)
                unknown = _named_inputs(source, path, sentence) - allowed
                if unknown:
                    raise source.error(path, f"names {{{min(unknown)}}}, which is no input of it")
    return rules


def _named_inputs(source: TextFile, path: tuple[str, ...], sentence: str) -> set[str]:
    try:
        return {field for _, field, _, _ in string.Formatter().parse(sentence) if field is not None}
    except ValueError as error:
        raise source.error(path, f"has a stray brace: {error}") from error


def read_codes(file: Path, rules: dict[str, RuleText]) -> dict[str, DenialCode]:
    """The denial codes. Raises PolicyFileError."""
    source = TextFile(file)
    codes = source.convert_each(DenialCode)
    for name, code in codes.items():
        if not _CODE.fullmatch(name):
            raise source.error((name,), "is not a denial code like D03")
        if code.rule and code.rule not in rules:
            raise source.error((name, "rule"), f"there is no rule {code.rule!r}")
    return codes


def read_checklist(file: Path) -> dict[str, ChecklistItem]:
    """The checklist. Raises PolicyFileError."""
    source = TextFile(file)
    items = source.convert_each(ChecklistItem)
    for name in items:
        if not _SLUG.fullmatch(name):
            raise source.error((name,), "is not a name of small letters, digits and _")
    return items


class ProgramFile(msgspec.Struct, frozen=True):
    """A program's file: the policy's version and the day it takes effect, and the program itself."""

    version: str
    effective: date
    program: Program


def read_program(file: Path) -> tuple[ProgramFile, TextFile]:
    """The program that the file is named after, and the file, for errors. Raises PolicyFileError."""
    source = TextFile(file)
    table = source.content.get("program")
    if not isinstance(table, dict):
        raise PolicyFileError(file, None, "has no table [program]")
    if "id" in table:
        raise source.error(("program", "id"), "is the name of the file and not repeated in it")
    found = source.convert((), {**source.content, "program": {**table, "id": file.stem}}, ProgramFile)
    program = found.program
    if program.rules not in ("ERA1", "ERA2"):
        raise source.error(("program", "rules"), f"is {program.rules!r}, not ERA1 or ERA2")
    if program.award_from > program.award_until:
        raise source.error(("program", "award_until"), "is before award_from")
    if program.last_obligation and program.last_obligation < program.award_from:
        raise source.error(("program", "last_obligation"), "is before award_from")
    if not 1 <= program.max_months <= 36:
        raise source.error(("program", "max_months"), f"is {program.max_months}, not from 1 to 36")
    if not program.expenses:
        raise source.error(("program", "expenses"), "names nothing the program pays for")
    return found, source
