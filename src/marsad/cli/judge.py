"""``marsad judge``, ``marsad remove``, ``marsad forget``: what people decide, each with a record in the log."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from marsad.cli.gather import renew_events
from marsad.cli.store_option import DEFAULT, Where, opened, who
from marsad.errors import InputError, SettingError

HELP = """Judge a claim; a judgement outranks what was read, and stays when the report is read again.

\b
  marsad judge 4f0a9c2be1d7 accept --store war.sqlite
  marsad judge 4f0a9c2be1d7 edit --field status --value denied --comment "the speaker denies it"
  marsad judge 4f0a9c2be1d7 edit --field date_from --value 2016-12-05
  marsad judge 4f0a9c2be1d7 same --other 90c1e7a2b3f4      or different
  marsad judge 4f0a9c2be1d7 comment --comment "see the photo"
  marsad judge 4f0a9c2be1d7 withdraw --other JUDGEMENT     take a judgement back

--value is JSON as marsad show --format json has the field; plain words are taken as they are.
"""
REMOVE = """Remove a report: its words, bytes and claims go; its hashes stay in the log, which still can be verified.

\b
  marsad remove sada-2018-10-09 --reason "court order 12/2020" --store war.sqlite
"""
FORGET = """Forget the bytes in which reports came that were taken in so many days ago: pages, documents, messages with
all they hold. The texts stay, so that claims still lead to their words; the hashes stay in the log, which can still be
verified. To take away a report with its words: marsad remove.

\b
  marsad forget --older-than 365 --store war.sqlite        every night, by the timer of the system
  marsad forget --store war.sqlite                         what marsad settings keep_originals_days says
"""


def judge(
    claim: Annotated[str, typer.Argument(help="The id of a claim, or its beginning.", metavar="CLAIM")],
    kind: Annotated[str, typer.Argument(help="accept, reject, edit, same, different, comment, withdraw.")],
    store: Where = DEFAULT,
    field: Annotated[str | None, typer.Option(help="With edit: the field.")] = None,
    value: Annotated[str | None, typer.Option(help="With edit: its value.")] = None,
    other: Annotated[str | None, typer.Option(help="The other claim; with withdraw the judgement.")] = None,
    comment: Annotated[str | None, typer.Option(help="Why.")] = None,
    by: Annotated[str | None, typer.Option(envvar="MARSAD_USER", help="Who decides; else the account.")] = None,
) -> None:
    """See :data:`HELP`."""
    from marsad.records import Judgement
    from marsad.views.listing import judgement_line

    given = Judgement("", kind, claim, other, field, _json(field, value), who(by), comment=comment)
    into = opened(store)
    print(judgement_line(into.judge(given)))
    if kind != "comment":
        renew_events(into)


def _json(field: str | None, value: str | None) -> str | None:
    """A value as JSON: as it is where it is JSON and no day, else as words."""
    if value is None:
        return None
    try:
        json.loads(value)
    except ValueError:
        return json.dumps(value, ensure_ascii=False)
    return json.dumps(value) if field in ("date_from", "date_to") and value != "null" and value[0] != '"' else value


def remove(
    report: Annotated[str, typer.Argument(help="The id of a report.", metavar="REPORT")],
    reason: Annotated[str, typer.Option(help="Why; it is kept in the log.")],
    store: Where = DEFAULT,
    by: Annotated[str | None, typer.Option(envvar="MARSAD_USER", help="Who decides; else the account.")] = None,
) -> None:
    """See :data:`REMOVE`."""
    into = opened(store)
    found = into.report(report)
    if found is None:
        raise InputError(
            f"{report}: expected the id of a report in {store}, found none such; see marsad list --reports"
        )
    into.remove(report, reason=reason, by=who(by))
    renew_events(into)
    print(f"{report}: removed; its hash {found.text_sha256} stays in the log")


def forget(
    older_than: Annotated[
        int | None, typer.Option(min=0, help="Days since a report was taken in; else keep_originals_days.")
    ] = None,
    store: Where = DEFAULT,
    by: Annotated[str | None, typer.Option(envvar="MARSAD_USER", help="Who decides; else the account.")] = None,
) -> None:
    """See :data:`FORGET`."""
    gone = opened(store).forget_due(older_than, by=who(by))
    if gone is None:
        raise SettingError(
            f"{store}: expected --older-than DAYS, or that the store says it, found neither; "
            "see marsad settings keep_originals_days"
        )
    print(f"{store}: the bytes of {len(gone)} reports forgotten; their texts and hashes stay")
