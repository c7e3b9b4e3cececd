"""Addresses: those of the web, those that job boards can fetch, and those of mail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from postingkit.errors import FilePlace
from postingkit.model.addresses import MailAddress, PublicAddress, WebAddress
from postingkit.model.nodes import TextNode
from postingkit.model.values import PlainText

PLACE = FilePlace("x.yaml", 1, 1)
KINDS: tuple[type[PlainText], ...] = (WebAddress, PublicAddress, MailAddress)
WEB, PUBLIC, MAIL = map(TypeAdapter, KINDS)


def takes(kind: TypeAdapter[PlainText], written: str) -> bool:
    try:
        return str(kind.validate_python(TextNode(written, PLACE))) == written
    except ValidationError:
        return False


@pytest.mark.parametrize(
    "written",
    [
        "https://example.org",
        "http://example.org/jobs?id=1&x=%20#apply",
        "https://münchen.example/ä",
        "https://jobs:8443/x",
        "HTTPS://EXAMPLE.ORG",
        "https://[2001:db8::1]/x",
    ],
)
def test_addresses_of_the_web(written: str) -> None:
    assert takes(WEB, written) == ("[" not in written)


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "mailto:a@example.org",
        "example.org",
        "//example.org",
        "https://",
        "https:///x",
        "https://exa mple.org",
        "https://example.org/<b>",
        'https://example.org/"onclick="x',
        "https://example.org\\@evil.example",
        "https://user:secret@example.org",
        "https://example.org:99999",
        "https://[::1",
        "https://-x.example",
        "https://example.org/" + "x" * 3000,
        "https://example.org/\u2028",
    ],
)
def test_what_is_no_address_of_the_web(written: str) -> None:
    assert not takes(WEB, written)


@pytest.mark.parametrize(
    ("host", "is_public"),
    [
        ("example.org", True),
        ("example.org.", True),
        ("xn--mnchen-3ya.example", True),
        ("münchen.example", True),
        ("93.184.216.34", True),
        ("localhost", False),
        ("LOCALHOST", False),
        ("intranet", False),
        ("hr.intranet", False),
        ("printer.local", False),
        ("x.internal", False),
        ("router.home.arpa", False),
        ("10.0.0.1", False),
        ("192.168.1.1", False),
        ("172.16.0.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),  # noqa: S104 - nothing is bound to it
        ("2130706433", False),
        ("0x7f.0.0.1", False),
        ("127.1", False),
    ],
)
def test_what_job_boards_can_fetch(host: str, *, is_public: bool) -> None:
    assert takes(PUBLIC, f"https://{host}/logo.png") == is_public


@pytest.mark.parametrize(
    ("written", "is_one"),
    [
        ("jobs@example.org", True),
        ("o'neil+jobs@sub.example.org", True),
        ("jörg@münchen.example", True),
        ("jobs@example", False),
        ("jobs@@example.org", False),
        ("jobs at example.org", False),
        ("mailto:jobs@example.org", False),
        ("a@example.org, b@example.org", False),
        ("Jobs <jobs@example.org>", False),
        ("jobs@example.org?bcc=x@example.org", False),
        ("@example.org", False),
        ("x" * 300 + "@example.org", False),
    ],
)
def test_addresses_of_mail(written: str, *, is_one: bool) -> None:
    assert takes(MAIL, written) == is_one


@given(st.text())
def test_any_text_is_an_address_or_is_refused(text: str) -> None:
    for kind in (WEB, PUBLIC, MAIL):
        takes(kind, text)
        takes(kind, f"https://{text}")
