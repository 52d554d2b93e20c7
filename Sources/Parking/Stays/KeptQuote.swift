/// A quote as a stay keeps it: the lines, and what went into them besides the stay's times and
/// the tariff version of its entry, so that it can be priced again for ever.
public struct KeptQuote: Sendable, Equatable {
  /// What it was computed from.
  public let inputs: KeptInputs
  /// The quote with its lines.
  public let quote: Quote

  /// A quote with what went into it.
  public init(quote: Quote, inputs: KeptInputs) {
    self.quote = quote
    self.inputs = inputs
  }

  /// As JSON, for storing; equal quotes give equal texts. The inputs come first.
  public var jsonText: String {
    var json = CanonicalJSON()
    json.append(#"{"inputs":"#)
    inputs.document.write(to: &json)
    json.append(#","quote":"#)
    quote.write(to: &json)
    json.append("}")
    return json.text
  }

  /// Reads what `jsonText` wrote.
  public init(json: String) throws(TariffErrors) {
    var quote: Quote?
    let inputs = try KeptInputs.read(json) { mapping throws(TariffErrors) in
      guard let node = mapping.require("quote", "the quote") else { return }
      quote = try Quote(json: node.document.jsonText)
    }
    guard let quote else { throw TariffErrors(problems: []) }
    self.init(quote: quote, inputs: inputs)
  }
}

extension KeptInputs {
  /// Reads the inputs of what `KeptQuote.jsonText` wrote, whose quote may be left out.
  public init(json: String) throws(TariffErrors) {
    self = try KeptInputs.read(json) { mapping in _ = mapping.take("quote") }
  }

  fileprivate static func read(
    _ json: String, _ other: (Mapping) throws(TariffErrors) -> Void
  ) throws(TariffErrors) -> KeptInputs {
    let list = ProblemList()
    let document: Document
    do {
      document = try Document(json: json)
    } catch {
      throw TariffErrors(error)
    }
    var inputs: KeptInputs?
    if let mapping = Node(document: document, path: "", list: list).mapping() {
      inputs = mapping.require("inputs", "what it was computed from").flatMap { KeptInputs($0) }
      try other(mapping)
      mapping.finish()
    }
    guard let inputs, list.problems.isEmpty else { throw TariffErrors(problems: list.problems) }
    return inputs
  }
}
