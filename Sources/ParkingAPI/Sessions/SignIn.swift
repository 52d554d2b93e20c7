internal import HTTP
internal import ParkingStore

extension Routes {
  /// `session/sign-in`: a person's name and password for a session cookie.
  ///
  /// They come in a body only: an address is kept in logs and histories.
  static func signIn(_ session: SessionRequest) throws -> Answer {
    guard session.request.method == .post, session.request.query.isEmpty else {
      throw Refused(.malformedParameter, "login 和 password 应以 POST 提交")
    }
    let fields = Fields(try session.request.decodedParameters())
    let outcome = try session.store.signIn(
      login: try fields.text("login"), password: try fields.text("password"), at: session.park)
    switch outcome {
    case .done(let token): return .response(cookie(token, seconds: nil))
    case .refused: throw Refused(.notAuthenticated, "用户名或密码错误")
    case .locked(let seconds): throw Refused(.lockedOut, "\(seconds) 秒后可再试")
    }
  }

  /// `session/sign-out`: ends the session of the cookie.
  static func signOut(_ session: SessionRequest) throws -> Answer {
    if let token = Cookies(session.request)[Paths.sessionCookie] {
      try session.store.signOut(token: token)
    }
    return .response(cookie("", seconds: 0))
  }

  /// The answer that sets the cookie, or removes it with 0 seconds.
  private static func cookie(_ token: String, seconds: Int?) -> Response {
    var response = Response(Answer.done)
    let life = seconds.map { "; Max-Age=\($0)" } ?? ""
    response.headers.append(
      (
        name: "Set-Cookie",
        value: "\(Paths.sessionCookie)=\(token); Path=/; Secure; HttpOnly; SameSite=Strict\(life)"
      ))
    return response
  }
}
