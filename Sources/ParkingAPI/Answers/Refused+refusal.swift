internal import Parking
internal import ParkingStore

extension Refused {
  /// What an attendant is told of a rule's refusal.
  init(_ refusal: Refusal) {
    let (code, detail) = refusal.told
    self.init(code, detail)
  }
}

extension Refused {
  /// What is told of a review that cannot be resolved so.
  init(_ refusal: ReviewRefusal) {
    switch refusal {
    case .unknownReview: self.init(ResultCode.unknownReview)
    case .alreadyResolved: self.init(ResultCode.alreadyResolved)
    case .notApplicable: self.init(ResultCode.notApplicable)
    case .needsSupervisor: self.init(.notAllowed, "需要主管登录")
    }
  }

  /// What an operator's user is told of a refusal.
  init(_ refusal: OfficeRefusal) {
    switch refusal {
    case .unknownVehicle: self.init(ResultCode.unknownVehicle)
    case .keptBySiteFile: self.init(ResultCode.keptBySiteFile)
    case .unknownTariff: self.init(ResultCode.unknownTariff)
    }
  }
}

extension Refusal {
  /// The code, and what the code does not say by itself.
  fileprivate var told: (ResultCode, String) {
    switch self {
    case .unknownBooth: (.unknownBooth, "")
    case .wrongDirection: (.wrongDirection, "")
    case .blacklisted: (.blacklisted, "")
    case .invalidPlate(let error): (.invalidPlate, error.description)
    case .notWaiting: (.notWaiting, "")
    case .unknownStay: (.unknownStay, "")
    case .notSettling: (.notSettling, "")
    case .amountDiffers(let total, let coupon):
      (.amountDiffers, "应收 \(total.fen) 分（\(total.yuan) 元），优惠 \(coupon.fen) 分")
    case .manualOnly(let reason): (.manualOnly, reason)
    case .alreadyReleased: (.alreadyReleased, "")
    case .unknownTicket: (.unknownTicket, "")
    case .settlingElsewhere: (.settlingElsewhere, "")
    case .cannotTurnBack: (.cannotTurnBack, "")
    case .nothingToReverse: (.nothingToReverse, "")
    case .notOnDuty: (.notOnDuty, "")
    case .boothTaken(let name): (.boothTaken, name)
    case .handedOver: (.handedOver, "")
    }
  }
}
