/// The fixed times of signing in, in seconds unless said.
public enum SignInRules {
  /// A session's life: longer than any shift.
  public static let session: Int64 = 14 * 3600
  /// A session ends when its person has not acted for so long, whatever the page polls.
  public static let idle: Int64 = 2 * 3600
  /// So many failures in a row are forgiven.
  public static let forgiven = 4
  /// The first lock after them; each further failure doubles it.
  public static let firstLock: Int64 = 30
  /// The longest lock.
  public static let longestLock: Int64 = 15 * 60
}
