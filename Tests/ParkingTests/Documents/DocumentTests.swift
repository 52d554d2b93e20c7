import Parking
import TariffTrials
import Testing

@Suite("A JSON document")
struct DocumentTests {
  @Test(
    "has one canonical text",
    arguments: [
      (#" { "b" : 1 , "a" : [ true , null , "x" ] } "#, #"{"a":[true,null,"x"],"b":1}"#),
      (#"{"a":"\u82cf\n\ud83d\ude97"}"#, #"{"a":"苏\n🚗"}"#),
      (#"{"a":7.5,"b":"7.5"}"#, #"{"a":7.5,"b":"7.5"}"#),
      ("[]", "[]"), ("{}", "{}"),
    ])
  func canonical(text: String, expected: String) throws {
    #expect(try Document(json: text).jsonText == expected)
  }

  @Test(
    "that is none is refused",
    arguments: [
      "", "{", "[1,]", #"{"a":1,"a":2}"#, #"{"a" 1}"#, "01", "1.", "+1", "nul", #""\x""#,
      #""\ud83d""#,
      "[1] 2", "\"a\nb\"", #"{a:1}"#, String(repeating: "[", count: 100),
    ])
  func refused(text: String) {
    #expect(throws: DocumentError.self) { try Document(json: text) }
  }

  @Test("gives the same text from YAML and JSON")
  func yaml() throws {
    let yaml = try Document(yaml: "b: 30 min\na: [1, true, \"1\", x]\nc: ~\n")
    #expect(yaml.jsonText == #"{"a":[1,true,"1","x"],"b":"30 min","c":null}"#)
    #expect(try Document(json: yaml.jsonText).jsonText == yaml.jsonText)
  }
}
