"""Access logs without plates or tokens, and one id of a request wherever it is told of."""

import json
import re
import time
from urllib.parse import quote, urlencode

import pytest
from application import ROOT, Application
from client import BOOTHS, Client

PLATE = "苏E77777"
OFFICE = "/park/v1/office"
LEASING_APP = "chejiajia.localhost"


def described(name: str) -> str:
    return (ROOT / "Sources" / name / "openapi.yaml").read_text()


# Every URL, with the host that has it, and every name of a parameter.
URLS = [(host, path) for host, name in (("localhost", "ParkingAPI"), (LEASING_APP, "LeasingApp"))
        for path in re.findall(r"^  (/\S+):$", described(name), re.M)]
NAMES = sorted(set(re.findall(
    r"^ +- name: (\w+)$", described("ParkingAPI") + described("LeasingApp"), re.M)))


@pytest.fixture(scope="module")
def logged():
    with Application("logged") as application:
        yield application


def line(application, request_id: str) -> dict:
    """The line of the access log with that id."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        for entry in application.log("access.log"):
            if entry["request_id"] == request_id:
                return entry
        time.sleep(0.2)
    raise AssertionError(f"no line of request {request_id}")


def everything(application) -> str:
    """All that was written by nginx, workers and PostgreSQL."""
    logs = [*(application.state / "logs").iterdir(), application.state / "database" / "log"]
    return "".join(log.read_text() for log in logs if log.is_file())


def session(application) -> dict[str, str]:
    answer = Client(application).post(
        "/park/v1/session/sign-in", login="demo-operator", password="demo-gatehouse")
    assert answer.code == 0, answer
    return {"Cookie": answer.headers["set-cookie"].split(";")[0]}


@pytest.mark.parametrize("path, code", [
    (f"{OFFICE}/vehicles?park_sn=DEMO001&search={{plate}}", 0),
    (f"{OFFICE}/vehicles/add?park_sn=DEMO001&car_fee_type=2&license={{plate}}", 0),
    (f"{OFFICE}/vehicles?park_sn=DEMO001&search=E77777", 0),
    (f"{OFFICE}/audit?park_sn=DEMO001&license={{plate}}", 0),
    (f"{OFFICE}/review/list?park_sn=DEMO001&license={{plate}}", 0),
    (f"{BOOTHS}/enter/permit-through?_id=demo-in-1&license={{plate}}", 0),
    (f"{BOOTHS}/leave/candidates?_id=demo-out-1&license={{plate}}", None),
    (f"{BOOTHS}/leave/capture?_id=demo-out-1&license={{plate}}", 0),
    ("/api/leasePark?car_plate_no={plate}", 401), ("/api/SynLeaseOrder?car_plate_no={plate}", 401),
    ("/device/v1/generic/demo-in-1-camera?plate={plate}", 0), ("/nothing?x={plate}", 404),
    ("/device/v1/generic/demo-in-1-camera/poll", 0), ("/Device/v1/generic/demo-in-1-camera", 404),
    # Misspelt: a plate that became a part of the path.
    (f"{OFFICE}/vehicles/{{plate}}", 404), (f"{BOOTHS}/leave/capture%3Flicense={{plate}}", 404),
    ("/device/v1/generic/demo-in-1-camera/{plate}", 404), ("/{plate}", 404),
])
def test_no_plate_and_no_token_reaches_a_log(logged, path, code):
    answer = Client(logged).get(path.format(plate=quote(PLATE)), session(logged))
    assert code is None or answer.code == code, answer
    entry = line(logged, answer.headers["x-request-id"])
    assert entry["status"] == answer.status and "?" not in entry["path"]
    written = everything(logged)
    for secret in ("E77777", "demo-in-1-camera"):
        assert secret not in written


def test_no_parameter_of_any_url_reaches_a_log(logged):
    assert len(URLS) > 60 and {"license", "plate", "search", "car_plate_no"} < set(NAMES)
    form = urlencode(dict.fromkeys(NAMES, PLATE))
    asked, cookie = [], session(logged)
    # Signing out comes last.
    for host, path in sorted(URLS, key=lambda url: "session/" in url[1]):
        path = re.sub(r"{\w+}", "x", path.replace("{vendor}", "generic"))
        client = Client(logged, host)
        for answer in (
                client.get(f"{path}?{form}", cookie),
                client.send("POST", path, {
                    "Content-Type": "application/x-www-form-urlencoded", **cookie}, form.encode())):
            asked.append((path.replace("/generic/x", "/generic/-"), answer))
    for path, answer in asked:
        entry = line(logged, answer.headers["x-request-id"])
        assert (entry["path"], entry["status"]) == (path, answer.status)
    assert "E77777" not in everything(logged)


@pytest.mark.parametrize("host, path, size, status", [
    ("elsewhere.example", f"{BOOTHS}/unfee", 0, 421), ("localhost", f"{BOOTHS}/unfee", 70_000, 413),
    ("localhost", "/pictures/x", 0, 404),
    ("localhost", "/device/v1/generic/-/nothing", 0, 404),
])
def test_what_nginx_answers_itself_is_logged_by_what_was_asked(logged, host, path, size, status):
    answer = Client(logged, host).send("POST", f"{path}?license={quote(PLATE)}", {}, b"a" * size)
    assert answer.status == status
    entry = line(logged, answer.headers["x-request-id"])
    assert (entry["path"], entry["status"]) == (path.removesuffix("/nothing"), status)


@pytest.mark.parametrize("path", [
    "/device/v1/generic/{}/nothing", "/device/v1/generic/./{}", "/device/v1/generic/x/../{}",
    "/device/v1/generic//{}", "//device/v1/generic/{}", "/device/v1/x/{}/{}", "/device/{}/y",
    "/device/v1/{}/generic/z", "/%64evice/v1/generic/{}", "/device/v1/generic%2f{}",
    "/park/v1/sentrybox/device/health/../../../../../device/v1/generic/{}",
])
def test_no_spelling_brings_a_token_into_a_log(logged, path):
    answer = Client(logged).get(path.format("demo-in-2-camera", "demo-in-2-camera"))
    line(logged, answer.headers["x-request-id"])
    assert "demo-in-2-camera" not in everything(logged)


def test_every_line_is_json_with_what_a_reader_needs(logged):
    answer = Client(logged, "demo2.localhost").get(f"{BOOTHS}/park-info-query")
    entry = line(logged, answer.headers["x-request-id"])
    assert entry["park"] == "DEMO002" and entry["scheme"] == "https"
    assert entry["method"] == "GET" and entry["worker_status"] == "200"
    assert float(entry["worker_seconds"]) <= entry["seconds"] + 0.001
    for text in (logged.state / "logs" / "access.log").read_text().splitlines():
        assert isinstance(json.loads(text), dict)


def test_the_workers_repeat_the_request_id_of_nginx(logged):
    cookie = session(logged)
    logged.script("database", "stop")
    try:
        for path in (f"{BOOTHS}/park-info-query", f"{OFFICE}/vehicles?park_sn=DEMO001&search=E77777",
                     "/park/v1/session/current", "/device/v1/generic/demo-in-1-camera?plate=E77777"):
            answer = Client(logged).get(path, cookie)
            assert (answer.status, answer.code) == (503, 503)
            request_id = answer.headers["x-request-id"]
            assert line(logged, request_id)["status"] == 503
            told = [entry for entry in logged.log("workers.log")
                    if entry.get("request_id") == request_id]
            assert [entry["message"] for entry in told] == ["the database is away"], path
    finally:
        logged.script("database", "start")
