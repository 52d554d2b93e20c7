extension SiteFile {
  /// A lane with a barrier.
  public struct Booth: Sendable {
    /// Which way its vehicles go.
    public enum Direction: String, Sendable, CaseIterable {
      case enter
      case exit
    }

    /// Its id (`_id` of most URLs), unique in its park.
    public var id: String
    /// What attendants call it.
    public var name: String
    /// Which way its vehicles go.
    public var direction: Direction
    /// Where a terminal finds the lane's video; empty when there is none.
    public var videoURL = ""
    /// Its cameras.
    public var devices: [Device]?
    /// Where it stands in the file.
    public var line: Int?

    /// A booth without a section of devices.
    public init(id: String, name: String, direction: Direction, line: Int? = nil) {
      self.id = id
      self.name = name
      self.direction = direction
      self.line = line
    }
  }
}
