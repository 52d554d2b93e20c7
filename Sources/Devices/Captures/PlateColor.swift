/// The colour of a plate as a camera saw it: the same text in two colours can be two vehicles.
public enum PlateColor: String, Sendable, CaseIterable {
  case blue, yellow, white, black, green
  /// The two colours of a large new-energy vehicle's plate.
  case yellowGreen = "yellow_green"

  /// The colour that a vendor's word means, in English or Chinese; nil for any other word.
  public init?(word: String) {
    switch word.lowercased().filter({ $0.isLetter }) {
    case "blue", "蓝", "蓝色", "蓝牌": self = .blue
    case "yellow", "黄", "黄色", "黄牌": self = .yellow
    case "white", "白", "白色", "白牌": self = .white
    case "black", "黑", "黑色", "黑牌": self = .black
    case "green", "newenergygreen", "gradientgreen", "绿", "绿色", "绿牌", "渐变绿", "渐变绿色": self = .green
    case "yellowgreen", "newenergyyellowgreen", "黄绿", "黄绿色", "黄绿双拼", "黄绿双拼色": self = .yellowGreen
    default: return nil
    }
  }
}
