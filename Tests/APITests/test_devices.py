"""Every field of every vendor's format, and every part of a path, with what it should not be.

A camera's event counts more than its grammar: what cannot be read loses nothing but itself. So
there is no code to demand here; but there is never a fault of ours, and what is no event at all
changes nothing.
"""

from urllib.parse import quote_from_bytes

import park
import pytest
from client import Request
from conftest import workers
from forms import form, multipart, post
from hostile import BYTES, LITERALS, TEXTS

# Not the device of the other tests: a stored reply is of the format that first sent the event.
TOKEN = "demo-in-1-camera"
#: One long text is enough for so many fields.
VALUES = {label: text.encode() for label, text in TEXTS.items() if label != "10^6 letters"} | BYTES

#: JSON with `@` where the hostile value stands.
JSON = {
    "vzenith": [
        '{"AlarmInfoPlate":{"serialno":@}}', '{"AlarmInfoPlate":@}',
        *('{"AlarmInfoPlate":{"result":{"PlateResult":{"%s":@,"license":"苏E30001"}}}}' % name
          for name in ("type", "plateid", "record_uuid", "colorType", "confidence", "direction",
                       "triggerType", "isoffline", "timeStamp", "imageFile", "imageFragmentFile",
                       "plates", "gioouts", "is_fake_plate")),
        '{"AlarmInfoPlate":{"result":{"PlateResult":{"license":@}}}}',
        '{"AlarmInfoPlate":{"PlateResult":{"timeStamp":{"Timeval":{"sec":@,"usec":@}}}}}',
        '{"AlarmGioIn":{"result":{"TriggerResult":{"source":@,"value":@}}}}',
        '{"SerialData":{"serialChannel":@,"data":@}}', '{"TriggerImage":{"imageFile":@}}',
    ],
    "dahua": [
        '{"Picture":@}', '{"Picture":{"Plate":@}}',
        *('{"Picture":{"Plate":{"%s":@}}}' % name
          for name in ("IsExist", "PlateNumber", "PlateColor", "Confidence")),
        *('{"Picture":{"Plate":{"PlateNumber":"苏E30001"},"SnapInfo":{"%s":@}}}' % name
          for name in ("AccurateTime", "Direction")),
        '{"Picture":{"NormalPic":{"PicName":@,"Content":@}}}', '{"DeviceID":@}',
    ],
}
FORMS = {
    "huaxia": ["type", "plate_num", "plate_color", "confidence", "park_id", "cam_id", "start_time",
               "picture", "closeup_pic"],
    "vzenith": ["serialno", "device_name", "pass_wd"],
}
XML = ["eventType", "licensePlate", "plateColor", "confidenceLevel", "plateCharBelieve", "dateTime",
       "UUID", "isDataRetransmission", "alarmDataType", "direction"]


def is_answer(answer, request):
    assert answer.status in (200, 400, 413, 414), f"{request} was answered {answer}"
    assert answer.headers["cache-control"] == "no-store"
    assert "x-injected" not in answer.headers
    if answer.body.startswith(b'{"code"'):
        assert answer.code in (0, 1001, 1002, 1003, 1004, 400, 413, 414), f"{request}: {answer}"


def path(vendor):
    return f"/device/v1/{vendor}/{TOKEN}"


@pytest.mark.parametrize("vendor", JSON)
def test_fields_in_json(vendor, client):
    literals = [*(b'"' + value + b'"' for value in VALUES.values()),
                *(literal for literal, _ in LITERALS.values())]
    for template in JSON[vendor]:
        for literal in literals:
            request = post(path(vendor), "application/json",
                           template.encode().replace(b"@", literal))
            is_answer(client.send(request), request)


@pytest.mark.parametrize("vendor", FORMS)
@pytest.mark.parametrize("encode", [form, multipart])
def test_fields_in_forms(vendor, encode, client):
    good = {"type": "online", "plate_num": "苏E30001", "start_time": "1795312800"}
    for name in FORMS[vendor]:
        for value in VALUES.values():
            request = encode(path(vendor), {**good, name: value}.items())
            is_answer(client.send(request), request)


