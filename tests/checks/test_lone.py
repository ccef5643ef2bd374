"""Lists of one item."""

import pytest

from linter.analysis import analyse
from linter.checks.lone import Options, check
from linter.readers.from_txt import parse

OPTIONS = Options(("一是", "第一", "（1）", "①"))


def found(text: str) -> list[tuple[str, object]]:
    """Of each hit the mark and the one that is not there."""
    report = analyse(parse(f"一、总体情况\n{text}\n二、主动公开政府信息情况\n"))
    return [(report[one.span], one.values["other"]) for one in check(report, OPTIONS)]


@pytest.mark.parametrize(
    ("text", "mark", "other"),
    [
        ("主要做法：一是更新栏目，充实内容。", "一是", "二是"),
        ("主要做法：第一，更新栏目，充实内容。", "第一", "第二"),
        ("主要做法：（1）更新栏目，充实内容。", "（1）", "（2）"),
        ("主要做法：①更新栏目，充实内容。", "①", "②"),
        ("更新栏目，充实内容；二是办好培训。", "二是", "一是"),
        ("一是更新栏目，补上二是的内容。", "一是", "二是"),
        ("一是更新栏目。\n（一）主动公开\n一是公开文件；二是公开财政信息。", "一是", "二是"),
    ],
)
def test_a_lone_mark_is_pointed_at(text: str, mark: str, other: str) -> None:
    assert found(text) == [(mark, other)]


@pytest.mark.parametrize(
    "text",
    [
        "一是更新栏目。\n\n二是办好培训。",
        "一要更新栏目，二是办好培训。",
        "一是更新栏目，二要办好培训。",
        "一是更新栏目。其次，办好培训。",
        "一是更新栏目。另外，办好培训。",
        "一是更新栏目。一是办好培训。",
        "一是更新栏目。\n（一）主动公开\n二是办好培训。",
        "第一、二季度公开12条，第一、第二产业各6条。",
        "（一）主动公开\n1.公开12条。",
        "一是公开文件0件二是答复申请0件三是管理信息。",
        "（1）公开文件0件（2）答复申请0件（3）管理信息。",
    ],
)
def test_what_goes_on_in_other_words_is_not_alone(text: str) -> None:
    assert found(text) == []
