"""``marsad serve``: the analyst's desk in a browser. ``marsad people``: who may sign in to it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.store_option import DEFAULT, Where
from marsad.errors import InputError

HELP = """Open the analyst's desk: map, timeline, words, review.

\b
  marsad serve --store war.sqlite                on this machine only, without a login
  marsad serve --store war.sqlite --open         and open it in the browser
  marsad serve --store war.sqlite --people people.json --blind      reviewers see no judgements but their own
  marsad serve --store war.sqlite --people people.json --listen 0.0.0.0 --host-name desk.example.org

Nothing is asked of any other machine. To serve others there have to be accounts (marsad people), and the name by which
they ask for it; put it behind a proxy that speaks HTTPS.
"""
PEOPLE_HELP = """Who may sign in to the desk, and as what: viewer, reviewer, editor or admin.

\b
  marsad people add layla --role reviewer --people people.json      asks for a password
  marsad people list --people people.json
  marsad people remove layla --people people.json
"""
LOOPBACK = ("127.0.0.1", "localhost", "::1")
File = Annotated[Path, typer.Option("--people", help="The file of the accounts.")]


def serve(
    store: Where = DEFAULT,
    listen: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8642,
    people: Annotated[Path | None, typer.Option(help="The file of the accounts; without it there is one user.")] = None,
    host_name: Annotated[list[str] | None, typer.Option(help="A name under which others ask for the desk.")] = None,
    blind: Annotated[bool, typer.Option("--blind", help="Reviewers see no judgements but their own.")] = False,
    open_browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """See :data:`HELP`."""
    names = {*LOOPBACK, *(host_name or ())}
    if people is None and listen not in LOOPBACK:
        raise InputError(f"--listen {listen}: others may only be served with accounts; see marsad people --help")
    if listen not in (*LOOPBACK, "0.0.0.0", "::"):
        names.add(listen)
    if blind and people is None:
        raise InputError("--blind: reviewers have to be told apart, so there have to be accounts; see marsad people")
    try:
        import uvicorn
    except ImportError as error:
        raise InputError("the desk needs the web extra: pip install 'marsad[web]'") from error
    from importlib import import_module

    # Doors do not know each other: the service is named, and loaded only here.
    start = import_module("marsad.web.start")
    server, address = start.server_of(uvicorn, store, people, frozenset(names), listen, port, is_blind=blind)
    print(f"Marsad is at {address} (Ctrl+C ends it).", file=sys.stderr)
    if open_browser:
        start.open_when_up(address)
    server.run()


people_app = typer.Typer(help=PEOPLE_HELP, no_args_is_help=True, rich_markup_mode=None)


@people_app.command("add")
def add(
    name: str,
    people: File,
    role: Annotated[str, typer.Option(help="viewer, reviewer, editor or admin.")] = "reviewer",
    password: Annotated[
        str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for where not given.")
    ] = "",
) -> None:
    """Give somebody an account, or another role and password."""
    _people(people).add(name, role, password)
    print(f"{name} may sign in as {role}.")


@people_app.command("list")
def list_(people: File) -> None:
    """Show who has an account."""
    for person in _people(people).all():
        print(f"{person.name}\t{person.role}")


@people_app.command("remove")
def remove(name: str, people: File) -> None:
    """Take an account away."""
    _people(people).remove(name)
    print(f"{name} has no account any more.")


def _people(path: Path):  # type: ignore[no-untyped-def]
    from importlib import import_module

    return import_module("marsad.web.people").People(path)
