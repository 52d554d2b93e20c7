import HTTP
import PostgreSQL
import Signing
import Testing

@testable import ParkingAPI

@Suite("SynLeaseOrder")
struct LeaseOrderTests {
  private let partner: PartnerClient

  init() throws {
    partner = try PartnerClient()
    try partner.knowsYear(2030)
  }

  private static let threeNights = #"""
    [{"date":"2030-01-04","start_time":"19:00","end_time":"06:30"},
     {"date":"2030-01-02","start_time":"19:00","end_time":"06:30"},
     {"date":"2030-01-03","start_time":"18:00","end_time":"23:30"}]
    """#
  private static let kept = [
    "DEMO001 苏E88888 2030-01-02 19:00 06:30 inside",
    "DEMO001 苏E88888 2030-01-03 18:00 23:30 outside",
    "DEMO001 苏E88888 2030-01-04 19:00 06:30 inside",
  ]

  @Test("takes dates as JSON text in a form, and says nothing but done")
  func form() throws {
    let reply = try partner.order(.order(plate: "苏 E88888", dates: Self.threeNights))
    #expect(reply.code == 0 && reply.status == 200 && reply.data == .object([]))
    #expect(try partner.windows() == Self.kept)
  }

  @Test("takes them in a query, by MD5 where the partner may")
  func query() throws {
    let signed = partner.signed(.order(dates: Self.threeNights), method: .md5)
    #expect(try partner.send(PartnerClient.query("/api/SynLeaseOrder/", signed)).code == 0)
    #expect(try partner.windows() == Self.kept)
  }

  @Test("takes them in a JSON body signed by headers, as an array or as text")
  func json() throws {
    let quoted = Self.threeNights.replacing("\"", with: "\\\"").replacing("\n", with: "")
    for (plate, dates) in [("苏E88888", Self.threeNights), ("苏E88889", "\"\(quoted)\"")] {
      let body = #"{"park_sn":"DEMO001","car_plate_no":"\#(plate)","dates":\#(dates)}"#
      #expect(try partner.send(partner.json("/api/SynLeaseOrder", body)).code == 0)
    }
    let other = Self.kept.map { $0.replacing("88888", with: "88889") }
    #expect(try partner.windows() == Self.kept + other)
  }

  @Test("takes them in PHP's brackets, in any order and with gaps")
  func brackets() throws {
    var parameters: [ParameterSignature.Parameter] = [
      (name: "park_sn", value: "DEMO001"), (name: "car_plate_no", value: "苏E88888"),
    ]
    let nights = [
      (7, "2030-01-04", "19:00", "06:30"), (0, "2030-01-02", "19:00", "06:30"),
      (12, "2030-01-03", "18:00", "23:30"),
    ]
    for (index, date, start, end) in nights {
      parameters.append((name: "dates[\(index)][end_time]", value: end))
      parameters.append((name: "dates[\(index)][date]", value: date))
      parameters.append((name: "dates[\(index)][start_time]", value: start))
    }
    #expect(try partner.order(parameters).code == 0)
    #expect(try partner.windows() == Self.kept)
  }

  @Test("holds a repeated window for one, in one request and in several")
  func repeated() throws {
    let twice = Self.threeNights.dropLast() + "," + Self.threeNights.dropFirst()
    for dates in [String(twice), Self.threeNights] {
      #expect(try partner.order(.order(dates: dates)).code == 0)
    }
    #expect(try partner.windows() == Self.kept)
  }

  @Test("keeps a window without a plate until one is named for it")
  func withoutPlate() throws {
    let night = "2030-01-02 19:00 06:30 inside"
    #expect(try partner.order(.order(plate: nil)).code == 0)
    #expect(try partner.order(.order(plate: "")).code == 0)
    #expect(try partner.windows() == ["DEMO001 - \(night)"])
    #expect(try partner.order(.order(plate: "苏E88888")).code == 0)
    #expect(try partner.windows() == ["DEMO001 苏E88888 \(night)"])
    #expect(try partner.order(.order(plate: "苏E88889")).code == 0)
    #expect(
      try partner.windows() == ["DEMO001 苏E88888 \(night)", "DEMO001 苏E88889 \(night)"])
  }

  @Test("flags what was not checked: a day that is over, a year without a calendar")
  func notChecked() throws {
    for date in ["2018-01-02", "2031-01-06"] {
      let dates = #"[{"date":"\#(date)","start_time":"12:00","end_time":"13:00"}]"#
      #expect(try partner.order(.order(dates: dates)).code == 0)
    }
    let windows = try partner.windows()
    #expect(windows.count == 2 && windows.allSatisfy { $0.hasSuffix("not_checked") })
  }

  /// Dates that are refused, with the code and a word of the message.
  static let wrong: [(dates: String, code: Int, word: String)] = [
    (#"[{"date":"2030-02-30","start_time":"19:00","end_time":"06:30"}]"#, 1002, "dates[0] date"),
    (#"[{"date":"2030-1-2","start_time":"19:00","end_time":"06:30"}]"#, 1002, "dates[0] date"),
    (#"[{"date":"2030-01-02","start_time":"24:00","end_time":"06:30"}]"#, 1002, "start_time"),
    (#"[{"date":"2030-01-02","start_time":"19:00","end_time":"24:00"}]"#, 1002, "end_time"),
    (#"[{"date":"2030-01-02","start_time":"19:00","end_time":"06:60"}]"#, 1002, "end_time"),
    (#"[{"date":"2030-01-02","start_time":"19:00:00","end_time":"06:30"}]"#, 1002, "start_time"),
    (#"[{"date":"2030-01-02","start_time":"19:00"}]"#, 1001, "end_time"),
    (#"[{"date":20300102,"start_time":"19:00","end_time":"06:30"}]"#, 1001, "date"),
    (
      #"[{"date":"2030-01-02","date":"2030-01-03","start_time":"19:00","end_time":"06:30"}]"#, 1002,
      "JSON"
    ),
    ("[{'date':'2030-01-02','start_time':'19:00','end_time':'06:30'}]", 1004, "双引号"),
    ("['2030-01-02']", 1004, "双引号"),
    ("[", 1002, "JSON"), ("[]", 1001, "dates"), ("", 1001, "dates"), ("{}", 1002, "数组"),
    ("null", 1002, "数组"), ("[1]", 1002, "对象"), ("[[]]", 1002, "对象"), ("2030-01-02", 1002, "JSON"),
    (#"[{"date":"2030-01-02\u0000","start_time":"19:00","end_time":"06:30"}]"#, 1002, "JSON"),
    (#"[{"date":"２０３０-01-02","start_time":"19:00","end_time":"06:30"}]"#, 1002, "date"),
  ]

  @Test("refuses the whole request for one bad window, and says which", arguments: wrong)
  func refused(dates: String, code: Int, word: String) throws {
    let reply = try partner.order(.order(dates: dates))
    #expect(reply.code == code && reply.status == 200, "\(reply.message ?? "")")
    #expect(reply.message?.contains(word) == true, "\(reply.message ?? "")")
    #expect(try partner.windows().isEmpty)
    let mixed = Array(Self.threeNights.dropLast() + ",") + Array(dates.dropFirst())
    if dates.hasPrefix("[{\"") {
      #expect(try partner.order(.order(dates: String(mixed))).code == code)
      #expect(try partner.windows().isEmpty)
    }
  }

  @Test("refuses the document's own example, with a message that says why")
  func documentExample() throws {
    let body = """
      {
        'park_sn': 'DEMO001',
        'car_plate_no': '苏 E88888',
        'dates': [{
          'date': '2018-01-01', 'start_time': '19:00', 'end_time': '23:30',
        }]
      }
      """
    let reply = try partner.send(partner.json("/api/SynLeaseOrder", body))
    #expect(reply.code == 1004 && reply.message?.contains("双引号") == true)
  }

  @Test(
    "refuses brackets that are none",
    arguments: [
      "dates[0]", "dates[][date]", "dates[00][date]", "dates[-1][date]", "dates[a][date]",
      "dates[0][date", "dates[0]date]", "dates[1234567890][date]", "dates[0][]",
    ])
  func wrongBrackets(name: String) throws {
    let reply = try partner.order([
      (name: "park_sn", value: "DEMO001"), (name: name, value: "2030-01-02"),
    ])
    #expect([1001, 1002].contains(reply.code), "\(reply)")
    let both = try partner.order(.order() + [(name: "dates[0][date]", value: "2030-01-02")])
    #expect(both.code == 1002)
    #expect(try partner.windows().isEmpty)
  }

  @Test(
    "refuses what is no plate, with the reason and what was meant",
    arguments: [
      ("苏E8888", "号牌规则"), ("苏EO8888", "苏E08888"), ("车加家", "号牌规则"), ("无牌车", "不能为空"),
      ("苏E88888苏E88888苏E88888", "过长"), ("苏E8888?", "不能识别"), ("' or 1=1 --", "不能识别"),
    ])
  func plates(plate: String, word: String) throws {
    let reply = try partner.order(.order(plate: plate))
    #expect(reply.code == 2002 && reply.message?.contains(word) == true, "\(reply.message ?? "")")
    #expect(try partner.windows().isEmpty)
  }

  @Test("answers a park of others as one that does not exist")
  func parks() throws {
    let replies = try ["RIVAL01", "P001", "demo001", "' or 1=1"].map {
      try partner.order(.order(park: $0))
    }
    for reply in replies {
      #expect(reply.status == 403 && reply.code == 403)
      #expect(reply.data["reason"]?.string == "park_not_allowed")
      #expect(reply.response.body == replies[0].response.body)
    }
    #expect(try partner.order([(name: "dates", value: .oneNight)]).code == 1001)
    #expect(try partner.windows().isEmpty)
  }

  @Test("takes 10,000 windows and refuses 10,001, in each of the three forms")
  func many() throws {
    for count in [10_001, 10_000] {
      let days = (0..<count).map { Self.day($0) }
      let text = days.map {
        #"{"date":"\#($0)","start_time":"19:00","end_time":"06:30"}"#
      }.joined(separator: ",")
      let brackets = days.enumerated().flatMap { index, day in
        [
          (name: "dates[\(index)][date]", value: day),
          (name: "dates[\(index)][start_time]", value: "19:00"),
          (name: "dates[\(index)][end_time]", value: "06:30"),
        ]
      }
      let replies = [
        try partner.order(.order(plate: "苏E00001", dates: "[\(text)]")),
        try partner.order(
          [(name: "park_sn", value: "DEMO001"), (name: "car_plate_no", value: "苏E00002")]
            + brackets),
        try partner.send(
          partner.json(
            "/api/SynLeaseOrder",
            #"{"park_sn":"DEMO001","car_plate_no":"苏E00003","dates":[\#(text)]}"#)),
      ]
      for reply in replies {
        #expect(reply.code == (count > 10_000 ? 1002 : 0), "\(reply.message ?? "")")
      }
      let kept: Int64 = try partner.connection.query("select count(*) from parking.lease_window")
        .one().decode(at: 0)
      #expect(kept == (count > 10_000 ? 0 : 30_000))
    }
  }

  private static func day(_ index: Int) -> String {
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(2030 + index / 336)-\(two(index % 336 / 28 + 1))-\(two(index % 28 + 1))"
  }
}

extension String {
  static var oneNight: String { [ParameterSignature.Parameter].oneNight }
}
