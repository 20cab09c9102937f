"""Who says so: the scopes that speech verbs and formulas open, and the chain of speakers of each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from marsad.claims.scene import COMMAS, Scene
from marsad.lexicons.grammar import Grammar
from marsad.mentions.chunks import Chunk

SPEAKERS = frozenset({"actor", "source", "office", "people", "group", "fighters", "other"})
_SPEECH_REACH = 8
# Papers that speak for whoever issued them.
_PAPERS = frozenset({"بيان", "بلاغ"})
# وفق قوله: says nothing of who he is. بحسب تأكيدات X: the words of X.
_OWN_WORDS = frozenset({"قوله", "قولها", "قولهم", "وصفه", "وصفها", "تعبيره", "تعبيرها", "تعبيرهم", "وصفهم"})
_WORDS_OF = frozenset(
    {"تاكيد", "تاكيدات", "تصريح", "تصريحات", "افاده", "افادات", "روايه", "روايات", "شهاده", "شهادات", "قول", "اقوال",
     "تقديرات", "ارقام", "احصاءات"}
)  # fmt: skip
_BREAKS = frozenset({"|", ".", "!", "؟", "-", "–", "—"})
_ARRIVED = frozenset({"وردت", "ردت", "تواترت", "توالت"})
# A pronoun that stands for what was said: ما أفاد به X.
_OF_WHAT = frozenset({"به", "بها", "عنه", "عنها", "فيه", "فيها", "اليه", "احد", "احدي"})


@dataclass(slots=True)
class Scope:
    """Words ``first`` to ``last`` (exclusive) are said by ``chain``, nearest speaker first."""

    first: int
    last: int
    chain: list[Chunk]
    verb: str = ""
    at: int = -1
    because: str = ""


@dataclass(slots=True)
class Speakers:
    """What is known of speakers so far in a report."""

    last: list[Chunk] = field(default_factory=list)
    seen: list[Chunk] = field(default_factory=list)
    chains: list[list[Chunk]] = field(default_factory=list)
    open_quote: bool = False
    aliases: dict[str, Chunk] = field(default_factory=dict)


class SaidBy:
    """Finds the scopes of one sentence; ``Speakers`` carries what the report told before."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def scopes(self, scene: Scene, speakers: Speakers) -> list[Scope]:
        """The scopes of a sentence, outer before inner."""
        found: list[Scope] = []
        at = scene.line.first
        carried = self._quoted(scene, speakers)
        if carried is not None:
            found.append(carried)
        while at < scene.line.last:
            scope = (
                self._formula(scene, at, speakers)
                or self._speech(scene, at, speakers)
                or self._announced(scene, at, speakers)
                or self._reports_of(scene, at)
                or self._headline(scene, at, speakers)
                or self._carry_on(scene, at, speakers)
            )
            if scope is None:
                at += 1
                continue
            self._remember(scope, speakers)
            found.append(scope)
            at = max(at + 1, scope.at + 1)
        return _said_once(found)

    def _quoted(self, scene: Scene, speakers: Speakers) -> Scope | None:
        """A sentence that goes on inside a quotation opened before."""
        was_open = speakers.open_quote
        for at in range(scene.line.first, scene.line.last):
            key = scene.line.keys[at]
            if key in ("«", "“"):
                speakers.open_quote = True
            elif key in ("»", "”", '"'):
                speakers.open_quote = False
        if was_open and speakers.last:
            close = next(
                (at for at in range(scene.line.first, scene.line.last) if scene.line.keys[at] in ("»", "”", '"')),
                scene.line.last,
            )
            return Scope(scene.line.first, close, list(speakers.last), "", scene.line.first, "rule:quotation-goes-on")
        return None

    def _speech(self, scene: Scene, at: int, speakers: Speakers) -> Scope | None:
        info = scene.info(at)
        if not info.speech or at in scene.found_at or at in scene.time_at:
            return None
        chunk_here = scene.chunk_at.get(at)
        if chunk_here is not None and chunk_here.first < at:
            return None
        subject, end = self._subject(scene, at)
        says = self._says(scene, end)
        if info.speech == "convey" and not any(
            scene.info(at2).preposition == "عن" or scene.info(at2).that
            for at2 in range(at, min(end + 4, scene.line.last))
        ):
            return None
        if info.speech == "express" and not any(
            scene.info(at2).that for at2 in range(end, min(end + 4, scene.line.last))
        ):
            return None
        whole = self._trailing(scene, at)
        if subject and len(subject) == 1:
            whole_chain = self._chain_of(subject[0], speakers)
            if whole_chain:
                first = scene.line.first if whole else at
                return Scope(
                    first, scene.line.last, whole_chain, info.speech, max(end - 1, at), f"lexicon:speech.{info.speech}"
                )
        if not subject:
            if not says or not speakers.last or info.speech in ("show", "observe", "describe"):
                return None
            if info.speech == "feature" and not self._is_media(speakers.last[0]):
                return None
            return Scope(end, scene.line.last, list(speakers.last), info.speech, end, "rule:speaker-dropped")
        if info.speech == "feature" and not self._is_media(subject[0]):
            return None
        if (
            subject[0].kind == "other"
            and not self._is_speaker(scene, subject[0])
            and not self._quoted_after(scene, end)
        ):
            return None
        chain = [self._resolve(chunk, speakers) for chunk in subject]
        self._alias(scene, subject[0], speakers)
        chain = self._chain(scene, at, end, chain, info.speech, speakers)
        first = scene.line.first if whole else at
        return Scope(first, scene.line.last, chain, info.speech, max(end - 1, at), f"lexicon:speech.{info.speech}")

    def _alias(self, scene: Scene, chunk: Chunk, speakers: Speakers) -> None:
        """A short name in quotes or brackets behind a speaker's full one stands for him from now on."""
        for at in range(chunk.first + 1, min(chunk.last + _SPEECH_REACH, scene.line.last - 1)):
            if scene.info(at).that or scene.key(at) in COMMAS:
                return
            if scene.key(at - 1) in ("«", '"', "“", "(") and scene.key(at + 1) in ("»", '"', "”", ")"):
                speakers.aliases.setdefault(scene.key(at).removeprefix("ال"), chunk)

    def _trailing(self, scene: Scene, at: int) -> bool:
        """Whether the verb closes what it reports: بحسب ما أفاد, كما قال, or a comma and nothing after it."""
        before = scene.key(at - 1)
        if before in ("ما", "كما", "وفقما") or scene.info(max(scene.line.first, at - 1)).key in self._grammar.formulas:
            return (
                scene.key(at - 2) in self._grammar.formulas
                or before in ("كما", "حسبما")
                or before in self._grammar.formulas
            )
        return False

    def _says(self, scene: Scene, at: int) -> bool:
        """Whether what follows is what was said."""
        for place in range(at, min(at + 6, scene.line.last)):
            info = scene.info(place)
            if info.that or info.key in (":", "«", '"', "“"):
                return True
            if place in scene.found_at:
                return True
        return scene.key(at) in ("عن", "الي")

    def _quoted_after(self, scene: Scene, at: int) -> bool:
        """Whether أن, a colon or a quotation follows, as after a speaker whose word is told."""
        return any(
            scene.info(place).that
            or scene.key(place) in (":", "«", '"', "“")
            or (scene.info(place).preposition == "عن" and place <= at + 1)
            for place in range(at, min(at + 20, scene.line.last))
        )

    def _subject(self, scene: Scene, at: int) -> tuple[list[Chunk], int]:
        """The subject of a speech verb and the index after it: the phrase after the verb, else the one before."""
        following = at + 1
        while following < scene.line.last and (
            following in scene.time_at
            or scene.key(following) in ("«", '"', "“", "(", "قد")
            or (scene.key(following) in _OF_WHAT and following not in scene.chunk_at)
        ):
            following += 1
        chunk = scene.chunk_at.get(following)
        if (
            chunk is not None
            and (self._can_speak(scene, chunk) or scene.key(chunk.first) in _PAPERS)
            and not chunk.preposition
            and chunk.count is None
            and chunk.first == following
        ):
            issuer = self._issuer(scene, chunk)
            if issuer is not None:
                return [issuer], issuer.last + 1
            chunk = _with_name(scene, chunk, self._grammar.anaphors)
            chunks = [chunk]
            place = max(at for at, other in enumerate(scene.chunks) if other.first <= chunk.last)
            for other in scene.chunks[place + 1 :]:
                if not _joined(scene, chunks[-1], other):
                    break
                if any(at2 in scene.found_at for at2 in range(chunks[-1].last + 1, other.start)):
                    break
                chunks.append(other)
            return chunks, chunks[-1].last + 1
        before = at - 1
        while before >= scene.line.first and (
            scene.info(before).auxiliary or before in scene.time_at or scene.key(before) in COMMAS
        ):
            before -= 1
        chunk = scene.chunk_at.get(before) if before >= scene.line.first else None
        named = chunk is not None and (chunk.kind in SPEAKERS - {"other"} or self._is_speaker(scene, chunk))
        if chunk is not None and named and not chunk.preposition:
            return [chunk], at + 1
        return [], at + 1

    def _issuer(self, scene: Scene, chunk: Chunk) -> Chunk | None:
        """Who issued the paper that speaks: بيان لـX, بيان صادر عن X, بيان X."""
        if scene.key(chunk.first) not in _PAPERS:
            return None
        for other in [*chunk.inner, *scene.chunks[scene.chunks.index(chunk) + 1 :]]:
            if other.first > chunk.first + 4 or other.kind not in SPEAKERS:
                break
            if other.preposition in ("", "ل", "عن", "من"):
                return other
        return None

    def _can_speak(self, scene: Scene, chunk: Chunk) -> bool:
        return chunk.kind in SPEAKERS or (chunk.kind == "facility" and self._is_speaker(scene, chunk))

    def _is_speaker(self, scene: Scene, chunk: Chunk) -> bool:
        return chunk.head.removeprefix("ال") in self._grammar.speakers or chunk.kind == "source"

    def _chain(self, scene: Scene, at: int, end: int, chain: list[Chunk], verb: str, speakers: Speakers) -> list[Chunk]:
        """An agency that quotes somebody stands behind him: نقلت X عن Y, قال X لـY."""
        stop = min(end + _SPEECH_REACH, scene.line.last)
        place = end
        while place < stop:
            info = scene.info(place)
            if info.that or info.key in (":", "؛"):
                break
            chunk = scene.chunk_at.get(place)
            if chunk is None or chunk.first > place + 1:
                place += 1
                continue
            if (
                chunk.preposition == "عن"
                and verb in ("convey", "quote", "publish", "report", "mention")
                and chunk.kind in SPEAKERS
            ):
                quoted = [self._resolve(c, speakers) for c in _with_conjoined(scene, chunk)]
                return quoted + chain
            told = chunk.preposition in ("ل", "الي") or (place == end and not chunk.preposition) or _apart(scene, chunk)
            if told and self._is_media(chunk) and chunk.kind == "source":
                return [*chain, self._resolve(chunk, speakers)]
            if chunk.preposition in ("ل", "الي") and self._is_media(chunk):
                return [*chain, self._resolve(chunk, speakers)]
            place = chunk.last + 1
        return chain

    def _is_media(self, chunk: Chunk) -> bool:
        return chunk.kind == "source" or self._grammar.speakers.get(chunk.head.removeprefix("ال")) == "media"

    def _formula(self, scene: Scene, at: int, speakers: Speakers) -> Scope | None:
        """بحسب X, وفقاً لـX, نقلاً عن X: the whole sentence is X's."""
        key = scene.line.keys[at]
        bare = key[1:] if key[0] in "وف" and key[1:] in self._grammar.formulas else key
        if bare not in self._grammar.formulas or at in scene.time_at:
            return None
        following = at + 1
        while following < scene.line.last and scene.key(following) in ("عن", "ل", "لما", "ما", "«", '"', "“", "الي"):
            following += 1
        if following < scene.line.last and scene.info(following).speech and scene.chunk_at.get(following) is None:
            subject, end = self._subject(scene, following)
            if subject:
                chain = [self._resolve(chunk, speakers) for chunk in subject]
                chain = self._chain(scene, following, end, chain, scene.info(following).speech, speakers)
                return Scope(
                    _clause_start(scene, at),
                    scene.line.last,
                    chain,
                    "",
                    max(end - 1, following),
                    f"lexicon:formula.{bare}",
                )
            return None
        chunk = scene.chunk_at.get(following)
        if scene.info(following).rest in _OWN_WORDS:
            return None
        if chunk is not None and chunk.first == chunk.last and scene.key(following) in _WORDS_OF:
            chunk = scene.chunk_at.get(following + 1)
        if chunk is None or chunk.kind not in SPEAKERS or chunk.count is not None:
            return None
        if chunk.kind == "other" and not self._is_speaker(scene, chunk):
            told = self._told_by(scene, chunk.last + 1, speakers)
            if told is not None:
                return told
        chunks = _with_conjoined(scene, chunk)
        chain = [self._resolve(c, speakers) for c in chunks]
        return Scope(_clause_start(scene, at), scene.line.last, chain, "", chunks[-1].last, f"lexicon:formula.{bare}")

    def _told_by(self, scene: Scene, at: int, speakers: Speakers) -> Scope | None:
        """بحسب الأرقام التي أكدها X: who told them is the source."""
        for place in range(at, min(at + 4, scene.line.last)):
            if scene.info(place).speech:
                subject, end = self._subject(scene, place)
                if subject:
                    chain = [self._resolve(chunk, speakers) for chunk in subject]
                    return Scope(
                        scene.line.first, scene.line.last, chain, "", max(end - 1, place), "lexicon:formula.told-by"
                    )
        return None

    def _announced(self, scene: Scene, at: int, speakers: Speakers) -> Scope | None:
        """بعد إعلان X أن: what follows أن is what X said."""
        verb = self._grammar.speech_nouns.get(scene.info(at).rest)
        chunk = scene.chunk_at.get(at + 1)
        if not verb or chunk is None or chunk.first != at + 1 or chunk.preposition or chunk.kind not in SPEAKERS:
            return None
        chain = [self._resolve(_with_name(scene, chunk, self._grammar.anaphors), speakers)]
        for place in range(chain[0].last + 1, min(chain[0].last + 1 + _SPEECH_REACH, scene.line.last)):
            if scene.info(place).that:
                return Scope(at, scene.line.last, chain, verb, place, f"lexicon:speech.{verb}")
            if place in scene.found_at:
                return None
        return None

    def _reports_of(self, scene: Scene, at: int) -> Scope | None:
        """وردت تقارير عن: the reports are all the source there is."""
        chunk = scene.chunk_at.get(at + 1)
        bare = scene.key(at).removeprefix("و")
        if bare not in _ARRIVED or chunk is None or chunk.first != at + 1 or not self._is_media(chunk):
            return None
        return Scope(at, scene.line.last, [chunk], "report", chunk.last, "rule:reports-of")

    def _headline(self, scene: Scene, at: int, speakers: Speakers) -> Scope | None:
        """A title of the form X: what X says."""
        chunk = scene.chunk_at.get(at - 1) if scene.key(at) == ":" and at > scene.line.first else None
        if chunk is None or chunk.preposition or chunk.kind not in ("source", "actor", "office", "group"):
            return None
        if chunk.kind == "actor" and chunk.first == chunk.last:
            return None  # a country is what the title is about
        if chunk.first != scene.line.first and scene.key(chunk.first - 1) not in _BREAKS:
            return None
        return Scope(at, scene.line.last, [self._resolve(chunk, speakers)], "say", at, "rule:title-of-a-speaker")

    def _carry_on(self, scene: Scene, at: int, speakers: Speakers) -> Scope | None:
        """مؤكداً أن, مشيراً إلى: the last speaker goes on."""
        key = scene.line.keys[at]
        bare = key[1:] if key[0] in "و" and key[1:] in self._grammar.carry_on else key
        if bare not in self._grammar.carry_on or not speakers.last:
            return None
        return Scope(at, scene.line.last, list(speakers.last), "carry_on", at, "rule:speaker-goes-on")

    def _resolve(self, chunk: Chunk, speakers: Speakers) -> Chunk:
        """The fullest earlier mention of a speaker who is named again in short."""
        named = speakers.aliases.get(_bare_name(chunk)) if chunk.kind in ("other", "source", "group") else None
        if named is not None and named is not chunk:
            return named
        head = chunk.head.removeprefix("ال")
        head = {"مراسلنا": "مراسل", "مراسلتنا": "مراسل"}.get(head, head)
        if head in ("بيان", "تقرير") and chunk.definite and chunk.last == chunk.first:
            issuers = [earlier for earlier in speakers.seen if earlier.kind in ("actor", "group", "source", "office")]
            return issuers[0] if issuers else chunk
        if ((chunk.definite or head == "مراسل") and chunk.last == chunk.first) or self._same_again(chunk):
            if head in ("مصدر", "مصادر") and self._grammar:
                for earlier in reversed(speakers.seen):
                    if earlier.head.removeprefix("ال") == head and earlier is not chunk:
                        return earlier
                return speakers.last[0] if speakers.last and self._same_again(chunk) else chunk
            for earlier in reversed(speakers.seen):
                if (
                    earlier.head.removeprefix("ال") == head
                    and earlier.last - earlier.first > chunk.last - chunk.first - 1
                ):
                    return earlier
        return chunk

    def _chain_of(self, chunk: Chunk, speakers: Speakers) -> list[Chunk]:
        """The chain in which a speaker who is only named again was first quoted: the same agency stands behind him."""
        resolved = self._resolve(chunk, speakers)
        if resolved is chunk:
            return []
        for chain in reversed(speakers.chains):
            if len(chain) > 1 and chain[0] is resolved:
                return list(chain)
        return []

    def _same_again(self, chunk: Chunk) -> bool:
        head = chunk.head.removeprefix("ال")
        return (f"ال{head}" in self._grammar.anaphors and chunk.definite) or head in ("مراسلنا", "مراسلتنا")

    def _remember(self, scope: Scope, speakers: Speakers) -> None:
        if scope.chain and not scope.because.startswith("rule:"):
            speakers.last = scope.chain
            speakers.chains.append(scope.chain)
            for chunk in scope.chain:
                if chunk not in speakers.seen:
                    speakers.seen.append(chunk)


