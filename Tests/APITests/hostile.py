"""What is put in a parameter's place, for every parameter of every URL."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from forms import Literal

LONG = 10**6


@dataclass(frozen=True)
class Mutation:
    """One hostile form of a parameter, as functions of the good parameters beside it."""

    label: str
    #: What is sent: names and values.
    pairs: Callable[[dict], list]
    #: What the parameter's value is then: a text, None when it is absent, or what is wrong with it.
    value: Callable[[dict], Any]
    query: tuple = ()


class Wrong(str):
    """Not a value: `repeated`, `unreadable` or `type`."""


REPEATED, UNREADABLE, TYPE = Wrong("repeated"), Wrong("unreadable"), Wrong("type")

TEXTS = {
    "empty": "",
    "0": "0",
    "-1": "-1",
    "2^31": str(2**31),
    "2^63": str(2**63),
    "NaN": "NaN",
    "Infinity": "Infinity",
    "1e3": "1e3",
    "+1": "+1",
    "a fraction": "1.5",
    "hexadecimal": "0x10",
    "a word": "abc",
    "true": "true",
    "10^6 digits": "9" * LONG,
    "10^6 letters": "苏" * (LONG // 3),
    "SQL": "'; drop table parking.stay; --",
    "SQL that is true": "' or '1'='1",
    "HTML": "<script>alert(1)</script>",
    "a format": "%s%n{0}${1}",
    "CR LF": "1\r\nX-Injected: 1",
    "full-width digits": "１２",
    "Arabic digits": "١٢",
    "RTL marks": "\u202e1\u200f",
    "spaces": " 1 ",
    "a path": "../../etc/passwd",
}

BYTES = {
    "NUL": b"\0",
    "invalid UTF-8": b"\xff\xfe",
    "overlong UTF-8": b"\xc0\xaf",
    "a surrogate": b"\xed\xa0\x80",
    "cut UTF-8": "苏".encode()[:2],
}

LITERALS = {
    "null": (b"null", None),
    "JSON 0": (b"0", "0"),
    "JSON -1": (b"-1", "-1"),
    "JSON 2^31": (b"2147483648", "2147483648"),
    "JSON 2^63": (b"9223372036854775808", "9223372036854775808"),
    "JSON fraction": (b"1.5", "1.5"),
    "JSON exponent": (b"1e400", "1e400"),
    "JSON true": (b"true", True),
    "JSON false": (b"false", False),
    "an array": (b"[]", TYPE),
    "an array of it": (b'["1"]', TYPE),
    "an object": (b"{}", TYPE),
    "an object of it": (b'{"1":1}', TYPE),
    "JSON NaN": (b"NaN", UNREADABLE),
    "escaped NUL": (b'"\\u0000"', UNREADABLE),
    "half a surrogate pair": (b'"\\ud800"', UNREADABLE),
    "a bare control character": (b'"\n"', UNREADABLE),
    "a cut string": (b'"', UNREADABLE),
    "65 arrays": (b"[" * 65 + b"]" * 65, UNREADABLE),
    "100,000 arrays": (b"[" * 10**5, UNREADABLE),
    "keys given twice": (b'{"a":1,"a":2}', REPEATED),
}


def mutations(name: str, encoding: str):
    """Every hostile form of one parameter."""
    yield Mutation("missing", without(name), always(None))
    for label, text in TEXTS.items():
        yield Mutation(label, putting(name, always(text.encode())), always(text))
    for label, tail in {"CR LF": "\r\n", "an RTL mark": "\u200f"}.items():
        value = behind(name, tail)
        yield Mutation(
            f"{label} behind it", putting(name, lambda base, v=value: v(base).encode()), value)
    for label, content in BYTES.items():
        yield Mutation(label, putting(name, always(content)), always(UNREADABLE))
        yield Mutation(
            f"{label} behind it",
            putting(name, lambda base, c=content: str(base.get(name, "1")).encode() + c),
            always(UNREADABLE))
    yield Mutation("repeated", twice(name), always(REPEATED))
    yield Mutation("repeated with another value", twice(name, "2"), always(REPEATED))
    for brackets in ("[]", "[0]", "[$ne]"):
        yield Mutation(
            f"{name}{brackets}",
            lambda base, b=brackets: without(name)(base) + [(name + b, base.get(name, "1"))],
            always(None))
    if encoding == "json":
        for label, (literal, value) in LITERALS.items():
            yield Mutation(label, putting(name, always(Literal(literal))), always(value))
    else:
        yield Mutation("U+0000 in the name", lambda base: [*base.items(), (f"{name}\0", "1")],
                       always(UNREADABLE))
    if encoding != "query":
        yield Mutation("in body and query", putting(name, lambda base: base.get(name, "1")),
                       always(REPEATED), query=((name, "1"),))


def always(value):
    return lambda base: value


def behind(name, tail):
    return lambda base: f"{base.get(name, '1')}{tail}"


def putting(name, value):
    return lambda base: list({**base, name: value(base)}.items())


def without(name):
    return lambda base: [(key, value) for key, value in base.items() if key != name]


def twice(name, second=None):
    return lambda base: [*putting(name, lambda base: base.get(name, "1"))(base),
                         (name, second or base.get(name, "1"))]
