// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // Small generic functions of one module in another: a sixteenth of what a worker runs at an exit.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let package = Package(
  name: "gatehouse",
  products: [
    .executable(name: "gatehouse", targets: ["gatehouse"]),
    .executable(name: "gatehouse-relay", targets: ["gatehouse-relay"]),
    .executable(name: "gatehouse-worker", targets: ["gatehouse-worker"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
  ],
  targets: [
    // The C libraries, as Debian ships them.
    .systemLibrary(name: "CFastCGI", providers: [.apt(["libfcgi-dev"])]),
    .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),

    // The edges.
    .target(name: "FastCGI", dependencies: ["CFastCGI", "HTTP"], swiftSettings: strict),
    .target(name: "PostgreSQL", dependencies: ["CPostgreSQL"], swiftSettings: strict),
    .target(name: "HTTP", swiftSettings: strict),

    // The domain.
    .target(name: "Parking", swiftSettings: strict),
    .target(name: "Devices", dependencies: ["HTTP", "Parking"], swiftSettings: strict),
    .target(
      name: "Signing", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(name: "Outbox", dependencies: ["PostgreSQL"], swiftSettings: strict),
    .target(
      name: "Partners",
      dependencies: [
        "HTTP", "LeasingAppStore", "Outbox", "Parking", "ParkingStore", "PostgreSQL", "Signing",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ], swiftSettings: strict),
    .target(
      name: "ParkingStore",
      dependencies: [
        "Outbox", "Parking", "PostgreSQL",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: strict),
    .target(
      name: "ParkingAPI",
      dependencies: [
        "Devices", "HTTP", "Metrics", "Parking", "ParkingStore", "SignedRequests", "Signing",
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["openapi.yaml"], swiftSettings: strict),

    .target(name: "SignedRequests", dependencies: ["HTTP", "Signing"], swiftSettings: strict),

    // The partner's side: a leasing app of its own, beside the parking system.
    .target(
      name: "LeasingAppStore", dependencies: ["Outbox", "Parking", "PostgreSQL"],
      swiftSettings: strict),
    .target(
      name: "LeasingApp",
      dependencies: [
        "HTTP", "LeasingAppStore", "Parking", "PostgreSQL", "SignedRequests", "Signing",
        .product(name: "Logging", package: "swift-log"),
      ], exclude: ["openapi.yaml"], swiftSettings: strict),

    // Counters that workers share, and Prometheus' text.
    .target(name: "Metrics", swiftSettings: strict),

    // The programs.
    .target(
      name: "JSONLogs", dependencies: [.product(name: "Logging", package: "swift-log")],
      swiftSettings: strict),
    .executableTarget(
      name: "gatehouse-worker",
      dependencies: [
        "FastCGI", "JSONLogs", "LeasingApp", "LeasingAppStore", "ParkingAPI", "ParkingStore",
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "gatehouse-relay",
      dependencies: [
        "JSONLogs", "LeasingAppStore", "Outbox", "Parking", "ParkingStore", "Partners",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "gatehouse",
      dependencies: [
        "Outbox", "Parking", "ParkingStore", "Signing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Yams", package: "Yams"),
      ], swiftSettings: strict),

    // Random stays under random tariffs, for tests and by the million, and how fast stays are priced.
    .target(
      name: "TariffTrials", dependencies: ["Parking", .product(name: "Yams", package: "Yams")],
      path: "Tests/TariffTrials", swiftSettings: strict),
    .executableTarget(
      name: "tariff-fuzz", dependencies: ["Parking", "TariffTrials"], path: "Tests/tariff-fuzz",
      swiftSettings: strict),
    .executableTarget(
      name: "tariff-speed", dependencies: ["Parking", "TariffTrials"],
      path: "Benchmarks/tariff-speed", swiftSettings: strict),

    // The tests.
    .target(
      name: "GatehouseTesting",
      dependencies: ["PostgreSQL"], path: "Tests/GatehouseTesting", swiftSettings: strict),
    .testTarget(name: "FastCGITests", dependencies: ["FastCGI", "HTTP"], swiftSettings: strict),
    .testTarget(
      name: "HTTPTests", dependencies: ["HTTP"], exclude: ["Resources"], swiftSettings: strict),
    .testTarget(
      name: "PostgreSQLTests", dependencies: ["GatehouseTesting", "PostgreSQL"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["GatehouseTesting", "HTTP", "ParkingAPI", "ParkingStore", "PostgreSQL"],
      swiftSettings: strict),
    .testTarget(
      name: "DevicesTests", dependencies: ["Devices", "HTTP", "Parking"],
      resources: [.copy("Resources")], swiftSettings: strict),
    .testTarget(
      name: "PartnersTests",
      dependencies: [
        "HTTP", "Partners", "Signing",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "NIOTLS", package: "swift-nio"),
      ], swiftSettings: strict),
    .testTarget(
      name: "LeasingAppTests",
      dependencies: [
        "GatehouseTesting", "HTTP", "LeasingApp", "LeasingAppStore", "Outbox", "Parking",
        "PostgreSQL", "Signing", .product(name: "Yams", package: "Yams"),
      ], swiftSettings: strict),
    .testTarget(name: "MetricsTests", dependencies: ["Metrics"], swiftSettings: strict),
    .testTarget(name: "SigningTests", dependencies: ["Signing"], swiftSettings: strict),
    .testTarget(
      name: "ParkingTests",
      dependencies: ["Parking", "TariffTrials"], exclude: ["Resources"], swiftSettings: strict),
    .testTarget(
      name: "ParkingAPITests",
      dependencies: [
        "GatehouseTesting", "HTTP", "Parking", "ParkingAPI", "ParkingStore", "PostgreSQL",
        "Signing", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ParkingStoreTests",
      dependencies: ["GatehouseTesting", "Parking", "ParkingStore", "PostgreSQL", "TariffTrials"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["GatehouseTesting", "PostgreSQL", "gatehouse"],
      swiftSettings: strict),
  ]
)

// Built by scripts/fuzz-devices alone: libFuzzer brings a main of its own.
if Context.environment["GATEHOUSE_FUZZER"] != nil {
  package.targets.append(
    .executableTarget(
      name: "device-fuzzer", dependencies: ["Devices", "HTTP", "Parking"],
      path: "Tests/DeviceFuzzer",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
