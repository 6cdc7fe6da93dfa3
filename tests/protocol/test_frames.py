"""Frames: read in any pieces; what is damaged, cut or foreign is "not our frame" and never anything else."""

from __future__ import annotations

import struct
import zlib
from datetime import UTC, datetime
from random import Random

import msgspec
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.casework.values import encode
from sync.protocol.cells import Choices, Identifiers, Numbers, Texts
from sync.protocol.columns import Lists, Table
from sync.protocol.dictionary import NEWEST
from sync.protocol.frames import MAGIC, FrameReader, FrameWriter, NotOurFrameError
from sync.protocol.messages import Change, Cursor, Entries, FeedHead, Frame, Head, Leave, Put, Refusal
from sync.protocol.versions import MAX_FRAME_BYTES

TEXT = "the landlord called, again and again and again " * 40
BODY = msgspec.Raw(encode({"text": TEXT}))
FRAMES: list[Frame] = [
    Entries(
        "user",
        Cursor(),
        Cursor(start=9, after=("2026-12-01", "case", "x")),
        (Put("case", bytes(16), 3, BODY),),
    ),
    Entries("user", Cursor(3), Cursor(9), (Leave("case", bytes(16), "worker2"),), leaving=1),
    Entries("user", Cursor(9), Cursor(12), (Change("case", bytes(16), 2, (BODY, BODY)),), left=4),
    Entries(
        "user",
        Cursor(12),
        Cursor(40),
        (
            *(Put("case", bytes([n]) * 16, n, msgspec.Raw(encode({"n": n, "text": TEXT}))) for n in range(9)),
            Leave("case", bytes(16), "worker3"),
            Change("case", bytes(16), 4, (BODY,)),
        ),
    ),
    Head(datetime(2026, 11, 24, tzinfo=UTC), 1, 7, {"user": FeedHead(12, bytes(16))}),
]


def written(frames: list[Frame]) -> bytes:
    writer = FrameWriter()
    return b"".join(writer.write(frame) for frame in frames)


WHOLE = written(FRAMES)


def read(data: bytes, piece: int = 1 << 20) -> list[Frame]:
    """The frames before anything that isn't ours, which may only be a NotOurFrameError."""
    reader = FrameReader()
    found: list[Frame] = []
    try:
        for at in range(0, len(data), piece):
            found += reader.feed(data[at : at + piece])
    except NotOurFrameError:
        pass
    return found


@pytest.mark.parametrize("piece", [1, 2, 3, 7, 64, 100_000])
def test_frames_arrive_in_any_pieces(piece: int) -> None:
    assert read(WHOLE, piece) == FRAMES


def test_a_cut_at_any_byte_leaves_the_frames_before_it_whole() -> None:
    for cut in range(len(WHOLE)):
        found = read(WHOLE[:cut])
        assert found == FRAMES[: len(found)]
        assert len(found) < len(FRAMES)


def test_any_changed_byte_is_noticed_and_nothing_wrong_is_ever_read() -> None:
    chance = Random(3)
    for at in range(len(WHOLE)):
        damaged = bytearray(WHOLE)
        damaged[at] ^= chance.randrange(1, 256)
        found = read(bytes(damaged))
        assert found == FRAMES[: len(found)]
        assert len(found) < len(FRAMES), at


@settings(max_examples=300)
@given(st.binary(max_size=200), st.booleans())
def test_foreign_bytes_are_never_more_than_not_our_frame(data: bytes, ours: bool) -> None:
    read(MAGIC + data if ours else data)


@settings(max_examples=300)
@given(st.binary(min_size=1, max_size=200), st.sampled_from([b"\x00", b"\x01", b"\x02", b""]))
def test_a_whole_frame_of_nonsense_is_not_our_frame(payload: bytes, form: bytes) -> None:
    body = form + payload
    frame = struct.pack(">II", len(body), zlib.crc32(body)) + body
    with pytest.raises(NotOurFrameError):
        list(FrameReader().feed(MAGIC + frame))


