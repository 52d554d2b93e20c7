import Parking

extension FeeCurve {
  /// The curve as an SVG picture of 800 by 400, with axes in hours and money.
  var svg: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400" font-family="sans-serif" font-size="13">
      <title>\(Self.escaped(title)): fee by length of stay</title>
      <rect width="800" height="400" fill="white"/>
      <g stroke="#ccc" fill="#445">
    \(grid)
      </g>
      <path d="\(path)" fill="none" stroke="#1d5fa8" stroke-width="2.5"/>
      <text x="100" y="24" font-size="16">\(Self.escaped(title))</text>
    </svg>

    """
  }

  private var path: String {
    var path = "M\(x(0)) \(y(fees[0]))"
    for step in steps.dropFirst() { path += "H\(x(step.minute))V\(y(step.fee))" }
    return path + "H\(x(minutes))"
  }

  private var grid: String {
    let hours = (0...6).map { part in
      let minute = part * minutes / 6
      return """
            <path d="M\(x(minute)) 40V350"/>\
        <text stroke="none" text-anchor="middle" x="\(x(minute))" y="372">\(Self.hours(minute))</text>
        """
    }
    let amounts = (0...4).map { part in
      let fee = part * highest / 4
      return """
            <path d="M100 \(y(fee))H780"/>\
        <text stroke="none" text-anchor="end" x="94" y="\(y(fee) + 4)">\(currency.english(fee))</text>
        """
    }
    return (hours + amounts).joined(separator: "\n")
  }

  private func x(_ minute: Int) -> Int { 100 + minute * 680 / max(minutes, 1) }

  private func y(_ fee: Int) -> Int { 350 - fee * 310 / highest }

  private static func hours(_ minute: Int) -> String {
    minute % 60 == 0 ? "\(minute / 60) h" : "\(minute / 60) h \(minute % 60)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
