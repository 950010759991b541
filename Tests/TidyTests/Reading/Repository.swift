// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// The files of this repository: what Git tracks, and what it would track if it were added now.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let paths: [String] = {
        let listed = (try? gitList()) ?? []
        return listed.filter { FileManager.default.fileExists(atPath: root.appending(path: $0).path) }
    }()

    /// Every text file, read once for all rules.
    static let files: [SourceFile] = paths.compactMap { path in
        guard isText(path), let data = try? Data(contentsOf: root.appending(path: path)) else { return nil }
        return SourceFile(path: path, bytes: Array(data))
    }

    static let swiftFiles = files.filter(\.isSwift)

    static func size(of path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: root.appending(path: path).path)
        return (attributes?[.size] as? Int) ?? 0
    }

    /// Text as told by its name; data files are the business of the tests that read them.
    private static func isText(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let ending = name.contains(".") ? String(name.split(separator: ".").last ?? "") : ""
        return textEndings.contains(ending) || ["Makefile", "LICENSE"].contains(name)
            || path.hasPrefix("scripts/") || path == ".ci/run" || (path.hasPrefix("Benchmarks/") && name == "run")
    }

    private static let textEndings: Set<String> = [
        "swift", "md", "yaml", "yml", "py", "sh", "txt", "css", "js", "html", "json", "toml", "ini", "svg",
    ]

    private static func gitList() throws -> [String] {
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        // A clone that belongs to another user, as on some build machines, is still ours to read.
        git.arguments = [
            "git", "-c", "safe.directory=*", "-C", root.path, "ls-files", "-z", "--cached", "--others",
            "--exclude-standard",
        ]
        let output = Pipe()
        git.standardOutput = output
        try git.run()
        let listed = output.fileHandleForReading.readDataToEndOfFile()
        git.waitUntilExit()
        return Set(String(decoding: listed, as: UTF8.self).split(separator: "\0").map(String.init)).sorted()
    }
}

@Suite struct `The repository` {
    @Test func `is read as Git tracks it`() {
        #expect(Repository.paths.contains("Package.swift"))
        #expect(Repository.files.contains { $0.path == "Core/Package.swift" })
        #expect(!Repository.paths.contains { $0.hasPrefix(".build/") })
    }
}
