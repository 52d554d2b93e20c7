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

  /// The shift that an act at this booth belongs to, which begins with its first act: a press is
  /// its person's or the booth's own, what a camera does is that of whoever is on duty.
  var shift: SQL {
    """
    parking.shift_at(\(parkSN), \(boothID), \(onDuty), \(now), \(timeZone))
    """
  }

  private var onDuty: SQL {
    guard case .device = caller else { return "\(caller.accountID)" }
    return """
      (select s.account_id from parking.shift s
        where s.park_sn = \(parkSN) and s.booth_id = \(boothID) and s.ended_at is null
          and s.account_id is not null)
      """
  }
}
