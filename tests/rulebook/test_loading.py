"""Rules are compiled once; what is kept never changes what is found."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.bundled import RULES
from linter.cache import cached
from linter.checks.ending import Options
from linter.model.errors import UsageError
from linter.rulebook import load_page, load_rules, rules_hash

Write = Callable[..., Path]


def test_rules_come_sorted_with_the_options_of_their_check(write: Write, tmp_path: Path) -> None:
    write("wording/b"), write("punctuation/z"), write("punctuation/a", {"  ending: 。": "  shortest: 9"})
    rules = load_rules([tmp_path / "rules"])
    assert [(one.group, one.id, one.options) for one in rules] == [
        ("punctuation", "a", Options(shortest=9)),
        ("punctuation", "z", Options()),
        ("wording", "b", Options()),
    ]


def test_a_second_reading_is_the_same_and_needs_no_yaml(write: Write, tmp_path: Path) -> None:
    write("wording/b"), write("punctuation/a")
    first = load_rules([tmp_path / "rules"])
    script = (
        "import sys; from pathlib import Path; from linter.rulebook import load_rules, rules_hash;"
        f"print(rules_hash(load_rules([Path({str(tmp_path / 'rules')!r})])), 'yaml' in sys.modules)"
    )
    again = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=RULES.parent
    )
    assert again.stdout == f"{rules_hash(first)} False\n"


def test_a_changed_file_is_read_again(write: Write, tmp_path: Path) -> None:
    write()
    load_rules([tmp_path / "rules"])
    write(changes={"severity: error": "severity: note "})
    assert [one.severity for one in load_rules([tmp_path / "rules"])] == ["note"]


def test_a_renamed_file_is_another_rule(write: Write, tmp_path: Path) -> None:
    path = write()
    load_rules([tmp_path / "rules"])
    path.rename(path.with_name("other.yaml"))
    assert [one.id for one in load_rules([tmp_path / "rules"])] == ["other"]


@pytest.mark.parametrize(
    ("old", "new"), [(b'"ending":"', b'"endings":"'), (b'"check":"ending"', b'"check":"gone"')]
)
def test_what_was_compiled_for_other_checks_is_compiled_again(
    write: Write, tmp_path: Path, cache: Path, old: bytes, new: bytes
) -> None:
    write()
    rules = load_rules([tmp_path / "rules"])
    kept = cache / "more-rules.json"
    head, _, body = kept.read_bytes().partition(b"\n")
    kept.unlink()
    cached(kept.name, head.split()[1].decode(), lambda: body.replace(old, new))
    assert (old in body, load_rules([tmp_path / "rules"])) == (True, rules)


def test_rules_load_without_a_cache(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write()
    monkeypatch.setenv("NIANBAO_CACHE_DIR", "")
    assert [one.id for one in load_rules([tmp_path / "rules"])] == ["my-rule"]


def test_the_hash_is_of_the_rules_not_of_where_they_lie(write: Write, tmp_path: Path) -> None:
    write()
    here = rules_hash(load_rules([tmp_path / "rules"]))
    (tmp_path / "rules").rename(tmp_path / "elsewhere")
    there = rules_hash(load_rules([tmp_path / "elsewhere"]))
    write(changes={"zh: 段末": "zh: 句末"})
    other = rules_hash(load_rules([tmp_path / "rules"]))
    assert (here == there, here == other, here.startswith("sha256:"), len(here)) == (True, False, True, 71)


def test_one_file_or_one_group_may_be_loaded(write: Write, tmp_path: Path) -> None:
    write("wording/b"), write("punctuation/a"), write("punctuation/z")
    one = load_rules([tmp_path / "rules/wording/b.yaml"])
    group = load_rules([tmp_path / "rules/punctuation"])
    assert ([rule.id for rule in one], [rule.id for rule in group]) == (["b"], ["a", "z"])


def test_an_id_may_not_occur_twice(write: Write, tmp_path: Path) -> None:
    first, second = write("punctuation/same"), write("wording/same")
    with pytest.raises(UsageError) as raised:
        load_rules([tmp_path / "rules"])
    assert raised.value.zh == f"{second}:1：规则 same 已经在 {first} 里，请换一个文件名"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("spelling/my-rule", "没有 spelling 这一类规则"),
        ("punctuation/My_Rule", "只能用小写字母、数字和连字符"),
        ("punctuation/my--rule", "只能用小写字母、数字和连字符"),
        ("punctuation/1st", "只能用小写字母、数字和连字符"),
    ],
)
def test_a_file_in_the_wrong_place_or_with_a_wrong_name_is_refused(
    write: Write, tmp_path: Path, name: str, said: str
) -> None:
    write(name)
    with pytest.raises(UsageError, match=said):
        load_rules([tmp_path / "rules"])


def test_a_single_file_outside_a_group_is_refused(write: Write, tmp_path: Path) -> None:
    path = write().rename(tmp_path / "my-rule.yaml")
    with pytest.raises(UsageError, match="要放在所属类别的文件夹里"):
        load_rules([path])


def test_a_file_beside_the_group_folders_is_not_skipped_in_silence(write: Write, tmp_path: Path) -> None:
    write().rename(tmp_path / "rules" / "my-rule.yaml")
    with pytest.raises(UsageError, match="要放在所属类别的文件夹里"):
        load_rules([tmp_path / "rules"])


def test_a_relative_path_knows_its_group(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("wording/b")
    monkeypatch.chdir(tmp_path / "rules" / "wording")
    loaded = [load_rules([Path(one)]) for one in ("b.yaml", "../wording/b.yaml", "./b.yaml")]
    assert [(rule.group, rule.id) for rules in loaded for rule in rules] == [("wording", "b")] * 3


def test_a_file_called_yml_is_not_skipped_in_silence(write: Write, tmp_path: Path) -> None:
    path = write()
    path.rename(path.with_suffix(".yml"))
    with pytest.raises(UsageError, match=r"以 \.yaml 结尾"):
        load_rules([tmp_path / "rules"])


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有这个规则文件夹"):
        load_rules([tmp_path / "none"])


def test_one_wrong_file_stops_the_loading_and_nothing_is_kept(
    write: Write, tmp_path: Path, cache: Path
) -> None:
    write("punctuation/a"), write("punctuation/b", {"severity": "sevrity"})
    with pytest.raises(UsageError, match="sevrity"):
        load_rules([tmp_path / "rules"])
    assert list(cache.iterdir()) == []


def test_a_page_is_read_from_the_file_of_its_rule(write: Write, tmp_path: Path) -> None:
    write()
    (rule,) = load_rules([tmp_path / "rules"])
    assert [one.kind for one in load_page(rule).examples] == ["bad", "good"]
