"""Faults made on purpose: changed copies of an example, of a recording, of a page."""

import ast
import copy
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ipcdocs._recording.transcript import FIXED, FREE


@dataclass(frozen=True)
class Mutant:
    """A changed text: ``kind`` is the change's name, ``line`` its place, from 1."""

    kind: str
    line: int
    was: str
    now: str
    text: str


def common(one: Sequence[str], two: Sequence[str]) -> int:
    """How many of the first lines are the same."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b),
        min(len(one), len(two)),
    )


def mutants(text: str, changes: Iterable[tuple[str, str]]) -> Iterator[Mutant]:
    """The changed texts, each once, with the lines that tell them from the text."""
    seen = {text}
    old = text.split("\n")
    for kind, changed in changes:
        if changed not in seen:
            seen.add(changed)
            new = changed.split("\n")
            head = common(old, new)
            tail = common(old[head:][::-1], new[head:][::-1])
            was, now = (" ⏎ ".join(map(str.strip, x[head : len(x) - tail])) for x in (old, new))
            yield Mutant(kind, head + 1, was, now, changed)


# Examples


def of_example(source: str) -> list[Mutant]:
    """Mutants of a program that Python can still read."""
    found = []
    for mutant in mutants(source, changed_sources(source)):
        try:
            compile(mutant.text, "mutant", "exec")
        except SyntaxError:
            continue
        found.append(mutant)
    return found


def changed_sources(source: str) -> Iterator[tuple[str, str]]:
    """Each change of one place of a program, with its kind."""
    tree = ast.parse(source)
    starts = [0]
    for line in source.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def splice(node: ast.expr | ast.stmt, new: str, last: ast.stmt | None = None) -> str:
        end = last or node
        assert end.end_lineno is not None
        assert end.end_col_offset is not None
        start = starts[node.lineno - 1] + node.col_offset
        stop = starts[end.end_lineno - 1] + end.end_col_offset
        indented = new.replace("\n", "\n" + " " * node.col_offset)
        data = source.encode()
        return (data[:start] + indented.encode() + data[stop:]).decode()

    def inside(node: ast.AST) -> Iterator[ast.AST]:
        """The nodes that run: no docstrings, no annotations, no parts of f-strings."""
        if isinstance(node, ast.stmt) and is_docstring(node):
            return
        yield node
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns") or isinstance(node, ast.JoinedStr):
                continue
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, ast.AST):
                    yield from inside(each)

    for node in inside(tree):
        if isinstance(node, ast.expr):
            for kind, new in changed_expressions(node):
                yield kind, splice(node, new)
        if isinstance(node, ast.stmt):
            for kind, new in changed_statements(node):
                yield kind, splice(node, new)
        for body in bodies(node):
            for one, two in pairwise(body):
                if isinstance(one, DEFINITIONS) or isinstance(two, DEFINITIONS):
                    continue  # their order does not matter
                text = f"{ast.unparse(two)}\n{ast.unparse(one)}"
                yield kind_of_exchange(one, two), splice(one, text, two)
                if isinstance(one, ast.For) and isinstance(two, ast.For) and joined(two):
                    # Start one, join it, then start the next.
                    text = f"{ast.unparse(one)}\n    {ast.unparse(two.body[0])}"
                    yield "join moved", splice(one, text, two)


DEFINITIONS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef, ast.Global)


def bodies(node: ast.AST) -> Iterator[list[ast.stmt]]:
    """The blocks of statements of a node, without docstrings."""
    for name in ("body", "orelse", "finalbody"):
        body = getattr(node, name, None)
        if isinstance(body, list) and body and isinstance(body[0], ast.stmt):
            yield [statement for statement in body if not is_docstring(statement)]


def is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def joined(statement: ast.stmt) -> bool:
    """Whether there is a call of ``join`` in it."""
    return ".join()" in ast.unparse(statement)


def kind_of_exchange(one: ast.stmt, two: ast.stmt) -> str:
    if joined(one) or joined(two):
        return "join moved"
    prints = all(ast.unparse(each).startswith("print(") for each in (one, two))
    return "two prints swapped" if prints else "two statements swapped"


def changed_statements(node: ast.stmt) -> Iterator[tuple[str, str]]:
    """What may become of a statement."""
    if isinstance(node, (ast.Expr, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Raise)):
        kind = "append removed" if ".append(" in ast.unparse(node) else "statement removed"
        yield "join removed" if joined(node) else kind, "pass"
    if isinstance(node, ast.With):
        for place in range(len(node.items)):
            new = copy.deepcopy(node)
            new.items[place].context_expr = NULL
            kind = "lock dropped" if "lock" in ast.unparse(node.items[place]) else "with dropped"
            yield kind, ast.unparse(new)
    if isinstance(node, ast.Return) and node.value:
        yield "nothing returned", "return None"
    if isinstance(node, ast.If):
        for value in (True, False):
            new_if = copy.deepcopy(node)
            new_if.test = ast.Constant(value)
            yield "condition always " + str(value).lower(), ast.unparse(new_if)
    if isinstance(node, ast.For):
        new_for = copy.deepcopy(node)
        new_for.iter = ast.List([])
        yield "loop over nothing", ast.unparse(new_for)
    if isinstance(node, ast.AugAssign):
        new_op = copy.deepcopy(node)
        new_op.op = OTHER_OPERATOR[type(node.op)]()
        yield "another operator", ast.unparse(new_op)


NULL = ast.parse("__import__('contextlib').nullcontext()", mode="eval").body
PLAIN = "__import__('types').SimpleNamespace({}, get_lock=__import__('contextlib').nullcontext)"
OTHER_OPERATOR: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
}
OTHER_COMPARISON: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


def changed_expressions(node: ast.expr) -> Iterator[tuple[str, str]]:
    """What may become of an expression."""
    text = ast.unparse(node)
    match node:
        case ast.Constant(value=bool()):
            yield "true and false", str(not node.value)
        case ast.Constant(value=int() | float() as number):
            yield "number more", repr(number + 1)
            yield "number less", repr(number - 1)
        case ast.Constant(value=str() as string):
            yield "text", repr(f"{string}x")
        case ast.JoinedStr():
            for place, part in enumerate(node.values):
                new = copy.deepcopy(node)
                if isinstance(part, ast.Constant):
                    new.values[place] = ast.Constant(f"{part.value!s}x")
                    yield "text", ast.unparse(new)
                elif isinstance(part, ast.FormattedValue):
                    new.values[place] = ast.Constant("x")
                    yield "value not printed", ast.unparse(new)
                    for kind, inner in changed_expressions(part.value):
                        value = copy.deepcopy(part)
                        value.value = ast.parse(inner, mode="eval").body
                        new.values[place] = value
                        yield kind, ast.unparse(new)
        case ast.Compare(ops=[op, *_]):
            new_compare = copy.deepcopy(node)
            new_compare.ops[0] = OTHER_COMPARISON[type(op)]()
            yield "another comparison", ast.unparse(new_compare)
        case ast.BinOp() if type(node.op) in OTHER_OPERATOR:
            new_op = copy.deepcopy(node)
            new_op.op = OTHER_OPERATOR[type(node.op)]()
            yield "another operator", ast.unparse(new_op)
        case ast.UnaryOp():
            yield "sign or not dropped", ast.unparse(node.operand)
        case ast.BoolOp():
            yield "a side dropped", ast.unparse(node.values[0])
            yield "a side dropped", ast.unparse(node.values[1])
        case ast.IfExp():
            yield "condition always true", ast.unparse(node.body)
            yield "condition always false", ast.unparse(node.orelse)
        case ast.List() | ast.Tuple() if isinstance(node.ctx, ast.Load):
            for place in range(len(node.elts)):
                fewer = copy.deepcopy(node)
                del fewer.elts[place]
                yield "element removed", ast.unparse(fewer)
        case ast.Call():
            yield from changed_calls(node, text)


def changed_calls(node: ast.Call, text: str) -> Iterator[tuple[str, str]]:
    """What may become of a call."""
    for place in range(len(node.args) + len(node.keywords)):
        fewer = copy.deepcopy(node)
        if place < len(node.args):
            del fewer.args[place]
        else:
            del fewer.keywords[place - len(node.args)]
        yield "argument removed", ast.unparse(fewer)
    given = [ast.unparse(each) for each in node.args]
    match ast.unparse(node.func):
        case "multiprocessing.Value" if len(given) > 1:
            yield "plain object for Value", PLAIN.format(f"value={given[1]}")
        case "multiprocessing.Array" if len(given) > 1:
            yield "plain object for Array", f"list({given[1]})"
        case "manager.dict" | "manager.list" as called:
            yield "copy for proxy", f"{called.removeprefix('manager.')}({', '.join(given)})"
        case "multiprocessing.Process":
            other = text.replace("multiprocessing.Process", "__import__('threading').Thread", 1)
            yield "thread for process", other
        case "threading.Thread":
            other = text.replace("threading.Thread", "__import__('multiprocessing').Process", 1)
            yield "process for thread", other
        case "os.getpid":
            yield "the parent's pid", "os.getppid()"
        case "id" if given:
            yield "id of a copy", f"id([{given[0]}])"


# Recordings


def of_recording(text: str) -> list[Mutant]:
    """Mutants of a recording: lines, characters, names."""
    return list(mutants(text, changed_recordings(text)))


def changed_recordings(text: str) -> Iterator[tuple[str, str]]:
    """Each change of one place of a recording, with its kind."""
    yield from changed_lines(text, lambda line: True)
    for start, character in enumerate(text):
        other = {FIXED: FREE, FREE: FIXED, "!": " "}.get(character, "x")
        other = "y" if character == other else other
        kind = "bar changed" if character in FIXED + FREE else "character changed"
        yield kind, text[:start] + other + text[start + 1 :]
        yield "character removed", text[:start] + text[start + 1 :]
    names = sorted(set(re.findall(r"<[a-z]+:[^<>]+>", text)))
    for match in re.finditer(r"<(?P<kind>[a-z]+):[^<>]+>", text):
        for name in names:
            if name.startswith(f"<{match['kind']}:"):
                exchanged = text[: match.start()] + name + text[match.end() :]
                yield "name exchanged", exchanged


def changed_lines(text: str, wanted: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Lines lost, added and exchanged with the next."""
    lines = text.splitlines(keepends=True)
    for n, line in enumerate(lines):
        if wanted(line):
            before, after = "".join(lines[:n]), "".join(lines[n + 1 :])
            yield "line lost", before + after
            yield "line added", before + line + line + after
            if n + 1 < len(lines):
                after = "".join(lines[n + 2 :])
                yield "line moved", before + lines[n + 1] + line + after


