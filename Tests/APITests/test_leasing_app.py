"""The leasing app's URLs through nginx: what its description says, and rows 12 and 15."""

import secrets
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import park
import pytest
import schemathesis
from answers import check
from client import Answer, Client, Request
from conftest import setting
from database import Database
from description import TOO_LARGE, Description, refusals
from forms import ENCODINGS, form, json, literal_of, pairs_text, query
from hostile import REPEATED, UNREADABLE, mutations
from hypothesis import HealthCheck, settings
from openapi_spec_validator import validate
from partners import flipped, signed, signed_json
from schemathesis import checks
from schemathesis.specs.openapi import checks as openapi_checks

HOST = "chejiajia.localhost"
OFFER, ORDERS, PLACE, CANCEL = "/lease/park", "/lease/order", "/lease/order/place", "/lease/order/cancel"
FORMS = {OFFER: "OfferForm", ORDERS: "OrderListForm", PLACE: "PlaceForm", CANCEL: "CancelForm"}
#: What a signed request writes, whatever becomes of it.
OWN_TABLES = {"leasing_app.partner_nonce"}
DESCRIPTION = Description("LeasingApp")
HOSTILE = [
    (path, name, encoding)
    for path, names in (
        (OFFER, ("park_sn", "park_name", "deadline", "start_time", "is_sat", "price", "longitude", "unknown")),
        (ORDERS, ("park_sn", "car_plate_no", "page", "limit")),
        (PLACE, ("park_sn", "car_plate_no", "dates", "unknown")),
        (CANCEL, ("park_sn", "car_plate_no", "dates")))
    for name in names for encoding in ENCODINGS
    if path in (OFFER, ORDERS) or encoding != "query"]


@pytest.fixture(scope="module")
def app() -> Client:
    return Client(setting("GATEHOUSE_HTTPS"), host=HOST)


@pytest.fixture(scope="module")
def books() -> Database:
    """The app's database, whose calendar knows the years of these days."""
    database = Database(
        setting("GATEHOUSE_CLUSTER").replace("dbname=postgres", "dbname=leasing_app"), "leasing_app")
    for year in {date.today().year, day(9).year}:
        database.connection.execute(
            "insert into leasing_app.calendar_year values (%s) on conflict do nothing", (year,))
        database.connection.execute(
            "insert into leasing_app.calendar_day values (make_date(%s, 1, 1), %s, '元旦', true)"
            " on conflict do nothing", (year, year))
    return database


@pytest.fixture(scope="module", autouse=True)
def offered(app, books):
    assert app.send(form(OFFER, signed(offer().items()))).code == 0


def day(offset: int) -> date:
    return date.today() + timedelta(offset)


def offer() -> dict:
    return {"park_sn": "DEMO001", "park_name": "示范停车场", "deadline": "2035-12-31", "start_time": "19:00",
            "end_time": "07:30", "is_sat": 0, "is_sun": 0, "is_holiday": 0, "price": 100, "start_price": 500,
            "holiday_price": 2000, "longitude": "120.58", "latitude": "31.29"}


def dates() -> str:
    window = {"date": str(day(2)), "start_time": "19:00", "end_time": "06:30"}
    return literal_of([window]).decode()


def base(path: str, app: Client) -> dict:
    if path == OFFER:
        return offer()
    if path == ORDERS:
        return {"park_sn": "DEMO001", "car_plate_no": park.plate(), "page": 1, "limit": 10}
    order = {"park_sn": "DEMO001", "car_plate_no": park.plate(), "dates": dates()}
    if path == CANCEL:
        assert app.send(form(PLACE, order.items())).code == 0
    return order


def encoded(path: str, encoding: str, pairs, extra_query=()) -> Request:
    if extra_query:
        path += "?" + pairs_text(extra_query).decode()
    if path.startswith(PLACE) or path.startswith(CANCEL):
        return ENCODINGS[encoding](path, pairs)
    if encoding == "json":
        return signed_json(path, pairs)
    return ENCODINGS[encoding](path, signed(pairs, extra_query))


def expected(path, name, value, good) -> set[int]:
    schema = DESCRIPTION.schema(FORMS[path])
    if value in (REPEATED, UNREADABLE):
        return {1004}
    if name == "unknown":
        return {0}
    if name == "dates":
        return {1001, 1002} if value != good["dates"] else {0}
    codes = refusals(schema, name, value, name in schema["required"])
    return codes | {1001} if codes else {0, 1002} | DESCRIPTION.rule_codes(path)


@pytest.mark.parametrize("path, name, encoding", HOSTILE)
def test_hostile_values(path, name, encoding, app, books):
    failures = []
    for mutation in mutations(name, encoding):
        good = base(path, app)
        request = encoded(path, encoding, mutation.pairs(good), mutation.query)
        before = books.state()
        answer = app.send(request)
        try:
            check(answer, request, DESCRIPTION, path)
            codes = expected(path, name, mutation.value(good), good)
            if "10^6" in mutation.label or "100,000" in mutation.label:
                codes = codes | TOO_LARGE
            if name == "dates" and mutation.label == "CR LF behind it":
                codes = {0}  # JSON may end with a line.
            assert answer.code in codes, f"{sorted(codes)} expected, got {answer}"
            changed = set(books.changed(before)) - OWN_TABLES
            assert not changed or answer.code == 0, f"{answer} and {changed} changed"
        except AssertionError as error:
            failures.append(f"{mutation.label}: {error}".split("\n")[0])
    assert not failures, "\n" + "\n".join(failures)


