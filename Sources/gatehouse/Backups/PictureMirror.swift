import Foundation

/// Makes one directory of pictures hold the files of another. Files are named by what they hold,
/// so one that is there is never copied again.
struct PictureMirror {
  let source: String
  let target: String

  /// Copies what is missing and deletes what the source no longer has.
  func run() throws -> (copied: Int, deleted: Int) {
    let manager = FileManager.default
    guard manager.fileExists(atPath: source) else {
      throw Failure("there is no directory \(source); --pictures names the workers' pictures")
    }
    let (wanted, present) = (files(below: source), files(below: target))
    for file in wanted.subtracting(present) {
      let place = "\(target)/\(file)"
      try manager.createDirectory(
        atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      let part = "\(place).part"
      try? manager.removeItem(atPath: part)
      try manager.copyItem(atPath: "\(source)/\(file)", toPath: part)
      try manager.moveItem(atPath: part, toPath: place)
    }
    let gone = present.subtracting(wanted)
    for file in gone { try manager.removeItem(atPath: "\(target)/\(file)") }
    return (wanted.subtracting(present).count, gone.count)
  }

  /// `ab/abcdef….jpg`; no file that is being written.
  private func files(below folder: String) -> Set<String> {
    let manager = FileManager.default
    var files: Set<String> = []
    for part in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] {
      for name in (try? manager.contentsOfDirectory(atPath: "\(folder)/\(part)")) ?? []
      where name.hasSuffix(".jpg") || name.hasSuffix(".png") {
        files.insert("\(part)/\(name)")
      }
    }
    return files
  }
}
