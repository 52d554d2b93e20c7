import HTTP

extension Vzenith {
  /// The reply to a capture. It opens only for a live one that did not turn back, whatever the
  /// decision says, and asks for the next stored record after a replay.
  public static func reply(to capture: Capture, _ decision: DeviceDecision) -> DeviceReply {
    reply(
      opening: decision.open && capture.mayOpen, saying: capture.isReplay ? "" : decision.display,
      paymentCode: capture.isReplay ? nil : decision.paymentCode,
      continuingAfter: capture.isReplay ? capture.recordID ?? 0 : nil)
  }

  /// The reply to a heartbeat or a poll, at once: it opens when an opening waits.
  public static func reply(toHeartbeat command: DeviceCommand?) -> DeviceReply {
    reply(opening: command != nil, saying: command?.display ?? "")
  }

  /// The reply to everything else.
  public static func replyToNotice() -> DeviceReply {
    reply(opening: false, saying: "")
  }

  /// `content` `retransfer_stop` keeps clones from sending the event for ever.
  private static func reply(
    opening: Bool, saying words: String, paymentCode: String? = nil,
    continuingAfter recordID: Int? = nil
  ) -> DeviceReply {
    DeviceReply { json in
      json.member("Response_AlarmInfoPlate") { writer in
        writer.object { response in
          response.member("info", opening ? "ok" : "no")
          response.member("content", "retransfer_stop")
          if opening { response.member("is_pay", "true") }
          if let recordID { writeContinuation(after: recordID, to: &response) }
          guard !words.isEmpty else { return }
          writeVoice(words, to: &response)
          writeDisplay(words, paymentCode, to: &response)
          writeSerial(words, paymentCode, to: &response)
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

  /// The camera's own screen: a line for each word, and a code that leads to the payment.
  private static func writeDisplay(
    _ words: String, _ paymentCode: String?, to writer: inout JSONWriter
  ) {
    writer.member("module", "AD_CONFIG_REQUESTION")
    writer.member("type", "ad_push_message")
    writer.member("body") { writer in
      writer.object { body in
        body.member("scene_name", Base64.encode(Array("busy_half".utf8)))
        body.member("custom") { writer in
          writer.array { lines in
            for line in words.split(separator: " ") {
              lines.string(Base64.encode(Array(line.utf8)))
            }
          }
        }
        if let paymentCode { body.member("qrcode_text", paymentCode) }
      }
    }
  }

  /// A display at the first serial port: the words and the code's address in GB18030, a line each.
  private static func writeSerial(
    _ words: String, _ paymentCode: String?, to writer: inout JSONWriter
  ) {
    let lines = words.split(separator: " ").map(String.init) + [paymentCode].compactMap(\.self)
    let bytes = DeviceText.chinese(lines.map { "\($0)\r\n" }.joined())
    writer.member("serialData") { writer in
      writer.array { channels in
        channels.object {
          $0.member("serialChannel", 0)
          $0.member("data", Base64.encode(bytes))
          $0.member("dataLen", bytes.count)
        }
      }
    }
  }
}
