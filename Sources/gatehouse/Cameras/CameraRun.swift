import Foundation

/// A simulated camera at work: sends, sends again, stores what nobody takes, and waits for its
/// barrier.
struct CameraRun {
  /// How long it waits for what.
  struct Patience {
    /// Seconds until an event that nobody takes is given up.
    let delivery: Double
    /// Seconds between two tries.
    let pause: Double
    /// Seconds for the barrier to open; nil: it does not wait.
    let opening: Double?
  }

  let camera: any VendorCamera
  let http: HTTPClient
  /// `/device/v1/{vendor}/{token}`
  let path: String
  let patience: Patience

  /// Sends the events one after the other, each so many times in all.
  ///
  /// - Returns: Whether the barrier opened for any.
  func deliver(_ events: [CameraEvent], times: Int) throws -> Bool {
    var opened = false
    for (place, event) in events.enumerated() {
      for _ in 0..<times {
        let reply = try deliver(event)
        opened = opened || reply.opening != nil
        guard event.isStored, type(of: camera).waitsForContinuation, place + 1 < events.count,
          reply.continuesAfter == nil
        else { continue }
        throw Failure(
          "the reply has no ContinuePushOffline, so the camera keeps its other stored records")
      }
    }
    return opened
  }

  /// Polls until the barrier opens, as fast as it is answered; without a limit once.
  func awaitOpening() throws {
    let end = Date().addingTimeInterval(patience.opening ?? 0)
    var count = 0
    repeat {
      let (status, reply) = try send(camera.heartbeat())
      count += 1
      guard reply.isTaken else { throw Failure("the heartbeat was answered HTTP \(status)") }
      if reply.opening != nil || patience.opening == nil {
        say("heartbeat \(count): HTTP \(status)", reply)
        return
      }
      // A comet loop asks again at once; the others would do so within a second.
      if !type(of: camera).waitsForContinuation { Thread.sleep(forTimeInterval: 0.2) }
    } while Date() < end && !Interruption.isRequested
    throw Failure("the barrier did not open; the camera asked \(count) times")
  }

  /// Sends one event until it is taken.
  private func deliver(_ event: CameraEvent) throws -> CameraReply {
    var event = event
    let end = Date().addingTimeInterval(patience.delivery)
    var tries = 0
    while true {
      let begin = Date()
      let kind = event.isStored ? "stored event" : "event"
      let result = Result { () throws(HTTPClient.NoAnswer) in try send(camera.request(event)) }
      let milliseconds = Int(Date().timeIntervalSince(begin) * 1000)
      let name = "\(kind) \(event.number), \(event.plate ?? "no plate")"
      tries += 1
      if case .success(let (status, reply)) = result, reply.isTaken {
        say("\(name): HTTP \(status) in \(milliseconds) ms, taken", reply)
        return reply
      }
      print("\(name): \(Self.words(result)), not taken")
      guard Date().addingTimeInterval(patience.pause) < end, !Interruption.isRequested else {
        throw Failure("nobody took the event; the camera tried \(tries) times")
      }
      Thread.sleep(forTimeInterval: patience.pause)
      if let limit = type(of: camera).resends, tries > limit, !event.isStored {
        print("the camera stores it, and sends it when it is answered again")
        event.isStored = true
      }
    }
  }

  private func send(
    _ request: CameraRequest
  ) throws(HTTPClient.NoAnswer) -> (status: Int, reply: CameraReply) {
    let answer = try http.send(path + request.suffix, content: request.content)
    return (answer.status, camera.reply(status: answer.status, body: answer.body))
  }

  private func say(_ head: String, _ reply: CameraReply) {
    print(head)
    for effect in reply.effects { print("  \(effect)") }
  }

  private static func words(
    _ result: Result<(status: Int, reply: CameraReply), HTTPClient.NoAnswer>
  ) -> String {
    switch result {
    case .success(let (status, _)): "HTTP \(status)"
    case .failure(let error): error.description
    }
  }
}
