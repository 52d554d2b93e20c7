"""An attendant at an exit booth: fees, coupons, payment, release by hand."""

import pytest
from browser import Console
from cameras import plate
from selenium.webdriver.common.keys import Keys


@pytest.fixture
def booth(console):
    console.sign_in()
    console.take("东门出口")
    return console


@pytest.fixture
def leaving(camera, booth):
    """Brings a car to the barrier that owes 7.00."""
    def bring(picture: bool = False) -> str:
        license = plate()
        camera("demo-in-1").read(license, minutes_ago=67, picture=picture)
        camera("demo-out-1").read(license, picture=picture)
        booth.shown(license)
        return license
    return bring


def amount(browser):
    return browser.text(".amount")


def test_a_car_leaves_with_a_coupon_and_a_payment(booth, leaving, camera):
    license = leaving(picture=True)
    browser = booth.browser
    assert amount(browser) == "7.00"
    assert "1小时7分钟" in browser.text(".facts")
    lines = [one.text for one in browser.all(".fee-lines li")]
    assert len(lines) == 2 and lines[0].endswith("5.00元") and lines[1].endswith("2.00元")
    images = [one.get_attribute("src") for one in browser.all(".pictures img")]
    assert len(set(images)) == 2 and all("/picture/" in image for image in images)
    browser.click(".coupon", "30分钟")
    browser.until(lambda: amount(browser) == "5.00", "the coupon is not taken off")
    browser.click(".methods label", "微信")
    browser.click(".fee > .pay", "收费放行")
    booth.notice(f"{license} 已收 5.00 元，已放行")
    assert camera("demo-out-1").poll()["open"]
    browser.until(lambda: "已缴" in booth.line(license).text, "not paid")
    browser.until(lambda: amount(browser) == "—", "the fee still stands")


def test_a_coupon_is_replaced_and_taken_back(booth, leaving):
    leaving()
    browser = booth.browser
    for press, expected in [("w", "0.00"), ("q", "5.00")]:
        browser.keys(press)
        browser.until(lambda: amount(browser) == expected, f"{press} does not give {expected}")
    browser.click("button", "不用优惠")
    browser.until(lambda: amount(browser) == "7.00", "the coupon is still there")
    browser.keys("t")
    browser.fill("#minutes", "2000")
    browser.keys(Keys.ENTER)
    browser.find(".problem", "0 到 1440")
    browser.fill("#minutes", "40")
    browser.keys(Keys.ENTER)
    browser.until(lambda: amount(browser) == "0.00", "27 minutes are free")
    browser.click(".fee > .pay", "免费放行")
    booth.notice("已放行")


def test_a_release_by_hand_needs_a_reason(booth, leaving):
    license = leaving()
    browser = booth.browser
    browser.keys("m")
    browser.click(".choice", "特种车辆")
    browser.fill("#reason-note", "<b>救护车</b>")
    browser.click("dialog .danger")
    booth.notice(f"{license} 已手动放行")
    browser.until(lambda: "未缴" in booth.line(license).text, "it looks paid")
    browser.keys("o")
    booth.notice("已再次开闸")


def test_without_an_entry_nothing_is_charged_on_a_guess(booth, camera):
    license = plate()
    camera("demo-out-1").read(license)
    booth.shown(license)
    browser = booth.browser
    browser.find(".fee-reason", "没有入场记录，只能手动放行")
    assert not browser.find(".fee > .pay").is_enabled()
    browser.keys(Keys.ENTER)
    assert not browser.all(".notice")
    browser.click(".minor button", "手动放行")
    browser.click("dialog .danger")
    booth.notice("已手动放行")


def test_an_unread_plate_is_typed(booth, camera):
    license = plate()
    camera("demo-in-1").read(license, minutes_ago=67)
    booth.browser.keys("n")
    booth.type_plate(license)
    booth.shown(license)
    assert amount(booth.browser) == "7.00"


def test_two_booths_at_once_serve_their_own(booth, leaving, open_browser, camera):
    other = Console(open_browser())
    other.sign_in("demo-operator")
    other.take("西门出口")
    mine, theirs = leaving(), plate()
    camera("demo-in-1").read(theirs, minutes_ago=67)
    camera("demo-out-2").read(theirs)
    other.shown(theirs)
    assert mine not in other.browser.text(".focus") and theirs not in booth.browser.text(".focus")
    for one, license in ((booth, mine), (other, theirs)):
        one.browser.click(".fee > .pay")
        one.notice(f"{license} 已收 7.00 元")


