import HTTP

/// What a Vzenith camera is told.
struct VzenithReply: Equatable {
  /// `ok` opens the barrier, `no` keeps it shut.
  let info: String

  init(_ reply: Reply) throws {
    guard reply.status == 200,
      let info = try reply.json()["Response_AlarmInfoPlate"]?["info"]?.string
    else {
      throw Reply.Unreadable(description: String(decoding: reply.body, as: UTF8.self))
    }
    self.info = info
  }
}
