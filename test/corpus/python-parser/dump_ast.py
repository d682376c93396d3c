"""Writes what CPython's own parser makes of Python files, one JSON line for each path on standard input.

A line holds either ``error`` or ``names`` and ``nodes``: label (an index into names), start and end of every
statement, expression, pattern, keyword, alias, handler and type parameter, as UTF-16 offsets of the decoded text.
A label is a kind and, where the node has one, a detail: value, name or operator.
Literal pieces of f-strings and the f-strings of format specifications are left out: they are no nodes of ours.
"""

import ast
import json
import re
import sys
import warnings

LINE = re.compile(r"\r\n|\r|\n")
COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
UTF8_NAMES = {b"utf-8", b"utf8", b"utf_8", b"ascii", b"us-ascii", b"utf-8-sig"}
SURROGATE = re.compile("[\ud800-\udfff]")
BOM = "\ufeff"


def utf16_length(text):
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


class Offsets:
    """Line and UTF-8 column, as CPython counts, to UTF-16 offsets of the whole text."""

    def __init__(self, text):
        self.starts = []
        self.columns = []
        offset = 0
        if text.startswith(BOM):
            offset, text = 1, text[1:]
        at = 0
        for match in LINE.finditer(text):
            self.add(text[at : match.end()], offset)
            offset += utf16_length(text[at : match.end()])
            at = match.end()
        self.add(text[at:], offset)

    def add(self, line, offset):
        self.starts.append(offset)
        if line.isascii():
            self.columns.append(None)
            return
        columns = []
        units = 0
        for character in line:
            columns.extend([units] * len(character.encode("utf-8")))
            units += 2 if ord(character) > 0xFFFF else 1
        columns.append(units)
        self.columns.append(columns)

    def at(self, line, column):
        columns = self.columns[line - 1]
        return self.starts[line - 1] + (column if columns is None else columns[column])


def children(node):
    for value in node.__dict__.values():
        if isinstance(value, ast.AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, ast.AST):
                    yield item


SAFE = 2**53 - 1
NAMES = {
    "Name": "id", "Attribute": "attr", "FunctionDef": "name", "AsyncFunctionDef": "name", "ClassDef": "name",
    "keyword": "arg", "ExceptHandler": "name", "MatchStar": "name", "MatchAs": "name", "MatchMapping": "rest",
    "TypeVar": "name", "TypeVarTuple": "name", "ParamSpec": "name",
}  # fmt: skip


def constant_detail(value):
    if isinstance(value, str):
        # Ruff's strings are UTF-8, so it reads an escaped surrogate as a replacement character.
        return SURROGATE.sub("\ufffd", value)
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if value <= SAFE else "null"
    if isinstance(value, float):
        return "float\0" + repr(value)
    return "complex" if isinstance(value, complex) else repr(value)


def detail(node, kind):
    if kind in NAMES:
        return getattr(node, NAMES[kind]) or ""
    if kind == "Constant":
        return constant_detail(node.value)
    if kind in ("BinOp", "UnaryOp", "BoolOp", "AugAssign"):
        return type(node.op).__name__
    if kind == "Compare":
        return " ".join(type(op).__name__ for op in node.ops)
    if kind == "alias":
        return f"{node.name} {node.asname or ''}"
    if kind == "ImportFrom":
        return f"{node.module or ''} {node.level}"
    if kind in ("Global", "Nonlocal"):
        return " ".join(node.names)
    if kind == "FormattedValue":
        return "" if node.conversion == -1 else chr(node.conversion)
    return ""


def dump(tree, offsets):
    names = {}
    nodes = []
    stack = [tree]
    while stack:
        node = stack.pop()
        kind = type(node).__name__
        if kind in ("JoinedStr", "TemplateStr"):
            stack.extend(value for value in node.values if not isinstance(value, ast.Constant))
        elif kind in ("FormattedValue", "Interpolation"):
            stack.append(node.value)
            if node.format_spec is not None:
                stack.extend(value for value in node.format_spec.values if not isinstance(value, ast.Constant))
        else:
            stack.extend(children(node))
        line = getattr(node, "lineno", None)
        if line is None or kind == "arg":
            continue
        label = (kind, detail(node, kind))
        nodes.append(names.setdefault(label, len(names)))
        nodes.append(offsets.at(line, node.col_offset))
        nodes.append(offsets.at(node.end_lineno, node.end_col_offset))
    return {"names": list(names), "nodes": nodes}


def is_utf8(source):
    for line in source.split(b"\n", 2)[:2]:
        match = COOKIE.match(line)
        if match:
            return match.group(1).lower().replace(b"_", b"-") in {name.replace(b"_", b"-") for name in UTF8_NAMES}
    return True


def describe(path, spans):
    with open(path, "rb") as file:
        source = file.read()
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError:
        return {"skipped": "not UTF-8"}
    if not is_utf8(source):
        return {"skipped": "another encoding"}
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {"error": f"{type(error).__name__}: {error}"}
    return dump(tree, Offsets(text)) if spans else {"names": [], "nodes": []}


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20_000)
    every = int(sys.argv[1])
    for index, line in enumerate(sys.stdin):
        path = line.rstrip("\n")
        print(json.dumps({"path": path, **describe(path, index % every == 0)}, separators=(",", ":")))


main()
