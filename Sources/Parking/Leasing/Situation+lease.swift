extension Situation {
  /// Whether the vehicle may come in on a lease: a window covers the time, or begins within the
  /// park's lead time (rule 3).
  func isLeased(at time: Instant) -> Bool {
    let lead = Int64(park.leaseLeadMinutes) * 60
    return leases.contains { $0.start <= time.advanced(bySeconds: lead) && time < $0.end }
  }
}
