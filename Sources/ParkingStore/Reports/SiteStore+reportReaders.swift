internal import PostgreSQL

extension SiteStore {
  /// The roles that read reports.
  ///
  /// - Throws: `SiteStoreError`.
  public func reportReaders() throws(SiteStoreError) -> [ReportReader] {
    try transaction {
      try connection.query(
        "select role_name::text, operator_id from parking.report_reader order by 1"
      ).map { ReportReader(role: try $0.decode(at: 0), operatorID: try $0.decode(at: 1)) }
    }
  }

  /// Makes a role that reads the reports of an operator's parks and nothing else: it may log in, a
  /// few times at once, and its statements end after half a minute.
  ///
  /// - Parameter password: nil for a role that logs in without one, as the server's own rules say.
  /// - Throws: `SiteStoreError`; this session's role must be one that may make roles.
  public func addReportReader(
    _ role: String, of operatorID: String, password: String?
  ) throws(SiteStoreError) {
    try transaction {
      let known = try connection.query(
        "select from parking.operator where operator_id = \(operatorID)")
      guard !known.isEmpty else { throw SiteStoreError("there is no operator \(operatorID)") }
      try mayMakeRoles()
      for statement in [
        "create role %1$I login in role gatehouse_report connection limit 5",
        "alter role %1$I set statement_timeout = '30s'",
        "alter role %1$I set idle_in_transaction_session_timeout = '60s'",
        "alter role %1$I set default_transaction_read_only = on",
        "alter role %1$I set search_path = report",
        "alter role %1$I set work_mem = '64MB'",
      ] {
        try execute(statement, role)
      }
      if let password { try execute("alter role %1$I password %2$L", role, password) }
      _ = try connection.query(
        """
        insert into parking.report_reader (role_name, operator_id)
        values (\(role)::name, \(operatorID))
        """)
    }
  }

  /// Takes a role that reads reports away.
  ///
  /// - Throws: `SiteStoreError`: it is none, or this session's role may not drop roles.
  public func removeReportReader(_ role: String) throws(SiteStoreError) {
    try transaction {
      try mayMakeRoles()
      let gone = try connection.query(
        "delete from parking.report_reader where role_name = \(role)::name returning 1")
      guard !gone.isEmpty else { throw SiteStoreError("\(role) is no role that reads reports") }
      try execute("drop role %1$I", role)
    }
  }

  private func mayMakeRoles() throws {
    let may = try connection.query(
      "select rolsuper or rolcreaterole from pg_roles where rolname = current_user"
    ).one().decode(Bool.self, at: 0)
    guard may else {
      throw SiteStoreError(
        "this role may not make roles; give --database with a user who may, such as "
          + "\"host=/run/postgresql dbname=gatehouse user=postgres\"")
    }
  }

  /// A statement that takes no parameters, with names and texts quoted by the server.
  private func execute(_ format: String, _ role: String, _ password: String = "") throws {
    let text = try connection.query(
      "select format(\(format), \(role), \(password))"
    ).one().decode(String.self, at: 0)
    _ = try connection.query(SQL(unsafeRaw: text))
  }
}
