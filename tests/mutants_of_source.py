"""Faults made on purpose: changed copies of an example."""

import ast
import copy
from collections.abc import Iterator
from itertools import pairwise

from tests.mutants import Mutant, mutants


def of_example(source: str) -> list[Mutant]:
    """Mutants of a program that Python can still read."""
    found = []
    for mutant in mutants(source, changed_sources(source)):
        if mutant.kind == "the parent's pid" and "os.kill" in source:
            continue  # the signal would be for what runs the mutants
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
