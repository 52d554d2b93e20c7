"""The demo's partner: signs requests as docs/partners.md says, to nginx by HTTPS."""

import hashlib
import hmac
import secrets
import time
from urllib.parse import parse_qsl, urlsplit

from client import Request
from forms import json, literal_of, pairs_text, text_of

APP_ID, KEY_ID, SECRET = "cjj-test", "k1", "8f3c1e0a5b7d49c2a6e1d0f4b3c2a190"
ORDERS, OFFERS = "/api/SynLeaseOrder", "/api/leasePark"


def common(offset: int = 0) -> list:
    return [("app_id", APP_ID), ("timestamp", str(int(time.time()) + offset)),
            ("nonce", secrets.token_hex(16)), ("sign_type", "HMAC-SHA256")]


def signed(pairs, query=(), offset: int = 0) -> list:
    """The pairs with the common ones and `sign`, by scheme A; `query` is signed with them."""
    pairs = [*pairs, *common(offset)]
    texts = sorted((name.encode(), text_of(value)) for name, value in [*pairs, *query])
    text = b"&".join(name + b"=" + value for name, value in texts if value)
    text += b"&key=" + SECRET.encode()
    return [*pairs, ("sign", hmac.new(SECRET.encode(), text, hashlib.sha256).hexdigest().upper())]


def signed_json(path: str, pairs, offset: int = 0) -> Request:
    """A POST of JSON signed by headers, by scheme B."""
    request = json(path, pairs)
    return with_headers(request, offset)


def with_headers(request: Request, offset: int = 0) -> Request:
    parts = urlsplit(request.path)
    query = "&".join(sorted(parts.query.split("&")))
    timestamp, nonce = str(int(time.time()) + offset), secrets.token_hex(16)
    digest = hashlib.sha256(request.body or b"").hexdigest()
    lines = ["V1", request.method, parts.path, query, APP_ID, KEY_ID, timestamp, nonce, digest]
    signature = hmac.new(SECRET.encode(), "\n".join(lines).encode(), hashlib.sha256).hexdigest()
    headers = (("X-App-Id", APP_ID), ("X-Key-Id", KEY_ID), ("X-Timestamp", timestamp),
               ("X-Nonce", nonce), ("X-Signature", f"v1={signature}"))
    return Request(request.method, request.path, (*request.headers, *headers), request.body)


def decoded(text: bytes) -> list:
    """What a query says, whichever way it is escaped and its signature's letters are written."""
    pairs = parse_qsl(text.decode(), keep_blank_values=True, errors="surrogateescape")
    return sorted((n, v.lower() if n == "sign" else v) for n, v in pairs)


def flipped(text: bytes, start: int = 0, step: int = 1):
    """Where a bit is flipped, and the query with it: every bit of every `step`th byte. Left out is what
    is no request line, or says the same parameters in other letters."""
    meaning = decoded(text)
    for index in range(start, len(text), step):
        for bit in range(8):
            changed = bytearray(text)
            changed[index] ^= 1 << bit
            if not 0x21 <= changed[index] <= 0x7E or changed[index] == 0x23:
                continue
            if decoded(bytes(changed)) != meaning:
                yield (index, bit), changed.decode()


def dates(day: int = 2) -> str:
    window = {"date": f"2031-01-{day:02}", "start_time": "19:00", "end_time": "06:30"}
    return literal_of([window]).decode()


__all__ = ["ORDERS", "OFFERS", "dates", "decoded", "flipped", "pairs_text", "signed", "signed_json", "with_headers"]
