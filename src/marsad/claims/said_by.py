"""Who says so: the scopes that speech verbs and formulas open, and the chain of speakers of each."""

from __future__ import annotations

from dataclasses import replace
from itertools import compress
from operator import attrgetter

from marsad.arabic.clitics import AND, ARTICLE
from marsad.arabic.nouns import RELATION_ENDINGS
from marsad.claims.beside_speakers import SPEAKERS, before_quotes, with_conjoined
from marsad.claims.named_again import ISSUERS, SPEECH_REACH
from marsad.claims.saying import OF_NOBODY, Saying
from marsad.claims.scene import COMMAS, Scene
from marsad.claims.scopes import CARRY_ON, FORMULA, SPOKEN, Scope, Speakers, said_once, speakers_at
from marsad.lexicons.grammar import Grammar
from marsad.mentions.chunks import Chunk

__all__ = ["SaidBy", "Scope", "Speakers", "speakers_at"]
_BREAKS = frozenset({"|", ".", "!", "؟", "-", "–", "—"})
_OPENING, _CLOSING = frozenset({"«", "“"}), frozenset({"»", "”", '"'})
_MARKS = _OPENING | _CLOSING
# A mark that some write at both ends: بحسب “الدفاع المدني“.
_BOTH_WAYS = "“"
# A mark that opens and closes alike; within a paragraph every second one closes.
_STRAIGHT = '"'
_CLOSED = COMMAS | _CLOSING | {")"}
# A word that begins a name is no verb: فرات بوست.
_NAMES = frozenset({"source", "actor", "place"})


_SPEECH, _REST = attrgetter("speech"), attrgetter("rest")


