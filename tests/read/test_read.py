"""Pages become articles: the story is kept, the rest is told apart, the page's own facts are read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from factcheck.errors import ArticleError
from factcheck.languages import Languages
from factcheck.model import Article, Zone
from factcheck.read import read, read_text, unique_ids

LANGUAGES = Languages()
PAGES = Path(__file__).parent / "pages"


def article(text: str, path: str = "a.txt") -> Article:
    return read_text(text, path, "a", LANGUAGES)


def page(name: str) -> Article:
    return read(PAGES / f"{name}.txt", LANGUAGES, id=name)


def told(found: Article, zone: Zone) -> list[str]:
    return [s.span.of(found.text) for s in found.sentences if s.zone is zone]


def cut(found: Article) -> str:
    return "\n".join(b.span.of(found.text) for b in found.boilerplate)


def test_indonesian_page() -> None:
    found = page("pesisir")
    assert found.language == "id"
    assert found.title == "Jembatan Gantung Putus di Lembah Awi, 14 Pelajar Luka"
    assert found.publisher == "Kabar Pesisir"
    assert found.place == "LEMBAH AWI"
    assert found.authors == ("Rina Kusuma",)
    assert found.published == datetime(2025, 2, 4, 9, 30, tzinfo=timezone(timedelta(hours=7)))
    assert told(found, Zone.CAPTION)[0] == "Foto: Sisa jembatan gantung di Lembah Awi."
    assert told(found, Zone.BODY) == [
        "Jembatan gantung sepanjang 60 meter putus pada Senin (3/2/2025) pagi.",
        "Sebanyak 14 pelajar luka-luka.",
        '"Tali bajanya sudah lama berkarat.',
        'Kami sudah melapor," kata Kepala Desa Awi, H. Ujang Saleh, S.Sos.',
        "Januari 2019",
        "Jembatan itu dibangun warga secara gotong royong.",
        "Pemerintah kabupaten memperbaikinya dua kali.",
        "Kapolsek Iptu Dadang menuturkan penyelidikan masih berlangsung.",
    ]
    for words in ("Baca juga", "SCROLL", "Tag:", "3 jam lalu", "mengangkut delapan ribu", "©"):
        assert words in cut(found)


def test_malay_page() -> None:
    found = page("pantai")
    assert found.language == "ms"
    assert found.publisher == "WARTA PANTAI"
    assert found.place == "MERSING"
    assert found.authors == ("Siti Aminah",)
    assert found.published == datetime(2025, 3, 5, 20, 15)
    assert found.credits == ("Bernama",)
    body = told(found, Zone.BODY)
    assert body[0].startswith("Dua nelayan yang dilaporkan")
    assert body[-1] == '"Kami minum air hujan," katanya kepada pemberita.'
    assert len(body) == 4
    assert "Bot karam" in cut(found)


def test_english_page() -> None:
    found = page("harbour")
    assert found.language == "en"
    assert found.title == "Old lighthouse to open again after 30 years"
    assert found.publisher == "The Harbour Gazette"
    assert found.authors == ("Ada Birch", "Tom Rowe")
    assert found.published == datetime(2025, 4, 2, 7, 10, tzinfo=UTC)
    assert found.place == "PORT WREN"
    assert found.credits == ("Coastal Newswire",)
    assert told(found, Zone.BODY) == [
        "Volunteers raised the money in six months",
        "The lighthouse at Port Wren will open to visitors on Saturday, the town council said.",
        '"We never gave up!" said Mayor Joan Fell.',
        '"Nobody believed us at first."',
        "What it costs",
        "Tickets cost $4.50 for adults.",
        "Children under 12 go free.",
        "Repairs took two winters and were paid for by 1,200 donors, Fell said.",
        "The lamp still works.",
    ]
    for words in ("READ:", "Gull steals", "Ten walks", "Comments"):
        assert words in cut(found)


def test_paragraphs_rise_down_the_page() -> None:
    numbers = [s.paragraph for s in page("harbour").sentences]
    assert numbers == sorted(numbers)


def test_a_line_alone_is_a_story() -> None:
    """A sentence needs no page around it."""
    found = article("Pasar Lama terbakar pada Rabu malam.")
    assert told(found, Zone.BODY) == ["Pasar Lama terbakar pada Rabu malam."]
    assert found.title is None
    assert found.published is None


def test_footer_in_another_language() -> None:
    """A paragraph may speak another language than its article."""
    text = (
        "Polisi menahan dua orang karena mencuri mobil milik warga di Kabupaten Sinar, Jumat.\n\n"
        "The council said it would vote on the plan after the summer, and that it was not in a hurry.\n\n"
        "Jaksa mengatakan kedua tersangka sudah mengaku kepada penyidik kepolisian dan akan segera disidang."
    )
    found = article(text)
    assert found.language == "id"
    assert [s.language for s in found.sentences] == ["id", "en", "id"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("12 - Nov - 2024, 04:00", datetime(2024, 11, 12, 4, 0)),
        ("2025-03-10", date(2025, 3, 10)),
        ("October 17 2024", date(2024, 10, 17)),
        ("Isnin, 3 Mac 2025", date(2025, 3, 3)),
        ("Updated 7:15 PM EDT, Thu March 14, 2024", "2024-03-14T19:15:00-04:00"),
        ("Selasa, 4 Februari 2025 | 07:35 WITA", "2025-02-04T07:35:00+08:00"),
        ("LUMEN/ARDEN, February 11, 2025", date(2025, 2, 11)),
    ],
)
def test_date_lines(line: str, expected: date | str) -> None:
    text = f"Mayor opens a new bridge\n\n{line}\n\nThe bridge was opened by the mayor on a wet morning."
    found = article(text).published
    assert (found.isoformat() if isinstance(expected, str) and found else found) == expected


def test_an_ambiguous_date_is_no_date() -> None:
    text = "Mayor opens a new bridge\n\n03/04/2025\n\nThe bridge was opened by the mayor on a wet morning."
    assert article(text).published is None


def test_day_inferred_only_with_its_weekday() -> None:
    """A date of history is not the article's day."""
    news = "Menteri membuka bendungan itu pada Jumat (29/11/2024) di depan ratusan warga desa."
    past = "Bendungan itu dibuka pada 17 Agustus 1985 di depan ratusan warga desa dan wartawan."
    assert article(news).published == date(2024, 11, 29)
    assert article(past).published is None