@pytest.mark.parametrize("vendor", ["hikvision", "dahua"])
def test_fields_in_xml(vendor, client):
    for name in XML:
        for value in [*VALUES.values(), *MARKUP]:
            body = (b"<EventNotificationAlert><eventType>ANPR</eventType><ANPR><"
                    + name.encode() + b">" + value + b"</" + name.encode()
                    + b"></ANPR></EventNotificationAlert>")
            request = post(path(vendor), "application/xml", body)
            is_answer(client.send(request), request)


MARKUP = [b"&lol;", b"&#0;", b"&#xD800;", b"]]>", b"<![CDATA[", b"<a" * 1000]
BOMB = (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9))
        + b'<!ENTITY file SYSTEM "file:///etc/passwd">]>'
        + b"<EventNotificationAlert><licensePlate>&j;&file;</licensePlate>"
        + b"</EventNotificationAlert>")
LARGE = 8 * 1024 * 1024
NO_EVENTS = {
    "an XML bomb": ("application/xml", BOMB),
    "numbers": ("application/json", b'{"plate":[' + b"0," * (LARGE // 2) + b"0]}"),
    "objects": ("application/json", b"[" + b"{}," * (LARGE // 3) + b"0]"),
    "names": ("application/json", b"{" + b",".join(b'"%d":0' % i for i in range(600_000)) + b"}"),
    "brackets": ("application/json", b"[" * LARGE),
    "a string": ("application/json", b'{"a":"' + b"x" * LARGE),
    "escapes": ("application/json", b'{"a":"' + b"\\u0041" * (LARGE // 6) + b'"}'),
    "elements": ("application/xml", b"<a>" * (LARGE // 3)),
    "names of a form": ("application/x-www-form-urlencoded", b"&".join(
        b"%d" % i for i in range(600_000))),
    "noise": ("multipart/form-data; boundary=x", bytes(range(256)) * 1000),
    "nothing": ("text/plain", b""),
}


def memory(pid) -> int:
    """The most memory that a process has had, in MiB."""
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) // 1024 for line in file if line.startswith("VmHWM"))


@pytest.mark.parametrize("name", NO_EVENTS)
def test_large_bodies_take_bounded_memory(name, client, database):
    media_type, body = NO_EVENTS[name]
    arrivals = "select count(*), coalesce(max(arrival_id), 0) from parking.arrival"
    before = database.rows(arrivals)
    for vendor in ("generic", "vzenith", "hikvision"):
        request = post(path(vendor), media_type, body)
        is_answer(client.send(request), request)
    assert database.rows(arrivals) == before
    assert max(map(memory, workers())) < 200


PATHS = ["/device/v1/@/demo-in-2-camera", "/device/v1/generic/@", "/device/v1/generic/@/poll",
         f"{park.BOOTHS}/picture/@", f"{park.BOOTHS}/@", "/park/v1/@/unfee", "/park/@", "/device/@"]


@pytest.mark.parametrize("template", PATHS)
def test_paths(template, client, database):
    before = database.state()
    for label, value in VALUES.items():
        request = Request("GET", template.replace("@", quote_from_bytes(value, safe="")))
        answer = client.send(request)
        if answer.status == 308:
            # nginx resolved the dots, and what lies elsewhere is not for plain HTTP.
            assert ".." in TEXTS[label]
            continue
        # The plate is missing where the value is a slash, or nothing.
        assert answer.code in (400, 401, 404, 414, 1001), f"{label}: {answer}"
        assert answer.status == (200 if answer.code == 1001 else answer.code), f"{label}: {answer}"
    assert not database.changed(before)


@pytest.mark.parametrize("name", ["Cookie", "Authorization", "Origin", "Sec-Fetch-Site",
                                  "Content-Type", "If-None-Match", "X-Forwarded-For"])
def test_headers(name, client, database):
    """A header's value is bytes; none of these is good, and none is a fault of ours."""
    before = database.state()
    for label, value in VALUES.items():
        if b"\n" in value or b"\0" in value:
            continue  # No client can send these inside a header.
        request = Request("POST", f"{park.BOOTHS}/unfee?_id=demo-out-1",
                          ((name, value.decode("latin-1")),), b"a=1")
        answer = client.send(request)
        assert answer.status in (200, 400, 401, 403, 431), f"{label}: {answer}"
        assert answer.json["code"] in (0, 1004, 2104, 400, 401, 403, 431), f"{label}: {answer}"
    assert not database.changed(before)
