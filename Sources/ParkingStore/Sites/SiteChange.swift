/// One difference between a site file and the database, in words.
public struct SiteChange: Hashable, Sendable, CustomStringConvertible {
  /// What happens to the thing.
  public enum Action: String, Sendable {
    /// It is new.
    case add
    /// It is there and is described otherwise.
    case change
    /// It was retired and comes back.
    case revive
    /// It vanished from the file; its row stays.
    case retire
    /// It vanished from the file and has no history: a host, a trusted network.
    case remove
    /// A tariff gets a new version.
    case publish
  }

  /// What happens.
  public let action: Action
  /// What kind of thing it is: `booth`.
  public let kind: String
  /// Which one: `demo-in-1 of DEMO001`.
  public let name: String
  /// What is new about it; empty where there is nothing to say.
  public let details: [String]

  /// `change booth demo-in-1 of DEMO001: name “东门” → “西门”`
  public var description: String {
    let text = "\(action.rawValue) \(kind) \(name)"
    return details.isEmpty ? text : "\(text): \(details.joined(separator: ", "))"
  }
}
