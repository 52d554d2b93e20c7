extension SiteFile {
  /// Decodes a document, or throws everything that is wrong with it at once.
  public init(_ document: Document) throws(SiteFileErrors) {
    let list = ProblemList()
    let root = Node(document: document, path: "", list: list)
    var operators: [Operator] = []
    if let mapping = root.mapping() {
      let claims = Claims()
      let section = mapping.require("operators", "a list of the organisations that own parks")
      operators = section?.list("operators").compactMap { Operator($0, claims) } ?? []
      mapping.finish()
    }
    guard list.problems.isEmpty else {
      throw SiteFileErrors(
        list.problems.map {
          SiteFileErrors.Problem(path: $0.path, line: $0.line, message: $0.message)
        })
    }
    self.init(operators: operators)
  }
}
