// SPDX-License-Identifier: MIT
import Testing

private let core = ["WorkingTime", "Casework", "Matching", "Procedures", "Analysis"]
private let collections = [
    "HashTreeCollections", "OrderedCollections", "DequeModule", "HeapModule", "BitCollections", "Collections",
]
private let system = ["Foundation", "FoundationEssentials", "Dispatch", "Glibc", "Synchronization"]

/// Which modules each target may import, bottom first. A new target, or a new edge, is an entry here and a reason in
/// `docs/decisions`.
private let mayImport: [String: [String]] = [
    "WorkingTime": collections + ["FoundationEssentials"],
    "Casework": collections + ["FoundationEssentials", "WorkingTime"],
    "Matching": collections + ["FoundationEssentials", "WorkingTime", "Casework"],
    "Procedures": collections + ["FoundationEssentials", "WorkingTime", "Casework"],
    "Analysis": collections + ["FoundationEssentials", "WorkingTime", "Casework", "Procedures"],
    "Ledger": system + core + ["Crypto"],
    "LedgerSQLite": system + core + ["Ledger", "GRDB", "GRDBSQLite", "Crypto"],
    "LedgerPostgres": system + core + ["Ledger", "CLibPQ"],
    "OtherPrograms": system,
    "PostgresCluster": system + ["OtherPrograms"],
    "Simulation": system + core + ["Ledger", "Partnership", "Demo", "Logging"],
    "SimulationRun": system + core + ["Partnership", "Exchange", "Simulation"],
    "LocalReceiver": system,
    "LedgerWriter": system + core + ["Ledger", "LedgerSQLite"],
    "LedgerContract": system + core + ["Ledger", "Testing"],
    "Partnership": system + core + ["Ledger", "Logging", "Crypto"],
    "OutboxSQLite": system + core + ["Partnership", "GRDB"],
    "Exchange": system + core + [
        "Ledger", "Partnership", "Yams", "Logging", "FoundationXML", "FoundationNetworking", "Crypto",
    ],
    "TableFiles": system + core + ["CXlsxWriter", "GRDB"],
    "Web": system + core + [
        "Ledger", "Partnership", "TableFiles", "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOHTTP1",
        "NIOHTTPTypes",
        "NIOHTTPTypesHTTP1", "NIOSSL", "Crypto", "CryptoExtras", "GRDB", "Logging", "ServiceLifecycle",
        "FoundationNetworking",
    ],
    "Demo": system + core + ["Ledger", "Partnership"],
    "homeward": system + core + [
        "Ledger", "LedgerPostgres", "LedgerSQLite", "OutboxSQLite", "Partnership", "Exchange", "Demo", "TableFiles",
        "Web", "ArgumentParser", "Logging",
        "ServiceLifecycle",
        "Crypto",
    ],
]

/// What a test may have beside what its target has: stores to run on and to break, and the shipped packs to run with.
private let testsMayAlsoImport =
    system + core + [
        "Testing", "Crypto", "Demo", "Exchange", "LedgerSQLite", "OutboxSQLite", "LedgerContract", "LocalReceiver",
        "OtherPrograms", "PostgresCluster", "GRDB", "HummingbirdTesting", "NIOCore",
        "FoundationNetworking",
    ]

func upwardImports(in file: SourceFile) -> [Finding] {
    guard let target = target(of: file.path) else { return [] }
    guard let allowed = allowedModules(in: target) else {
        return [
            Finding(
                file, line: 1, "the target \(target) has no entry in ImportsGoDownwards.swift: say what it may import")
        ]
    }
    return imports(in: file).filter { !allowed.contains($0.module) }.map { line, module in
        Finding(file, line: line, "\(target) may not import \(module): move this up, or take what it gives as a value")
    }
}

/// `Web` for `Sources/Web/…`, `WebTests` for `Tests/WebTests/…`; nil for what is in no target.
private func target(of path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    let inner = parts.first == "Core" ? Array(parts.dropFirst()) : parts
    guard inner.count > 2, ["Sources", "Tests"].contains(inner[0]), path.hasSuffix(".swift") else { return nil }
    return inner[1]
}

private func allowedModules(in target: String) -> [String]? {
    if let allowed = mayImport[target] { return allowed }
    guard target.hasSuffix("Tests") else { return nil }
    let tested = String(target.dropLast("Tests".count))
    return testsMayAlsoImport + (mayImport[tested] ?? []) + [tested]
}

/// Each module imported, with its line, whatever stands before `import` or after it.
func imports(in file: SourceFile) -> [(line: Int, module: String)] {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    return zip(1..., file.codeLines).compactMap { line, text in
        let words = text.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count else { return nil }
        let before = words[..<place]
        guard
            before.allSatisfy({
                $0.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains($0)
            })
        else { return nil }
        let after = words[(place + 1)...].drop { kinds.contains($0) }
        guard let module = after.first?.split(separator: ".").first else { return nil }
        return (line, String(module))
    }
}

@Suite struct `Imports go downwards` {
    @Test func `in every target`() {
        expectNone(Repository.swiftFiles.flatMap(upwardImports))
    }

    @Test func `so the core imports nothing of the shell`() {
        check("Core/Sources/Casework/A.swift", "import WorkingTime\nimport Ledger\nimport Foundation", finds: [2, 3])
    }

    @Test func `however it is written`() {
        check("Sources/Ledger/A.swift", "@preconcurrency import Web\npublic import struct GRDB.Row\n", finds: [1, 2])
        check("Sources/Ledger/A.swift", "// import Web\nlet a = \"import Web\"", finds: [])
    }

    @Test func `and a test may have what its target has`() {
        check("Tests/WebTests/A.swift", "@testable import Web\nimport Testing\nimport Hummingbird", finds: [])
        check("Tests/LedgerTests/A.swift", "import Web", finds: [1])
    }

    @Test func `and a target that is not in the table is found`() {
        check("Sources/New/A.swift", "let a = 1", finds: [1])
    }

    private func check(_ path: String, _ text: String, finds lines: [Int]) {
        #expect(upwardImports(in: SourceFile(path: path, text: text)).map(\.line) == lines)
    }
}
