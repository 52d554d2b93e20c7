public import Parking
public import PostgreSQL

extension ParkingStore {
  /// The lines of a park's registry whose plate or note holds a text, by plate. That a text was
  /// looked up is written down.
  ///
  /// - Parameter category: Only these; nil for all.
  public func registry(
    of park: ParkSettings, holding text: String, category: Parking.Category?, count: Int,
    for person: Person
  ) throws -> [RegistryLine] {
    let filter: SQL = category.map { "and category = \($0)" } ?? ""
    return try database.withConnection { connection in
      if !text.isEmpty {
        try connection.execute(
          """
          insert into parking.access_log (park_sn, account_id, caller, kind, subject)
          values (\(park.parkSN), \(person.accountID), 'session', 'plate', \(text))
          """)
      }
      return try connection.query(
        """
        select vehicle_id, source, plate, category::integer, valid_from, valid_until,
          vehicle_class, persons, note
        from parking.vehicle
        where park_sn = \(park.parkSN) and retired_at is null \(filter)
          and (position(\(text) in plate) > 0 or position(\(text) in note) > 0)
        order by plate, category, valid_from, vehicle_id limit \(Int64(count))
        """
      ).map { row in
        var columns = row.columns
        return RegistryLine(
          vehicleID: try columns.next(), source: try columns.next(),
          vehicle: try RegisteredVehicle(&columns))
      }
    }
  }

  /// Adds a vehicle to a park's registry, or changes the end and the note of one that a console
  /// added.
  public func register(
    _ vehicle: RegisteredVehicle, at park: ParkSettings, by person: Person
  ) throws {
    try changing(park, person, "vehicle_add", detail: vehicle.plate) { connection in
      let (from, until) = (
        Timestamp(from: vehicle.validFrom), Timestamp(until: vehicle.validUntil)
      )
      try connection.execute(
        """
        insert into parking.vehicle (park_sn, plate, category, valid_from, valid_until, note, source)
        values (\(park.parkSN), \(vehicle.plate), \(vehicle.category), \(from), \(until),
          \(vehicle.note), 'console')
        on conflict (park_sn, plate, category, valid_from, source) where retired_at is null
        do update set valid_until = excluded.valid_until, note = excluded.note
        """)
    }
  }

  /// Takes a vehicle back; its right held until now.
  ///
  /// - Throws: `OfficeRefusal` for one that is not there, or that the site file keeps.
  public func unregister(_ vehicleID: Int64, at park: ParkSettings, by person: Person) throws {
    try changing(park, person, "vehicle_remove", detail: String(vehicleID)) { connection in
      let rows = try connection.query(
        """
        update parking.vehicle set retired_at = greatest(clock_timestamp(), retired_at)
        where vehicle_id = \(vehicleID) and park_sn = \(park.parkSN) and retired_at is null
        returning source
        """)
      guard let row = rows.first else { throw OfficeRefusal.unknownVehicle }
      let source: RegistryLine.Source = try row.decode(at: 0)
      guard source != .site else { throw OfficeRefusal.keptBySiteFile }
    }
  }

  /// Takes the vehicles of a sheet into a park's registry: all of them, or none.
  ///
  /// - Parameter isPreview: do it, and take all of it back.
  /// - Throws: `SiteFileErrors` when rows contradict what others keep.
  public func importVehicles(
    _ sheet: VehicleSheet, to park: ParkSettings, by person: Person, isPreview: Bool
  ) throws -> VehicleImport {
    do {
      return try changing(park, person, "vehicle_import", detail: "\(sheet.rows.count)") {
        var importer = try VehicleImporter($0, park: park.parkSN)
        try importer.check(sheet)
        try importer.write { _ in }
        if isPreview { throw PreviewEnd(report: importer.report) }
        return importer.report
      }
    } catch let end as PreviewEnd {
      return end.report
    }
  }

  /// A change of a park's settings with its line in the audit trail, in one transaction.
  func changing<Value>(
    _ park: ParkSettings, _ person: Person, _ action: String, detail: String,
    _ body: (Connection) throws -> Value
  ) throws -> Value {
    try database.withConnection { connection in
      try connection.transaction {
        // The lock that the command line takes for the same work: "site" in ASCII.
        _ = try connection.query("select pg_advisory_xact_lock(\(0x7369_7465 as Int64))")
        let value = try body(connection)
        _ = try connection.query(
          """
          insert into parking.audit (park_sn, at, account_id, caller, action, detail)
          values (\(park.parkSN), clock_timestamp(), \(person.accountID), 'session', \(action),
            \(detail))
          """)
        return value
      }
    }
  }
}

/// Why an operator's page is refused; nothing is changed by one.
public enum OfficeRefusal: Error, Sendable, Equatable {
  /// No vehicle of this park's registry has that number.
  case unknownVehicle
  /// The site file keeps the vehicle: it would be back with the next one.
  case keptBySiteFile
  /// No tariff of this operator has that version or name.
  case unknownTariff
}

/// Rolls a transaction back that has done all it would.
private struct PreviewEnd: Error {
  let report: VehicleImport
}

extension RegistryLine.Source: SQLDecodable {
  /// Reads the word.
  public init(cell: Cell) throws(DatabaseError) {
    let word = try String(cell: cell)
    guard let source = RegistryLine.Source(rawValue: word) else {
      throw cell.failure("holds no source")
    }
    self = source
  }
}
