/// A window that we keep for a partner at a park, and have not taken back.
public struct HeldWindow: Hashable, Sendable {
  /// A complete reading of the partner's orders that lacked the window.
  public struct Absence: Hashable, Sendable {
    /// When that reading began.
    public let began: Instant
    /// When it ended.
    public let ended: Instant

    /// A reading's two ends.
    public init(began: Instant, ended: Instant) {
      self.began = began
      self.ended = ended
    }
  }

  /// Its number.
  public let id: Int64
  /// Which window.
  public let leased: LeasedWindow
  /// The first instant that it covers.
  public let beginsAt: Instant
  /// When the newest order for it came.
  public let receivedAt: Instant
  /// The first reading that lacked it; nil while none did.
  public let absence: Absence?

  /// Made of its parts.
  public init(
    id: Int64, leased: LeasedWindow, beginsAt: Instant, receivedAt: Instant,
    absence: Absence? = nil
  ) {
    self.id = id
    self.leased = leased
    self.beginsAt = beginsAt
    self.receivedAt = receivedAt
    self.absence = absence
  }
}
