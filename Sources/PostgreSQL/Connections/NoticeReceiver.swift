import CPostgreSQL

/// Takes the server's notices from libpq, which would print them to stderr otherwise.
final class NoticeReceiver {
  private let body: ((Notice) -> Void)?

  /// - Parameter body: nil to ignore notices.
  init(_ body: ((Notice) -> Void)?) {
    self.body = body
  }

  /// Registers this object with a connection, which must not outlive it.
  func attach(to connection: OpaquePointer) {
    PQsetNoticeReceiver(
      connection,
      { context, result in
        guard let context, let result else { return }
        Unmanaged<NoticeReceiver>.fromOpaque(context).takeUnretainedValue().receive(result)
      },
      Unmanaged.passUnretained(self).toOpaque())
  }

  /// - Parameter result: belongs to libpq and is freed after the call.
  private func receive(_ result: OpaquePointer) {
    guard let body else { return }
    body(
      Notice(
        severity: Self.field(result, GATEHOUSE_DIAG_SEVERITY),
        sqlState: Self.field(result, GATEHOUSE_DIAG_SQLSTATE),
        message: Self.field(result, GATEHOUSE_DIAG_MESSAGE_PRIMARY)))
  }

  private static func field(_ result: OpaquePointer, _ field: Int32) -> String {
    PQresultErrorField(result, field).map { String(cString: $0) } ?? ""
  }
}
