"""Company: what else could each of two mentions be about?

Two values that differ are one thing told differently the likelier, the less either has a better counterpart in
the other's article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from factcheck.align.likeness import Draft
from factcheck.verdicts import Verdict

_MANY_RIVALS = 40
_MANY_TIMES = 4
Told = tuple[int, int, str, str]


class Company:
    """All drafts of one kind, by the item and the article on the other side."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._rivals: dict[tuple[int, int], list[tuple[str, float, bool]]] = defaultdict(list)
        self._told: dict[Told, list[Draft]] = defaultdict(list)
        for each in drafts:
            if each.a.number != each.b.number:
                agrees = each.judgement.verdict is Verdict.AGREE
                self._rivals[id(each.a), each.b.number].append((each.b.shown, each.chance, agrees))
                self._rivals[id(each.b), each.a.number].append((each.a.shown, each.chance, agrees))
                self._told[self._key(each)].append(each)

    @staticmethod
    def _key(of: Draft) -> Told:
        return of.a.number, of.b.number, of.a.shown, of.b.shown

    def features(self, of: Draft) -> dict[str, float]:
        """How a pair stands against its rivals, and whether the same two values meet elsewhere."""
        margins, agreeing, counts = [], [], []
        for item, other in ((of.a, of.b), (of.b, of.a)):
            rivals = [
                (c, agrees) for told, c, agrees in self._rivals[id(item), other.number] if told != other.shown
            ]
            margins.append(of.chance - max((chance for chance, _ in rivals), default=0.0))
            agreeing.append(max((chance for chance, agrees in rivals if agrees), default=0.0))
            counts.append(len(rivals))
        again = [each.chance for each in self._told[self._key(of)] if each is not of]
        return {
            "own": of.chance,
            "margin_least": min(margins),
            "margin_most": max(margins),
            "agreeing_least": min(agreeing),
            "agreeing_most": max(agreeing),
            "rivals": min(sum(counts), _MANY_RIVALS),
            "rivals_least": min(counts),
            "again": max(again, default=0.0),
            "again_times": min(len(again), _MANY_TIMES),
        }
