"""What takes all texts together: which clauses are stock, which reports are one family, which are the nearest.

scikit-learn is imported when one of these is asked for: it costs a second."""

from collections.abc import Sequence
from math import ceil

from linter.similarity.masking import KEPT, Masked
from linter.similarity.pairing import SEED

FAMILY = 0.6
"""Cosine of two reports' weighted character 4-grams from which one is a version of the other."""

STOCK = 0.3
"""Share of the families of a county that write a clause, from which it is stock there."""

_SAME = 0.85
"""Cosine of two clauses that say the same with a word or two changed."""

_FEWEST = 5
"""Families below which nothing is stock."""


def families(texts: Sequence[str], least: float = FAMILY) -> list[int]:
    """By text, the number of its family: texts that are versions of one another, directly or by others."""
    from scipy.sparse.csgraph import connected_components
    from sklearn.feature_extraction.text import TfidfVectorizer

    if len(texts) < 2:
        return [0] * len(texts)
    weighed = TfidfVectorizer(analyzer="char", ngram_range=(4, 4), sublinear_tf=True).fit_transform(texts)
    near = (weighed @ weighed.T) >= least
    return [int(one) for one in connected_components(near, directed=False)[1]]


def stock_clauses(texts: Sequence[Masked], share: float = STOCK) -> list[str]:
    """Clauses that many of the families write, word for word or nearly, in the order of the alphabet. One family
    counts once, however many copied it."""
    kin = families([one.text for one in texts])
    count = len(set(kin))
    if count < _FEWEST:
        return []
    users: dict[str, set[int]] = {}
    for one, family in zip(texts, kin, strict=True):
        for clause in KEPT.findall(one.laid):
            if len(clause) >= SEED:
                users.setdefault(clause, set()).add(family)
    clauses = sorted(users)
    groups: dict[int, set[int]] = {}
    kinds = _alike(clauses)
    for clause, kind in zip(clauses, kinds, strict=True):
        groups.setdefault(kind, set()).update(users[clause])
    least = max(3, ceil(share * count))
    return [clause for clause, kind in zip(clauses, kinds, strict=True) if len(groups[kind]) >= least]


def nearest(text: str, others: Sequence[str], count: int = 5) -> list[tuple[int, float]]:
    """The texts most like one, best first, by words and by runs of characters together: number and cosine."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.neighbors import NearestNeighbors
    from sklearn.pipeline import make_union

    from linter.language.segmenter import words

    if not others:
        return []
    by_words = TfidfVectorizer(analyzer=lambda one: [word for word in words(one) if len(word) > 1])
    by_runs = TfidfVectorizer(analyzer="char", ngram_range=(3, 5), sublinear_tf=True)
    both = make_union(by_words, by_runs)
    known = both.fit_transform(others)
    found = NearestNeighbors(n_neighbors=min(count, len(others)), metric="cosine").fit(known)
    far, numbers = found.kneighbors(both.transform([text]))
    return [(int(n), round(1 - float(d), 4)) for n, d in zip(numbers[0], far[0], strict=True)]


def _alike(clauses: Sequence[str]) -> list[int]:
    """By clause, the number of those that say the same."""
    from scipy.sparse.csgraph import connected_components
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.neighbors import radius_neighbors_graph

    if len(clauses) < 2:
        return list(range(len(clauses)))
    weighed = TfidfVectorizer(analyzer="char", ngram_range=(2, 3)).fit_transform(clauses)
    near = radius_neighbors_graph(weighed, 1 - _SAME, metric="cosine")
    return [int(one) for one in connected_components(near, directed=False)[1]]
