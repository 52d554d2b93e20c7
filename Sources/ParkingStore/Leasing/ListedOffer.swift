/// An offer as partners get it (`leasePark`), in the document's own texts.
public struct ListedOffer: Sendable, Equatable {
  /// The park's number.
  public let parkSN: String
  /// What drivers call it.
  public let parkName: String
  /// `YYYY-MM-DD`
  public let deadline: String
  /// `HH:ii`
  public let startTime: String
  /// `HH:ii`
  public let endTime: String
  /// `is_sat`
  public let isSaturday: Bool
  /// `is_sun`
  public let isSunday: Bool
  /// `is_holiday`
  public let isHoliday: Bool
  /// In fen, for each further 30 minutes.
  public let price: Int64
  /// In fen, for the first 30 minutes.
  public let startPrice: Int64
  /// In fen, for a day that is offered all day.
  public let holidayPrice: Int64
  /// Degrees; empty when unknown.
  public let longitude: String
  /// Degrees; empty when unknown.
  public let latitude: String
}
