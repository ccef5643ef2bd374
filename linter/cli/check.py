"""`nianbao check PATH…`: what is wrong with these reports."""

from collections.abc import Iterator, Sequence
from os import environ
from typing import BinaryIO, TextIO

from linter.cli.annotating import annotate, readied
from linter.cli.arguments import parse
from linter.cli.check_options import CheckOptions, check_options, check_parser
from linter.cli.inputs import inputs
from linter.cli.outputs import check_writable, write
from linter.cli.progress import progress_on
from linter.cli.rules import all_rules
from linter.cli.status import CLEAN, FAILED, FOUND
from linter.model.errors import UsageError
from linter.model.finding import SEVERITIES, Severity
from linter.model.result import Run
from linter.pipeline import Setup, lint_all, prepare
from linter.reporters import REPORTERS, View
from linter.rulebook.selection import selected


def run(argv: Sequence[str], lang: str, out: BinaryIO, err: TextIO) -> int:
    """Lint, write what was found, and say by the status how it went."""
    parser = check_parser(lang)
    values = parse(parser, argv)
    if values.help:
        out.write(parser.format_help().encode())
        return CLEAN
    options = check_options(values)
    for output in options.outputs:
        check_writable(output.file)
    setup = _setup(options)
    accepted = acceptance(setup, options.baseline)
    files, fixed = inputs(options), None
    if options.fixes.fix or options.fixes.diff:
        from linter.cli.fixes import fix_files, show_diffs

        new = _rewriting(setup, accepted, options)
        if options.fixes.diff:
            status = show_diffs(files, new, out, _teller(lang, err))
            return CLEAN if status == FOUND and options.exit_zero else status
        files, fixed = fix_files(files, new, out, _teller(lang, err))
    with progress_on(err, lang) as progress:
        linted = settled(lint_all(files, setup, options.jobs, progress), accepted)
    _report(linted, options, fixed, lang, out, err)
    return _status(linted, options)


def _rewriting(setup: Setup, accepted: Acceptance, options: CheckOptions) -> "Rewriting":
    """How a file is fixed in this run: what is accepted stays as it is."""
    from linter.pipeline.rewriting import rewrite

    return lambda file: rewrite(
        file, setup, unsafe=options.fixes.unsafe, settle=lambda result: settle(result, accepted)[0]
    )


def _teller(lang: str, err: TextIO) -> Callable[[Words], None]:
    return lambda words: print(f"nianbao: {words.say(lang)}", file=err)


def _setup(options: CheckOptions) -> Setup:
    """Rules and profile, as the options want them."""
    rules = selected(all_rules(options.rules), options.select, options.ignore)
    if not rules:
        raise UsageError(
            "--select 和 --ignore 没有留下任何规则", "--select and --ignore leave no rule to check"
        )
    return prepare(
        rules,
        profile=options.profile,
        min_confidence=options.min_confidence,
        encoding=options.encoding,
    )


def _report(linted: Run, options: CheckOptions, lang: str, out: BinaryIO, err: TextIO) -> None:
    """Write each output; failures go to `err` where no person sees them in an output."""
    seen = False
    for output in options.outputs:
        view = View(
            lang=lang,
            color=output.file is None and _shows_colors(out),
            quiet=options.quiet,
            verbose=options.verbose,
            statistics=options.statistics,
        )
        data = REPORTERS[output.format](linted, view)
        seen = seen or (output.file is None and output.format in ("text", "concise"))
        if output.file is None:
            out.write(data)
        else:
            write(output.file, data)
    if not seen:
        for failed in linted.failed:
            print(f"nianbao: {failed.path}: {failed.reason.say(lang)}", file=err)


def _shows_colors(out: BinaryIO) -> bool:
    """Whether colours are wanted: NO_COLOR and FORCE_COLOR decide, else whether it is a terminal."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return out.isatty() and environ.get("TERM") != "dumb"


def _status(linted: Run, options: CheckOptions) -> int:
    if linted.failed:
        return FAILED
    if options.exit_zero or options.fail_on is None:
        return CLEAN
    least = SEVERITIES.index(options.fail_on)
    return FOUND if any(SEVERITIES.index(one) >= least for one in _new(linted)) else CLEAN


def _new(linted: Run) -> Iterator[Severity]:
    """The severities of all findings that nobody has accepted."""
    return (one.severity for result in linted.results for one in result.findings if one.state == "new")
