"""Who belongs to a speaker: the name of an office's holder, and those who speak beside him."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from marsad.arabic.clitics import AND
from marsad.arabic.nouns import RELATION_ENDINGS
from marsad.arabic.whole_and_part import EACH_OF
from marsad.claims.scene import COMMAS, Scene
from marsad.mentions.chunks import Chunk

SPEAKERS = frozenset({"actor", "source", "office", "people", "group", "fighters", "other"})

_SET_OFF = COMMAS | frozenset({"«", '"', "“", ":"})
_OPEN, _CLOSE = frozenset({"«", '"', "“", "(", "”"}), frozenset({"»", '"', "”", ")", "“"})


def may_be_named(scene: Scene, chunk: Chunk, name: Chunk, anaphors: Collection[str], *, closed: bool) -> bool:
    """Whether the phrase behind an office, behind a comma if ``closed``, is the name of its holder."""
    if closed and (name.kind not in ("other", "source") or scene.key(name.last + 1) not in COMMAS):
        return False
    if closed and name.kind == "source":
        return chunk.kind in ("office", "source") and chunk.number == "s" and name.last > name.first
    if name.kind == "source" and not (
        chunk.kind == "source" or (chunk.kind == "office" and scene.key(chunk.last) in anaphors)
    ):
        return False
    if name.kind == "other" and chunk.kind == "actor" and not closed:
        return False
    if chunk.kind == "source" and closed:
        return _is_one_man(scene, chunk) and name.last > name.first  # مراسل X، فلان الفلاني، أن
    return not (name.kind == "actor" and chunk.kind not in ("office", "actor"))


def _is_one_man(scene: Scene, chunk: Chunk) -> bool:
    noun = scene.info(chunk.first).noun
    return noun is not None and noun.category in ("people", "office") and noun.number == "s"


def is_joined(scene: Scene, one: Chunk, other: Chunk) -> bool:
    """Whether a second speaker stands beside the first; an office behind a comma only says who the first one is."""
    if not other.conjoined or other.kind not in SPEAKERS or other.start > one.last + 3:
        return False
    return scene.key(other.start)[:1] == AND or scene.key(other.start - 1) == AND or other.kind == "source"


def two_as_one(scene: Scene, chunks: list[Chunk]) -> list[Chunk]:
    """وزارتا الدفاع والداخلية, مصادر عراقية وسورية: two bodies or kinds of speakers in one phrase."""
    if len(chunks) != 2 or scene.key(chunks[0].first - 1) == EACH_OF:
        return chunks
    if _one_body(scene, chunks[0], chunks[1]):
        return [replace(chunks[0], last=chunks[1].last)]
    if _tells_more(scene, chunks[0], chunks[1]):
        return [replace(chunks[0], last=chunks[1].last)]
    if chunks[0].number != "d" or chunks[0].kind not in ("group", "office"):
        return chunks
    alike = (
        chunks[1].first == chunks[0].last + 1 and chunks[1].conjoined and chunks[1].kind in ("other", "group", "office")
    )
    return [replace(chunks[0], last=chunks[1].last)] if alike else chunks


def _one_body(scene: Scene, one: Chunk, other: Chunk) -> bool:
    """وزارة الصحة والسكان, هيئة الإطفاء والإنقاذ: a body with two fields, the second with its article, is one."""
    if one.kind != "group" or one.number != "s" or one.last == one.first or other.first != one.last + 1:
        return False
    fields = scene.info(one.last).definite and scene.info(other.first).definite and not scene.info(one.first).definite
    return fields and other.conjoined and other.kind in ("other", "people")


def _tells_more(scene: Scene, one: Chunk, other: Chunk) -> bool:
    """Whether a lone adjective with و goes on to say of what kind the speakers before it are."""
    if other.first != one.last + 1 or other.last != other.first or one.last == one.first or one.definite:
        return False
    alike = scene.key(one.last).endswith(RELATION_ENDINGS) and scene.key(other.last).endswith(RELATION_ENDINGS)
    return (
        alike and other.conjoined and not scene.info(other.first).definite and other.kind in ("other", "actor", "place")
    )


def with_conjoined(scene: Scene, chunk: Chunk) -> list[Chunk]:
    """A speaker with those named beside him."""
    chunks = [chunk]
    if chunk not in scene.chunks:
        return chunks
    for other in scene.chunks[scene.chunks.index(chunk) + 1 :]:
        if not is_joined(scene, chunks[-1], other):
            break
        chunks.append(other)
    return two_as_one(scene, chunks)


def in_quotes(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase stands in marks of its own: ل«سبوتنيك», لـ(الحل نت)."""
    closing = chunk.last + 1
    while closing < scene.line.last and scene.info(closing).is_word and closing <= chunk.last + 2:
        closing += 1
    return scene.key(chunk.first - 1) in _OPEN and scene.key(closing) in _CLOSE


def holder_behind(scene: Scene, at: int) -> Chunk | None:
    """The name between commas that begins behind the comma at a word: رئيس مجلس قرية X، فلان الفلاني، إن."""
    name = scene.chunk_at.get(at + 1) if scene.key(at) in COMMAS else None
    if name is None or name.first != at + 1 or name.kind != "other" or name.last == name.first:
        return None  # a preposition before the comma is that of another phrase
    return name if scene.key(name.last + 1) in COMMAS else None


def before_quotes(scene: Scene, chunk: Chunk) -> Chunk:
    """وأبلغ الشهود «الصحيفة» أن: who tells something, without the name in quotation marks of whom he tells it."""
    cut = next((at for at in range(chunk.first + 1, chunk.last + 1) if scene.key(at) in _OPEN), None)
    return chunk if cut is None or chunk.kind == "source" else replace(chunk, last=cut - 1)


def ends_speaker(scene: Scene, at: int) -> bool:
    """Whether the phrase of a speaker is over at a word."""
    info, chunk = scene.info(at), scene.chunk_at.get(at)
    if info.that or at in scene.time_at or scene.key(at) in _SET_OFF or info.preposition:
        return True
    return chunk is not None and bool(chunk.preposition)


def turns_away(scene: Scene, at: int) -> bool:
    """Whether what was said, or another verb, begins at a word far behind a speaker: nobody he spoke to comes then."""
    info = scene.info(at)
    return at in scene.found_at or info.relative or bool(info.speech)
