"""One line for each finding and each failure."""

from linter.model.result import Run
from linter.reporters import View
from linter.reporters.to_concise import render


def test_a_line_each(run: Run) -> None:
    assert render(run, View()).decode() == (
        "a.txt:4:40: 错误 [duplicate-wording] “互动性”重复\n"
        "a.txt:5:14: 错误 [enumeration-order] “一是”重复\n"
        "a.txt:5:42: 警告 [missing-ending] 段末没有标点\n"
        "b.txt: 失败 [empty] 文件是空的\n"
    )


def test_statistics_in_english(run: Run) -> None:
    assert render(run, View(lang="en", statistics=True)).decode() == (
        "1  error  duplicate-wording\n"
        "1  error  enumeration-order\n"
        "1  warning  missing-ending\n"
        "b.txt: failed [empty] the file is empty\n"
    )
