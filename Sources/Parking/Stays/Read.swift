/// A plate read at a booth, by a camera or by an attendant's typing.
public struct Read: Sendable, Equatable {
  /// The plate.
  public let plate: Plate
  /// When: the database's time if live, the camera's for a replay.
  public let time: Instant
  /// Whether it is news.
  public let liveness: Liveness
  /// Typed by an attendant: no camera waits for the reply.
  public let isTyped: Bool
  /// The device has opened the barrier by a list of its own.
  public let isOpenedByDevice: Bool
  /// SHA-256 of its picture.
  public let picture: [UInt8]?
  /// How sure the camera is, in thousandths; nil when it does not say.
  public let confidence: Int?
  /// The colour of the plate as the camera saw it: `blue`, `yellow`…; empty if it did not.
  public let plateColor: String

  /// Made of its parts.
  public init(
    plate: Plate, time: Instant, liveness: Liveness = .live, isTyped: Bool = false,
    isOpenedByDevice: Bool = false, picture: [UInt8]? = nil, confidence: Int? = nil,
    plateColor: String = ""
  ) {
    self.plate = plate
    self.time = time
    self.liveness = liveness
    self.isTyped = isTyped
    self.isOpenedByDevice = isOpenedByDevice
    self.picture = picture
    self.confidence = confidence
    self.plateColor = plateColor
  }

  /// The same read of the vehicle that an attendant confirmed it to be.
  public func naming(_ key: String?) -> Read {
    guard let key else { return self }
    return Read(
      plate: Plate(reading: key), time: time, liveness: liveness, isTyped: isTyped,
      isOpenedByDevice: isOpenedByDevice, picture: picture, confidence: confidence,
      plateColor: plateColor)
  }

  /// The barrier would open although the camera is not sure of the plate.
  var isDoubtful: Bool { confidence.map { $0 < GateRules.lowConfidence } ?? false }

  /// The vehicle's class as its plate shows it; nil when it does not.
  public var vehicleClass: String? { plate.kind.vehicleClass(color: plateColor) }

  /// What the attendant sees: the key, or the text when it has none.
  public var license: String {
    plate.key ?? (plate.kind == .plateless ? "" : String(plate.raw.prefix(32)))
  }
}
