"""What openapi.yaml describes, and what it does not, generated and sent by schemathesis."""

import pytest
import schemathesis
from answers import check as check_answer
from client import Answer, Request
from conftest import setting
from description import Description, refusals
from hypothesis import HealthCheck, settings
from openapi_spec_validator import validate
from operations import OPERATIONS
from requests_read import Unreadable, parameters
from schemathesis import checks
from schemathesis.specs.openapi import checks as openapi_checks

EXAMPLES = 8
DESCRIPTION = Description()
#: Ids that the demo has, so that requests come further than the first look-up.
KNOWN = {"_id": ("demo-in-1", "demo-out-1"), "token": ("demo-in-1-camera", "demo-out-2-camera"),
         "car_park_records_id": ("1", "2"), "license": ("苏E88888", "苏E10003")}
#: Schemas that say less than the program checks: a time's form, that a sign-in takes no query, and
#: which amounts a release needs, and that there is a plate or a ticket.
UNREAD = ("GenericEvent", "SignInForm", "PermitExitForm", "PermitEntryForm", "CaptureTypedForm")
#: The codes of a request that cannot be read as a whole; which one is found first does not matter.
UNREADABLE = {1003, 1004}
FORMS = {operation.path: operation.form for operation in OPERATIONS if operation.form}


config = schemathesis.config.SchemathesisConfig.from_dict(
    {"base-url": setting("GATEHOUSE_HTTP"), "request-timeout": 120})
schema = schemathesis.openapi.from_dict(DESCRIPTION.document, config=config)


def known(fields):
    """Half of the generated ids become ones that exist."""
    if isinstance(fields, dict):
        for name, values in KNOWN.items():
            text = fields.get(name)
            if isinstance(text, str) and len(text) % 2 == 0:
                fields[name] = values[len(text) // 2 % 2]
    return fields


@schema.hook("map_query")
def known_query(context, query):
    return known(query)


@schema.hook("map_body")
def known_body(context, body):
    return known(body)


@schema.hook("map_path_parameters")
def known_path(context, path_parameters):
    return known(path_parameters)


def expected_codes(path: str, request) -> set[int]:
    """The codes of which one must come, by our own reading of what was sent; empty for any."""
    if path not in FORMS or FORMS[path] in UNREAD:
        return set()
    form = DESCRIPTION.schema(FORMS[path])
    body = request.body or b""
    body = body.encode() if isinstance(body, str) else body
    try:
        # A GET without a body may say what it likes of it.
        is_silent = not body and request.method == "GET"
        media_type = "" if is_silent else request.headers.get("Content-Type", "")
        found = parameters(request.url, media_type, body)
    except Unreadable as error:
        return refusals({}, "", error.wrong, False)
    codes = set()
    for name in form["properties"]:
        codes |= refusals(form, name, found.get(name), name in form.get("required", ()))
    return codes


@schemathesis.check
def envelope(context, response, case):
    """The envelope of every answer; a bad parameter is refused with its code."""
    path = case.operation.path
    headers = {name.lower(): ", ".join(values) for name, values in response.headers.items()}
    answer = Answer(response.status_code, headers, response.content)
    request = Request(response.request.method, response.request.url)
    if path == "/metrics" and request.method in ("GET", "POST"):
        assert answer.status in (200, 400, 413, 414, 431), answer
        return
    if path.startswith("/device/") and not response.content.startswith(b'{"code"'):
        assert answer.status == 200, answer
        return
    if request.method not in ("GET", "POST"):
        check_answer(answer, request, DESCRIPTION, None)
        assert answer.status == 405, answer
        return
    check_answer(answer, request, DESCRIPTION, path)
    codes = expected_codes(path, response.request)
    is_multipart = "multipart" in response.request.headers.get("Content-Type", "")
    if codes & UNREADABLE and answer.status == 200:
        assert answer.code in UNREADABLE, answer
    elif codes and answer.status == 200:
        # Another parameter may be wrong as well, and a rule refuse before a later one is read.
        refused = {1001, 1002, 1101, 1102, 2003, 2101} | (UNREADABLE if is_multipart else set())
        assert answer.code in refused, answer
    elif not codes and path in FORMS and FORMS[path] not in UNREAD:
        refused = {1001, 1002, 1003, 1004}
        if is_multipart:
            refused -= UNREADABLE  # Python's reader takes parts that are none.
        assert answer.code not in refused, answer


CHECKS = [
    checks.not_a_server_error, openapi_checks.status_code_conformance,
    openapi_checks.content_type_conformance, openapi_checks.response_headers_conformance,
    openapi_checks.response_schema_conformance, envelope,
]


def test_document_is_openapi():
    validate(DESCRIPTION.document)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "get"])
def test_other_methods(method, client):
    for path in DESCRIPTION.document["paths"]:
        if path.startswith("/api/"):
            continue  # Not by plain HTTP; test_partners.py.
        path = path.format(vendor="generic", token="demo-in-2-camera", digest="0" * 64)
        answer = client.send(Request(method, path))
        assert answer.status in (400, 405) and answer.code == answer.status, (path, answer)
        assert answer.status == 400 or answer.headers["allow"] == "GET, HEAD, POST"


@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_operation(case):
    if case.operation.path.startswith("/api/"):
        certificate = f"{setting('GATEHOUSE_STATE')}/tls/certificate.pem"
        case.call_and_validate(
            checks=CHECKS, base_url=setting("GATEHOUSE_HTTPS"), verify=certificate)
    else:
        case.call_and_validate(checks=CHECKS)
