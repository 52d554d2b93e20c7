internal import HTTP
internal import Metrics
internal import ParkingStore

/// What answers a URL.
enum Endpoint {
  /// Reads, for a caller whom a park's booths let in.
  case reading((BoothRequest) throws -> Answer)
  /// Presses a button, for such a caller; a HEAD presses nothing.
  case press((BoothRequest) throws -> Answer)
  /// Reads for the operator's pages, for a person who answers for parks.
  case office((OfficeRequest) throws -> Answer)
  /// Changes something there; a HEAD changes nothing.
  case officePress((OfficeRequest) throws -> Answer)
  /// Signs a person in or out; a HEAD does neither.
  case session((SessionRequest) throws -> Answer)
  /// A partner, known by its signature; a HEAD has no effect.
  case partner((PartnerRequest) throws -> Answer)
  /// A camera, known by the token in the URL; a HEAD takes nothing.
  case device((DeviceRequest) throws -> Answer)
  /// Monitoring, which nginx lets in by its network.
  case watching((ParkingStore, RequestCounters?) throws -> Answer)
  /// Anybody.
  case open((ParkingStore) throws -> Answer)
}
