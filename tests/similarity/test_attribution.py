"""Where the parts of a report come from, in four numbers."""

from pathlib import Path

from linter.corpus.reports import corpus_of
from linter.model.alike import Alike, Similarity
from linter.similarity.attribution import attribute
from linter.similarity.corpus import load, packed, shipped
from linter.similarity.records import Record, record
from linter.similarity.template import template
from tests.similarity.writing import HEADINGS, TOWNS, own, read, report, sentences

STOCK = "切实保障人民群众的知情权、参与权、表达权和监督权"


def of(text: str, path: str = "a.txt") -> Record:
    """The record of a text."""
    return record(read(text, path))


def numbers(found: Alike) -> tuple[float | None, float | None, float | None]:
    """Own last year, largest unit, any unit."""
    alike = found.similarity
    return alike.previous, alike.largest_unit, alike.any_unit


def test_nothing_to_compare_with_is_no_zero() -> None:
    found = attribute(of(own("青禾镇", 2024, 1)))
    assert (numbers(found), found.similarity.residual) == ((None, None, None), 1.0)


def test_a_report_without_running_text_is_not_assessed() -> None:
    assert attribute(of("云溪县青禾镇人民政府2024年政府信息公开工作年度报告\n")) == Alike(Similarity())


def test_last_year_with_the_year_bumped_is_found_and_the_rewritten_one_is_not() -> None:
    last = own("青禾镇", 2023, 1)
    copied = attribute(of(last.replace("2023", "2024")), previous=of(last))
    rewritten = attribute(of(own("青禾镇", 2024, 2)), previous=of(last))
    assert (numbers(copied)[0], copied.similarity.residual) == (1.0, 0.0)
    assert (numbers(rewritten)[0] or 0) < 0.2


def test_four_numbers_that_add_up() -> None:
    mine, one, other = (sentences(seed, 4) for seed in (1, 2, 3))
    text = report(
        "青禾镇", 2024, {HEADINGS[0]: mine, HEADINGS[1]: one, HEADINGS[2]: other, HEADINGS[3]: [STOCK]}
    )
    peers = [
        of(report("柳泉乡", 2024, {HEADINGS[1]: one}), "b.txt"),
        of(report("石桥镇", 2024, {HEADINGS[0]: other[:2]}), "c.txt"),
    ]
    found = attribute(
        of(text), previous=of(report("青禾镇", 2023, {HEADINGS[0]: mine})), peers=peers, corpora=shipped()
    )
    alike = found.similarity
    total = alike.compared_chars or 0
    lengths = [
        len(of(report("青禾镇", 2024, {HEADINGS[0]: some})).masked.text) / total
        for some in (mine, one, other[:2])
    ]
    said = (alike.previous, alike.largest_unit, (alike.any_unit or 0) - (alike.largest_unit or 0))
    assert [round(a or 0, 2) for a in said] == [round(b, 2) for b in lengths]
    assert alike.boilerplate == round(22 / total, 4)
    assert {(one.source.kind, one.source.unit) for one in found.matches} == {
        ("previous", "青禾镇人民政府"),
        ("unit", "柳泉乡人民政府"),
        ("unit", "石桥镇人民政府"),
    }


def test_what_everybody_writes_proves_nothing() -> None:
    texts = [report(town, 2024, {HEADINGS[0]: [STOCK, *sentences(n, 6)]}) for n, town in enumerate(TOWNS[:2])]
    found = attribute(of(texts[0]), peers=[of(texts[1], "b.txt")], corpora=shipped())
    assert (found.similarity.largest_unit or 0) < 0.1
    assert STOCK not in "".join(str(one.source) for one in found.matches if one.source.kind == "unit")


def test_the_longest_match_is_told_first_and_nothing_twice() -> None:
    said = sentences(5, 3)
    text = of(report("青禾镇", 2024, {HEADINGS[0]: said}))
    peers = [
        of(report("柳泉乡", 2024, {HEADINGS[0]: said[:1]}), "b.txt"),
        of(report("石桥镇", 2024, {HEADINGS[0]: said}), "c.txt"),
    ]
    matches = attribute(text, peers=peers).matches
    assert [one.source.unit for one in matches] == ["石桥镇人民政府"]
    assert matches[0].other is not None


def test_a_countys_template_counts_for_nobody() -> None:
    lead = "按照全县统一安排，今年的公开工作分春耕、汛期、秋收三段推进，每段结束由县里派人到集市听取意见"
    texts = [own(town, 2024, n, common=[lead]) for n, town in enumerate(TOWNS)]
    records = [of(text, f"{n}.txt") for n, text in enumerate(texts)]
    common = template(records)
    shares = [
        attribute(
            one, peers=[*records[:n], *records[n + 1 :]], template=common.covered(one.masked.text)
        ).similarity
        for n, one in enumerate(records)
    ]
    assert max(one.largest_unit or 0 for one in shares) < 0.2
    assert {
        one.compared_chars is not None and one.compared_chars < len(records[n].masked.text)
        for n, one in enumerate(shares)
    } == {True}


def test_a_corpus_of_reports_serves_like_the_reports(tmp_path: Path) -> None:
    records = [of(own(town, 2024, n), f"{n}.txt") for n, town in enumerate(TOWNS[:12])]
    path = tmp_path / "county.corpus"
    path.write_bytes(packed(*corpus_of(records, "county", "")))
    text = own("云岭乡", 2024, 3).replace("36", "58")
    by_corpus, by_peers = attribute(of(text), corpora=[load(path)]), attribute(of(text), peers=records)
    assert numbers(by_corpus) == numbers(by_peers)
    assert (by_corpus.similarity.largest_unit or 0) > 0.95
    assert {one.source.unit for one in by_corpus.matches if one.source.kind == "unit"} == {
        f"{TOWNS[3]}人民政府"
    }


def test_a_units_own_reports_in_a_corpus_are_nobody_elses(tmp_path: Path) -> None:
    records = [of(own(town, 2023, n), f"{n}.txt") for n, town in enumerate(TOWNS[:6])]
    path = tmp_path / "county.corpus"
    path.write_bytes(packed(*corpus_of(records, "county", "")))
    found = attribute(of(own(TOWNS[2], 2024, 2)), corpora=[load(path)])
    assert (found.similarity.largest_unit or 0) < 0.2


def test_where_nobody_knows_whose_report_it_is_nobody_is_blamed(tmp_path: Path) -> None:
    records = [of(own(town, 2024, n), f"{n}.txt") for n, town in enumerate(TOWNS[:6])]
    path = tmp_path / "county.corpus"
    path.write_bytes(packed(*corpus_of(records, "county", "")))
    nameless = own(TOWNS[2], 2024, 2).partition("\n")[2]
    assert numbers(attribute(of(nameless), corpora=[load(path)])) == (None, None, None)


def test_stock_phrases_are_told_one_by_one_where_there_are_many() -> None:
    more = "主动接受社会监督，公布监督电话，畅通监督渠道；加强业务培训，提高工作人员业务能力"
    text = of(report("青禾镇", 2024, {HEADINGS[0]: [STOCK], HEADINGS[3]: [more, *sentences(1, 2)]}))
    found = attribute(text, corpora=shipped())
    assert (found.similarity.boilerplate or 0) > 0.3
    assert [one.source.kind for one in found.matches][:2] == ["stock", "stock"]
