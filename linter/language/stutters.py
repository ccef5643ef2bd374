"""Whether a word that stands twice running can be the end of one phrase and the beginning of the next."""

from typing import Protocol

from linter.language.context import Around, begins_after, ends_before
from linter.language.segmenter import tag

FUNCTIONS = ("d", "ad", "b", "p", "c", "r", "t", "u")
"""Parts of speech of what is neither a phrase's end nor another's beginning: adverbs, prepositions, pronouns."""
LISTING = frozenset(("等", "和", "与", "及", "或", "并", "以及", "或者", "并且"))
_COMPLEMENTS = frozenset("的了过得着之等不未没无")  # a verb, the second of two, may go on with these


class Senses(Protocol):
    """Words that can be read in one way only, or in two: what the options of a rule say."""

    @property
    def verbs(self) -> tuple[str, ...]:
        """Verbs that never end a phrase as its noun."""
        ...

    @property
    def both(self) -> tuple[str, ...]:
        """Words that are noun and verb."""
        ...

    @property
    def agents(self) -> tuple[str, ...]:
        """Those of them that name people."""
        ...

    @property
    def tellers(self) -> tuple[str, ...]:
        """Verbs whose object may be a term that begins with themselves."""
        ...

    @property
    def heads(self) -> tuple[str, ...]:
        """Nouns that a verb may stand before as a part of their name."""
        ...


def meets(said: str, place: Around, middle: int, senses: Senses) -> bool:
    """听取意见意见建议: between a verb with its object and a word that begins with that object."""
    first, second = place.before(middle), place.after(middle)
    return first.removesuffix(said) in senses.verbs and second.startswith(said) and tag(said) == "n"


def trails(said: str, whole: str, after: str, senses: Senses) -> bool:
    """政府信息信息，: after a longer word that ends in it, and nothing follows that it could begin."""
    if not (whole.endswith(said) and tag(whole)):
        return False
    return closes(after) or (said in senses.verbs and not _is_matter(after, senses))


def leads(said: str, before: str, whole: str, senses: Senses) -> bool:
    """通过政府政府网站: before a longer word that begins with it, and nothing precedes that it could end."""
    if not (whole.startswith(said) and tag(whole)):
        return False
    kind = "" if said in senses.both else tag(said)
    return before in senses.verbs or kind in FUNCTIONS or (kind == "n" and begins_after(before))


def stands_alone(said: str, before: str, after: str, senses: Senses) -> bool:
    """Whether a doubled word of two or three characters is neither the end of one phrase and the beginning of
    the next (信息公开公开平台) nor subject and verb (基层组织组织党员)."""
    begins, ends, kind = begins_after(before), ends_before(after), tag(said)
    if said in senses.both:
        apart = bool(before) or said not in senses.agents
        term = _is_matter(after, senses) or (said in senses.tellers and after in senses.heads)
        return begins and apart and not ends and not term
    if said in senses.verbs:
        return begins or ends or not _is_matter(after, senses)
    if kind in FUNCTIONS:
        return True
    if kind.startswith("v") and ends:
        return begins or after not in _COMPLEMENTS
    if kind.startswith("v") and (begins or before in senses.verbs):
        return before == "的" or said not in senses.tellers or not _is_matter(after, senses)
    if kind.startswith("v"):
        return not _is_head(after, senses)
    return begins or ends or before in senses.verbs or after in senses.verbs


def _is_matter(after: str, senses: Senses) -> bool:
    """Whether the noun `after` names what is done or how, so that any verb may stand before it: 落实情况."""
    return after in senses.heads and tag(after).startswith("n")


def _is_head(after: str, senses: Senses) -> bool:
    """Whether a verb may stand before the noun `after` as a part of its name: 公开平台, 培训学员."""
    return after in senses.heads or (tag(after).startswith("n") and len(after) < 3)


def closes(after: str) -> bool:
    """Whether a phrase is at its end before `after`: a mark, 等, 和, a number."""
    return not after or after in LISTING or after[0].isdigit()
