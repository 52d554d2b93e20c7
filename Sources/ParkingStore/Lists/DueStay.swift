public import Parking
internal import PostgreSQL

/// The vehicle at an exit booth's barrier, with what it has to pay (`unfee`).
public struct DueStay: Sendable, Equatable {
  /// The stay's number.
  public let stayID: Int64
  /// The plate as the attendant sees it; empty when there is none.
  public let license: String
  /// Nil when nobody saw it enter.
  public let enterTime: Instant?
  /// The instant it is charged to.
  public let leaveTime: Instant
  /// What it costs, or why nobody can say.
  public let fee: Fee
  /// Minutes taken off by a coupon.
  public let couponMinutes: Int
  /// SHA-256 of its picture at the entry, and the picture's format.
  public let enterPicture: [UInt8]?
}

extension DueStay {
  /// What it is read from, of an open stay `o`.
  static let columns: SQL = """
    o.stay_id, o.license, o.enter_time, o.leave_time, o.total_amount, o.coupon_amount,
    o.quote_error, o.coupon_minutes, o.enter_picture
    """

  /// Reads `columns`.
  init(_ columns: inout RowDecoder) throws {
    self.init(
      stayID: try columns.next(), license: try columns.next(), enterTime: try columns.next(),
      leaveTime: try columns.next(),
      fee: Fee(
        total: try columns.next(), coupon: try columns.next(), quote: nil,
        error: try columns.next()),
      couponMinutes: Int(try columns.next(Int32.self)), enterPicture: try columns.next())
  }
}
