// SPDX-License-Identifier: MIT
import Testing

/// Packages that a manifest names and the page does not link to.
func unexplainedPackages(manifest: SourceFile, page: String) -> [Finding] {
    zip(1..., manifest.lines).compactMap { line, text in
        guard let address = packageAddress(in: text), !page.contains("](\(address))") else { return nil }
        return Finding(manifest, line: line, "\(address) is not in docs/dependencies.md: say why it, and not another")
    }
}

private func packageAddress(in line: Substring) -> String? {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].hasSuffix(".package(url: ") else { return nil }
    return String(parts[1])
}

@Suite struct `Dependencies are explained` {
    @Test func `each one that a manifest names`() throws {
        let page = try #require(Repository.files.first { $0.path == "docs/dependencies.md" })
        let manifests = Repository.swiftFiles.filter { $0.name == "Package.swift" }
        #expect(manifests.count >= 2)
        let text = page.lines.joined(separator: "\n")
        expectNone(manifests.flatMap { unexplainedPackages(manifest: $0, page: text) })
    }

    @Test func `by a link on the page`() {
        let manifest = SourceFile(
            path: "Package.swift",
            text: "  .package(path: \"Core\"),\n  .package(url: \"https://a.example/b\", from: \"1.0.0\"),\n"
        )
        #expect(unexplainedPackages(manifest: manifest, page: "| [b](https://a.example/b) | why |").isEmpty)
        #expect(unexplainedPackages(manifest: manifest, page: "b").map(\.line) == [2])
    }
}
