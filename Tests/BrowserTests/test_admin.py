"""The operator's pages."""

import os
import random
import re
from pathlib import Path

import pytest
from browser import Console
from cameras import plate
from database import sql
from test_people import violations

MARKUP = "<img src=x onerror=alert(1)>'\"&"


@pytest.fixture
def office(open_browser):
    console = Console(open_browser("localhost", 1366, 900))
    console.sign_in("demo-operator", page="/admin/")
    console.browser.find(".office")
    return console.browser


@pytest.fixture
def taken(camera, http):
    """A car that left and paid, so that there is something to see."""
    import json
    import urllib.request
    from urllib.parse import urlencode

    license = plate()
    camera("demo-in-1").read(license, minutes_ago=67)
    # Soon after midnight that one came yesterday.
    camera("demo-in-1").read(plate())
    camera("demo-out-1").read(license)
    booth = f"{http}/park/v1/sentrybox"
    due = json.load(urllib.request.urlopen(f"{booth}/unfee?_id=demo-out-1"))["data"]
    press = {"_id": "demo-out-1", "manual": 0, "car_park_records_id": due["_id"],
             "total_amount": due["total_amount"], "coupon_amount": 0}
    urllib.request.urlopen(f"{booth}/leave/permit-through?{urlencode(press)}")
    return license


def section(browser, name):
    browser.click(".office-nav a", name)
    browser.find(".section h2", name)


def choose(browser, selector, value):
    browser.run("""
        const field = document.querySelector(arguments[0]); field.value = arguments[1];
        field.dispatchEvent(new Event('change'))""", selector, value)


def test_the_day_in_figures_and_charts(taken, office):
    office.find(".tile", "收入")
    office.until(lambda: len(office.all(".chart svg")) == 4, "no charts")
    assert float(office.text(".tile strong").lstrip("¥").replace(",", "")) >= 7
    assert "共 50 个车位" in office.text(".tiles")
    assert violations(office) == []
    figures = [one.text for one in office.all(".tile strong")]
    assert len(figures) == 6 and int(figures[1]) >= 1 and int(figures[2]) >= 1
    # The charts say in words what they draw.
    said = office.run("return [...document.querySelectorAll('.chart')].map(one => [...one.querySelectorAll('li')].map(li => li.textContent))")
    assert len(said[1]) == 24 and sum(float(one.split("：")[1].split()[0]) for one in said[1]) >= 7
    assert sum(int(one.split("：")[1].split()[0]) for one in said[2]) == int(figures[2])
    assert any(not one.endswith("：0 辆") for one in said[0])
    choose(office, "#park", "DEMO002")
    office.find(".tiles", "共 20 个车位")


def test_a_vehicle_is_registered_found_and_removed(office):
    section(office, "车辆登记")
    license = plate()
    office.click("button", "登记车辆")
    office.fill("#new-plate", license)
    office.find(".verdict", "车牌号有效")
    office.fill("#new-note", MARKUP)
    office.click("dialog .primary")
    office.find(".notice", "已登记")
    office.fill("#search", license)
    office.until(lambda: len(office.all("tbody tr")) == 1, "not found")
    assert MARKUP in office.text("tbody")
    assert violations(office) == []
    office.click("tbody button", "移除")
    office.click("dialog .danger")
    office.find(".notice", "已移除")
    office.find(".empty", "没有找到车辆")


