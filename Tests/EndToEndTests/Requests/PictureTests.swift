import HTTP
import Testing

@Suite("Pictures")
struct PictureTests {
  @Test("The picture of the entry is served at the address that the booth gets")
  func served() throws {
    let (park, other) = (try Stage.throughNginx.park(), try Stage.throughNginx.park())
    let plate = Plates.fresh()
    let picture: [UInt8] =
      [0xff, 0xd8, 0xff, 0xe0] + (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      + Array(plate.utf8) + [0xff, 0xd9]
    try park.entry.camera.push(plate, picture: picture)
    try park.books.pass(seconds: 67 * 60)
    try park.exit.camera.push(plate)

    let address = try #require(try park.exit.unfee().text("enter_car_image_url"))
    let origin = "http://\(park.host):\(park.installation.port)/"
    try #require(address.hasPrefix(origin))
    let path = "/\(address.dropFirst(origin.count))"
    let reply = try park.send(Call(path, host: park.host))
    #expect(reply.status == 200)
    #expect(reply.body == picture)
    #expect(reply.headers["content-type"] == "image/jpeg")

    #expect(try other.send(Call(path, host: other.host)).envelope().code == 404)
    #expect(try park.send(Call("\(path.dropLast(2))00", host: park.host)).envelope().code == 404)
    let file = path.split(separator: "/").last ?? ""
    let direct = Call("/pictures/\(file.prefix(2))/\(file).jpg", host: park.host)
    #expect(try park.send(direct).status == 404)
  }

  @Test("A picture that is none is dropped, and the event counts", arguments: Stage.allCases)
  func broken(stage: Stage) throws {
    let park = try stage.park()
    let plate = Plates.fresh()
    #expect(try park.entry.camera.push(plate, picture: [1, 2, 3]).data["open"] == .bool(true))
    #expect(try park.books.open(plate) == 1)
  }
}
