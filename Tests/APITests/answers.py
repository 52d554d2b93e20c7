"""What holds for every answer, whatever was asked."""

ENVELOPE = ["code", "data", "message"]
#: What a partner is told besides.
PARTNER_DATA = {"reason", "name", "server_time", "string_to_sign"}


def check(answer, request, description, path):
    """The envelope, its headers, a status that is described, and never a fault of ours."""
    where = f"{request} was answered {answer}"
    assert answer.status < 500, where
    assert answer.headers["content-type"] == "application/json; charset=utf-8", where
    kept = "private, no-cache" if "etag" in answer.headers else "no-store"
    assert answer.headers["cache-control"] == kept, where
    assert answer.headers["x-content-type-options"] == "nosniff", where
    assert "x-injected" not in answer.headers, where
    assert path is None or "application/json" in description.media_types(
        path, request.method.lower(), answer.status), where
    body = answer.json
    assert list(body) == ENVELOPE, where
    assert body["code"] in description.codes, where
    is_list = path in ("/api/leasePark", "/lease/order") and body["code"] == 0
    assert isinstance(body["data"], list if is_list else dict) and isinstance(body["message"], str), where
    assert bool(body["message"]) == (body["code"] != 0), where
    assert answer.status == (body["code"] if 400 <= body["code"] < 600 else 200), where
    if path and path.startswith(("/api/", "/lease/")) and answer.status in (401, 403, 429):
        assert set(body["data"]) <= PARTNER_DATA, where
    elif body["code"] not in (0, 2104):
        assert body["data"] == {}, where
