"""The score of the contract, point by point."""

from hypothesis import given
from hypothesis import strategies as st

from linter.model.document import Span
from linter.model.finding import CONFIDENCES, SEVERITIES, Confidence, Finding, Severity, State, Words
from linter.model.score import Deduction, Part, Profile, Score
from linter.scoring import score

WEIGHTS = {
    "structure": 25.0,
    "tables": 20.0,
    "numbers": 10.0,
    "identity": 10.0,
    "numbering": 5.0,
    "wording": 10.0,
    "punctuation": 5.0,
    "history": 5.0,
    "originality": 10.0,
}
PROFILE = Profile("default", WEIGHTS)
NOTHING = Words("", "")


def found(
    group: str,
    rule: str,
    severity: Severity = "error",
    confidence: Confidence = "certain",
    fingerprint: str = "",
    state: State = "new",
) -> Finding:
    """A finding of which only the cost matters."""
    return Finding(
        rule,
        group,
        severity,
        confidence,
        Span(0, 1),
        NOTHING,
        NOTHING,
        (),
        fingerprint=fingerprint,
        state=state,
    )


def test_the_example_of_the_contract_comes_out() -> None:
    findings = [
        found("structure", "missing-accountability-results", "warning"),
        found("numbering", "enumeration-order"),
        found("wording", "duplicate-wording"),
        found("punctuation", "missing-ending"),
        found("identity", "unit-level"),
    ]
    result = score(findings, set(WEIGHTS) - {"history"}, PROFILE)
    earned = {part.group: part.earned for part in result.parts}
    assert (result.total, result.grade, earned) == (
        81.6,
        "良",
        {
            "structure": 23.5,
            "tables": 20.0,
            "numbers": 10.0,
            "identity": 6.0,
            "numbering": 1.0,
            "wording": 6.0,
            "punctuation": 1.0,
            "originality": 10.0,
        },
    )


def test_each_further_finding_of_a_rule_costs_half_of_the_one_before() -> None:
    findings = [found("wording", "doubled", fingerprint=str(n)) for n in range(3)]
    assert score(findings, {"wording"}, PROFILE) == Score(
        30.0,
        "差",
        (Part("wording", 10.0, 3.0, (Deduction("0", 4.0), Deduction("1", 2.0), Deduction("2", 1.0))),),
    )


def test_what_is_less_sure_costs_less_and_a_note_or_a_guess_costs_nothing() -> None:
    findings = [
        found("structure", "a", "error", "likely", "1"),
        found("structure", "b", "warning", "likely", "2"),
        found("structure", "c", "warning", "guess", "3"),
        found("structure", "d", "note", "certain", "4"),
    ]
    part = Part("structure", 25.0, 21.7, (Deduction("1", 2.4), Deduction("2", 0.9)))
    assert score(findings, {"structure"}, PROFILE) == Score(86.8, "良", (part,))


def test_a_group_loses_no_more_than_its_weight() -> None:
    findings = [found("punctuation", rule, fingerprint=rule) for rule in "ab"]
    part = Part("punctuation", 5.0, 0.0, (Deduction("a", 4.0), Deduction("b", 1.0)))
    assert score(findings, {"punctuation"}, PROFILE) == Score(0.0, "差", (part,))


def test_half_a_tenth_is_rounded_up() -> None:
    profile = Profile("round", {"wording": 40.0})
    assert score([found("wording", "a", "warning")], {"wording"}, profile).total == 96.3  # of 96.25


def test_without_a_group_that_was_judged_there_is_no_score() -> None:
    assert score([], set(), PROFILE) == Score(0.0, "", ())


def test_what_is_accepted_costs_like_any_other() -> None:
    totals = {score([found("wording", "a", state=state)], {"wording"}, PROFILE).total for state in STATES}
    assert totals == {60.0}


STATES: tuple[State, ...] = ("new", "baselined", "suppressed")
FINDINGS = st.lists(
    st.builds(
        found,
        st.sampled_from(sorted(WEIGHTS)),
        st.sampled_from("abc"),
        st.sampled_from(SEVERITIES),
        st.sampled_from(CONFIDENCES),
        st.uuids().map(str),
    ),
    max_size=40,
)


@given(FINDINGS)
def test_what_is_lost_is_the_sum_of_the_deductions(findings: list[Finding]) -> None:
    parts = score(findings, set(WEIGHTS), PROFILE).parts
    lost = [part.weight - sum(one.points for one in part.deductions) for part in parts]
    assert [round(part.earned - left, 9) for part, left in zip(parts, lost, strict=True)] == [0.0] * len(
        parts
    )
