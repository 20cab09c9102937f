"""Headings of posts: who speaks and where, told once before a colon, a bar or a dash, or on a line of their own.

مراسلنا في درعا: …; عاجل | ريف دمشق | داريا: …; حمص - سانا: …; غرفة عمليات X: … hold for the lines below them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from marsad.arabic.clitics import ARTICLE, TO, with_prefix
from marsad.arabic.place_words import SIDES
from marsad.claims.beside_speakers import in_quotes
from marsad.claims.guards import Context
from marsad.claims.headed import Heading
from marsad.claims.links import SPEECH_ACTS
from marsad.claims.scene import QUOTES, Scene
from marsad.claims.speakers import Voices
from marsad.mentions.chunks import Chunk, Line
from marsad.mentions.times import TimeMention
from marsad.sentences.posts import LINES_WITHIN, LONGEST

# How many words a heading takes at most, a line of its own, a speaker whom no lexicon knows, and a signature. Origin,
# 2026-11-26: the longest in the 280 posts of samples/posts/open.jsonl take 12, 10, 4 and 5.
HEADING_WITHIN, LINE_WITHIN, UNKNOWN_WITHIN, SIGNED_WITHIN = 14, 12, 6, 8
_BARS, _COLON = frozenset({"|", "/"}), ":"
_DASHES = frozenset({"-", "–", "—"})
_NAMED = frozenset({"source", "actor", "office", "group"})
_PERSONS = frozenset({"people", "fighters", "facility", "other"})
_GOVERNORATE = "-governorate"
_FULL_STOPS = frozenset({".", "؟", "!"})


@dataclass(slots=True, eq=False)
class _Part:
    """Words ``first`` to ``last`` (exclusive) of a heading; ``mark`` closes them, empty at the end of a line."""

    first: int
    last: int
    mark: str


class Headings:
    """Finds headings; holds the words that tell them, keeps nothing of a report."""

    def __init__(
        self, voices: Voices, words: Mapping[str, frozenset[str]], parties: frozenset[str], press: frozenset[str]
    ) -> None:
        """``parties``: ids of actors who speak for themselves, no states; ``press``: ids of outlets."""
        self._voices, self._parties, self._press = voices, parties, press
        self._the_source = words["the_source"]
        self._issued, self._as_follows = words["issued_from"], words["says_as_follows"]
        self._to_us = with_prefix(words["our_correspondents"], TO)
        self._before_name = words["speech.papers"] | words["issued_from"] | words["news_tags"]
        self._tags, self._from = words["news_tags"], words["speech.told_by"]
        self._about, self._units = words["news_tags"] | words["matters"], words["named"] | words["hospitals"]

    def of(self, scenes: Sequence[Scene], context: Context) -> list[Heading]:
        """The heading that each sentence of a post stands under; none in other texts.

        A paragraph that ends with a full stop may be one out of a paper: its heading has to name a known speaker and to
        end with a colon. If he is no outlet, it is a report by itself.
        """
        if context.posted:
            return self._by_line(scenes)
        if not scenes or scenes[-1].line.paragraph or scenes[-1].line.last > LONGEST:
            return []
        parts = self._parts(scenes[0], alone=False)
        if not parts or parts[-1].mark != _COLON or scenes[0].key(parts[-1].last) != _COLON:
            return []
        heading = self._heading(scenes[0], parts, whole=False, of_places=False, known=True)
        if not heading.speakers:
            return []
        if not any(self._is_press(chunk) for chunk in heading.speakers[:1]):
            context.alone = False
        return [heading] * len(scenes)

    def _by_line(self, scenes: Sequence[Scene]) -> list[Heading]:
        lines = [at for at, scene in enumerate(scenes) if not at or _new_line(scenes[at - 1], scene)]
        ends = [*lines[1:], len(scenes)]
        parts = [
            self._parts(scenes[at], alone=end == at + 1 < len(scenes)) for at, end in zip(lines, ends, strict=True)
        ]
        of_places = any(self._is_place(scenes[at], part) for at, own in zip(lines, parts, strict=True) for part in own)
        found: list[Heading] = []
        under = Heading()
        time = self._time_of_the_title(scenes, lines)
        signer = self._signature(scenes[lines[-1]]) if len(lines) > 1 else None
        for at, end, own in zip(lines, ends, parts, strict=True):
            content = end > at + 1 or not own or own[-1].last < scenes[at].line.last - 1
            heading = self._heading(scenes[at], own, whole=not at or not content, of_places=of_places)
            if self._means_again(scenes[at], heading, under):
                heading = replace(heading, speakers=under.speakers)
            if heading.speakers and not (signer is not None and at == lines[-1]):
                under = replace(under, speakers=heading.speakers, line=scenes[at].line.paragraph if content else -1)
            elif not at and not heading.places and end < len(scenes):
                under = replace(under, places=self._place_of_a_title(scenes, end))
            if heading.places:
                under = replace(under, places=heading.places, end=own[-1].last)
            found.extend([under if not at else replace(under, time=time)] * (end - at))
            if content and (self._is_flash(scenes[at]) or is_item(scenes[at].line)) and under.line >= 0:
                under = replace(under, speakers=[], line=-1)  # the next flash or item speaks for itself
        return (
            found
            if signer is None or any(heading.speakers for heading in found)
            else [replace(heading, speakers=[signer], line=-1) for heading in found]
        )

    def _is_flash(self, scene: Scene) -> bool:
        """Whether a line opens with what calls for attention, as each of several flashes does: عاجل | …"""
        return scene.key(scene.line.first) in self._tags

    def _means_again(self, scene: Scene, heading: Heading, under: Heading) -> bool:
        """المصدر: …, الهيئة: …: whether one definite word means who spoke in the heading before."""
        speaker = heading.speakers[0] if len(heading.speakers) == 1 else None
        if speaker is None or speaker.first != speaker.last or not scene.info(speaker.first).definite:
            return False
        bare = scene.key(speaker.first).removeprefix(ARTICLE)
        return any(scene.line.keys[before.first] == bare for before in under.speakers)

    def _signature(self, scene: Scene) -> Chunk | None:
        """Who signs a post on its last line, and is not who prints it; or the source that the line names as such."""
        first, last = scene.line.first, scene.line.last
        named = scene.key(first) in self._the_source and scene.key(first + 1) == _COLON
        first += 2 * named
        if last - first > SIGNED_WITHIN or any(self._tells(scene, at) for at in range(first, last)):
            return None
        chunk = scene.chunk_at.get(first)
        if chunk is None or chunk.first != first or chunk.preposition:
            return None
        return self._voices.with_name(scene, chunk) if named else self._known(scene, chunk, _Part(first, last, ""))

    def _place_of_a_title(self, scenes: Sequence[Scene], end: int) -> list[Chunk]:
        """The one place of a title that tells of no deed above the items of a list: حصيلة اليوم من X كما وثقناها."""
        title = scenes[0]
        if end > 1 or title.found or not is_item(scenes[1].line):
            return []
        named = [chunk for chunk in title.chunks if chunk.kind == "place"]
        return named if len(named) == 1 else []

    def _time_of_the_title(self, scenes: Sequence[Scene], lines: Sequence[int]) -> TimeMention | None:
        """The last time of the titles that a post opens with: lines of one sentence without a verb, or with a colon."""
        time = None
        if scenes[-1].line.last > LINES_WITHIN:
            return None  # a page with its date line
        for at, following in pairwise(lines):
            line = scenes[at].line
            titled = scenes[at].key(line.last - 1) == _COLON or not any(
                self._tells(scenes[at], word) for word in range(line.first, line.last)
            )
            if following > at + 1 or not titled or (at and is_item(line)):
                break
            time = next((one for one in reversed(scenes[at].times) if not one.stamp), time)
        return time

    def _heading(
        self, scene: Scene, parts: Sequence[_Part], *, whole: bool, of_places: bool, known: bool = False
    ) -> Heading:
        """``whole``: the line opens the post or is nothing but a heading; ``of_places``: some line has a place.

        ``known``: whether a speaker has to be one by the words for him.
        """
        heading = Heading()
        for number, part in enumerate(parts):
            before = parts[number - 1] if number else None
            if all(scene.key(at) in self._about for at in range(part.first, part.last)):
                continue
            one = part.last == part.first + 1 and scene.info(part.first).definite
            speaker = None
            if not (one and of_places) or self._is_party(scene, part):
                speaker = self._speaker(scene, part, known=known)
            if speaker is not None:
                if not (heading.speakers and before is not None and before.mark == "-"):
                    heading.speakers.extend([speaker, *self._told_to(scene, speaker, part)])
                continue
            place = self._place(scene, part, before, whole=whole)
            if place is not None and not (heading.places and self._is_wider(scene, place)):
                heading.places = [place]
        return heading

    def _is_wider(self, scene: Scene, place: Chunk) -> bool:
        """Whether a second place holds the first, as the first mostly holds the second (ريف دمشق | داريا): X - شرق Y.

        A governorate has the id of its capital beside its own.
        """
        governorate = any(name.endswith(_GOVERNORATE) for name in place.ids)
        return governorate or scene.key(place.first) in SIDES

    def _is_place(self, scene: Scene, part: _Part) -> bool:
        chunk = scene.chunk_at.get(part.first)
        return chunk is not None and chunk.kind == "place" and chunk.last == part.last - 1

    def _is_party(self, scene: Scene, part: _Part) -> bool:
        chunk = scene.chunk_at.get(part.first)
        return chunk is not None and chunk.kind == "actor"

    def _told_to(self, scene: Scene, speaker: Chunk, part: _Part) -> list[Chunk]:
        """مصدر عسكري لـ سانا: the outlet that a source told it stands behind him."""
        behind = (chunk for chunk in scene.chunks if speaker.last < chunk.first < part.last)
        if scene.key(speaker.first - 1) in self._from and speaker.first - 1 > part.first:
            return [chunk for chunk in scene.chunks if chunk.last == speaker.first - 2]  # سانا عن مصدر عسكري
        return [
            chunk if chunk.kind == "source" else _up_to_the_mark(scene, chunk)
            for chunk in behind
            if chunk.preposition == TO
            and (chunk.kind == "source" or self._voices.is_media(chunk) or in_quotes(scene, chunk))
        ]

    def _parts(self, scene: Scene, *, alone: bool) -> list[_Part]:
        """The parts of the heading that a line opens with; none where it opens with what happened."""
        parts: list[_Part] = []
        first = scene.line.first
        for at in range(first, min(first + HEADING_WITHIN, scene.line.last)):
            key = scene.key(at)
            dash = key in _DASHES and self._stands_apart(scene, at)
            if key == _COLON or key in _BARS or dash:
                if at > first:
                    parts.append(_Part(first, at, "-" if dash else key))
                first = at + 1
                if key == _COLON:
                    return parts
            elif self._tells(scene, at):
                return parts
        ends = scene.line.last
        short = ends - scene.line.first <= LINE_WITHIN and scene.key(ends - 1) not in _FULL_STOPS
        last = _Part(first, ends, "")
        news = self._tells_news(scene, last)  # an item of a list: قصف على X
        if (
            alone
            and short
            and first < ends
            and not news
            and not any(self._tells(scene, at) for at in range(first, ends))
        ):
            parts.append(last)
        return parts

    def _stands_apart(self, scene: Scene, at: int) -> bool:
        words = scene.line.words
        return at > scene.line.first and words[at - 1].end < words[at].start

    def _tells(self, scene: Scene, at: int) -> bool:
        """Whether a word tells that something happened or was said, so that no heading goes on over it."""
        info, found = scene.info(at), scene.found_at.get(at)
        if found is not None:
            return found.form.pos == "verb"
        if info.key in self._issued:
            return False  # صدر عن مديرية التوجيه البيان الآتي:
        return bool(info.verb_like or info.speech or info.that) and at not in scene.chunk_at

    def _speaker(self, scene: Scene, part: _Part, *, known: bool) -> Chunk | None:
        """Who speaks: a phrase for a speaker or a party at the beginning; before a colon whatever can be a name."""
        first = part.first
        while first < part.last and scene.key(first) in self._before_name:
            first += 1
        chunk = scene.chunk_at.get(first)
        if chunk is not None and chunk.first < first:
            chunk = next((one for one in chunk.inner if one.first == first), chunk)
        if chunk is not None and chunk.first == first and (not chunk.preposition or first > part.first):
            chunk = self._voices.issuer(scene, chunk) or chunk
            quoted = self._quoted_by(scene, chunk, part) if self._is_press(chunk) and part.mark == _COLON else None
            speaker = quoted or self._known(scene, chunk, part)
            if speaker is not None or self._is_state(chunk) or self._is_press(chunk):
                return speaker  # a country is what the line is about, حلب - وكالة X is who prints it
        if known or part.mark != _COLON or self._tells_of(scene, part) or part.last - first > UNKNOWN_WITHIN:
            return None
        return self._unknown(scene, first, part.last) if chunk is None or chunk.kind != "place" else None

    def _quoted_by(self, scene: Scene, press: Chunk, part: _Part) -> Chunk | None:
        """سانا عن مصدر في وزارة الدفاع: whom an agency quotes."""
        chunk = scene.chunk_at.get(press.last + 2) if scene.key(press.last + 1) in self._from else None
        if chunk is None or chunk.first != press.last + 2 or part.last - chunk.first > UNKNOWN_WITHIN:
            return None
        return replace(chunk, last=part.last - 1)

    def _known(self, scene: Scene, chunk: Chunk, part: _Part) -> Chunk | None:
        """A phrase that opens a part and is one for a speaker, or the whole part and one for a party."""
        if chunk.count is not None:
            return None
        if chunk.kind == "place":
            unit = scene.key(chunk.first) in self._units and part.mark == _COLON
            return replace(chunk, kind="group", ids=()) if unit else None  # كتيبة طوباس: مقاتلونا
        if chunk.kind == "source" or (chunk.kind in _NAMED | _PERSONS and self._voices.is_speaker(chunk)):
            if part.mark != _COLON and self._is_press(chunk):
                return None
            # غرفة عمليات الفتح: the name of a group may hold a word for a deed
            named = chunk.kind == "group" or not self._tells_of(scene, part)
            return self._whole(scene, chunk, part) if named else chunk
        whole = chunk.last == part.last - 1 or (chunk.kind == "group" and part.mark == _COLON)
        if chunk.kind in _NAMED and part.mark != "-" and whole and not self._is_state(chunk):
            return self._whole(scene, chunk, part)
        return None

    def _tells_of(self, scene: Scene, part: _Part) -> bool:
        return any(at in scene.found_at for at in range(part.first, part.last))

    def _tells_news(self, scene: Scene, part: _Part) -> bool:
        told = (scene.found_at.get(at) for at in range(part.first, part.last))
        return any(found is not None and (scene.line.index or found.type not in SPEECH_ACTS) for found in told)

    def _is_press(self, chunk: Chunk) -> bool:
        return not self._press.isdisjoint(chunk.ids) if chunk.ids else self._voices.is_media(chunk)

    def _is_state(self, chunk: Chunk) -> bool:
        return chunk.kind == "actor" and chunk.first == chunk.last and self._parties.isdisjoint(chunk.ids)

    def _whole(self, scene: Scene, chunk: Chunk, part: _Part) -> Chunk:
        """الدكتور أبو عمر, مراسلنا في درعا: a speaker with all that says who he is, up to the colon."""
        named = self._voices.with_name(scene, chunk)
        if part.mark != _COLON or part.last - chunk.first > UNKNOWN_WITHIN or self._told_to(scene, named, part):
            return named
        last = part.last - 1
        while scene.key(last) in self._as_follows:
            last -= 1
        told = (at for at in range(chunk.first + 1, last + 1) if scene.key(at) in self._to_us)
        return replace(named, last=next(told, last + 1) - 1)  # طبيب في المشفى لمراسلتنا

    def _is_of_a_name(self, scene: Scene, at: int) -> bool:
        info, chunk = scene.info(at), scene.chunk_at.get(at)
        where = chunk or scene.chunk_at.get(at + 1)
        if where is not None and where.kind == "place" and where.preposition:
            return True  # مكافحة الإرهاب في كردستان
        if chunk is not None and (chunk.preposition or chunk.count is not None):
            return False
        return info.is_word and not info.preposition and not scene.key(at)[:1].isdigit() and at not in scene.time_at

    def _unknown(self, scene: Scene, first: int, last: int) -> Chunk | None:
        """أبو حمزة: …, YPG: …: a name that no lexicon knows, and no word for what the post is about."""
        words = [at for at in range(first, last) if scene.key(at) not in QUOTES]
        if not words or any(not self._is_of_a_name(scene, at) for at in words):
            return None
        if len(words) == 1 and scene.info(words[0]).definite:
            return None  # المكلا: a name of one word with its article is that of a place
        if any(scene.key(at) in self._about or scene.info(at).rest in self._about for at in words):
            return None
        known = scene.chunk_at.get(words[0])
        kind = known.kind if known is not None and known.kind in _NAMED else "other"
        ids = known.ids if known is not None and known.kind == kind else ()
        return Chunk(kind, words[0], words[-1], words[0], scene.line.index, scene.key(words[0]), "s", True, ids)

    def _place(self, scene: Scene, part: _Part, before: _Part | None, *, whole: bool) -> Chunk | None:
        """A place that opens its part; in a line that is nothing else a place within."""
        chunk = scene.chunk_at.get(part.first)
        within = (one.first_inner("place") for one in scene.chunks if part.first <= one.first < part.last)
        inside = [one for one in within if one is not None]
        if chunk is not None and chunk.kind == "place" and chunk.first <= part.first + 1:
            return inside[-1]
        if whole and inside and part.mark in ("", _COLON):
            return inside[0]
        if part.mark and chunk is not None and chunk.kind == "other" and chunk.last == part.last - 1:
            name = scene.info(part.first).place
            if name is not None and not name[0] and chunk.first == chunk.last and not scene.info(part.first).noun:
                return replace(chunk, kind="place")
        if (
            part.mark == _COLON
            and chunk is not None
            and part.last == part.first + 1
            and chunk.kind in ("other", "source")
        ):
            return replace(chunk, kind="place", ids=()) if scene.info(part.first).definite else None
        behind = (
            before is not None and (known := scene.chunk_at.get(before.first)) is not None and known.kind == "place"
        )
        named = chunk is not None and chunk.kind == "other" and chunk.last == part.last - 1 and not chunk.preposition
        if behind and named and chunk is not None and chunk.last - chunk.first <= 1:
            told = any(at in scene.found_at for at in range(part.first, part.last))
            if not told and scene.key(part.first) not in self._about:
                return replace(chunk, kind="place")
        return None


def _up_to_the_mark(scene: Scene, chunk: Chunk) -> Chunk:
    """«الضفاف نيوز»: a name with all that stands within its marks."""
    last = chunk.last
    while scene.info(last + 1).is_word and last + 1 < scene.line.last:
        last += 1
    return replace(chunk, last=last)


def is_item(line: Line) -> bool:
    """Whether something stands before the words of a line: a bullet, a number, a picture."""
    first = line.words[line.first].start
    return bool(line.text[line.text.rfind("\n", 0, first) + 1 : first].strip())


def _new_line(before: Scene, scene: Scene) -> bool:
    return before.line.paragraph != scene.line.paragraph