class SaidBy(Saying):
    """Finds the scopes of one sentence; ``Speakers`` carries what the report told before."""

    def __init__(self, grammar: Grammar, parties: frozenset[str] = frozenset()) -> None:
        """``parties``: ids of actors whom a title quotes by one word; a state is rather what it is about."""
        super().__init__(grammar)
        self._parties = parties
        # Whatever else can open a scope, with and without a conjunction before it; all other words are passed over.
        opening = {":", *grammar.formulas, *grammar.carry_on, *self._words["stands"], *self._words["arrived"]}
        opening |= set(self._words["explains"])
        letters = self._words["conjunction_letters"]
        self._openers = frozenset(opening | {letter + key for letter in (*letters, AND) for key in opening})
        self._nouns = frozenset(grammar.speech_nouns)
        self._opening = self._openers | self._nouns
        # A formula as it is written, with a conjunction before it or not, and without that.
        self._formulas = {formula: formula for formula in grammar.formulas}
        self._formulas |= {letter + formula: formula for letter in letters for formula in grammar.formulas}

    def scopes(self, scene: Scene, speakers: Speakers) -> list[Scope]:
        """The scopes of a sentence, outer before inner."""
        found: list[Scope] = []
        speakers.keys = scene.line.keys
        carried = self._quoted(scene, speakers)
        if carried is not None:
            found.append(carried)
        behind = scene.line.first
        for at in self._may_open(scene):
            if at < behind:
                continue
            scope = self._opened(scene, at, speakers)
            if scope is None:
                continue
            if self._puts_out(scene, at, found, scope):
                speakers.remember(found[-1])
                behind = found[-1].at + 1
                continue
            told = self._stand_behind(scene, found, scope)
            speakers.remember(told, quoted=told is scope and self._is_quoted(scene, at, found))
            self._voices.note_paper(scene, scope, speakers)
            speakers.spoke_in = scene.line.index
            found.append(scope)
            behind = max(at + 1, scope.at + 1)
        self._voices.note_names(scene, speakers)
        return said_once(found)

    def _opened(self, scene: Scene, at: int, speakers: Speakers) -> Scope | None:
        """The scope that a word opens; most words that may are a verb of speech and nothing else."""
        info = scene.line.infos[at]
        if info.key not in self._openers and info.rest not in self._nouns:
            return self._speech(scene, at, speakers)
        return (
            self._formula(scene, at, speakers)
            or self._in_paper(scene, at, speakers)
            or self._speech(scene, at, speakers)
            or self._announced(scene, at, speakers)
            or self._reports_of(scene, at)
            or self._headline(scene, at, speakers)
            or self._carry_on(scene, at, speakers)
        )

    def note_act(self, scene: Scene, at: int, doers: list[Chunk], speakers: Speakers, scopes: list[Scope]) -> None:
        """Keep who demanded or blamed as the last speaker, if nobody speaks behind him: وندد X. وأضاف أن."""
        if any(scope.at > at and scope.chain for scope in scopes) or self._is_quoted(scene, at, scopes):
            return
        act = Scope(at, at, list(doers), "", at, SPOKEN)
        speakers.remember(act)
        self._voices.note_paper(scene, act, speakers)

    def in_full(self, scene: Scene, speaking: list[Chunk]) -> list[Chunk]:
        """Those who demand, blame or threaten, with the names of their offices; not اتهم التحالف إيران."""
        blamed = [scene.chunk_at.get(chunk.last + 1) for chunk in speaking]
        apart = [other is not None and other.kind in ("actor", "place", "group") for other in blamed]
        pairs = zip(speaking, apart, strict=True)
        return [chunk if own else self._voices.with_name(scene, chunk) for chunk, own in pairs]

    def _may_open(self, scene: Scene) -> list[int]:
        """The words at which a scope may open; all others are passed over."""
        first, last = scene.line.first, scene.line.last
        infos, words = scene.line.infos[first:last], range(first, last)
        told = list(compress(words, map(_SPEECH, infos)))
        if not scene.has_any(self._opening):
            return told
        told += compress(words, map(self._openers.__contains__, scene.line.keys[first:last]))
        told += compress(words, map(self._nouns.__contains__, map(_REST, infos)))
        return sorted(set(told))

    def _quoted(self, scene: Scene, speakers: Speakers) -> Scope | None:
        """A sentence that goes on inside a quotation opened before."""
        line = scene.line
        if line.paragraph != speakers.paragraph:
            speakers.paragraph, speakers.open_straight = line.paragraph, False
        was_open = speakers.open_quote or speakers.open_straight
        if scene.has_any(_MARKS):
            for mark in line.keys[line.first : line.last]:
                if mark in _MARKS:
                    speakers.open_quote = mark in _OPENING and not (speakers.open_quote and mark == _BOTH_WAYS)
                    speakers.open_straight = mark == _STRAIGHT and not speakers.open_straight
        if was_open and speakers.last:
            close = next((at for at in range(line.first, line.last) if line.keys[at] in _CLOSING), line.last)
            return Scope(line.first, close, list(speakers.last), "", line.first, "rule:quotation-goes-on")
        return None

    def _speech(self, scene: Scene, at: int, speakers: Speakers) -> Scope | None:
        verb = scene.info(at).speech or self._explains(scene, at)
        if not verb or at in scene.time_at or (at in scene.found_at and not self._says_rather(scene, at, verb)):
            return None
        if (
            self._impersonal(scene, at)
            or self._by_nobody(scene, at)
            or self._is_noun(scene, at)
            or self._unsaid(scene, at)
        ):
            return None
        chunk_here = scene.chunk_at.get(at)
        if chunk_here is not None and (chunk_here.first < at or chunk_here.kind in _NAMES):
            return None
        behind = scene.chunk_at.get(at + 1)
        if behind is not None and self._voices.is_nobodys(scene, behind):
            return None
        subject, end = self._voices.subject(scene, at)
        known_by_name = bool(subject) and self._voices.is_known(scene, at, subject[0], speakers)
        if subject and (
            self._is_object(scene, at, subject[0]) or not (known_by_name or self._may_say(scene, verb, subject[0], end))
        ):
            subject, end = self._voices.before(scene, at)
            if not subject or not self._may_say(scene, verb, subject[0], end):
                return None
        if not self._goes_with(scene, verb, at, end):
            return None
        if not subject:
            return self._subject_dropped(scene, verb, at, end, speakers)
        whole = self._trailing(scene, at) or self._closes(scene, at, end)
        first = scene.line.first if whole else at
        self._voices.note_holder(scene, at, subject[0], speakers)
        if verb == "tell":
            subject = [before_quotes(scene, chunk) for chunk in subject]
        known = self._voices.chain_of(subject[0], speakers) if len(subject) == 1 else []
        if not known:
            chain = [self._voices.resolve(chunk, speakers) for chunk in subject]
            self._voices.alias(scene, subject[0], speakers)
            known = self._voices.chain(scene, end, chain, verb, speakers)
        return Scope(first, scene.line.last, known, verb, max(end - 1, at), f"lexicon:speech.{verb}")

    def _is_object(self, scene: Scene, at: int, chunk: Chunk) -> bool:
        """منظمة X وثقت استجابة فرقها, التي تحصي الضحايا: behind a verb whose subject stands right before it."""
        if chunk.first <= at:
            return False
        if self._voices.told_of(scene, at) is not None:
            return True
        if self._voices.is_speaker(chunk):
            return False
        before = scene.chunk_at.get(at - 1)
        if scene.info(at - 1).relative:
            own = scene.key(at).endswith(tuple(self._words["object_pronouns"]))
            return not own and chunk.kind in ("people", "other")
        named = before is not None and not before.preposition and before.kind in ISSUERS
        return named and chunk.kind == "other" and scene.key(at - 1) not in COMMAS

    def _subject_dropped(self, scene: Scene, verb: str, at: int, end: int, speakers: Speakers) -> Scope | None:
        if not self._says(scene, end) or verb in OF_NOBODY:
            return None
        last = self._meant(scene, at, speakers)
        if not last or (verb in ("feature", "learn") and not self._voices.is_media(last[0])):
            return None
        told_of = verb == "convey" and not self._voices.is_media(last[0])  # ونقل عن مصدر: only media pass on
        chain = self._voices.chain(scene, end, [] if told_of else last, verb, speakers)
        return Scope(end, scene.line.last, chain, verb, end - 1, "rule:speaker-dropped") if chain else None

    def _meant(self, scene: Scene, at: int, speakers: Speakers) -> list[Chunk]:
        """Whom a verb without a subject means: who did what its own sentence told before, else who spoke last."""
        if speakers.spoke_in != scene.line.index and at > scene.line.first + 1:
            doer = self._voices.doer(scene, at)
            if doer is not None:
                return [self._voices.resolve(doer, speakers)]
            talked_to = self._talked_to(scene, at)
            if talked_to is not None:
                return [self._voices.resolve(talked_to, speakers)]
        return self._voices.last_of(speakers, scene.key(at))

    def _talked_to(self, scene: Scene, at: int) -> Chunk | None:
        """وفي حديث مع X، أكد أن: whoever a sentence opens with a talk with, unless it is the outlet."""
        first = scene.line.first
        if scene.info(first).preposition not in self._words["within"]:
            return None
        talk = next(
            (w for w in range(first + 1, min(first + 3, at)) if scene.info(w).rest in self._words["talk"]), None
        )
        if talk is None:
            return None
        partner = next(
            (
                chunk
                for chunk in scene.chunks
                if talk < chunk.first < at and chunk.kind != "place" and chunk.preposition in self._words["talk_with"]
            ),
            None,
        )
        if partner is None or self._voices.is_media(partner):
            return None
        return self._voices.with_title(scene, self._voices.with_name(scene, partner))

    def _formula(self, scene: Scene, at: int, speakers: Speakers) -> Scope | None:
        """بحسب X, وفقاً لـX, نقلاً عن X: the whole sentence is X's."""
        key = scene.line.keys[at]
        bare = self._formulas.get(key)
        if bare is None or at in scene.time_at:
            return None
        following = at + 1
        while following < scene.line.last and scene.key(following) in self._words["lead_in"]:
            following += 1
        because = f"{FORMULA}.{bare}"
        if following < scene.line.last and scene.info(following).speech and scene.chunk_at.get(following) is None:
            return self._told_by(scene, following, self._covers_from(scene, at), speakers, because)
        said = scene.info(following).rest
        if said in self._words["own_words"] or said.removeprefix(ARTICLE) in self._words["rules"]:
            return None
        chunk = scene.chunk_at.get(following)
        if chunk is not None and chunk.last > chunk.first and scene.key(chunk.first) in self._words["wording"]:
            chunk = self._paper_itself(scene, chunk)  # وفق نص البلاغ
        if chunk is None or not self._voices.can_speak(chunk) or chunk.count is not None:
            return None
        issuer = self._voices.issuer(scene, chunk)
        if issuer is None and chunk.kind == "other" and not self._voices.is_speaker(chunk):
            told = self._who_told(scene, chunk.last + 1, speakers)
            if told is not None or self._voices.is_nobodys(scene, chunk):
                return told
        chunks = with_conjoined(scene, issuer or self._voices.with_name(scene, chunk))
        if issuer is not None and issuer in chunk.inner:
            chunks += with_conjoined(scene, chunk)[1:]  # وفق بيانات للتحالف ومصادر عسكرية
        chain = [self._voices.resolve(one, speakers) for one in chunks]
        end = max(chunks[-1].last, chunk.last)
        first = at if key != bare and self._begins_so(scene, end) else self._covers_from(scene, at)
        return Scope(first, scene.line.last, chain, "", end, because)

    def _paper_itself(self, scene: Scene, chunk: Chunk) -> Chunk:
        at = chunk.first + 1
        return replace(chunk, first=at, start=at, head=scene.info(at).rest, definite=scene.info(at).definite)

    def _begins_so(self, scene: Scene, end: int) -> bool:
        """وبحسب X فإن: whether what X said begins behind him, so that nothing before the formula is his."""
        return any(scene.key(at) in self._words["so"] for at in range(end + 1, end + 4))

    def _covers_from(self, scene: Scene, at: int) -> int:
        return _clause_start(scene, at, self._words["and_that"], self._grammar.function["result_markers"])

    def _told_by(self, scene: Scene, at: int, first: int, speakers: Speakers, because: str) -> Scope | None:
        """The scope of a speech verb that closes what it reports: بحسب ما أفاد X."""
        subject, end = self._voices.subject(scene, at)
        if not subject:
            return None
        chain = [self._voices.resolve(chunk, speakers) for chunk in subject]
        chain = self._voices.chain(scene, end, chain, scene.info(at).speech, speakers)
        return Scope(first, scene.line.last, chain, "", max(end - 1, at), because)

    def _who_told(self, scene: Scene, at: int, speakers: Speakers) -> Scope | None:
        """بحسب الأرقام التي أكدها X: who told them is the source."""
        for place in range(at, min(at + 4, scene.line.last)):
            if scene.info(place).speech:
                told = self._told_by(scene, place, scene.line.first, speakers, f"{FORMULA}.told-by")
                if told is not None:
                    return told
        return None

    def _in_paper(self, scene: Scene, at: int, speakers: Speakers) -> Scope | None:
        """جاء في بيان X أن: what follows is what X said."""
        if scene.key(at) not in self._words["stands"]:
            return None
        opens = scene.info(at + 1).that and scene.info(scene.line.first).preposition in self._words["within"]
        paper = scene.line.first + 1 if opens else at + 2  # في بيان لـX جاء أن
        if not opens and scene.key(at + 1) not in self._words["within"]:
            return None
        chunk = scene.chunk_at.get(paper)
        if chunk is None or chunk.first != paper or not self._voices.is_paper(scene, paper):
            return None
        speaker = self._voices.resolve(self._voices.issuer(scene, chunk) or chunk, speakers)
        end = at if opens else chunk.last
        return Scope(at, scene.line.last, [speaker], "report", end, "lexicon:speech.in-paper")

    def _announced(self, scene: Scene, at: int, speakers: Speakers) -> Scope | None:
        """بعد إعلان X أن, إعلان X مقتل: what follows is what X said."""
        verb = self._grammar.speech_nouns.get(scene.info(at).rest)
        chunk = scene.chunk_at.get(at + 1)
        if verb and chunk is not None and chunk.first == at:
            chunk = replace(self._paper_itself(scene, chunk), preposition="")  # إعلان مصادر عسكرية
            chunk = chunk if self._voices.is_speaker(chunk) else None
        if not verb or chunk is None or chunk.preposition or chunk.kind not in SPEAKERS:
            return None
        if at + 1 not in (chunk.first, chunk.start):  # إعلان عدد من المسؤولين
            return None
        chain = [self._voices.resolve(self._voices.with_name(scene, chunk), speakers)]
        begin = chain[0].last + 1
        begin += begin not in scene.chunk_at and scene.key(begin).endswith(RELATION_ENDINGS)  # مصادر عسكرية محلية
        while begin in scene.time_at or (scene.key(begin) in COMMAS and begin + 1 in scene.time_at):
            begin += 1  # إعلان المجلس، منذ يومين، انطلاق معركة
        begin += begin - 1 in scene.time_at and scene.key(begin) in COMMAS
        for place in range(begin, min(begin + SPEECH_REACH, scene.line.last)):
            if scene.info(place).that or (place == begin and self._tells(scene, place)):
                return Scope(at, scene.line.last, chain, verb, place - 1, f"lexicon:speech.{verb}")
            if place in scene.found_at:
                return None
        return None

    def _reports_of(self, scene: Scene, at: int) -> Scope | None:
        """وردت تقارير عن: the reports are all the source there is."""
        chunk = scene.chunk_at.get(at + 1)
        bare = scene.key(at).removeprefix(AND)
        if bare not in self._words["arrived"] or chunk is None or chunk.first != at + 1:
            return None
        if not self._voices.is_media(chunk):
            return None
        return Scope(at, scene.line.last, [chunk], "report", chunk.last, "rule:reports-of")

    def _headline(self, scene: Scene, at: int, speakers: Speakers) -> Scope | None:
        """A title of the form X: what X says."""
        chunk = scene.chunk_at.get(at - 1) if scene.key(at) == ":" and at > scene.line.first else None
        if chunk is None or chunk.preposition or chunk.kind not in ("source", "actor", "office", "group"):
            return None
        if chunk.kind == "actor" and chunk.first == chunk.last and self._parties.isdisjoint(chunk.ids):
            return None  # a country is what the title is about
        if chunk.first != scene.line.first and scene.key(chunk.first - 1) not in _BREAKS:
            goes_on = scene.info(chunk.start).prefix == AND and scene.key(chunk.start - 1) in COMMAS
            if not goes_on:  # …، وجيش X: لا إصابات
                return None
        speaker = self._voices.resolve(chunk, speakers)
        return Scope(at, scene.line.last, [speaker], "say", at, "rule:title-of-a-speaker")

    def _carry_on(self, scene: Scene, at: int, speakers: Speakers) -> Scope | None:
        """مؤكداً أن, مشيراً إلى: the last speaker goes on."""
        key = scene.line.keys[at]
        bare = key[1:] if key[0] == AND and key[1:] in self._grammar.carry_on else key
        if bare not in self._grammar.carry_on:
            return None
        chain = self._meant(scene, at, speakers)
        verb = "deny" if bare in self._words["denying"] else CARRY_ON
        return None if not chain else Scope(at, scene.line.last, chain, verb, at, "rule:speaker-goes-on")


def _clause_start(scene: Scene, at: int, and_that: frozenset[str], results: frozenset[str]) -> int:
    """Where the words begin that a formula covers: after a comma the whole sentence, else its own clause.

    What came of it (مما أدى إلى) is no clause of its own.
    """
    at -= scene.key(at - 1) in and_that
    if at - 1 < scene.line.first or scene.key(at - 1) in _CLOSED:
        return scene.line.first
    told = False
    for place in range(at - 1, scene.line.first, -1):
        told = told or place in scene.found_at  # a clause without a deed only adds to the one before it
        if told and scene.key(place) in COMMAS and scene.key(place + 1).removeprefix(AND) not in results:
            return place
    return scene.line.first
