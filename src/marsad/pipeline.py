"""The flow on one screen: ``load_knowledge`` once, ``read`` one report at a time, then ``gather`` claims into events.

Both are pure: the same report and knowledge give the same reading, the same claims the same events, on a laptop or on
a cluster.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from marsad import compiled
from marsad.actors import register as actor_register
from marsad.actors.register import Register, SourceEntry
from marsad.arabic.clitics import TO
from marsad.arabic.language import is_other_language
from marsad.arabic.normalize import fold
from marsad.arabic.words import Word, keys_of
from marsad.claims import incident, linker, rank, sieve, topic
from marsad.claims.build import Builder
from marsad.claims.context import Background, make_background, make_context
from marsad.claims.draft import Draft
from marsad.claims.guards import Context
from marsad.claims.incident import Joiner
from marsad.claims.naming import Namer
from marsad.claims.reader import ClaimReader
from marsad.claims.scene import ReportWords, Scene
from marsad.lexicons import grammar as grammar_lexicon
from marsad.lexicons import triggers as trigger_lexicon
from marsad.lexicons import weapons as weapon_lexicon
from marsad.lexicons.weapons import Weapons
from marsad.mentions.chunks import Chunk, Line
from marsad.mentions.dateline import without_dateline
from marsad.mentions.finder import ChunkFinder
from marsad.mentions.names import Names
from marsad.mentions.numbers import NumberMention, numbers_among
from marsad.mentions.persons import infos_of
from marsad.mentions.times import TimeMention, times_among, told_on
from marsad.mentions.vocabulary import Vocabulary, WordInfo
from marsad.places import cues as place_cues
from marsad.places.gazetteer import Gazetteer, load_built
from marsad.records import Claim, Issue, Judgement, Reading, Report, Told
from marsad.sentences import is_post, split, unwrapped, words_of

if TYPE_CHECKING:
    from marsad.events import Gathered, Rules

# Fewer Arabic letters than this share of all letters: the text is in another language.
LEAST_ARABIC = 0.4


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Lexicons, registers and gazetteer, loaded once per process, with the finders that use them."""

    vocabulary: Vocabulary
    chunks: ChunkFinder
    claims: ClaimReader
    joiner: Joiner | None
    actors: Register
    weapons: Weapons
    gazetteer: Gazetteer
    background: Background


def load_knowledge(
    *,
    with_ranker: bool = True,
    with_linker: bool = True,
    with_sieve: bool = True,
    with_joiner: bool = True,
    with_topic: bool = True,
    places: Path | None = None,
) -> Knowledge:
    """Everything Marsad knows, from the compiled data of the package.

    The trained models (of topics, claims, parties, incidents, short texts) are left out where they are trained.
    ``places``: the compiled file of a user's own places (:mod:`marsad.imports`).
    """
    grammar = grammar_lexicon.build(compiled.load("grammar"))
    triggers = trigger_lexicon.build(compiled.load("triggers"))
    weapons = weapon_lexicon.build(compiled.load("weapons"))
    actors = actor_register.build(compiled.load("actors"))
    place_words = compiled.load("places")
    cues = place_cues.build(place_words)
    gazetteer = load_built(places)
    ranker = rank.load_ranker if with_ranker else None
    roles = linker.build(rank.load_source("linker")) if with_linker else None
    sifts = sieve.build(rank.load_source("sieve")) if with_sieve else None
    topics = topic.build(rank.load_source("topic")) if with_topic else None
    joiner = incident.build(rank.load_source("incident")) if with_joiner else None
    names = Names(
        actors.actor_table, actors.source_table, gazetteer.table, weapons.table, cues, actors.adjectives,
        gazetteer.ordinary | gazetteer.placed | gazetteer.small, gazetteer.governed, gazetteer.sides.of_the_last,
        place_cues.not_names(place_words),
    )  # fmt: skip
    vocabulary = Vocabulary(
        grammar, triggers=triggers.table, actor=actors.actor_table, place=gazetteer.table, source=actors.source_table,
        weapon=weapons.table, cue=_Keys(cues), of_the_last=gazetteer.sides.of_the_last,
    )  # fmt: skip
    return Knowledge(
        vocabulary,
        ChunkFinder(names, grammar),
        ClaimReader(
            grammar,
            triggers,
            actors.adjectives,
            ranker,
            roles,
            sifts,
            _of_kinds(actors, PARTIES),
            _press(actors),
            topics,
        ),
        joiner,
        actors,
        weapons,
        gazetteer,
        make_background(weapons, actors.adjectives, _wide_names(gazetteer), _of_kinds(actors, ARMED)),
    )


