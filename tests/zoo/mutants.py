"""The killers. Each has cost somebody's users their work; here each is one line of a copy of our code."""

from __future__ import annotations

from typing import NamedTuple


class Mutant(NamedTuple):
    """One changed line. `old` occurs exactly once in `file`; both lines are without their indentation.

    `test` names the test that shows it, where only real parts can; otherwise the simulation hunts for it.
    `clocks`: it shows between a run and the same run with wrong clocks.
    """

    name: str
    file: str
    old: str
    new: str
    breaks: str
    test: str = ""
    clocks: bool = False


_PUSH, _APPLY = "sync/central/verdicts/push.py", "sync/replica/apply.py"
_READER, _ENGINE = "sync/central/feed/reader.py", "sync/engine/sync.py"

MUTANTS = (
    Mutant(
        "sequence is not commit order",
        "sync/central/feed/publish.py",
        "query = query.where(feed.c.name.in_(names)).order_by(feed.c.name).with_for_update()",
        "import sqlalchemy; number = sqlalchemy.text(\"1000 * nextval('audit_leaf_id_seq') AS number\"); "
        "query = query.with_only_columns(feed.c.name, number, feed.c.digest)"
        ".where(feed.c.name.in_(names)).order_by(feed.c.name)",
        "a feed is numbered by who began first, and readers step over who commits late",
        test="tests/central/test_many_writers.py::"
        "test_a_transaction_that_is_held_back_loses_a_row_of_a_sequence_and_none_of_a_feed",
    ),
    Mutant(
        "cursor before data",
        _APPLY,
        "_store(connection, work)",
        "_move(connection, entries, work.digest); connection.exec_driver_sql('COMMIT'); "
        "connection.exec_driver_sql('BEGIN IMMEDIATE'); _store(connection, work)",
        "a crash between cursor and rows loses the rows for good",
    ),
    Mutant(
        "filtered cursor",
        _READER,
        "puts = {(row.kind, row.id) for row in found if row.version is not None}",
        "puts = {(row.kind, row.id) for row in found if row.version is not None and row.kind != 'party'}",
        "the cursor passes what a filter kept back",
    ),
    Mutant(
        "lost ack",
        "sync/central/verdicts/effects.py",
        "if device == 0:",
        "if device >= 0:",
        "a verdict is told once, and a lost answer is lost",
    ),
    Mutant(
        "overlapping retry",
        _PUSH,
        "pushed = range(row.last_seq + 1, known + 1)",
        "pushed = range(request.first, known + 1)",
        "what is sent again is done again",
    ),
    Mutant(
        "poison",
        _PUSH,
        "except Exception as error:  # any fault of our own reducer becomes a held command, "
        "nothing is dropped",
        "except LookupError as error:",
        "one bad command blocks its queue",
    ),
    Mutant(
        "dropped push",
        _PUSH,
        "pushed = range(row.last_seq + 1, known + 1)",
        "pushed = range(known, known + 1)",
        "of what is sent together only the last is taken",
    ),
    Mutant(
        "scope lost with unsent work",
        "sync/casework/standing.py",
        "return Position.LATE",
        "return Position.OUTSIDE",
        "what a former owner did is turned away, and nobody gets it",
    ),
    Mutant(
        "server restored",
        "sync/central/restored.py",
        "if _proves_a_restore(central, witness, epoch):",
        "if witness is None:",
        "a server put back from a backup goes on as if nothing were missing",
        test="tests/engine/test_restored.py::"
        "test_a_laptop_that_lost_nothing_of_its_own_finds_the_restore_by_its_witness",
    ),
    Mutant(
        "client cloned",
        _PUSH,
        "if _differ(connection, agency, number, request.first, again):",
        "if _differ(connection, agency, number, request.first, []):",
        "two laptops under one number: the work of one counts as already there",
    ),
    Mutant(
        "edit during a long apply",
        "sync/replica/verdicts.py",
        "this = and_(_mine(connection), command.c.seq == verdict.seq)",
        "this = and_(_mine(connection), command.c.seq >= verdict.seq)",
        "what is saved while an answer comes in is taken for answered",
    ),
    Mutant(
        "absence taken for deletion",
        _APPLY,
        "work.sweep(_never_came_again(connection, entries.feed))",
        "[(work.kept.setdefault(key, one), work._leave(key, '')) for key, one in "
        "_kept(connection, object_.c.feed == entries.feed).items() if key not in work.written]",
        "what an answer doesn't mention is removed",
    ),
    Mutant(
        "repair loop",
        "sync/engine/agreement.py",
        "if used < REPAIRS_A_DAY:",
        "if used >= 0:",
        "a disagreement that repair does not mend is repaired for ever",
    ),
    Mutant(
        "own writes resurrected",
        "sync/replica/projection.py",
        "return base is not None and command.seq <= base.applied.get(str(command.device), 0)",
        "return False",
        "what was confirmed is done once more, on top of what came after it",
    ),
    Mutant(
        "last write wins",
        "sync/casework/decisions.py",
        "if case.standing != command.expects.replaces and standing is not None:",
        "if case.standing is None and standing is not None:",
        "the later of two contradicting decisions silently replaces the other",
    ),
    Mutant(
        "clock skew",
        "sync/protocol/envelope.py",
        "as_of=envelope.as_of,",
        "as_of=envelope.device_time,",
        "a laptop's clock decides",
        clocks=True,
    ),
    Mutant(
        "compaction during sync",
        "sync/central/feed/compact.py",
        "stale = select(entry.c.number).where(mine, entry.c.number < floor, successor)",
        "stale = select(entry.c.number).where(mine, entry.c.number < floor)",
        "entries go by age alone, and who was away misses what they told",
    ),
    Mutant(
        "schema change wipes",
        "sync/replica/outbox_schema.py",
        "for step in steps[found:]:",
        "for step in (lambda c: c.execute(command.delete()), *steps[found:]):",
        "a new form of the store begins empty",
    ),
)
