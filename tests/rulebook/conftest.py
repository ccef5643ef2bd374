"""A small rule, and a way to write it with changes into a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

RULE = """\
title: {zh: 段末没有标点, en: No end mark}
why: {zh: 读的人不知道话说完没有。, en: One cannot tell whether it ends.}
basis: [{document: GB/T 15834—2011, article: "4.1"}, {document: text}]
check: ending
severity: error
confidence: certain
message: {zh: "以“{ending}”结束", en: "ends in {ending}"}
options:
  ending: 。
examples:
  bad:
    - |
      六、其他需要报告的事项
      本年度没有收取信息处理⟦费⟧
  good:
    - 本年度没有收取信息处理费。
"""

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def _cache_of_its_own(cache: Path) -> None:
    """Each test has one."""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """`write("punctuation/my-rule", {old: new})` → the file: the small rule with `old` replaced by `new`."""

    def written(name: str = "punctuation/my-rule", changes: dict[str, str] | None = None) -> Path:
        text = RULE
        for old, new in (changes or {}).items():
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "rules" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return written