def test_a_sheet_is_previewed_with_its_mistakes(office, tmp_path):
    section(office, "车辆登记")
    license = plate()
    sheet = tmp_path / "vehicles.csv"
    # As spreadsheets in China save it.
    sheet.write_bytes(f"plate,category,note\nhello,free,张先生\n{license},gold,\n".encode("gb18030"))
    office.click("button", "导入表格")
    office.find("#sheet").send_keys(str(sheet))
    office.find(".sheet-verdict", "有 2 处错误")
    rows = [one.text for one in office.all(".sheet-problems tbody tr")]
    assert rows == ["2 车牌 “hello”不符合任何车牌格式",
                    "3 类别 类别“gold”无效；应为 monthly、free、blacklisted 或 temporary"]
    assert not office.find("dialog .primary").is_enabled()
    sheet = tmp_path / "mended.csv"
    sheet.write_text(f"plate,category,note\n{license},free,\n")
    office.find("#sheet").send_keys(str(sheet))
    office.find(".sheet-verdict", "将新增 1 辆")
    office.click("dialog .primary", "导入")
    office.find(".notice", "已导入：新增 1 辆")
    office.find("tbody", "表格")


def test_a_tariff_is_drawn_tried_and_published(office):
    section(office, "收费标准")
    office.find(".chart .curve")
    before = len(office.all("tbody tr"))
    assert max(office.run(
        "return [...document.querySelectorAll('.chart li')].map(one => Number(/([\\d.]+) 元/.exec(one.textContent)[1]))")) in (40, 41)
    office.click("button", "计算")
    office.find(".trial", "5.00元")
    assert "¥7.00" in office.text(".trial")
    rules = office.find("#rules")
    text = rules.get_attribute("value")
    assert '"price": 500' in text
    wrong = text.rstrip().removesuffix("}") + ''', "examples": [{"enter": "2026-11-22 10:00", "leave": "2026-11-22 11:00", "fee": 1}]}'''
    office.run("document.querySelector('#rules').value = arguments[0]", wrong)
    office.click("button", "检查")
    office.find(".publication", "2026-11-22 10:00:00 至 2026-11-22 11:00:00 的费用为 500 分，不是 1 分")
    office.run("document.querySelector('#rules').value = arguments[0]", text.replace("5 min", "5 mins").replace("4000", '"viel"'))
    office.click("button", "检查")
    complaint = office.find(".notice.stop", "收费标准有误")
    assert "第" in complaint.text and "应为" in complaint.text and "expected" not in complaint.text
    office.run("const r = document.querySelector('#rules'); r.value = arguments[0].replace('4000', '4100')", text)
    office.click("button", "检查")
    office.find(".publication", "检查通过")
    office.click("button", "发布新版本")
    office.find(".notice", "已发布新版本")
    office.until(lambda: len(office.all("tbody tr")) == before + 1, "no new version")
    assert violations(office) == []


def test_a_sheet_whose_first_line_is_wrong(office, tmp_path):
    section(office, "车辆登记")
    sheet = tmp_path / "vehicles.csv"
    sheet.write_text("plate,owner\n苏E12345,x\n")
    office.click("button", "导入表格")
    office.find("#sheet").send_keys(str(sheet))
    office.find(".sheet-verdict", "有 2 处错误")
    text = office.text(".sheet-problems")
    assert "没有名为“owner”的列" in text and "缺少“category”列" in text


def test_the_words_of_every_problem_are_chinese(office):
    """What the decoders say in English, an operator reads in Chinese: no message is forgotten."""
    sources = Path(os.environ["GATEHOUSE_TEST_ROOT"], "Sources/Parking")
    files = [*sources.glob("Tariffs/**/*.swift"), *sources.glob("Sites/Vehicles/*.swift")]
    messages = set()
    for file in files:
        text = re.sub(r'"\s*\+\s*"', "", file.read_text())
        messages |= set(re.findall(r'(?:fail\((?:\.\w+,|\w+\.line,)?\s*|error\(|message: )"((?:[^"\\]|\\.)*)"', text))
    filled = {re.sub(r"\\\([^()]*(?:\([^()]*\))?[^()]*\)", "7", one).replace('\\"', '"') for one in messages}
    assert len(filled) > 60
    said = office.driver.execute_async_script("""
        const [messages, done] = arguments;
        import('/admin/problems.js').then(({ problemText }) => done(messages.map(problemText)))""", sorted(filled))
    left = [(one, text) for one, text in zip(sorted(filled), said)
            if not re.search(r"[\u4e00-\u9fff]", text) or re.search(r"\b(?:the|expected|give|only|needs?|with|must)\b", text)]
    assert left == []


