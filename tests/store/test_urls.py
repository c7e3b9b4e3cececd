"""Addresses: what people are told of them holds nothing secret."""

import pytest

from postingkit.store.urls import is_url, said_of, without_credentials


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("s3://bucket/jobs", True),
        ("file:///srv/jobs", True),
        ("out", False),
        ("C:\\jobs", False),
        ("//server/share/jobs", False),
        ("-", False),
    ],
)
def test_an_address_is_told_from_a_folder(text: str, is_one: bool) -> None:  # noqa: FBT001 - it is what is expected
    assert is_url(text) is is_one


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("sftp://ann:secret@host/jobs", "sftp://host/jobs"),
        ("sftp://ann:se@c/re:t@host/jobs", "sftp://host/jobs"),
        ("sftp://ann@host/jobs", "sftp://host/jobs"),
        ("s3://bucket/a@b", "s3://bucket/a@b"),
        ("simplecache::ftp://ann:secret@host/a", "simplecache::ftp://host/a"),
        ("az://box/jobs?sig=secret", "az://box/jobs"),
        ("-o sftp://ann:secret@host/jobs -q", "-o sftp://host/jobs -q"),
        ("file:///srv/jobs", "file:///srv/jobs"),
    ],
)
def test_people_are_not_told_of_credentials(url: str, shown: str) -> None:
    assert without_credentials(url) == shown


@pytest.mark.parametrize(
    "words", ["no to p%40ss", "no to p@ss", "no: sftp://ann:p%40ss@host/jobs."]
)
def test_the_words_of_an_error_hold_no_password(words: str) -> None:
    said = said_of(OSError(words), "sftp://ann:p%40ss@host/jobs")
    assert "p%40ss" not in said
    assert "p@ss" not in said
    assert said.startswith("no")


def test_an_error_without_words_is_named() -> None:
    assert said_of(TimeoutError(), "s3://bucket") == "TimeoutError"
