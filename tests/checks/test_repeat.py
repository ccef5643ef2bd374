"""Words said twice running are found and nothing that only looks like it."""

import re
import time
from pathlib import Path

import pytest

from linter.analysis import analyse
from linter.checks.repeat import Options, check
from linter.language.doubling import Doubled, clauses, links, runs
from linter.language.with_jieba import jieba
from linter.model.document import Document, Span
from linter.model.finding import Confidence
from linter.model.report import Report, Sentence, Title
from linter.readers.from_txt import parse
from linter.rulebook import load_rules

OPTIONS = next(rule.options for rule in load_rules() if rule.id == "duplicate-wording")
_SENTENCE = re.compile(r"[^。\n]+。?")


def report_of(text: str, names: frozenset[str] = frozenset(), damaged: tuple[Span, ...] = ()) -> Report:
    """A report of which every sentence is running text."""
    document = Document("<text>", "txt", None, text, (0,), text, (), (), damaged)
    sentences = tuple(Sentence(Span(*one.span()), None, None) for one in _SENTENCE.finditer(text))
    return Report(document, Title(Span(0, 0)), None, None, (), (), sentences, (), names=names)


def found(text: str, *names: str) -> list[str]:
    """The stretches that are pointed at."""
    report = report_of(text, frozenset(names))
    return [report[one.span] for one in check(report, OPTIONS)]


def fixed(text: str) -> str:
    """The text after all fixes."""
    hits = list(check(report_of(text), OPTIONS))
    for edit in (edit for hit in reversed(hits) if hit.fix for edit in hit.fix.edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("增强与群众的互动性和互动性；", "互动性和互动性"),
        ("提高信息的准确性与准确性。", "准确性与准确性"),
        ("通过公示栏、广播、广播等渠道公开。", "广播、广播"),
        ("确保信息时效性以及时效性。", "时效性以及时效性"),
        ("对信息进行进行核对。", "进行进行"),
        ("各项工作工作开展顺利。", "工作工作"),
        ("我乡我乡未收到申请。", "我乡我乡"),
        ("群众可通过可以通过网站查阅。", "可通过可以通过"),
        ("加强对信息的的审核。", "的的"),
        ("将加强培训，加强培训，提高能力。", "加强培训，加强培训"),
        ("加强领导，完善机制；加强领导，完善机制。", "加强领导，完善机制；加强领导，完善机制"),
        ("进一步进一步进一步完善制度。", "进一步进一步进一步"),
        ("公开政府信息信息35条。", "信息信息"),
        ("通过政府政府网站发布。", "政府政府"),
        ("建立健全健全公开制度。", "健全健全"),
        ("推进政府信息公开政府信息公开平台建设。", "政府信息公开政府信息公开"),
        ("确保信信息安全。", "信信"),
        ("确保信息息安全。", "息息"),
        ("听取意见意见建议。", "意见意见"),
        ("申请渠道，安排安排专人负责登记。", "安排安排"),
        ("有专门人员。组织组织各村参加培训。", "组织组织"),
        ("严格审查：落实落实先审查后公开制度。", "落实落实"),
        ("畅通渠道，公布公布监督举报电话。", "公布公布"),
        ("发挥公众号覆盖广的的优势。", "的的"),
        ("按照云溪县的的统一安排。", "的的"),
        ("公布民生项目的的实施计划。", "的的"),
        ("2023年制作制作图解不少于5件。", "制作制作"),
        ("所列数据的统计统计时间为全年。", "统计统计"),
        ("县人民政府人民政府网站公开。", "人民政府人民政府"),
        ("收到和处理政府政府信息公开申请情况", "政府政府"),
        ("全年主动公开政府政府信息12条。", "政府政府"),
        ("公布招聘活动的通知的通知。", "的通知的通知"),
        ("转发招聘活动的通知的通知的通知。", "的通知的通知的通知"),
        ("转发上级文件，公布招聘活动的通知的通知。", "的通知的通知"),
        ("公布《转发意见》，公布招聘活动的通知的通知。", "的通知的通知"),
    ],
)
def test_a_slip_is_found_over_its_whole_stretch(text: str, stretch: str) -> None:
    assert found(text) == [stretch]


