"""The filters that a list and an export share."""

from __future__ import annotations

from typing import Annotated

import typer

Since = Annotated[str | None, typer.Option(help="From this day, month or year on.")]
Until = Annotated[str | None, typer.Option(help="Up to this day, month or year.")]
Type = Annotated[str | None, typer.Option(help="A claim type of the codebook.")]
Status = Annotated[str | None, typer.Option(help="asserted, denied, planned, background, rumoured.")]
Actor = Annotated[str | None, typer.Option(help="Who did it or whom it was done to.")]
Place = Annotated[str | None, typer.Option(help="Where: a place or a governorate.")]
Country = Annotated[str | None, typer.Option(help="Two letters.")]
Source = Annotated[str | None, typer.Option(help="Who says so.")]
Outlet = Annotated[str | None, typer.Option(help="Who published it.")]
Language = Annotated[str | None, typer.Option(help="The language that a report was found to be in (ar).")]
Report = Annotated[str | None, typer.Option(help="The id of a report.")]
Verdict = Annotated[str | None, typer.Option(help="accept, reject or none.")]
Words = Annotated[str | None, typer.Option(help="Words, as in marsad search.")]
Full = Annotated[bool, typer.Option("--full", help="Leave nothing out.")]
Decimals = Annotated[int, typer.Option(min=0, max=6, help="Points to so many decimals of a degree.")]
By = Annotated[str | None, typer.Option(envvar="MARSAD_USER", help="Who exports; else the account.")]
