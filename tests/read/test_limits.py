"""Readers stop somewhere, and say where."""

from __future__ import annotations

from factcheck.languages import Languages
from factcheck.model import Zone
from factcheck.read import read_text

LANGUAGES = Languages()


def test_an_article_of_usual_length_has_no_notes() -> None:
    article = read_text("Two people died in the city on Tuesday.\n" * 200, "a.txt", "a", LANGUAGES)
    assert article.notes == ()
    assert len(article.sentences) == 200


def test_a_long_text_stays_whole_and_is_read_up_to_a_line() -> None:
    text = "".join(f"{n} people died in Ostrand.\n" for n in range(30_000))
    article = read_text(text, "a.txt", "a", LANGUAGES)
    assert article.text == text
    assert len(article.sentences) == 5000
    assert article.notes == ("a: too long for one article; read up to line 5001, column 1, and no further",)


def test_blank_lines_at_the_end_are_no_text() -> None:
    article = read_text("Two people died in the city.\n" + "\n" * 50_000, "a.txt", "a", LANGUAGES)
    assert article.notes == ()


def test_a_line_without_an_end_is_cut_at_its_blanks() -> None:
    text = "the police counted 12 people on Tuesday and " * 500
    article = read_text(text, "a.txt", "a", LANGUAGES)
    spans = [sentence.span for sentence in article.sentences]
    assert all(span.end - span.start <= 1500 for span in spans)
    assert " ".join(span.of(text) for span in spans) == text.strip()


def test_a_word_without_an_end_is_cut_too() -> None:
    article = read_text("a" * 10_000 + ".", "a.txt", "a", LANGUAGES)
    assert max(s.span.end - s.span.start for s in article.sentences) <= 1500


def test_a_heading_without_an_end_is_no_headline() -> None:
    text = "# " + "many words " * 5000 + "\n\nTwo people died in the city on Tuesday, police said.\n"
    article = read_text(text, "a.md", "a", LANGUAGES)
    titles = [s for s in article.sentences if s.zone is Zone.TITLE]
    assert all(s.span.end - s.span.start <= 1500 for s in titles)
