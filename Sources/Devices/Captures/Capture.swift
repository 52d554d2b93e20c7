public import Parking

/// One plate read by a camera, in the form that every vendor's is brought to.
///
/// A field that the camera left out, or sent as something else, is nil here: an event is never
/// lost over it. Who is right about the time, and what follows from a replay, is decided elsewhere.
public struct Capture: Equatable, Sendable {
  /// Which way the vehicle moved, seen from the camera.
  public enum Direction: String, Sendable {
    case unknown, approaching, leaving
  }

  /// Whether the barrier was opened before we were asked.
  public enum GateOpening: String, Sendable {
    /// It was not.
    case none
    /// By a server's command.
    case server
    /// By the camera's own list while it was offline: somebody passed whom nobody charged.
    case deviceOfflineList = "device_offline_list"
  }

  /// The longest plate text that is kept, in Unicode scalars; more is cut.
  public static let maximumPlateLength = 256

  /// Whose format it came in.
  public var vendor: DeviceVendor

  /// The device's own key of the event: the same when the event is sent again, and unique to it.
  ///
  /// Nil when the event holds nothing to build one from; such an event cannot be recognised again.
  /// At most `maximumEventIDLength` scalars.
  public var eventID: String?

  /// What the camera wants to have back to send its next stored record (Vzenith `plateid`).
  public var recordID: Int?

  /// When it was read, by the camera's clock.
  public var capturedAt: Instant?

  /// The text as the camera sent it; nil when it says that there is no plate.
  public var plateRaw: String?

  /// The plate's colour; nil when unknown.
  public var plateColor: PlateColor?

  /// How sure the camera is, in thousandths, 0 to 1000; nil when it does not say.
  public var confidence: Int?

  /// The same for each character of `plateRaw`; empty when the camera does not say.
  public var characterConfidence: [Int] = []

  /// Which way the vehicle moved.
  public var direction = Direction.unknown

  /// Stored by the camera while the network was away, and sent later: makes history, opens nothing.
  public var isReplay = false

  /// The vehicle turned back.
  public var isTurnedBack = false

  /// The camera thinks that it saw no real plate but a picture or a screen.
  public var isFake = false

  /// Whether the barrier was opened before we were asked.
  public var gateAlreadyOpened = GateOpening.none

  /// Its pictures, JPEG or PNG by their first bytes.
  public var pictures: [Picture] = []

  /// How many pictures were left out because they were no base64, or no JPEG or PNG.
  public var droppedPictures = 0

  /// The longest event id that is kept, in Unicode scalars.
  public static let maximumEventIDLength = 128

  /// A capture of that vendor of which nothing else is known.
  public init(vendor: DeviceVendor) {
    self.vendor = vendor
  }

  /// The plate that was read; plateless when there was none.
  public var plate: Plate {
    plateRaw.map(Plate.init(reading:)) ?? .plateless
  }
}

extension Capture {
  /// Keeps a picture if it is one, and counts it if it is not; nil and empty texts are none.
  mutating func addPicture(_ kind: Picture.Kind, base64: String?) {
    guard let base64, !base64.isEmpty else { return }
    addPicture(kind, bytes: Base64.decode(base64))
  }

  /// Keeps a picture if it is one, and counts it if it is not.
  mutating func addPicture(_ kind: Picture.Kind, bytes: [UInt8]?) {
    guard let bytes, let picture = Picture(kind, bytes: bytes) else {
      droppedPictures += 1
      return
    }
    pictures.append(picture)
  }

  /// Keeps the text, cut to what is stored. A camera's may be GB18030 that looks like UTF-8.
  mutating func setPlate(_ text: String?) {
    let text = text?.prefix(scalars: Self.maximumPlateLength)
    plateRaw = vendor == .generic ? text : text.map(DeviceText.plate)
  }

  /// Keeps the id if it is short enough to be a key; a longer one cannot be recognised again.
  mutating func setEventID(_ id: String?) {
    guard let id, !id.isEmpty, id.unicodeScalars.count <= Self.maximumEventIDLength else { return }
    eventID = id
  }
}
