internal import HTTP
internal import LeasingAppStore

/// What answers a URL of the leasing app.
enum AppEndpoint {
  /// A parking system, known by its signature; a HEAD has no effect.
  case signed((SignedAppRequest) throws -> AppAnswer)
  /// A driver in the app; POST alone.
  case press((AppPress) throws -> AppAnswer)
  /// Anybody.
  case open((LeasingAppStore) throws -> AppAnswer)
}

/// Every URL of the leasing app, read from top to bottom.
enum AppRoutes {
  static var all: [Route<AppEndpoint>] {
    [
      Route("/healthz", .open(health)),
      Route("/lease/park", .signed(receiveOffer)),
      Route("/lease/order", .signed(listOrders)),
      Route("/lease/order/place", .press(placeOrder)),
      Route("/lease/order/cancel", .press(cancelOrder)),
    ]
  }

  private static func health(_ store: LeasingAppStore) throws -> AppAnswer {
    try store.check()
    return .done
  }
}
