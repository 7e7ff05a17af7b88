"""JSON as the contract has it. Spans and quotations are exact: JSON itself escapes what could act."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import cast

from factcheck.model import (
    Annotated,
    Article,
    Attribution,
    Comparison,
    Fact,
    Kind,
    Mention,
    Origin,
    Position,
    Statement,
    Told,
    origin_by_article,
)
from factcheck.report import places, shapes
from factcheck.report.sources import Credit, credited_differently, credits, unnamed
from factcheck.verdicts import Verdict

SCHEMA_VERSION = 1
_Value = shapes.QuantityValue | shapes.TimeValue | shapes.NameValue
_VALUES = (Kind.QUANTITY, Kind.TIME, Kind.NAME)


def _dump(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def extract(articles: Sequence[Annotated]) -> str:
    """What `extract` found in each article."""
    read: shapes.Extract = {"schema_version": SCHEMA_VERSION, "articles": [_extracted(a) for a in articles]}
    return _dump(read)


def compare(comparison: Comparison) -> str:
    """What `compare` found among the articles, or `review` in one."""
    origin_of = origin_by_article(comparison.origins)
    by_id = {a.article.id: a.article for a in comparison.articles}
    report: shapes.Report = {
        "schema_version": SCHEMA_VERSION,
        "articles": [_listed(a.article, origin_of) for a in comparison.articles],
        "origins": [_origin(origin) for origin in comparison.origins],
        "facts": [_fact(fact, by_id) for fact in comparison.facts],
        "within": [_fact(fact, by_id) for fact in comparison.within],
        "sources": [_source(credit) for credit in credits(comparison)],
        "unnamed": [_told(told, by_id[told.article]) for told in unnamed(comparison)],
        "credited_differently": [_fact(fact, by_id) for fact in credited_differently(comparison)],
        "notes": list(comparison.notes),
        "summary": _summary(comparison),
    }
    return _dump(report)


def _summary(comparison: Comparison) -> shapes.Summary:
    counts = Counter(fact.verdict for fact in comparison.facts)
    return {
        "agree": counts[Verdict.AGREE],
        "compatible": counts[Verdict.COMPATIBLE],
        "conflict": counts[Verdict.CONFLICT],
    }


def _source(credit: Credit) -> shapes.Source:
    return {
        "article": credit.article,
        "source": credit.source,
        "via": credit.via,
        "named": credit.named,
        "lines": list(credit.lines),
        "facts": list(credit.facts),
    }


def _published(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _listed(article: Article, origin_of: dict[str, str]) -> shapes.Article:
    return {
        "id": article.id,
        "path": article.path,
        "language": article.language,
        "title": article.title,
        "publisher": article.publisher,
        "published": _published(article.published),
        "origin": origin_of[article.id],
    }


def _origin(origin: Origin) -> shapes.Origin:
    return {"id": origin.id, "articles": list(origin.articles), "shared": origin.shared}


def _fact(fact: Fact, articles: dict[str, Article]) -> shapes.Fact:
    return {
        "id": fact.id,
        "kind": fact.kind,
        "verdict": fact.verdict,
        "label": fact.label,
        "reason": fact.reason,
        "explanation": fact.explanation,
        "origins": fact.origins,
        "confidence": fact.confidence,
        "positions": [_position(position, articles) for position in fact.positions],
    }


def _position(position: Position, articles: dict[str, Article]) -> shapes.Position:
    return {
        "value": position.value,
        "mentions": [_told(told, articles[told.article]) for told in position.told],
    }


def _told(told: Told, article: Article) -> shapes.Mention:
    span, sentence = told.mention.span, told.statement.sentence.span
    line, column = places.position(article, span.start)
    return {
        "article": article.id,
        "text": span.of(article.text),
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "sentence": sentence.of(article.text),
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
        "zone": told.statement.sentence.zone,
        "attribution": [_attribution(a) for a in told.statement.attribution],
        "stance": told.statement.stance,
    }


def _attribution(attribution: Attribution) -> shapes.Attribution:
    return {
        "source": attribution.source,
        "via": attribution.via,
        "cue": attribution.cue,
        "quoted": attribution.quoted,
        "named": attribution.named,
        "cue_start": attribution.span.start,
        "cue_end": attribution.span.end,
    }


def _extracted(annotated: Annotated) -> shapes.ReadArticle:
    article = annotated.article
    return {
        "id": article.id,
        "path": article.path,
        "language": article.language,
        "title": article.title,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "published": _published(article.published),
        "place": article.place,
        "sha256": article.sha256,
        "boilerplate": [
            {"start": b.span.start, "end": b.span.end, "reason": b.reason} for b in article.boilerplate
        ],
        "statements": [_statement(s, article) for s in annotated.statements],
        "notes": list(article.notes),
    }


def _statement(statement: Statement, article: Article) -> shapes.Statement:
    span = statement.sentence.span
    line, column = places.position(article, span.start)
    return {
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "text": span.of(article.text),
        "zone": statement.sentence.zone,
        "language": statement.sentence.language,
        "stance": statement.stance,
        "attribution": [_attribution(a) for a in statement.attribution],
        "values": [_mention(m, article) for m in statement.mentions if m.kind in _VALUES],
    }


def _mention(mention: Mention, article: Article) -> shapes.Value:
    return {
        "kind": mention.kind,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.span.of(article.text),
        "value": cast(_Value, mention.value.to_json()),
    }
