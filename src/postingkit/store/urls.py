"""Addresses of places beyond this computer, and what of them nobody is to read."""

import re
from urllib.parse import unquote, urlsplit

MARK = "://"
HIDDEN = re.compile(r"(?<=//)(?:[^\s/@]*:\S*|[^\s/@]*)@")
"""The user, and the password if there is one, which may hold any character but a space."""
QUERY = re.compile(r"(://[^\s?]*)\?\S*")


def is_url(text: str) -> bool:
    """Say whether *text* is the address of a place beyond this computer's folders."""
    return MARK in text


def without_credentials(text: str) -> str:
    """Give *text* without the users and passwords of addresses in it, and without their queries."""
    return QUERY.sub(r"\1", HIDDEN.sub("", text))


def said_of(error: Exception, url: str) -> str:
    """Give the words of *error*, with which nobody learns the password within *url*."""
    words = without_credentials(str(error) or type(error).__name__).rstrip(".")
    password = _password(url)
    for secret in filter(None, (password, unquote(password))):
        words = words.replace(secret, "…")
    return words


def _password(url: str) -> str:
    try:
        return urlsplit(url.rpartition("::")[2]).password or ""
    except ValueError:
        return ""
