"""Pictures of the main states for the READMEs.

    GATEHOUSE_SCREENS=$PWD/docs/screens scripts/test-browser screens.py
"""

import os
import time

import pytest
from browser import Console
from cameras import plate

SCREENS = os.environ.get("GATEHOUSE_SCREENS", ".")


def shoot(browser, name):
    # Notices go by themselves, pictures come.
    browser.until(lambda: not browser.all(".notice"), "a notice stays", patience=90)
    browser.until(lambda: browser.run(
        "return [...document.images].every(one => one.hidden || one.complete)"), "a picture is late")
    time.sleep(0.3)
    browser.shoot(f"{SCREENS}/{name}.png")


@pytest.fixture
def traffic(camera):
    """Some vehicles of an ordinary morning."""
    lane = camera("demo2-in-1")
    for license, minutes in (("苏E6P881", 214), ("沪A8K663", 171), ("苏ED31562", 128), ("浙B2T907", 96),
                             ("苏E90K15", 71), ("皖C55M20", 52), ("苏E7H338", 38)):
        lane.read(license, minutes_ago=minutes)
    lane.read("苏E10001", picture=True)
    lane.read("苏E10002", picture=True)
    return lane


def test_entry(second, traffic):
    second.sign_in()
    second.take("入口")
    traffic.read("苏E2R639", picture=True)
    second.shown("苏E2R639")
    shoot(second.browser, "entry")
    second.browser.keys("e")
    second.browser.find("dialog")
    shoot(second.browser, "correct")


def test_exit(console, camera, open_browser):
    for license, minutes in (("苏E3A417", 20), ("苏E10001", 200), ("苏EF20481", 25)):
        camera("demo-in-1").read(license, minutes_ago=minutes)
        camera("demo-out-1").read(license, picture=True)
        camera("demo-out-1").poll()
    console.sign_in()
    console.take("东门出口")
    license = "苏E5N826"
    camera("demo-in-1").read(license, minutes_ago=187, picture=True)
    camera("demo-out-1").read(license, picture=True)
    console.shown(license)
    browser = console.browser
    browser.click(".coupon", "30分钟")
    console.notice("优惠")
    shoot(browser, "exit")
    browser.resize(768, 1024)
    shoot(browser, "exit-tablet")
    browser.resize(1024, 768)
    with browser.offline():
        browser.find(".lost")
        time.sleep(2)
        browser.shoot(f"{SCREENS}/lost.png")
    browser.gone(".lost")
    browser.click(".fee > .pay")
    console.notice("已收")
    browser.keys("3")
    browser.click("button", "交班")
    browser.fill("#counted", "10.00")
    browser.fill("#note", "零钱找补")
    browser.click("dialog .primary")
    browser.find(".slip")
    shoot(browser, "handover")


def test_candidates(open_browser, camera):
    console = Console(open_browser())
    console.sign_in()
    console.take("西门出口")
    for license, minutes in (("苏E7K52Q", 131), ("苏E7K520", 44), ("沪C7K529", 76)):
        camera("demo-in-2").read(license, minutes_ago=minutes, picture=True)
    camera("demo-out-2").read("苏E7K52D", picture=True)
    console.shown("苏E7K52D")
    console.browser.keys("k")
    console.browser.find(".candidate")
    shoot(console.browser, "candidates")


def test_dark(second, traffic):
    second.browser.devtools("Emulation.setEmulatedMedia", features=[
        {"name": "prefers-color-scheme", "value": "dark"}])
    second.sign_in()
    second.take("入口")
    traffic.read("苏E10003", picture=True)
    second.shown("苏E10003")
    shoot(second.browser, "entry-dark")


def test_office(open_browser, camera, http):
    import json
    import random
    import urllib.request
    from urllib.parse import urlencode

    chance = random.Random(7)
    booth = f"{http}/park/v1/sentrybox"
    for _ in range(60):
        license = plate()
        camera("demo-in-1").read(license, minutes_ago=chance.choice([12, 25, 48, 75, 110, 150, 220, 300, 560]))
        if chance.random() < 0.7:
            camera("demo-out-1").read(license)
            due = json.load(urllib.request.urlopen(f"{booth}/unfee?_id=demo-out-1"))["data"]
            if due["has"]:
                press = {"_id": "demo-out-1", "manual": 0, "car_park_records_id": due["_id"],
                         "total_amount": due["total_amount"], "coupon_amount": 0,
                         "pay_method": chance.choice(["cash", "wechat", "wechat", "alipay"])}
                urllib.request.urlopen(f"{booth}/leave/permit-through?{urlencode(press)}")
    console = Console(open_browser("localhost", 1280, 800))
    console.sign_in("demo-operator", page="/admin/")
    console.browser.find(".chart svg")
    shoot(console.browser, "office")
    console.browser.click(".office-nav a", "收费标准")
    console.browser.find(".chart .curve")
    console.browser.click("button", "计算")
    console.browser.find(".trial-sum")
    shoot(console.browser, "tariffs")
    for name, text in (("shifts", "班次"), ("offers", "错峰共享")):
        console.browser.click(".office-nav a", text)
        console.browser.find("tbody tr")
        shoot(console.browser, name)
