"""Lines of an intake file for tests: the example of the format page, whole, changed and spoiled."""

from __future__ import annotations

import copy
import io
import json
import re
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from sync.casework.values import uuid7
from sync.central.intake.applications import Application, BadLine, read_applications
from sync.central.rollout.policy_files import load_policy

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "intake-format.md").read_text(encoding="utf-8")
EXAMPLE: dict[str, Any] = json.loads(re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[0])
POLICY = load_policy(ROOT / "resources" / "policy", "nm-sra-2026")
TODAY = date(2026, 11, 24)
LEAST = {"reference": "a-1", "submitted": "2026-11-20", "applicant": {"name": "Ana Baca"}}
REMOVE = object()


def read_lines(*lines: bytes | dict[str, Any]) -> list[Application | BadLine]:
    raw = [line if isinstance(line, bytes) else as_line(line) for line in lines]
    return read_stream(io.BytesIO(b"\n".join(raw)))


def read_stream(stream: Any) -> list[Application | BadLine]:
    numbers = count(1)
    return list(
        read_applications(stream, POLICY, "nm", lambda: uuid7(0, next(numbers).to_bytes(10, "big")), TODAY)
    )


def as_line(application: dict[str, Any]) -> bytes:
    return json.dumps(application, ensure_ascii=False).encode()


def good_line(line: bytes | dict[str, Any]) -> Application:
    (read,) = read_lines(line)
    assert isinstance(read, Application), read
    return read


def bad_line(line: bytes | dict[str, Any]) -> BadLine:
    (read,) = read_lines(line)
    assert isinstance(read, BadLine)
    return read


def changed(path: str, value: Any) -> dict[str, Any]:
    """The example with one field changed, or taken out."""
    spoiled = copy.deepcopy(EXAMPLE)
    *steps, last = (int(step) if step.isdigit() else step for step in re.findall(r"\w+", path))
    place: Any = spoiled
    for step in steps:
        place = place[step]
    if value is REMOVE:
        del place[last]
    else:
        place[last] = value
    return spoiled
