"""Differences between two versions of a stored object, as JSON Merge Patch (RFC 7396) over plain values.

Patches are made where an object is written and applied to whatever the holder stores, so that a program that
doesn't know a field still keeps it. Empty fields aren't stored, hence None is free to mean "gone".
"""

from __future__ import annotations

from typing import Any

from sync.casework.values import encode, pack, unpack
from sync.protocol.errors import UNREADABLE


class PatchError(ValueError):
    """What should be a patch is none."""


def diff(before: bytes, after: bytes) -> bytes:
    """The patch that turns one stored form into another."""
    return encode(_diff(unpack(before), unpack(after)))


def merge(stored: bytes, patch: bytes) -> bytes:
    """A stored form with a patch applied. Raises PatchError for a patch that makes no stored form."""
    try:
        return pack(_merge(unpack(stored), unpack(patch)))
    except (*UNREADABLE, ValueError, TypeError, AttributeError) as error:
        raise PatchError(str(error)) from error


def _diff(before: dict[Any, Any], after: dict[Any, Any]) -> dict[Any, Any]:
    patch: dict[Any, Any] = {key: None for key in before if key not in after}
    for key, value in after.items():
        old = before.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            inner = _diff(old, value)
            if inner:
                patch[key] = inner
        elif key not in before or old != value:
            patch[key] = value
    return patch


def _merge(target: Any, patch: Any) -> Any:
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = _merge(merged.get(key), value)
    return merged
