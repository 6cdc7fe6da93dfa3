"""The house itself: what holds for the whole repository, whoever works on it."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES = 400

# Names that people, scripts and administrators rely on.
PROMISED_TARGETS = {"setup", "demo", "test", "tour", "bench", "test-reference"}

# Names that say nothing of what is inside; such a file grows until nobody can say it either.
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}

# Written so that this file does not match itself.
ONE_MACHINE_ONLY = {
    "a registry's address": re.compile(
        rb"\b(pypi[.]org|pythonhosted[.]org|npmjs[.]org|deb[.]debian[.]org)\b"
    ),
    "a path on one machine": re.compile(rb"(?<![\w.~-])/(work|root)/[\w.]"),
    "a folder beside the repository": re.compile(rb"[.][.]/shared\b"),
}
# Looks for the reference data there, and does without where there is none.
MAY_LOOK_BESIDE = ROOT / ".ci" / "run"


def tracked_files() -> list[Path]:
    """Every file that is in the repository or would be with the next commit."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    files = (ROOT / name.decode() for name in listed.split(b"\0") if name)
    return [file for file in files if file.is_file()]


def product_modules() -> list[Path]:
    """Every Python file that is shipped."""
    return [file for part in ("sync", "erap_desktop") for file in sorted((ROOT / part).rglob("*.py"))]


def code_in(markdown: str) -> Iterator[str]:
    """The lines of fenced blocks and the inline code of a Markdown text."""
    for number, part in enumerate(re.split(r"^\s*```.*$", markdown, flags=re.MULTILINE)):
        if number % 2:
            yield from (line.strip().removeprefix("$ ") for line in part.splitlines())
        else:
            yield from re.findall(r"`([^`\n]+)`", part)


def make_targets() -> set[str]:
    """The targets that `make help` lists."""
    return set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))


def pinned_requirements() -> dict[str, str]:
    """Package and its exact version, as requirements.txt has them."""
    text = (ROOT / "requirements" / "requirements.txt").read_text()
    return {
        canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", text, re.M)
    }


# --- Requirements --------------------------------------------------------------------------------


def test_each_requirement_is_one_version_with_its_hashes_and_nothing_else() -> None:
    text = (ROOT / "requirements" / "requirements.txt").read_text()
    entries = text.replace("\\\n", "").splitlines()
    assert entries
    entry = re.compile(r"[a-z0-9.-]+==[\w.]+( ; [^:/@]+?)?(\s+--hash=sha256:[0-9a-f]{64})+")
    assert [line for line in entries if not entry.fullmatch(line)] == []


def test_the_pinned_versions_are_those_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [Requirement(text) for text in project["dependencies"] + project["optional-dependencies"]["dev"]]
    pinned = pinned_requirements()
    unmet = [
        str(requirement)
        for requirement in wanted
        if not requirement.specifier.contains(pinned.get(canonicalize_name(requirement.name), "0"))
    ]
    assert unmet == [], "run `make requirements`"


# --- Files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ONE_MACHINE_ONLY)
def test_no_file_names_what_only_one_machine_has(what: str) -> None:
    found = [
        f"{file.relative_to(ROOT)}: {match.group().decode()}"
        for file in tracked_files()
        if file != MAY_LOOK_BESIDE
        for match in ONE_MACHINE_ONLY[what].finditer(file.read_bytes())
    ]
    assert found == []


def test_a_file_is_one_thought() -> None:
    lengths = {file.relative_to(ROOT): len(file.read_text().splitlines()) for file in product_modules()}
    assert {str(file): length for file, length in lengths.items() if length > MOST_LINES} == {}


def test_each_package_says_what_lives_in_it() -> None:
    packages = [file for file in product_modules() if file.name == "__init__.py"]
    assert packages
    silent = [file for file in packages if not file.read_text().lstrip().startswith(('"""', 'r"""'))]
    assert [str(file.relative_to(ROOT)) for file in silent] == []


def test_each_folder_of_modules_is_a_package() -> None:
    folders = {file.parent for file in product_modules()}
    assert [str(f.relative_to(ROOT)) for f in sorted(folders) if not (f / "__init__.py").exists()] == []


def test_names_say_what_is_inside() -> None:
    paths = [file.relative_to(ROOT) for file in product_modules()]
    assert [str(path) for path in paths if EMPTY_NAMES & {path.stem, *path.parent.parts}] == []


# --- The front door ------------------------------------------------------------------------------


def test_the_promised_make_targets_are_there() -> None:
    assert make_targets() >= PROMISED_TARGETS


def test_documents_name_only_make_targets_that_exist() -> None:
    named = {
        f"{file.relative_to(ROOT)}: make {target}": target
        for file in tracked_files()
        if file.suffix == ".md"
        for line in code_in(file.read_text())
        for target in re.findall(r"(?:^|&& )make ([a-z][a-z-]*)", line)
    }
    assert [place for place, target in named.items() if target not in make_targets()] == []


def test_what_the_make_targets_start_exists() -> None:
    modules = re.findall(r"\$\(MODULE\) ((?:erap_desktop|sync|tests)[\w.]*)", (ROOT / "Makefile").read_text())
    assert modules
    missing = []
    for module in modules:
        path = ROOT / module.replace(".", "/")
        if not path.with_suffix(".py").exists() and not (path / "__main__.py").exists():
            missing.append(module)
    assert missing == []
    assert list((ROOT / "tests" / "reference").glob("test_*.py")), "make test-reference would find no test"


def test_ci_runs_what_the_readme_tells_people_to_run() -> None:
    commands = [line.strip() for line in MAY_LOOK_BESIDE.read_text().splitlines()]
    assert "make test" in commands
    assert any(re.match(r"make test(\s|$)", line) for line in code_in((ROOT / "README.md").read_text()))


# --- PostgreSQL for tests ------------------------------------------------------------------------


@pytest.mark.parametrize("round_", [1, 2])
def test_each_test_gets_an_empty_postgresql_database(postgres_database: str, round_: int) -> None:
    with psycopg.connect(postgres_database.replace("+psycopg", "")) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        assert tables == (0,)
        connection.execute("CREATE TABLE left_behind (round int)")
        connection.execute("INSERT INTO left_behind VALUES (%s)", (round_,))


def test_no_thread_of_the_server_is_the_first_to_decode_a_type() -> None:
    """See sync/protocol/decoders.py: such a race ended the process."""
    once = re.compile(r"decode\([^)]*\btype=")
    found = [path.name for path in (ROOT / "sync").rglob("*.py") if once.search(path.read_text())]
    assert found == []
