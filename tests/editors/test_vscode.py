"""The extension in a real VS Code: squiggles, Problems, hover, quick fix, the file afterwards. Pictures of each
step stand in artefacts/."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest

from linter.cli import COMMANDS
from tests.browser import CHROMIUM, MISSING
from tests.editors.code_server import ROOT, Unavailable, environment, extension, installed, running
from tests.lsp.reports import FAULTS, faulty, right

PICTURES = ROOT / "artefacts"
SETTINGS = {
    "chat.disableAIFeatures": True,
    "editor.fontFamily": "'Noto Sans Mono CJK SC', monospace",
    "editor.minimap.enabled": False,
    "editor.unicodeHighlight.ambiguousCharacters": False,
    "editor.unusualLineTerminators": "off",
    "editor.wordWrap": "on",
    "extensions.autoUpdate": False,
    "files.eol": "\n",
    "security.workspace.trust.enabled": False,
    "telemetry.telemetryLevel": "off",
    "workbench.colorTheme": "Default Light Modern",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.startupEditor": "none",
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a person saw who opened a report with faults, looked at them, and had one fixed. Browsers stumble now
    and then; what is wrong twice is wrong."""
    if CHROMIUM is None:
        pytest.skip(MISSING)
    try:
        folder, vsix = installed(), extension()
    except Unavailable as reason:
        pytest.skip(f"VS Code cannot be had on this machine: {reason}")
    PICTURES.mkdir(exist_ok=True)
    told = driven(folder, vsix, tmp_path_factory.mktemp("first"))
    return driven(folder, vsix, tmp_path_factory.mktemp("second")) if "error" in told else told


def driven(folder: Path, vsix: Path, place: Path) -> dict[str, Any]:
    """What was to be seen in one session, all of it below `place`; `file` is the report afterwards."""
    home, reports, elsewhere = (place / name for name in ("home", "reports", "elsewhere"))
    # Where a program lies is a matter of the machine, not of the user who looks at it through a browser.
    for kind, said in (("User", SETTINGS), ("Machine", {"nianbao.python": sys.executable})):
        (home / "data" / kind).mkdir(parents=True)
        (home / "data" / kind / "settings.json").write_text(json.dumps(said), encoding="utf-8")
    report = fill(reports)
    (elsewhere / ".vscode").mkdir(parents=True)
    bad = json.dumps({"nianbao.path": "/nowhere/nianbao"})
    (elsewhere / ".vscode" / "settings.json").write_text(bad, encoding="utf-8")
    (elsewhere / report.name).write_bytes(faulty().encode())
    with running(home, reports, vsix) as address:
        job = {
            "playwright": str(folder / "node_modules"),
            "chromium": CHROMIUM,
            "address": address,
            "folder": str(reports),
            "file": str(report),
            "elsewhere": str(elsewhere),
            "pictures": str(PICTURES),
            "expected": len(FAULTS),
        }
        (home / "job.json").write_text(json.dumps(job), encoding="utf-8")
        driver = ["node", str(Path(__file__).with_name("drive.mjs")), str(home / "job.json")]
        done = subprocess.run(
            driver, env=environment(folder), capture_output=True, text=True, timeout=900, check=False
        )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told | {"file": report.read_bytes().decode()}


def fill(reports: Path) -> Path:
    """The folder that is opened: a report with faults, which is given back, one with another fault, a Word file, and
    a folder with two."""
    reports.mkdir()
    report = reports / "青禾镇年报.txt"
    report.write_bytes(faulty().encode())
    other = right().replace("。\n", "。。\n", 1)
    (reports / "柳泉乡年报.txt").write_text(other, encoding="utf-8")
    document = docx.Document()
    for line in faulty().replace("\f", "").split("\n"):
        document.add_paragraph(line)
    document.save(str(reports / "年报.docx"))
    (reports / "各镇").mkdir()
    for seed in (5, 6):
        (reports / "各镇" / f"{seed}.txt").write_text(right(seed), encoding="utf-8")
    return report


def test_nothing_went_wrong_on_the_way(seen: dict[str, Any]) -> None:
    assert "error" not in seen, seen


def test_squiggles_stand_under_exactly_the_wrong_words(seen: dict[str, Any]) -> None:
    assert tuple(seen["squiggles"]) == FAULTS


def test_score_and_grade_stand_above_the_title_and_below_the_window(seen: dict[str, Any]) -> None:
    assert "分（" in seen["lens"] and "4 个错误" in seen["lens"]
    assert any(word in "".join(seen["status"]) for word in "优良中差")


def test_hover_tells_reason_basis_and_examples(seen: dict[str, Any]) -> None:
    assert all(word in seen["hover"] for word in ("说了两遍", "为什么", "依据", "错误示例", "正确示例"))


def test_the_problems_are_listed_with_their_rules(seen: dict[str, Any]) -> None:
    rows = "\n".join(seen["problems"])
    rules = ("duplicate-wording", "enumeration-order", "doubled-mark", "missing-ending")
    assert [rule for rule in rules if rule not in rows] == []


def test_quick_fixes_are_offered_and_one_is_made_in_the_file(seen: dict[str, Any]) -> None:
    offered = "\n".join(seen["actions"])
    assert all(word in offered for word in ("把“，，”改为“，”", "放过这一处", "说明规则"))
    assert tuple(seen["fixed"]) == tuple(text for text in FAULTS if text != "，，")
    assert "3 个错误" in seen["lensAfter"]
    assert seen["file"] == faulty().replace("，，", "，")


def test_a_rule_is_explained_in_a_page(seen: dict[str, Any]) -> None:
    assert "duplicate-wording" in seen["page"]


def test_all_reports_of_the_folder_are_checked_into_problems(seen: dict[str, Any]) -> None:
    assert any("5 reports checked" in text for text in seen["folder"]["toast"])
    assert "柳泉乡年报.txt" in "\n".join(seen["folder"]["rows"])


def test_a_missing_program_is_told_with_what_to_do(seen: dict[str, Any]) -> None:
    told = "\n".join(seen["missing"])
    assert all(word in told for word in ("nianbao was not found", "Open settings", "How to install"))


def test_a_word_file_gets_a_copy_with_comments_from_the_explorer(seen: dict[str, Any]) -> None:
    assert any(name.startswith("年报-批注") for name in seen["annotated"])


def test_a_folder_is_ranked_from_the_explorer_where_nianbao_can(seen: dict[str, Any]) -> None:
    wanted = "nianbao: 各镇" if "rank" in COMMANDS else "cannot rank yet"
    assert any(wanted in text for text in seen["ranked"])
