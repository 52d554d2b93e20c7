extension Report {
  /// Every report.
  public static let all = [
    income, stays, occupancy, peaks, coupons, releases, leakage, leases, shifts, unresolved,
    devices,
  ]

  private static let time: [ReportColumn] = [
    .by("day", "Day", "日期"),
    .by("month", "Month", "月份", "to_char(day, 'YYYY-MM')"),
    .by("weekday", "Weekday", "星期", "to_char(day, 'Dy')", order: "extract(isodow from day)"),
  ]
  private static let park = ReportColumn.by("park", "Park", "车场", "park_sn || ' ' || park_name")
  private static let booth = ReportColumn.by("booth", "Booth", "岗亭", "booth_id")
  private static let attendant = ReportColumn.by("attendant", "Attendant", "收费员")

  private static let income = Report(
    name: "income", english: "Income", chinese: "收入",
    dimensions: time + [park, booth, attendant, .by("method", "Method", "支付方式", "pay_method")],
    usual: ["day"],
    figures: [
      .sum("income", "Income", "实收", .money), .sum("payments", "Payments", "收费笔数"),
      .sum("paid", "Paid", "收费", .money), .sum("reversals", "Reversals", "冲正笔数"),
      .sum("reversed", "Reversed", "冲正", .money),
    ])

  private static let stays = Report(
    name: "stays", english: "Stays", chinese: "停车",
    dimensions: time + [
      park, .by("category", "Category", "车辆类型"),
      .by("length", "Length", "停车时长", order: "length_class"),
    ],
    usual: ["length", "category"],
    figures: [
      .sum("stays", "Stays", "停车次数"), .sum("minutes", "Minutes", "分钟"),
      .sum("charged", "Fees", "应收", .money), .sum("coupon_amount", "Coupons", "优惠", .money),
      .sum("paid", "Paid at the exit", "出口收费", .money), .sum("free", "Nothing to pay", "免费"),
      .sum("manual", "Released by hand", "手动放行"),
    ])

  private static let occupancy = Report(
    name: "occupancy", english: "Vehicles inside, by hour", chinese: "场内车辆",
    dimensions: time + [park, .by("hour", "Hour", "小时", kind: .number)], usual: ["park", "hour"],
    figures: [
      .figure("inside", "Inside, on average", "平均在场", "round(avg(inside), 1)"),
      .figure("highest", "Most", "最多", "max(highest)"), .sum("entered", "In", "进场"),
      .sum("gone", "Out", "出场"), .figure("places", "Places", "车位", "max(places)"),
    ])

  private static let peaks = Report(
    name: "peaks", english: "The fullest hour of a day", chinese: "高峰",
    dimensions: time + [park, .by("hour", "Hour", "小时", kind: .number)],
    usual: ["day", "park", "hour"],
    figures: [
      .figure("highest", "Most inside", "最多在场", "max(highest)"),
      .figure("places", "Places", "车位", "max(places)"),
      .figure("percent", "Percent", "占用率", "max(percent)"),
    ])

  private static let coupons = Report(
    name: "coupons", english: "Coupons", chinese: "优惠",
    dimensions: time + [park, booth, attendant], usual: ["day"],
    figures: [
      .sum("coupon_amount", "Worth", "优惠金额", .money), .sum("coupons", "Coupons", "优惠次数"),
      .sum("coupon_minutes", "Minutes", "优惠分钟"), .sum("exits", "Exits", "出场"),
    ])

  private static let releases = Report(
    name: "releases", english: "Manual releases", chinese: "手动放行",
    dimensions: time + [park, booth, attendant], usual: ["park", "attendant"],
    figures: [
      .sum("manual_amount", "Not taken", "未收金额", .money), .sum("manual", "By hand", "手动放行"),
      .sum("manual_unknown", "Fee unknown", "费用未知"), .sum("exits", "Exits", "出场"),
      .figure(
        "percent", "Percent", "占比", "round(100.0 * sum(manual) / nullif(sum(exits), 0), 1)"),
    ])

  private static let leakage = Report(
    name: "leakage", english: "Exits beside captures", chinese: "漏收对照",
    dimensions: time + [park, booth], usual: ["day", "park", "booth"],
    figures: [
      .sum("manual_amount", "Not taken", "未收金额", .money),
      .sum("vehicles", "Vehicles read", "识别车辆"), .sum("typed", "Typed", "手动录入"),
      .sum("exits", "Exits", "出场"), .sum("manual", "By hand", "手动放行"),
      .sum("openings", "Openings", "开闸"), .sum("repeats", "Opened again", "重复开闸"),
      .sum("by_device", "Opened by itself", "非系统开闸"),
    ])

  private static let leases = Report(
    name: "leases", english: "Off-peak leases", chinese: "错峰停车",
    dimensions: time + [park, .by("partner", "Partner", "合作方", "app_id")], usual: ["day"],
    figures: [
      .sum("sold", "Sold", "售出"), .sum("used", "Used", "使用"),
      .sum("no_shows", "No-shows", "未到场"), .sum("overstayed", "Overstayed", "超时"),
      .sum("minutes_over", "Minutes over", "超时分钟"),
      .sum("beyond_offer", "Beyond the offer", "超出约定"), .sum("nobody", "No plate", "无车牌"),
    ])

  private static let shifts = Report(
    name: "shifts", english: "Shifts", chinese: "班次",
    dimensions: time + [
      park, booth, attendant, .by("shift", "Shift", "班次", "shift_id", kind: .number),
      .by("began", "Began", "上班", "to_char(began, 'MM-DD HH24:MI')", order: "began"),
      .by("ended", "Ended", "下班", "to_char(ended, 'MM-DD HH24:MI')", order: "ended"),
      .by("note", "Note", "备注"),
    ],
    usual: ["shift", "park", "booth", "attendant", "began", "ended", "note"],
    figures: [
      .sum("income", "Income", "实收", .money), .sum("cash", "Cash", "现金", .money),
      .sum("cashless", "Cashless", "非现金", .money), .sum("expected", "Expected", "应交", .money),
      .sum("counted", "Counted", "实交", .money),
      .sum("difference", "Difference", "差额", .money), .sum("exits", "Exits", "出场"),
      .sum("free", "Nothing to pay", "免费"), .sum("manual", "By hand", "手动放行"),
      .sum("coupons", "Coupons", "优惠"),
    ])

  private static let unresolved = Report(
    name: "unresolved", english: "Stays without their money", chinese: "未收费停车",
    dimensions: time + [
      park, .by("stay", "Stay", "停车记录", "stay_id", kind: .number), .by("why", "Why", "原因"),
      .by("review", "Review", "处理"),
      .by("entered", "In", "进场", "to_char(entered, 'YYYY-MM-DD HH24:MI')", order: "entered"),
      .by("gone", "Out", "出场", "to_char(gone, 'YYYY-MM-DD HH24:MI')", order: "gone"),
    ],
    usual: ["park", "why", "review"],
    figures: [
      .sum("amount", "Owed", "应收", .money),
      .figure("stays", "Stays", "停车次数", "count(*)"),
      .figure("unknown", "Fee unknown", "费用未知", "count(*) - count(amount)"),
    ])

  private static let devices = Report(
    name: "devices", english: "Cameras", chinese: "设备",
    dimensions: time + [
      park, .by("device", "Device", "设备", "device_id"), .by("booth", "Booth", "岗亭", "booth_id"),
    ],
    usual: ["park", "device"],
    figures: [
      .sum("reads", "Reads", "识别"), .sum("repeats", "Sent again", "重复"),
      .sum("replays", "Stored reads", "补传"), .sum("unsure", "Unsure", "低可信"),
      .sum("plateless", "No plate", "无牌"), .sum("others", "Other events", "其他事件"),
      .figure(
        "unsure_percent", "Unsure, percent", "低可信占比",
        "round(100.0 * sum(unsure) / nullif(sum(reads), 0), 1)"),
    ])
}