def test_shifts_of_all_parks_with_their_differences(office, open_browser, camera):
    other = Console(open_browser("demo2.localhost"))
    other.sign_in("demo-operator")
    other.take("出口")
    other.browser.keys("3")
    other.browser.click("button", "交班")
    other.browser.fill("#counted", "3.50")
    other.browser.fill("#note", MARKUP)
    other.browser.click("dialog .primary")
    other.browser.find(".slip")
    section(office, "班次")
    row = office.find("tbody tr", "示范二号停车场")
    assert "出口" in row.text and "+3.50" in row.text and MARKUP in row.text
    assert violations(office) == []
    choose(office, "#shift-parks", "one")
    office.until(lambda: "示范二号停车场" not in office.text("tbody"), "the other park is still there")
    choose(office, "#shift-parks", "all")
    choose(office, "#shift-which", "1")
    office.find("tbody tr", "+3.50")
    rows = [one.text for one in office.all("tbody tr")]
    assert all("+" in one or "−" in one or "未交班" in one for one in rows), rows


def test_an_offer_is_changed_and_the_partner_is_told(office):
    section(office, "错峰共享")
    office.find("#offer-deadline")
    assert office.find("#offer-start_time").get_attribute("value") == "19:00"
    before = len(office.all("tbody tr"))
    office.fill("#offer-price", "a lot")
    office.click("button", "保存并推送")
    office.find(".problem", "请填写“以后每 30 分钟（元）”")
    wanted = f"1.{random.randrange(10, 99)}"
    office.fill("#offer-price", wanted)
    office.click("button", "保存并推送")
    office.find(".notice", "正在推送")
    office.until(lambda: len(office.all("tbody tr")) == before + 1, "nothing was queued")
    assert f"5.00 / {wanted} / 20.00" in office.text("tbody tr")

    def delivered():
        office.click("button", "刷新")
        return "已送达" in office.find("tbody tr", wanted).text
    # The demo's relay tells the demo's leasing app.
    office.until(delivered, "the partner was not told", patience=300)
    assert violations(office) == []
    office.click("button", "保存并推送")
    office.find(".notice", "方案没有变化")
    section(office, "操作记录")
    office.find("tbody tr", "修改错峰方案")


def test_a_push_that_was_given_up_is_sent_again(office):
    sql("""update parking.outbox set delivered_at = null, superseded_at = null, gave_up_at = now(),
             last_error = '<b>refused</b>'
           where outbox_id = (select max(outbox_id) from parking.outbox where subject = 'DEMO001')""")
    section(office, "错峰共享")
    row = office.find("tbody tr", "推送失败")
    assert "<b>refused</b>" in row.text
    assert violations(office) == []
    office.click("button", "重新推送失败的")
    office.find(".notice", "1 条正在重新推送")
    office.until(lambda: "推送失败" not in office.text("tbody"), "it is still given up")


def test_a_review_of_another_park_with_its_pictures(office, second, camera):
    license = plate()
    second.sign_in()
    second.take("出口")
    camera("demo2-in-1").read(license, minutes_ago=67, picture=True)
    camera("demo2-out-1").read(license, picture=True)
    second.shown(license)
    second.browser.keys("m")
    second.browser.click("dialog .danger")
    second.notice("已手动放行")
    choose(office, "#park", "DEMO002")
    section(office, "待核对")
    row = office.find(f"tr:has([data-plate='{license}'])")
    assert "手动放行" in row.text
    assert violations(office) == []
    row.find_element("tag name", "button").click()
    office.until(lambda: office.run("""
        const images = [...document.querySelectorAll('.review-pictures img')];
        return images.length > 0 && images.every(one => one.naturalWidth === 960)"""), "no picture of the other park")
    assert violations(office) == []
    office.click(".choice", "列入追缴")
    office.fill("#review-note", MARKUP)
    office.click("dialog .primary")
    office.until(lambda: not office.all(f"tr:has([data-plate='{license}'])"), "it is still to do")
    choose(office, "#review-state", "resolved")
    row = office.find(f"tr:has([data-plate='{license}'])")
    assert MARKUP in row.text and "列入追缴" in row.text
    # Who looked at whose movements is known.
    section(office, "操作记录")
    assert "示范管理员" in office.find("tbody tr", "查看图片").text
    assert "处理待核对" in office.text("tbody")


