import HTTP
import Testing

@Suite("Parameters of multipart bodies")
struct MultipartTests {
  private func parameters(_ body: String, boundary: String = "; boundary=X") throws -> Parameters {
    try Parameters(
      Request(
        method: .post, contentType: "multipart/form-data" + boundary, body: Array(body.utf8)))
  }

  private func part(_ headers: String, _ content: String) -> String {
    "--X\r\n\(headers)\r\n\r\n\(content)\r\n"
  }

  private func field(_ parameter: String, _ content: String) -> String {
    part("Content-Disposition: form-data; \(parameter)", content)
  }

  @Test(
    "Text fields are read as sent",
    arguments: [
      ("name=\"a\"", "a"), ("name=a", "a"), ("name=\" pass_wd\"", " pass_wd"),
      ("name=\"苏\"", "苏"), ("name=\"a\\\"b\"", "a\"b"), ("name=\"a;b\"", "a;b"), ("name=\"\"", ""),
      ("NAME=\"a\"", "a"), ("name=\"C:\\x\"", "C:\\x"), ("name=\"a%22b\"", "a%22b"),
    ])
  func readsFields(parameter: String, name: String) throws {
    let parameters = try parameters(field(parameter, "v") + field("name=z", "w") + "--X--\r\n")
    #expect(parameters.names == [name, "z"])
    #expect(parameters.text(name) == "v")
  }

  @Test(
    "A content may hold line ends and what looks like a boundary",
    arguments: [
      "", "\r\n", "\r\n\r\n", "x--X", "\r\n--", "\n--X--", "a\r\n-X", "苏E88888", "x\r", "-- X",
      "\r\r\n--Y",
    ])
  func readsContents(content: String) throws {
    #expect(try parameters(field("name=a", content) + "--X--").text("a") == content)
  }

  @Test("A part may end with its headers")
  func readsEmptyParts() throws {
    let body = "--X\r\nContent-Disposition: form-data; name=a\r\n\r\n--X--"
    #expect(try parameters(body).text("a") == "")
  }

  @Test("Preamble, epilogue, padding and header case do not matter")
  func toleratesFrames() throws {
    let body =
      "preamble\r\n--X \t\r\ncontent-TYPE:text/plain; charset=UTF-8\r\nX-Other: 1\r\n"
      + "CONTENT-disposition:\tForm-Data; name=a\r\n\r\nv\r\n--X--\r\nepilogue --X"
    #expect(try parameters(body).text("a") == "v")
    #expect(try parameters(body, boundary: "; boundary=\"X\"").text("a") == "v")
  }

  @Test("Files have bytes, a name and a type")
  func readsFiles() throws {
    let picture: [UInt8] = [0xFF, 0xD8, 0x00, 0x0D, 0x0A, 0x2D, 0x2D, 0xFF]
    let body =
      Array(field("name=a", "v").utf8)
      + Array("--X\r\nContent-Disposition: form-data; name=p; filename=\"..\\p.jpg\"\r\n".utf8)
      + Array("Content-Type: image/jpeg\r\n\r\n".utf8) + picture
      + Array("\r\n--X\r\nContent-Disposition: form-data; name=q\r\n".utf8)
      + Array("Content-Type: IMAGE/png\r\n\r\n\r\n--X--".utf8)
    let parameters = try Parameters(
      Request(method: .post, contentType: "multipart/form-data; boundary=X", body: body))
    #expect(parameters.names == ["a", "p", "q"])
    #expect(parameters.files.map(\.name) == ["p", "q"])
    #expect(parameters.file("p")?.bytes == picture)
    #expect(parameters.file("p")?.fileName == "..\\p.jpg")
    #expect(parameters.file("q")?.contentType == "IMAGE/png")
    #expect(parameters.file("q")?.fileName == nil && parameters.file("q")?.bytes == [])
    #expect(parameters.text("p") == nil && parameters.value("p") == nil)
    #expect(parameters.file("a") == nil)
  }

  @Test(
    "A body that is none is refused, and said",
    arguments: [
      ("", ParameterError.malformedBody(.cutShort)), ("--X", .malformedBody(.cutShort)),
      ("--X-", .malformedBody(.cutShort)), ("--Xy--", .malformedBody(.cutShort)),
      ("--X\r\n", .malformedBody(.malformedPart)),
      ("--X\r\n\r\nv\r\n--X--", .malformedBody(.partWithoutName)),
      ("--X\r\nnonsense\r\n\r\nv\r\n--X--", .malformedBody(.malformedPart)),
      ("--X\r\n: x\r\n\r\nv\r\n--X--", .malformedBody(.malformedPart)),
      ("--X\nContent-Disposition: form-data; name=a\n\nv\n--X--\n", .malformedBody(.cutShort)),
      (
        "--X\r\nContent-Disposition: attachment; name=a\r\n\r\nv\r\n--X--",
        .malformedBody(.partWithoutName)
      ),
      ("--X\r\nContent-Disposition: form-data\r\n\r\nv\r\n--X--", .malformedBody(.partWithoutName)),
      (
        "--X\r\nContent-Disposition: form-data; name=\"a\r\n\r\nv\r\n--X--",
        .malformedBody(.partWithoutName)
      ),
      ("--X\r\nContent-Disposition: form-data; name=a\r\n\r\nv", .malformedBody(.cutShort)),
      ("--X\r\nContent-Disposition: form-data; name=a\r\n\r\nv\r\n--X", .malformedBody(.cutShort)),
      (
        "--X\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\nv\r\n--X--",
        .malformedBody(.transferEncoding)
      ),
    ])
  func refuses(body: String, error: ParameterError) {
    #expect(throws: error) { try parameters(body) }
  }

  @Test("Fields obey the same rules as any parameter")
  func obeysRules() {
    #expect(throws: ParameterError.repeated(name: "a")) {
      try parameters(field("name=a", "1") + field("name=a; filename=f", "2") + "--X--")
    }
    #expect(throws: ParameterError.nul(name: "a")) {
      try parameters(field("name=a", "x\0") + "--X--")
    }
    #expect(throws: ParameterError.unsupportedContentType("text/plain; charset=gbk")) {
      let headers =
        "Content-Disposition: form-data; name=a\r\nContent-Type: text/plain; charset=gbk"
      return try parameters(part(headers, "x") + "--X--")
    }
    let invalid = Array("--X\r\nContent-Disposition: form-data; name=a\r\n\r\n".utf8) + [0xFF]
    #expect(throws: ParameterError.invalidUTF8(name: "a")) {
      try Parameters(
        Request(
          method: .post, contentType: "multipart/form-data; boundary=X",
          body: invalid + Array("\r\n--X--".utf8)))
    }
  }

  @Test(
    "A boundary must be there and be 1 to 70 characters",
    arguments: [
      "", "; boundary=", "; boundary=\"\"", "; boundary=" + String(repeating: "x", count: 71),
    ])
  func needsBoundary(boundary: String) {
    #expect(throws: ParameterError.malformedBody(.noBoundary)) {
      try parameters("--X--", boundary: boundary)
    }
  }

  @Test("The headers of a part have an end")
  func limitsHeaders() {
    let long = "Content-Disposition: form-data; name=a\r\nX: " + String(repeating: "x", count: 9000)
    #expect(throws: ParameterError.malformedBody(.malformedPart)) {
      try parameters(part(long, "v") + "--X--")
    }
  }
}
