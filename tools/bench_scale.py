"""Measures how the time of a comparison grows with the number of articles.

    python tools/bench_scale.py tests/stories/tuned/*
    python tools/bench_scale.py --few 5 --many 20 --sentences 30 --most 5 STORY...

From the articles of each story two corpora are made: the paragraphs of its articles dealt out anew, some of
their figures altered. Each is compared in a process of its own; the median of the user and system time counts.
Exit status 1 where the many take more than `--most` times as long as the few, for any story.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench_start import seconds

SENTENCE = re.compile(r"[.!?][\"”]?(?=\s|$)")
FIGURE = re.compile(r"\b[1-9]\d{0,2}\b")
SHORTEST = 60  # characters of a paragraph
ALTERED = 0.15  # of the figures


def paragraphs(article: Path) -> list[str]:
    """The paragraphs of an article, the headline apart."""
    lines = article.read_text("utf-8").splitlines()
    return [line for line in lines[1:] if len(line) >= SHORTEST]


def altered(paragraph: str, chance: random.Random) -> str:
    """A paragraph with some of its figures changed."""

    def changed(match: re.Match[str]) -> str:
        return str(int(match[0]) + chance.randint(1, 9)) if chance.random() < ALTERED else match[0]

    return FIGURE.sub(changed, paragraph)


def made(articles: Sequence[Path], count: int, sentences: int) -> Iterator[str]:
    """As many articles of so many sentences, each with its own choice of the story's paragraphs."""
    chance = random.Random(7)
    pool = [paragraph for article in articles for paragraph in paragraphs(article)]
    for number in range(count):
        base = articles[number % len(articles)]
        body = paragraphs(base)
        rest = [p for p in pool if p not in body]
        kept = [*body[:1], *chance.sample(body[1:], len(body[1:]) * 2 // 3), *chance.sample(rest, len(rest))]
        found, told = 0, []
        while found < sentences:
            paragraph = kept[len(told) % len(kept)]
            told.append(altered(paragraph, chance))
            found += len(SENTENCE.findall(paragraph))
        yield "\n\n".join([base.read_text("utf-8").splitlines()[0], *told]) + "\n"


def measured(story: Path, count: int, sentences: int, runs: int) -> float:
    """The seconds a comparison of a made corpus takes."""
    articles = sorted(story.glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(made(articles, count, sentences), 1):
            path = Path(folder) / f"article-{number}.txt"
            path.write_text(text, "utf-8")
            paths.append(str(path))
        command = [sys.executable, "-m", "factcheck", "compare", *paths]
        return statistics.median(seconds(command) for _ in range(runs))


def main() -> int:
    """Print the times a story; 1 where one grows too fast."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("stories", nargs="+", type=Path, metavar="STORY", help="folders of .txt files")
    parser.add_argument("--few", type=int, default=5)
    parser.add_argument("--many", type=int, default=20)
    parser.add_argument("--sentences", type=int, default=30)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--most", type=float, default=5.0, help="times the few")
    options = parser.parse_args()
    worst = 0.0
    for story in options.stories:
        few, many = (measured(story, n, options.sentences, options.runs) for n in (options.few, options.many))
        worst = max(worst, many / few)
        sys.stdout.write(
            f"{story.name:<20}{few * 1000:>7.0f} ms {many * 1000:>7.0f} ms {many / few:>6.1f}x\n"
        )
    return int(worst > options.most)


if __name__ == "__main__":
    sys.exit(main())
