extension PlateText {
  /// What cameras and attendants write for a vehicle without a plate, in the normal form.
  ///
  /// Vzenith `_无_`, 华夏 `无牌车`, Hikvision `unknown`; the traditional forms are typed by people.
  static let platelessWords: Set<String> = [
    "无", "无牌", "无牌车", "无车牌", "车牌识别失败", "UNKNOWN", "無", "無牌", "無牌車", "無車牌",
  ]

  /// Characters of plates whose traditional form differs from the printed one.
  static let simplified: [Unicode.Scalar: Unicode.Scalar] = [
    "滬": "沪", "雲": "云", "遼": "辽", "魯": "鲁", "蘇": "苏", "贛": "赣", "晉": "晋", "陝": "陕",
    "閩": "闽", "貴": "贵", "粵": "粤", "寧": "宁", "瓊": "琼",
    "甯": "宁", "黒": "黑", "靑": "青",
    "學": "学", "掛": "挂", "領": "领", "應": "应", "試": "试", "臨": "临",
  ]

  /// White space, control and invisible characters, dots, hyphens and other separators.
  static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x30...0x39, 0x4E00...0x9FFF: false
    case 0x2E, 0x2D, 0x5F, 0x2F, 0x7C, 0x3A: true  // . - _ / | :
    case 0xB7, 0x2022, 0x30FB, 0xFF65, 0x2027, 0x2219, 0x22C5, 0x3002, 0xFF61: true  // · • ・ 。
    case 0x2010...0x2015, 0x2212: true  // hyphens, dashes, minus
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180D, 0x180F: true  // variation selectors
    default: isInvisible(scalar.properties)
    }
  }

  private static func isInvisible(_ properties: Unicode.Scalar.Properties) -> Bool {
    switch properties.generalCategory {
    case .control, .format: true
    default: properties.isWhitespace
    }
  }
}
