"""The report of a day or a week: one HTML file with nothing outside it, in English or Arabic.

Every statement leads to the words that make it. Arabic never stands inside the map's SVG, and ranges keep their
direction in either language.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from importlib import resources
from typing import Any

from marsad.records import Event, Figure, Told, Tombstone
from marsad.views.brief_map import Mark, svg
from marsad.views.events_table import span

STYLE = """
body{font:16px/1.55 "IBM Plex Sans Arabic","IBM Plex Sans","Noto Naskh Arabic",system-ui,sans-serif;margin:0 auto;
max-inline-size:62rem;padding:1.5rem;color:#1b2733;background:#fff}
h1{font-size:1.7rem;margin-block:0 .3rem}h2{font-size:1.2rem;margin-block:2rem .5rem;border-block-end:1px solid #ccd4db}
table{border-collapse:collapse;inline-size:100%;font-size:.92rem}
th,td{text-align:start;vertical-align:top;padding:.35rem .5rem;border-block-end:1px solid #e3e8ec}
a{color:#14507d}svg{direction:ltr;inline-size:100%;block-size:auto;border:1px solid #ccd4db}
.land{fill:#f6f4ee}.grid{stroke:#ddd8ca;fill:none}svg text{font:10px sans-serif;fill:#6b7680}
.exact{fill:#b3372f;fill-opacity:.45;stroke:#8a241d}
.rough{fill:#b3372f;fill-opacity:.12;stroke:#8a241d;stroke-dasharray:4 3}
svg .number{font:bold 11px sans-serif;fill:#1b2733;text-anchor:middle}
.grade{white-space:nowrap;padding-inline:.4rem;border-radius:.6rem;background:#e8edf1}.contested{background:#f7d9d6}
.confirmed,.fair{background:#d9ecdd}.weak{background:#f7eed2}.note{color:#5a6670;font-size:.88rem}
mark{background:#ffe9a8}li:target,tr:target{background:#fff6da}@media print{body{max-inline-size:none}a{color:inherit}}
"""


@dataclass(frozen=True, slots=True)
class Brief:
    """What a brief is made of. ``texts`` are the reports where they are at hand; ``known`` are ids told of before."""

    events: Sequence[Event]
    told: Mapping[str, Told]
    types: Mapping[str, str]
    language: str = "en"
    texts: Mapping[str, str] = field(default_factory=dict)
    known: frozenset[str] | None = None
    tombstones: Sequence[Tombstone] = ()


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """The words of both languages."""
    found: dict[str, Any] = json.loads((resources.files("marsad.views") / "brief.json").read_text("utf-8"))
    return found


def html(brief: Brief) -> str:
    """The whole page."""
    say = words()[brief.language]
    events = [event for event in brief.events if event.standing == "claimed"]
    numbers = {event.id: at for at, event in enumerate(events, start=1)}
    days = sorted({day for event in events for day in (event.date_from, event.date_to) if day})
    period = f"{days[0]} – {days[-1]}" if len(days) > 1 else days[0] if days else "—"
    title = escape(say["title"].format(days=period))
    heading = escape(say["title"].format(days="\0")).replace("\0", _ltr(period))
    claims = [brief.told[claim] for event in events for claim in event.claims if claim in brief.told]
    lead = say["lead"].format(
        events=len(events), reports=len({one.report for one in claims}), outlets=len({one.outlet for one in claims})
    )
    rules = sorted({figure.rule for event in events for figure in event.figures})
    sections = [
        _section(say["map"], f"{svg(_marks(events, numbers))}<p class=note>{escape(say['map_note'])}</p>"),
        _fresh(brief, events, say, numbers), _section(say["timeline"], _timeline(events, brief, numbers)),
        _section(say["events"], _events(events, brief, say, numbers)),
        _section(say["tolls"], _tolls(events, say, numbers)),
        _section(say["contradictions"], _contradictions(events, say, numbers)),
        _section(say["claims"], _claims(events, brief, say, numbers)),
    ]  # fmt: skip
    return (
        f'<!doctype html><html lang="{brief.language}" dir="{say["dir"]}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{STYLE}</style></head>'
        f"<body><h1>{heading}</h1><p>{escape(lead)}</p>{''.join(sections)}"
        f"<p class=note>{escape(say['made'].format(rule='; '.join(rules) or '—'))}</p></body></html>\n"
    )


def _section(title: str, body: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{body}</section>"


def _marks(events: Sequence[Event], numbers: Mapping[str, int]) -> list[Mark]:
    marks = []
    for event in events:
        place = event.places[0] if event.places else None
        if place is not None and place.lat is not None and place.lon is not None:
            dead = sum(figure.high or figure.low for figure in event.figures if figure.kind == "killed")
            marks.append(Mark(place.lat, place.lon, dead, place.precision == 1, event.id, numbers[event.id]))
    return marks


def _fresh(brief: Brief, events: Sequence[Event], say: Mapping[str, Any], numbers: Mapping[str, int]) -> str:
    if brief.known is None:
        return ""
    new = [event for event in events if event.id not in brief.known]
    listed = "".join(f"<li>{_link(event, numbers)} {_headline(event, brief)}</li>" for event in new)
    gone = "".join(f"<li>{escape(stone.id)}: {escape(stone.reason)}</li>" for stone in brief.tombstones)
    body = f"<ul>{listed}</ul>" if listed else f"<p>{escape(say['none'])}</p>"
    return _section(say["fresh"], body + (f"<p>{escape(say['gone'])}</p><ul>{gone}</ul>" if gone else ""))


def _timeline(events: Sequence[Event], brief: Brief, numbers: Mapping[str, int]) -> str:
    by_day: dict[str, list[Event]] = {}
    for event in events:
        by_day.setdefault(event.date_from or "—", []).append(event)
    return "".join(
        f"<p><b>{_ltr(day)}</b></p><ul>"
        + "".join(f"<li>{_link(event, numbers)} {_headline(event, brief)}</li>" for event in by_day[day])
        + "</ul>"
        for day in sorted(by_day)
    )


def _headline(event: Event, brief: Brief) -> str:
    return f"{escape(brief.types.get(event.type, event.type))}, {_bdi(_places(event, brief))}"


def _places(event: Event, brief: Brief) -> str:
    named = [place.text if brief.language == "ar" else place.name or place.text for place in event.places[:3]]
    return ", ".join(named) or "—"


def _link(event: Event, numbers: Mapping[str, int]) -> str:
    return f'<a href="#{event.id}">{numbers[event.id]}</a>'


def _ltr(text: str) -> str:
    """A range or a day, which runs from left to right in either language."""
    return f"<bdi dir=ltr>{escape(text)}</bdi>"


def _bdi(text: str) -> str:
    return f"<bdi>{escape(text)}</bdi>"


def _events(events: Sequence[Event], brief: Brief, say: Mapping[str, Any], numbers: Mapping[str, int]) -> str:
    rows = [
        f'<tr id="{event.id}"><td><a href="#c-{event.id}">{numbers[event.id]}</a></td><td>{_day(event, say)}</td>'
        f"<td>{_bdi(_places(event, brief))}</td><td>{escape(brief.types.get(event.type, event.type))}</td>"
        f"<td>{_parties(event, brief)}</td><td>{_figures(event.figures, say)}</td>"
        f'<td><span class="grade {event.grade}">{escape(say["grades"][event.grade])}</span></td>'
        f"<td>{_names(event.roots)}</td></tr>"
        for event in events
    ]
    return _table(("#", *(say[name] for name in ("day", "place", "what", "who", "toll", "grade", "sources"))), rows)


def _table(heads: Iterable[str], rows: Iterable[str]) -> str:
    return f"<table><tr>{''.join(f'<th>{escape(head)}</th>' for head in heads)}</tr>{''.join(rows)}</table>"


def _day(event: Event, say: Mapping[str, Any]) -> str:
    told = event.date_from or "—"
    if event.date_to and event.date_to != event.date_from:
        told += f" – {event.date_to}"
    about = f" <span class=note>({escape(say['about_day'])})</span>" if "date:of-the-report" in event.because else ""
    return _ltr(told) + about


def _parties(event: Event, brief: Brief) -> str:
    def names(mentions: Sequence[Any]) -> str:
        return ", ".join(_bdi(one.text if brief.language == "ar" else one.name or one.text) for one in mentions[:3])

    arrow = " ← " if brief.language == "ar" else " → "
    return arrow.join(part for part in (names(event.agents), names(event.targets)) if part) or "—"


def _figures(figures: Sequence[Figure], say: Mapping[str, Any]) -> str:
    return "<br>".join(
        f"{_ltr(span(one))} {escape(say['kinds'][one.kind])} ({escape(say['groups'][one.whom])})" for one in figures
    ) or "—"  # fmt: skip


def _names(names: Sequence[str]) -> str:
    return "<br>".join(_bdi(name) for name in names)


def _tolls(events: Sequence[Event], say: Mapping[str, Any], numbers: Mapping[str, int]) -> str:
    rows = []
    for event in events:
        for figure in event.figures:
            said = "<br>".join(
                f'{_bdi(one.root)}: <a href="#k-{one.claims[0]}">{_ltr(_ends(one.low, one.high))}</a>'
                for one in figure.estimates
            )
            what = f"{say['kinds'][figure.kind]} ({say['groups'][figure.whom]})"
            cells = (_link(event, numbers), escape(what), _ltr(span(figure)), said)
            rows.append(f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
    return _table(("#", say["toll"], say["range"], say["says"]), rows)


def _ends(low: int, high: int | None) -> str:
    return f"{low}+" if high is None else str(low) if low == high else f"{low}–{high}"


def _contradictions(events: Sequence[Event], say: Mapping[str, Any], numbers: Mapping[str, int]) -> str:
    rows = [
        f"<tr><td>{_link(event, numbers)}</td><td>{escape(say['abouts'][one.about])}</td><td>{_bdi(one.says)}</td>"
        f"<td>{_claim_links(one.one)} / {_claim_links(one.other)}</td></tr>"
        for event in events
        for one in event.contradictions
    ]
    if not rows:
        return f"<p>{escape(say['none'])}</p>"
    return _table(("#", "", say["says"], say["words"]), rows)


def _claim_links(claims: Sequence[str]) -> str:
    return " ".join(f'<a href="#k-{claim}">{_ltr(claim[:6])}</a>' for claim in claims)


def _claims(events: Sequence[Event], brief: Brief, say: Mapping[str, Any], numbers: Mapping[str, int]) -> str:
    parts = []
    for event in events:
        items = [_claim(brief.told[claim], brief, say) for claim in event.claims if claim in brief.told]
        head = f'<p id="c-{event.id}">{_link(event, numbers)} {_headline(event, brief)}</p>'
        parts.append(f"{head}<ul>{''.join(items)}</ul>")
    return "".join(parts)


def _claim(one: Told, brief: Brief, say: Mapping[str, Any]) -> str:
    """The words of a claim, in their sentence where the report is at hand."""
    trigger = one.claim.trigger
    text = brief.texts.get(one.report)
    if text is not None and text[trigger.start : trigger.end] == trigger.text:
        before, after = _around(text, trigger.start, trigger.end)
        passage = f"{escape(before)}<mark>{escape(trigger.text)}</mark>{escape(after)}"
    else:
        passage = f"<mark>{escape(trigger.text)}</mark>"
    place = _ltr(f"{one.report} [{trigger.start}:{trigger.end}]")
    kind = escape(brief.types.get(one.claim.type, one.claim.type))
    return (
        f'<li id="k-{one.claim.id}"><span lang=ar dir=rtl><bdi>{passage}</bdi></span> '
        f"<span class=note>{kind} · {escape(one.claim.status)} · {_bdi(one.outlet or '—')} · {place}</span></li>"
    )


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and behind, to the ends of the sentence or sixty signs away, whole words only."""
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    before = before.rsplit("\n", 1)[-1].rsplit(".", 1)[-1]
    after = after.split("\n", 1)[0].split(".", 1)[0]
    if start > 60 and len(before) == 60:
        before = "… " + before.partition(" ")[2]
    if len(after) == 60:
        after = after.rpartition(" ")[0] + " …"
    return before, after
