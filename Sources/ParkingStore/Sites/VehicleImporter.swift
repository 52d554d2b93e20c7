internal import Parking
internal import PostgreSQL

/// Compares the rows of a CSV file with a park's registry and writes what is new, many at a time.
struct VehicleImporter {
  /// How many vehicles one statement writes.
  private static let batchSize = 500

  /// A row of the registry.
  private struct Stored {
    let id: Int
    let vehicle: RegisteredVehicle
    let source: String
    let isRetired: Bool
  }

  private let connection: Connection
  private let park: String
  private var stored: [RegisteredVehicle.Key: [Stored]] = [:]
  private var added: [RegisteredVehicle] = []
  private var updated: [(id: Int, vehicle: RegisteredVehicle)] = []
  private var named: Set<RegisteredVehicle.Key> = []
  private(set) var report = VehicleImport()

  init(_ connection: Connection, park: String) throws(DatabaseError) {
    self.connection = connection
    self.park = park
    let rows = try connection.query(
      """
      select vehicle_id, source, retired_at is not null,
        plate, category, valid_from, valid_until, vehicle_class, persons, note
      from parking.vehicle
      where park_sn = \(park) and (retired_at is null or source = 'csv')
      order by retired_at desc nulls first, vehicle_id desc
      """)
    for row in rows {
      var columns = row.columns
      let id: Int = try columns.next()
      let source: String = try columns.next()
      let isRetired: Bool = try columns.next()
      let vehicle = try RegisteredVehicle(&columns)
      stored[vehicle.key, default: []].append(
        Stored(id: id, vehicle: vehicle, source: source, isRetired: isRetired))
    }
  }

  /// Sorts the rows into those to add, to update and to leave.
  ///
  /// - Throws: `SiteFileErrors` for the rows that others keep and say otherwise.
  mutating func check(_ sheet: VehicleSheet) throws(SiteFileErrors) {
    var problems: [SiteFileErrors.Problem] = []
    for row in sheet.rows {
      named.insert(row.vehicle.key)
      if let keeper = sort(row.vehicle) {
        problems.append(
          SiteFileErrors.Problem(
            path: row.vehicle.plate, line: row.line,
            message: "the \(keeper) keeps this vehicle with another valid_until; change it there"))
      }
    }
    guard problems.isEmpty else { throw SiteFileErrors(problems) }
  }

  /// - Returns: who keeps the vehicle, if that forbids the row.
  private mutating func sort(_ vehicle: RegisteredVehicle) -> String? {
    let rows = stored[vehicle.key] ?? []
    if let own = rows.first(where: { $0.source == "csv" && !$0.isRetired }) {
      if own.vehicle == vehicle {
        report.unchanged += 1
      } else {
        report.changed += 1
        updated.append((own.id, vehicle))
      }
    } else if let other = rows.first(where: { !$0.isRetired }) {
      guard other.vehicle.validUntil == vehicle.validUntil else {
        return other.source == "site" ? "site file" : other.source
      }
      report.unchanged += 1
    } else if let own = rows.first {
      report.revived += 1
      updated.append((own.id, vehicle))
    } else {
      report.added += 1
      added.append(vehicle)
    }
    return nil
  }

  /// Retires what came by CSV and no row names.
  mutating func retireOthers() throws(DatabaseError) {
    let ids = stored.filter { !named.contains($0.key) }.values.joined()
      .filter { $0.source == "csv" && !$0.isRetired }.map(\.id)
    report.retired = try connection.execute(
      "update parking.vehicle set retired_at = now() where vehicle_id = any (\(ids))")
  }

  /// Writes what was sorted.
  func write(_ progress: (Int) -> Void) throws(DatabaseError) {
    var done = report.unchanged
    progress(done)
    for batch in Self.batches(added) {
      try insert(batch)
      done += batch.count
      progress(done)
    }
    for batch in Self.batches(updated) {
      try update(batch)
      done += batch.count
      progress(done)
    }
  }

  private static func batches<Item>(_ items: [Item]) -> [ArraySlice<Item>] {
    stride(from: 0, to: items.count, by: batchSize).map {
      items[$0..<min($0 + batchSize, items.count)]
    }
  }

  private func insert(_ batch: ArraySlice<RegisteredVehicle>) throws(DatabaseError) {
    try connection.execute(
      """
      insert into parking.vehicle
        (park_sn, plate, category, valid_from, valid_until, vehicle_class, persons, note, source)
      select \(park), plate, category, valid_from, valid_until, vehicle_class, persons, note, 'csv'
      from unnest(\(batch.map(\.plate)), \(batch.map(\.category.rawValue)),
        \(batch.map { Timestamp(from: $0.validFrom) }),
        \(batch.map { Timestamp(until: $0.validUntil) }), \(batch.map(\.vehicleClass)),
        \(batch.map(\.words)), \(batch.map(\.note)))
        as new (plate, category, valid_from, valid_until, vehicle_class, persons, note)
      """)
  }

  private func update(
    _ batch: ArraySlice<(id: Int, vehicle: RegisteredVehicle)>
  ) throws(DatabaseError) {
    try connection.execute(
      """
      update parking.vehicle
      set valid_until = new.valid_until, vehicle_class = new.vehicle_class,
        persons = new.persons, note = new.note, retired_at = null
      from unnest(\(batch.map(\.id)), \(batch.map { Timestamp(until: $0.vehicle.validUntil) }),
        \(batch.map(\.vehicle.vehicleClass)), \(batch.map(\.vehicle.words)),
        \(batch.map(\.vehicle.note)))
        as new (vehicle_id, valid_until, vehicle_class, persons, note)
      where vehicle.vehicle_id = new.vehicle_id
      """)
  }
}