# Pages


def of_page(text: str) -> list[Mutant]:
    """Mutants of a page that its twin does not share; words are for readers to judge."""
    return list(mutants(text, changed_pages(text)))


ROLE = r"\{[\w:+-]+\}`[^`]*`"
PAGE_PARTS = (
    ("label changed", r"^\((?P<it>[a-z0-9-]+)\)=", "{}-x"),
    ("include changed", r"ipcdocs/(?P<it>[\w/]+)\.(?:py|out)$", "{}x"),
    ("include changed", r"ipcdocs/[\w/]+\.(?P<it>out)$", "py"),
    ("link changed", r"\]\((?P<it>[^)]+)", "{}-x"),
    ("role changed", r"\}`(?P<it>[^`]+)", "{}x"),
    ("code changed", rf"{ROLE}|(?<!`)`(?P<it>[^`\n]+)`", "{}x"),
    ("number changed", rf"{ROLE}|`[^`]*`|\]\([^)]*\)|\((?:\w+-)+\w+\)=|(?P<it>\d+)", "{}1"),
    ("heading changed", r"^(?P<it>#+) ", "{}#"),
    ("directive changed", r"^```\{(?P<it>\w+)", "note"),
)


def changed_pages(text: str) -> Iterator[tuple[str, str]]:
    """Each change of one place of a page, with its kind."""
    yield from changed_lines(text, lambda line: bool(line.strip()))
    for kind, pattern, new in PAGE_PARTS:
        for match in re.finditer(pattern, text, re.MULTILINE):
            if it := match["it"]:
                yield kind, text[: match.start("it")] + new.format(it) + text[match.end("it") :]
