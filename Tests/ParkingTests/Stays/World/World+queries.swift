import Parking
import Testing

extension World {
  /// 30 minutes free, first hour 5 yuan, then 2 yuan per half hour begun, 40 yuan per 24 h.
  static let demo = try? Tariff(
    json: """
      {"tariff":"demo","currency":"CNY","free":{"for":"30 min"},"cycle":"24 h",
       "rates":[{"for":"1 h","price":500},{"each":"30 min","price":200}],
       "caps":[{"at_most":4000,"per":"cycle"}],"after_payment":{"grace":"15 min"}}
      """)

  /// What booth terminals send.
  static let car = "苏E88888"
  static let other = "苏E66666"

  /// The newest arrival at a booth's barrier.
  func front(_ boothID: String) -> Arrival? { current[boothID].flatMap { arrivals[$0] } }

  /// `enter_flag`
  func waits(_ arrival: Arrival?) -> Bool {
    arrival.flatMap { arrivals[$0.arrivalID] }?.isWaiting(at: now) ?? false
  }

  /// `unfee`: the stay at an exit's barrier whose fee is open.
  func due(_ boothID: String) -> OpenStay? {
    open.values.first {
      $0.settlement(at: boothID, now: now)?.arrivalID == current[boothID]
    }
  }

  /// Why a press is refused, nil if it is not; the world stays as it is.
  func refusal<Value>(_ press: (inout World) throws -> Value) -> Refusal? {
    var world = self
    do {
      _ = try press(&world)
    } catch let refusal as Refusal {
      return refusal
    } catch {
      Issue.record(error)
    }
    return nil
  }

  /// How often a booth's barrier was opened.
  func openings(at boothID: String) -> Int { openings.count { $0.boothID == boothID } }

  /// The reasons on the review list.
  var reasons: [ReviewReason] { reviews.map(\.reason) }
}
