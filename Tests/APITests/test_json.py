"""JSONTestSuite (nst/JSONTestSuite) as bodies, through nginx."""

import re
from pathlib import Path

import pytest
from answers import check
from conftest import setting
from forms import post
from park import BOOTHS

SUITE = Path(setting("GATEHOUSE_TEST_ROOT")) / "Tests/HTTPTests/Resources/JSONTestSuite"
FILES = sorted(SUITE.glob("*.json"))
DEVICE = "/device/v1/generic/demo-in-2-camera"
LIST = f"{BOOTHS}/records/enter?_id=demo-in-1"
VALID = [file for file in FILES if file.name.startswith("y_")]
#: Two of the suite's texts are too large to be kept as files.
INVALID = {file.stem: file.read_bytes() for file in FILES if file.name.startswith("n_")} | {
    "n_structure_100000_opening_arrays": b"[" * 100_000,
    "n_structure_open_array_object": b'[{"":' * 50_000 + b"\n",
}
EITHER = [file for file in FILES if file.name.startswith("i_")]


def name(file):
    return file.stem


def send(path, body, client, database, description):
    before = database.state()
    request = post(path, "application/json", body)
    answer = client.send(request)
    check(answer, request, description, None)
    assert not database.changed(before)
    return answer.code


def test_suite_is_whole():
    assert (len(INVALID), len(VALID), len(EITHER)) == (188, 95, 35)


@pytest.mark.parametrize("text", INVALID)
def test_invalid(text, client, database, description):
    body = INVALID[text]
    assert send(DEVICE, body, client, database, description) == 1004
    assert send(LIST, body, client, database, description) == (413 if len(body) > 65536 else 1004)


@pytest.mark.parametrize("file", VALID, ids=name)
def test_valid(file, client, database, description):
    """Inside an object, under a name that nobody knows; U+0000 and equal names are refused."""
    body = b'{"unknown":' + file.read_bytes() + b"}"
    expected = 1003 if "duplicated_key" in file.name else 0
    if re.search(rb"(?<!\\)\\u0000", body):
        expected = 1004
    assert send(LIST, body, client, database, description) == expected


@pytest.mark.parametrize("file", EITHER, ids=name)
def test_either(file, client, database, description):
    body = b'{"unknown":' + file.read_bytes() + b"}"
    assert send(LIST, body, client, database, description) in (0, 1004)
