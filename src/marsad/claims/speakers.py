"""Who speaks: the subject of a verb of speech, who issued a paper, who stands behind whom."""

from __future__ import annotations

from dataclasses import replace

from marsad.arabic.clitics import AND, AT, TO
from marsad.claims.beside_speakers import (
    SPEAKERS,
    ends_speaker,
    holder_behind,
    in_quotes,
    is_joined,
    may_be_named,
    turns_away,
    two_as_one,
    with_conjoined,
)
from marsad.claims.holders import named_ali, of_which_body, rank_and_name, up_to_the_name
from marsad.claims.named_again import ISSUERS, OPENINGS, QUOTES, SPEECH_REACH, NamedAgain, bare
from marsad.claims.scene import COMMAS, Scene, is_accusative
from marsad.claims.scopes import Speakers
from marsad.lexicons.grammar import Grammar
from marsad.mentions.chunks import Chunk

# Within how many words of a paper stands who issued it.
_ISSUER_WITHIN = 4
# How many words may stand between an office and the name of its holder.
_HOLDER_WITHIN = 9
# How far into its sentence a verb may stand whose subject opens it, in words.
_OPENING_WITHIN = 14
# Kinds of phrases that say which speakers are meant: مسعفون بمستشفى محلي.
_WHICH = frozenset({"place", "facility", "people", "actor", "group", "office", "other"})
# How far behind a speaker those stand to whom he spoke, past what says where he is, in words.
_TOLD_WITHIN = 16
# How far behind a speaker whoever speaks with him may begin, in words.
_BESIDE_WITHIN = 3
_HANDED_ON = frozenset({"convey", "quote", "publish", "report", "mention"})


