internal import Parking
internal import PostgreSQL

/// Where a decision is carried out, and on whose behalf.
struct Gate {
  let parkSN: String
  let boothID: String
  /// The park's zone, whose days bound the booth's own shift.
  let timeZone: String
  let now: Instant
  let caller: Caller
  /// How an opening that a read decided reaches the barrier: nil where no camera waits for the
  /// reply.
  let repliesToCamera: Bool

  /// The shift that an act at this booth belongs to, which begins with its first act.
  var shift: SQL {
    """
    parking.shift_at(\(parkSN), \(boothID), \(caller.accountID), \(now), \(timeZone))
    """
  }
}
