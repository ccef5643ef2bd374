"""What was made of a short text is kept, of a long one not."""

from linter.language.kept import kept

asked: list[str] = []


@kept(longest=3, most=2)
def doubled(text: str, times: int = 2) -> str:
    asked.append(text)
    return text * times


def test_a_short_text_is_worked_out_once() -> None:
    asked.clear()
    assert [doubled("公开") for _ in range(3)] == ["公开公开"] * 3
    assert asked == ["公开"]


def test_a_long_text_is_worked_out_each_time() -> None:
    asked.clear()
    assert [doubled("政府信息") for _ in range(2)] == ["政府信息政府信息"] * 2
    assert asked == ["政府信息"] * 2


def test_what_else_is_asked_counts() -> None:
    asked.clear()
    assert [doubled("年报", 1), doubled("年报", 3), doubled("年报", 1)] == ["年报", "年报年报年报", "年报"]
    assert asked == ["年报", "年报"]


def test_only_the_last_texts_are_kept() -> None:
    asked.clear()
    for text in ("一", "二", "三", "一"):
        doubled(text)
    assert asked == ["一", "二", "三", "一"]
