"""File patterns: `*` and `?` within a name, `**` for any folders."""

from collections.abc import Sequence
from fnmatch import fnmatchcase


def matches(pattern: str, path: str) -> bool:
    """Whether `path` (with `/`) is meant. A pattern without a slash is for the name of a file in any folder; one
    that ends in a slash is for all that lies in a folder."""
    if "/" not in pattern:
        return fnmatchcase(path.rpartition("/")[2], pattern)
    folders = pattern.removeprefix("./").removeprefix("/")
    return _match((folders + "**/*" if folders.endswith("/") else folders).split("/"), path.split("/"))


def _match(patterns: Sequence[str], names: Sequence[str]) -> bool:
    """Whether the names match the patterns one by one, `**` standing for any number of names."""
    reached = {0}  # how many patterns the names so far can have used up
    for name in names:
        reached = {
            at if patterns[at] == "**" else at + 1
            for at in _past_folders(patterns, reached)
            if at < len(patterns) and (patterns[at] == "**" or fnmatchcase(name, patterns[at]))
        }
    return len(patterns) in _past_folders(patterns, reached)


def _past_folders(patterns: Sequence[str], reached: set[int]) -> set[int]:
    """`reached`, and what is reached from there where `**` stands for nothing."""
    more = set(reached)
    for at in sorted(reached):
        while at < len(patterns) and patterns[at] == "**":
            at += 1
            more.add(at)
    return more
