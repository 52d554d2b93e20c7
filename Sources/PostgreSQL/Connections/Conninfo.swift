import CPostgreSQL

/// A connection string taken apart, with our settings added.
struct Conninfo {
  private var options: [(keyword: String, value: String)] = []

  /// - Throws: `badConninfo`, without quoting the string: it may hold a password.
  init(_ text: String) throws(DatabaseError) {
    guard !text.utf8.contains(0), let parsed = PQconninfoParse(text, nil) else {
      throw DatabaseError(.badConninfo, message: "the connection string cannot be read")
    }
    defer { PQconninfoFree(parsed) }
    var option = parsed
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val {
        options.append((String(cString: keyword), String(cString: value)))
      }
      option += 1
    }
  }

  /// Adds what every session of ours has. Ours come after the string's own, which they overrule.
  mutating func apply(_ settings: ConnectionSettings) {
    let own = options.last { $0.keyword == "options" }?.value
    set("options", [own, settings.options].compactMap(\.self).joined(separator: " "))
    set("client_encoding", "UTF8")
    set("tcp_user_timeout", ConnectionSettings.milliseconds(settings.tcpUserTimeout))
    set("fallback_application_name", settings.applicationName)
    // connect_timeout counts whole seconds from 2, and only where libpq itself waits; we wait.
  }

  /// Starts to connect.
  ///
  /// - Returns: nil when libpq has no memory.
  func start() -> OpaquePointer? {
    let keywords = CStrings(options.map(\.keyword))
    let values = CStrings(options.map(\.value))
    return withExtendedLifetime((keywords, values)) {
      PQconnectStartParams(keywords.pointers, values.pointers, 0)
    }
  }

  private mutating func set(_ keyword: String, _ value: String) {
    options.removeAll { $0.keyword == keyword }
    options.append((keyword, value))
  }
}
