/// Parks that are leased off-peak, and the partner that sells them.
enum LoopSite {
  /// The name and the key with which both sides sign.
  static let appID = "cjj-test"

  /// A park for each test, and some more for the one that needs several.
  static let parks = (1...8).map { "LOOP\($0)" }

  /// The site file. Nothing is offered all day, so that prices do not depend on the day.
  static var text: String {
    """
    operators:
      - id: loop
        name: 错峰停车测试
        tariffs:
          - tariff: demo
            name: {zh: 示范停车场收费标准, en: Demo car park}
            currency: CNY
            free: {for: 30 min}
            cycle: 24 h
            rates:
              - {for: 1 h, price: 500}
              - {each: 30 min, price: 200}
            caps:
              - {at_most: 4000, per: cycle, name: {zh: 每24小时最高40.00元, en: At most CNY 40.00 per 24 h}}
            after_payment: {grace: 15 min}
        parks:
    \(parks.map(park).joined(separator: "\n"))
        partners:
          - id: \(appID)
            name: 车加家
            base_url: https://chejiajia.localhost:8443/
            sandbox: true
            allow_md5: true
            allow_private_address: true
            parks: [\(parks.joined(separator: ", "))]
            keys:
              - {id: k1, secret: 8f3c1e0a5b7d49c2a6e1d0f4b3c2a190}

    """
  }

  private static func park(_ parkSN: String) -> String {
    """
          - id: \(parkSN)
            name: 停车场\(parkSN)
            places: 50
            tariff: demo
            hosts: [\(Site.host(parkSN))]
            trusted_networks: [127.0.0.0/8, "::1/128"]
            booths:
              - {id: \(parkSN)-in-1, name: 入口, direction: enter,
                 devices: [{id: \(parkSN)-in-1, token: \(parkSN)-in-1-camera}]}
              - {id: \(parkSN)-out-1, name: 出口, direction: exit,
                 devices: [{id: \(parkSN)-out-1, token: \(parkSN)-out-1-camera}]}
            lease_offer: {deadline: 2035-12-31, start_time: "19:00", end_time: "07:30", price: 100,
                          start_price: 500, holiday_price: 2000}
    """
  }
}
