"""Who did it to whom: fills agents and targets of a trigger from the phrases around it, by the frame of its sense.

Each frame is a small function: it takes the sentence, the trigger and the groups to its right and gives parties. The
names of the rules that spoke go into ``because``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from marsad.arabic.clitics import AND, TO
from marsad.arabic.nouns import CALLED
from marsad.arabic.place_words import IN_A_PLACE
from marsad.claims.beside import behind_its_preposition
from marsad.claims.blasts import blow_up, blow_up_self, explode
from marsad.claims.clause import group_from, of_what_we_did
from marsad.claims.damaged import damage, destroy
from marsad.claims.freed import release
from marsad.claims.launched_by import (
    FORCE,
    adjective_party,
    aimed_at,
    aimed_exactly_at,
    by_whose_arms,
    fired_from,
    from_origin,
    meant_for,
    reached,
    taken_for,
)
from marsad.claims.parties import (
    ACTORS_OR_UNKNOWN,
    MEN,
    NOBODY,
    ON,
    Frame,
    Parties,
    acts,
    bare_head,
    describes_the_deed,
    is_adjective,
    ownerless,
    riots,
    who_did,
)
from marsad.claims.phrases_after import doer_farther_on
from marsad.claims.scene import COMMAS, QUOTES, Found, Group, Scene
from marsad.claims.victim_words import victim_word
from marsad.claims.who_attacks import (
    assault,
    fall,
    launch,
    strike,
    weapon,
)
from marsad.claims.who_helps import aid, aid_by, backed
from marsad.claims.who_moves import besieged, gain, leave, opens_battle
from marsad.claims.who_protests import protest, protesters
from marsad.claims.who_repels import repel
from marsad.claims.who_speaks import accused, speak
from marsad.claims.who_suffers import death, die, injured, kill
from marsad.claims.who_talks import talk
from marsad.mentions.chunks import Chunk

# Why somebody behind من قبل or على يد did it.
BY_PHRASE = "rule:agent-by-phrase"


def parties_of(scene: Scene, found: Found, groups: list[Group], adjectives: Mapping[str, str]) -> Parties:
    """Agents and targets as the clause itself gives them; what it inherits comes later."""
    trigger, form = found.trigger, found.form
    frame, is_verb = trigger.frame, form.pos == "verb"
    if form.person == 1 and frame != "speak":
        return of_what_we_did(groups)
    parties = FRAMES.get(frame, assault)(scene, found, groups)
    if trigger.beside:
        parties.targets = behind_its_preposition(scene, found) or parties.targets
    if parties.agents:
        parties.agents = _doers_of(scene, found, _before_the_rest(scene, found, parties.agents), adjectives)
    if parties.targets and not is_verb:
        parties.targets = [chunk for chunk in parties.targets if not describes_the_deed(scene, found, chunk)]
    if frame in _NAMED_BY_ADJECTIVE:
        _name_by_adjective(scene, found, parties, adjectives)
    if not parties.agents:
        _name_by_phrase(scene, found, groups, parties, adjectives)
    if not parties.agents:
        _name_by_arms(scene, found, parties)
    elif parties.agents[0].kind == "weapon" and _are_arms(parties.agents):
        taken = taken_for(scene, parties.agents[0].last, adjectives)
        parties.agents = [taken] if taken is not None else parties.agents
    if frame == "kill" and not is_verb and not form.suffix:
        parties.targets = reached(scene, found) or parties.targets
    if parties.agents:
        parties.agents = who_did(found.type, parties.agents)
    if parties.targets:
        parties.targets = [_with_his_name(scene, chunk) for chunk in parties.targets]
    elif trigger.id in _PUT_DOWN:
        parties.targets = _crowd_put_down(scene, found, parties.agents)
    if not is_verb and frame in FORCE:
        _aim(scene, found, parties)
    if parties.targets and found.type in _FROM_AFAR:
        parties.targets = _with_the_rest(scene, parties.targets)
    return parties


def _name_by_adjective(scene: Scene, found: Found, parties: Parties, adjectives: Mapping[str, str]) -> None:
    """غارات إسرائيلية: the doer by an adjective, where no better one is found, or by whose the deed is taken for."""
    prepared_for = found.prefix.endswith(TO) and "rule:agent-of-light-verb" in parties.because
    if parties.agents and parties.agents[0].kind not in ("other", "place") and not prepared_for:
        return
    owners = adjective_owners(scene, found, adjectives)
    if owners and found.trigger.frame == "aid" and owners[0].first > found.last + 1:
        owners = []  # تسليم الجيش السوري صواريخ: whom it is given to
    if owners:
        parties.agents = owners
        parties.because.append("rule:doer-as-adjective")
        return
    taken = taken_for(scene, found.last, adjectives)
    if taken is not None:
        parties.agents = [taken]
        parties.because.append("rule:taken-for")


def _name_by_phrase(
    scene: Scene, found: Found, groups: list[Group], parties: Parties, adjectives: Mapping[str, str]
) -> None:
    """The doer behind من قبل or على يد, right behind the deed or farther on."""
    far = doer_farther_on(scene, found) if found.type in _SUFFERED else []
    for group in [*groups, *far] if far else groups:
        if group.by and not parties.agents:
            doers = [_nation(scene, found, chunk, adjectives) for chunk in _doers(group)]
            parties.agents = [chunk for chunk in doers if chunk.kind in ACTORS_OR_UNKNOWN]
            parties.because.append(BY_PHRASE)


def _name_by_arms(scene: Scene, found: Found, parties: Parties) -> None:
    """Whose arms hurt somebody, and from where was fired: قتل مدنيون بصواريخ X, أصيب شخصان بصاروخ مصدره X."""
    if found.type in _HURT:
        parties.agents = by_whose_arms(scene, found)
        if parties.agents:
            parties.because.append("rule:whose-weapon")
            return
    elif found.type not in _FIRED:
        return
    came_from = fired_from(scene, found) if found.type in _FIRED else []
    parties.agents = came_from or from_origin(scene, found)
    if parties.agents:
        parties.because.append("rule:agent-it-came-from")


def _aim(scene: Scene, found: Found, parties: Parties) -> None:
    """What a deed of force was aimed at: past its description, or more exactly than by the place behind it."""
    if not parties.targets:
        parties.targets = aimed_at(scene, found, parties.agents) or meant_for(scene, found)
        if parties.targets:
            parties.because.append("rule:target-behind-description")
    elif parties.targets[0].kind == "place" and _are_places(parties.targets):
        parties.targets = aimed_exactly_at(scene, found) or parties.targets


def _before_the_rest(scene: Scene, found: Found, doers: list[Chunk]) -> list[Chunk]:
    """ألغى الجيش | الإجازات: what the wording of the trigger ends with is no part of who did it."""
    then = found.trigger.then
    if not then or found.form.pos != "verb" or found.trigger.then_does:
        return doers
    for place, chunk in enumerate(doers):
        rest = next((at for at in range(chunk.first + 1, chunk.last + 1) if scene.info(at).rest in then), None)
        if rest is not None and chunk.first > found.first:
            inner = [part for part in chunk.inner if part.last < rest]
            return [*doers[:place], replace(chunk, last=rest - 1, inner=inner)]
    return doers


_FROM_AFAR = frozenset({"shelling", "airstrike"})
_PLACES = frozenset({"place", "facility"})
# How many words may stand between the parts of a list of what was hit.
_LIST_GAP = 3


def _with_the_rest(scene: Scene, targets: list[Chunk]) -> list[Chunk]:
    """قصفت X بلدة A في إدلب، وبلدة B في ريف حلب: a list of what was hit goes on past where each lies."""
    while targets[-1].kind in _PLACES and targets[-1].sentence == scene.line.index and targets[-1] in scene.chunks:
        at = scene.chunks.index(targets[-1]) + 1
        if at + 1 >= len(scene.chunks):
            break
        lies, more = scene.chunks[at], scene.chunks[at + 1]
        inside = lies.kind == "place" and lies.preposition in IN_A_PLACE and not lies.conjoined
        near = lies.start - targets[-1].last <= _LIST_GAP and 1 < more.start - lies.last <= _LIST_GAP
        named = more.kind == "facility" or (more.kind == "place" and bool(more.cue) and more.first > more.start)
        if not (inside and near and named and scene.info(more.start).prefix == AND):
            break
        if scene.key(lies.last + 1) not in COMMAS or more.start in scene.found_at:
            break
        targets = [*targets, *group_from(scene, more)]
    return targets


def _are_arms(chunks: Sequence[Chunk]) -> bool:
    """Whether all are arms that name no owner."""
    return all(chunk.kind == "weapon" and ownerless(chunk) for chunk in chunks)


def _are_places(chunks: Sequence[Chunk]) -> bool:
    return all(chunk.kind == "place" for chunk in chunks)


# Triggers of what is done to crowds, and how far behind the deed or its doer the word for them stands.
_PUT_DOWN = frozenset({"attack.suppress", "attack.disperse"})
_CROWD_WITHIN = 2


def _crowd_put_down(scene: Scene, found: Found, agents: list[Chunk]) -> list[Chunk]:
    """قمعت القوات مسيرة سلمية, تفريق التظاهرات: the protest right behind, which is a deed of its own too."""
    crowd = next((other for other in scene.found if other.first > found.last), None)
    if crowd is None or crowd.type != "protest" or crowd.form.pos == "verb" or crowd.prefix or found.form.suffix:
        return []
    if crowd.first - max([found.last, *(chunk.last for chunk in agents)]) > _CROWD_WITHIN:
        return []
    own = scene.chunk_at.get(crowd.first)
    if own is not None and own.first == crowd.first:
        return [own]
    definite, head = crowd.form.definite, scene.info(crowd.first).rest
    return [Chunk("people", crowd.first, crowd.last, crowd.first, scene.line.index, head, "s", definite=definite)]


def _with_his_name(scene: Scene, chunk: Chunk) -> Chunk:
    """قتل شخص يدعى X: the name goes with whoever is called by it."""
    if chunk.kind not in ("people", "fighters") or scene.key(chunk.last + 1) not in CALLED:
        return chunk
    at = chunk.last + (2 if scene.info(chunk.last + 2).is_word else 3)
    name = scene.chunk_at.get(at)
    return replace(chunk, last=name.last) if name is not None and name.first == at else chunk


def _doers_of(scene: Scene, found: Found, agents: list[Chunk], adjectives: Mapping[str, str]) -> list[Chunk]:
    """The agents of a frame as far as they can have done it; whose arms they are goes before the arms alone."""
    if found.trigger.frame not in _PEOPLE_ACT:
        agents = [
            chunk for chunk in agents if chunk.kind != "people" or acts(chunk) or riots(chunk, found.trigger.frame)
        ]
    agents = [_nation(scene, found, chunk, adjectives) for chunk in agents if not _mere_missile(scene, chunk)]
    crowd = found.trigger.frame in _PEOPLE_ACT  # تظاهر الآلاف
    agents = [
        chunk
        for chunk in agents
        if bare_head(chunk) not in NOBODY and ((crowd and chunk.kind == "count") or not is_adjective(scene, chunk))
    ]
    arms = [chunk for chunk in agents if chunk.kind == "weapon" and ownerless(chunk)]
    if arms and any(chunk.kind in ("weapon", "actor") and chunk not in arms for chunk in agents):
        agents = [chunk for chunk in agents if chunk not in arms]
    return agents


# Types of what somebody suffers at the hands of another.
_SUFFERED = frozenset({"killed", "wounded", "assassination", "arrested", "abducted"})
_HURT = frozenset({"killed", "wounded"})
# Types of fire that comes from positions, and of blasts of what a side left behind.
_FIRED = frozenset({"shelling", "airstrike", "shooting", "attack", "bombing", "siege"})


def _nation(scene: Scene, found: Found, chunk: Chunk, adjectives: Mapping[str, str]) -> Chunk:
    """قصف إسرائيلي: the adjective behind the noun is the side, not one fighter of it."""
    if chunk.first != chunk.last or chunk.kind not in ("fighters", "other"):
        return chunk
    beside = found.form.pos != "verb" and chunk.first == found.last + 1
    actor = adjectives.get(scene.info(chunk.first).rest) if beside or chunk.kind == "other" else None
    return adjective_party(scene, chunk.first, actor) if actor is not None else chunk


def adjective_owner(scene: Scene, found: Found, adjectives: Mapping[str, str]) -> Chunk | None:
    """القصف الإسرائيلي, غارات جوية تركية: the adjective names the doer (guidelines, ruling 5)."""
    if found.form.pos not in ("noun", "phrase"):
        return None
    for at in range(found.last + 1, min(found.last + 4, scene.line.last)):
        actor = adjectives.get(scene.key(at))
        if actor is not None and _names_its_object(scene, found, at):
            return None
        if actor is not None:
            return adjective_party(scene, at, actor)
        info = scene.info(at)
        if info.key in QUOTES:
            continue  # غارات جوية "إسرائيلية"
        if not info.is_word or info.function or info.prefix or at in scene.found_at:
            return None
    return None


def _names_its_object(scene: Scene, found: Found, at: int) -> bool:
    """غارات شرقي سوريا, مهاجمة السوريين: a country, or people behind a noun without the article, is no adjective."""
    chunk = scene.chunk_at.get(at)
    if chunk is None or chunk.last != at:
        return False
    if chunk.kind == "place":
        return at > found.last + 1
    return chunk.kind in ("people", "fighters") and scene.info(at).definite and not found.form.definite


def adjective_owners(scene: Scene, found: Found, adjectives: Mapping[str, str]) -> list[Chunk]:
    """غارات أمريكية بريطانية, تعزيزات إيرانية وروسية: the doer that an adjective names, and who is named beside him."""
    owners = [owner] if (owner := adjective_owner(scene, found, adjectives)) is not None else []
    while owners:
        at = owners[-1].first + 1
        actor = adjectives.get(scene.info(at).rest) if scene.info(at).prefix in ("", AND) else None
        if actor is None or any(actor in known.ids for known in owners):
            break
        owners.append(adjective_party(scene, at, actor))
    return owners


def _mere_missile(scene: Scene, chunk: Chunk) -> bool:
    """A shell or a rocket hits but does not act: it is the weapon, not the doer, unless it names its owner."""
    if chunk.kind != "weapon" or not ownerless(chunk):
        return False
    return chunk.ids[0] not in _WITH_MEN_IN_THEM if chunk.ids else True


# Arms that stand for those who use them.
_WITH_MEN_IN_THEM = frozenset({"warplane", "aircraft", "helicopter", "drone", "warship"}) | MEN


_NAMED_BY_ADJECTIVE = frozenset(
    {"assault", "strike", "target", "operation", "explode", "blow_up", "besiege", "move", "aid", "aid_by"}
)


_PEOPLE_ACT = frozenset({"speak", "protest", "protesters", "clash", "aid", "release"})


def _doers(group: Group) -> list[Chunk]:
    """The chunks of a by-phrase; على يد X has its doer inside."""
    head = group.head
    if head.kind == "other" and head.inner:
        return [*head.inner, *group.chunks[1:]]
    if head.kind == "other" and head.last > head.first and head.preposition == ON:
        return [replace(head, first=head.first + 1, start=head.first + 1), *group.chunks[1:]]  # على يد لصوص
    return group.chunks


FRAMES: dict[str, Frame] = {
    "kill": kill, "death": death, "die": die, "injured": injured, "victims": victim_word, "assault": assault,
    "target": strike, "strike": strike, "operation": assault, "clash": talk, "gain": gain, "leave": leave,
    "besiege": assault, "besieged": besieged, "speak": speak, "aid": aid, "backed": backed, "aid_by": aid_by,
    "accused": accused,
    "protest": protest, "protesters": protesters, "weapon": weapon, "launch": launch, "fall": fall,
    "explode": explode, "blow_up": blow_up, "blow_up_self": blow_up_self, "destroy": destroy, "damage": damage,
    "repel": repel, "release": release, "shoot": launch, "move": gain, "launch_op": opens_battle, "losses": damage,
    "massacre": assault, "toll_of": die, "fell_to": gain,
}  # fmt: skip
