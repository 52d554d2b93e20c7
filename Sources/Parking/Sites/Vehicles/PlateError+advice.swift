extension PlateError {
  /// What is wrong with a clerk's text, in English, with the plate that was probably meant.
  public func advice(about text: String) -> String {
    let fault =
      switch reason {
      case .plateless: "a plate is missing"
      case .tooLong: "“\(text.prefix(24))…” is too long for a plate"
      case .strangeCharacter(let scalar):
        "“\(text)” is no plate: “\(scalar)” stands on none"
      case .unknownLayout: "“\(text)” fits no layout of plates"
      }
    return suggestion.map { "\(fault); is it \($0)?" } ?? fault
  }
}
