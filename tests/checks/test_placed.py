"""Tables in the wrong section."""

from linter.analysis import analyse
from linter.checks.placed import Options, check
from linter.readers.from_txt import parse

OPTIONS = Options({"t2.rules.issued": "disclosure", "t4.review.upheld": "disputes"})
TABLE = """第二十条第（一）项
信息内容 本年制发件数 本年废止件数 现行有效件数
规章 0 0 0
行政规范性文件 2 0 5
第二十条第（五）项
信息内容 本年处理决定数量
行政许可 7
第二十条第（六）项
信息内容 本年处理决定数量
行政处罚 0
行政强制 0
第二十条第（八）项
信息内容 本年收费金额（单位：万元）
行政事业性收费 0
"""


def wrong(text: str) -> list[object]:
    """Under which heading each table stands that should not."""
    return [hit.values["wrong"] for hit in check(analyse(parse(text)), OPTIONS)]


def test_a_table_under_another_heading_is_pointed_at() -> None:
    text = f"二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n{TABLE}"
    assert wrong(text) == ["三、收到和处理政府信息公开申请情况"]


def test_a_table_under_its_own_heading_is_right() -> None:
    assert wrong(f"二、主动公开政府信息情况\n{TABLE}三、收到和处理政府信息公开申请情况\n") == []


def test_without_its_own_heading_nothing_is_said() -> None:
    assert wrong(f"三、收到和处理政府信息公开申请情况\n{TABLE}") == []
