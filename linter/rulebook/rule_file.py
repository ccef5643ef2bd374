"""One rule file: read, checked, and made into the `Rule` that runs and the page that explains it."""

from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import msgspec

from linter.checks import CHECKS
from linter.model.finding import Basis, Words
from linter.model.report import Where
from linter.model.rule import Example, Rule, RulePage
from linter.rulebook.conform import conform
from linter.rulebook.examples import strip_marks
from linter.rulebook.folders import group_of
from linter.rulebook.located import Key, Source
from linter.rulebook.options import objection, options_type
from linter.rulebook.severity import no_error
from linter.rulebook.shape import Bilingual, ExampleFile, RuleFile
from linter.rulebook.source import read_source
from linter.rulebook.wordlists import named, read_wordlist, with_words


def read_rule(path: Path) -> tuple[Rule, RulePage]:
    """The rule of a file, its `options` as they stand there; UsageError for whatever is wrong with it."""
    source = read_source(path)
    file = _with_words(source, conform(source, source.value, RuleFile))
    _check_verb(source, file)
    _check_message(source, file)
    _check_severity(source, file)
    examples = tuple(_examples(source, file))
    how, limits = (_words(one) if one else None for one in (file.how, file.limits))
    return _rule(path, file), RulePage(examples, how, limits)


def _rule(path: Path, file: RuleFile) -> Rule:
    return Rule(
        id=path.stem,
        group=group_of(path),
        title=_words(file.title),
        why=_words(file.why),
        basis=tuple(Basis(one.document, one.article, one.says) for one in file.basis),
        check=file.check,
        severity=file.severity,
        confidence=file.confidence,
        message=_words(file.message),
        options=file.options,
        where=Where(file.where.sections, file.where.topics),
        on=file.on,
        path=str(path),
        wordlists=file.wordlists,
    )


def _with_words(source: Source, file: RuleFile) -> RuleFile:
    """The file with the words of its lists among its options."""
    lists, known = [], options_type(file.check).__struct_fields__ if file.check in CHECKS else None
    for number, name in enumerate(file.wordlists):
        path = named(name, source.path.parent.parent)
        if path is None:
            raise source.fault(("wordlists", number), f"没有词表 {name}", f"there is no word list {name}")
        lists.append(read_wordlist(path))
        if known is not None and not set(with_words({}, lists[-1:])) <= set(known):
            zh, en = (
                f"检查 {file.check} 用不了词表 {name}",
                f"the check {file.check} takes no words of {name}",
            )
            raise source.fault(("wordlists", number), zh, en)
    return msgspec.structs.replace(file, options=with_words(file.options, lists)) if lists else file


def _words(both: Bilingual) -> Words:
    return Words(both.zh, both.en)


def _check_verb(source: Source, file: RuleFile) -> None:
    """The check exists and takes these options."""
    if file.check not in CHECKS:
        known = " ".join(sorted(CHECKS))
        raise source.fault(
            ("check",),
            f"没有 {file.check} 这种检查，只有 {known}",
            f"there is no check {file.check}, only {known}",
        )
    options = conform(source, file.options, options_type(file.check), ("options",))
    if refused := objection(file.check, options):
        name, reason = refused
        raise source.fault(("options", name), reason.zh, reason.en)


def _check_message(source: Source, file: RuleFile) -> None:
    """Both languages of the message have the same plain placeholders."""
    names: dict[str, set[str]] = {}
    for lang in ("zh", "en"):
        try:
            names[lang] = set(_placeholders(getattr(file.message, lang)))
        except ValueError as error:
            wrong = str(error)
            raise source.fault(
                ("message", lang),
                f"占位符只能写成 {{name}}，花括号要成对（{wrong}）",
                f"a placeholder is written {{name}}, braces come in pairs ({wrong})",
            ) from None
    for lang, other in (("zh", "en"), ("en", "zh")):
        if missing := " ".join(f"{{{one}}}" for one in sorted(names[other] - names[lang])):
            raise source.fault(
                ("message", lang),
                f"缺少另一种语言里有的 {missing}",
                f"lacks {missing}, which stands in {other}",
            )


def _placeholders(template: str) -> Iterator[str]:
    """The names in braces; ValueError for anything but a plain name."""
    for _, name, form, conversion in Formatter().parse(template):
        if name is None:
            continue
        if not name.isidentifier() or form or conversion:
            raise ValueError(f"{{{name}}}")
        yield name


def _check_severity(source: Source, file: RuleFile) -> None:
    """An error rests on something, and is no guess."""
    refused = no_error((one.document for one in file.basis), file.confidence)
    if file.severity == "error" and refused:
        key, reason = refused
        raise source.fault((key,), reason.zh, reason.en)


def _examples(source: Source, file: RuleFile) -> Iterator[Example]:
    for kind in ("bad", "good", "missed"):
        for number, one in enumerate(getattr(file.examples, kind)):
            yield _example(source, ("examples", kind, number), one)


def _example(source: Source, key: Key, one: str | ExampleFile) -> Example:
    file = ExampleFile(one) if isinstance(one, str) else one
    kind = key[1]
    try:
        text, expected = strip_marks(file.text)
    except ValueError as error:
        wrong = str(error).partition("\n")[0][:20]
        zh, en = f"⟦ ⟧ 不成对或为空：{wrong}", f"⟦ ⟧ do not pair or are empty: {wrong}"
        raise source.fault(key, zh, en) from None
    if (kind == "bad") != bool(expected):
        zh, en = (
            "⟦ ⟧ 只标在 bad 的例子里，每例至少一处",
            "⟦ ⟧ stand in bad examples only, in each at least once",
        )
        raise source.fault(key, zh, en)
    if kind != "bad" and file.fixed is not None:
        raise source.fault((*key, "fixed"), "只有 bad 的例子有 fixed", "only a bad example has fixed")
    return msgspec.convert(
        {
            "kind": kind,
            "text": text,
            "expected": expected,
            "fixed": file.fixed,
            "note": file.note,
            **msgspec.structs.asdict(file.given),
        },
        Example,
    )