def _wide_names(gazetteer: Gazetteer) -> frozenset[str]:
    """Ids of countries: they hold everything and place nothing."""
    return frozenset(gazetteer.countries.values())


# Groups that fight for themselves: to name one is to speak of a war. With those whom a title quotes by one word.
ARMED = frozenset({"rebel", "militia"})
PARTIES = ARMED | {"identity_militia", "political", "government", "state_forces", "generic", "igo", "ngo"}


def _of_kinds(actors: Register, kinds: AbstractSet[str]) -> frozenset[str]:
    """Ids of the actors of some kinds."""
    return frozenset([name for name, actor in actors.actors.items() if actor.kind in kinds])


PRESS = frozenset({"agency", "media", "network"})


def _press(actors: Register) -> frozenset[str]:
    """Ids of the outlets."""
    return frozenset([name for name, source in actors.sources.items() if source.kind in PRESS])


class _Keys:
    def __init__(self, keys: object) -> None:
        self._keys = keys

    def starts(self, key: str) -> bool:
        return key in self._keys  # type: ignore[operator]


def read(report: Report, known: Knowledge) -> Reading:
    """What a report claims, claim by claim, and the issues met on the way.

    Garbage is collected between readings, not within: one makes many small objects that hold each other seldom, and to
    look through them again and again took up to a tenth of it.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _read(report, known)
    finally:
        if collecting:
            gc.enable()


def _read(report: Report, known: Knowledge) -> Reading:
    words = words_of(report.text)
    issues = _issues(report, words)
    claims: tuple[Claim, ...] = ()
    if not any(issue.reason in ("empty", "not_arabic") for issue in issues):
        claims, context = _claims(report, words, known)
        issues += _other_day(report.published, context.published) + _no_conflict(context)
    return Reading(report.id, report.published, report.outlet, digest(report.text), claims, tuple(issues))


def gather(told: Iterable[Told], judgements: Iterable[Judgement], rules: Rules) -> Gathered:
    """What happened, as far as claims of many reports tell; people's judgements outrank every score."""
    from marsad.events import gather as gather_events

    return gather_events(told, judgements, rules)


def gathering_rules(known: Knowledge, leanings: Mapping[str, str] | None = None, *, toll_rule: str = "acled") -> Rules:
    """The rules of gathering that the registers give; ``leanings`` says whose side outlets are on."""
    from marsad.events import rules_of  # loaded where it is needed: a reading starts without it

    return rules_of(known.actors, known.gazetteer, leanings=leanings, toll_rule=toll_rule)


def told(readings: Iterable[Reading]) -> list[Told]:
    """The claims of readings, each with the report that tells it."""
    return [
        Told(claim, reading.id, reading.outlet, reading.published, reading.sha256)
        for reading in readings
        for claim in reading.claims
    ]


def candidates(report: Report, words: list[Word], known: Knowledge) -> tuple[list[Draft], Context, list[Scene]]:
    """The draft claims of a report with what they were read from; the training of the ranker starts here."""
    infos = infos_of(report.text, words, known.vocabulary)
    text = unwrapped(report.text)
    scenes = _scenes(text, words, infos, known)
    told = told_on((time for scene in scenes for time in scene.times), report.published)
    context = make_context(known.background, told, report.outlet, posted=is_post(text, words))
    return known.claims.read(scenes, context, told), context, scenes


def _claims(report: Report, words: list[Word], known: Knowledge) -> tuple[tuple[Claim, ...], Context]:
    """The claims, and what the report is about, with the day that it calls today."""
    drafts, context, scenes = candidates(report, words, known)
    own = actor_register.own_source(report.outlet, known.actors)
    _without_own_outlet(drafts, known.actors.sources.get(own or ""))
    infos = scenes[0].line.infos if scenes else ()
    namer = Namer(known.actors, known.weapons, known.gazetteer, scenes, report.published, report.outlet)
    builder = Builder(report.id, report.text, words, infos, namer.naming())
    ordered = _in_order(drafts)
    if known.joiner is not None:
        known.joiner.assign(ordered, map(builder.places, ordered))
    return tuple(builder.claim(draft) for draft in ordered), context


