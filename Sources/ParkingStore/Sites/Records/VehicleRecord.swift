internal import Parking
internal import PostgreSQL

/// A row of `parking.vehicle` that a site file keeps.
struct VehicleRecord: SiteRecord {
  /// A vehicle's right is known by its park, plate, category and beginning.
  struct Key: Hashable {
    let parkID: String
    let vehicle: RegisteredVehicle.Key
  }

  static let kind = "vehicle"
  /// Of rows that were retired and written anew, the one in force, else the last.
  static let selection: SQL = """
    select distinct on (park_sn, plate, category, valid_from)
      park_sn, plate, category, valid_from, valid_until, vehicle_class, persons, note,
      retired_at is not null
    from parking.vehicle where source = 'site'
    order by park_sn, plate, category, valid_from, retired_at desc nulls first, vehicle_id desc
    """

  let parkID: String
  let vehicle: RegisteredVehicle
  var line: Int?

  init(_ vehicle: RegisteredVehicle, of park: SiteFile.Park) {
    (self.vehicle, parkID, line) = (vehicle, park.id, park.line)
  }

  init(_ columns: inout RowDecoder) throws(DatabaseError) {
    parkID = try columns.next()
    vehicle = try RegisteredVehicle(&columns)
  }

  var key: Key { Key(parkID: parkID, vehicle: vehicle.key) }
  var summary: [String] { [] }

  static func name(of key: Key) -> String {
    "\(key.vehicle.plate) of \(key.parkID), \(key.vehicle.category.word)"
  }

  static func retirement(of key: Key) -> SQL {
    "update parking.vehicle set retired_at = now() where \(row(of: key)) and retired_at is null"
  }

  private static func row(of key: Key) -> SQL {
    """
    park_sn = \(key.parkID) and plate = \(key.vehicle.plate)
      and category = \(key.vehicle.category.rawValue)
      and valid_from = \(Timestamp(from: key.vehicle.validFrom)) and source = 'site'
    """
  }

  func differences(from stored: VehicleRecord) -> [String] {
    (vehicle.validUntil == stored.vehicle.validUntil ? [] : ["another valid_until"])
      + difference("class", stored.vehicle.vehicleClass, vehicle.vehicleClass)
      + difference("person", stored.vehicle.words, vehicle.words)
      + difference("note", stored.vehicle.note, vehicle.note)
  }

  func write(_ action: SiteChange.Action) -> [SQL] {
    let until = Timestamp(until: vehicle.validUntil)
    guard action == .add else {
      return [
        """
        update parking.vehicle
        set valid_until = \(until), vehicle_class = \(vehicle.vehicleClass),
          persons = \(vehicle.words), note = \(vehicle.note), retired_at = null
        where vehicle_id = (select vehicle_id from parking.vehicle where \(Self.row(of: key))
          order by retired_at desc nulls first, vehicle_id desc limit 1)
        """
      ]
    }
    return [
      """
      insert into parking.vehicle
        (park_sn, plate, category, valid_from, valid_until, vehicle_class, persons, source, note)
      values (\(parkID), \(vehicle.plate), \(vehicle.category.rawValue),
        \(Timestamp(from: vehicle.validFrom)), \(until), \(vehicle.vehicleClass),
        \(vehicle.words), 'site', \(vehicle.note))
      """
    ]
  }
}
