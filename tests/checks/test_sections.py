"""Missing and displaced sections."""

import pytest

from linter.analysis import analyse
from linter.checks.sections import Options, check
from linter.model.finding import Hit, NotAssessed
from linter.readers.from_txt import parse

FORM = {
    "overview": "一、总体情况",
    "disclosure": "二、主动公开政府信息情况",
    "requests": "三、收到和处理政府信息公开申请情况",
    "disputes": "四、政府信息公开行政复议、行政诉讼情况",
    "problems": "五、存在的主要问题及改进情况",
    "other": "六、其他需要报告的事项",
}
TITLE = "云溪县青禾镇人民政府2024年政府信息公开工作年度报告"
MISSING = Options(FORM, "missing")
ORDER = Options(FORM, "order")


def report_of(*kinds: str, title: str = TITLE) -> str:
    """A report with those sections, each with a sentence."""
    return "\n".join([title, *(f"{FORM[kind]}\n本年度按要求做好了工作。" for kind in kinds)])


def hits(text: str, options: Options) -> list[Hit]:
    return [one for one in check(analyse(parse(text)), options) if isinstance(one, Hit)]


def on(text: str, found: list[Hit]) -> list[str]:
    report = analyse(parse(text))
    return [report[one.span] for one in found]


def test_a_complete_report_lacks_nothing_and_is_in_order() -> None:
    text = report_of(*FORM)
    assert hits(text, MISSING) + hits(text, ORDER) == []


@pytest.mark.parametrize("kind", FORM)
def test_each_missing_section_is_one_hit_on_the_title(kind: str) -> None:
    text = report_of(*(one for one in FORM if one != kind))
    found = hits(text, MISSING)
    assert (on(text, found), [one.values["headings"] for one in found]) == ([TITLE], [f"“{FORM[kind]}”"])


def test_two_missing_sections_are_two_hits_with_the_heading_each_comes_before() -> None:
    text = report_of("overview", "requests", "problems", "other")
    report = analyse(parse(text))
    notes = [[report[note.span] for note in one.notes] for one in hits(text, MISSING)]
    assert notes == [[FORM["requests"]], [FORM["problems"]]]


def test_a_report_without_any_section_of_the_form_is_one_hit() -> None:
    assert len(hits(f"{TITLE}\n2024年，我镇公开信息36条。", MISSING)) == 1


def test_reports_older_than_the_form_are_not_judged() -> None:
    old = report_of("overview", title=TITLE.replace("2024", "2016"))
    found = list(check(analyse(parse(old)), Options(FORM, "missing", since=2019)))
    assert [type(one) for one in found] == [NotAssessed]


@pytest.mark.parametrize("kind", ["overview", "requests", "other"])
@pytest.mark.parametrize("place", range(6))
def test_one_section_moved_anywhere_is_at_most_one_hit(kind: str, place: int) -> None:
    kinds = [one for one in FORM if one != kind]
    kinds.insert(place, kind)
    found = hits(report_of(*kinds), ORDER)
    assert len(found) == (0 if kinds == list(FORM) else 1)


def test_a_section_moved_far_is_itself_the_displaced_one() -> None:
    text = report_of("other", "overview", "disclosure", "requests", "disputes", "problems")
    assert on(text, hits(text, ORDER)) == [FORM["other"]]
