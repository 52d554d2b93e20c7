"""What openapi.yaml says, in the words of the tests."""

import re
from functools import cached_property
from pathlib import Path

import yaml

from hostile import REPEATED, TYPE, UNREADABLE

SOURCES = Path(__file__).parents[2] / "Sources"
METHODS = ("get", "post")

MISSING_CODE, MALFORMED_CODE, REPEATED_CODE, UNREADABLE_CODE = 1001, 1002, 1003, 1004
#: What nginx answers when a request is too large for it.
TOO_LARGE = {400, 413, 414, 431}


class Description:
    def __init__(self, module: str = "ParkingAPI"):
        self.document = yaml.safe_load((SOURCES / module / "openapi.yaml").read_text())

    @cached_property
    def codes(self) -> set[int]:
        return set(self.document["components"]["schemas"]["ResultCode"]["enum"])

    def schema(self, name: str) -> dict:
        return self.document["components"]["schemas"][name]

    def media_types(self, path: str, method: str, status: int) -> set[str]:
        """The media types of an answer; empty for one that has no body."""
        responses = self.document["paths"][path][method]["responses"]
        response = responses.get(str(status))
        assert response is not None, f"{method} {path}: HTTP {status} is not described"
        if "$ref" in response:
            response = self.document["components"]["responses"][response["$ref"].split("/")[-1]]
        return set(response.get("content", {}))

    def rule_codes(self, path: str) -> set[int]:
        """The codes of a rule's refusal, and 0."""
        response = self.document["paths"][path]["post"]["responses"]["200"]["$ref"].split("/")[-1]
        words = self.document["components"]["responses"][response]["description"]
        codes = {int(code) for code in re.findall(r"\d+", words)}
        return codes - {MISSING_CODE, MALFORMED_CODE, REPEATED_CODE, UNREADABLE_CODE}


def refusals(schema: dict, name: str, value, required: bool) -> set[int]:
    """The codes of a value that is refused whatever the rules say; empty for one that is not."""
    if value is REPEATED:
        return {REPEATED_CODE}
    if value is UNREADABLE:
        return {UNREADABLE_CODE}
    if value is TYPE:
        return {MALFORMED_CODE}
    if value is None or value == "":
        return {MISSING_CODE} if required else set()
    text = {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value
    return set() if admits(schema["properties"][name], text) else {MALFORMED_CODE}


def admits(schema: dict, text: str) -> bool:
    """Whether a text stands for a value of that schema."""
    if "enum" in schema and "type" in schema and schema["type"] == "string":
        return text in schema["enum"]
    if schema.get("type") == "integer":
        if not re.fullmatch("[0-9]+", text):
            return False
        number = int(text[:30])
        if "enum" in schema:
            return number in schema["enum"]
        return schema.get("minimum", 0) <= number <= schema.get("maximum", number)
    return len(text) <= schema.get("maxLength", len(text))