@pytest.mark.parametrize(
    "payload",
    [
        b"\x91" * 100_000,
        b"\x93\xa1E" + b"\x91" * 50_000,
        b"\x95\xa1E\xa4user\x90\x90\x91" + b"\x91" * 50_000,
        b"\x92\xa1R\xa2\xff\xfe",
        encode(["R"]),
        encode(["Z", 1]),
        encode({"a": 1}),
        b"",
    ],
)
def test_hostile_messages_are_not_our_frame(payload: bytes) -> None:
    body = b"\x00" + payload
    frame = struct.pack(">II", len(body), zlib.crc32(body)) + body
    with pytest.raises(NotOurFrameError):
        list(FrameReader().feed(MAGIC + frame))


def test_a_bomb_is_noticed_before_it_has_grown() -> None:
    packed = zstandard.ZstdCompressor(level=1).compress(bytes(400 * 1024 * 1024))
    body = b"\x01" + packed
    assert len(body) < 100_000
    with pytest.raises(NotOurFrameError):
        list(FrameReader().feed(MAGIC + struct.pack(">II", len(body), zlib.crc32(body)) + body))
    too_long = struct.pack(">II", MAX_FRAME_BYTES + 1, 0)
    with pytest.raises(NotOurFrameError):
        list(FrameReader().feed(MAGIC + too_long))


def test_fields_of_a_later_program_are_left_aside() -> None:
    later = encode(["R", "busy", "", 30, None, None, 0, "a new field", {"more": 1}])
    body = b"\x00" + later
    frame = MAGIC + struct.pack(">II", len(body), zlib.crc32(body)) + body
    assert list(FrameReader().feed(frame)) == [Refusal("busy", retry_after=30)]


@pytest.mark.parametrize("pushed", [(), (encode({"text": TEXT}),)])
def test_with_a_dictionary_what_was_pushed_is_hardly_sent_again(pushed: tuple[bytes, ...]) -> None:
    """Whoever reads must have pushed the same; in any pieces, cut anywhere."""
    writer = FrameWriter(version=NEWEST, pushed=pushed)
    data = b"".join(writer.write(frame) for frame in FRAMES)
    assert len(data) < len(WHOLE)
    for piece in (1, 100, len(data)):
        reader = FrameReader(pushed)
        assert [f for at in range(0, len(data), piece) for f in reader.feed(data[at : at + piece])] == FRAMES
    with pytest.raises(NotOurFrameError):
        list(FrameReader((b"something else",)).feed(data))


def test_a_later_programs_dictionary_is_not_our_frame() -> None:
    body = b"\x71" + zstandard.ZstdCompressor().compress(encode(FRAMES[-1]))
    with pytest.raises(NotOurFrameError, match="dictionary 7"):
        list(FrameReader().feed(MAGIC + struct.pack(">II", len(body), zlib.crc32(body)) + body))


def test_a_frame_of_columns_that_grows_beyond_its_limit_is_not_ours() -> None:
    """2,097,152 times the same text of 32 KB: 64 GB in a few bytes."""
    many = Numbers(1 << 21, 0, False, 0, b"")
    once = Numbers(1, 0, False, 0, b"")
    text = Texts(Numbers(1, 1 << 15, False, 0, b""), "x" * (1 << 15))
    table = Table(Identifiers(Numbers(0, 0, False, 0, b""), b""), Lists(once, Choices(text, many)))
    body = b"\x02" + zstandard.ZstdCompressor().compress(msgspec.msgpack.encode(table))
    with pytest.raises(NotOurFrameError, match="more values"):
        list(FrameReader().feed(MAGIC + struct.pack(">II", len(body), zlib.crc32(body)) + body))


def test_an_idle_answer_is_small() -> None:
    idle = written(
        [Head(datetime(2026, 11, 24, tzinfo=UTC), 1, 7, {f: FeedHead(12, bytes(16)) for f in "abc"})]
    )
    assert len(idle) < 120
