"""Short names that stand for fuller ones: التنظيم, الحركة, الجماعة point back to the group named before."""

from __future__ import annotations

from collections.abc import Sequence

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


_SINGULAR = {"ميليشيات": "ميليشيا", "مليشيات": "مليشيا"}


def resolve_actor_anaphors(scenes: Sequence[Scene]) -> None:
    """Sets ``antecedent`` of every bare group word to the last fuller mention that begins with the same word."""
    last: dict[str, Chunk] = {}
    for scene in scenes:
        for chunk in scene.chunks:
            _visit(scene, chunk, last)


def _visit(scene: Scene, chunk: Chunk, last: dict[str, Chunk]) -> None:
    if chunk.kind not in ("actor", "group", "other", "source"):
        return
    word = scene.line.infos[chunk.first].rest.removeprefix("ال")
    word = _SINGULAR.get(word, word)
    if word not in GROUP_WORDS:
        return
    if chunk.last == chunk.first and chunk.definite:
        chunk.antecedent = last.get(word)
    elif chunk.last > chunk.first and not scene.line.infos[chunk.first].definite:
        last[word] = chunk
    elif chunk.definite and chunk.last == chunk.first + 1 and word in last:
        chunk.antecedent = last[word]
