/// An open stay that a vehicle at an exit may belong to although the read is not its plate.
public struct Candidate: Sendable, Equatable {
  /// The stay's number.
  public let stayID: Int64
  /// Its matching key.
  public let plate: String
  /// The plate as the attendant sees it.
  public let license: String
  /// The layout of its plate.
  public let kind: PlateKind
  /// As the camera at the entry named it; empty when it did not.
  public let color: String
  /// How it is charged.
  public let category: Category
  /// When it entered.
  public let enterTime: Instant
  /// SHA-256 of its picture at the entry.
  public let picture: [UInt8]?

  /// Made of its parts.
  public init(
    stayID: Int64, plate: String, license: String, kind: PlateKind, color: String,
    category: Category, enterTime: Instant, picture: [UInt8]?
  ) {
    self.stayID = stayID
    self.plate = plate
    self.license = license
    self.kind = kind
    self.color = color
    self.category = category
    self.enterTime = enterTime
    self.picture = picture
  }
}

/// A candidate with how well it fits.
public struct RankedCandidate: Sendable, Equatable {
  /// The stay.
  public let candidate: Candidate
  /// 0 to 100; 100 is the plate that was read. 0 for vehicles without a plate, which nothing but
  /// their pictures tells apart.
  public let score: Int
  /// It fits well and clearly better than any other. The attendant confirms it all the same.
  public let isProposed: Bool
}
