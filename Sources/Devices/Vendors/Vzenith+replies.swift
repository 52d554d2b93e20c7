import HTTP

extension Vzenith {
  /// The reply to a capture. It opens only for a live one that did not turn back, whatever the
  /// decision says, and asks for the next stored record after a replay.
  public static func reply(to capture: Capture, _ decision: DeviceDecision) -> DeviceReply {
    reply(
      opening: decision.open && capture.mayOpen, saying: capture.isReplay ? "" : decision.display,
      continuingAfter: capture.isReplay ? capture.recordID ?? 0 : nil)
  }

  /// The reply to a heartbeat or a poll, at once: it opens when an opening waits.
  public static func reply(toHeartbeat command: DeviceCommand?) -> DeviceReply {
    reply(opening: command != nil, saying: command?.display ?? "", continuingAfter: nil)
  }

  /// The reply to everything else.
  public static func replyToNotice() -> DeviceReply {
    reply(opening: false, saying: "", continuingAfter: nil)
  }

  /// `content` `retransfer_stop` keeps clones from sending the event for ever.
  private static func reply(
    opening: Bool, saying words: String, continuingAfter recordID: Int?
  ) -> DeviceReply {
    DeviceReply { json in
      json.member("Response_AlarmInfoPlate") { writer in
        writer.object { response in
          response.member("info", opening ? "ok" : "no")
          response.member("content", "retransfer_stop")
          if opening { response.member("is_pay", "true") }
          if let recordID { writeContinuation(after: recordID, to: &response) }
          if !words.isEmpty { writeVoice(words, to: &response) }
        }
      }
    }
  }

  private static func writeContinuation(after recordID: Int, to writer: inout JSONWriter) {
    writer.member("ContinuePushOffline") { writer in
      writer.object {
        $0.member("plateid", recordID)
        $0.member("continue", 1)
      }
    }
  }

  private static func writeVoice(_ words: String, to writer: inout JSONWriter) {
    writer.member("playserver_json_request") { writer in
      writer.object {
        $0.member("type", "ps_voice_play")
        $0.member("voice", Base64.encode(Array(words.utf8)))
        $0.member("voice_interval", 0)
        $0.member("voice_volume", 100)
        $0.member("voice_male", 1)
      }
    }
  }
}
