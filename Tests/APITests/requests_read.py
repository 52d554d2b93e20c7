"""Reads a request that was sent, independently of the program: what its parameters are."""

import json
from email import message_from_bytes
from email.message import Message
from urllib.parse import unquote_to_bytes, urlsplit

from hostile import REPEATED, TYPE, UNREADABLE, Wrong


class Unreadable(Exception):
    """The request as a whole is refused, with what is wrong."""

    def __init__(self, wrong: Wrong):
        self.wrong = wrong


def parameters(url: str, media_type: str, body: bytes) -> dict[str, object]:
    """The parameters by name: texts, None for JSON's null, `TYPE` for what is no text."""
    found = {}
    for name, value in [*pairs(urlsplit(url).query.encode()), *body_pairs(media_type, body)]:
        if name in found:
            raise Unreadable(REPEATED)
        found[name] = value
    return found


def pairs(content: bytes):
    for pair in filter(None, content.split(b"&")):
        name, _, value = pair.replace(b"+", b" ").partition(b"=")
        yield text(unquote_to_bytes(name)), text(unquote_to_bytes(value))


def body_pairs(media_type: str, body: bytes):
    if media_type.startswith("application/x-www-form-urlencoded"):
        return pairs(body)
    if media_type.startswith("multipart/form-data"):
        return parts(media_type, body)
    if media_type.startswith("application/json"):
        return members(body)
    if body:
        raise Unreadable(UNREADABLE)
    return []


def parts(media_type: str, body: bytes):
    message = message_from_bytes(b"Content-Type: " + media_type.encode() + b"\r\n\r\n" + body)
    if not message.get_boundary():
        raise Unreadable(UNREADABLE)
    for part in message.get_payload() if message.is_multipart() else []:
        content = part.get_payload(decode=True)
        yield name_of(part), TYPE if part.get_filename() else text(content)


def name_of(part: Message):
    """A part's name, its bytes each a letter: as they come, the reader makes all beyond ASCII the same one."""
    values = [value for name, value in part.raw_items() if name.lower() == "content-disposition"]
    plain = Message()
    plain["Content-Disposition"] = "".join(values[:1]).encode("ascii", "surrogateescape").decode("latin-1")
    return plain.get_param("name", header="content-disposition")


def members(body: bytes):
    def once(pairs):
        if len({name for name, _ in pairs}) < len(pairs):
            raise Unreadable(REPEATED)
        return dict(pairs)

    def refuse(word):
        raise ValueError(word)

    try:
        whole = json.loads(text(body), object_pairs_hook=once, parse_constant=refuse,
                           parse_int=Number, parse_float=Number)
    except ValueError:
        raise Unreadable(UNREADABLE) from None
    if not isinstance(whole, dict):
        raise Unreadable(UNREADABLE)
    strings(whole)
    return [(name, TYPE if isinstance(value, list | dict) else value)
            for name, value in whole.items()]


class Number(str):
    """A JSON number as it was written."""


def strings(value):
    """Refuses U+0000 and half surrogate pairs anywhere inside."""
    if isinstance(value, str):
        text(value.encode("utf-8", "surrogatepass"))
    elif isinstance(value, list):
        for element in value:
            strings(element)
    elif isinstance(value, dict):
        for name, member in value.items():
            strings(name)
            strings(member)


def text(content: bytes) -> str:
    try:
        decoded = content.decode()
    except UnicodeDecodeError:
        raise Unreadable(UNREADABLE) from None
    if "\0" in decoded:
        raise Unreadable(UNREADABLE)
    return decoded
