"""Parts of speech: jieba's own, on the packed lexicon."""

from linter.language.tagging import LONGEST, Tagged, tagged


def test_words_have_the_part_of_speech_that_jieba_gives_them() -> None:
    assert tagged("极大的方便了群众，工作抓得很扎实。") == (
        Tagged("极大", "a"),
        Tagged("的", "uj"),
        Tagged("方便", "a"),
        Tagged("了", "ul"),
        Tagged("群众", "n"),
        Tagged("，", "x"),
        Tagged("工作", "vn"),
        Tagged("抓", "v"),
        Tagged("得", "ud"),
        Tagged("很", "d"),
        Tagged("扎实", "a"),
        Tagged("。", "x"),
    )


def test_the_words_of_a_text_give_the_text_again() -> None:
    for text in ("www.example.gov.cn 12.5% 𠮷野乡 e-mail", "龘龘村，（一）主动公开。", " \t12件\n"):
        assert "".join(one.word for one in tagged(text)) == text


def test_a_reports_names_are_words() -> None:
    assert Tagged("龘青镇", "nz") in tagged("由龘青镇公开", frozenset({"龘青镇"}))


def test_a_long_text_is_not_tagged() -> None:
    assert tagged("公" * (LONGEST + 1)) == ()


def test_characters_that_no_model_has_seen_stand_alone() -> None:
    rare = "𠮷龗齉爩灪麤靐齾" * 9
    assert [one.word for one in tagged(rare)] == list(rare)
