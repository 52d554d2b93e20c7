/// The site file of the tests: many small parks, so that each scenario has one of its own.
enum Site {
  /// A kind of park.
  enum Kind: String, CaseIterable, Sendable {
    /// Lets temporary vehicles in at once.
    case open
    /// Temporary vehicles wait for the attendant.
    case wait
    /// One place.
    case small
    /// Trusts 127.0.0.1 alone, not the rest of loopback.
    case strict
    /// Has no tariff.
    case free

    /// How many there are.
    var count: Int {
      switch self {
      case .open: 200
      case .wait: 40
      case .small, .strict, .free: 6
      }
    }

    fileprivate var places: Int { self == .small ? 1 : 50 }
    fileprivate var entry: String { self == .wait ? "wait" : "open" }
    fileprivate var networks: String {
      self == .strict ? "[127.0.0.1/32]" : #"[127.0.0.0/8, "::1/128"]"#
    }
  }

  /// The number of a park, from 1.
  static func parkSN(_ kind: Kind, _ number: Int) -> String {
    "\(kind.rawValue.uppercased())\(number)"
  }

  /// The host of a park, without the port.
  static func host(_ parkSN: String) -> String { "\(parkSN.lowercased()).test" }

  /// The park of a host, as nginx's map has it.
  static func parkSN(host: String) -> String? {
    host.hasSuffix(".test") ? host.dropLast(5).uppercased() : nil
  }

  /// The token of a terminal that comes from anywhere.
  static func terminalToken(_ parkSN: String) -> String { "\(parkSN)-terminal-token" }

  /// The file.
  static var text: String {
    let parks = Kind.allCases.flatMap { kind in (1...kind.count).map { park(kind, $0) } }
    return """
      operators:
        - id: tests
          name: 测试
          tariffs:
            - tariff: demo
              name: {zh: 示范停车场收费标准, en: Demo car park}
              currency: CNY
              free: {for: 30 min}
              cycle: 24 h
              rates:
                - {for: 1 h, price: 500}
                - {each: 30 min, price: 200}
              caps:
                - {at_most: 4000, per: cycle, name: {zh: 每24小时最高40.00元, en: At most CNY 40.00 per 24 h}}
              after_payment: {grace: 15 min}
          parks:
      \(parks.joined(separator: "\n"))

      """
  }

  private static func park(_ kind: Kind, _ number: Int) -> String {
    let parkSN = parkSN(kind, number)
    let booths = [("in-1", "enter"), ("in-2", "enter"), ("out-1", "exit"), ("out-2", "exit")].map {
      name, direction in
      let id = "\(parkSN)-\(name)"
      return """
                  - {id: \(id), name: \(id), direction: \(direction), video_url: "rtsp://127.0.0.1/\(id)",
                     devices: [{id: \(id), token: \(id)-camera}]}
        """
    }
    return """
            - id: \(parkSN)
              name: 停车场\(parkSN)
              places: \(kind.places)
              temporary_entry: \(kind.entry)
              \(kind == .free ? "" : "tariff: demo")
              payment_url: "https://pay.example.com/{park_sn}/{stay_id}?plate={plate}&fen={amount}"
              hosts: [\(host(parkSN))]
              trusted_networks: \(kind.networks)
              booths:
      \(booths.joined(separator: "\n"))
              terminals: [{id: terminal, token: \(terminalToken(parkSN))}]
              vehicles:
                - {plate: 苏E10001, category: monthly, valid_from: 2026-01-01, valid_until: 2035-12-31}
                - {plate: 苏E10002, category: free}
                - {plate: 苏E10003, category: blacklisted}
      """
  }
}
