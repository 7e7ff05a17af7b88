"""Article -> statements: what each sentence says, how firmly, by whom, and each value with its role.

A role comes from the clause first, then from the sentence. What a clause leaves open the sentence may fill;
what a clause says is never contradicted from further away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.annotate.scene import Scene
from factcheck.attribution import attribute
from factcheck.kinds import name, quantity, quote, stance, time
from factcheck.languages import Languages
from factcheck.model import Annotated, Article, Attribution, Mention, Statement


def annotate(article: Article, languages: Languages) -> Annotated:
    """The article with its statements. Looks at no other article."""
    times = time.find(article, languages, ())
    names = name.find(article, languages, [m.span for m in times])
    with_digits = [m.span for m in names if any(c.isdigit() for c in m.span.of(article.text))]
    amounts = quantity.find(article, languages, [*(m.span for m in times), *with_digits])
    standpoints = stance.find(article, languages)
    credits = attribute(article, languages, names)
    quotes = quote.find(article, languages, credits, amounts)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in (*times, *names, *amounts, *standpoints, *quotes):
        by_sentence.setdefault(mention.sentence, []).append(mention)
    return Annotated(
        article,
        tuple(
            _statement(article, languages, index, by_sentence.get(index, []), credits[index])
            for index in range(len(article.sentences))
        ),
    )


def _statement(
    article: Article,
    languages: Languages,
    index: int,
    found: Sequence[Mention],
    credits: tuple[Attribution, ...],
) -> Statement:
    mentions = sorted(found, key=lambda m: (m.span, m.kind))
    scene = Scene(article, index, languages, mentions, credits)
    return Statement(
        index=index,
        sentence=article.sentences[index],
        stance=stance.stance_of(mentions),
        attribution=credits,
        mentions=tuple(replace(m, role=scene.role(m)) for m in mentions),
        words=scene.all_keys,
        gist=scene.gist(),
        happenings=tuple(scene.happenings()),
    )
