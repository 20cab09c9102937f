"""Short names that stand for fuller ones: التنظيم, الحركة, الجماعة point back to the group named before."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import ARTICLE, with_prefix
from marsad.claims.scene import Scene
from marsad.mentions.chunks import Chunk

# Head nouns whose bare definite form is a name only by what was said before.
GROUP_WORDS = frozenset(
    {
        "تنظيم",
        "حركه",
        "جماعه",
        "حزب",
        "هييه",
        "مليشيا",
        "ميليشيا",
        "ميليشيات",
        "فصيل",
        "لواء",
        "جبهه",
        "شبكه",
        "منظمه",
        "كتيبه",
        "وزاره",
        "محكمه",
    }
)


# The latter: the side named last before it.
_LATTER = frozenset({"الاخير", "الاخيره"})


def _is_the_latter(scene: Scene, chunk: Chunk) -> bool:
    """Whether a word stands for a side, as in استقدام الأخيرة, and is no adjective, as in الهجمات الأخيرة."""
    return chunk.first == chunk.last and not scene.info(chunk.first - 1).definite


_SINGULAR = {"ميليشيات": "ميليشيا", "مليشيات": "مليشيا"}


def resolve_actor_anaphors(scenes: Sequence[Scene]) -> None:
    """Sets ``antecedent`` of every bare group word to the last fuller mention that begins with the same word."""
    last: dict[str, Chunk] = {}
    for at, scene in enumerate(scenes):
        infos = scene.line.infos
        for chunk in scene.chunks if scene.has_any(_MAY_STAND_FOR) else ():
            if infos[chunk.first].rest in _MAY_STAND_FOR:
                _visit(scene, chunk, last)
            for part in chunk.inner:
                if infos[part.first].rest in _MAY_STAND_FOR:
                    _visit(scene, part, last)
        for chunk in scene.chunks if scene.has_any(_LATTER) else ():
            if infos[chunk.first].rest in _LATTER and chunk.kind == "other" and _is_the_latter(scene, chunk):
                named = _named_last(scenes[: at + 1], chunk)
                if named is not None:
                    chunk.kind, chunk.antecedent = "group", named


def _named_last(scenes: Sequence[Scene], before: Chunk) -> Chunk | None:
    """The actor named last before a phrase of the last of these sentences."""
    chunks = scenes[-1].chunks
    chunks = chunks[: chunks.index(before)]
    for scene in reversed(scenes):
        for chunk in reversed(chunks if scene is scenes[-1] else scene.chunks):
            for part in (*reversed(chunk.inner), chunk):
                if part.kind == "actor":
                    return part
    return None


# Adjectives that add a judgement to the word and no name: التنظيم الإرهابي.
_BLAMING = frozenset(
    {"ارهابي", "ارهابيه", "متطرف", "متطرفه", "متشدد", "متشدده", "مسلح", "مسلحه", "مذكور", "مذكوره", "محظور", "محظوره",
     "اجرامي", "اجراميه", "انقلابي", "انقلابيه", "متمرد", "متمرده", "جهادي", "جهاديه", "تكفيري", "تكفيريه"}
)  # fmt: skip


def _visit(scene: Scene, chunk: Chunk, last: dict[str, Chunk]) -> None:
    if chunk.kind not in ("actor", "group", "other", "source"):
        return
    word = scene.line.infos[chunk.first].rest.removeprefix("ال")
    word = _SINGULAR.get(word, word)
    if word in _SHORT_FOR:
        _point_to_the_nation(chunk, last, word)
    if word not in GROUP_WORDS:
        return
    blamed = all(scene.key(at).removeprefix("ال") in _BLAMING for at in range(chunk.first + 1, chunk.last + 1))
    if chunk.definite and scene.line.infos[chunk.first].definite and blamed:
        chunk.antecedent = last.get(word)
    elif chunk.last > chunk.first and not scene.line.infos[chunk.first].definite:
        last[word] = chunk
    elif chunk.definite and chunk.last == chunk.first + 1 and word in last:
        chunk.antecedent = last[word]


# Words for a side that its nation follows once and not again: الاحتلال التركي, then الاحتلال.
_SHORT_FOR = frozenset({"احتلال"})
# First words of what may stand for a side, or be what is stood for.
_MAY_STAND_FOR = with_prefix(GROUP_WORDS | _SHORT_FOR | frozenset(_SINGULAR), ARTICLE)


def _point_to_the_nation(chunk: Chunk, last: dict[str, Chunk], word: str) -> None:
    if chunk.last > chunk.first:
        last[word] = chunk
    elif chunk.kind == "actor":
        chunk.antecedent = last.get(word)


def whose_fighters(scene: Scene, chunk: Chunk) -> Chunk:
    """مسلحيها, مقاتليه: the side named before them in the sentence, as its fighters did what it did."""
    if chunk.kind != "fighters" or chunk.first != chunk.last or chunk.number == "s" or chunk.conjoined:
        return chunk  # الاحتلال ومرتزقته: told beside him
    if chunk.sentence != scene.line.index or not scene.key(chunk.first).endswith(("ه", "ها", "هم")):
        return chunk
    before = (other for other in reversed(scene.chunks) if other.last < chunk.first and other.kind == "actor")
    return next(before, chunk)


def fuller(chunk: Chunk) -> Chunk:
    """The fuller mention that a bare word for a group points back to, else the mention itself."""
    owner = chunk.first_inner("actor") if chunk.kind == "weapon" else None
    if owner is not None and owner.antecedent is not None:
        return owner.antecedent
    if chunk.antecedent is None:
        return chunk
    named = chunk.kind == "actor" and not all(name.startswith("generic:") for name in chunk.ids)
    return chunk if named else chunk.antecedent
