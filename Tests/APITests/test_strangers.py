"""Who has no business here is refused, and told nothing, and changes nothing."""

import hashlib

import park
import pytest
from answers import check
from client import Client, Request
from conftest import setting
from forms import form, query

DIGEST = hashlib.sha256(b"nobody's picture").hexdigest()
OURS = {"_id": "demo-in-1", "license": "苏E88888", "count": 10}
LEAVING = {"_id": "demo-out-1", "car_park_records_id": "1", "manual": 1, "total_amount": 0,
           "coupon_amount": 0, "coupon_time": 30, "license": "苏E88888"}

#: Every URL of a park's booths, with parameters that are good where they are at home.
URLS = {
    "enterexitlist": {},
    "records/enter": OURS,
    "records/exit": LEAVING,
    "enter/permit-through": OURS,
    "leave/permit-through": LEAVING,
    "leave/capture": LEAVING,
    "leave/candidates": LEAVING,
    "leave/confirm": LEAVING,
    "leave/cancel": LEAVING,
    "enter/cancel": OURS,
    # Refused with 403 to whoever is not signed in, before anything is looked up.
    "payment/reverse": {},
    "review/list": {},
    "review/resolve": {},
    "park-info-query": {},
    "device/health": {},
    "unfee": LEAVING,
    "fee/coupon": LEAVING,
    "duty/current": OURS,
    "duty/begin": OURS,
    "duty/handover": {**OURS, "shift_id": "1", "counted_amount": 0},
    "duty/history": OURS,
    "poll": OURS,
    "enter/correct": OURS,
    f"picture/{DIGEST}": {},
}
WITH_BOOTH = [url for url, fields in URLS.items() if "_id" in fields]


def test_every_url_is_tried(description):
    known = {path.removeprefix(f"{park.BOOTHS}/") for path in description.document["paths"]
             if path.startswith(park.BOOTHS)}
    assert known == {url.replace(DIGEST, "{digest}") for url in URLS}


def both(url, fields, **headers):
    """As GET and as POST."""
    path = f"{park.BOOTHS}/{url}"
    return [query(path, fields.items(), **headers), form(path, fields.items(), **headers)]


def told(answer):
    """All that an answer tells, but for what differs in every one."""
    headers = {name: value for name, value in answer.headers.items()
               if name not in ("date", "x-request-id", "connection")}
    return answer.status, headers, answer.body


@pytest.fixture(scope="module")
def elsewhere(database):
    """A vehicle that settles at an exit of the second park, with a waiting one at its entry."""
    client = Client(setting("GATEHOUSE_HTTP"), "demo2.localhost")
    due = park.settled(client, "demo2-out-1", "demo2-in-1")
    park.event(client, "demo2-in-1-camera", plate=park.plate(), event_id=f"wait {park.plate()}")
    waiting = client.send(
        query(f"{park.BOOTHS}/records/enter", [("_id", "demo2-in-1"), ("count", 1)])
    ).json["data"]["enter_records"][0]
    assert waiting["enter_flag"] == 1
    return {"stay": due["_id"], "capture": waiting["capture_id"], "license": waiting["license"]}


@pytest.mark.parametrize("url", WITH_BOOTH)
@pytest.mark.parametrize("booth", ["demo2-in-1", "demo2-out-1", "closed-in", "closed-out"])
def test_booths_of_another_park_are_unknown(url, booth, client, database, elsewhere):
    before = database.state()
    mine = {**URLS[url], "car_park_records_id": elsewhere["stay"]}
    nobody = {**URLS[url], "_id": "nobody", "car_park_records_id": "999999999999"}
    for theirs, unknown in zip(both(url, {**mine, "_id": booth}), both(url, nobody)):
        answer = client.send(theirs)
        assert answer.code == 1101
        assert told(answer) == told(client.send(unknown))
    assert not database.changed(before)


@pytest.mark.parametrize("url", ["leave/permit-through", "leave/confirm", "fee/coupon"])
@pytest.mark.parametrize("manual", [0, 1])
def test_stays_of_another_park_are_unknown(url, manual, client, database, elsewhere):
    before = database.state()
    fields = {**LEAVING, "manual": manual, "total_amount": 700}
    for theirs, unknown in zip(both(url, {**fields, "car_park_records_id": elsewhere["stay"]}),
                               both(url, {**fields, "car_park_records_id": "999999999999"})):
        answer = client.send(theirs)
        assert answer.code == 2101
        assert told(answer) == told(client.send(unknown))
    assert not database.changed(before)


def test_captures_of_another_park_do_not_wait_here(client, database, elsewhere):
    before = database.state()
    for name in (elsewhere["capture"], "999999999999"):
        for request in both("enter/permit-through", {**OURS, "capture_id": name}):
            assert client.send(request).code == 2003
    assert not database.changed(before)


def test_pictures_of_another_park_are_unknown(client, database, description):
    """A picture of the second park is not found in the first, as one that nobody has."""
    there = Client(setting("GATEHOUSE_HTTP"), "demo2.localhost")
    jpeg = "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////" \
        "////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQ" \
        "AQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z"
    license = park.plate()
    park.event(there, "demo2-in-1-camera", plate=license, event_id=f"p {license}", picture=jpeg)
    digests = [row[0] for row in database.rows(
        "select encode(digest, 'hex') from parking.picture where park_sn = 'DEMO002'")]
    assert digests
    path = f"{park.BOOTHS}/picture/"
    found = there.send(Request("GET", path + digests[0]))
    assert found.status == 200 and found.headers["content-type"] == "image/jpeg"
    answer = client.send(Request("GET", path + digests[0]))
    assert answer.status == 404
    assert told(answer) == told(client.send(Request("GET", path + DIGEST)))


