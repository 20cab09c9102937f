"""The whole of a speaker's phrase: his office with all that belongs to it, up to the name of whoever holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from marsad.arabic.clitics import ARTICLE, WITH
from marsad.arabic.neighbours import OWNED
from marsad.arabic.number_words import FROM, IN
from marsad.claims.scene import COMMAS, HARD_STOPS, Scene
from marsad.mentions.chunks import Chunk

# How many words an office with all that belongs to it and the name of its holder may take.
_PHRASE_WITHIN = 16
# How many words the name takes that stands apart behind a comma.
_NAME_WORDS = 5
_OPEN, _CLOSE = frozenset({"«", '"', "“", "("}), frozenset({"»", '"', "”", ")"})
_NAMES = frozenset({"other", "source", "actor"})
_RANKED = frozenset({"fighters", "people"})
_OFFICE_LIKE = frozenset({"office", "fighters", "people"})
Words = Mapping[str, frozenset[str]]


def up_to_the_name(scene: Scene, chunk: Chunk, words: Words) -> Chunk | None:
    """The name of who holds an office, or the office up to it: معاون محافظ X فلان الفلاني, قائد عمليات X، فلان."""
    quoted = any(scene.key(at) in _OPEN for at in range(chunk.first, chunk.last + 1))
    begin = chunk.last + 1 + (quoted and scene.key(chunk.last + 1) in _CLOSE)
    deeds = scene.found_at.get(begin)
    if deeds is not None:  # قائد عمليات X, رئيس هيئة شؤون الأسرى
        alone = chunk.first == chunk.last and deeds.form.pos == "noun"
        begin += alone or (deeds.form.pos == "victims" and scene.info(begin).definite)
    end = _end_of_phrase(scene, begin, chunk.first + _PHRASE_WITHIN, words)
    if scene.info(end).relative:
        name = _behind_comma(scene, _comma_behind(scene, end), words)
        if name is not None:
            return name  # وزيرة X والتي تشغل منصب Y، فلانة
    if scene.key(end) in COMMAS:
        name = _behind_comma(scene, end, words) or _behind_comma(scene, _next_comma(scene, end, words), words)
        if name is not None:
            return name
    end -= bool(scene.info(end - 1).preposition) and end - 1 > chunk.last  # فلان في كلمة
    end -= end - 1 > chunk.last and _is_his_saying(scene, end - 1, words)
    if end <= chunk.last + 1 or not _ends_in_a_name(scene, chunk, end):
        return None
    return replace(chunk, last=end - 1)


def named_ali(scene: Scene, at: int, words: Words) -> Chunk | None:
    """A first name that looks like a preposition, with the name behind it: المتحدث باسم X، علي الفلاني."""
    if scene.key(at) not in words["first_names"]:
        return None
    name, word = scene.chunk_at.get(at + 1), scene.line.words[at]
    if name is None or scene.line.text[word.end - 1] not in words["of_first_names"] or name.kind != "other":
        return None
    return replace(name, first=at, start=at, preposition="")


def rank_and_name(scene: Scene, rank: Chunk, words: Words) -> Chunk | None:
    """المشير فلان الفلاني: a rank that stands alone before a name that the lexicons know or do not."""
    name = scene.chunk_at.get(rank.last + 1)
    if name is None or name.first != rank.last + 1 or name.preposition or name.conjoined or name.last == name.first:
        return None
    if scene.key(rank.first).removeprefix(ARTICLE) not in words["ranks"] or name.kind not in _NAMES:
        return None
    return replace(name, first=rank.first, start=rank.start)


def _end_of_phrase(scene: Scene, at: int, reach: int, words: Words) -> int:
    """The first word that no longer says who he is."""
    while at < min(reach, scene.line.last):
        info = scene.info(at)
        if scene.key(at) in _OPEN:
            close = _closing(scene, at)
            chunk = scene.chunk_at.get(at + 1)
            if close is None or (chunk is not None and chunk.preposition in words["told_to"]):
                return at
            at = close + 1
            continue
        to = info.preposition in words["told_to"] and (scene.key(at + 1) in _OPEN or _is_source(scene, at + 1))
        if (
            to
            or _leaves_the_speaker(scene, at, words)
            or (info.preposition and info.preposition not in words["holders"])
        ):
            return at
        at += 1
    return at


def _leaves_the_speaker(scene: Scene, at: int, words: Words) -> bool:
    """Whether what is said, when, to whom or in what begins at a word."""
    info, chunk = scene.info(at), scene.chunk_at.get(at)
    if scene.key(at) in COMMAS | HARD_STOPS or info.that or info.opener or info.relative or info.speech:
        return True
    if at in scene.found_at or at in scene.time_at or (info.light and info.light[1] == "verb"):
        return True
    if chunk is None:
        verb = bool(info.verb_like) and not scene.info(at + 1).that
        return verb or info.rest in words["talk"] or scene.info(at + 1).rest in words["talk"]
    to_media = chunk.preposition in words["told_to"] and (chunk.kind == "source" or scene.key(at + 1) in _OPEN)
    paper = info.rest in words["talk"] or info.rest in words["issued_before"]
    return to_media or (chunk.conjoined and chunk.kind == "source") or paper


def _is_source(scene: Scene, at: int) -> bool:
    chunk = scene.chunk_at.get(at)
    return chunk is not None and chunk.kind == "source"


def _closing(scene: Scene, at: int) -> int | None:
    """Where a name in quotation marks closes that opens at a word."""
    return next((to for to in range(at + 2, min(at + 6, scene.line.last)) if scene.key(to) in _CLOSE), None)


def _ends_in_a_name(scene: Scene, office: Chunk, end: int) -> bool:
    """Whether the last words of a phrase can be a person's name, behind the office or taken into a second one."""
    last = scene.chunk_at.get(end - 1)
    if scene.info(end).that and end - 1 == office.last + 1 and office.last > office.first:
        place = last is not None and last.kind == "place" and last.first == last.last and not last.preposition
        if place or last is None:
            return True  # وزير X جون أوستن إن: a surname written like a town or a verb
    if last is None or last.preposition or last.conjoined or last.first <= office.last:
        return False
    if last.kind == "actor":  # زعيم الحركة فلان بن فلان, whom the register knows
        return last.last > last.first and not last.definite and scene.info(last.first).noun is None
    if last.kind in _OFFICE_LIKE:
        return last.count is None and last.last > last.first
    return last.kind == "other" and (not last.definite or last.last > last.first)


