"""Who is meant again: speakers named in short, by surname or office, or left out of their verb."""

from __future__ import annotations

from marsad.arabic.clitics import ARTICLE
from marsad.arabic.nouns import FEMININE_SIDES, MASCULINE_SIDES
from marsad.claims.scene import COMMAS, Scene
from marsad.claims.scopes import Scope, Speakers
from marsad.lexicons.grammar import Grammar
from marsad.mentions.chunks import Chunk

ISSUERS = frozenset({"actor", "source", "office", "group"})
NAMED = ISSUERS | {"other", "people", "fighters"}
SPEECH_REACH = 8
# How near a verb of speech a statement stands that the speaker issued, in words.
PAPER_NEAR = 5
QUOTES = frozenset({"«", '"', "“"})
OPENINGS = QUOTES | {"("}
_QUOTED = frozenset({"»", '"', "”", ")"})
# How many speakers back one may be who is meant by number and gender.
_LOOK_BACK = 3
# Kinds of phrases that name an office: the register knows some spokesmen.
_HELD = frozenset({"office", "source"})
# Kinds of speakers whose word tells their gender; of fighters and places the verb may be of another.
_OF_ONE_GENDER = frozenset({"people", "office", "source", "other", "actor", "group"})
# How far before the name of its holder an office begins, in words.
_OFFICE_WITHIN = 9
# Kinds of phrases that can end in a surname.
_NAMED_BY_SURNAME = frozenset({"other", "office", "fighters", "people", "source"})


