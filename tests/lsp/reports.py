"""Reports with known faults: a composed one, with lines put into it that hold what editors stumble over."""

from tests.composing import compose

FIRST = (
    "\f围绕𠮷庄村、𠮷𠮷湾梳理产业扶持政策，增强发布的及时性和及时性，推动政策直达农户。",
    "按照既定安排，一是梳理公开事项，二是更新办事指南，二是核对联系电话。",
    "在𠮷庄村设置\u2028政务公开栏，推动“阳光村务”建设，，方便群众查阅。",
)
"""Lines with faults after characters that take two units in UTF-16, after a form feed and a line separator."""


LAST = "个别栏目更新不及时，已于十月补齐"
FAULTS = ("及时性和及时性", "二是", "，，", "齐")
"""What is found in them, in order."""


def faulty(seed: int = 4) -> str:
    """The composed report of that seed with the lines of `FIRST` under its first topic, and `LAST` at the end of
    section one."""
    lines = right(seed).split("\n")
    first = _line(lines, "（一）", "(一)") + 1
    last = _line(lines, "二、")
    return "\n".join([*lines[:first], *FIRST, *lines[first:last], LAST, *lines[last:]])


def _line(lines: list[str], *starts: str) -> int:
    return next(n for n, line in enumerate(lines) if line.strip().startswith(starts))


def right(seed: int = 4) -> str:
    """The composed report of that seed, with nothing wrong in it."""
    return compose(seed, level="镇", form="2021", busy=True, style=None).text
