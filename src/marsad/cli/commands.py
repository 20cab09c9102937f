"""The commands by name, each with the module it lives in: only the one that is asked for is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

import typer

# Module and function of each command, and the name of its help; a group has no help of its own.
COMMANDS: dict[str, tuple[str, str, str]] = {
    "read": ("read", "read", "HELP"),
    "explain": ("explain", "explain", "HELP"),
    "score": ("score", "score", "HELP"),
    "events": ("events", "events", "EVENTS_HELP"),
    "timeline": ("events", "timeline", "TIMELINE_HELP"),
    "losses": ("events", "losses", "LOSSES_HELP"),
    "contradictions": ("events", "contradictions", "CONTRADICTIONS_HELP"),
    "brief": ("brief", "brief", "HELP"),
    "export": ("export_events", "export", "HELP"),
    "export-claims": ("export_claims", "export", "HELP"),
    "watch": ("watch", "watch", "HELP"),
    "slant": ("slant", "slant", "HELP"),
    "places": ("places", "app", ""),
    "add": ("add", "add", "HELP"),
    "gather": ("gather", "gather", "HELP"),
    "list": ("list", "list_claims", "HELP"),
    "search": ("search", "search", "HELP"),
    "show": ("show", "show", "HELP"),
    "judge": ("judge", "judge", "HELP"),
    "agreement": ("agreement", "agreement", "HELP"),
    "reread": ("reread", "reread", "HELP"),
    "log": ("log", "log", "HELP"),
    "verify": ("log", "verify", "VERIFY"),
    "rebuild": ("log", "rebuild", "REBUILD"),
    "remove": ("judge", "remove", "REMOVE"),
    "forget": ("judge", "forget", "FORGET"),
    "settings": ("store_settings", "settings", "HELP"),
    "run": ("run", "run", "HELP"),
    "load": ("load", "load", "HELP"),
    "serve": ("serve", "serve", "HELP"),
    "people": ("serve", "people_app", ""),
}


def register(app: typer.Typer, names: Iterable[str]) -> None:
    """Give an app these commands."""
    for name in names:
        where, what, help_name = COMMANDS[name]
        module = import_module(f"marsad.cli.{where}")
        command: Any = getattr(module, what)
        if help_name:
            app.command(name, help=getattr(module, help_name))(command)
        else:
            app.add_typer(command, name=name)


def asked(arguments: list[str]) -> tuple[str, ...]:
    """The commands to load for a command line: the one it names, or all of them where it names none."""
    return (arguments[0],) if arguments and arguments[0] in COMMANDS else tuple(COMMANDS)
