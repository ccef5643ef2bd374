"""`nianbao check PATH…`: what is wrong with these reports."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, BinaryIO, TextIO

from linter.cli.annotating import annotate, readied
from linter.cli.arguments import parse
from linter.cli.check_options import CheckOptions, check_options, check_parser
from linter.cli.inputs import inputs
from linter.cli.linting import lint_files
from linter.cli.outputs import check_writable
from linter.cli.planning import Plan, planned
from linter.cli.reporting import report
from linter.cli.status import CLEAN, FAILED, FOUND
from linter.model.finding import SEVERITIES, Words
from linter.model.result import Result, Run
from linter.pipeline.settling import Acceptance, acceptance, settle
from linter.pipeline.setup import Setups

if TYPE_CHECKING:
    from linter.cli.fixes import Rewriting


def run(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:
    """Lint, write what was found, and say by the status how it went."""
    parser = check_parser(lang)
    values = parse(parser, argv)
    if values.help:
        out.write(parser.format_help().encode())
        return CLEAN
    options = check_options(values)
    for output in options.outputs:
        check_writable(output.file, options.paths)
    files, fixed = readied(inputs(options), options.annotate), None
    plan = planned(options, files)
    accepted = acceptance(plan.setups, plan.baseline)
    if options.fixes.fix or options.fixes.diff:
        from linter.cli.fixes import fix_files, show_diffs

        new = _rewriting(plan.setups, accepted, options)
        if options.fixes.diff:
            status = show_diffs(files, new, out, _teller(lang, err))
            return CLEAN if status == FOUND and options.exit_zero else status
        files, fixed = fix_files(files, new, out, _teller(lang, err))
    linted = lint_files(files, plan, accepted, lang, err, cache=options.cache)
    annotate(files, linted, options.annotate, lang)
    report(linted, options, fixed, lang, out, err)
    return _status(linted, plan, options)


def _rewriting(setups: Setups, accepted: Acceptance, options: CheckOptions) -> "Rewriting":
    """How a file is fixed in this run: what is accepted stays as it is."""
    from linter.cli.fixes import rewritten

    return lambda file: rewritten(
        file,
        setups.of(file.name),
        unsafe=options.fixes.unsafe,
        settle=lambda result: settle(result, accepted)[0],
    )


def _teller(lang: str, err: TextIO) -> Callable[[Words], None]:
    return lambda words: print(f"nianbao: {words.say(lang)}", file=err)


def _status(linted: Run, plan: Plan, options: CheckOptions) -> int:
    if linted.failed:
        return FAILED
    if options.exit_zero:
        return CLEAN
    return FOUND if any(_fails(one, plan) for one in linted.results) else CLEAN


def _fails(result: Result, plan: Plan) -> bool:
    """Whether a finding that nobody has accepted is as severe as it takes."""
    least = plan.fail_on.get(result.report.document.path, plan.usual_fail_on)
    if least == "never":
        return False
    enough = SEVERITIES[SEVERITIES.index(least) :]
    return any(one.severity in enough for one in result.findings if one.state == "new")
