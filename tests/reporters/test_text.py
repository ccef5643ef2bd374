"""What a person reads at a terminal."""

from dataclasses import replace

from linter.model.finding import Words
from linter.model.result import Run
from linter.model.score import Score
from linter.reporters import View
from linter.reporters.to_text import render

CHINESE = """\
a.txt:4:40: 错误[duplicate-wording] “互动性”重复
  |
4 | （一）主动公开。青禾镇全年围绕群众关心的事项主动公开各类政府信息，增强与群众的互动
  |                                                                               ^^^^
5 | 性和互动性，一是公开目录，一是公开指南，群众通过公示栏和政府网站都能够查到需要的信息
  | ^^^^^^^^^^
  = 建议: 删去“和互动性”
  = 依据: 报告自身的文字

a.txt:5:14: 错误[enumeration-order] “一是”重复
  |
5 | 性和互动性，一是公开目录，一是公开指南，群众通过公示栏和政府网站都能够查到需要的信息
  |                           ^^^^
  = 另见: 5:7 前一项也是“一是”
  = 建议: 把“一是”改为“二是”
  = 依据: 报告自身的文字；GB/T 9704—2012 7.3.3

a.txt:5:42: 警告[missing-ending] 段末没有标点
  |
5 | 性和互动性，一是公开目录，一是公开指南，群众通过公示栏和政府网站都能够查到需要的信息
  |                                                                                   ^^
  = 建议: 在“要的信息”后加“。”

a.txt: 81.6 分（良），2 个错误、1 个警告，另有 1 处已接受
共检查 1 份报告：2 个错误、1 个警告，另有 1 处已接受；另有 1 个没能检查
规则说明：nianbao explain duplicate-wording

没能检查：
  b.txt: 文件是空的 [empty]
"""
ENGLISH = """\
a.txt:5:42: warning[missing-ending] no end mark
  |
5 | 性和互动性，一是公开目录，一是公开指南，群众通过公示栏和政府网站都能够查到需要的信息
  |                                                                                   ^^
  = help: add “。” after “要的信息”
  = why: Is that all?
  = confidence: certain

a.txt: 81.6 points (良), 1 warning
more about a rule: nianbao explain missing-ending

a.txt: rules that could not be judged:
  carried-over: no report of last year
"""
COLORED = """\
\x1b[1ma.txt:5:42:\x1b[0m \x1b[33m警告[missing-ending]\x1b[0m 段末没有标点
\x1b[34m  |\x1b[0m
\x1b[34m5 |\x1b[0m 性和互动性，一是公开目录，一是公开指南，群众通过公示栏和政府网站都能够查到需要的信息
\x1b[34m  |\x1b[0m \x1b[33m                                                                                  ^^\x1b[0m
  \x1b[34m=\x1b[0m \x1b[1m建议\x1b[0m: 在“要的信息”后加“。”

"""
COUNTED = """\
1  错误  duplicate-wording
1  错误  enumeration-order
1  警告  missing-ending
"""


def last_only(run: Run) -> Run:
    """The run with its last finding alone, and no failure."""
    result = replace(run.results[0], findings=run.results[0].findings[-1:])
    return replace(run, results=(result,), failed=())


def test_each_finding_shows_its_place_its_lines_and_what_it_rests_on(run: Run) -> None:
    assert render(run, View()).decode() == CHINESE


def test_english_and_verbose(run: Run) -> None:
    assert render(last_only(run), View(lang="en", verbose=True)).decode() == ENGLISH


def test_colours_change_nothing_else(run: Run) -> None:
    assert render(last_only(run), View(color=True, quiet=True)).decode() == COLORED


def test_statistics_take_the_place_of_the_findings(run: Run) -> None:
    text = render(run, View(statistics=True, quiet=True)).decode()
    assert text == f"{COUNTED}\n没能检查：\n  b.txt: 文件是空的 [empty]\n"


def test_what_was_fixed_what_can_be_and_what_is_to_be_remarked(run: Run) -> None:
    said = Words("a.txt:3：注释放过的 balance 没有出现，可以删去", "a.txt:3: the comment ignores balance")
    quiet = replace(last_only(run), remarks=(said,))
    text = render(quiet, View(fixed=2, fixable=1, hidden=3)).decode()
    assert text.split("\n\n", 1)[1] == (
        "a.txt: 81.6 分（良），1 个警告\n"
        "已修复 2 处\n"
        "[*] 有 1 处可用 --fix 修复（另有 3 处要加 --unsafe-fixes）\n"
        "规则说明：nianbao explain missing-ending\n\n"
        "备注：\n  a.txt:3：注释放过的 balance 没有出现，可以删去\n"
    )


def test_a_report_without_faults_or_score_is_one_line(run: Run) -> None:
    clean = replace(run.results[0], findings=(), score=Score(0.0, "", ()))
    text = render(replace(run, results=(clean,), failed=()), View()).decode()
    assert text == "a.txt: 未评分，没有发现问题\n"
