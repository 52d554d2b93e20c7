import Parking
import Testing

@Suite("Times of day as texts")
struct CivilTimeTests {
  @Test("Every minute is read as it is written, and every second too")
  func everyTime() throws {
    for second in stride(from: 0, to: 86_400, by: 59) {
      let time = try #require(
        CivilTime(hour: second / 3_600, minute: second / 60 % 60, second: second % 60))
      #expect(CivilTime(time.description) == time)
      let minute = try #require(CivilTime(hour: time.hour, minute: time.minute))
      #expect(CivilTime(minute.shortText) == minute)
      #expect(CivilTime(leaseTime: minute.leaseText) == minute)
    }
    #expect(CivilTime(hour: 7, minute: 5)?.shortText == "07:05")
    #expect(CivilTime(hour: 23, minute: 59, second: 8)?.description == "23:59:08")
  }

  @Test(
    "Nothing else is a time",
    arguments: [
      "", ":", "::", "7:05", "07:5", "0705", "07.05", "07:05:", "07:05:0", "07:05:000", "07:05.00",
      "24:00", "07:60", "07:05:60", "-7:05", "+7:05", " 7:05", "07:05 ", "07:0a", "7:005", "007:5",
      "０7:05", "07：05", "07:05\u{301}", "07:\u{301}05", "07:05\0", "07\r\n05", "07:05:0\u{b2}",
    ])
  func refused(text: String) {
    #expect(CivilTime(text) == nil)
    #expect(CivilTime(text[...]) == nil)
    #expect(CivilTime(leaseTime: text) == nil)
  }

  @Test("A lease's time has no seconds")
  func leaseTime() {
    #expect(CivilTime("07:05:00") == CivilTime(hour: 7, minute: 5))
    #expect(CivilTime(leaseTime: "07:05:00") == nil)
  }
}
