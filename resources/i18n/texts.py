"""Finds the texts of the desktop that are translated, by Python's own syntax tree.

Qt's tool reads Python only roughly: it loses ``translate("C", "%n days", "", seconds // 86400)`` without a
word, and takes examples in comments for texts. So the texts are found here, and handed to it in a form it
cannot misread.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Text:
    """One text to be translated: the context it is looked up in, the English, whether it has a plural."""

    context: str
    source: str
    comment: str
    plural: bool


class NotALiteralError(Exception):
    """A text is put together at run time, so nobody can translate it; says where."""


def texts_in(paths: Iterable[Path]) -> list[Text]:
    """All texts of some files, sorted. Raises NotALiteralError."""
    found: set[Text] = set()
    for path in paths:
        for context, call in _calls(ast.parse(path.read_text(encoding="utf-8")), ""):
            text = _text(context, call, f"{path}:{call.lineno}")
            if text is not None:
                found.add(text)
    return sorted(found)


def as_source(texts: Iterable[Text]) -> str:
    """The texts as a Python file that Qt's tool reads rightly."""
    lines = []
    for text in texts:
        call = f"translate({_quote(text.context)}, {_quote(text.source)}, {_quote(text.comment)}"
        lines.append(call + (", 2)" if text.plural else ")"))
    return "\n".join(lines) + "\n"


def _calls(node: ast.AST, context: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            yield inner, child
        yield from _calls(child, inner)


def _text(context: str, call: ast.Call, where: str) -> Text | None:
    match _name(call.func):
        case "tr":
            source, comment, count = _argument(call, 0), _argument(call, 1), _argument(call, 2)
        case "translate" | "QT_TRANSLATE_NOOP":
            named = _literal(_argument(call, 0))
            if named is None:
                return None
            context = named
            source, comment, count = _argument(call, 1), _argument(call, 2), _argument(call, 3)
        case _:
            return None
    text = _literal(source)
    if text is None:
        if _is_passed_on(source):
            return None
        raise NotALiteralError(f"{where}: write the text as a literal")
    if not context:
        raise NotALiteralError(f"{where}: tr() outside a class has no context; use translate()")
    plural = count is not None or any(keyword.arg == "n" for keyword in call.keywords)
    return Text(context, text, _literal(comment) or "", plural)


def _is_passed_on(node: ast.expr | None) -> bool:
    """A name, attribute, item or plain ``str(…)`` of one.

    Marked with QT_TRANSLATE_NOOP where it was written.
    """
    if isinstance(node, ast.Call) and _name(node.func) == "str":
        return len(node.args) == 1 and _is_passed_on(node.args[0])
    return node is None or isinstance(node, (ast.Name, ast.Attribute, ast.Subscript, ast.Starred))


def _argument(call: ast.Call, position: int) -> ast.expr | None:
    return call.args[position] if len(call.args) > position else None


def _literal(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
