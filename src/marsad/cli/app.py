"""The command ``marsad``: its help, its commands, and how it fails — in one sentence, never with a traceback."""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import NoReturn

import typer

from marsad.cli import add, explain, export, judge, log, places, read, reread, score, search, show
from marsad.cli import list as list_command
from marsad.errors import MarsadError

HELP = """Marsad reads Arabic reports of conflict and says, claim by claim, what each source claims happened.

\b
Start here
  marsad read report.txt --published 2016-12-06      a table of its claims
  marsad read FOLDER --format jsonl > claims.jsonl   every report of a folder, one JSON object a line
  marsad explain report.txt 3                        why the third claim is there
  cat report.txt | marsad read -                     from standard input
  marsad add FOLDER --store war.sqlite               keep reports; then list, search, show, judge, verify

Nothing leaves this machine, and only addresses that you name are fetched. Dates such as "yesterday" need --published.
"""
USAGE = 2

app = typer.Typer(
    help=HELP, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
)
app.command("read", help=read.HELP)(read.read)
app.command("explain", help=explain.HELP)(explain.explain)
app.command("score", help=score.HELP)(score.score)
app.add_typer(places.app, name="places")
app.command("add", help=add.HELP)(add.add)
app.command("list", help=list_command.HELP)(list_command.list_claims)
app.command("search", help=search.HELP)(search.search)
app.command("show", help=show.HELP)(show.show)
app.command("export", help=export.HELP)(export.export)
app.command("judge", help=judge.HELP)(judge.judge)
app.command("reread", help=reread.HELP)(reread.reread)
app.command("log", help=log.HELP)(log.log)
app.command("verify", help=log.VERIFY)(log.verify)
app.command("remove", help=judge.REMOVE)(judge.remove)


@app.callback()
def _root() -> None:
    """Nothing to do before a command."""


def main() -> NoReturn:
    """Run the command line; errors of Marsad's own are one sentence on standard error and exit code 2."""
    gc.disable()  # nothing to collect while the knowledge loads; `runs` turns it on again before the first report
    _write_utf8()
    try:
        app()
        sys.stdout.flush()
    except MarsadError as error:
        print(f"marsad: {error}", file=sys.stderr)
        sys.exit(USAGE)
    except BrokenPipeError:
        _leave()
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"marsad: {where}{error.strerror or error}; nothing more was written", file=sys.stderr)
        sys.exit(USAGE)
    except SystemExit as end:
        if _is_closed_pipe(end):
            _leave()
        if not end.code:
            _flush()
        raise
    sys.exit(0)


def _flush() -> None:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _leave()


def _leave() -> NoReturn:
    """End well: who reads our output has seen enough (head, less), which is no failure of ours."""
    # What is still in the buffer goes nowhere, so that the interpreter does not fail on it at its end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(0)


def _is_closed_pipe(error: BaseException | None) -> bool:
    """Whether a closed pipe is what began the exception."""
    while error is not None:
        if isinstance(error, BrokenPipeError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _write_utf8() -> None:
    """Arabic whatever the locale says; half a surrogate pair, which only JSON can bring in, goes out as in JSON."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # started with it closed (>&-)
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 it lives as long as we do
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
