public import HTTP
import Parking

/// The `data` of the answer to a generic device's event.
public struct GenericAnswer: JSONEncodable, Equatable, Sendable {
  private let decision: DeviceDecision
  private let opens: Bool

  /// The answer to that capture: it opens only for a live one that did not turn back.
  public init(to capture: Capture, _ decision: DeviceDecision) {
    self.decision = decision
    opens = decision.open && capture.mayOpen
  }

  /// `{"open":true,"stay_id":"…","category":0,"display":"…"}`; `stay_id` is empty without a stay,
  /// and the category is 0 until it is known.
  public func encode(to writer: inout JSONWriter) {
    writer.object {
      $0.member("open", opens)
      $0.member("stay_id", decision.stayID ?? "")
      $0.member("category", (decision.category ?? .temporary).rawValue)
      $0.member("display", decision.display)
    }
  }
}
