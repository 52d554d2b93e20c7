"""How fast the console opens, how much it fetches, and what an idle one costs."""

import time

import pytest


@pytest.mark.parametrize("page, files", [("/console/", "console"), ("/admin/", "admin")])
def test_it_opens_fast_and_is_small(browser, page, files):
    best, size = 10_000, 0
    for _ in range(5):
        browser.devtools("Network.enable")
        browser.devtools("Network.clearBrowserCache")
        browser.open(page)
        browser.find(".sign-in")
        paint, size, count = browser.run("""
            const all = [...performance.getEntriesByType('resource'), performance.getEntriesByType('navigation')[0]];
            return [performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 10000,
              all.reduce((sum, one) => sum + one.transferSize, 0), all.length]""")
        best = min(best, paint)
    print(f"\n{files}: first paint {best:.0f} ms, {size / 1000:.1f} kB transferred in {count} requests")
    assert best < 300
    assert size < 100_000


def test_all_of_a_desk_is_small(console):
    """From the door to the desk, with all that it asked for, but for pictures."""
    browser = console.browser
    browser.devtools("Network.enable")
    browser.devtools("Network.clearBrowserCache")
    console.sign_in()
    console.take("东门出口")
    size = browser.run("""
        return [...performance.getEntriesByType('resource'), performance.getEntriesByType('navigation')[0]]
          .filter(one => !one.name.includes('/picture/')).reduce((sum, one) => sum + one.transferSize, 0)""")
    print(f"\nthe desk: {size / 1000:.1f} kB transferred without pictures")
    assert size < 100_000


def test_an_idle_console_costs_one_304_every_two_seconds(console):
    console.sign_in()
    console.take("东门入口")
    browser = console.browser
    time.sleep(2.5)
    browser.run("""
        const real = window.fetch; window.answers = [];
        window.fetch = async (...all) => {
          const answer = await real(...all);
          window.answers.push([performance.now(), answer.status, String(all[0]).includes('/poll')]);
          return answer;
        }; performance.clearResourceTimings()""")
    time.sleep(10.5)
    answers, size = browser.run("""
        return [window.answers, performance.getEntriesByType('resource').reduce((sum, one) => sum + one.transferSize, 0)]""")
    gaps = [b[0] - a[0] for a, b in zip(answers, answers[1:])]
    print(f"\nidle: {len(answers)} requests in 10.5 s, {min(gaps):.0f} to {max(gaps):.0f} ms apart, {size} bytes")
    assert 4 <= len(answers) <= 6 and all(poll and status == 304 for _, status, poll in answers), answers
    assert all(1800 < gap < 2600 for gap in gaps), gaps
