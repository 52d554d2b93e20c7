extension LeaseWindow {
  /// Why three texts are no window.
  public enum Fault: Error, Hashable, Sendable {
    /// No `YYYY-MM-DD`, or a day that no calendar has.
    case date
    /// No `HH:ii`, or a time that no clock shows, such as 24:00.
    case startTime
    /// The same for the end.
    case endTime
  }

  /// Reads `YYYY-MM-DD` and two times `HH:ii`, and nothing else.
  public init(date: String, start: String, end: String) throws(Fault) {
    guard let date = CivilDate(date) else { throw .date }
    guard let start = CivilTime(leaseTime: start) else { throw .startTime }
    guard let end = CivilTime(leaseTime: end) else { throw .endTime }
    self.init(date: date, start: start, end: end)
  }
}

extension CivilTime {
  /// Reads `HH:ii`, the document's form, and nothing else.
  public init?(leaseTime text: String) {
    guard text.utf8.count == 5 else { return nil }
    self.init(text)
  }

  /// `HH:ii`.
  public var leaseText: String { shortText }
}
