import Foundation
import Parking
import TariffTrials

/// `tariff-fuzz COUNT SEED [FOLDER…]`: random stays under random tariffs, on all cores.
///
/// Tries COUNT stays, 10,000 of them (or as many as COUNT) once more second by second, and COUNT / 20
/// documents that were changed at random, those of the folders among them.
@main
struct TariffFuzz {
  private enum Work: Sendable {
    case stays(batch: Int)
    case walks(batch: Int)
    case documents(batch: Int)
  }

  private static let walksOfBatch = 100

  static func main() async {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2, let count = Int(arguments[1]), count > 0,
      let seed = UInt64(arguments[2])
    else {
      FileHandle.standardError.write(Data("usage: tariff-fuzz COUNT SEED [FOLDER…]\n".utf8))
      exit(2)
    }
    do {
      try await run(count, TariffTrial(seed: seed), documents(in: arguments.dropFirst(2)))
    } catch {
      FileHandle.standardError.write(Data("\nFAILED, seed \(seed): \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(
    _ count: Int, _ trial: TariffTrial, _ documents: [Document]
  ) async throws {
    let begin = ContinuousClock.now
    var work: [Work] = (0..<(count + TariffTrial.batchSize - 1) / TariffTrial.batchSize)
      .flatMap { batch -> [Work] in
        // A document takes about as long as twenty stays.
        batch.isMultiple(of: 20)
          ? [.documents(batch: batch), .stays(batch: batch)]
          : [.stays(batch: batch)]
      }
    let walks = min(count, 10_000)
    work += (0..<(walks + walksOfBatch - 1) / walksOfBatch).map { .walks(batch: $0) }
    var progress = FuzzProgress(total: work.count)
    try await withThrowingTaskGroup(of: Void.self) { group in
      var rest = work.makeIterator()
      for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
        guard let next = rest.next() else { break }
        group.addTask { try perform(next, trial, documents) }
      }
      while try await group.next() != nil {
        progress.advance()
        guard let next = rest.next() else { continue }
        group.addTask { try perform(next, trial, documents) }
      }
    }
    progress.finish()
    let seconds = (ContinuousClock.now - begin).components.seconds
    let stays = work.count { if case .stays = $0 { true } else { false } } * TariffTrial.batchSize
    print(
      """
      \(stays) stays, \(walks) walks by seconds and \
      \(work.count { if case .documents = $0 { true } else { false } } * TariffTrial.batchSize) \
      changed documents in \(seconds) s: everything held
      """)
  }

  private static func perform(
    _ work: Work, _ trial: TariffTrial, _ documents: [Document]
  ) throws {
    switch work {
    case .stays(let batch): try trial.stays(batch: batch)
    case .walks(let batch):
      try trial.walks(batch: batch, count: walksOfBatch, tick: 1, longest: 20_000)
    case .documents(let batch):
      try trial.documents(batch: batch, count: TariffTrial.batchSize, of: documents)
    }
  }

  /// The tariffs of folders, as trees.
  private static func documents(in folders: some Sequence<String>) throws -> [Document] {
    try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(
        at: URL(filePath: folder), includingPropertiesForKeys: nil
      )
      .filter { $0.pathExtension == "yaml" }
      .sorted { $0.path < $1.path }
      .map { try Document(yaml: String(contentsOf: $0, encoding: .utf8)) }
    }
  }
}
