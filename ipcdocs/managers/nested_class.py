"""A class of one's own in a manager, with a method that changes its data."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.managers import BaseManager


class Groups:
    """Names of servers, by group; it lives in the server process."""

    def __init__(self) -> None:
        self._names: dict[str, list[str]] = {"database": ["mongo"]}

    def add(self, group: str, name: str) -> None:
        """Add a name to a group."""
        self._names[group].append(name)

    def names(self) -> dict[str, list[str]]:
        """Return all names; the caller receives a copy."""
        return self._names


class GroupsManager(BaseManager):
    """A manager that makes Groups."""

    groups: Callable[[], Groups]  # made by register()


GroupsManager.register("groups", Groups)


def add_name(groups: Groups) -> None:
    groups.add("database", "redis")


def main() -> None:
    with GroupsManager() as manager:
        groups = manager.groups()
        child = multiprocessing.Process(target=add_name, args=(groups,))
        child.start()
        child.join()
        print(f"main reads {groups.names()}")


if __name__ == "__main__":
    main()
