/// Everything that a booth's console shows and asks for again and again (`poll`).
public struct BoothView: Sendable, Equatable {
  /// How full the park is.
  public let figures: ParkFigures
  /// What waits on the review list, counted up to `mostReviews`.
  public let reviews: Int
  /// The signed-in person's shift that is open at the booth; nil if nobody is on duty.
  public let shift: OpenShift?
  /// Who has that shift.
  public let onDuty: Int32?
  /// At an entry booth its newest vehicles.
  public let entries: [EntryLine]
  /// At an exit booth its newest vehicles.
  public let exits: [ExitLine]
  /// At an exit booth the vehicle at its barrier, if its fee is open.
  public let due: DueLine?

  /// More than this on the review list is not counted.
  public static let mostReviews = 100
}
