"""jsonl, sarif, github, gitlab, junit, markdown and html: each well formed, each with all that was found."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from linter.model.finding import Suppression
from linter.model.result import Run
from linter.reporters import REPORTERS, View

_SCHEMA = Path(__file__).parents[2].parent / "shared" / "sarif-schema-2.1.0.json"


def rendered(run: Run, name: str, lang: str = "zh") -> str:
    return REPORTERS[name](run, View(lang=lang)).decode()


def test_jsonl_has_a_line_per_finding_and_per_failure(run: Run) -> None:
    lines = [json.loads(line) for line in rendered(run, "jsonl").splitlines()]
    assert [line.get("rule", line.get("kind")) for line in lines] == [
        *(one.rule for one in run.results[0].findings),
        run.failed[0].kind,
    ]
    assert {line["path"] for line in lines[:-1]} == {run.results[0].report.document.path}


def test_sarif_points_at_the_same_characters_and_says_what_was_accepted(run: Run) -> None:
    suppressed = replace(
        run.results[0].findings[1], state="suppressed", suppression=Suppression("file", "核对过", "王某")
    )
    findings = (run.results[0].findings[0], suppressed, *run.results[0].findings[2:])
    changed = replace(run, results=(replace(run.results[0], findings=findings),), baseline=True)
    one = json.loads(rendered(changed, "sarif"))["runs"][0]
    document = run.results[0].report.document
    for result, finding in zip(one["results"], findings, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        span = document.source_span(finding.span)
        assert (region["charOffset"], region["charLength"]) == (span.start, len(span))
        assert document.source[span.start : span.end] == region["snippet"]["text"]
        assert result["partialFingerprints"] == {"nianbao/v1": finding.fingerprint}
    assert [result["baselineState"] for result in one["results"]] == ["unchanged", "new", "new", "new"]
    assert one["results"][1]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "核对过"}
    ]
    assert one["results"][2]["relatedLocations"][0]["message"]["text"] == "前一项也是“一是”"
    assert one["invocations"][0]["executionSuccessful"] is False


@pytest.mark.skipif(not _SCHEMA.is_file(), reason="the SARIF schema is not at hand beside the checkout")
def test_sarif_is_valid_against_the_schema(run: Run) -> None:
    from jsonschema import Draft7Validator

    validator = Draft7Validator(json.loads(_SCHEMA.read_text(encoding="utf-8")))
    assert [error.message for error in validator.iter_errors(json.loads(rendered(run, "sarif")))] == []


def test_github_annotates_new_findings_only_and_escapes(run: Run) -> None:
    hostile = replace(run.results[0].report.document, path="a,b:c%d.txt")
    report = replace(run.results[0].report, document=hostile)
    lines = rendered(replace(run, results=(replace(run.results[0], report=report),)), "github").splitlines()
    assert [line.split(" ", 1)[0] for line in lines] == ["::error", "::error", "::warning", "::error"]
    assert all("file=a%2Cb%3Ac%25d.txt," in line for line in lines[:-1])


def test_gitlab_fingerprints_are_unique_and_severities_are_its_own(run: Run) -> None:
    issues = json.loads(rendered(run, "gitlab"))
    assert len({one["fingerprint"] for one in issues}) == len(issues)
    assert [one["severity"] for one in issues] == ["major", "major", "minor", "blocker"]


def test_junit_counts_what_it_lists(run: Run) -> None:
    suites = ElementTree.fromstring(rendered(run, "junit")).findall("testsuite")
    assert [(one.get("failures"), len(one.findall("testcase/failure"))) for one in suites] == [
        ("3", 3),
        ("0", 0),
    ]
    assert [len(one.findall("testcase/error")) for one in suites] == [0, 1]


def test_junit_survives_characters_that_xml_forbids(run: Run) -> None:
    report = run.results[0].report
    document = replace(report.document, path="a\x0cb.txt")
    odd = replace(run, results=(replace(run.results[0], report=replace(report, document=document)),))
    assert ElementTree.fromstring(rendered(odd, "junit"))[0].get("name") == "a\ufffdb.txt"


def test_markdown_tables_keep_their_columns(run: Run) -> None:
    rows = [line for line in rendered(run, "markdown").splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {7}
    assert len(rows) == 2 + len(run.results[0].findings)


class _Page(HTMLParser):
    """What of a page matters here: names that can be jumped to, jumps, marked words, addresses elsewhere."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.jumps: set[str] = set()
        self.elsewhere: set[str] = set()
        self.marked: list[str] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.names |= {found["id"] or ""} if "id" in found else set()
        address = found.get("href") or found.get("src") or ""
        (self.jumps if address.startswith("#") else self.elsewhere).add(address)
        if tag == "mark":
            self.marked.append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "mark"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.marked[-1] += data


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_html_page_marks_the_words_and_every_link_leads_somewhere_in_it(run: Run, lang: str) -> None:
    page = _Page(rendered(run, "html", lang))
    report = run.results[0].report
    assert {jump[1:] for jump in page.jumps if jump} <= page.names
    assert page.elsewhere <= {"", "data:,"}
    assert {report[one.span] for one in run.results[0].findings} <= set(page.marked)


def test_the_html_page_shows_hostile_text_as_text(run: Run) -> None:
    report = run.results[0].report
    document = replace(report.document, path="<script>alert(1)</script>.txt")
    html = rendered(
        replace(run, results=(replace(run.results[0], report=replace(report, document=document)),)), "html"
    )
    assert "<script" not in html


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_the_same_run_is_told_in_the_same_bytes(run: Run, name: str) -> None:
    assert REPORTERS[name](run, View()) == REPORTERS[name](run, View())
