import HTTP
import Parking
import Testing

@testable import ParkingAPI

@Suite("Refusals become answers")
struct RefusedTests {
  @Test(
    "Every rule's refusal has a code of its own",
    arguments: [
      (Refusal.unknownBooth, ResultCode.unknownBooth), (.wrongDirection, .wrongDirection),
      (.blacklisted, .blacklisted), (.notWaiting, .notWaiting), (.unknownStay, .unknownStay),
      (.notSettling, .notSettling), (.alreadyReleased, .alreadyReleased),
      (.invalidPlate(PlateError(reason: .plateless)), .invalidPlate),
      (.amountDiffers(total: Money(fen: 700), coupon: Money(fen: 200)), .amountDiffers),
      (.notOnDuty, .notOnDuty), (.boothTaken(by: "王小明"), .boothTaken),
      (.handedOver, .handedOver),
      (.manualOnly(reason: "节假日历缺少 2031 年"), .manualOnly),
    ])
  func codes(refusal: Refusal, code: ResultCode) {
    let refused = Refused(refusal)
    #expect(refused.code == code)
    #expect(refused.message.hasPrefix(code.message))
  }

  @Test("An amount that differs is answered with ours")
  func saysAmounts() {
    let refused = Refused(Refusal.amountDiffers(total: Money(fen: 700), coupon: Money(fen: 5)))
    #expect(refused.message == "金额与系统不符：应收 700 分（7.00 元），优惠 5 分")
  }

  @Test("Who uses another method is told which there are")
  func saysMethods() {
    #expect(Response(Refused(.methodNotAllowed)).header("Allow") == "GET, HEAD, POST")
    #expect(Response(Refused(.notFound)).header("Allow") == nil)
  }
}
