"""The four ways in which parameters come: query, form, multipart, JSON."""

import json as json_module
import re
from functools import lru_cache
from urllib.parse import quote_from_bytes

from client import Request

SPECIAL = re.compile(rb'[\x00-\x1f"\\]')
BOUNDARY = "gatehouse-api-tests"


class Literal(bytes):
    """A JSON text as it stands, for an encoding that is JSON."""


def text_of(value) -> bytes:
    """A parameter's value as query and form hold it."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, bool):
        return b"true" if value else b"false"
    return str(value).encode()


def literal_of(value) -> bytes:
    """A parameter's value as JSON holds it; bytes become a string's content."""
    if isinstance(value, Literal):
        return bytes(value)
    if isinstance(value, bytes):
        return b'"' + SPECIAL.sub(lambda match: b"\\u%04x" % match[0][0], value) + b'"'
    return json_module.dumps(value, ensure_ascii=False).encode()


@lru_cache
def quoted(content: bytes) -> str:
    return quote_from_bytes(content, safe="")


def pairs_text(pairs) -> bytes:
    encoded = (f"{quoted(name.encode())}={quoted(text_of(value))}" for name, value in pairs)
    return "&".join(encoded).encode()


def query(path: str, pairs, **headers) -> Request:
    text = pairs_text(pairs).decode()
    return Request("GET", path + ("?" + text if text else ""), tuple(headers.items()))


def form(path: str, pairs, **headers) -> Request:
    return post(path, "application/x-www-form-urlencoded", pairs_text(pairs), **headers)


def multipart(path: str, pairs, **headers) -> Request:
    body = b"".join(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode()
        + text_of(value)
        + b"\r\n"
        for name, value in pairs
    )
    return post(
        path,
        f"multipart/form-data; boundary={BOUNDARY}",
        body + f"--{BOUNDARY}--\r\n".encode(),
        **headers,
    )


def json(path: str, pairs, **headers) -> Request:
    members = b",".join(
        literal_of(name.encode()) + b":" + literal_of(value) for name, value in pairs
    )
    return post(path, "application/json", b"{" + members + b"}", **headers)


def post(path: str, media_type: str, body: bytes, **headers) -> Request:
    return Request("POST", path, (("Content-Type", media_type), *headers.items()), body)


ENCODINGS = {"query": query, "form": form, "multipart": multipart, "json": json}
