internal import HTTP
internal import ParkingStore

/// A request to sign in or out at a park: from a known host and no other site, by whomever.
struct SessionRequest {
  let request: Request
  let park: ParkSettings
  let store: ParkingStore

  init(_ request: Request, store: ParkingStore) throws {
    guard let parkSN = request.park, let park = try store.park(parkSN) else {
      throw Refused(.unknownHost)
    }
    guard !request.isCrossSite else { throw Refused(.notAllowed, "跨站请求") }
    self.request = request
    self.park = park
    self.store = store
  }
}
