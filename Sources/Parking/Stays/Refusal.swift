/// Why a rule refuses a press; nothing is changed by one.
public enum Refusal: Error, Sendable, Equatable {
  /// No booth of this park has that id.
  case unknownBooth
  /// The press belongs to a booth of the other direction.
  case wrongDirection
  case blacklisted
  case invalidPlate(PlateError)
  /// The vehicle that was named does not wait here.
  case notWaiting
  /// No stay of this park has that id.
  case unknownStay
  /// The stay does not stand at this booth's barrier, or its quote has expired.
  case notSettling
  /// The terminal's figures are not ours.
  case amountDiffers(total: Money, coupon: Money)
  /// Only a manual release ends it; the reason in Chinese.
  case manualOnly(reason: String)
  /// It was let out before, elsewhere, longer ago, or by a different press.
  case alreadyReleased
  /// The shift is not that of the person who presses, or nobody is signed in.
  case notOnDuty
  /// Somebody else is on duty at the booth and has not handed over.
  case boothTaken(by: String)
  /// The shift was handed over before, with other figures.
  case handedOver
  /// No vehicle inside has that ticket, or the number is none.
  case unknownTicket
  /// The stay that was chosen stands at another exit with its fee open.
  case settlingElsewhere
  /// The vehicle no longer stands there, or its money was taken.
  case cannotTurnBack
  /// Nothing was paid for the stay, or it was paid back.
  case nothingToReverse
}
