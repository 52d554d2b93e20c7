extension SiteFile.Booth {
  init?(_ node: Node, in park: String, _ claims: Claims) {
    guard let mapping = node.mapping() else { return nil }
    let idNode = mapping.require("id", "the booth's id, which terminals send as _id")
    let id = idNode?.identifier()
    if let idNode, let id { claims.claim("booth", id, in: park, at: idNode) }
    let name = mapping.require("name", "what attendants call the booth")?.label()
    let direction = mapping.require("direction", "enter or exit")?.choice(Direction.self)
    self.init(
      id: id ?? "", name: name ?? "", direction: direction ?? .enter, line: node.document.line)
    videoURL = mapping.take("video_url")?.label() ?? ""
    devices = mapping.take("devices")?.list("devices").compactMap {
      SiteFile.Device($0, in: park, claims)
    }
    mapping.finish()
    if id == nil { return nil }
  }
}

extension SiteFile.Device {
  init?(_ node: Node, in park: String, _ claims: Claims) {
    guard let mapping = node.mapping() else { return nil }
    let idNode = mapping.require("id", "the device's name, unique in its park")
    let id = idNode?.identifier()
    if let idNode, let id { claims.claim("device", id, in: park, at: idNode) }
    let token = SiteFile.Secret(token: mapping, of: "device", claims)
    mapping.finish()
    guard let id, let token else { return nil }
    self.init(id: id, token: token, line: node.document.line)
  }
}

extension SiteFile.Terminal {
  init?(_ node: Node, in park: String, _ claims: Claims) {
    guard let mapping = node.mapping() else { return nil }
    let idNode = mapping.require("id", "the terminal's name, unique in its park")
    let id = idNode?.identifier()
    if let idNode, let id { claims.claim("terminal", id, in: park, at: idNode) }
    let token = SiteFile.Secret(token: mapping, of: "terminal", claims)
    let certificateNode = mapping.take("certificate")
    mapping.finish()
    guard let id, let token else { return nil }
    self.init(id: id, token: token, line: node.document.line)
    if let node = certificateNode, let certificate = node.fingerprint() {
      claims.claim("certificate", certificate, at: node)
      self.certificate = certificate
    }
  }
}
