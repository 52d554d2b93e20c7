import Parking
import Testing

@Suite("Tickets")
struct TicketTests {
  @Test("are read as they are typed", arguments: ["", "无牌", "無牌 ", "无牌-", " "])
  func typed(before: String) throws {
    let ticket = Ticket(stayID: 1_024)
    #expect(Ticket(reading: before + ticket.number) == ticket)
    #expect(Ticket.isMeant(by: ticket.key) && ticket.plate.key == ticket.key)
  }

  @Test("Any wrong digit and most swapped ones are found")
  func slips() {
    var found = 0
    for stayID in 1...2_000 as ClosedRange<Int64> {
      let digits = Array(Ticket(stayID: stayID).number)
      for place in digits.indices {
        for digit in "0123456789" where digit != digits[place] {
          var wrong = digits
          wrong[place] = digit
          #expect(Ticket(reading: String(wrong)) == nil)
        }
        guard place > 0, digits[place] != digits[place - 1] else { continue }
        var swapped = digits
        swapped.swapAt(place, place - 1)
        found += Ticket(reading: String(swapped)) == nil ? 1 : 0
      }
    }
    #expect(found > 5_500)
  }

  @Test(
    "A plate, a word or nothing is no ticket", arguments: ["", "无牌", "无牌车", "苏E88888", "7", "-1"])
  func others(text: String) {
    #expect(Ticket(reading: text) == nil)
    #expect(!Ticket.isMeant(by: text))
  }
}
