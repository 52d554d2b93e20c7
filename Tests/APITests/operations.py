"""For every URL with parameters: a request that is good but for the one that is put in."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Callable

import park
from forms import ENCODINGS

BODIES = ("form", "multipart", "json")


@dataclass(frozen=True)
class Operation:
    path: str
    #: The schema in openapi.yaml that holds the parameters; None for a URL without any.
    form: str | None
    #: The good parameters; called with the client before each request that may change something.
    base: Callable
    encodings: tuple[str, ...] = tuple(ENCODINGS)
    #: Whether an answer of code 0 may have changed something.
    acts: bool = False
    #: Parameters that must be ours: any other value is refused with one of these codes.
    ours: dict[str, set[int]] = field(default_factory=dict)
    #: Where it differs from the description's path.
    url: str | None = None
    note: str = ""
    #: Whether a person is signed in, as `demo`.
    signed_in: bool = False

    def __str__(self):
        return self.path.removeprefix(park.BOOTHS + "/") + self.note


def reading(direction: str):
    return lambda client: {"_id": f"demo-{direction}-1", "count": 10, "car_fee_type": 4}


def exit_press(**fields):
    def base(client):
        due = park.settled(client)
        return {"_id": "demo-out-1", "car_park_records_id": due["_id"], **fields}
    return base


def misread(client):
    """A vehicle at an exit whose read is not its plate, and the stay that it belongs to."""
    license = park.plate()
    entered = datetime.now(UTC) - timedelta(minutes=67)
    stay = park.event(client, "demo-in-1-camera", plate=license, replay=True,
                      event_id=f"enter {license}",
                      captured_at=entered.isoformat(timespec="seconds"))["stay_id"]
    park.event(client, "demo-out-2-camera", plate=license[:-1] + "Q", event_id=f"q {license}")
    return {"_id": "demo-out-2", "car_park_records_id": stay}


def waiting(client):
    """A vehicle without a plate that waits at an entry."""
    park.event(client, "demo-in-2-camera", plate="", event_id=f"none {park.plate()}")
    return {"_id": "demo-in-2"}


BOOTH = {"_id": {1101}}
STAY = BOOTH | {"car_park_records_id": {2101}}


def booths(path: str, form: str, base, **settings) -> Operation:
    return Operation(f"{park.BOOTHS}/{path}", form, base, **settings)


OPERATIONS = [
    booths("enterexitlist", None, lambda client: {}),
    booths("park-info-query", None, lambda client: {}),
    booths("device/health", None, lambda client: {}),
    booths("records/enter", "EntryRecordsForm", reading("in"), ours=BOOTH),
    booths("records/exit", "ExitRecordsForm", reading("out"), ours=BOOTH),
    booths("unfee", "UnfeeForm", lambda client: {"_id": "demo-out-1"}, ours=BOOTH),
    booths("duty/current", "CurrentDutyForm", lambda client: {"_id": "demo-out-1"}, ours=BOOTH),
    booths("enter/permit-through", "PermitEntryForm",
           lambda client: {"_id": "demo-in-1", "license": park.plate(), "car_fee_type": 0},
           acts=True, ours=BOOTH | {"capture_id": {2003}, "ticket": {0, 1002}}),
    booths("leave/capture", "CaptureTypedForm",
           lambda client: {"_id": "demo-out-1", "license": park.plate()}, acts=True,
           ours=BOOTH | {"ticket": {1002}}),
    booths("leave/candidates", "CandidatesForm", lambda client: {"_id": "demo-out-1"}, ours=BOOTH),
    booths("leave/confirm", "ConfirmMatchForm", misread, acts=True,
           ours=STAY | {"capture_id": {2102}}),
    booths("enter/cancel", "CancelEntryForm", waiting, acts=True,
           ours=BOOTH | {"capture_id": {2108}}),
    booths("leave/cancel", "CancelExitForm", exit_press(), acts=True,
           ours=BOOTH | {"capture_id": {2108}}),
    booths("review/list", "ReviewListForm", lambda client: {"count": 10}),
    booths("fee/coupon", "CouponForm", exit_press(coupon_time=30), acts=True, ours=STAY),
    booths("leave/permit-through", "PermitExitForm",
           exit_press(manual=0, coupon_amount=0, total_amount=700, pay_method="cash"),
           acts=True, ours=STAY | {"coupon_amount": {2103}, "total_amount": {2103}}),
    booths("leave/permit-through", "PermitExitForm",
           exit_press(manual=1, coupon_amount=0, total_amount=700, reason="道闸故障"),
           acts=True, ours=STAY, note=" by hand"),
    booths("poll", "PollForm", lambda client: {"_id": "demo-out-1", "count": 10, "active": 0},
           ours=BOOTH),
    booths("duty/history", "DutyHistoryForm", lambda client: {"_id": "demo-out-1", "count": 10},
           ours=BOOTH),
    booths("duty/begin", "BeginDutyForm", lambda client: {"_id": "demo-out-2", "take_over": 0},
           acts=True, ours=BOOTH, signed_in=True),
    booths("duty/handover", "HandOverForm",
           lambda client: {"_id": "demo-out-1", "shift_id": park.duty(client, "demo-out-1"),
                           "counted_amount": 100, "note": "零钱"},
           acts=True, ours=BOOTH | {"shift_id": {2301}}, signed_in=True),
    booths("enter/correct", "CorrectEntryForm",
           lambda client: {"_id": "demo-in-1", "capture_id": park.waiting(client),
                           "license": park.plate()},
           acts=True, ours=BOOTH | {"capture_id": {2003}}),
    Operation("/device/v1/{vendor}/{token}", "GenericEvent",
              lambda client: {"plate": park.plate(), "event_id": f"e {park.plate()}"},
              acts=True, url="/device/v1/generic/demo-in-2-camera", note=" generic"),
    Operation("/park/v1/session/sign-in", "SignInForm",
              lambda client: {"login": "demo", "password": "demo-gatehouse"},
              encodings=("form", "multipart", "json"), acts=True,
              ours={"login": {401}, "password": {401}}),
]
