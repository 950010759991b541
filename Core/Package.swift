// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
    name: "Core",
    products: ["WorkingTime", "Casework", "Matching", "Procedures", "Analysis"].map {
        .library(name: $0, targets: [$0])
    },
    dependencies: [
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0")
    ],
    targets: [
        .target(name: "WorkingTime", swiftSettings: strict),
        .target(
            name: "Casework",
            dependencies: ["WorkingTime", .product(name: "HashTreeCollections", package: "swift-collections")],
            swiftSettings: strict
        ),
        .target(name: "Matching", dependencies: ["Casework", "WorkingTime"], swiftSettings: strict),
        .target(name: "Procedures", dependencies: ["Casework", "WorkingTime"], swiftSettings: strict),
        .target(name: "Analysis", dependencies: ["Procedures", "Casework", "WorkingTime"], swiftSettings: strict),
        .testTarget(name: "WorkingTimeTests", dependencies: ["WorkingTime"], swiftSettings: strict),
        .testTarget(name: "CaseworkTests", dependencies: ["Casework", "WorkingTime"], swiftSettings: strict),
        .testTarget(
            name: "MatchingTests", dependencies: ["Matching", "Casework", "WorkingTime"], swiftSettings: strict),
        .testTarget(
            name: "ProceduresTests", dependencies: ["Procedures", "Casework", "WorkingTime"], swiftSettings: strict),
        .testTarget(
            name: "AnalysisTests", dependencies: ["Analysis", "Procedures", "Casework", "WorkingTime"],
            exclude: ["Reports/Golden"], swiftSettings: strict),
    ]
)
