"""The statutory tables as they are printed, and the addresses of their cells.

Written down here a second time on purpose: what the linter reads is tested against this copy.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A printed row: the words of the groups that begin with it, its address and its label."""

    id: str
    label: str
    groups: tuple[str, ...] = ()


COLUMNS = ("natural", "business", "research", "welfare", "legal", "other", "total")
"""Of table three; the last is the sum of the others."""

_REFUSED = (
    Row("secret", "1.属于国家秘密", ("（三）不予公开",)),
    Row("forbidden", "2.其他法律行政法规禁止公开"),
    Row("stability", "3.危及“三安全一稳定”"),
    Row("third_party", "4.保护第三方合法权益"),
    Row("internal", "5.属于三类内部事务信息"),
    Row("process", "6.属于四类过程性信息"),
    Row("casefile", "7.属于行政执法案卷"),
    Row("query", "8.属于行政查询事项"),
)
_UNABLE = (
    Row("not_held", "1.本机关不掌握相关政府信息", ("（四）无法提供",)),
    Row("not_ready", "2.没有现成信息需要另行制作"),
    Row("unclear", "3.补正后申请内容仍不明确"),
)
_UNPROCESSED = (
    Row("complaint", "1.信访举报投诉类申请", ("（五）不予处理",)),
    Row("duplicate", "2.重复申请"),
    Row("publication", "3.要求提供公开出版物"),
    Row("repeated", "4.无正当理由大量反复申请"),
    Row("reissue", "5.要求行政机关确认或重新出具已获取信息"),
)
_OTHER_2021 = (
    Row(
        "no_correction",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        ("（六）其他处理",),
    ),
    Row("no_payment", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    Row("other", "3.其他"),
)
_OTHER_2019 = (Row("other_handling", "（六）其他处理"),)

NEW, CARRIED = (
    Row("new", "一、本年新收政府信息公开申请数量"),
    Row("carried", "二、上年结转政府信息公开申请数量"),
)
DONE, NEXT = Row("handled", "（七）总计"), Row("next", "四、结转下年度继续办理")
_GIVEN = (
    Row("granted", "（一）予以公开", ("三、本年度办理结果",)),
    Row("partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
)

RESULTS = {
    "2021": (*_GIVEN, *_REFUSED, *_UNABLE, *_UNPROCESSED, *_OTHER_2021),
    "2019": (*_GIVEN, *_REFUSED, *_UNABLE, *_UNPROCESSED, *_OTHER_2019),
}
"""The rows that add up to （七）总计."""

_Group = tuple[str, tuple[Row, ...]]


def _grouped(other: tuple[Row, ...]) -> tuple[_Group, ...]:
    return (
        ("予以公开", _GIVEN[:1]),
        ("部分公开", _GIVEN[1:]),
        ("不予公开", _REFUSED),
        ("无法提供", _UNABLE),
        ("不予处理", _UNPROCESSED),
        ("其他处理", other),
    )


RESULT_GROUPS = {"2021": _grouped(_OTHER_2021), "2019": _grouped(_OTHER_2019)}
"""The words for a group of results in running text, and its rows."""

REVIEWS = ("review", "direct", "after")
OUTCOMES = ("upheld", "corrected", "other", "pending", "total")
"""Of table four: the columns of each group; the last is the sum of the others."""

Small = tuple[str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]
"""A table of section two: caption, columns (id, label), rows (id, label)."""

_CHANGES = (("last", "上一年项目数量"), ("change", "本年增/减"))
DISCLOSURE: dict[str, tuple[Small, ...]] = {
    "2021": (
        (
            "第二十条第（一）项",
            (("issued", "本年制发件数"), ("repealed", "本年废止件数"), ("valid", "现行有效件数")),
            (("rules", "规章"), ("normative", "行政规范性文件")),
        ),
        ("第二十条第（五）项", (("decisions", "本年处理决定数量"),), (("licence", "行政许可"),)),
        (
            "第二十条第（六）项",
            (("decisions", "本年处理决定数量"),),
            (("penalty", "行政处罚"), ("coercion", "行政强制")),
        ),
        ("第二十条第（八）项", (("amount", "本年收费金额（单位：万元）"),), (("fees", "行政事业性收费"),)),
    ),
    "2019": (
        (
            "第二十条第（一）项",
            (("made", "本年新制作数量"), ("published", "本年新公开数量"), ("public", "对外公开总数量")),
            (("rules", "规章"), ("normative", "规范性文件")),
        ),
        (
            "第二十条第（五）项",
            (*_CHANGES, ("decisions", "处理决定数量")),
            (("licence", "行政许可"), ("other_service", "其他对外管理服务事项")),
        ),
        (
            "第二十条第（六）项",
            (*_CHANGES, ("decisions", "处理决定数量")),
            (("penalty", "行政处罚"), ("coercion", "行政强制")),
        ),
        ("第二十条第（八）项", _CHANGES, (("fees", "行政事业性收费"),)),
        (
            "第二十条第（九）项",
            (("projects", "采购项目数量"), ("amount", "采购总金额")),
            (("procurement", "政府集中采购"),),
        ),
    ),
}
"""Section two has 10 cells in the form of 2021 and 22 in that of 2019."""
