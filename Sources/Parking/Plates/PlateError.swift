/// Why a text is no valid plate; given to clerks and partners, never to a vehicle at a gate.
public struct PlateError: Error, Equatable, Sendable {
  /// What is wrong with the text.
  public enum Reason: Equatable, Sendable {
    /// Empty, or a word for "no plate".
    case plateless
    /// Longer than any plate.
    case tooLong
    /// A character that stands on no plate, `?` and `*` included.
    case strangeCharacter(Unicode.Scalar)
    /// Readable, but of no listed layout.
    case unknownLayout
  }

  /// What is wrong with the text.
  public let reason: Reason

  /// The valid plate that was probably meant, if only I and O were taken for 1 and 0.
  public let suggestion: String?

  /// An error that says `reason`, and the plate that was meant if there is one.
  public init(reason: Reason, suggestion: String? = nil) {
    self.reason = reason
    self.suggestion = suggestion
  }
}

extension PlateError {
  /// Why a plate whose kind is not valid is refused, and what was probably meant.
  public init(refusing plate: Plate) {
    self.init(reason: Reason(refusing: plate), suggestion: plate.suggestion)
  }
}

extension PlateError: CustomStringConvertible {
  /// A sentence in Chinese for the person who wrote the plate; it does not repeat their text.
  public var description: String {
    guard let suggestion else { return reason.description }
    return "\(reason.description)，是否应为“\(suggestion)”？"
  }
}

extension PlateError.Reason: CustomStringConvertible {
  /// The reason in Chinese.
  public var description: String {
    switch self {
    case .plateless: "车牌号不能为空"
    case .tooLong: "车牌号过长"
    case .strangeCharacter(let scalar): "车牌号含有不能识别的字符“\(scalar)”"
    case .unknownLayout: "车牌号不符合号牌规则"
    }
  }

  /// Why a plate of an invalid kind is refused.
  init(refusing plate: Plate) {
    switch plate.kind {
    case .plateless:
      self = .plateless
    case .unreadable:
      let scalars = PlateText.normalised(plate.raw)
      let stranger = scalars?.first { !PlateText.mayStandInKey($0) }
      self = stranger.map(Self.strangeCharacter) ?? .tooLong
    default:
      self = .unknownLayout
    }
  }
}
