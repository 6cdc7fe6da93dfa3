"""Differences: whatever changed, the holder of the old form ends with exactly the new one."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sync.casework.values import pack, unpack
from sync.protocol.patches import diff, merge

keys = st.sampled_from(["a", "b", "c", "notes"])
values: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.text(max_size=3)
    | st.binary(max_size=3)
    | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)
records = st.dictionaries(keys | st.binary(min_size=1, max_size=2), values, max_size=4)


@given(records, records)
def test_merging_the_difference_gives_the_new_form_to_the_byte(
    before: dict[Any, Any], after: dict[Any, Any]
) -> None:
    assert merge(pack(before), diff(pack(before), pack(after))) == pack(after)


@given(records)
def test_no_change_is_an_empty_difference(record: dict[Any, Any]) -> None:
    assert unpack(diff(pack(record), pack(record))) == {}


@given(records, records, records)
def test_differences_follow_each_other(
    one: dict[Any, Any], two: dict[Any, Any], three: dict[Any, Any]
) -> None:
    first, second = diff(pack(one), pack(two)), diff(pack(two), pack(three))
    assert merge(merge(pack(one), first), second) == pack(three)


@given(records, records)
def test_a_field_that_this_program_does_not_know_stays(before: dict[Any, Any], after: dict[Any, Any]) -> None:
    unknown = {"unknown to this program": {"kept": [1, 2]}}
    merged = merge(pack(before | unknown), diff(pack(before), pack(after)))
    assert unpack(merged) == unpack(pack(after | unknown))


@given(records)
def test_equal_records_are_equal_bytes_whatever_their_order(record: dict[Any, Any]) -> None:
    assert pack(dict(reversed(record.items()))) == pack(record)
