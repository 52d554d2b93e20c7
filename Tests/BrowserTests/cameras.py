"""Cameras of the demo's lanes: they push plates, with pictures drawn for the purpose."""

import base64
import io
import itertools
import json
import time
import urllib.request
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = ("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
         "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc")
PAINTS = ["#b8c0c8", "#8c1d24", "#22405e", "#e6e4df", "#3b3f44", "#5b7fa3"]
#: Another beginning each time, so that a run on an application that goes on finds plates unused.
numbers = itertools.count(30000 + int(time.time()) % 60000)


def plate() -> str:
    """A valid plate that nothing else used."""
    return f"苏E{next(numbers)}"


class Camera:
    def __init__(self, base: str, booth: str, host: str | None = None):
        self.url = f"{base}/device/v1/generic/{booth}-camera"
        self.host = host

    def read(self, license: str, minutes_ago: int | None = None, picture: bool = False) -> dict:
        """Pushes a plate; one of some minutes ago is history."""
        event = {"plate": license}
        if minutes_ago is not None:
            moment = datetime.now(UTC) - timedelta(minutes=minutes_ago)
            event |= {"replay": True, "captured_at": moment.isoformat(timespec="seconds")}
        if picture:
            event["picture"] = base64.b64encode(draw(license, self.url)).decode()
        headers = {"Content-Type": "application/json"} | ({"Host": self.host} if self.host else {})
        request = urllib.request.Request(self.url, json.dumps(event).encode(), headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["data"]

    def poll(self) -> dict:
        """Asks whether to open, as the barrier's controller does."""
        request = urllib.request.Request(
            f"{self.url}/poll", b"", {"Host": self.host} if self.host else {})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["data"]


@lru_cache
def font(size: int):
    for path in FONTS:
        try:
            return ImageFont.truetype(path, size)
        except OSError:
            continue
    return ImageFont.load_default(size)


def draw(license: str, place: str) -> bytes:
    """A car at a barrier, from the front."""
    seed = sum(map(ord, license))
    image = Image.new("RGB", (960, 600))
    pen = ImageDraw.Draw(image)
    sky = (38, 50, 66) if "out" in place else (92, 118, 140)
    for y in range(600):
        shade = y / 600
        pen.line([(0, y), (960, y)], tuple(int(c * (0.75 + 0.5 * shade)) for c in sky))
    pen.polygon([(0, 600), (960, 600), (700, 250), (260, 250)], "#454c54")
    pen.rectangle((0, 170, 960, 262), "#5d6872")
    for x in range(0, 960, 120):
        pen.rectangle((x + 18, 186, x + 100, 240), "#8fa3b3")
    pen.polygon([(470, 600), (490, 600), (484, 262), (476, 262)], "#c9cdd1")
    image = image.filter(ImageFilter.GaussianBlur(3))
    pen = ImageDraw.Draw(image)
    paint = PAINTS[seed % len(PAINTS)]
    pen.ellipse((190, 500, 770, 572), "#262b31")
    pen.rounded_rectangle((212, 470, 292, 560), 18, "#14171a")
    pen.rounded_rectangle((668, 470, 748, 560), 18, "#14171a")
    pen.polygon([(300, 320), (372, 196), (588, 196), (660, 320)], "#1d242b")
    pen.polygon([(322, 316), (384, 210), (576, 210), (638, 316)], "#7d95a8")
    pen.polygon([(322, 316), (350, 268), (470, 316)], "#93a9ba")
    pen.rounded_rectangle((206, 312, 754, 520), 46, paint)
    pen.rounded_rectangle((356, 384, 604, 424), 12, "#1b2026")
    for x in (236, 624):
        pen.rounded_rectangle((x, 372, x + 100, 414), 20, "#f6f3e4")
        pen.ellipse((x + 32, 376, x + 68, 410), "#ffffff")
    pen.rounded_rectangle((230, 474, 730, 510), 14, "#23282d")
    green = len(license) == 8
    pen.rounded_rectangle((372, 436, 588, 500), 8, "#d9f4e1" if green else "#0a3f86", "#ffffff", 3)
    pen.text((480, 467), license, "#06210f" if green else "#ffffff", font(40), anchor="mm")
    pen.rectangle((60, 300, 96, 560), "#d7a017")
    if "in" in place:
        for index, x in enumerate(range(96, 900, 67)):
            pen.rectangle((x, 346, x + 67, 366), "#c33a2c" if index % 2 else "#f4f4f1")
    now = datetime.now(timezone(timedelta(hours=8))).strftime("%Y-%m-%d %H:%M:%S")
    words = f"{place.rsplit('/', 1)[1].removesuffix('-camera')}  {now}"
    pen.text((480, 590), words, "#ffffff", font(24), anchor="ms")
    data = io.BytesIO()
    image.save(data, "JPEG", quality=82)
    return data.getvalue()
