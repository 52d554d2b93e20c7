internal import HTTP
internal import Outbox
internal import Signing

extension Call {
  /// The call of an entry; nil when its body is no JSON object.
  init?(_ entry: OutboxEntry) {
    guard let json = try? JSON.parse(Array(entry.body.utf8)), let members = json.members else {
      return nil
    }
    self.init(
      entry.stream.kind, members.map { (name: $0.name, value: Value($0.value)) })
  }
}

extension Call.Value {
  fileprivate init(_ json: JSON) {
    if let text = json.string {
      self = .text(text)
    } else if case .number = json, let number = json.integer {
      self = .number(number)
    } else {
      var writer = JSONWriter()
      json.encode(to: &writer)
      self = .json(writer.bytes)
    }
  }
}

extension PartnerClient.Target {
  /// Whom a partner's record says to call; nil when it has no usable address or no live key.
  init?(_ partner: CalledPartner, appID: String) {
    guard let url = PartnerURL(partner.baseURL), let keyID = partner.keyID,
      let secret = partner.secret
    else { return nil }
    self.init(
      url: url, allowsPrivateAddress: partner.allowsPrivateAddress,
      format: Call.Format(rawValue: partner.format) ?? .form,
      key: SigningKey(appID: appID, keyID: keyID, secret: secret))
  }
}
