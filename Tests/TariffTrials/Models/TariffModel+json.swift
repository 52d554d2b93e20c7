extension TariffModel {
  /// The tariff in the language.
  var json: String {
    var keys = [#""tariff":"random""#, #""currency":"CNY""#, #""round":\#(rounding.json)"#]
    if let cycle { keys.append(#""cycle":"\#(cycle)""#) }
    keys.append(#""count":"\#(count)""#)
    if sharesCount { keys.append(#""shared_count":true"#) }
    if isPlain, let steps = windows[0].steps {
      keys.append(#""rates":\#(steps.json)"#)
    } else {
      keys.append(#""outside":"free""#)
      keys.append(
        #""windows":[\#(windows.enumerated().map { $1.json($0) }.joined(separator: ","))]"#)
    }
    if !free.isEmpty { keys.append(#""free":\#(free.json)"#) }
    if !caps.isEmpty { keys.append(#""caps":\#(caps.json)"#) }
    if let feePercent { keys.append(#""fee_percent":\#(feePercent)"#) }
    if let pricePercent { keys.append(#""price_percent":\#(pricePercent)"#) }
    return "{" + keys.joined(separator: ",") + "}"
  }
}

extension String {
  fileprivate var json: String { Int(self).map { #"{"drop":"\#($0) min"}"# } ?? #""\#(self)""# }
}

extension [TariffModel.Step] {
  fileprivate var json: String {
    "["
      + map { step in
        var keys = [#""price":\#(step.price)"#]
        if let length = step.length { keys.append(#""for":"\#(length) min""#) }
        if let unit = step.unit { keys.append(#""each":"\#(unit) min""#) }
        return "{" + keys.joined(separator: ",") + "}"
      }.joined(separator: ",") + "]"
  }
}

extension TariffModel.Window {
  fileprivate func json(_ index: Int) -> String {
    var keys = [#""id":"w\#(index)""#]
    if let hours {
      keys.append(#""hours":"\#(clock(hours.start))-\#(clock(hours.end))""#)
    }
    if !weekdays.isEmpty {
      let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
      let list = weekdays.map { "\"\(names[$0 - 1])\"" }.joined(separator: ",")
      keys.append(#""days":[\#(list)]"#)
    }
    keys.append(steps.map { #""rates":\#($0.json)"# } ?? #""free_of_charge":true"#)
    if !free.isEmpty { keys.append(#""free":\#(free.json)"#) }
    if !caps.isEmpty { keys.append(#""caps":\#(caps.json)"#) }
    return "{" + keys.joined(separator: ",") + "}"
  }

  private func clock(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return two(minutes / 60) + ":" + two(minutes % 60)
  }
}

extension [TariffModel.Free] {
  fileprivate var json: String {
    "["
      + map { free in
        var keys = [#""for":"\#(free.minutes) min""#, #""per":"\#(free.per)""#]
        if free.isDeducted { keys.append(#""kind":"deducted""#) }
        if free.isStrict { keys.append(#""limit":"strict""#) }
        if free.countsParked { keys.append(#""counting":"parked""#) }
        if free.ratesRun { keys.append(#""rates_run":true"#) }
        return "{" + keys.joined(separator: ",") + "}"
      }.joined(separator: ",") + "]"
  }
}

extension [TariffModel.Cap] {
  fileprivate var json: String {
    "["
      + map { cap in
        let limit =
          cap.isTime
          ? #""charged_time":"\#(cap.limits[0]) min""#
          : #""at_most":[\#(cap.limits.map(String.init).joined(separator: ","))]"#
        return #"{"per":"\#(cap.per)",\#(limit)}"#
      }.joined(separator: ",") + "]"
  }
}
