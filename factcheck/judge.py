"""Topic -> facts: positions by agreement, the verdict of the worst pair, its reason in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.kinds.judging import judgement, says_less
from factcheck.model import Fact, Kind, Origin, Position, Told, Topic, Value, origin_by_article
from factcheck.verdicts import Judgement, Verdict

_RANK = {Verdict.CONFLICT: 2, Verdict.COMPATIBLE: 1, Verdict.AGREE: 0}
_KIND_RANK = {kind: rank for rank, kind in enumerate(Kind)}


def judge(topics: Iterable[Topic], origins: Sequence[Origin]) -> list[Fact]:
    """The facts of all topics, conflicts first, in a stable order, numbered f1, f2, …"""
    origin_of = origin_by_article(origins)
    drafts = [draft for topic in topics for draft in _drafts(topic, origin_of)]
    drafts.sort(key=lambda d: (-_RANK[d.verdict], _KIND_RANK[d.kind], -round(d.confidence, 2)))
    return [replace(draft, id=f"f{number}") for number, draft in enumerate(drafts, 1)]


@dataclass(frozen=True, slots=True)
class _Pair:
    a: Told
    b: Told
    judgement: Judgement


def _drafts(topic: Topic, origin_of: Mapping[str, str]) -> list[Fact]:
    positions = _positions(topic.told)
    worst = _worst(positions)
    if worst is None:
        return (
            [_fact(topic, positions, Judgement(Verdict.AGREE, _agreement(topic)), origin_of)]
            if positions
            else []
        )
    facts = [_fact(topic, positions, worst.judgement, origin_of)]
    if worst.judgement.verdict is Verdict.COMPATIBLE:
        # what several articles tell alike stays an agreement, though another tells it more vaguely
        facts += [
            _fact(topic, [position], Judgement(Verdict.AGREE, _agreement(topic)), origin_of)
            for position in positions
            if len({told.article for told in position}) > 1
        ]
    return facts


def _agreement(topic: Topic) -> str:
    first, second = (
        topic.told[0],
        next((t for t in topic.told if t.article != topic.told[0].article), topic.told[-1]),
    )
    found = judgement(first.mention.value, second.mention.value)
    return found.reason if found and found.verdict is Verdict.AGREE else "told alike"


def _positions(told: Sequence[Told]) -> list[list[Told]]:
    """The tellings by agreement, in reading order: a telling joins the first position it agrees with throughout."""
    positions: list[list[Told]] = []
    different: list[dict[tuple[str, Value], Told]] = []  # of each: a name may be told a thousand times
    for one in told:
        key = (one.article, one.mention.value)
        for position, known in zip(positions, different, strict=True):
            if all(_agree(one, other) for other in known.values()):
                position.append(one)
                known.setdefault(key, one)
                break
        else:
            positions.append([one])
            different.append({key: one})
    return positions


def _agree(a: Told, b: Told) -> bool:
    found = judgement(a.mention.value, b.mention.value)
    return found is not None and found.verdict is Verdict.AGREE


def _worst(positions: Sequence[Sequence[Told]]) -> _Pair | None:
    """The pair of positions from two articles that stands worst; None where there is one position only."""
    worst: _Pair | None = None
    different = [_different(position) for position in positions]
    for i, first in enumerate(different):
        for second in different[i + 1 :]:
            pair = _pair(first, second)
            if pair and (worst is None or _RANK[pair.judgement.verdict] > _RANK[worst.judgement.verdict]):
                worst = pair
    return worst


def _pair(first: Sequence[Told], second: Sequence[Told]) -> _Pair | None:
    """Two tellings of different articles, one from each position, with their judgement."""
    best: _Pair | None = None
    for a in first:
        for b in second:
            if a.article == b.article:
                continue
            found = judgement(a.mention.value, b.mention.value)
            # the mildest reading of two positions counts: doubt speaks against a false alarm
            if found and (best is None or _RANK[found.verdict] < _RANK[best.judgement.verdict]):
                best = _Pair(a, b, found)
    return best


def _different(position: Sequence[Told]) -> list[Told]:
    """The first telling of each value in each article: what the others say is the same, or less."""
    found: dict[tuple[str, Value], Told] = {}
    for told in position:
        found.setdefault((told.article, told.mention.value), told)
    values = {told.mention.value for told in found.values()}
    full = [told for told in found.values() if not any(says_less(told.mention.value, v) for v in values)]
    return full or list(found.values())


def _fact(
    topic: Topic,
    positions: Sequence[Sequence[Told]],
    verdict: Judgement,
    origin_of: Mapping[str, str],
) -> Fact:
    told = [t for position in positions for t in position]
    return Fact(
        id="",
        kind=topic.kind,
        verdict=verdict.verdict,
        label=topic.label,
        reason=verdict.reason,
        positions=tuple(Position(_shown(position), tuple(position)) for position in positions),
        origins=len({origin_of.get(t.article, t.article) for t in told}),
        confidence=round(topic.likeness, 2),
        explanation=None,
    )


def _shown(position: Sequence[Told]) -> str:
    return position[0].mention.value.show()