CREDENTIALS = {
    "no credential": {},
    "an unknown bearer": {"Authorization": "Bearer nobody"},
    "an empty bearer": {"Authorization": "Bearer "},
    "another scheme": {"Authorization": "Basic ZGVtbzpkZW1vLWdhdGVob3VzZQ=="},
    "a device's token": {"Authorization": "Bearer closed-in-camera"},
    "an unknown session": {"Cookie": "__Host-gatehouse=nobody"},
    "an empty session": {"Cookie": "__Host-gatehouse="},
    "two sessions": {"Cookie": "__Host-gatehouse=a; __Host-gatehouse=b"},
    "a forwarded address": {"X-Forwarded-For": "127.0.0.1", "X-Real-IP": "127.0.0.1"},
    "a park of the client's own": {"GATEHOUSE_PARK": "DEMO001", "X-Gatehouse-Park": "DEMO001"},
}


@pytest.mark.parametrize("credential", CREDENTIALS)
@pytest.mark.parametrize("url", URLS)
def test_closed_park_refuses(url, credential, database, description):
    client = Client(setting("GATEHOUSE_HTTP"), "closed.localhost")
    before = database.state()
    answers = []
    for fields in ({}, {**URLS[url], "_id": "closed-in"}, {**URLS[url], "_id": "nobody"}):
        for request in both(url, fields, **CREDENTIALS[credential]):
            answer = client.send(request)
            check(answer, request, description, None)
            assert answer.status == 401
            answers.append(told(answer))
    assert len({str(answer) for answer in answers}) == 1, "an answer tells what exists"
    assert not database.changed(before)


@pytest.mark.parametrize("url", URLS)
def test_wrong_credential_is_refused_from_a_trusted_network(url, client, database):
    """What is sent must be good; and a terminal or a person of another park is a stranger here."""
    before = database.state()
    for headers in ({"Authorization": "Bearer closed-terminal-token"},
                    {"Authorization": "Bearer nobody"}, {"Cookie": "__Host-gatehouse=nobody"}):
        for request in both(url, URLS[url], **headers):
            assert client.send(request).status == 401
    assert not database.changed(before)


@pytest.fixture(scope="module")
def foreign_session():
    """The cookie of a person who works at the closed park alone."""
    client = Client(setting("GATEHOUSE_HTTP"), "closed.localhost")
    answer = client.send(form("/park/v1/session/sign-in", [
        ("login", "closed"), ("password", "closed-gatehouse")]))
    assert answer.code == 0
    return answer.headers["set-cookie"].split(";")[0]


@pytest.mark.parametrize("url", URLS)
def test_person_of_another_park_is_refused(url, client, database, foreign_session):
    before = database.state()
    for request in both(url, URLS[url], Cookie=foreign_session):
        assert client.send(request).status == 401
    assert not database.changed(before)


def test_good_credentials_are_let_in(foreign_session):
    """The tests above fail for the credential, not for something else."""
    client = Client(setting("GATEHOUSE_HTTP"), "closed.localhost")
    for headers in ({"Cookie": foreign_session}, {"Authorization": "Bearer closed-terminal-token"}):
        for request in both("records/enter", {"_id": "closed-in"}, **headers):
            assert client.send(request).code == 0


SITES = {
    "cross-site": {"Sec-Fetch-Site": "cross-site"},
    "another origin": {"Origin": "https://elsewhere.example"},
    "another port": {"Origin": "http://localhost:1"},
    "another scheme": {"Origin": "https://localhost"},
    "no origin": {"Origin": "null"},
    "a longer origin": {"Origin": "http://localhost.elsewhere.example"},
}


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("url", [*URLS, "../session/sign-in", "../session/sign-out"])
def test_other_sites_are_refused(url, site, client, database, description):
    before = database.state()
    fields = URLS.get(url, {"login": "demo", "password": "demo-gatehouse"})
    for request in both(url, fields, **SITES[site]):
        request = Request(request.method, request.path.replace("/sentrybox/..", ""),
                          request.headers, request.body)
        answer = client.send(request)
        check(answer, request, description, None)
        assert answer.status == 403
        assert "set-cookie" not in answer.headers
    assert not database.changed(before)


@pytest.mark.parametrize("url", URLS)
def test_unknown_hosts_are_refused(url, database, description):
    before = database.state()
    for host in ("nobody.example", "localhost.nobody.example", "DEMO001"):
        client = Client(setting("GATEHOUSE_HTTP"), host)
        for request in both(url, URLS[url]):
            assert client.send(request).status == 421
    assert not database.changed(before)


VENDORS = ("vzenith", "huaxia", "hikvision", "dahua", "generic")


@pytest.mark.parametrize("suffix", ["", "/poll", "/NotificationInfo/TollgateInfo",
                                    "/NotificationInfo/KeepAlive", "/NotificationInfo/DeviceInfo"])
@pytest.mark.parametrize("vendor", VENDORS)
def test_unknown_devices_are_refused(vendor, suffix, client, database, description):
    before = database.state()
    tokens = ("nobody", "demo-in-1", "DEMO-IN-1-CAMERA", "demo-in-1-camera%20", "%25",
              "'%20or%201=1--", "closed-terminal-token", "x" * 4000)
    for token in tokens:
        request = form(f"/device/v1/{vendor}/{token}{suffix}", [("plate", "苏E88888")])
        answer = client.send(request)
        check(answer, request, description, None)
        assert answer.status in (401, 404)
        assert answer.status == 401 or suffix == "/poll" and vendor != "generic"
    assert not database.changed(before)