def test_an_unmatched_vehicle_is_found_by_its_picture(booth, camera):
    entered = plate()
    misread = entered[:-1] + ("X" if entered[-1] != "X" else "Y")
    camera("demo-in-1").read(entered, minutes_ago=67, picture=True)
    camera("demo-out-1").read(misread, picture=True)
    booth.shown(misread)
    browser = booth.browser
    browser.keys("k")
    browser.click(f".candidate:has([data-plate='{entered}'])")
    browser.click("dialog .primary", "就是这辆车")
    browser.until(lambda: amount(browser) == "7.00", "the fee does not come")
    booth.shown(entered)
    booth.browser.click(".fee > .pay")
    booth.notice("已收 7.00 元")


def test_a_vehicle_turns_back(booth, leaving):
    license = leaving()
    browser = booth.browser
    browser.keys("b")
    booth.notice("已登记掉头")
    browser.until(lambda: "已掉头" in booth.line(license).text, "it still stands there")


def test_a_payment_is_reversed_by_a_supervisor_with_a_reason(open_browser, camera):
    console = Console(open_browser())
    console.sign_in("demo-operator")
    console.take("西门出口")
    browser = console.browser
    license = plate()
    camera("demo-in-1").read(license, minutes_ago=67)
    camera("demo-out-2").read(license)
    console.shown(license)
    browser.keys("q")
    browser.until(lambda: amount(browser) == "5.00", "no coupon")
    browser.click(".fee > .pay")
    console.notice("已收 5.00 元")
    browser.until(lambda: "已缴" in console.line(license).text, "not paid")
    browser.keys("f")
    browser.find(f".payment:has([data-plate='{license}'])", "¥5.00")
    browser.fill("#payment-search", license[-4:])
    browser.until(lambda: len(browser.all(".payment")) == 1, "the search finds others")
    browser.click("dialog .danger")
    browser.find(".problem", "请填写冲正原因")
    browser.fill("#reverse-reason", "<b>多收</b>")
    browser.click("dialog .danger")
    console.notice(f"{license} 的收款 5.00 元已冲正，请退款")
    browser.until(lambda: "未缴" in console.line(license).text, "it still looks paid")
    browser.keys("2")
    assert "<b>多收</b>" in browser.find(f".review-line:has([data-plate='{license}'])", "收款已冲正").text
    browser.keys("1")
    browser.keys("f")
    browser.find("dialog")
    assert not browser.all(f".payment:has([data-plate='{license}'])"), "it can be reversed twice"


def test_an_attendant_reverses_nothing(booth, leaving):
    leaving()
    booth.browser.click(".fee > .pay")
    booth.notice("已收 7.00 元")
    booth.browser.keys("f")
    booth.browser.find("dialog .hint", "需要主管登录后处理")
    assert not booth.browser.find("dialog .danger").is_enabled()


def test_the_review_list_is_worked_off(booth, leaving):
    license = leaving()
    browser = booth.browser
    browser.keys("m")
    browser.click("dialog .danger")
    booth.notice("已手动放行")
    browser.keys("2")
    line = browser.find(f".review-line:has([data-plate='{license}'])", "手动放行")
    assert "应收7.00元" in line.text
    line.find_element("tag name", "button").click()
    browser.click(".choice", "列入追缴")
    browser.fill("#review-note", "<i>后补</i>")
    browser.click("dialog .primary")
    browser.until(lambda: not browser.all(f".review-line:has([data-plate='{license}'])"), "it is still to do")
    browser.run("const s = document.querySelector('#review-state'); s.value = 'resolved'; s.dispatchEvent(new Event('change'))")
    assert "<i>后补</i>" in browser.find(f".review-line:has([data-plate='{license}'])").text


def test_nothing_moves_when_a_vehicle_comes(booth, leaving):
    browser = booth.browser

    def places():
        return browser.run("""
            return [...document.querySelectorAll('.focus, .records, .records li, .fee, .fee button, .fee-lines, .methods')]
              .filter(one => !one.closest('[hidden]'))
              .map(one => { const r = one.getBoundingClientRect(); return [r.x, r.y, r.width, r.height].join(); })""")

    before = places()
    leaving(picture=True)
    assert places() == before
    browser.keys("q")
    browser.until(lambda: amount(browser) == "5.00", "no coupon")
    assert places() == before