class NamedAgain:
    """Holds the words speakers are known by; keeps nothing of a report."""

    def __init__(self, grammar: Grammar) -> None:
        self._speakers = grammar.speakers
        self._anaphors = grammar.anaphors
        self._words = grammar.speech_words()
        self._before_subject = self._words["had"] | self._words["adverbs"]
        issued = self._words["issued_before"]
        self._issued = issued | {ARTICLE + word for word in issued}
        self._no_other = self._words["same"] | self._words["of_any"]
        self._endings = tuple(self._words["feminine_noun"])

    def is_speaker(self, chunk: Chunk) -> bool:
        """Whether the phrase names one who is cited by its head alone: source, spokesman, ministry."""
        return chunk.kind == "source" or chunk.head.removeprefix(ARTICLE) in self._speakers

    def is_media(self, chunk: Chunk) -> bool:
        """Whether it is an agency, paper, network or the like."""
        return chunk.kind == "source" or self._speakers.get(bare(chunk.head)) == "media"

    def _is_passed(self, scene: Scene, at: int) -> bool:
        """Whether a word behind a verb of speech only stands before its subject: a time, قد, عنه, ما تسمى."""
        if at in scene.time_at:
            return True
        key, called, what = scene.key(at), self._words["so_called"], self._words["what"]
        if key in self._before_subject or (key in self._words["of_what"] and at not in scene.chunk_at):
            return True
        return (key in what and scene.key(at + 1) in called) or (key in called and scene.key(at - 1) in what)

    def told_of(self, scene: Scene, at: int) -> Chunk | None:
        """أن حاكم المدينة أبلغ الصحفيين: who stands between "that" and a verb is its subject, whoever stands behind."""
        before = at - 1
        while before > scene.line.first and scene.info(before).auxiliary:
            before -= 1
        chunk = scene.chunk_at.get(before)
        if chunk is None or chunk.preposition or chunk.last != before or chunk.kind == "place":
            return None
        return chunk if chunk.start > scene.line.first and scene.info(chunk.start - 1).that else None

    def last_of(self, speakers: Speakers, key: str) -> list[Chunk]:
        """The last speakers that a verb without a subject can mean by its number and gender."""
        for chain in (speakers.last, *reversed(speakers.chains[-_LOOK_BACK:])):
            if chain and self._agrees(chain[0], key):
                return list(chain)
        return list(speakers.last)

    def _agrees(self, chunk: Chunk, key: str) -> bool:
        verb = key[1:] if key[:1] in self._words["conjunction_letters"] else key
        head = bare(chunk.head)
        things = chunk.number == "p" and head in self._words["of_things"]
        many = chunk.number == "p" and chunk.kind in ("people", "fighters", "office") and not things
        if key.endswith(tuple(self._words["plural_endings"])):
            return many or chunk.kind in ("actor", "source")
        marks = tuple(self._words["feminine_mark"])
        feminine = head.endswith(self._endings)
        if verb.startswith(marks) or verb.endswith(marks):
            man = chunk.kind in ("people", "office") or head in MASCULINE_SIDES or head in self._words["men_and_bodies"]
            return things or many or feminine or not man
        return not (things or head in FEMININE_SIDES or (feminine and chunk.kind in _OF_ONE_GENDER))

    def resolve(self, chunk: Chunk, speakers: Speakers) -> Chunk:
        """The fullest earlier mention of a speaker who is named again in short."""
        named = speakers.aliases.get(self._bare_name(chunk)) if chunk.kind in ("other", "source", "group") else None
        if named is not None and named is not chunk:
            return named
        short = chunk.last == chunk.first
        by_surname = self._by_surname(chunk, speakers) if chunk.kind == "other" else None
        if by_surname is not None:
            return by_surname
        head = self._head(chunk)
        if chunk.kind == "office" and chunk.number == "s" and head in speakers.holders:
            return self._holder(chunk, speakers.holders[head], speakers)
        if head in self._words["issued_before"] and chunk.definite and short:
            issuers = [earlier for earlier in speakers.seen if earlier.kind in ISSUERS]
            known = [speakers.paper] if speakers.paper is not None else issuers[:1] or speakers.last[:1]
            return known[0] if known else chunk
        again = self._same_again(chunk)
        if not (((chunk.definite or head in self._words["correspondent"]) and short) or again):
            return chunk
        if head in self._words["unnamed"]:
            return self._unnamed(chunk, head, speakers)
        least = chunk.last - chunk.first
        alike = self._words["our_own"] | {head} if head in self._words["correspondent"] else {head}
        for told in (speakers.seen, speakers.named):
            for earlier in reversed(told):
                if earlier.last - earlier.first < least or earlier.head.removeprefix(ARTICLE) not in alike:
                    continue
                if self._not_another(chunk, earlier, speakers):
                    return earlier
        return self._last_person(chunk, head, speakers)

    def _last_person(self, chunk: Chunk, head: str, speakers: Speakers) -> Chunk:
        """Who spoke last, where a lone المتحدث or المسؤول can mean nobody named before by that word."""
        last = speakers.last[0] if speakers.last else None
        if last is None or head not in self._words["whoever_spoke"] or chunk.first != chunk.last:
            return chunk
        person = last.kind in ("office", "people", "fighters") or (last.kind == "other" and last.number == "s")
        return last if person and last.count is None and not self.is_media(last) else chunk

    def _holder(self, chunk: Chunk, name: Chunk, speakers: Speakers) -> Chunk:
        """Who was named as the holder of an office that is cited again: المتحدث باسم X."""
        own = {bare(key) for key in speakers.keys[chunk.first + 1 : chunk.last + 1]}
        told = {bare(key) for key in speakers.keys[max(0, name.first - _OFFICE_WITHIN) : name.last + 1]}
        return name if own <= told | self._no_other and name.last < chunk.first else chunk

    def note_holder(self, scene: Scene, at: int, name: Chunk, speakers: Speakers) -> None:
        """Keep whose office it is that stands between a verb of speech and the name of its holder, or goes with it."""
        office = scene.chunk_at.get(at + 1)
        if office is None or office.kind not in _HELD or office.first <= at:
            return
        if office.last < name.first or (name.first == office.first and office.last < name.last):
            speakers.holders[self._head(office)] = name

    def note_paper(self, scene: Scene, scope: Scope, speakers: Speakers) -> None:
        """Keep who spoke in a statement: قال X في بيان, بيان لـX. Later the statement means him."""
        if not scene.has_any(self._issued):
            return
        for at in range(max(scene.line.first, scope.at - PAPER_NEAR), min(scope.at + PAPER_NEAR, scene.line.last)):
            word = bare(scene.info(at).rest)
            if word in self._words["issued_before"] and not scene.info(at).definite:
                speakers.paper = scope.chain[0]

    def note_names(self, scene: Scene, speakers: Speakers) -> None:
        """Keep the full names of those who may be cited later in short: بعثة الأمم المتحدة, then البعثة."""
        for chunk in scene.chunks:
            if chunk.last > chunk.first and chunk.kind in NAMED and chunk.count is None and self.is_speaker(chunk):
                speakers.named.append(chunk)

    def _by_surname(self, chunk: Chunk, speakers: Speakers) -> Chunk | None:
        """The full name of a speaker who is named again by its last words: فلان الفلاني, then الفلاني."""
        if self.is_speaker(chunk) or ARTICLE + bare(chunk.head) in self._anaphors:
            return None
        words = speakers.keys[chunk.first : chunk.last + 1]
        size = len(words)
        for told in (speakers.seen, speakers.named):
            for earlier in reversed(told):
                if earlier.kind not in _NAMED_BY_SURNAME or earlier.last - earlier.first < size:
                    continue
                if (
                    earlier.last < chunk.first
                    and speakers.keys[earlier.last] == words[-1]
                    and speakers.keys[earlier.last + 1 - size : earlier.last + 1] == words
                ):
                    return earlier
        return None

    def is_known(self, scene: Scene, at: int, chunk: Chunk, speakers: Speakers) -> bool:
        """Whether a name behind a verb is that of one who spoke before, or of who holds the office right behind it."""
        if chunk.kind != "other" or chunk.first <= at:
            return False
        office = scene.chunk_at.get(at + 1)
        if office is not None and office.last < chunk.first and self._is_held(scene, office):
            return True
        return self._by_surname(chunk, speakers) is not None

    def _is_held(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether one person holds it: an office, a spokesman, a commander."""
        one = chunk.number == "s" and chunk.count is None and chunk.kind in ("office", "source", "people", "fighters")
        titled = chunk.kind == "people" or self._titled(scene, chunk)
        return one and titled and self._speakers.get(bare(scene.info(chunk.first).rest)) != "media"

    def _titled(self, scene: Scene, chunk: Chunk) -> bool:
        return chunk.kind == "office" or bare(scene.info(chunk.first).rest) in self._speakers

    def _not_another(self, chunk: Chunk, earlier: Chunk, speakers: Speakers) -> bool:
        """Whether the words behind the first stand in the earlier mention too, or tell no one from another."""
        if chunk.first == chunk.last:
            return True
        own = {bare(key) for key in speakers.keys[chunk.first + 1 : chunk.last + 1]}
        known = {bare(key) for key in speakers.keys[earlier.first : earlier.last + 1]}
        return own - known <= self._no_other

    def _unnamed(self, chunk: Chunk, head: str, speakers: Speakers) -> Chunk:
        for earlier in reversed(speakers.seen):
            if self._head(earlier) == head and earlier is not chunk and self._not_another(chunk, earlier, speakers):
                return earlier
        return speakers.last[0] if speakers.last and self._same_again(chunk) else chunk

    def _head(self, chunk: Chunk) -> str:
        head = chunk.head.removeprefix(ARTICLE)
        return min(self._words["correspondent"]) if head in self._words["our_own"] else head

    def chain_of(self, chunk: Chunk, speakers: Speakers) -> list[Chunk]:
        """The chain in which a speaker who is only named again was first quoted: the same agency stands behind him."""
        resolved = self.resolve(chunk, speakers)
        if resolved is chunk:
            return []
        for chain in reversed(speakers.chains):
            if len(chain) > 1 and chain[0] is resolved:
                return list(chain)
        return []

    def _same_again(self, chunk: Chunk) -> bool:
        """Whether a phrase can only mean one named before: a lone office or body, with one adjective at most."""
        head = bare(chunk.head)
        short = chunk.last - chunk.first <= 1 and chunk.kind != "place"
        return (ARTICLE + head in self._anaphors and chunk.definite and short) or head in self._words["our_own"]

    def _bare_name(self, chunk: Chunk) -> str:
        return bare(chunk.head) if chunk.first == chunk.last else ""

    def alias(self, scene: Scene, chunk: Chunk, speakers: Speakers) -> None:
        """A short name in quotes or brackets behind a speaker's full one stands for him from now on."""
        if not scene.has_any(OPENINGS):
            return
        infos, keys = scene.line.infos, scene.line.keys
        for at in range(chunk.first + 1, min(chunk.last + SPEECH_REACH, scene.line.last - 1)):
            if infos[at].that or keys[at] in COMMAS:
                return
            if keys[at - 1] in OPENINGS and keys[at + 1] in _QUOTED:
                told = scene.chunk_at.get(at)
                if told is not None and told.first == at and told.preposition in self._words["told_to"]:
                    return  # قال X ل«الصحيفة»: who was told, not his name
                speakers.aliases.setdefault(bare(scene.key(at)), chunk)


def bare(key: str) -> str:
    """A word without its article."""
    return key.removeprefix(ARTICLE)
