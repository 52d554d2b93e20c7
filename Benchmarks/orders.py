#!/usr/bin/env python3
"""orders.py COUNT SESSIONS FIRST: so many signed orders of 30 windows for each of pgbench's sessions, a
form on each line, which the clients of `order` take in turn.
orders.py pages BASE: a configuration of curl for the pages of api/leasePark.

Each order is for a plate of its own, numbered from FIRST with a letter for each session, as order.pgbench's
are, and signed as docs/partners.md says.
"""
import hashlib
import hmac
import json
import secrets
import sys
import time
from datetime import date, timedelta
from urllib.parse import urlencode

SECRET = "0123456789abcdef0123456789abcdef"
DAY = date(2030, 1, 1)
DATES = json.dumps([{"date": str(DAY + timedelta(n)), "start_time": "19:00", "end_time": "06:30"}
                    for n in range(30)], separators=(",", ":"))


def signed(nonce, **parameters):
    parameters |= {"app_id": "bench", "timestamp": str(int(time.time())), "nonce": nonce,
                   "sign_type": "HMAC-SHA256"}
    text = "&".join(f"{name}={parameters[name]}" for name in sorted(parameters))
    text += "&key=" + SECRET
    sign = hmac.new(SECRET.encode(), text.encode(), hashlib.sha256).hexdigest()
    return urlencode(parameters | {"sign": sign})


if sys.argv[1] == "pages":
    for page in range(1, 11):
        form = signed(secrets.token_hex(16), page=str(page))
        print(f'{"next" if page > 1 else ""}\nurl = "{sys.argv[2]}/api/leasePark?{form}"')
        print('silent\ninsecure\noutput = "/dev/null"')
        print(r'write-out = "%{http_code} %{size_download} %{time_pretransfer} %{time_total}\n"')
else:
    count, sessions, first = map(int, sys.argv[1:])
    for number in range(first, first + count):
        for session in range(sessions):
            plate = f"{chr(ord('C') + session)}{number:05}"
            print(signed(f"order-{plate}", park_sn="DEMO001", car_plate_no="苏" + plate, dates=DATES))
