"""JUnit's XML: a suite per file, a failed case per new finding; a file without any is one case passed."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from linter.language.late import late
from linter.model.finding import Finding
from linter.model.result import Result, Run
from linter.reporters.view import View
from linter.reporters.wording import BASIS, grounds

_FORBIDDEN = late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(run: Run, view: View) -> bytes:
    """An XML document; characters that XML forbids become �."""
    root = Element("testsuites", name="nianbao")
    for result in run.results:
        _suite(root, result, view.lang)
    for one in run.failed:
        suite = SubElement(root, "testsuite", name=_legal(one.path), tests="1", failures="0", errors="1")
        case = SubElement(suite, "testcase", name=one.kind, classname=_legal(one.path))
        SubElement(case, "error", type=one.kind, message=_legal(one.reason.say(view.lang)))
    indent(root)
    document: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _suite(root: Element, result: Result, lang: str) -> None:
    document = result.report.document
    path = _legal(document.path)
    new = [one for one in result.findings if one.state == "new"]
    cases = str(max(len(new), 1))
    suite = SubElement(root, "testsuite", name=path, tests=cases, failures=str(len(new)), errors="0")
    if not new:
        SubElement(suite, "testcase", name="nianbao", classname=path)
    for finding in new:
        line, column = document.line_column(document.source_span(finding.span).start)
        case = SubElement(
            suite, "testcase", name=f"{finding.rule} {line}:{column}", classname=path, line=str(line)
        )
        message = _legal(finding.message.say(lang))
        failure = SubElement(case, "failure", type=finding.severity, message=message)
        failure.text = _legal(_details(path, line, column, finding, lang))


def _details(path: str, line: int, column: int, finding: Finding, lang: str) -> str:
    basis = f"\n{BASIS.say(lang)}: {grounds(finding.basis, lang)}" if finding.basis else ""
    return f"{path}:{line}:{column}: {finding.message.say(lang)}{basis}"


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
