internal import Devices
internal import HTTP
internal import Parking
internal import ParkingStore

// Between the cameras' words and the domain's.

extension CameraRead {
  init(_ capture: Capture, raw: RawEvent) {
    self.init(
      vendor: capture.vendor.rawValue, eventID: capture.eventID, plate: capture.plate,
      plateColor: capture.plateColor?.rawValue ?? "", confidence: capture.confidence,
      characterConfidence: capture.characterConfidence,
      capturedAt: capture.capturedAt, isReplay: capture.isReplay,
      isTurnedBack: capture.isTurnedBack,
      isOpenedByDevice: capture.gateAlreadyOpened == .deviceOfflineList,
      opensOnReply: capture.vendor.camera?.opensOnReply ?? true,
      pictures: capture.pictures.compactMap { picture in
        PictureFile.Format(rawValue: picture.mediaType).map {
          PictureFile(format: $0, bytes: picture.bytes)
        }
      }, raw: raw)
  }
}

extension RawEvent {
  /// What is kept of a request; a query stands in for an empty body.
  init(_ request: Request, from vendor: DeviceVendor, kind: String = "capture") {
    let isQuery = request.body.isEmpty && !request.query.isEmpty
    let body = isQuery ? request.query : request.body
    let type = isQuery ? "application/x-www-form-urlencoded" : request.contentType
    self.init(
      kind: kind, vendor: vendor.rawValue,
      contentType: String(decoding: (type ?? "").utf8.prefix(256), as: UTF8.self),
      size: body.count, body: KeptBody.bytes(of: body, contentType: type))
  }

  /// What is kept of an event that is no read.
  init(_ request: Request, from vendor: DeviceVendor, _ notice: DeviceNotice) {
    self.init(request, from: vendor, kind: notice.name)
    if case .input(let source, let value) = notice { (self.source, self.value) = (source, value) }
  }
}

extension DeviceDecision {
  /// - Parameters:
  ///   - capture: What is answered.
  ///   - park: Whose payment code is shown.
  init(_ reply: GateReply, to capture: Capture, at park: ParkSettings) {
    self.init(
      open: reply.opens, stayID: reply.stayID.map(String.init), category: reply.category,
      display: reply.display)
    if let url = park.paymentURL, let due = reply.due, let stayID = reply.stayID {
      paymentCode = url.url(
        parkSN: park.parkSN, stayID: stayID, plate: capture.plate.key ?? "", due: due)
    }
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
