"""Who says it: for each sentence of an article its sources, and through whom they were quoted.

The nearest source is credited, across the patterns newsrooms use: before, inside and after a quotation, by
verbs, nouns and prepositions, with pronouns, and with quotations that run on over sentences and paragraphs.
Where nobody is credited the outlet itself speaks, and nothing is returned: a company that a sentence is about
is not its source. All words are in `languages/<code>/attribution.toml`. Sentences are not parsed, and where
the rules are in doubt they keep silent.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.attribution.carry import Telling
from factcheck.attribution.quotes import quotations
from factcheck.attribution.scene import scenes
from factcheck.languages import Languages
from factcheck.model import Article, Attribution, Mention

__all__ = ["attribute"]


def attribute(
    article: Article, languages: Languages, names: Sequence[Mention] = ()
) -> list[tuple[Attribution, ...]]:
    """The attributions of each of `article.sentences`; an empty tuple where the outlet itself speaks.

    `names` are mentions of persons, organisations and places, whose values have `id`, `full`, `type` and
    `title`. Without them names are runs of capitals. Raises LanguageError for a slip in a language file.
    """
    quoted = quotations(article)
    telling = Telling(scenes(article, languages, names, quoted))
    telling.open_lists()
    telling.continue_quotations(quoted)
    return [tuple(attribution for attribution, _ in told.found) for told in telling.told]
