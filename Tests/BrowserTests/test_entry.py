"""An attendant at an entry booth of the second park, where temporary vehicles wait."""

import time

import pytest
from cameras import plate
from selenium.webdriver.common.keys import Keys


@pytest.fixture
def booth(second):
    second.sign_in()
    second.take("入口")
    return second


@pytest.fixture
def lane(camera):
    return camera("demo2-in-1")


def test_a_waiting_vehicle_is_let_in_by_one_key(booth, lane):
    license = plate()
    lane.read(license, picture=True)
    booth.shown(license)
    browser = booth.browser
    assert "等待放行" in browser.text(".vehicle-state")
    assert browser.driver.title.startswith("● 等待放行")
    browser.until(lambda: browser.run("return document.querySelector('.focus img').naturalWidth") == 960,
                  "no picture")
    browser.keys(Keys.ENTER)
    booth.notice(f"{license} 已放行")
    browser.until(lambda: "已放行" in browser.text(".vehicle-state"), "it still waits")
    assert lane.poll()["open"], "the barrier was not told"
    browser.until(lambda: "道闸已开" in browser.text(".vehicle-state"), "the barrier's word is missing")


def test_a_misread_plate_is_corrected_and_let_in(booth, lane):
    wrong, right = plate(), plate()
    lane.read(wrong)
    booth.shown(wrong)
    browser = booth.browser
    browser.keys("e")
    assert browser.find("#plate").get_attribute("value") == wrong
    booth.type_plate(right)
    booth.notice(f"车牌已更正为 {right}")
    booth.shown(right)
    browser.keys(Keys.ENTER)
    booth.notice(f"{right} 已放行")
    assert not browser.all(f".records [data-plate='{wrong}']")


def test_a_plateless_vehicle_is_registered(booth, lane):
    lane.read("")
    browser = booth.browser
    browser.until(lambda: "未识别车牌" in browser.text(".vehicle-state"), "it does not wait")
    time.sleep(0.45)
    browser.keys(Keys.ENTER)
    license = plate()
    booth.type_plate(license)
    booth.notice(f"{license} 已放行")
    booth.shown(license)


def test_typing_is_judged_at_once(booth):
    browser = booth.browser
    browser.keys("n")
    for typed, verdict in [
        ("", "请输入车牌号"), ("E12345", "请先输入省份简称"), ("苏E12", "还差 3 位"),
        ("苏EI2345", "不使用字母 I 和 O"), ("苏E!!!!!", "不符合任何车牌格式"), ("苏e·12345", "车牌号有效"),
        ("苏ED12345", "新能源车牌，有效"), ("苏E1234警", "车牌号有效"),
    ]:
        browser.run("const field = document.querySelector('#plate'); field.value = arguments[0];"
                    "field.dispatchEvent(new Event('input', {bubbles: true}))", typed)
        assert verdict in browser.text(".verdict"), typed
        can_press = browser.find("dialog .primary").is_enabled()
        assert can_press == ("有效" in verdict), typed


def test_a_plate_is_typed_on_the_keypad(booth):
    browser = booth.browser
    browser.click(".actions button", "手工录入")
    # The common province stands there already; without vehicles it is tapped.
    browser.click("dialog .key", "清空")
    license = plate()
    for character in license:
        browser.until(lambda: any(one.text == character for one in browser.all("dialog .key")),
                      f"no key {character}")
        next(one for one in browser.all("dialog .key") if one.text == character).click()
    assert browser.find("#plate").get_attribute("value") == license
    browser.click("dialog .dialog-actions .primary")
    booth.notice(f"{license} 已放行")
    booth.line(license)


def test_a_blacklisted_vehicle_stays_outside(booth, lane):
    lane.read("苏E10003")
    booth.shown("苏E10003")
    browser = booth.browser
    assert "黑名单，禁止入场" in browser.text(".vehicle-state")
    assert not browser.find(".actions .primary").is_enabled()
    browser.keys("n")
    browser.fill("#plate", "苏E10003")
    browser.click("dialog .dialog-actions .primary")
    booth.notice("该车辆在黑名单中，禁止入场")
    assert browser.all("dialog"), "what was typed is lost"


def test_the_list_does_not_move_what_is_around_it(booth, lane):
    browser = booth.browser

    def places():
        return browser.run("""
            return [...document.querySelectorAll('.focus, .records, .actions, .records li')]
              .map(one => { const r = one.getBoundingClientRect(); return [r.x, r.y, r.width, r.height].join(); })
            """)

    before = places()
    license = plate()
    lane.read(license, picture=True)
    booth.shown(license)
    assert places() == before
    shifts = browser.run("""
        return new Promise(done => { let sum = 0;
          new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
            .observe({type: 'layout-shift', buffered: true});
          setTimeout(() => done(sum), 100); })
        """)
    assert shifts < 0.02


def test_a_press_on_its_way_does_not_hit_the_next_vehicle(booth, lane):
    first, second = plate(), plate()
    lane.read(first)
    booth.shown(first)
    browser = booth.browser
    lane.read(second)
    browser.run("""
        const plate = document.querySelector('.focus .plate.large');
        new MutationObserver(() => document.querySelector('.actions .primary').click())
          .observe(plate, {attributes: true, attributeFilter: ['data-plate']})
        """)
    booth.notice("车辆刚刚变化，请确认后再按")
    booth.shown(second)
    assert "等待放行" in browser.text(".vehicle-state")


def test_a_vehicle_without_a_plate_gets_a_ticket(booth, lane):
    lane.read("")
    browser = booth.browser
    browser.until(lambda: "未识别车牌" in browser.text(".vehicle-state"), "it does not wait")
    browser.click(".actions .primary", "登记车牌")
    browser.click("dialog button", "发临时票")
    number = browser.find(".ticket-number").text
    assert number.isalnum()
    browser.click("dialog .primary")
    browser.until(lambda: "已放行" in browser.text(".vehicle-state"), "it still waits")
    assert lane.poll()["open"]


def test_a_vehicle_turns_back(booth, lane):
    license = plate()
    lane.read(license)
    booth.shown(license)
    booth.browser.keys("t")
    booth.notice("已登记掉头")
    booth.browser.until(lambda: "已掉头" in booth.line(license).text, "it still waits")
