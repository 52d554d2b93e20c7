"""Rows 12, 14 and 15 of what must hold, for partners' URLs through nginx."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import park
import pytest
from answers import check
from client import Client, Request
from conftest import setting
from description import TOO_LARGE, refusals
from forms import ENCODINGS, Literal, form, literal_of, multipart, pairs_text, query
from hostile import REPEATED, UNREADABLE, mutations
from partners import OFFERS, ORDERS, dates, flipped, signed, signed_json, with_headers

#: What letting a request in writes, whatever becomes of it.
OWN_TABLES = {"parking.partner_nonce", "parking.partner_rate"}
HOSTILE = [
    (path, name, encoding)
    for path, names in ((ORDERS, ("park_sn", "car_plate_no", "dates", "unknown")),
                        (OFFERS, ("page", "limit")))
    for name in names for encoding in ENCODINGS]


@pytest.fixture(scope="session")
def partner() -> Client:
    return Client(setting("GATEHOUSE_HTTPS"))


def base(path: str) -> dict:
    if path == OFFERS:
        return {"page": 1, "limit": 10}
    return {"park_sn": "DEMO001", "car_plate_no": park.plate(), "dates": dates()}


def encoded(path: str, encoding: str, pairs, extra_query=()) -> Request:
    if extra_query:
        path += "?" + pairs_text(extra_query).decode()
    if encoding == "json":
        return signed_json(path, pairs)
    return ENCODINGS[encoding](path, signed(pairs, extra_query))


def expected(path, name, value, base, schema) -> set[int]:
    if name == "unknown":
        return refusals({}, name, value, False) if value in (REPEATED, UNREADABLE) else {0}
    codes = refusals(schema, name, value, name in schema["required"]) if name != "dates" else (
        refusals({"properties": {"dates": {}}}, name, value, True))
    if codes or value is None or value == "":
        return codes or {0}
    return {"park_sn": {403, 1002}, "car_plate_no": {1002, 2002}, "dates": {1002, 1004}}.get(
        name, {0})


@pytest.mark.parametrize("path, name, encoding", HOSTILE)
def test_hostile_values(path, name, encoding, partner, database, description):
    schema = description.schema("LeaseParkForm" if path == OFFERS else "SynLeaseOrderForm")
    failures = []
    for mutation in mutations(name, encoding):
        good = base(path)
        request = encoded(path, encoding, mutation.pairs(good), mutation.query)
        before = database.state()
        answer = partner.send(request)
        try:
            check(answer, request, description, path)
            value = mutation.value(good)
            codes = expected(path, name, value, good, schema)
            if value == str(good.get(name)):
                codes = {0}
            # White space and invisible marks are no part of a plate, and JSON may end with a line.
            if name == "car_plate_no" and mutation.label.endswith("behind it") or (
                    name == "dates" and mutation.label == "CR LF behind it"):
                codes = codes | {0}
            # PHP's brackets are one of the ways to write windows, and these are none.
            if name == "dates" and ("[" in mutation.label or mutation.label == "an array"):
                codes = {1001, 1002}
            if "10^6" in mutation.label or "100,000" in mutation.label:
                codes = codes | TOO_LARGE
            # What cannot be read or is no text is not what was signed.
            codes = codes | {401} if codes & {1002, 1003, 1004} and encoding != "json" else codes
            assert answer.code in codes, f"{sorted(codes)} expected, got {answer}"
            changed = set(database.changed(before)) - OWN_TABLES
            assert not changed or answer.code == 0, f"{answer} and {changed} changed"
        except AssertionError as error:
            failures.append(f"{mutation.label}: {error}".split("\n")[0])
    assert not failures, "\n" + "\n".join(failures)


@pytest.mark.parametrize("encoding", ["query", "form", "multipart"])
@pytest.mark.parametrize("name", ["app_id", "timestamp", "nonce", "sign_type", "sign"])
def test_hostile_signature(name, encoding, partner, database, description):
    before, failures = database.state(), []
    for path in (OFFERS, ORDERS):
        for mutation in mutations(name, encoding):
            good = dict(signed(base(path).items()))
            url = path + ("?" + pairs_text(mutation.query).decode() if mutation.query else "")
            request = ENCODINGS[encoding](url, mutation.pairs(good))
            answer = partner.send(request)
            try:
                check(answer, request, description, path)
                codes = {401, 1003, 1004}
                if "10^6" in mutation.label:
                    codes = codes | TOO_LARGE
                assert answer.code in codes, answer
            except AssertionError as error:
                failures.append(f"{path} {mutation.label}: {error}".split("\n")[0])
    assert not failures, "\n" + "\n".join(failures)
    assert not database.changed(before)


@pytest.mark.parametrize("header", ["X-App-Id", "X-Key-Id", "X-Timestamp", "X-Nonce", "X-Signature"])
def test_hostile_headers(header, partner, database, description):
    before = database.state()
    values = [None, "", "0", "-1", str(2**31), str(2**63), "NaN", "9" * 5000, "v1=", "v1=" + "0" * 64,
              "' or '1'='1", "<script>", "１２", "\u202e1", "a,b", "[]", "%00", "\xff\xfe"]
    for value in values:
        good = signed_json(ORDERS, base(ORDERS).items())
        headers = [pair for pair in good.headers if pair[0] != header]
        if value is not None:
            # As bytes of UTF-8, which the client writes one for one.
            headers.append((header, value.encode().decode("latin-1")))
        request = replace(good, headers=tuple(headers))
        answer = partner.send(request)
        check(answer, request, description, ORDERS)
        assert answer.code == 401, (value, answer)
    assert not database.changed(before)


@pytest.mark.parametrize("form_of", ["array", "text", "brackets"])
@pytest.mark.parametrize("name", ["date", "start_time", "end_time"])
def test_hostile_windows(name, form_of, partner, database, description):
    """A good window and one with a hostile field: neither is kept."""
    before, failures = database.state(), []
    window = {"date": "2031-01-02", "start_time": "19:00", "end_time": "06:30"}
    for mutation in mutations(name, "form" if form_of == "brackets" else "json"):
        if mutation.query:
            continue
        pairs = mutation.pairs(window)
        others = [("park_sn", "DEMO001"), ("car_plate_no", park.plate())]
        if form_of == "brackets":
            fields = [(f"dates[0][{n}]", v) for n, v in window.items()]
            fields += [(f"dates[1][{n}]", v) for n, v in pairs]
            request = form(ORDERS, signed(others + fields))
        else:
            text = b",".join(literal_of(n.encode()) + b":" + literal_of(v) for n, v in pairs)
            text = b"[" + literal_of(window) + b",{" + text + b"}]"
            if form_of == "array":
                request = signed_json(ORDERS, [*others, ("dates", Literal(text))])
            else:
                request = form(ORDERS, signed([*others, ("dates", text)]))
        answer = partner.send(request)
        try:
            check(answer, request, description, ORDERS)
            # What cannot be read or is no text is not what was signed.
            codes = {1001, 1002, 1003, 1004} | ({401} if form_of == "brackets" else set())
            if "10^6" in mutation.label or "100,000" in mutation.label:
                codes = codes | TOO_LARGE
            assert answer.code in codes, answer
        except AssertionError as error:
            failures.append(f"{mutation.label}: {error}".split("\n")[0])
    assert not failures, "\n" + "\n".join(failures)
    assert not set(database.changed(before)) - OWN_TABLES


def test_plain_http_is_redirected(client):
    for request in (query(OFFERS, signed([])), form(ORDERS, signed(base(ORDERS).items()))):
        answer = client.send(request)
        assert answer.status == 308 and answer.headers["location"].startswith("https://")


def test_every_bit_of_a_query(partner, database):
    pairs = signed(base(ORDERS).items())
    text = pairs_text(pairs)
    before = database.state()
    for where, changed in flipped(text):
        answer = partner.send(Request("GET", f"{ORDERS}?{changed}"))
        assert answer.code != 0, (where, answer)
    assert not set(database.changed(before)) - OWN_TABLES
    assert partner.send(Request("GET", f"{ORDERS}?{text.decode()}")).code == 0


def test_every_bit_of_headers_and_body(partner, database):
    good = signed_json(ORDERS, base(ORDERS).items())
    before = database.state()
    for index in range(len(good.body)):
        body = bytearray(good.body)
        body[index] ^= 1 << index % 8
        assert partner.send(replace(good, body=bytes(body))).code != 0
    for place, (name, value) in enumerate(good.headers):
        if name == "Content-Type":
            continue
        for index in range(len(value)):
            for bit in range(7):
                other = chr(ord(value[index]) ^ 1 << bit)
                if not "!" <= other <= "~":
                    continue
                headers = list(good.headers)
                headers[place] = (name, value[:index] + other + value[index + 1:])
                answer = partner.send(replace(good, headers=tuple(headers)))
                assert answer.code != 0, (name, index, bit, answer)
    assert not set(database.changed(before)) - OWN_TABLES
    assert partner.send(good).code == 0


@pytest.mark.parametrize("offset", [-301, -299, 299, 301])
def test_clocks(offset, partner):
    for make in (lambda: query(OFFERS, signed([], offset=offset)),
                 lambda: signed_json(ORDERS, base(ORDERS).items(), offset=offset)):
        answer, second = None, None
        while second != int(time.time()):  # Both clocks in the same second.
            second = int(time.time())
            answer = partner.send(make())
        if abs(offset) == 299:
            assert answer.code == 0, answer
        else:
            assert answer.status == 401 and answer.json["data"]["reason"] == "time"
            assert abs(answer.json["data"]["server_time"] - second) <= 1


def test_a_request_is_taken_once_by_all_workers():
    for make in (lambda: form(ORDERS, signed(base(ORDERS).items())),
                 lambda: signed_json(ORDERS, base(ORDERS).items())):
        for _ in range(10):
            request = make()
            with ThreadPoolExecutor(16) as pool:
                answers = list(pool.map(
                    lambda _: Client(setting("GATEHOUSE_HTTPS")).send(request), range(16)))
            codes = sorted(answer.code for answer in answers)
            assert codes == [0] + [401] * 15, codes
            reasons = {a.json["data"]["reason"] for a in answers if a.code}
            assert reasons == {"replay"}


def test_the_same_window_at_once_exists_once(database):
    plate = park.plate()
    requests = [form(ORDERS, signed([*{**base(ORDERS), "car_plate_no": plate}.items()]))
                for _ in range(16)]
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(
            lambda request: Client(setting("GATEHOUSE_HTTPS")).send(request), requests))
    assert {answer.code for answer in answers} == {0}
    count = database.rows("select count(*) from parking.lease_window where plate = %s", (plate,))
    assert count == [(1,)]


def test_rearranged_parameters(partner):
    pairs = signed(base(ORDERS).items())
    for make in (query, form, multipart):
        assert partner.send(make(ORDERS, [*pairs, ("park_sn", "DEMO001")])).code == 1003
        assert partner.send(make(ORDERS, [*pairs, ("page", "1")])).code == 401
        moved = [(n, v + "&car_plate_no=" + dict(pairs)["car_plate_no"]) if n == "app_id" else (n, v)
                 for n, v in pairs if n != "car_plate_no"]
        assert partner.send(make(ORDERS, moved)).code == 401
    assert partner.send(form(ORDERS, pairs[::-1])).code == 0


def test_parks_of_others(partner):
    answers = [partner.send(form(ORDERS, signed([*{**base(ORDERS), "park_sn": name}.items()])))
               for name in ("CLOSED", "NOSUCH", "demo001")]
    assert {answer.status for answer in answers} == {403}
    assert len({answer.body for answer in answers}) == 1


def test_strangers(partner, database, description):
    before = database.state()
    requests = [query(ORDERS, base(ORDERS).items()), form(OFFERS, []),
                ENCODINGS["json"](ORDERS, base(ORDERS).items()),
                with_headers(query(OFFERS, []))]
    answers = [partner.send(request) for request in requests]
    assert [answer.status for answer in answers] == [401, 401, 401, 200]
    for request, answer in zip(requests[:3], answers):
        check(answer, request, description, request.path.split("?")[0])
        assert answer.json["data"]["reason"] == "missing_parameter"
    assert not set(database.changed(before)) - OWN_TABLES
