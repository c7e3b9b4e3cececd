"""Addresses of the web and of mail, judged by their form; nothing is looked up or fetched."""

import re
from ipaddress import ip_address
from typing import Self
from urllib.parse import SplitResult, urlsplit

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from postingkit.model.values import PlainText

LONGEST = 2000
LONGEST_MAIL = 254  # RFC 5321, section 4.5.3.1.3, less its brackets
SCHEMES = ("http", "https")
UNSAFE = re.compile(r"""[\s<>"\\^`{|}\x00-\x1f]""")  # RFC 3986, appendix A, and what ends a link
USUAL = re.compile(r"https?://[a-z0-9]+(?:[.-][a-z0-9]+)*(?:/[A-Za-z0-9/._~?=&#-]*)?")
"""Addresses of which all that is judged below is sound; it saves time, and nothing else."""
HOST = re.compile(r"[^\W_]([\w-]*[^\W_])?(\.[^\W_]([\w-]*[^\W_])?)*\.?")
PUBLIC_END = re.compile(r"(xn--[a-z0-9-]+|[^\W\d_]{2,})\.?")
MAIL = re.compile(r"[^\s@<>()\[\],;:\\\"\x00-\x1f]+@([^\W_]([\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]")
# RFC 6761, RFC 6762, RFC 8375, and what ICANN keeps for private use
PRIVATE_ENDS = ("localhost", "local", "internal", "lan", "intranet", "corp", "home", "home.arpa")


class WebAddress(PlainText):
    """An address of the web, http or https."""

    @classmethod
    def validate(cls, value: object) -> Self:
        """Take a text node that is a whole address."""
        words = super().validate(value)
        _judge(words.text)
        return words

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say the form to editors."""
        return {"type": "string", "format": "uri", "pattern": "^https?://", "maxLength": LONGEST}


class PublicAddress(WebAddress):
    """An address that anybody on the internet can fetch."""

    @classmethod
    def validate(cls, value: object) -> Self:
        """Take a text node that is a whole address whose host is no private one."""
        words = super().validate(value)
        host = urlsplit(words.text).hostname or ""
        if not _is_public(host):
            message = "“{host}” is a host within an organization: job boards cannot fetch it."
            hint = "Give the address that the public knows."
            raise PydanticCustomError("private_host", message, {"host": host, "hint": hint})
        return words


class MailAddress(PlainText):
    """An address of mail."""

    @classmethod
    def validate(cls, value: object) -> Self:
        """Take a text node that has the form of an address."""
        words = super().validate(value)
        if not MAIL.fullmatch(words.text) or len(words.text) > LONGEST_MAIL:
            message = "“{written}” is no mail address."
            hint = "Write one address alone, as in jobs@example.org."
            raise PydanticCustomError("mail", message, {"written": words.text, "hint": hint})
        return words

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say the form to editors."""
        return {"type": "string", "format": "email", "maxLength": LONGEST_MAIL}


def _judge(written: str) -> None:
    if USUAL.fullmatch(written) and len(written) <= LONGEST:
        return
    scheme, colon, _ = written.partition(":")
    if colon and re.fullmatch(r"[a-zA-Z][a-zA-Z0-9+-]*", scheme) and scheme.lower() not in SCHEMES:
        message = "“{scheme}:” is no beginning of an address of the web."
        hint = "It begins with https:// or http://."
        raise PydanticCustomError("web_address", message, {"scheme": scheme, "hint": hint})
    parts = _parts(written)
    if parts is None or parts.scheme not in SCHEMES or not HOST.fullmatch(parts.hostname or ""):
        message = "“{written}” is no address of the web."
        hint = "Copy it whole, as in https://example.org/jobs, with %20 in place of spaces."
        raise PydanticCustomError("web_address", message, {"written": written, "hint": hint})
    if parts.username is not None:
        message = "The address holds a user name or a password, which everybody would read."
        hint = "Leave out what stands before the “@”."
        raise PydanticCustomError("web_address", message, {"hint": hint})


def _parts(written: str) -> SplitResult | None:
    if UNSAFE.search(written) or len(written) > LONGEST:
        return None
    try:
        parts = urlsplit(written)
        _ = parts.port  # it is judged only when it is asked for
    except ValueError:
        return None
    return parts


def _is_public(host: str) -> bool:
    try:
        return ip_address(host).is_global
    except ValueError:
        name = host.rstrip(".").lower()
        end = name.rpartition(".")[2]
        private = any(f".{name}".endswith(f".{each}") for each in PRIVATE_ENDS)
        return "." in name and not private and PUBLIC_END.fullmatch(end) is not None