def test_a_driver_buys_and_cancels(app):
    plate = park.plate()
    order = {"park_sn": "DEMO001", "car_plate_no": plate, "dates": dates()}
    for _ in range(2):
        bought = app.send(json(PLACE, order.items()))
        assert bought.json["data"]["total_price"] == 500 + 22 * 100, bought
    reading = {"park_sn": "DEMO001", "car_plate_no": plate}
    listed = app.send(query(ORDERS, signed(reading.items())))
    assert listed.json["data"] == [
        {"car_plate_no": plate, "date": str(day(2)), "start_time": "19:00", "end_time": "06:30"}]
    codes = [app.send(form(CANCEL, order.items())).code for _ in range(2)]
    assert codes == [0, 3005]
    assert app.send(query(ORDERS, signed(reading.items()))).json["data"] == []


def test_every_bit_of_a_push(app, books):
    text = pairs_text(signed(offer().items()))
    before = books.state()
    # Every bit of every third byte, which takes seconds; the signature itself is tested bit by bit.
    for where, changed in flipped(text, secrets.randbelow(3), 3):
        answer = app.send(Request("GET", f"{OFFER}?{changed}"))
        assert answer.code in (401, 1004), (where, answer)
    assert not set(books.changed(before)) - OWN_TABLES
    assert app.send(Request("GET", f"{OFFER}?{text.decode()}")).code == 0


@pytest.mark.parametrize("offset", [-301, -299, 299, 301])
def test_clocks(offset, app):
    for make in (lambda: query(ORDERS, signed([("park_sn", "DEMO001")], offset=offset)),
                 lambda: signed_json(ORDERS, [("park_sn", "DEMO001")], offset=offset)):
        answer, second = None, None
        while second != int(time.time()):  # Both clocks in the same second.
            second = int(time.time())
            answer = app.send(make())
        assert answer.code == (0 if abs(offset) == 299 else 401), answer


def test_a_push_is_taken_once_by_all_workers():
    for make in (lambda: form(OFFER, signed(offer().items())),
                 lambda: signed_json(OFFER, offer().items())):
        request = make()
        with ThreadPoolExecutor(16) as pool:
            codes = sorted(pool.map(
                lambda _: Client(setting("GATEHOUSE_HTTPS"), host=HOST).send(request).code, range(16)))
        assert codes == [0] + [401] * 15, codes


def test_the_same_window_at_once_is_sold_once(books):
    order = {"park_sn": "DEMO001", "car_plate_no": park.plate(), "dates": dates()}
    with ThreadPoolExecutor(16) as pool:
        codes = set(pool.map(
            lambda _: Client(setting("GATEHOUSE_HTTPS"), host=HOST).send(json(PLACE, order.items())).code,
            range(16)))
    assert codes == {0}
    values = (order["car_plate_no"],)
    assert books.rows("select count(*) from leasing_app.lease_order where plate = %s", values) == [(1,)]
    assert books.rows(
        "select count(*) from leasing_app.outbox where body->>'car_plate_no' = %s", values) == [(1,)]


def test_rearranged_parameters(app, books):
    before = books.state()
    pairs = signed(offer().items())
    moved = [(n, v + "&price=100") if n == "park_sn" else (n, v) for n, v in pairs if n != "price"]
    for bad, code in (([*pairs, ("park_sn", "DEMO001")], 1004), ([*pairs, ("page", "1")], 401), (moved, 401)):
        assert app.send(form(OFFER, bad)).code == code
    assert not set(books.changed(before)) - OWN_TABLES
    assert app.send(form(OFFER, pairs[::-1])).code == 0


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods(method, app):
    for path in DESCRIPTION.document["paths"]:
        answer = app.send(Request(method, path))
        assert answer.status == 405 and answer.code == 405, (path, answer)
    for path in (PLACE, CANCEL):
        assert app.send(Request("GET", path)).status == 405


def test_document_is_openapi():
    validate(DESCRIPTION.document)


@schemathesis.check
def app_envelope(context, response, case):
    headers = {name.lower(): ", ".join(values) for name, values in response.headers.items()}
    request = Request(response.request.method, response.request.url)
    is_described = request.method.lower() in DESCRIPTION.document["paths"][case.operation.path]
    check(Answer(response.status_code, headers, response.content), request, DESCRIPTION,
          case.operation.path if is_described else None)


schema = schemathesis.openapi.from_dict(
    DESCRIPTION.document,
    config=schemathesis.config.SchemathesisConfig.from_dict(
        {"base-url": setting("GATEHOUSE_HTTPS"), "request-timeout": 120}))
CHECKS = [
    checks.not_a_server_error, openapi_checks.status_code_conformance,
    openapi_checks.content_type_conformance, openapi_checks.response_headers_conformance,
    openapi_checks.response_schema_conformance, app_envelope,
]


@schema.parametrize()
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_operation(case):
    port = setting("GATEHOUSE_HTTPS").rsplit(":", 1)[1]
    case.call_and_validate(
        checks=CHECKS, headers={"Host": f"{HOST}:{port}"},
        verify=f"{setting('GATEHOUSE_STATE')}/tls/certificate.pem")
