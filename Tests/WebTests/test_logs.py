"""Access logs without plates or tokens, and one id of a request wherever it is told of."""

import json
import time
from urllib.parse import quote

import pytest
from application import Application
from client import BOOTHS, Client

PLATE = "苏E77777"


@pytest.fixture(scope="module")
def logged():
    with Application("logged") as application:
        yield application


def line(application, request_id: str) -> dict:
    """The line of the access log with that id."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        for entry in application.log("access.log"):
            if entry["request_id"] == request_id:
                return entry
        time.sleep(0.2)
    raise AssertionError(f"no line of request {request_id}")


@pytest.mark.parametrize("path", [
    f"{BOOTHS}/enter/permit-through?_id=demo-in-1&license={{plate}}",
    f"{BOOTHS}/leave/capture?_id=demo-out-1&license={{plate}}",
    "/park/v1/office/vehicles?plate={plate}", "/api/leasePark?car_plate_no={plate}",
    "/device/v1/generic/demo-in-1-camera?plate={plate}", "/nothing?x={plate}",
    "/device/v1/generic/demo-in-1-camera/poll", "/Device/v1/generic/demo-in-1-camera",
])
def test_no_plate_and_no_token_reaches_a_log(logged, path):
    answer = Client(logged).get(path.format(plate=quote(PLATE)))
    entry = line(logged, answer.headers["x-request-id"])
    assert entry["status"] == answer.status and "?" not in entry["path"]
    everything = "".join(
        log.read_text() for log in (logged.state / "logs").iterdir() if log.is_file())
    for secret in (PLATE, quote(PLATE), "demo-in-1-camera"):
        assert secret not in everything


def test_every_line_is_json_with_what_a_reader_needs(logged):
    answer = Client(logged, "demo2.localhost").get(f"{BOOTHS}/park-info-query")
    entry = line(logged, answer.headers["x-request-id"])
    assert entry["park"] == "DEMO002" and entry["scheme"] == "https"
    assert entry["method"] == "GET" and entry["worker_status"] == "200"
    assert float(entry["worker_seconds"]) <= entry["seconds"] + 0.001
    for text in (logged.state / "logs" / "access.log").read_text().splitlines():
        assert isinstance(json.loads(text), dict)


def test_the_workers_repeat_the_request_id_of_nginx(logged):
    logged.script("database", "stop")
    try:
        answer = Client(logged).get(f"{BOOTHS}/park-info-query")
        assert (answer.status, answer.code) == (503, 503)
        request_id = answer.headers["x-request-id"]
        assert line(logged, request_id)["status"] == 503
        told = [entry for entry in logged.log("workers.log")
                if entry.get("request_id") == request_id]
        assert [entry["message"] for entry in told] == ["the database is away"]
    finally:
        logged.script("database", "start")
