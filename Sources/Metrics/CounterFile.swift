internal import Glibc
internal import Synchronization

/// The counters of one process in a file that others can read while it counts.
///
/// A directory has a file for each process that counts at the same time. A process takes the first
/// that no other holds and goes on from where its last owner stopped: a restart makes no counter go
/// down, and a thousand restarts make no thousand files. The lock goes with the process, however it
/// ends. One process writes a file; adding is one atomic instruction on memory.
///
/// A file is a row of records: the number of those in use in the first, then each with a value of 8
/// bytes and a name.
public final class CounterFile {
  /// The bytes of a record.
  static let stride = 256
  /// The most bytes of a name.
  static let longestName = stride - 16
  /// The records of a file, the first included.
  static let capacity = 4096

  /// One counter of a file.
  public struct Counter: Sendable, Equatable {
    fileprivate let index: Int
  }

  private let descriptor: Int32
  private let memory: UnsafeMutableRawPointer
  private var known: [String: Counter] = [:]

  /// The first file of that directory that nobody holds; nil if the directory cannot be written.
  public convenience init?(directory: String) {
    for number in 0..<1024 {
      let path = "\(directory)/\(number).counters"
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
      guard descriptor >= 0 else { return nil }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        self.init(descriptor: descriptor)
        return
      }
      close(descriptor)
    }
    return nil
  }

  private init?(descriptor: Int32) {
    let size = Self.stride * Self.capacity
    guard ftruncate(descriptor, off_t(size)) == 0,
      let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
      memory != MAP_FAILED
    else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    self.memory = memory
    for (index, name) in names().enumerated() { known[name] = Counter(index: index + 1) }
  }

  deinit {
    munmap(memory, Self.stride * Self.capacity)
    close(descriptor)
  }

  /// The counter of that name, made at 0 if there is none; nil if the name is too long or the file
  /// full.
  public func counter(_ name: String) -> Counter? {
    if let counter = known[name] { return counter }
    let index = Int(value(0).pointee.load(ordering: .relaxed)) + 1
    guard index < Self.capacity, !name.isEmpty, name.utf8.count < Self.longestName else {
      return nil
    }
    let start = memory + index * Self.stride + 16
    start.initializeMemory(as: UInt8.self, repeating: 0, count: Self.longestName)
    for (offset, byte) in name.utf8.enumerated() {
      start.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
    }
    // A reader that sees the number sees the name.
    value(0).pointee.store(UInt64(index), ordering: .releasing)
    let counter = Counter(index: index)
    known[name] = counter
    return counter
  }

  /// Adds to a counter.
  public func add(_ amount: UInt64, to counter: Counter) {
    value(counter.index).pointee.wrappingAdd(amount, ordering: .relaxed)
  }

  /// The atomic of a record. `memory` is as long as `capacity` records, each begins at a multiple of
  /// 8, and an `Atomic<UInt64>` is laid out as the number in it, so what `mmap` filled with zeros or a
  /// process before stored there is one.
  private func value(_ index: Int) -> UnsafeMutablePointer<Atomic<UInt64>> {
    (memory + index * Self.stride).assumingMemoryBound(to: Atomic<UInt64>.self)
  }

  private func names() -> [String] {
    let used = min(Int(value(0).pointee.load(ordering: .acquiring)), Self.capacity - 1)
    return (0..<used).map { record in
      let bytes = UnsafeRawBufferPointer(
        start: memory + (record + 1) * Self.stride + 16, count: Self.longestName)
      return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
