"""The protocol's document says what the program does: fields, limits, words and examples (I15)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

import msgspec
import pytest
from msgspec import inspect

from sync.casework import case, commands, household, places, policy, values
from sync.casework.commands import BODIES
from sync.casework.fingerprint import facts_fingerprint
from sync.casework.values import encode, pack
from sync.casework.verdict import Reason, Verdict
from sync.central.api import app
from sync.central.feed import reader, repair
from sync.protocol import administration, columns, digests, envelope, messages, versions
from sync.protocol.administration import ORDERS
from sync.protocol.envelope import Envelope, body_of, chain, decode_envelope
from sync.protocol.frames import FrameReader
from sync.protocol.messages import Frame, Head
from sync.protocol.requests import unpack_request
from sync.protocol.signing import Credentials, authorization
from tests.protocol import examples

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = {page.stem: page.read_text() for page in (DOCS / "protocol").glob("*.md")}
OVERVIEW = (DOCS / "protocol.md").read_text()
MODULES = (messages, administration, envelope, case, commands, household, places, policy, values)
BASES = {"Message", "Record", "Body", "Order", "Command", "Actor"}  # never on the wire by themselves
OBJECTS = {"header": "CaseHeader", "verdict": "StoredVerdict", "configuration": "SyncConfiguration"}


def structs() -> dict[str, type[msgspec.Struct]]:
    """Everything that travels, by name."""
    found = (one for module in MODULES for one in vars(module).values() if isinstance(one, type))
    return {
        one.__name__: one for one in found if issubclass(one, msgspec.Struct) and one.__name__ not in BASES
    }


STRUCTS = structs()


# --- Tables of fields ----------------------------------------------------------------------------


def type_name(kind: inspect.Type) -> str:
    """A type as the document names it."""
    match kind:
        case inspect.VarTupleType(item_type=item):
            return f"[{type_name(item)}]"
        case inspect.TupleType(item_types=items):
            return f"[{', '.join(map(type_name, items))}]"
        case inspect.DictType(key_type=key, value_type=value):
            return f"{{{type_name(key)}: {type_name(value)}}}"
        case inspect.UnionType(types=types):
            return " or ".join(type_name(one) for one in types if not isinstance(one, inspect.NoneType))
        case inspect.EnumType(cls=cls) | inspect.StructType(cls=cls):
            return cls.__name__
        case inspect.CustomType(cls=cls):
            return cls.__name__
    names = {"UUID": "id", "Str": "text", "Date": "day", "DateTime": "time", "Raw": "value"}
    plain = type(kind).__name__.removesuffix("Type")
    return names.get(plain, plain.lower())


def default_of(field: inspect.Field) -> str:
    """A default as the document writes it."""
    if field.required:
        return "required"
    value = field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
    if value is None:
        return "none"
    if isinstance(value, msgspec.Struct):
        return f"`{type(value).__name__}` of defaults"
    return f"`{json.dumps(msgspec.to_builtins(value))}`"


def fields_of(struct: type[msgspec.Struct]) -> list[tuple[str, str, str]]:
    """Name, type and default of each field, in the order of the wire."""
    info = inspect.type_info(struct)
    assert isinstance(info, inspect.StructType)
    return [(f"`{f.encode_name}`", type_name(f.type), default_of(f)) for f in info.fields]


def sections(text: str) -> dict[str, str]:
    """Heading and what stands under it."""
    parts = re.split(r"^#+ (.*)\n", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def rows(text: str, begin: str = "| field |") -> list[list[str]]:
    """The cells of the table that begins so."""
    lines = text.splitlines()
    at = next((n for n, line in enumerate(lines) if line.startswith(begin)), len(lines))
    found = []
    for line in lines[at + 2 :]:
        if not line.startswith("|"):
            break
        found.append([cell.strip() for cell in line.strip("|").split("|")])
    return found


SECTIONS = {
    name: body for page in ("messages", "objects", "commands") for name, body in sections(PAGES[page]).items()
}


@pytest.mark.parametrize("name", STRUCTS)
def test_each_field_stands_in_the_document_with_its_type_and_default(name: str) -> None:
    assert [tuple(row[:3]) for row in rows(SECTIONS[name])] == fields_of(STRUCTS[name])


def test_the_document_describes_nothing_that_does_not_travel() -> None:
    described = {name for name, body in SECTIONS.items() if rows(body.split("\n#")[0])}
    assert described == set(STRUCTS)


# --- Words ---------------------------------------------------------------------------------------


def words(page: str, begin: str) -> set[str]:
    """The first cells of a table, which are all code."""
    return {row[0].strip("`") for row in rows(page, begin)}


def test_every_kind_of_command_has_its_row_and_its_tag_at_its_fields() -> None:
    known = {**BODIES.known, **ORDERS.known}
    assert words(PAGES["commands"], "| tag |") == set(known)
    for name, body in SECTIONS.items():
        tag = STRUCTS[name].__struct_config__.tag if name in STRUCTS else None
        if tag in known:
            assert body.startswith(f"`{tag}`"), name


def test_every_object_verdict_reason_and_refusal_has_its_row() -> None:
    assert words(PAGES["objects"], "| kind |") == set(examples.OBJECTS)
    assert words(PAGES["errors"], "| verdict | meaning |") == {str(one) for one in Verdict}
    assert words(PAGES["errors"], "| reason |") == {str(one) for one in Reason} - {""}
    sources = "".join(file.read_text() for file in (DOCS.parent / "sync" / "central").rglob("*.py"))
    assert words(PAGES["errors"], "| code |") == set(re.findall(r'Refusal\(\s*"(\w+)"', sources))


def test_every_word_of_an_enumeration_is_there() -> None:
    enumerations = (
        values.Status,
        values.Outcome,
        values.DecisionState,
        values.Disposition,
        values.Sensitivity,
        household.Period,
        household.Evidence,
        values.Role,
    )
    said = {row[0]: re.findall(r"`(\w+)`", row[1]) for row in rows(PAGES["objects"], "| type | values |")}
    assert said == {one.__name__: [str(word) for word in one] for one in enumerations}


def test_limits_are_those_of_the_program() -> None:
    limits = {
        row[0]: list(map(int, re.findall(r"\d+", row[1]))) for row in rows(PAGES["transport"], "| limit |")
    }
    assert list(limits.values()) == [
        [versions.MAX_REQUEST_BYTES],
        [app.enrol_route.request_max_body_size],
        [versions.MAX_COMMANDS],
        [versions.MAX_PUSH_BYTES, 4 * versions.MAX_PUSH_BYTES],
        [versions.MAX_COMMAND_BYTES],
        [versions.MAX_WISHES],
        [versions.MAX_COMMANDS],
        [versions.MAX_FRAME_BYTES],
        [4 << 20],
        [versions.MAX_CASE_BYTES],
    ]
    assert (repair.AT_MOST, reader.FRAME_BYTES) == (500, 1 << 20), "Feeds, set back"
    configure = {row[0].strip("`"): row[3] for row in rows(SECTIONS["Configure"])}
    assert configure["poll_seconds"] == "{} to {}".format(*administration.POLL_SECONDS)
    assert configure["idle_lock_minutes"] == "{} to {}".format(*administration.IDLE_LOCK_MINUTES)
    assert f"revision {versions.CURRENT}" in OVERVIEW.splitlines()[0]


def test_links_lead_somewhere() -> None:
    pages = {DOCS / "protocol.md": OVERVIEW, **{DOCS / "protocol" / f"{n}.md": t for n, t in PAGES.items()}}
    for page, text in pages.items():
        for path, _, anchor in re.findall(r"\]\(([^)#\s]*)(#([^)]+))?\)", text):
            target = (page.parent / path).resolve() if path else page
            assert target in pages, f"{page.name}: {path}"
            anchors = {
                re.sub(r"[^\w -]", "", name).lower().replace(" ", "-") for name in sections(pages[target])
            }
            assert not anchor or anchor[1:] in anchors or anchor in anchors, f"{page.name}: {path}#{anchor}"


# --- Examples ------------------------------------------------------------------------------------


class Shown(NamedTuple):
    """One example as the document has it."""

    kind: str
    plain: Any
    data: bytes


def shown_examples() -> Iterator[Shown]:
    form = r"^## (.*?): .*\n\n```json\n(.*)\n```\n\n```hex\n([0-9a-f\n]+)\n```"
    for kind, text, digits in re.findall(form, PAGES["examples"], flags=re.MULTILINE):
        yield Shown(kind, json.loads(text), bytes.fromhex(digits))


SHOWN = list(shown_examples())


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: one.kind)
def test_an_example_is_decoded_and_encoded_again_to_the_same_bytes(one: Shown) -> None:
    assert examples.shown(msgspec.msgpack.decode(one.data)) == one.plain
    what, _, name = one.kind.partition(" ")
    name = name.strip("`")
    if what == "object":
        struct = STRUCTS[OBJECTS.get(name, name.capitalize())]
        assert pack(msgspec.msgpack.decode(one.data, type=struct)) == one.data
    elif what == "command":
        sent = decode_envelope(one.data)
        body = body_of(sent) if name in BODIES.known else ORDERS.decode(sent.tag, bytes(sent.body))
        assert (sent.tag, encode(sent), encode(body)) == (name, one.data, bytes(sent.body))
    else:
        assert examples.written(msgspec.msgpack.decode(one.data, type=STRUCTS[what])) == one.data


def test_there_is_an_example_of_everything() -> None:
    kinds = {one.kind for one in SHOWN}
    whole = {"EnrolRequest", "EnrolAnswer", "EnrolRefusal", "ExchangeRequest", "DepositRequest"}
    whole |= {one.__name__ for one in get_args(Frame)}
    whole |= {f"object `{kind}`" for kind in examples.OBJECTS}
    whole |= {f"command `{tag}`" for tag in (*BODIES.known, *ORDERS.known)}
    assert kinds == whole


def test_the_document_is_the_one_that_is_written() -> None:
    assert PAGES["examples"] == examples.document(), "run: python -m tests.protocol.examples"


def test_the_whole_answer_is_read_as_frames() -> None:
    digits = PAGES["examples"].rpartition("```hex\n")[2].partition("```")[0]
    frames = list(FrameReader().feed(bytes.fromhex(digits)))
    assert [type(frame).__name__ for frame in frames] == ["Entries", "Head"]
    assert isinstance(frames[-1], Head)


def test_the_columns_are_those_of_the_first_sync_and_the_compressed_request_is_the_push() -> None:
    begin = PAGES["examples"].index("## Columns of that first sync")
    (digits,) = re.findall(r"```hex\n([0-9a-f\n]+)```", PAGES["examples"][begin:])[:1]
    first_sync = encode(examples.MESSAGES[examples.IN_COLUMNS][1])
    assert columns.unpack(bytes.fromhex(digits), versions.MAX_FRAME_BYTES) == first_sync
    (digits,) = re.findall(r"```hex\n([0-9a-f\n]+)```", PAGES["transport"])
    assert unpack_request(bytes.fromhex(digits)) == examples.written(examples.PUSH)


def test_worked_figures_are_right() -> None:
    """Signature, chain, digest and fingerprint, as another program would compute them."""
    credentials = Credentials(examples.DEVICE, examples.TOKEN, examples.SIGNING_KEY)
    idle, at = examples.written(examples.IDLE), int(examples.AT.timestamp())
    assert f"    {authorization(credentials, 'POST', '/v1/exchange', idle, at, 0)}\n" in PAGES["transport"]
    assert f"`{facts_fingerprint(examples.SMALL_CASE).hex()}`" in PAGES["commands"]
    for history in (examples.CHAIN, chain(examples.CHAIN, examples.NOTE)):
        assert f"`{history.hex()}`" in OVERVIEW
    digest = digests.EMPTY
    for kind, id_, version in (("case", examples.CASE, 3), ("party", examples.LANDLORD, 1)):
        one = digests.member(kind, str(id_), version)
        assert f"| `{kind}`, `{id_}`, {version} | `{one:032x}` |" in OVERVIEW
        digest = digests.shifted(digest, added=one)
    assert f"| digest | `{digest.hex()}` |" in OVERVIEW


def test_an_envelope_of_eight_fields_is_read_and_one_of_seven_is_not() -> None:
    plain = msgspec.msgpack.decode(examples.NOTE)
    assert isinstance(decode_envelope(encode(plain[:8])), Envelope)
    with pytest.raises(envelope.EnvelopeError):
        decode_envelope(encode(plain[:7]))
