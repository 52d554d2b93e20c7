internal import Devices
internal import HTTP
internal import Parking
internal import ParkingStore

extension Routes {
  /// `/device/v1/{vendor}/{token}`: a camera's event or heartbeat.
  static func deviceEvent(_ request: DeviceRequest) throws -> Answer {
    let vendor = try request.vendor()
    let device = try request.device()
    guard let format = vendor.camera else { return try genericEvent(request, from: device) }
    switch try message(request, format, device) {
    case .capture(let capture):
      let raw = RawEvent(request.request, from: vendor)
      return .response(Response(try receive(capture, raw, from: device, request.store, format)))
    case .heartbeat:
      let command =
        format.opensOnHeartbeat
        ? try request.store.takeOpening(for: device, by: .heartbeat) : nil
      return .response(Response(format.reply(toHeartbeat: command.map(DeviceCommand.init))))
    case .notice(let notice):
      try request.store.note(RawEvent(request.request, from: vendor, notice), from: device)
      return .response(Response(format.replyToNotice()))
    }
  }

  /// `/device/v1/generic/{token}/poll`: whether the barrier has to open.
  static func devicePoll(_ request: DeviceRequest) throws -> Answer {
    guard try request.vendor().camera == nil else { throw Refused(.notFound) }
    let command = try request.store.takeOpening(for: try request.device(), by: .poll)
    return .data(GenericPollAnswer(command.map(DeviceCommand.init)))
  }

  private static func message(
    _ request: DeviceRequest, _ format: any CameraFormat.Type, _ device: Device
  ) throws(Refused) -> DeviceMessage {
    do throws(DeviceError) {
      return try format.message(
        body: request.request.body, contentType: request.request.contentType,
        utcOffset: device.park.rules.timeZone.offset(at: device.seenAt))
    } catch {
      throw Refused(.unreadableBody, error.description)
    }
  }

  private static func receive(
    _ capture: Capture, _ raw: RawEvent, from device: Device, _ store: ParkingStore,
    _ format: any CameraFormat.Type
  ) throws -> DeviceReply {
    let receipt = try store.receive(CameraRead(capture, raw: raw), from: device) { reply in
      StoredReply(format.reply(to: capture, DeviceDecision(reply, to: capture, at: device.park)))
    }
    let reply = DeviceReply(contentType: receipt.reply.contentType, body: receipt.reply.body)
    return receipt.isRepeated ? format.reply(repeating: reply, to: capture) : reply
  }

  private static func genericEvent(
    _ request: DeviceRequest, from device: Device
  ) throws -> Answer {
    let capture: Capture
    do {
      capture = try GenericDevice.capture(try request.request.decodedParameters())
    } catch let error as DeviceError {
      throw Refused(error)
    }
    let raw = RawEvent(request.request, from: .generic)
    let receipt = try request.store.receive(CameraRead(capture, raw: raw), from: device) { reply in
      let answer = Answer.data(
        GenericAnswer(to: capture, DeviceDecision(reply, to: capture, at: device.park)))
      return StoredReply(Response(answer))
    }
    guard receipt.isRepeated, capture.isReplay, receipt.reply.opens else {
      return .response(Response(receipt.reply))
    }
    // A device that never got the reply sends the event again as a replay, when it may open nothing.
    return .data(GenericAnswer(to: capture, .shut))
  }
}

extension StoredReply {
  /// Whether a generic device that gets it opens.
  fileprivate var opens: Bool {
    (try? JSON.parse(body))?["data"]?["open"]?.bool ?? true
  }
}
