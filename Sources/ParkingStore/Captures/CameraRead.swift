public import Parking

/// A read as a camera sent it, in the domain's words.
public struct CameraRead: Sendable {
  /// Whose format it came in, such as `vzenith`.
  public var vendor: String
  /// The device's own key of the event; nil when it has none.
  public var eventID: String?
  /// The plate.
  public var plate: Plate
  /// As the device says; empty when it does not.
  public var plateColor: String
  /// In thousandths.
  public var confidence: Int?
  /// The same for each character of the plate's raw text; empty when the device gives none.
  public var characterConfidence: [Int]
  /// By the camera's clock.
  public var capturedAt: Instant?
  /// Stored by the camera and sent later.
  public var isReplay: Bool
  /// The vehicle turned back.
  public var isTurnedBack: Bool
  /// The camera opened the barrier by a list of its own.
  public var isOpenedByDevice: Bool
  /// The camera opens by the reply to a read; otherwise the opening waits for whatever asks next.
  public var opensOnReply: Bool
  /// Its pictures.
  public var pictures: [PictureFile]
  /// What is kept of it as it came; nil: nothing.
  public var raw: RawEvent?

  /// Made of its parts.
  public init(
    vendor: String, eventID: String? = nil, plate: Plate, plateColor: String = "",
    confidence: Int? = nil, characterConfidence: [Int] = [], capturedAt: Instant? = nil,
    isReplay: Bool = false,
    isTurnedBack: Bool = false, isOpenedByDevice: Bool = false, opensOnReply: Bool = true,
    pictures: [PictureFile] = [], raw: RawEvent? = nil
  ) {
    self.vendor = vendor
    self.eventID = eventID
    self.plate = plate
    self.plateColor = plateColor
    self.confidence = confidence
    self.characterConfidence = characterConfidence
    self.capturedAt = capturedAt
    self.isReplay = isReplay
    self.isTurnedBack = isTurnedBack
    self.isOpenedByDevice = isOpenedByDevice
    self.opensOnReply = opensOnReply
    self.pictures = pictures
    self.raw = raw
  }
}
