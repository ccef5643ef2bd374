"""The statutory tables as lines of text."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from tests.composing.forms import CARRIED, COLUMNS, DISCLOSURE, DONE, NEW, NEXT, OUTCOMES, RESULTS, REVIEWS
from tests.composing.lines import Line

_RELATION = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


def disclosure(cells: Mapping[str, Decimal], form: str) -> Iterator[Line]:
    """Section two."""
    for caption, columns, rows in DISCLOSURE[form]:
        yield Line(caption, "table", 2)
        yield Line(" ".join(("信息内容", *(label for _, label in columns))), "table", 2)
        for row, label in rows:
            yield _row(cells, label, tuple(f"t2.{row}.{column}" for column, _ in columns), 2)


def requests(cells: Mapping[str, Decimal], form: str, manner: str) -> Iterator[Line]:
    """Section three. `manner`: the words of a group of rows stand on a line of their own (`apart`), before
    the first row's label (`before`), or nowhere (`without`)."""
    yield Line(_RELATION, "table", 3)
    yield Line("申请人情况", "table", 3)
    yield Line("自然人 法人或其他组织 总计", "table", 3)
    yield Line("商业企业 科研机构 社会公益组织 法律服务机构 其他", "table", 3)
    for row in (NEW, CARRIED, *RESULTS[form], DONE, NEXT):
        if manner == "apart":
            yield from (Line(group, "table", 3) for group in row.groups)
        label = " ".join((*row.groups, row.label)) if manner == "before" else row.label
        yield _row(cells, label, tuple(f"t3.{row.id}.{column}" for column in COLUMNS), 3)


def disputes(cells: Mapping[str, Decimal]) -> Iterator[Line]:
    """Section four."""
    outcomes = "结果维持 结果纠正 其他结果 尚未审结 总计"
    yield Line("行政复议 行政诉讼", "table", 4)
    yield Line(f"{outcomes} 未经复议直接起诉 复议后起诉", "table", 4)
    yield Line(f"{outcomes} {outcomes}", "table", 4)
    addresses = tuple(f"t4.{group}.{outcome}" for group in REVIEWS for outcome in OUTCOMES)
    yield _row(cells, "", addresses, 4)


def _row(cells: Mapping[str, Decimal], label: str, addresses: tuple[str, ...], section: int) -> Line:
    numbers = (f"{cells[address]:f}" for address in addresses)
    return Line(" ".join((label, *numbers)).lstrip(), "table", section, 0, addresses)
