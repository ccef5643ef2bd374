"""Which numbers of the running text have an address, as `rules/facts.yaml` declares them."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec

from linter.bundled import RULES
from linter.cache import cached, key_of
from linter.model.finding import Words

BUILT_IN = frozenset({"N", "0", ",", "(", ")", "?"})
"""Classes that reading gives by itself: quantity, zero, the stops, and what the declarations do not list."""
_COMMON = BUILT_IN | {"none", "zero", "join", "each"}


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a person names the number."""

    zh: str
    en: str


class Declaration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One number: how it is said. The keys are explained at the head of `rules/facts.yaml`."""

    label: Label
    units: str = ""
    says: str = ""
    none: str = ""
    after: str = ""
    home: str = ""
    near: str = ""
    allow: str = ""
    never_after: str = ""


class Declarations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: words by class, the units that count (where a number names no others), the classes that may
    stand in front, the nouns, the numbers by address."""

    words: dict[str, str]
    counts: str
    front: str
    nouns: str
    facts: dict[str, Declaration]


class Step(msgspec.Struct, frozen=True):
    """One step of a saying: a word of one of `kinds`, or nothing if `optional`."""

    kinds: frozenset[str]
    optional: bool


class Saying(msgspec.Struct, frozen=True):
    """A sequence of classes that states the number at `address`; `nil`: that it is zero. `whole`: it names
    what is counted itself, so that nothing said before is needed to understand it."""

    address: str
    steps: tuple[Step, ...]
    nil: bool
    whole: bool


class Number(msgspec.Struct, frozen=True):
    """A declaration made ready: sets instead of lists in a text."""

    label: Words
    units: frozenset[str]
    after: frozenset[str]
    home: frozenset[str]
    near: tuple[str, ...]
    front: frozenset[str]
    never_after: frozenset[str]


class Declared(msgspec.Struct, frozen=True):
    """All declarations made ready. `words` with their class. `units`: all that count. `sayings`: by the class of their first step. `anchors`: words one of
    which every saying has. `hints`: the words that some number must have near."""

    words: tuple[tuple[str, str], ...]
    nouns: frozenset[str]
    units: frozenset[str]
    numbers: Mapping[str, Number]
    sayings: Mapping[str, tuple[Saying, ...]]
    anchors: tuple[str, ...]
    hints: tuple[str, ...]


@cache
def declared(path: Path = RULES / "facts.yaml") -> Declared:
    """The declarations of a file, ready to read with; made once per content and then kept in the user's
    cache folder."""
    content = path.read_bytes()
    key = key_of((content, Path(__file__).read_bytes()))
    body = cached("facts.json", key, lambda: msgspec.json.encode(prepare(load_declarations(content))))
    return msgspec.json.decode(body, type=Declared)


def load_declarations(content: bytes) -> Declarations:
    """The file as it stands; msgspec.ValidationError where it has another shape."""
    import yaml  # 35 ms: not on the path of a warm cache

    return msgspec.convert(yaml.safe_load(content), Declarations)


def prepare(file: Declarations) -> Declared:
    """The declarations made ready; ValueError for a class that has no words."""
    nouns = frozenset(file.nouns.split())
    sayings = [
        _saying(address, text.split(), file, nouns, nil=nil)
        for address, one in file.facts.items()
        for nil, texts in ((False, one.says), (True, one.none))
        for text in texts.split("|")
        if text.strip()
    ]
    by_kind: dict[str, list[Saying]] = {}
    for saying in sayings:
        for kind in sorted(saying.steps[0].kinds):
            by_kind.setdefault(kind, []).append(saying)
    numbers = {address: _number(one, file) for address, one in file.facts.items()}
    return Declared(
        words=tuple((word, kind) for kind, words in file.words.items() for word in words.split()),
        nouns=nouns,
        units=frozenset(unit for one in numbers.values() for unit in one.units),
        numbers=numbers,
        sayings={kind: tuple(ones) for kind, ones in by_kind.items()},
        anchors=_anchors(sayings, file.words),
        hints=tuple(sorted({word for number in numbers.values() for word in number.near})),
    )


def _saying(address: str, text: list[str], file: Declarations, nouns: frozenset[str], *, nil: bool) -> Saying:
    steps = tuple(Step(frozenset(one.rstrip("?").split("/")), one.endswith("?")) for one in text)
    unknown = {kind for step in steps for kind in step.kinds} - BUILT_IN - set(file.words)
    if unknown or steps[0].optional:
        raise ValueError(f"{address}: {' '.join(text)}: {unknown or 'begins with an optional step'}")
    return Saying(address, steps, nil, any(step.kinds <= nouns and not step.optional for step in steps))


def _number(one: Declaration, file: Declarations) -> Number:
    return Number(
        label=Words(one.label.zh, one.label.en),
        units=frozenset((one.units or file.counts).split()),
        after=frozenset(one.after.split()),
        home=frozenset(one.home.split()),
        near=tuple(one.near.split()),
        front=frozenset(file.front.split()) | frozenset(one.allow.split()),
        never_after=frozenset(one.never_after.split()),
    )


def _anchors(sayings: Iterable[Saying], words: Mapping[str, str]) -> tuple[str, ...]:
    """The words of the rarest step that every saying needs, those left out that contain another."""
    chosen: set[str] = set()
    for saying in sayings:
        steps = [
            {word for kind in step.kinds for word in words[kind].split()}
            for step in saying.steps
            if not step.optional and not step.kinds & _COMMON
        ]
        chosen |= min(steps, key=len)
    return tuple(sorted(word for word in chosen if not any(one != word and one in word for one in chosen)))
