"""What a process notes that may explain why a program differs by start method.

That is: which objects could not be pickled, and through which attributes they were reached; and
the global names as they were in the parent when a process was started, and in the child before
its function began. The private names are held by the tests on every supported Python.
"""

from __future__ import annotations

import contextlib
import functools
import multiprocessing.context
import multiprocessing.process
import multiprocessing.reduction as reduction
import sys
import threading
import types
from collections.abc import Iterator
from typing import Any

from _ipcdocs_notes import note  # type: ignore[import-not-found]

LENGTH = 60
"""Characters of a value that are noted."""
DEEP = 12
"""Attributes of attributes that are looked into."""
SIMPLE = (int, float, complex, str, bytes, bool, type(None), list, tuple, dict, set, frozenset)


def parts(thing: Any) -> Iterator[tuple[str, Any]]:
    """What an object takes with it when it is pickled, each with how it is reached."""
    if isinstance(thing, dict):
        for key, value in list(thing.items()):
            yield f"[{key!r}]", value
    elif isinstance(thing, (list, tuple, set, frozenset)):
        for place, value in enumerate(list(thing)):
            yield f"[{place}]", value
    elif isinstance(thing, types.MethodType):
        yield ".__self__", thing.__self__
    elif isinstance(thing, functools.partial):
        yield ".func", thing.func
        yield ".args", thing.args
        yield ".keywords", thing.keywords
    elif not isinstance(thing, (type, types.FunctionType, types.ModuleType)):
        for name, value in list(getattr(thing, "__dict__", {}).items()):
            yield f".{name}", value


def culprit(thing: Any, path: str, dumps: Any, depth: int = 0) -> tuple[str, str] | None:
    """Where in an object that cannot be pickled the part is that cannot, and what it is."""
    try:
        dumps(thing)
    except Exception:
        pass
    else:
        return None
    if depth < DEEP:
        for step, part in parts(thing):
            if found := culprit(part, path + step, dumps, depth + 1):
                return found
    if isinstance(thing, types.FunctionType):
        return path, f"the function {thing.__qualname__}"
    return path, f"an object of the type {type(thing).__module__}.{type(thing).__qualname__}"


def note_culprit(thing: Any, error: BaseException) -> None:
    """Note what could not be pickled; nothing of that may be seen."""
    try:
        name = "process" if isinstance(thing, multiprocessing.process.BaseProcess) else "task"
        found = culprit(thing, name, plain_dumps)
        if found:
            note("culprit", path=found[0], what=found[1], error=f"{type(error).__name__}: {error}")
    except Exception:
        pass


plain_dump = reduction.dump
plain_dumps = reduction.ForkingPickler.dumps


def dump(obj: Any, file: Any, protocol: Any = None) -> None:
    """``reduction.dump``, with a note if it fails."""
    try:
        plain_dump(obj, file, protocol)
    except Exception as error:
        note_culprit(obj, error)
        raise


def dumps(cls: type, obj: Any, protocol: Any = None) -> Any:
    """``ForkingPickler.dumps``, with a note if it fails."""
    try:
        return plain_dumps(obj, protocol)
    except Exception as error:
        note_culprit(obj, error)
        raise


def names_in(code: types.CodeType) -> set[str]:
    """The names that code uses, with that of the functions inside it."""
    inner = (names_in(each) for each in code.co_consts if isinstance(each, types.CodeType))
    return set(code.co_names).union(*inner)


def told(value: Any) -> str:
    """A value in a few characters, or its type."""
    if not isinstance(value, SIMPLE):
        return f"<{type(value).__name__}>"
    text = repr(value)
    return text if len(text) <= LENGTH else f"{text[:LENGTH]}…"


def names() -> dict[str, str]:
    """The global names of the main module that its functions use, with their values."""
    module = sys.modules.get("__main__")
    space = dict(vars(module)) if module else {}
    used: set[str] = set()
    for value in space.values():
        for one in [value, *vars(value).values()] if isinstance(value, type) else [value]:
            code = getattr(one, "__code__", None)
            if isinstance(code, types.CodeType):
                used |= names_in(code)
    found = {
        name: told(value)
        for name, value in space.items()
        if name in used and not name.startswith("__") and not callable(value)
        if not isinstance(value, types.ModuleType)
    }
    if "logging" in sys.modules:
        handlers = sys.modules["logging"].getLogger().handlers
        found["logging.getLogger().handlers"] = str([type(each).__name__ for each in handlers])
    return found


plain_start = multiprocessing.process.BaseProcess.start
plain_bootstrap = multiprocessing.process.BaseProcess._bootstrap  # type: ignore[attr-defined]


def start(self: Any) -> None:
    """``Process.start``, with a note of what the child is to be compared with."""
    try:
        context = multiprocessing.context
        default: Any = context._default_context
        chosen = default._actual_context or default._default_context
        method = getattr(self, "_start_method", None) or chosen.get_start_method()
        others = [t.name for t in threading.enumerate() if t is not threading.main_thread()]
        note("start", name=self.name, method=method, threads=others, names=names())
    except Exception:
        pass
    plain_start(self)


def bootstrap(self: Any, *more: Any, **options: Any) -> Any:
    """``Process._bootstrap``, with a note of what the child sees."""
    with contextlib.suppress(Exception):
        note("child", name=self.name, parent=self._parent_pid, names=names())
    return plain_bootstrap(self, *more, **options)


reduction.dump = dump
reduction.ForkingPickler.dumps = classmethod(dumps)  # type: ignore[method-assign, assignment]
multiprocessing.process.BaseProcess.start = start  # type: ignore[method-assign]
multiprocessing.process.BaseProcess._bootstrap = bootstrap  # type: ignore[attr-defined]
