"""Links: which mentions are weighed against each other, and how likely each two are about one thing.

First each pair by itself (likeness.py), then again in the light of all others (company.py): stacked
generalisation (Wolpert 1992), the first model's figures for all rivals being evidence for the second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from factcheck.align.company import Company
from factcheck.align.detail import detail
from factcheck.align.forest import Forest, grown
from factcheck.align.grouping import place
from factcheck.align.happenings import opposed, told
from factcheck.align.items import Corpus, Item
from factcheck.align.likeness import Draft, Link, draft
from factcheck.align.weights import WEIGHTS
from factcheck.kinds.name import Name
from factcheck.model import Kind
from factcheck.verdicts import Verdict

_COMMON = 28  # items: a key that more items share proposes no candidates
_SLIGHT = 0.12  # a pair less likely than this by itself is not looked at again
_LIKELY = 0.7
_COPIED = 0.9
_OUTVOTED = 0.65


class Links:
    """The links of all items of one kind."""

    def __init__(self, items: Sequence[Item], kind: Kind, corpus: Corpus) -> None:
        self._kind, self._corpus = kind, corpus
        self._known: dict[tuple[int, int], Link | None] = {}
        every = (draft(a, b, corpus, WEIGHTS[kind]) for a, b in candidates(items, corpus))
        drafts = [each for each in every if each]
        table = grown().get(kind)
        shared = _told_by_both(drafts, printed=table is None)
        forest = Forest(table) if table else None
        company = Company(drafts) if forest else None
        self.proposed: list[Link] = []
        for each in drafts:
            link = _alone(each)
            if each.judgement.verdict is Verdict.CONFLICT and _ends(each) <= shared:
                link = Link(each.a, each.b, each.judgement, 0.0)
            elif forest and company and _is_worth_it(each):
                link = _outvoted(each, forest.probability(evidence(each, company, corpus)))
            self._keep(link)
            self.proposed.append(link)

    def __call__(self, a: Item, b: Item) -> Link | None:
        """The link of two items; None where they can't be compared."""
        key = id(a), id(b)
        if key not in self._known:
            first, second = (a, b) if place(a) <= place(b) else (b, a)
            single = draft(first, second, self._corpus, WEIGHTS[self._kind])
            self._known[key] = self._known[id(b), id(a)] = _alone(single) if single else None
        return self._known[key]

    def _keep(self, link: Link) -> None:
        self._known[id(link.a), id(link.b)] = self._known[id(link.b), id(link.a)] = link


def _ends(of: Draft) -> set[tuple[int, int]]:
    """Each of two items with the place of the other's article."""
    return {(id(of.a), of.b.number), (id(of.b), of.a.number)}


def _told_by_both(drafts: Sequence[Draft], *, printed: bool) -> set[tuple[int, int]]:
    """The items whose value the other article likely tells too: where both tell both values, nothing differs.

    With `printed` only where both print the sentence.
    """
    same = (
        each
        for each in drafts
        if each.judgement.verdict is not Verdict.CONFLICT
        and each.a.number != each.b.number
        and (each.a.sentence == each.b.sentence if printed else each.chance >= _LIKELY)
    )
    return {end for each in same for end in _ends(each)}


def _is_worth_it(of: Draft) -> bool:
    """Whether a pair is to be looked at again among its rivals: not what one sentence printed twice tells anyway."""
    if of.ruled_out or of.a.number == of.b.number or of.bare < _SLIGHT:
        return False
    return of.judgement.verdict is not Verdict.AGREE or of.a.sentence != of.b.sentence


def _outvoted(of: Draft, likely: float) -> Link:
    """The link of a pair seen among its rivals. A veto falls only where all else speaks against it.

    Where two sentences tell the same but for the value, as copies do, they are as good as one by themselves.
    """
    if of.a.sentence == of.b.sentence and of.a.mention.role.order == of.b.mention.role.order and not of.gate:
        likely = max(likely, _COPIED)
    stands = of.veto is not None and likely < _OUTVOTED
    return Link(of.a, of.b, of.judgement, 0.0 if stands else likely)


def _alone(of: Draft) -> Link:
    return Link(of.a, of.b, of.judgement, of.chance, of.ruled_out and of.veto is not None)


def evidence(of: Draft, company: Company, corpus: Corpus) -> Mapping[str, float]:
    """All that speaks for or against a pair, seen among the others."""
    found = dict(of.features)
    found.update(detail(of.a, of.b, corpus))
    found.update(company.features(of))
    if of.gate:
        found[f"gate: {of.gate}"] = 1.0
    return found


def candidates(items: Sequence[Item], corpus: Corpus) -> Iterator[tuple[Item, Item]]:
    """Pairs that share a key few others have."""
    yield from opposed(items, corpus)
    index: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        if told(item):
            continue
        role = item.mention.role
        keys = item.clause | item.sentence | {f"e:{e}" for e in role.events} | {f"t:{t}" for t in role.things}
        if isinstance(item.mention.value, Name):
            keys |= {f"p:{part}" for part in item.mention.value.parts}
        for key in keys | {f"v:{item.shown}"}:
            index[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for holders in index.values():
        if len(holders) <= _COMMON:
            pairs.update((a, b) for i, a in enumerate(holders) for b in holders[i + 1 :])
    for a, b in sorted(pairs):
        yield items[a], items[b]
