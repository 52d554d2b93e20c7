import HTTP
import PostgreSQL
import Testing

@testable import ParkingAPI

@Suite("Signing in")
struct SessionTests {
  let terminal: Terminal

  init() throws { terminal = try Terminal() }

  private func signIn(
    _ login: String = "demo", _ password: String = "demo-gatehouse"
  ) throws -> Terminal.Reply {
    try send("sign-in", body: "login=\(login)&password=\(password)")
  }

  private func send(
    _ path: String, body: String = "", cookie: String? = nil
  ) throws -> Terminal.Reply {
    var request = Request(
      method: .post, path: "/park/v1/session/\(path)",
      contentType: body.isEmpty ? nil : "application/x-www-form-urlencoded",
      body: Array(body.utf8), park: "DEMO001")
    request.headers["cookie"] = cookie
    return try Terminal.Reply(terminal.application.answer(request))
  }

  private func cookie(_ reply: Terminal.Reply) -> String? {
    reply.response.header("Set-Cookie")?.split(separator: ";").first.map(String.init)
  }

  /// Lets the lock of every name end.
  private func unlock() throws {
    try terminal.connection.run(
      script: "update parking.sign_in_failure set locked_until = now() - interval '1 second'")
  }

  @Test("says who is signed in, until that person signs out")
  func current() throws {
    let cookie = try #require(cookie(try signIn()))
    let person = try send("current", cookie: cookie)
    #expect(person.data["name"]?.string == "王小明")
    #expect(person.data["role"]?.string == "attendant")
    #expect(person.data["park_sn"]?.string == "DEMO001")
    #expect(try send("current").status == 401)
    _ = try send("sign-out", cookie: cookie)
    #expect(try send("current", cookie: cookie).status == 401)
  }

  @Test("is locked after five failures in a row, for the right password too and for nobody's name")
  func locks() throws {
    for login in ["demo", "nobody"] {
      for _ in 1...5 { #expect(try signIn(login, "wrong").code == 401, "\(login)") }
      let locked = try signIn(login)
      #expect(locked.code == ResultCode.lockedOut.rawValue && locked.status == 200, "\(login)")
      #expect(locked.message?.hasSuffix("秒后可再试") == true)
    }
    // Others are not.
    #expect(try signIn("demo-2").code == 0)
  }

  @Test("is locked twice as long after each further failure, up to a quarter of an hour")
  func slowsDown() throws {
    for _ in 1...4 { _ = try signIn("demo", "wrong") }
    var seconds: [Int64] = []
    for _ in 1...7 {
      #expect(try signIn("demo", "wrong").code == 401)
      seconds.append(
        try terminal.connection.query(
          """
          select round(extract(epoch from locked_until - failed_at))::bigint
          from parking.sign_in_failure
          """
        ).one().decode(at: 0))
      try unlock()
    }
    #expect(seconds == [30, 60, 120, 240, 480, 900, 900])
    // The right password is taken when the lock ends, and forgets the failures.
    #expect(try signIn().code == 0)
    for _ in 1...4 { #expect(try signIn("demo", "wrong").code == 401) }
    #expect(try signIn().code == 0)
  }

  @Test("keeps no name that was typed")
  func keepsNoName() throws {
    _ = try signIn("my-secret-password", "x")
    let kept: Bool = try terminal.connection.query(
      "select f::text like '%secret%' from parking.sign_in_failure f"
    ).one().decode(at: 0)
    #expect(!kept)
  }
}
