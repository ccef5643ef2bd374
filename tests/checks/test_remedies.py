"""Lists of problems and of what is done about them."""

import pytest

from linter.analysis import analyse
from linter.checks.remedies import Options, check
from linter.model.report import Report
from linter.readers.from_txt import parse
from tests.checks.timing import growth

OPTIONS = Options(("问题", "不足"), ("下一步", "针对", "措施"), ("改进：", "已"), ("此外",))


def report(text: str) -> Report:
    return analyse(parse(f"五、存在的主要问题及改进情况\n{text}\n六、其他需要报告的事项\n无。\n"))


def found(text: str) -> list[str]:
    """The text from each hit on, a few characters of it."""
    one = report(text)
    return [one.document.text[hit.span.start : hit.span.end + 4] for hit in check(one, OPTIONS)]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("问题：一是更新慢；二是解读少；三是培训少。下一步：一是多更新；二是多解读。", "一是多更新；"),
        (
            "（一）主要问题\n1.更新慢\n2.解读少\n3.培训少\n（二）改进措施\n1.多更新。\n2.多解读。",
            "1.多更新。",
        ),
        ("一是更新慢，已改。二是解读少，已改。三是培训少。", "三是培训少。"),
        ("（一）更新慢。改进：多更新。\n（二）解读少。改进：多解读。\n（三）培训很少。", "（三）培训很少"),
    ],
)
def test_the_problem_without_a_remedy_is_seen(text: str, at: str) -> None:
    assert found(text) == [at]


@pytest.mark.parametrize(
    "text",
    [
        "问题：一是更新慢；二是解读少。下一步：一是多更新；二是多解读。",
        "问题：一是更新慢；二是解读少。下一步：一是多更新；二是多解读；三是多培训。",
        "问题：一是更新慢；二是解读少；三是培训少。下一步：一是多更新；二是多解读，此外多培训。",
        "下一步：一是多更新；二是多解读；三是多培训。还有问题：一是更新慢；二是解读少。",
        "问题：一是更新慢；二是解读少；三是培训少。下一步多更新、多解读。",
        "一是更新慢，已改。二是解读少。三是培训少。",
    ],
)
def test_lists_that_may_match_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["一是更新慢；二是解读少。", "（一）问题\n1.更新慢\n2.少\n"])
def test_a_hostile_section_takes_time_in_step_with_its_length(unit: str) -> None:
    assert growth(check, OPTIONS, lambda length: report(unit * (length // len(unit))), 40_000) < 8