def _said_once(scopes: list[Scope]) -> list[Scope]:
    """Without speakers carried on from before into a sentence that a formula gives a speaker of its own: وفق X."""
    if not any(scope.because.startswith("lexicon:formula") for scope in scopes):
        return scopes
    own = next((scope.at for scope in scopes if scope.verb not in ("", "carry_on")), None)
    return [scope for scope in scopes if scope.verb != "carry_on" or (own is not None and own < scope.at)]


def _joined(scene: Scene, one: Chunk, other: Chunk) -> bool:
    """Whether a second speaker stands beside the first; an office behind a comma only says who the first one is."""
    if not other.conjoined or other.kind not in SPEAKERS or other.start > one.last + 3:
        return False
    return scene.key(other.start)[:1] == "و" or scene.key(other.start - 1) == "و" or other.kind == "source"


def _apart(scene: Scene, chunk: Chunk) -> bool:
    """Whether a ل stands apart before it: ل - «سبوتنيك»."""
    return any(scene.key(at) == "ل" for at in range(max(scene.line.first, chunk.first - 3), chunk.first))


def _with_name(scene: Scene, chunk: Chunk, anaphors: Collection[str]) -> Chunk:
    """An office with the name of its holder right behind it, or between commas, as one mention."""
    if chunk.kind not in ("office", "fighters", "people", "actor") or chunk.count is not None:
        return chunk
    following = chunk.last + 1
    closed = scene.key(following) in COMMAS
    if closed:
        following += 1
    name = scene.chunk_at.get(following)
    if name is None or name.first != following or name.preposition or name.kind not in ("other", "source", "actor"):
        return chunk
    if closed and (name.kind != "other" or scene.key(name.last + 1) not in COMMAS):
        return chunk
    if name.kind == "source" and not (chunk.kind == "office" and scene.key(chunk.last) in anaphors):
        return chunk
    if name.kind == "other" and chunk.kind == "actor" and not closed:
        return chunk
    if name.kind == "actor" and chunk.kind not in ("office", "actor"):
        return chunk
    if closed:
        return name
    return replace(chunk, last=name.last, ids=chunk.ids or name.ids)


def _bare_name(chunk: Chunk) -> str:
    return chunk.head.removeprefix("ال") if chunk.first == chunk.last else ""


def _clause_start(scene: Scene, at: int) -> int:
    """Where the words begin that a formula covers: after a comma the whole sentence, else its own clause."""
    if at - 1 < scene.line.first or scene.key(at - 1) in COMMAS | {"»", '"', "”", ")"}:
        return scene.line.first
    for place in range(at - 1, scene.line.first, -1):
        if scene.key(place) in COMMAS:
            return place
    return scene.line.first


def _with_conjoined(scene: Scene, chunk: Chunk) -> list[Chunk]:
    chunks = [chunk]
    for other in scene.chunks[scene.chunks.index(chunk) + 1 :]:
        if not _joined(scene, chunks[-1], other):
            break
        chunks.append(other)
    return chunks


def speakers_at(scopes: Sequence[Scope], at: int) -> Scope | None:
    """The innermost scope that holds a word: the last one that begins before it."""
    holding = [scope for scope in scopes if scope.first <= at < scope.last]
    if not holding:
        return None
    return max(holding, key=lambda scope: (scope.at < at, scope.at if scope.at < at else -scope.at))
