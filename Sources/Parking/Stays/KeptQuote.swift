/// A quote as a stay keeps it: the lines, and what went into them besides the stay's times and
/// tariff version, so that it can be priced again for ever.
public struct KeptQuote: Sendable, Equatable {
  /// The quote with its lines.
  public let quote: Quote
  /// The time that was free under a card or the free list.
  public let rights: [Interval]
  /// Whether it was priced as a new-energy vehicle.
  public let isNewEnergy: Bool

  /// A quote with what went into it.
  public init(quote: Quote, rights: [Interval], isNewEnergy: Bool) {
    self.quote = quote
    self.rights = rights
    self.isNewEnergy = isNewEnergy
  }

  /// As JSON, for storing; equal quotes give equal texts. Rights are pairs of microseconds since
  /// the Unix epoch.
  public var jsonText: String {
    let rights = rights.map { right in
      Document(
        .sequence([right.start, right.end].map { Document(integer: Int($0.microseconds)) }))
    }
    return Document(members: [
      ("quote", quote.document), ("rights", Document(.sequence(rights))),
      ("is_new_energy", Document(integer: isNewEnergy ? 1 : 0)),
    ]).jsonText
  }

  /// Reads what `jsonText` wrote.
  public init(json: String) throws(TariffErrors) {
    let list = ProblemList()
    var kept: KeptQuote?
    do {
      let root = Node(document: try Document(json: json), path: "", list: list)
      if let mapping = root.mapping(), let quote = mapping.require("quote", "the quote") {
        kept = KeptQuote(
          quote: try Quote(json: quote.document.jsonText),
          rights: mapping.require("rights", "a list")?.items().compactMap(Interval.init) ?? [],
          isNewEnergy: mapping.require("is_new_energy", "0 or 1")?.integer(0...1) == 1)
      }
    } catch let errors as TariffErrors {
      throw errors
    } catch let error as DocumentError {
      throw TariffErrors(error)
    } catch {
      throw TariffErrors(problems: list.problems)
    }
    guard let kept, list.problems.isEmpty else { throw TariffErrors(problems: list.problems) }
    self = kept
  }
}

extension Interval {
  fileprivate init?(_ node: Node) {
    let ends = node.items().compactMap { $0.integer(Int.min...Int.max) }
    guard ends.count == 2 else { return nil }
    self.init(
      start: Instant(microseconds: Int64(ends[0])), end: Instant(microseconds: Int64(ends[1])))
  }
}
