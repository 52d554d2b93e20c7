import ArgumentParser
import Parking
import ParkingStore

/// Which park's review list.
struct ReviewOptions: ParsableArguments {
  @OptionGroup var database: DatabaseOptions

  @Option(help: "The park (park_sn).")
  var park: String

  /// The store and the park's settings.
  func open() throws -> (store: ParkingStore, park: ParkSettings) {
    let store = try database.parkingStore()
    guard let park = try store.park(park) else {
      throw Failure("there is no park “\(park)”; `gatehouse export` shows the parks")
    }
    return (store, park)
  }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// The case with that word, or what the words are.
  static func named(_ word: String) throws -> Self {
    guard let value = Self(rawValue: word) else {
      let words = allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("“\(word)” is none of: \(words)")
    }
    return value
  }
}

extension ReviewRecord {
  /// When it was raised, on the park's clocks.
  func raised(at park: ParkSettings) -> String {
    park.rules.timeZone.civil(of: raisedAt).description
  }
}