@pytest.mark.parametrize(
    "text",
    [
        "县人民政府政府信息公开专栏公布结果。",
        "处理县政府政府信息公开申请2件，各级政府政府信息公开工作有序。",
        "发布《关于转发云岭市人社局关于开展招聘活动的通知的通知》。",
        "发布《关于印发、批转县教育局，县财政局做好资助工作的通知的通知》。",
        "推动部门与部门之间、部门与部门、部门与乡镇共享数据。",
        "层层落实，件件有回音，一件一件办、一项一项查。",
        "实实在在办事，认认真真听意见，的的确确有变化。",
        "围绕稳就业稳企业稳市场公开政策，亲自部署、亲自过问。",
        "谁公开谁审查、谁审查谁负责，应公开尽公开。",
        "以便民为目的的信息，为了了解需求，可以以书面形式提出。",
        "政府、政府部门，街道和街道办，信息和信息化，公众号和公众。",
        "申请人和申请人的代理人，企业及企业负责人，部门、部门所属单位。",
        "依申请公开公开方式、信息公开公开栏、政务服务服务窗口。",
        "档案管理管理制度、政策落实落实情况，基层组织组织党员参加。",
        "由副主任、主任审核，名誉会长、会长出席。",
        "抓落实、抓落实、再抓落实，有了公开，有了公开，才有监督。",
        "不能只说“研究研究”，想着想着就有办法，很多很多事要做。",
        "2024年年底，12月月末，全县县级部门，各村村民，本乡乡村振兴。",
        "向社会公开公开指南，未经审核或者审核不通过的不得发布。",
        "收到投诉5件，办结5件；收到举报5件，办结5件。",
        "办公公开、民政政策、执行行政执法公示制度、责任任务、平台台账。",
        "应当公开应公开的信息，能公开能公开的内容。",
        "地址：云溪县青禾镇青禾镇人民政府。",
        "以公开为目的的活动，作为标的的合同，的的确确有变化。",
        "公布公布时限，公开公开指南，领导领导小组工作。",
        "本报告报告内容真实，政策解读解读的内容准确，信息更新更新不及时。",
        "党委根据根据地的历史编写专栏，平台建设建设情况，政府工作工作台账。",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert found(text, "青禾镇", "云溪县") == []


def test_a_clause_that_comes_again_is_shown_without_what_stands_between() -> None:
    text = "建立健全发布机制，指定专人，建立健全发布机制，确保准确。"
    (hit,) = check(report_of(text), OPTIONS)
    assert (hit.span, hit.values["doubled"]) == (Span(14, 22), "建立健全发布机制……建立健全发布机制")
    assert found("收到申请5件，均在法定期限内答复，收到投诉2件，均在法定期限内答复。") == []
    assert found("建立健全发布机制，指定专人；建立健全发布机制，确保准确。") == []


def test_a_name_whose_last_character_comes_again_before_its_office() -> None:
    assert found("请与审计局局办公室联系，登录云溪县县政府网站。", "云溪县审计局") == ["局局", "县县"]
    assert found("湖镇镇政府、审计局局长、砚川县县政府。", "湖镇镇人民政府", "云溪县审计局") == []


def test_a_place_name_that_ends_like_its_level_is_no_slip() -> None:
    assert found("湖镇镇镇村两级公开栏，湖镇镇人民政府公开信息。", "湖镇镇") == []
    assert found("2024年湖镇镇湖镇镇公开信息12条。", "湖镇镇") == ["湖镇镇湖镇镇"]


@pytest.mark.parametrize(
    ("text", "repaired", "safe"),
    [
        ("对信息进行进行核对。", "对信息进行核对。", True),
        ("加强对信息的的审核。", "加强对信息的审核。", True),
        ("加强培训，加强培训，提高能力。", "加强培训，提高能力。", True),
        ("群众可通过可以通过网站查阅。", "群众可以通过网站查阅。", True),
        ("进一步进一步进一步完善制度。", "进一步完善制度。", True),
        ("增强与群众的互动性和互动性；", "增强与群众的互动性；", False),
    ],
)
def test_a_fix_deletes_one_copy_and_is_safe_where_no_other_word_can_be_meant(
    text: str, repaired: str, safe: bool
) -> None:
    (hit,) = check(report_of(text), OPTIONS)
    assert (fixed(text), hit.fix and hit.fix.safe) == (repaired, safe)


@pytest.mark.parametrize(
    ("text", "confidence"),
    [("通过公示栏、网站、网站。", "certain"), ("公布监督举报电话和举报电话。", "likely")],
)
def test_a_joined_pair_is_likely_only_where_the_first_has_more_before_it(
    text: str, confidence: Confidence
) -> None:
    assert [hit.confidence for hit in check(report_of(text), OPTIONS)] == [confidence]


def test_what_is_doubled_is_said() -> None:
    (hit,) = check(report_of("增强互动性和互动性。"), OPTIONS)
    assert (hit.values["said"], hit.values["doubled"]) == ("互动性", "互动性和互动性")


def test_nothing_is_concluded_from_a_damaged_stretch() -> None:
    text = "对信息进行进行核对。"
    assert list(check(report_of(text, damaged=(Span(5, 6),)), OPTIONS)) == []


def test_a_word_that_the_rule_allows_is_left_alone() -> None:
    text = "加强加强管理。"
    assert [list(check(report_of(text), Options(allow=allow))) == [] for allow in ((), ("加强",))] == [
        False,
        True,
    ]


def test_a_slip_across_a_wrap_and_one_in_a_heading_are_found() -> None:
    text = (
        "云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"
        "（一）主动公开。全年公开政府信息12条，通过微信公众号增强与群众的互动\n性和互动性。\n"
        "五、存在的主要问题及改进改进情况\n个别栏目更新不够及时。\n"
    )
    report = analyse(parse(text))
    assert [report[hit.span] for hit in check(report, OPTIONS)] == ["互动性和互动性", "改进改进"]


def test_ordinary_words_with_a_doubled_character_are_no_slips() -> None:
    dictionary = Path(str(jieba.__file__)).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
    doubled = [line.partition(" ")[0] for line in dictionary if re.match(r"\S*([一-鿿])\1", line)]
    particles = {"了了", "对对"}  # words in old books, slips here
    frames = ("本镇认为{}值得研究。", "{}，我们继续努力。")
    text = "\n".join(frame.format(word) for word in doubled if word not in particles for frame in frames)
    assert len(doubled) > 3000
    assert found(text) == []


@pytest.mark.parametrize(
    "unit",
    [
        "公开公开",
        "公开公开甲",
        "网站和网站",
        "网站、",
        "加强培训，",
        "的的甲",
        "信信息",
        "可通过可以通过",
        "加强培训，加强培训甲，",
    ],
)
def test_time_stays_in_step_with_the_length(unit: str) -> None:
    def cost(length: int) -> float:
        report = report_of(unit * (length // len(unit)) + "。")
        return min(_spent(report) for _ in range(3))

    cost(1_000)
    assert cost(60_000) < 25 * max(cost(6_000), 0.01)


def _spent(report: Report) -> float:
    start = time.process_time()
    list(check(report, OPTIONS))
    return time.process_time() - start


def test_a_run_is_found_once_with_all_its_copies() -> None:
    assert list(runs("公开公开公开，信息")) == [Doubled(0, 2, 6)]


def test_a_link_joins_the_shortest_equal_stretches() -> None:
    assert list(links("信息、网站和网站、电话")) == [Doubled(3, 6, 8, "和")]


def test_a_clause_may_have_a_subject_the_first_time() -> None:
    assert list(clauses("我镇加强培训，加强培训，")) == [Doubled(2, 7, 11, "，")]
