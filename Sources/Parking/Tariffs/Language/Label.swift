/// A name in Chinese and English, as lines show it.
public struct Label: Hashable, Sendable {
  /// 中文.
  public let chinese: String
  /// English.
  public let english: String

  /// A name in both languages.
  public init(chinese: String, english: String) {
    self.chinese = chinese
    self.english = english
  }

  init(_ node: Node) {
    if node.isMapping, let mapping = node.mapping() {
      let chinese = mapping.take("zh")?.text()
      let english = mapping.take("en")?.text()
      mapping.finish(hint: "; a name with a comma needs quotes around it")
      if chinese == nil, english == nil { node.fail("give zh: and en: names, or one text") }
      self.init(chinese: chinese ?? english ?? "", english: english ?? chinese ?? "")
    } else {
      let text = node.text() ?? ""
      self.init(chinese: text, english: text)
    }
  }
}
