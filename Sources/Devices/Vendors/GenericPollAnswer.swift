public import HTTP

/// The `data` of the answer to a generic device's poll.
public struct GenericPollAnswer: JSONEncodable, Equatable, Sendable {
  private let command: DeviceCommand?

  /// The answer that hands over the opening, or says that none waits.
  public init(_ command: DeviceCommand?) {
    self.command = command
  }

  /// `{"open":true,"command_id":"…","display":"…"}` or `{"open":false}`.
  public func encode(to writer: inout JSONWriter) {
    writer.object {
      $0.member("open", command != nil)
      guard let command else { return }
      $0.member("command_id", command.commandID)
      $0.member("display", command.display)
    }
  }
}