def _next_comma(scene: Scene, at: int, words: Words) -> int:
    """The comma that closes what a first one sets apart: في المدينة، التابع لمنظمة X، فلان الفلاني."""
    apart = scene.key(at + 1).startswith(ARTICLE) and scene.chunk_at.get(at + 1) is not None
    if not apart and scene.key(at + 1) not in words["apposed"]:
        return at
    return _comma_behind(scene, at)


# How far behind a word the comma stands that closes what is set apart from it on, in words.
_APART_WITHIN = 12


def _comma_behind(scene: Scene, at: int) -> int:
    """The next comma behind a word, the word itself where none is near."""
    return next((to for to in range(at + 1, min(at + _APART_WITHIN, scene.line.last)) if scene.key(to) in COMMAS), at)


def _behind_comma(scene: Scene, at: int, words: Words) -> Chunk | None:
    """The name that begins behind a comma and ends at another, at "that", or where it says to whom he spoke."""
    name = scene.chunk_at.get(at + 1)
    if name is not None and name.first == at + 1 and name.first == name.last and not name.preposition:
        name = rank_and_name(scene, name, words) or name
        if name.first != name.last:
            return name
    name = named_ali(scene, at + 1, words) or name
    if name is None or name.first != at + 1 or (name.preposition and not _apart_from_its_preposition(scene, name)):
        return None
    ranked = name.kind in _RANKED and scene.info(name.first).rest.removeprefix(ARTICLE) in words["ranks"]
    if ranked and name.last > name.first and name.count is None and _ends_apart(scene, name.last + 1, words):
        return name  # قائد عمليات X، العقيد فلان إن
    if (
        name.kind not in _NAMES
        or (name.kind == "actor" and (name.first == name.last or scene.info(name.first).noun is not None))
        or scene.info(name.first).prefix
        or scene.key(name.first).startswith(ARTICLE)
        or scene.info(name.first).rest in words["papers"]
    ):
        return None
    end = name.last + 1
    while end < scene.line.last and end - name.first < _NAME_WORDS and _goes_on(scene, end):
        end += 1
    if end - name.first < 2 or not _ends_apart(scene, end, words):
        return None
    return replace(name, last=end - 1)


def _apart_from_its_preposition(scene: Scene, name: Chunk) -> bool:
    """ناظر المستشفى بقبلي، فلان الفلاني: whether a preposition before the comma is that of another phrase."""
    return name.kind == "other" and name.last > name.first and scene.key(name.first - 1) in COMMAS


# What a speaker may be in: مصدر في شرطة X, ناشطون في درعا, مسؤول في البيت الأبيض.
_BODIES = frozenset({"actor", "group", "facility", "place", "office", "source"})
_SPEAK = frozenset({"office", "source", "people", "fighters", "other"})


def of_which_body(scene: Scene, speaker: Chunk) -> Chunk:
    """مصدر أمني في قيادة شرطة X: a speaker with what stands right behind "in"; whoever annotates takes it in."""
    at = speaker.last + 1
    apart = scene.key(at) in (IN, FROM)
    body = scene.chunk_at.get(at + apart)
    if speaker.kind not in _SPEAK or body is None or body.kind not in _BODIES or body.count is not None:
        return speaker
    behind = apart or (body.preposition == WITH and body.definite and body.start not in scene.found_at)
    if not behind or body.start > at + apart or body.first < at or at in scene.time_at:
        return speaker
    beside = scene.chunk_at.get(body.last + 1)
    if beside is not None and beside.start == body.last + 1 and beside.conjoined and beside.kind in ("actor", "group"):
        body = beside  # مصادر في الجيش والمقاومة
    return replace(speaker, last=body.last)


def _is_his_saying(scene: Scene, at: int, words: Words) -> bool:
    """نقلت X عن مسؤول محلي قوله إن: the word for what he said is no name."""
    info = scene.info(at)
    return info.rest in words["own_words"] or (bool(info.speech) and info.key.endswith(OWNED))


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether a word no list knows goes on a name."""
    info, chunk = scene.info(at), scene.chunk_at.get(at)
    if at in scene.time_at:
        return False
    if chunk is not None and chunk.first == chunk.last == at and chunk.kind == "other" and chunk.definite:
        return not chunk.preposition and not chunk.conjoined  # زيد رعد الحسين: a surname with its article
    return info.is_word and chunk is None and not (info.function or info.that or info.verb_like or info.speech)


def _ends_apart(scene: Scene, at: int, words: Words) -> bool:
    chunk = scene.chunk_at.get(at)
    to = chunk is not None and chunk.preposition in words["told_to"]
    ends = scene.key(at) in COMMAS or scene.key(at) == ":" or scene.key(at) in _OPEN or at in scene.time_at
    return ends or scene.info(at).that or to or bool(scene.info(at).preposition) or scene.key(at) in words["any"]
