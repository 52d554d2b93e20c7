internal import Devices
internal import HTTP
internal import Parking
internal import ParkingStore

// Between the cameras' words and the domain's.

extension CameraRead {
  init(_ capture: Capture) {
    self.init(
      vendor: capture.vendor.rawValue, eventID: capture.eventID, plate: capture.plate,
      plateColor: capture.plateColor?.rawValue ?? "", confidence: capture.confidence,
      capturedAt: capture.capturedAt, isReplay: capture.isReplay,
      isTurnedBack: capture.isTurnedBack,
      isOpenedByDevice: capture.gateAlreadyOpened == .deviceOfflineList,
      opensOnReply: capture.vendor.camera?.opensOnReply ?? true,
      pictures: capture.pictures.compactMap { picture in
        PictureFile.Format(rawValue: picture.mediaType).map {
          PictureFile(format: $0, bytes: picture.bytes)
        }
      })
  }
}

extension DeviceDecision {
  init(_ reply: GateReply) {
    self.init(
      open: reply.opens, stayID: reply.stayID.map(String.init), category: reply.category,
      display: reply.display)
  }
}

extension DeviceCommand {
  init(_ command: OpeningCommand) {
    self.init(commandID: String(command.commandID), display: command.display)
  }
}

extension StoredReply {
  init(_ reply: DeviceReply) {
    self.init(body: reply.body, contentType: reply.contentType)
  }

  init(_ response: Response) {
    self.init(
      body: response.body, contentType: response.header("Content-Type") ?? "application/json")
  }
}

extension Response {
  init(_ reply: DeviceReply) {
    self.init(StoredReply(reply))
  }

  init(_ reply: StoredReply) {
    self.init(
      status: 200,
      headers: [
        (name: "Content-Type", value: reply.contentType),
        (name: "Cache-Control", value: "no-store"),
      ], body: reply.body)
  }
}

extension Refused {
  init(_ error: DeviceError) {
    switch error {
    case .missing(let field): self.init(.missingParameter, field)
    case .malformed: self.init(.malformedParameter, error.description)
    case .empty, .malformedBody: self.init(.unreadableBody, error.description)
    }
  }
}
