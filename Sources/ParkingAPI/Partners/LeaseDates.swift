internal import HTTP
internal import Parking

/// `dates` of `SynLeaseOrder`: JSON text in a field, an array of a JSON body, or PHP's brackets
/// (`dates[0][date]=…`, what `http_build_query` makes).
enum LeaseDates {
  /// The most windows of one request.
  static let most = 10_000

  /// The windows, in the order in which they came, at least one.
  static func windows(_ parameters: Parameters) throws(Refused) -> [LeaseWindow] {
    let brackets = try BracketDates(parameters)
    guard let value = parameters.value("dates"), value != .null, value != .string("") else {
      guard !brackets.isEmpty else { throw Refused(.missingParameter, "dates") }
      return try brackets.windows()
    }
    guard brackets.isEmpty else { throw Refused(.malformedParameter, "dates 只能用一种写法") }
    return try windows(try elements(value))
  }

  static func checkCount(_ count: Int) throws(Refused) {
    guard count > 0 else { throw Refused(.missingParameter, "dates") }
    guard count <= most else {
      throw Refused(.malformedParameter, "dates 最多 \(most) 个时段，请分几次提交")
    }
  }

  /// One window, or a refusal that names its field.
  ///
  /// - Parameter place: where it stands, made for a refusal alone.
  static func window(
    _ place: @autoclosure () -> String, date: String?, start: String?, end: String?
  ) throws(Refused) -> LeaseWindow {
    guard let date else { throw Refused(.missingParameter, "\(place()) date") }
    guard let start else { throw Refused(.missingParameter, "\(place()) start_time") }
    guard let end else { throw Refused(.missingParameter, "\(place()) end_time") }
    do {
      return try LeaseWindow(date: date, start: start, end: end)
    } catch {
      switch error {
      case .date:
        throw Refused(.malformedParameter, "\(place()) date 应为存在的日期，格式为 YYYY-MM-DD")
      case .startTime: throw Refused(.malformedParameter, "\(place()) start_time \(timeForm)")
      case .endTime: throw Refused(.malformedParameter, "\(place()) end_time \(timeForm)")
      }
    }
  }

  private static let timeForm = "应为 00:00 到 23:59 的时间，格式为 HH:ii"

  private static func elements(_ value: JSON) throws(Refused) -> [JSON] {
    var value = value
    if let text = value.string {
      let bytes = Array(text.utf8)
      do {
        value = try JSON.parse(bytes)
      } catch {
        throw Refused(singleQuote: error, bytes)
          ?? Refused(.malformedParameter, "dates 不是 JSON，\(error)")
      }
    }
    guard let elements = value.elements else {
      throw Refused(.malformedParameter, "dates 应为数组")
    }
    return elements
  }

  private static func windows(_ elements: [JSON]) throws(Refused) -> [LeaseWindow] {
    try checkCount(elements.count)
    var windows: [LeaseWindow] = []
    windows.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      guard element.members != nil else {
        throw Refused(.malformedParameter, "dates[\(index)] 应为对象")
      }
      windows.append(
        try window(
          "dates[\(index)]", date: element["date"]?.string, start: element["start_time"]?.string,
          end: element["end_time"]?.string))
    }
    return windows
  }
}

extension Refused {
  /// Says so where a text that should be JSON has single quotes, as the document's example does;
  /// nil if something else is wrong with it.
  init?(singleQuote error: JSONError, _ bytes: [UInt8]) {
    guard case .unexpectedByte = error.reason, bytes.indices.contains(error.offset),
      bytes[error.offset] == UInt8(ascii: "'")
    else { return nil }
    self.init(.unreadableBody, "JSON 的字符串必须用双引号，不能用单引号")
  }
}
