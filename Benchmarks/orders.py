#!/usr/bin/env python3
"""orders.py BASE COUNT FIRST: a configuration of curl for COUNT signed orders of 30 windows each.
orders.py BASE pages: one for each page of api/leasePark.

Each order is for a plate of its own, numbered from FIRST, and signed as docs/partners.md says.
"""
import hashlib
import hmac
import json
import secrets
import sys
import time
from datetime import date, timedelta
from urllib.parse import urlencode

SECRET = "8f3c1e0a5b7d49c2a6e1d0f4b3c2a190"
DAY = date(2030, 1, 1)
DATES = json.dumps([{"date": str(DAY + timedelta(n)), "start_time": "19:00", "end_time": "06:30"}
                    for n in range(30)], separators=(",", ":"))


def signed(**parameters):
    parameters |= {"app_id": "cjj-test", "timestamp": str(int(time.time())),
                   "nonce": secrets.token_hex(16), "sign_type": "HMAC-SHA256"}
    text = "&".join(f"{name}={parameters[name]}" for name in sorted(parameters))
    text += "&key=" + SECRET
    sign = hmac.new(SECRET.encode(), text.encode(), hashlib.sha256).hexdigest()
    return urlencode(parameters | {"sign": sign})


base = sys.argv[1]
if sys.argv[2] == "pages":
    for page in range(1, 11):
        print(f'{"next" if page > 1 else ""}\nurl = "{base}/api/leasePark?{signed(page=str(page))}"')
        print('silent\ninsecure\noutput = "/dev/null"')
        print(r'write-out = "%{http_code} %{size_download} %{time_pretransfer} %{time_total}\n"')
else:
    first = int(sys.argv[3])
    for number in range(first, first + int(sys.argv[2])):
        body = signed(park_sn="DEMO001", car_plate_no=f"苏B{number:05}", dates=DATES)
        print(f'{"next" if number > first else ""}\nurl = "{base}/api/SynLeaseOrder"\ndata = "{body}"')
        print('silent\ninsecure')