def _other_day(published: date | None, told: str | None) -> list[Issue]:
    if published is None or told is None or told == published.isoformat():
        return []
    message = (
        f"Its words call {told} today, not {published}, the day given as that of publication: days follow its words."
    )
    return [Issue("other_day", message)]


def _no_conflict(context: Context) -> list[Issue]:
    if context.unlike is None:
        return []
    message = (
        f"Its words are rather those of other news than of a conflict (likelihood {context.unlike:.2f}): none of its "
        "deeds was taken for a claim; read it yourself if it tells of one."
    )
    return [Issue("no_conflict", message)]


def _without_own_outlet(drafts: Sequence[Draft], own: SourceEntry | None) -> None:
    """Who told the outlet that publishes the report is the source; the outlet is not named beside him."""
    if own is None:
        return
    name = fold(own.name_ar).split()
    for draft in drafts:
        others = [chunk for chunk in draft.sources if not _is_of(draft, chunk, own.id, name)]
        draft.sources = others or draft.sources


def _is_of(draft: Draft, chunk: Chunk, own: str, name: Sequence[str]) -> bool:
    """Whether a speaker is the outlet or its man: مراسل سانا; whom it calls صحيفة X is told so as X: قال لـ«X»."""
    if own in chunk.ids or any(own in inner.ids for inner in chunk.inner):
        return True
    told = chunk.kind == "other" and chunk.last > chunk.first  # علمت «الشرق الأوسط» من مصادر
    if chunk.preposition != TO and not told:
        return False
    infos = draft.scene.line.infos
    words = [infos[chunk.first].rest, *(infos[at].key for at in range(chunk.first + 1, chunk.last + 1))]
    return list(name[-len(words) :]) == words


def _in_order(drafts: Sequence[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda draft: draft.found.first)


def _scenes(text: str, words: list[Word], infos: list[WordInfo], known: Knowledge) -> list[Scene]:
    keys = keys_of(words)
    report = ReportWords(keys, infos)
    scenes = []
    for sentence in split(text, words):
        line = Line(sentence.index, sentence.paragraph, sentence.first, sentence.last, words, infos, keys, text)
        numbers = numbers_among(keys, sentence.first, sentence.last - 1)
        times = times_among(keys, sentence.first, sentence.last - 1)
        taken = _words_of(times, numbers) if times or numbers else _NONE
        chunks = without_dateline(line, known.chunks.find(line, numbers, taken))
        scenes.append(Scene(line, chunks, times, report))
    return scenes


_NONE: frozenset[int] = frozenset()


def _words_of(times: Sequence[TimeMention], numbers: Sequence[NumberMention]) -> frozenset[int]:
    """The indexes of the words that belong to dates and measures."""
    taken = {at for time in times for at in range(time.first, time.last + 1)}
    for number in numbers:
        if number.unit:
            taken.update(range(number.first, number.last + 1))
    return frozenset(taken)


_FIRST_LETTER = itemgetter(0)


def _issues(report: Report, words: Sequence[Word]) -> list[Issue]:
    if not words:
        return [Issue("empty", "The report has no words: expected Arabic text; check the file.")]
    firsts = "".join(map(_FIRST_LETTER, keys_of(words[:2000])))
    times = {first: firsts.count(first) for first in set(firsts) if first.isalpha()}
    letters = sum(times.values())
    arabic = sum([times[first] for first in times if "\u0600" <= first <= "\u06ff"])
    if letters and arabic < LEAST_ARABIC * letters:
        share = round(100 * arabic / letters)
        message = f"Only {share} % of the words are in Arabic script: expected an Arabic report; it was not read."
        return [Issue("not_arabic", message)]
    if is_other_language(report.text):
        return [Issue("not_arabic", "Expected an Arabic report, found Persian, Urdu or Kurdish; it was not read.")]
    if report.published is None:
        message = "The report has no publication date: relative times stay without a day; give one with --published."
        return [Issue("no_date", message)]
    return []


def digest(text: str) -> str:
    """SHA-256 of the text as UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
