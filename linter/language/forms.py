"""The statutory tables of both forms as data: what is printed in them, and the address of every cell.

Sources: 国办公开办函〔2021〕30号 (reports from 2021 on) and 国办公开办函〔2019〕60号 (reports for 2019 and 2020).
An address is `<table>.<row>.<column>`: `t2` 主动公开, `t3` 收到和处理申请, `t4` 行政复议、行政诉讼."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from linter.language.late import late
from linter.model.finding import Words
from linter.model.report import Cell

TABLES = ("t2", "t3", "t4")
TABLE_NAMES: Mapping[str, Words] = {
    "t2": Words("表二（主动公开政府信息情况）", "table 2 (disclosure)"),
    "t3": Words("表三（收到和处理政府信息公开申请情况）", "table 3 (requests)"),
    "t4": Words("表四（行政复议、行政诉讼情况）", "table 4 (disputes)"),
}

_ORDINAL = late(r"[一二三四]、|（[一二三四五六七]）|\d\.")
_BRIEF = 25  # characters of a label that is still quoted in full


class Column(NamedTuple):
    """A column: its name in addresses and its label. What may stand in it: whole numbers from zero up,
    unless `decimal` (an amount of money) or `negative` (a change on last year)."""

    name: str
    label: str
    decimal: bool = False
    negative: bool = False


class Row(NamedTuple):
    """A row with numbers in it (in table four: a group of columns). `aliases` are other labels met in print,
    the last one short; `addresses` are those of its cells, in the order of `columns`."""

    name: str
    label: str
    columns: tuple[Column, ...]
    aliases: tuple[str, ...]
    addresses: tuple[str, ...]

    @property
    def brief(self) -> str:
        """The label, or where that is very long the short one."""
        return self.aliases[-1] if self.aliases and len(self.label) > _BRIEF else self.label

    @property
    def bare(self) -> str:
        """The brief label without its ordinal and the words that all rows could have: 予以公开, 本年新收."""
        return _ORDINAL.sub("", self.brief, count=1).removesuffix("政府信息公开申请数量")


Form = Mapping[str, tuple[Row, ...]]
"""The rows of each table, in the order in which they are printed."""

CAPTIONS = tuple(f"第二十条第（{item}）项" for item in "一五六八九")
STUB = "信息内容"
ISSUED = (
    Column("issued", "本年制发件数"),
    Column("repealed", "本年废止件数"),
    Column("valid", "现行有效件数"),
)
DECIDED = (Column("decisions", "本年处理决定数量"),)
CHARGED = (Column("amount", "本年收费金额（单位：万元）", decimal=True),)
MADE = (
    Column("made", "本年新制作数量"),
    Column("published", "本年新公开数量"),
    Column("public", "对外公开总数量"),
)
KEPT = (Column("last", "上一年项目数量"), Column("change", "本年增/减", negative=True))
HANDLED = (*KEPT, Column("decisions", "处理决定数量"))
BOUGHT = (Column("projects", "采购项目数量"), Column("amount", "采购总金额", decimal=True))
APPLICANTS = (
    Column("natural", "自然人"),
    Column("business", "商业企业"),
    Column("research", "科研机构"),
    Column("welfare", "社会公益组织"),
    Column("legal", "法律服务机构"),
    Column("other", "其他"),
    Column("total", "总计"),
)
OUTCOMES = (
    Column("upheld", "结果维持"),
    Column("corrected", "结果纠正"),
    Column("other", "其他结果"),
    Column("pending", "尚未审结"),
    Column("total", "总计"),
)

REQUEST_HEADER = (
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    "申请人情况",
    "法人或其他组织",
    *(column.label for column in APPLICANTS),
)
REQUEST_GROUPS = (
    "三、本年度办理结果",
    "（三）不予公开",
    "（四）无法提供",
    "（五）不予处理",
    "（六）其他处理",
)
DISPUTE_HEADER = (
    "行政复议",
    "行政诉讼",
    "未经复议直接起诉",
    "复议后起诉",
    *(column.label for column in OUTCOMES),
)

_RECEIVED = (("new", "一、本年新收政府信息公开申请数量"), ("carried", "二、上年结转政府信息公开申请数量"))
_RESULTS = (
    ("granted", "（一）予以公开"),
    ("partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"),
    ("secret", "1.属于国家秘密"),
    ("forbidden", "2.其他法律行政法规禁止公开"),
    ("stability", "3.危及“三安全一稳定”"),
    ("third_party", "4.保护第三方合法权益"),
    ("internal", "5.属于三类内部事务信息"),
    ("process", "6.属于四类过程性信息"),
    ("casefile", "7.属于行政执法案卷"),
    ("query", "8.属于行政查询事项"),
    ("not_held", "1.本机关不掌握相关政府信息"),
    ("not_ready", "2.没有现成信息需要另行制作"),
    ("unclear", "3.补正后申请内容仍不明确"),
    ("complaint", "1.信访举报投诉类申请"),
    ("duplicate", "2.重复申请"),
    ("publication", "3.要求提供公开出版物"),
    ("repeated", "4.无正当理由大量反复申请"),
    ("reissue", "5.要求行政机关确认或重新出具已获取信息"),
)
_OTHER_HANDLING = (
    ("no_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.逾期不补正"),
    (
        "no_payment",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "2.逾期不缴费",
    ),
    ("other", "3.其他"),
)
_END = (("handled", "（七）总计"), ("next", "四、结转下年度继续办理"))


def _row(table: str, columns: tuple[Column, ...], name: str, label: str, *aliases: str) -> Row:
    return Row(name, label, columns, aliases, tuple(f"{table}.{name}.{column.name}" for column in columns))


def _requests(*rows: tuple[str, ...]) -> tuple[Row, ...]:
    return tuple(_row("t3", APPLICANTS, *row) for row in rows)


_DISPUTES = (
    _row("t4", OUTCOMES, "review", "行政复议"),
    _row("t4", OUTCOMES, "direct", "未经复议直接起诉"),
    _row("t4", OUTCOMES, "after", "复议后起诉"),
)

FORMS: Mapping[str, Form] = {
    "2021": {
        "t2": (
            _row("t2", ISSUED, "rules", "规章"),
            _row("t2", ISSUED, "normative", "行政规范性文件", "规范性文件"),
            _row("t2", DECIDED, "licence", "行政许可"),
            _row("t2", DECIDED, "penalty", "行政处罚"),
            _row("t2", DECIDED, "coercion", "行政强制"),
            _row("t2", CHARGED, "fees", "行政事业性收费"),
        ),
        "t3": _requests(*_RECEIVED, *_RESULTS, *_OTHER_HANDLING, *_END),
        "t4": _DISPUTES,
    },
    "2019": {
        "t2": (
            _row("t2", MADE, "rules", "规章"),
            _row("t2", MADE, "normative", "规范性文件", "行政规范性文件", "规范性文件"),
            _row("t2", HANDLED, "licence", "行政许可"),
            _row("t2", HANDLED, "other_service", "其他对外管理服务事项"),
            _row("t2", HANDLED, "penalty", "行政处罚"),
            _row("t2", HANDLED, "coercion", "行政强制"),
            _row("t2", KEPT, "fees", "行政事业性收费"),
            _row("t2", BOUGHT, "procurement", "政府集中采购"),
        ),
        "t3": _requests(*_RECEIVED, *_RESULTS, ("other_handling", "（六）其他处理"), *_END),
        "t4": _DISPUTES,
    },
}
NEWEST = "2021"

SIGNS: Mapping[str, re.Pattern[str]] = {
    "2019": re.compile(r"新制作|新公开|对外公开|上一年|增/减|集中采购|对外管理|第\(九\)项"),
    "2021": re.compile(r"制发|废止|现行有效|本年处理|本年收费|收费金额"),
}
"""Parts of the labels of table two that only one form has, folded. The older one decides."""


def addresses(form: str) -> Iterator[str]:
    """The addresses of all cells of a form, in the order in which they are printed."""
    for rows in FORMS[form].values():
        for row in rows:
            yield from row.addresses


def cell(form: str | None, address: str) -> tuple[Row, Column] | None:
    """The row and the column that an address names; None if the form has no such cell."""
    return _by_address(form or NEWEST).get(address)


@cache
def _by_address(form: str) -> Mapping[str, tuple[Row, Column]]:
    return {
        address: (row, column)
        for rows in FORMS[form].values()
        for row in rows
        for address, column in zip(row.addresses, row.columns, strict=True)
    }


def is_proper(form: str | None, one: Cell) -> bool:
    """Whether the cell holds a number of the kind that belongs there: whole unless an amount of money, and not below
    zero unless a change on last year."""
    value = one.value
    if one.state != "number" or value is None:
        return False
    if value >= 0 and not value % 1:
        return True
    named = cell(form, one.address)
    return named is None or ((named[1].decimal or not value % 1) and (named[1].negative or value >= 0))


def cell_name(form: str | None, address: str) -> Words:
    """How a person finds the cell: 表三“（一）予以公开”行“自然人”列."""
    named = cell(form, address)
    if named is None:
        return Words(address, address)
    row, column = named
    table = address[1]
    label = row.brief
    if table == "4":
        return Words(f"表四“{label}”的“{column.label}”", f"table 4, “{column.label}” of “{label}”")
    number = {"2": "二", "3": "三"}[table]
    return Words(
        f"表{number}“{label}”行“{column.label}”列", f"table {table}, row “{label}”, column “{column.label}”"
    )
