#!/usr/bin/env python3
"""Bring the translation catalogues up to date with the source, and compile them.

    update.py                      read all sources, keep translations, compile the .qm files
    update.py --unfinished > todo  what has no Spanish yet, as JSON to be filled in
    update.py --fill todo          take the filled-in Spanish over, then update and compile
    update.py --check              change nothing; exit 1 if something is missing or out of date

JSON: ``{"Context": {"source text": "translation"}}``; a text with a count has a list of two: singular,
plural. ``erap_es`` holds Spanish, ``erap_en`` only the plural forms of English. Needs the PySide6 wheel,
which brings the tools.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from pathlib import Path

import PySide6
from texts import as_source, texts_in

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TOOLS = Path(PySide6.__file__).resolve().parent
SOURCES = ROOT / "erap_desktop"
CATALOGUES = {"es": HERE / "erap_es.ts", "en": HERE / "erap_en.ts"}

Translations = Mapping[str, Mapping[str, str | Sequence[str]]]


def main() -> int:
    """Do what the command line says; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--unfinished", action="store_true", help="print what has no Spanish yet, as JSON")
    parser.add_argument("--fill", type=Path, metavar="FILE", help="take translations over from JSON")
    parser.add_argument("--check", action="store_true", help="change nothing, exit 1 if out of date")
    wanted = parser.parse_args()
    if wanted.check:
        problems = check()
        print("\n".join(problems), file=sys.stderr, end="\n" if problems else "")
        return 1 if problems else 0
    extract()
    if wanted.fill is not None:
        fill(CATALOGUES["es"], json.loads(wanted.fill.read_text(encoding="utf-8")))
        extract()  # writes the file in the tool's own manner, so that the next run changes nothing
    if wanted.unfinished:
        print(json.dumps(unfinished(CATALOGUES["es"]), ensure_ascii=False, indent=1))
    for catalogue in CATALOGUES.values():
        compile_to(catalogue, catalogue.with_suffix(".qm"))
    return 0


def extract(catalogues: Mapping[str, Path] = CATALOGUES) -> None:
    """Read every text out of the sources; translations of texts that are still there are kept."""
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "texts.py"
        found.write_text(as_source(texts_in(sorted(SOURCES.rglob("*.py")))), encoding="utf-8")
        for language, catalogue in catalogues.items():
            options = ["-locations", "none", "-no-obsolete", "-source-language", "en_US"]
            options += ["-target-language", "es_US" if language == "es" else "en_US"]
            if language == "en":
                options.append("-pluralonly")
            run("lupdate", *options, str(found), "-ts", str(catalogue))
    fill(catalogues["en"], english_plurals(catalogues["en"]))


def english_plurals(catalogue: Path) -> Translations:
    """For texts nobody wrote English forms for: the source itself as plural, without the s as singular."""
    found: dict[str, dict[str, Sequence[str]]] = {}
    for context, texts in unfinished(catalogue).items():
        for source in texts:
            found.setdefault(context, {})[source] = (singular(source), source)
    return found


def singular(text: str) -> str:
    """English with its counted noun in the singular: the first word behind the number loses its s.

    A first guess: change it in ``erap_en.ts`` where it is wrong; it is kept.
    """
    words = text.split(" ")
    for position, word in enumerate(words):
        if "%" in word and position + 1 < len(words):
            noun = words[position + 1]
            bare = noun.rstrip(".,:;…")
            if bare.endswith("s") and not bare.endswith("ss"):
                words[position + 1] = bare[:-1] + noun[len(bare) :]
            verb = words[position + 2] if position + 2 < len(words) else ""
            words[position + 2 : position + 3] = [_SINGULAR_VERBS.get(verb, verb)] if verb else []
            break
    return " ".join(words)


_SINGULAR_VERBS = {
    "need": "needs",
    "wait": "waits",
    "contradict": "contradicts",
    "match": "matches",
    "change": "changes",
    "are": "is",
    "have": "has",
    "do": "does",
    "were": "was",
}


def unfinished(catalogue: Path) -> dict[str, dict[str, str | list[str]]]:
    """The texts of a catalogue that have no translation, by context."""
    found: dict[str, dict[str, str | list[str]]] = {}
    for context, message in messages(catalogue):
        translation = message.find("translation")
        if translation is not None and translation.get("type") == "unfinished":
            empty: str | list[str] = ["", ""] if message.get("numerus") == "yes" else ""
            found.setdefault(context, {})[message.findtext("source", "")] = empty
    return found


def fill(catalogue: Path, translations: Translations) -> None:
    """Write translations into a catalogue. Empty ones are left unfinished."""
    tree = ET.parse(catalogue)
    for context in tree.getroot().iter("context"):
        texts = translations.get(context.findtext("name", ""), {})
        for message in context.iter("message"):
            told = texts.get(message.findtext("source", ""))
            if told and all(told):
                _set(message, told)
    text = ET.tostring(tree.getroot(), encoding="unicode")
    catalogue.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def _set(message: ET.Element, told: str | Sequence[str]) -> None:
    translation = message.find("translation")
    if translation is None:
        return
    translation.attrib.pop("type", None)
    if isinstance(told, str):
        translation.text = told
        return
    forms = translation.findall("numerusform")
    for form, text in zip(forms, told, strict=True):
        form.text = text


def messages(catalogue: Path) -> list[tuple[str, ET.Element]]:
    """All messages of a catalogue with the name of their context."""
    root = ET.parse(catalogue).getroot()
    return [
        (context.findtext("name", ""), message)
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def compile_to(catalogue: Path, target: Path) -> None:
    """Compile a catalogue."""
    run("lrelease", str(catalogue), "-qm", str(target))


def check() -> list[str]:
    """What is wrong with the catalogues, in words; nothing is changed."""
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        fresh = {language: Path(folder) / path.name for language, path in CATALOGUES.items()}
        for language, path in CATALOGUES.items():
            fresh[language].write_bytes(path.read_bytes())
        extract(fresh)
        for language, path in CATALOGUES.items():
            there, now = texts(path), texts(fresh[language])
            problems += [f"{path.name}: not yet taken up: {text}" for text in sorted(now - there)]
            problems += [f"{path.name}: gone from the source: {text}" for text in sorted(there - now)]
            open_texts = unfinished(path)
            problems += [
                f"{path.name}: no translation: {c}: {s}" for c, found in open_texts.items() for s in found
            ]
            compiled = Path(folder) / "now.qm"
            compile_to(path, compiled)
            target = path.with_suffix(".qm")
            if not target.exists() or target.read_bytes() != compiled.read_bytes():
                problems.append(f"{target.name}: not compiled from {path.name} as it is")
    return problems


def texts(catalogue: Path) -> set[str]:
    """Context and source of every message."""
    return {f"{context}: {message.findtext('source', '')}" for context, message in messages(catalogue)}


def run(tool: str, *arguments: str) -> None:
    """Run a tool of the wheel. Raises RuntimeError with what it said."""
    path = next((p for p in (TOOLS / tool, TOOLS / f"{tool}.exe") if p.exists()), None)
    if path is None:
        raise RuntimeError(f"{tool} is not in {TOOLS}")
    done = subprocess.run([str(path), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)


if __name__ == "__main__":
    sys.exit(main())
