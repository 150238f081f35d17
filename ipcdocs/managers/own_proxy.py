"""A proxy class of one's own: an attribute, and `len()`, from the server."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.managers import BaseManager, BaseProxy
from typing import Any


class Team:
    def __init__(self, name: str) -> None:
        self.name = name
        self._members: list[str] = []

    def add(self, member: str) -> None:
        self._members.append(member)

    def get_name(self) -> str:
        return self.name

    def __len__(self) -> int:
        return len(self._members)


class TeamProxy(BaseProxy):
    _exposed_ = ("add", "get_name", "__len__")
    _callmethod: Callable[..., Any]  # type checkers take its result for None

    def add(self, member: str) -> None:
        self._callmethod("add", (member,))

    def __len__(self) -> int:
        return self._callmethod("__len__")

    @property
    def name(self) -> str:
        return self._callmethod("get_name")


class TeamManager(BaseManager):
    team: Callable[[str], TeamProxy]  # made by register()


TeamManager.register("team", Team, TeamProxy)


def main() -> None:
    with TeamManager() as manager:
        team = manager.team("red")
        child = multiprocessing.Process(
            target=TeamProxy.add, args=(team, "Ann")
        )
        child.start()
        child.join()
        print(f"{type(team).__name__}: name {team.name}, members {len(team)}")


if __name__ == "__main__":
    main()