def test_markdown() -> None:
    text = (
        "---\ntitle: Bridge reopens\nauthor: Ada Birch\ndate: 2025-04-02\n---\n\n# Bridge reopens\n\n"
        "![a bridge](bridge.png)\n\n## Six months of work\n\n"
        "The bridge **reopened** on Wednesday after repairs, the council said.\n\n"
        "- Cars pay $2.\n- Bicycles go free.\n"
    )
    found = article(text, "a.md")
    assert found.text == text
    assert found.title == "Bridge reopens"
    assert found.authors == ("Ada Birch",)
    assert found.published == date(2025, 4, 2)
    assert told(found, Zone.BODY) == [
        "Six months of work",
        "The bridge **reopened** on Wednesday after repairs, the council said.",
        "Cars pay $2.",
        "Bicycles go free.",
    ]
    assert "bridge.png" in cut(found)


def write(folder: Path, name: str, raw: bytes) -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "The café’s owner said “no” to the council on Monday.\r\nNobody was surprised by that."
    found = read(write(tmp_path, "a.txt", text.encode(encoding)), LANGUAGES, id="a")
    assert found.text == text.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("nul.txt", b"a\0b", "not a text file"),
        ("page.pdf", b"%PDF", "not read"),
        ("marks.txt", b"... !!!", "no sentences"),
    ],
)
def test_what_is_refused(tmp_path: Path, name: str, raw: bytes, words: str) -> None:
    path = write(tmp_path, name, raw)
    with pytest.raises(ArticleError, match=words) as caught:
        read(path, LANGUAGES, id="a")
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_missing_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file"):
        read(tmp_path / "none.txt", LANGUAGES, id="a")
    with pytest.raises(ArticleError, match="folder"):
        read(tmp_path, LANGUAGES, id="a")


def test_unique_ids() -> None:
    assert unique_ids(["x/a.txt", "y/a.md", "b.txt", "-"]) == ["a", "a-2", "b", "stdin"]
    assert unique_ids(["a.txt", "a-2.txt", "a.md"]) == ["a", "a-2", "a-3"]
