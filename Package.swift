// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

func core(_ names: String...) -> [Target.Dependency] {
    names.map { .product(name: $0, package: "Core") }
}

let package = Package(
    name: "homeward",
    products: [.executable(name: "homeward", targets: ["homeward"])],
    dependencies: [
        .package(path: "Core"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(
            name: "Ledger",
            dependencies: core("Casework", "WorkingTime") + [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict
        ),
        .target(
            name: "LedgerSQLite",
            dependencies: [
                "Ledger",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "LedgerPostgres", dependencies: ["CLibPQ", "Ledger"] + core("Casework"), swiftSettings: strict
        ),
        .target(
            name: "Partnership",
            dependencies: [
                "Ledger", .product(name: "Logging", package: "swift-log"),
                .product(name: "Crypto", package: "swift-crypto"),
            ] + core("Casework", "Matching", "Procedures", "WorkingTime"),
            swiftSettings: strict
        ),
        .target(
            name: "OutboxSQLite",
            dependencies: ["Partnership", .product(name: "GRDB", package: "GRDB.swift")]
                + core("Casework", "Procedures", "WorkingTime"),
            swiftSettings: strict
        ),
        .target(
            name: "Exchange",
            dependencies: [
                "Ledger", "Partnership", .product(name: "Yams", package: "Yams"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]
                + core("Casework", "Matching", "Procedures", "Analysis", "WorkingTime"),
            swiftSettings: strict
        ),
        .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "TableFiles",
            dependencies: ["CXlsxWriter", .product(name: "GRDB", package: "GRDB.swift")]
                + core("Analysis", "WorkingTime"),
            swiftSettings: strict
        ),
        .target(
            name: "Web",
            dependencies: [
                "Ledger", "Partnership", "TableFiles",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ] + core("Casework", "Matching", "Procedures", "Analysis", "WorkingTime"),
            resources: [.embedInCode("Assets")],
            swiftSettings: strict
        ),
        .target(
            name: "Demo", dependencies: ["Partnership"] + core("Analysis", "Casework", "Procedures", "WorkingTime"),
            swiftSettings: strict
        ),
        .executableTarget(
            name: "homeward",
            dependencies: [
                "Demo", "Ledger", "LedgerPostgres", "LedgerSQLite", "OutboxSQLite", "Partnership", "Exchange",
                "TableFiles", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ] + core("Casework", "Matching", "Procedures", "Analysis", "WorkingTime"),
            swiftSettings: strict
        ),
        .testTarget(
            name: "LedgerTests",
            dependencies: ["Ledger"] + core("Casework", "WorkingTime"),
            exclude: ["Examples"],
            swiftSettings: strict
        ),
        .target(
            name: "LedgerContract", dependencies: ["Ledger"] + core("Casework"), path: "Tests/LedgerContract",
            swiftSettings: strict
        ),
        .testTarget(
            name: "LedgerSQLiteTests",
            dependencies: [
                "LedgerSQLite", "LedgerContract", "ledger-writer", .product(name: "GRDB", package: "GRDB.swift"),
            ] + core("Casework"),
            swiftSettings: strict
        ),
        .target(name: "OtherPrograms", path: "Tests/OtherPrograms", swiftSettings: strict),
        .target(name: "LocalReceiver", path: "Tests/LocalReceiver", swiftSettings: strict),
        .target(
            name: "PostgresCluster", dependencies: ["OtherPrograms"], path: "Tests/PostgresCluster",
            swiftSettings: strict
        ),
        .testTarget(
            name: "LedgerPostgresTests",
            dependencies: [
                "LedgerPostgres", "LedgerSQLite", "LedgerContract", "OtherPrograms", "PostgresCluster", "Partnership",
            ] + core("Casework", "Procedures", "WorkingTime"),
            swiftSettings: strict
        ),
        .target(
            name: "Simulation",
            dependencies: ["Demo", "Ledger", "Partnership"] + core("Casework", "Procedures", "WorkingTime"),
            path: "Tests/Simulation",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "homeward-simulation",
            dependencies: ["Exchange", "Partnership", "Simulation"] + core("WorkingTime"),
            path: "Tests/SimulationRun",
            swiftSettings: strict
        ),
        .testTarget(
            name: "SimulationTests",
            dependencies: ["Demo", "Exchange", "Ledger", "LedgerContract", "Partnership", "Simulation"]
                + core("Casework", "Procedures", "WorkingTime"),
            swiftSettings: strict
        ),
        .executableTarget(
            name: "ledger-writer",
            dependencies: ["Ledger", "LedgerSQLite"] + core("Casework"),
            path: "Tests/LedgerWriter",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "homeward-load",
            dependencies: [
                "Demo", "Exchange", "Ledger", "LedgerSQLite", "OutboxSQLite", "Partnership", "Web",
                .product(name: "Crypto", package: "swift-crypto"),
            ] + core("Casework", "WorkingTime"),
            path: "Benchmarks/load",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "DutyBench",
            dependencies: ["Demo", "Exchange"] + core("Casework", "Procedures", "WorkingTime"),
            path: "Benchmarks/DutyBench",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "FigureBench", dependencies: core("Analysis", "WorkingTime"), path: "Benchmarks/FigureBench",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "LookBench",
            dependencies: ["Ledger", "LedgerSQLite", "Partnership"] + core("Casework", "WorkingTime"),
            path: "Benchmarks/LookBench",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "LedgerBench",
            dependencies: [
                "CLibPQ", "Ledger", "LedgerPostgres", "LedgerSQLite", "PostgresCluster",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ] + core("Casework", "WorkingTime"),
            path: "Benchmarks/LedgerBench",
            swiftSettings: strict
        ),
        .testTarget(
            name: "PartnershipTests",
            dependencies: [
                "OtherPrograms", "Partnership", "Ledger", "LedgerSQLite", "OutboxSQLite",
                .product(name: "GRDB", package: "GRDB.swift"),
            ] + core("Casework", "Procedures", "WorkingTime"),
            swiftSettings: strict
        ),
        .testTarget(
            name: "DemoTests", dependencies: ["Demo"] + core("Analysis", "Casework", "Procedures", "WorkingTime"),
            swiftSettings: strict
        ),
        .testTarget(
            name: "TableFilesTests",
            dependencies: ["OtherPrograms", "TableFiles", .product(name: "GRDB", package: "GRDB.swift")]
                + core("Analysis", "Casework", "Procedures", "WorkingTime"),
            swiftSettings: strict
        ),
        .testTarget(
            name: "ExchangeTests",
            dependencies: [
                "Exchange", "Demo", "Ledger", "LedgerSQLite", "LocalReceiver", "OtherPrograms", "OutboxSQLite",
                "Partnership", .product(name: "Crypto", package: "swift-crypto"),
            ] + core("Casework", "Matching", "Procedures", "Analysis", "WorkingTime"),
            swiftSettings: strict
        ),
        .testTarget(
            name: "WebTests",
            dependencies: ["Web", "Exchange", "Ledger", "LedgerSQLite", "OutboxSQLite", "Partnership"]
                + core("Casework", "Procedures", "Analysis", "WorkingTime")
                + [.product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "HomewardTests",
            dependencies: [
                "homeward", "LocalReceiver", "PostgresCluster", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .testTarget(name: "TidyTests", swiftSettings: strict),
    ]
)
