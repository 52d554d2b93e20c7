internal import HTTP
internal import Parking

/// A request's parameters, each of its type or a refusal that names it. An empty one is absent.
struct AppFields {
  private let parameters: Parameters

  init(_ parameters: Parameters) {
    self.parameters = parameters
  }

  init(_ request: Request) throws(AppRefused) {
    do {
      parameters = try Parameters(request)
    } catch {
      throw AppRefused(.unreadableBody)
    }
  }

  func text(_ name: String) throws(AppRefused) -> String {
    guard let text = try optionalText(name) else { throw AppRefused(.missingParameter, name) }
    guard text.unicodeScalars.count <= 256 else { throw AppRefused(.malformedParameter, name) }
    return text
  }

  func optionalText(_ name: String) throws(AppRefused) -> String? {
    guard let text = parameters.text(name) else {
      // Something is there, and it is no text.
      guard parameters.value(name) ?? .null == .null else {
        throw AppRefused(.malformedParameter, name)
      }
      return nil
    }
    return text.isEmpty ? nil : text
  }

  func integer(_ name: String, _ bounds: ClosedRange<Int>) throws(AppRefused) -> Int {
    let text = try text(name)
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
      bounds.contains(number)
    else { throw AppRefused(.malformedParameter, name) }
    return number
  }

  /// A plate's key.
  func plate(_ name: String) throws(AppRefused) -> String {
    let text = try text(name)
    guard let plate = try? Plate.validated(text), let key = plate.key else {
      throw AppRefused(.malformedParameter, name)
    }
    return key
  }

  /// The elements of `dates`: a JSON array, or the same as text in a form.
  func elements(_ name: String) throws(AppRefused) -> [JSON] {
    guard var value = parameters.value(name), value != .null else {
      throw AppRefused(.missingParameter, name)
    }
    if let text = value.string, let parsed = try? JSON.parse(Array(text.utf8)) { value = parsed }
    guard let elements = value.elements, !elements.isEmpty, elements.count <= 366 else {
      throw AppRefused(.malformedParameter, "\(name) 应为 1 到 366 个对象的 JSON 数组")
    }
    return elements
  }
}
