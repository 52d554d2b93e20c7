public import Parking
internal import PostgreSQL

extension SiteStore {
  /// The time zone of a park.
  ///
  /// - Throws: `SiteStoreError` when there is no such park, or it is retired.
  public func timeZone(ofPark park: String) throws(SiteStoreError) -> ParkTimeZone {
    let name: String? = try transaction {
      try connection.query(
        "select time_zone from parking.park where park_sn = \(park) and retired_at is null"
      ).first?.decode(at: 0)
    }
    guard let name else {
      throw SiteStoreError("there is no park “\(park)”; `gatehouse export` shows the parks")
    }
    guard let zone = ParkTimeZone(identifier: name) else {
      throw SiteStoreError("this machine does not know the park's time zone \(name)")
    }
    return zone
  }

  /// The vehicles of a park's registry, whoever keeps them, by plate.
  ///
  /// - Throws: `SiteStoreError`.
  public func vehicles(ofPark park: String) throws(SiteStoreError) -> [RegisteredVehicle] {
    try transaction {
      let rows = try connection.query(
        """
        select distinct on (plate, category, valid_from)
          plate, category, valid_from, valid_until, vehicle_class, persons, note
        from parking.vehicle where park_sn = \(park) and retired_at is null
        order by plate, category, valid_from, valid_until desc
        """)
      return try rows.map { row in
        var columns = row.columns
        return try RegisteredVehicle(&columns)
      }
    }
  }

  /// Takes the vehicles of a CSV file into a park's registry: all of them, or none.
  ///
  /// A vehicle is known again by plate, category and valid_from. What the site file or the console
  /// keeps is not changed.
  ///
  /// - Parameters:
  ///   - isReplacing: retire what came by CSV before and is not in the file.
  ///   - isDryRun: do it, and take all of it back.
  ///   - progress: told how many vehicles are done, now and then.
  /// - Throws: `SiteStoreError`; with `fileErrors` when rows contradict what others keep.
  public func importVehicles(
    _ sheet: VehicleSheet, toPark park: String, isReplacing: Bool = false, isDryRun: Bool = false,
    progress: (Int) -> Void = { _ in }
  ) throws(SiteStoreError) -> VehicleImport {
    do {
      return try connection.transaction {
        try lock()
        var importer = try VehicleImporter(connection, park: park)
        try importer.check(sheet)
        if isReplacing { try importer.retireOthers() }
        try importer.write(progress)
        if isDryRun { throw DryRunEnd(report: importer.report) }
        return importer.report
      }
    } catch let end as DryRunEnd {
      return end.report
    } catch {
      throw SiteStoreError(error)
    }
  }
}

/// Rolls a transaction back that has done all it would.
private struct DryRunEnd: Error {
  let report: VehicleImport
}
