"""nianbao called as a user calls it, and a report to call it on: right, and with two faults."""

import io
from pathlib import Path

from linter.cli import main

RIGHT = """\
云溪县青禾镇人民政府2024年政府信息公开工作年度报告

一、总体情况
（一）主动公开。全年主动公开政府信息36条。
（二）依申请公开。全年未收到政府信息公开申请。
（三）政府信息管理。一是完善台账，二是及时更新，三是定期清理。
二、主动公开政府信息情况
本年度没有制发规章。
五、存在的主要问题及改进情况
个别栏目更新不及时，已于十月补齐。
六、其他需要报告的事项
本年度未收取信息处理费。
"""
WRONG = RIGHT.replace("三是定期", "二是定期").replace("已于十月补齐。", "已于十月补齐")
FAULTS = ["enumeration-order", "missing-ending"]
"""The rules that find the two, in the order of their places."""

SELECT = ["--select", ",".join(FAULTS)]


def call(*argv: str | Path) -> tuple[int, str, str]:
    """Exit status, output and errors of `nianbao <argv>`."""
    out, err = io.BytesIO(), io.StringIO()
    status = main([str(one) for one in argv], out, err)
    return status, out.getvalue().decode(), err.getvalue()


def write(name: str, text: str) -> Path:
    """A file with that text, seen from the working folder, in folders of its own."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