def test_the_devices_health(office, camera):
    camera("demo-in-1").read(plate())
    camera("demo-in-1").poll()
    section(office, "设备状况")
    row = office.find("tbody tr", "demo-in-1")
    assert "东门入口" in row.text and row.find_elements("css selector", "[data-state=there]")
    sql("update parking.device set last_seen_at = now() - interval '1 hour' where device_id = 'demo-in-1'")
    office.click("button", "刷新")
    office.until(lambda: office.find("tbody tr", "demo-in-1").find_elements("css selector", "[data-state=away]"),
                 "it is not said to be away")
    assert "1小时前" in office.find("tbody tr", "demo-in-1").text
    assert violations(office) == []


SECTIONS = ["today", "shifts", "reviews", "vehicles", "tariffs", "offers", "devices", "audit"]


@pytest.mark.parametrize("language, scheme", [("zh", "light"), ("en", "dark")])
def test_every_section_for_everybody(office, taken, language, scheme):
    """WCAG 2.2 AA in both languages and colour schemes, and no word is left in the other language."""
    office.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    if language == "en":
        office.click("button", "English")
        office.find(".office-nav", "Today")
    for width, height in ((1366, 900), (768, 1024)):
        office.resize(width, height)
        for name in SECTIONS:
            office.click(f".office-nav a[href='#/{name}']")
            office.find(f".office-nav a[href='#/{name}'][aria-current]")
            office.until(lambda: office.all(".section h2"), "no section")
            # What is read comes; the tables of figures stand behind the charts.
            office.until(lambda: office.run("return document.querySelectorAll('.section td, .chart, .offer input, .empty:not([hidden])').length"), "empty")
            assert violations(office) == [], (name, language, scheme, width)
            assert office.run("return document.documentElement.scrollWidth") <= width, (name, width)
            untranslated = office.run("""
                return [...document.querySelectorAll('.section *')].filter(one => one.childElementCount === 0)
                  .map(one => one.textContent).filter(text => /^[a-z_]+[A-Z_]\\w*$/.test(text))""")
            assert [one for one in untranslated if one not in ("DEMO001", "lease_offer")] == [], name


def test_the_audit_trail(taken, office):
    section(office, "操作记录")
    row = office.find(f"tr:has([data-plate='{taken}'])")
    assert "放行出场" in row.text and "东门出口" in row.text
    assert violations(office) == []


def test_a_supervisor_sees_the_parks_that_are_given(console):
    sql("""insert into parking.account (login, display_name, operator_id, role, password_hash)
             select 'demo-supervisor', '示范主管', operator_id, 'supervisor', password_hash
             from parking.account where login = 'demo' on conflict do nothing;
           insert into parking.account_park
             select account_id, 'DEMO001' from parking.account where login = 'demo-supervisor'
             on conflict do nothing""")
    console.sign_in("demo-supervisor", page="/admin/")
    browser = console.browser
    browser.find(".tile", "收入")
    assert [one.get_attribute("value") for one in browser.all("#park option")] == ["DEMO001"]
    refused = browser.run("return fetch('/park/v1/office/day?park_sn=DEMO002').then(one => one.json())")
    assert refused["code"] == 1103


def test_an_attendant_has_no_business_there(console):
    console.sign_in("demo", page="/admin/")
    console.browser.find(".hint", "您的账号没有管理权限")