class Voices(NamedAgain):
    """Finds speakers in a sentence; holds the words they are known by, keeps nothing of a report."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__(grammar)
        self._verbs = grammar.speech_verbs
        self._for_the = TO + TO

    def is_paper(self, scene: Scene, at: int) -> bool:
        """Whether a word is one for what is issued: statement, latest toll, figures; behind وفقا with its ل."""
        at += scene.key(at) in self._words["latest"]
        word = bare(scene.info(at).rest)
        return word in self._words["papers"] or (word[:1] == TO and word[1:] in self._words["papers"])

    def subject(self, scene: Scene, at: int) -> tuple[list[Chunk], int]:
        """The subject of a speech verb and the index after it: the phrase after the verb, else the one before."""
        if scene.key(at - 1) in self._words["had"] and self._who_had(scene, at) is not None:
            return self.before(scene, at)  # وكان مقطع فيديو قد أظهر جنديا
        following = at + 1
        while following < scene.line.last and (scene.key(following) in OPENINGS or self._is_passed(scene, following)):
            following += 1
        chunk = (
            scene.chunk_at.get(following) or self._counted(scene, following) or named_ali(scene, following, self._words)
        )
        chunk = self._each_of(scene, at, following, chunk)
        if chunk is not None and scene.key(at + 1) in QUOTES and not self._named_in_quotes(scene, chunk):
            chunk = None
        if (
            chunk is not None
            and not scene.key(at).endswith(tuple(self._words["plural_endings"]))
            and following in (chunk.first, chunk.start)
            and scene.key(following) not in self._words["no_speaker"]
            and not (
                chunk.kind == "other" and (is_accusative(scene, chunk) or self._is_what_was_told(scene, at, chunk))
            )
            and (not chunk.preposition or scene.key(at) in self._words["explains"])
            and (chunk.count is None or self.is_speaker(chunk))
            and (self.can_speak(chunk) or chunk.kind == "place" or self.is_paper(scene, chunk.first))
        ):
            return self._after(scene, replace(chunk, first=chunk.start) if chunk.kind == "place" else chunk)
        return self.before(scene, at)

    def _is_what_was_told(self, scene: Scene, verb: int, chunk: Chunk) -> bool:
        """أفاد بتواصل المعارك: a word behind "reported" or "concluded" that is what was reported."""
        told = scene.info(verb).speech in ("report", "express") and scene.key(chunk.first).startswith(AT)
        if not told or self.is_speaker(chunk) or self.is_paper(scene, chunk.first):
            return False
        return not any(scene.info(at).that for at in range(chunk.last + 1, chunk.last + 3))

    def _each_of(self, scene: Scene, verb: int, at: int, chunk: Chunk | None) -> Chunk | None:
        """أفادت كل من وزارتي X وY, قالت ما تسمى بوزارة X: behind "each of" and "what is called" stands the subject."""
        if chunk is not None and scene.key(at - 1) in self._words["so_called"]:
            named = next((inner for inner in chunk.inner if inner.first == at), chunk)
            return replace(named, preposition="") if named.preposition == AT else named
        if chunk is None or at - verb != 3 or scene.key(at - 2) not in self._words["each"]:
            return chunk
        return replace(chunk, preposition="") if chunk.preposition in self._words["learnt_from"] else chunk

    def is_nobodys(self, scene: Scene, chunk: Chunk) -> bool:
        """تشير المعلومات إلى: information that is nobody's says nothing of who says so."""
        return scene.key(chunk.first) in self._words["nobodys"] and self.issuer(scene, chunk) is None

    def _named_in_quotes(self, scene: Scene, chunk: Chunk) -> bool:
        """وقال «المرصد السوري»: a speaker's name may stand in quotation marks, what he says is no name."""
        return in_quotes(scene, chunk) or self.is_speaker(chunk)

    def _counted(self, scene: Scene, at: int) -> Chunk | None:
        """ثلاثة مصادر مطلعة: speakers with their number before them."""
        chunk = next((chunk for chunk in scene.chunks if chunk.start == at), None)
        return chunk if chunk is not None and chunk.count is not None else None

    def _after(self, scene: Scene, chunk: Chunk) -> tuple[list[Chunk], int]:
        issuer = self.issuer(scene, chunk)
        if issuer is not None:
            beside = with_conjoined(scene, chunk)[1:] if issuer in chunk.inner else []
            return [issuer, *beside], (beside[-1] if beside else issuer).last + 1
        chunk = self.with_title(scene, self.with_name(scene, chunk))
        chunks = [chunk]
        end = chunk.last
        for other in scene.chunks:
            if other.first <= chunk.last:
                continue
            if other.start > end + _BESIDE_WITHIN or not scene.found_at.keys().isdisjoint(range(end + 1, other.start)):
                break
            if self._completes(scene, end, other):
                end = other.last
                continue
            if not self._speaks_too(scene, chunks[-1], end, other):
                break
            chunks.append(other)
            end = other.last
        return two_as_one(scene, chunks), end + 1

    def _completes(self, scene: Scene, end: int, other: Chunk) -> bool:
        """مصادر من أبناء المدينة, مسعفون بمستشفى محلي: what says which speakers they are."""
        if other.conjoined or other.preposition not in self._words["of_speakers"] or other.start > end + 2:
            return False
        if self.is_speaker(other):
            return False  # علمت صحيفة X من مصادر
        return (
            other.kind in _WHICH
            and other.count is None
            and not any(at in scene.found_at or at in scene.time_at for at in range(other.start, other.last + 1))
        )

    def _speaks_too(self, scene: Scene, speaker: Chunk, end: int, other: Chunk) -> bool:
        """Whether a second speaker is joined on; behind what completes the first he has to be a person."""
        if end == speaker.last:
            return is_joined(scene, speaker, other) or (other.start == end + 1 and self._another(scene, other))
        return other.conjoined and other.start <= end + 2 and other.kind in ("people", "office", "source")

    def before(self, scene: Scene, at: int) -> tuple[list[Chunk], int]:
        """The subject that stands before a verb of speech, and the index after the verb; وأضاف has none before it."""
        before = at - 1 if not self._joined_on(scene.key(at)) else scene.line.first - 1
        while before >= scene.line.first and (
            scene.info(before).auxiliary
            or scene.info(before).relative
            or before in scene.time_at
            or scene.key(before) in COMMAS
        ):
            before -= 1
        chunk = scene.chunk_at.get(before) if before >= scene.line.first else None
        if chunk is None and before == at - 1 and (named := scene.chunk_at.get(before - 1)) is not None:
            chunk = named if in_quotes(scene, named) else None  # وكان «المرصد السوري» أفاد
        if (had := self._who_had(scene, at)) is not None:
            if self._is_named(scene.chunk_at.get(scene.line.first + 1) or scene.chunk_at[scene.line.first + 2]):
                return [had], at + 1
            chunk = had
        if chunk is not None and self._is_named(chunk) and not chunk.preposition:
            return [self._with_name_before(scene, chunk)], at + 1
        opening = self._opening(scene, at, chunk)
        return ([self.with_name(scene, opening)] if opening is not None else []), at + 1

    def _with_name_before(self, scene: Scene, office: Chunk) -> Chunk:
        """فلان الفلاني قائمقام X قال: an office with the name before it; between commas it is the name that speaks."""
        apart = scene.key(office.first - 1) in COMMAS and scene.key(office.last + 1) in COMMAS
        name = scene.chunk_at.get(office.first - 1 - apart)
        if apart and office.kind == "office" and name is not None and name.last == office.first - 2:
            is_name = name.kind == "other" and not name.preposition and not scene.info(name.first).definite
            return name if is_name and name.last > name.first else office
        if office.kind != "office" or name is None or name.kind != "other" or name.preposition or name.definite:
            return office
        return office if name.first == name.last else replace(office, first=name.first, start=name.start)

    def _is_named(self, chunk: Chunk) -> bool:
        return chunk.kind in SPEAKERS - {"other"} or self.is_speaker(chunk)

    def _joined_on(self, key: str) -> bool:
        """وأضاف, but not وثق: whether the verb stands behind "and"."""
        return key[:1] == AND and (key[1:] in self._verbs or key not in self._verbs)

    def doer(self, scene: Scene, at: int) -> Chunk | None:
        """The first party of the sentence before a word, without a preposition: whom a verb joined on later means."""
        chunk = next((chunk for chunk in scene.chunks if not chunk.preposition), None)
        if chunk is None or chunk.last >= at or chunk.count is not None:
            return None
        if any(scene.info(place).that for place in range(scene.line.first, chunk.first)):
            return None
        if chunk.kind not in ISSUERS and not (chunk.kind == "other" and chunk.last > chunk.first):
            return None
        return self.with_title(scene, self.with_name(scene, chunk.antecedent or chunk))

    def _opening(self, scene: Scene, at: int, near: Chunk | None) -> Chunk | None:
        """X من أهالي Y، قال: the phrase that opens the sentence, where nothing but what describes it comes between."""
        first = scene.chunk_at.get(scene.line.first)
        if first is None or near is None or first is near or first.preposition or first.count is not None:
            return None
        alone = first.last == first.first and not self.is_speaker(first)
        if first.kind not in SPEAKERS or alone or at - scene.line.first > _OPENING_WITHIN:
            return None
        for place in range(first.last + 1, at):
            info = scene.info(place)
            if place in scene.found_at or info.opener or info.that or info.speech or info.light:
                return None
            if info.verb_like and place not in scene.chunk_at:
                return None
        return first

    def _who_had(self, scene: Scene, at: int) -> Chunk | None:
        """كان X، الذي …، قد أعلن: the phrase right after the first word is the subject."""
        begins = scene.line.first + 1
        if scene.key(begins - 1) not in self._words["was"]:
            return None
        begins += scene.key(begins) in OPENINGS
        chunk = scene.chunk_at.get(begins)
        if chunk is None or chunk.first != begins or chunk.last >= at:
            return None
        named = self.with_name(scene, chunk)
        parted = scene.key(at - 1) in self._words["had"] or scene.key(at - 1) in COMMAS
        return named if parted or named.last == at - 1 else None

    def can_speak(self, chunk: Chunk) -> bool:
        """Whether a phrase can be the subject of a verb of speech, or stand behind "according to"."""
        return chunk.kind in SPEAKERS or (chunk.kind == "facility" and self.is_speaker(chunk))

    def issuer(self, scene: Scene, chunk: Chunk) -> Chunk | None:
        """Who issued the paper that speaks: بيان لـX, حصيلة جديدة لـX, بيان صادر عن X, بيان X."""
        if not self.is_paper(scene, chunk.first):
            return None
        following = scene.chunks[scene.chunks.index(chunk) + 1 :] if chunk in scene.chunks else []
        for other in [*chunk.inner, *following]:
            if other.first > chunk.first + _ISSUER_WITHIN or not self.can_speak(other) or other.count is not None:
                break
            between = range(chunk.first + 1, other.first)
            if not other.preposition and scene.key(other.first - 1) in self._words["put_out_by"]:
                return other  # بيان نشرته X
            if any(at in scene.found_at or scene.info(at).that or scene.key(at) in COMMAS for at in between):
                break
            if self._issues(scene, other, chunk):
                return other
        return None

    def _issues(self, scene: Scene, other: Chunk, paper: Chunk) -> bool:
        if other.preposition in self._words["told_by"]:
            return any(scene.key(at) in self._words["issued"] for at in range(paper.first + 1, other.first))
        if other.preposition in self._words["learnt_from"] and scene.key(other.start - 2) in self._words["come_in"]:
            return False  # التقارير الواردة من X
        known = other.kind in ISSUERS or self.is_speaker(other) or (other in paper.inner and other.kind != "place")
        return (known and not other.preposition) or other.preposition in self._words["issued_by"]

    def with_name(self, scene: Scene, chunk: Chunk) -> Chunk:
        """A speaker as fully as he is told: with his name, with the body or the town that he speaks from."""
        named = self._named(scene, chunk)
        return of_which_body(scene, named) if named is chunk and self.is_speaker(chunk) else named

    def _named(self, scene: Scene, chunk: Chunk) -> Chunk:
        """An office with the name of its holder, whatever stands between the two that says which office it is."""
        named = self._with_name(scene, chunk)
        joined = named is not chunk and scene.info(chunk.last + 1).prefix.startswith(AND)  # مدير الإسعاف والطوارئ
        if named is not chunk and not joined:
            apart = up_to_the_name(scene, named, self._words) if self._is_held(scene, named) else None
            body = scene.chunk_at.get(named.last)
            # مدير الدفاع المدني في X فلان
            of_body = body is not None and body.kind == "actor" and body.first > chunk.last
            further = apart is not None and (apart.first > named.last or of_body)
            return apart if apart is not None and further else named  # مراسل X نت في Y، فلان
        if not self._is_held(scene, chunk):
            return named
        return up_to_the_name(scene, chunk, self._words) or named

    def _with_name(self, scene: Scene, chunk: Chunk) -> Chunk:
        """An office with the name of its holder behind it, or between commas, as one mention."""
        agency = scene.chunk_at.get(chunk.last + 1)
        if self.is_media(chunk) and agency is not None and agency.kind == "source" and not agency.conjoined:
            return replace(chunk, last=agency.last, kind="source", ids=agency.ids)
        if chunk.kind not in ("office", "fighters", "people", "actor", "source") or chunk.count is not None:
            return chunk
        following = chunk.last + 1
        ranked = self._ranked(scene, following)
        if ranked is not None and chunk.kind == "office":
            return ranked
        closed = scene.key(following) in COMMAS
        if closed:
            following += 1
        name = named_ali(scene, following, self._words) or scene.chunk_at.get(following)
        if name is None or name.first != following or name.preposition or name.kind not in ("other", "source", "actor"):
            return chunk if closed else self._with_holder(scene, chunk)
        if not may_be_named(scene, chunk, name, self._anaphors, closed=closed) or self._another(scene, name):
            return chunk
        if closed:
            return name
        return replace(chunk, last=name.last, ids=chunk.ids or name.ids)

    def _another(self, scene: Scene, name: Chunk) -> bool:
        """شهود ومصادر: a word for speakers behind "and" names others, not the first."""
        return scene.info(name.first).prefix.startswith(AND) and self.is_speaker(name)

    def with_title(self, scene: Scene, chunk: Chunk) -> Chunk:
        """A name with the office right behind it: X المسؤول الأمني. Later the office alone may mean him."""
        office = scene.chunk_at.get(chunk.last + 1)
        if chunk.kind != "other" or chunk.last == chunk.first or office is None or office.kind != "office":
            return chunk
        if office.first != chunk.last + 1 or office.preposition or not office.definite or office.conjoined:
            return chunk
        return replace(chunk, kind="office", last=office.last, head=office.head, definite=True, number="s")

    def _with_holder(self, scene: Scene, chunk: Chunk) -> Chunk:
        """An office with all that says where it is, up to the name: الممثل الخاص للأمين العام في العراق X."""
        if chunk.kind not in ("office", "source", "people") or chunk.number != "s" or not self._titled(scene, chunk):
            return chunk
        at = chunk.last + 1
        while at < scene.line.last and at - chunk.last <= _HOLDER_WITHIN:
            other = scene.chunk_at.get(at)
            if (ranked := self._ranked(scene, at)) is not None:
                return ranked
            if other is None:
                if (name := holder_behind(scene, at)) is not None:
                    return name
                if scene.info(at).preposition in self._words["holders"] and at not in scene.time_at:
                    at += 1
                    continue
                return chunk
            if other.kind in ("other", "source") and not other.preposition and other.last > other.first:
                return replace(chunk, last=other.last) if ends_speaker(scene, other.last + 1) else chunk
            if other.preposition not in self._words["holders"] or self.is_media(other) or other.count is not None:
                return chunk
            at = other.last + 1
        return chunk

    def _ranked(self, scene: Scene, at: int) -> Chunk | None:
        """A name with its rank or title, behind a comma or not: المتحدث باسم X، العميد فلان الفلاني."""
        chunk = scene.chunk_at.get(at + (scene.key(at) in COMMAS))
        if chunk is None or chunk.preposition or chunk.conjoined or chunk.number != "s":
            return None
        if chunk.last == chunk.first:
            return rank_and_name(scene, chunk, self._words)
        named = chunk.kind in ("fighters", "source", "other") and chunk.count is None
        return chunk if named and bare(scene.key(chunk.first)) in self._words["ranks"] else None

    def chain(self, scene: Scene, end: int, chain: list[Chunk], verb: str, speakers: Speakers) -> list[Chunk]:
        """An agency that quotes somebody stands behind him: نقلت X عن Y, قال X لـY."""
        place, last, near = end, min(end + _TOLD_WITHIN, scene.line.last), end + SPEECH_REACH
        infos, chunk_at = scene.line.infos, scene.chunk_at
        while place < last:
            info = infos[place]
            if info.that or info.key in (":", "؛") or (place >= near and turns_away(scene, place)):
                break
            chunk = chunk_at.get(place)
            if chunk is None or chunk.first > place + 1:
                place += 1
                continue
            of_its_name = place == end and chunk.first == chunk.last and chunk.kind != "source"
            if of_its_name and scene.key(place).startswith(self._for_the):
                place += 1  # الهيئة السورية للإعلام: of its name
                continue
            if chunk.preposition in self._words["told_by"] and verb in _HANDED_ON and self._may_tell(chunk, verb):
                quoted = with_conjoined(scene, self.issuer(scene, chunk) or self.with_name(scene, chunk))
                return [self.resolve(each, speakers) for each in quoted] + chain
            if verb == "learn" and chunk.preposition in self._words["learnt_from"] and self.is_speaker(chunk):
                learnt = with_conjoined(scene, self.with_name(scene, chunk))
                return [self.resolve(quoted, speakers) for quoted in learnt] + chain
            if chunk.preposition in self._words["told_to"]:
                quoted_to = verb not in _HANDED_ON and in_quotes(scene, chunk)
                told = quoted_to or self.is_media(chunk) or self._is_monitor(chunk)
            else:
                told = chunk.kind == "source" and (
                    (place == end and not chunk.preposition) or self._apart(scene, chunk)
                )
            if told:
                return [*chain, self.resolve(chunk, speakers)]
            place = chunk.last + 1
        return chain

    def _may_tell(self, chunk: Chunk, verb: str) -> bool:
        return chunk.kind in SPEAKERS and (chunk.kind != "other" or verb == "convey" or self.is_speaker(chunk))

    def _is_monitor(self, chunk: Chunk) -> bool:
        return chunk.kind != "actor" and self._speakers.get(bare(chunk.head)) == "monitor"

    def _apart(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether a ل stands apart before it: ل - «سبوتنيك»."""
        keys = scene.line.keys[max(scene.line.first, chunk.first - 3) : chunk.first]
        return not self._words["told_to"].isdisjoint(keys)
