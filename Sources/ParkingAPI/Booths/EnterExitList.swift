internal import HTTP
internal import ParkingStore

extension Routes {
  /// `enterexitlist`: the park's booths.
  static func enterExitList(_ request: BoothRequest) throws -> Answer {
    let booths = request.park.booths
    return .data(
      BoothLists(
        entries: booths.filter { $0.direction == .enter },
        exits: booths.filter { $0.direction == .exit }))
  }
}

private struct BoothLists: JSONEncodable {
  let entries: [BoothSettings]
  let exits: [BoothSettings]

  func encode(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("enter_list", entries.map(Line.init))
      writer.member("exit_list", exits.map(Line.init))
    }
  }

  struct Line: JSONEncodable {
    let booth: BoothSettings

    func encode(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("_id", booth.boothID)
        writer.member("sentry_box_name", booth.name)
        writer.member("video_url", booth.videoURL)
      }
    }
  }
}
