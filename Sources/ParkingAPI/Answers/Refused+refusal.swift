internal import Parking

extension Refused {
  /// What an attendant is told of a rule's refusal.
  init(_ refusal: Refusal) {
    switch refusal {
    case .unknownBooth: self.init(.unknownBooth)
    case .wrongDirection: self.init(.wrongDirection)
    case .blacklisted: self.init(.blacklisted)
    case .invalidPlate(let error): self.init(.invalidPlate, error.description)
    case .notWaiting: self.init(.notWaiting)
    case .unknownStay: self.init(.unknownStay)
    case .notSettling: self.init(.notSettling)
    case .amountDiffers(let total, let coupon):
      self.init(
        .amountDiffers, "应收 \(total.fen) 分（\(total.yuan) 元），优惠 \(coupon.fen) 分")
    case .manualOnly(let reason): self.init(.manualOnly, reason)
    case .alreadyReleased: self.init(.alreadyReleased)
    }
  }
}
