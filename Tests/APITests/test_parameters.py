"""Every parameter of every URL with everything that it should not be."""

import park
import pytest
from answers import check
from description import TOO_LARGE, refusals
from forms import ENCODINGS, pairs_text
from hostile import REPEATED, UNREADABLE, mutations
from operations import OPERATIONS


#: What is refused in a parameter that nobody knows, too.
ANYWHERE = (REPEATED, UNREADABLE)


def cases(description):
    for operation in OPERATIONS:
        names = ["unknown"]
        if operation.form:
            names = list(description.schema(operation.form)["properties"])
        for name in names:
            for encoding in operation.encodings:
                yield operation, name, encoding


def pytest_generate_tests(metafunc):
    from description import Description

    metafunc.parametrize(
        "operation, name, encoding", list(cases(Description())), ids=lambda value: str(value))


class Case:
    """One parameter in one encoding; remembers what a request used up."""

    def __init__(self, operation, name, encoding, client, database, description):
        self.operation, self.name, self.encoding = operation, name, encoding
        self.client, self.database, self.description = client, database, description
        self.schema = description.schema(operation.form) if operation.form else {"properties": {}}
        self.headers = {}
        self.database.forgive()
        if operation.signed_in:
            self.headers = {"Cookie": park.session(client)}
            self.database.forgive()
        self.base = operation.base(client)

    def expected(self, mutation) -> set[int]:
        """The codes of which one must come."""
        value = mutation.value(self.base)
        if self.name not in self.schema["properties"]:
            # A parameter that nobody knows is ignored, whatever it holds.
            return refusals({}, self.name, value, False) if value in ANYWHERE else {0}
        if self.operation.form == "SignInForm" and mutation.query:
            return {1002}
        required = self.name in self.schema.get("required", [])
        if self.operation.form == "GenericEvent":
            return generic_codes(self.name, value)
        # With `manual` 0 the amounts must be there.
        if self.base.get("manual") == 0 and self.name.endswith("_amount"):
            required = True
        # A plate, unless it is a ticket.
        if self.name == "license" and "ticket" in self.schema["properties"]:
            required = True
        codes = refusals(self.schema, self.name, value, required)
        ours = self.operation.ours.get(self.name)
        if not codes and ours and value not in (None, "") and not self.same(value):
            codes = ours
        return codes or self.description.rule_codes(self.operation.path)

    def same(self, value) -> bool:
        good = str(self.base.get(self.name, ""))
        if isinstance(value, bool):
            return False
        return value == good or value.isascii() and value.isdigit() and (
            good.isdigit() and self.schema["properties"][self.name].get("type") == "integer"
            and int(value) == int(good))

    def run(self, mutation):
        path = self.operation.url or self.operation.path
        if mutation.query:
            path += "?" + pairs_text(mutation.query).decode()
        request = ENCODINGS[self.encoding](path, mutation.pairs(self.base), **self.headers)
        self.database.forgive()
        before = self.database.state()
        answer = self.client.send(request)
        check(answer, request, self.description, self.operation.path)
        codes = self.expected(mutation)
        if "10^6" in mutation.label or "100,000" in mutation.label:
            codes = codes | TOO_LARGE
        assert answer.code in codes, f"{mutation.label}: {sorted(codes)} expected, got {answer}"
        changed = self.database.changed(before)
        if answer.code == 0 and self.operation.acts:
            if changed:
                self.base = self.operation.base(self.client)
        else:
            assert not changed, f"{mutation.label}: {answer} and {changed} changed"


def generic_codes(name: str, value) -> set[int]:
    """Our own format is described by a schema of its own, with types."""
    from datetime import datetime

    from hostile import Wrong

    if isinstance(value, Wrong):
        return refusals({}, name, value, False)
    if name == "plate":
        return {0} if not isinstance(value, bool) and value is not None else {0, 1001, 1002}
    if value in (None, ""):
        return {0}
    if name in ("replay", "turned_back"):
        return {0} if value in (True, False, "true", "false", "0", "1") else {1002}
    if isinstance(value, bool):
        return {1002}
    if name == "confidence":
        return {0} if value in ("0",) else {1002}
    if name == "captured_at":
        return {1002}
    limit = {"event_id": 128, "plate_color": 64}.get(name)
    return {0} if limit is None or len(value) <= limit else {1002}


def test_hostile_values(operation, name, encoding, client, database, description):
    case = Case(operation, name, encoding, client, database, description)
    failures = []
    for mutation in mutations(name, encoding):
        try:
            case.run(mutation)
        except AssertionError as error:
            failures.append(str(error).split("\n")[0])
            case.base = operation.base(client)
    assert not failures, "\n" + "\n".join(failures)
