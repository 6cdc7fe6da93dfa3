"""Corrections of single facts: which fields may be corrected, reading and writing one by its path."""

from __future__ import annotations

from typing import Any

import msgspec

from sync.casework.case import MATERIAL_FIELDS, Case

_OTHER = frozenset({"phone", "email", "languages", "due", "sensitivity"})
CORRECTABLE = MATERIAL_FIELDS | _OTHER


class NoSuchFieldError(ValueError):
    """The path leads nowhere, or to something that is not corrected this way."""


def is_material(path: tuple[str, ...]) -> bool:
    """True when a decision rests on the field."""
    return path[0] in MATERIAL_FIELDS


def read(case: Case, path: tuple[str, ...]) -> Any:
    """The plain value at a path; None where nothing is recorded. Raises NoSuchFieldError."""
    node: Any = _plain(case, path)
    for step in path:
        if not isinstance(node, dict):
            raise NoSuchFieldError(f"{'/'.join(path)} is not a field of a case")
        node = node.get(step)
        if node is None:
            return None
    return node


def write(case: Case, path: tuple[str, ...], value: Any) -> Case:
    """The case with one value replaced; None removes it. Raises NoSuchFieldError if that is no case."""
    root = _plain(case, path)
    node = root
    for step in path[:-1]:
        node = node.setdefault(step, {})
        if not isinstance(node, dict):
            raise NoSuchFieldError(f"{'/'.join(path)} is not a field of a case")
    if value is None:
        node.pop(path[-1], None)
    else:
        node[path[-1]] = value
    try:
        return msgspec.convert(root, Case, str_keys=True)
    except msgspec.ValidationError as error:
        raise NoSuchFieldError(f"{'/'.join(path)}: {error}") from error


def _plain(case: Case, path: tuple[str, ...]) -> dict[str, Any]:
    if not path or path[0] not in CORRECTABLE:
        raise NoSuchFieldError(f"{'/'.join(path) or 'an empty path'} can not be corrected")
    plain: dict[str, Any] = msgspec.to_builtins(case, str_keys=True)
    return plain
