// SPDX-License-Identifier: MIT
import Testing

/// Links of a page to a place in the repository where there is nothing. `exists` tells of a path from the root.
func brokenLinks(in file: SourceFile, exists: (String) -> Bool) -> [Finding] {
    guard file.isMarkdown else { return [] }
    var isInFence = false
    return zip(1..., file.lines).flatMap { line, text -> [Finding] in
        if text.hasPrefix("```") { isInFence.toggle() }
        if isInFence { return [] }
        return linkTargets(in: text).compactMap { target in
            guard let path = resolve(target, from: file.path), !exists(path) else { return nil }
            return Finding(file, line: line, "the link to \(target) leads to nothing: there is no \(path)")
        }
    }
}

/// The targets of `[words](target)` and `![words](target)` outside code.
private func linkTargets(in line: Substring) -> [String] {
    let plain = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .map { $0.offset.isMultiple(of: 2) ? $0.element : "code" }.joined()
    return plain.split(separator: "](", omittingEmptySubsequences: false).dropFirst().compactMap { rest in
        rest.firstIndex(of: ")").map { String(rest[..<$0]) }
    }
}

/// The path from the root that a link names, or nil where it leads out of the repository or stays on its page.
private func resolve(_ target: String, from page: String) -> String? {
    let path = target.prefix { $0 != "#" && $0 != " " }
    if path.isEmpty || path.contains("://") || path.hasPrefix("mailto:") { return nil }
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") where part != "." {
        if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
}

@Suite struct `Links lead somewhere` {
    @Test func `on every page`() {
        let paths = Set(Repository.paths)
        let folderPaths = Set(paths.flatMap(folders(above:)))
        expectNone(Repository.files.flatMap { brokenLinks(in: $0) { paths.contains($0) || folderPaths.contains($0) } })
    }

    @Test func `seen from the page's own folder`() {
        check("[a](b.md) [c](../d.md#e) [f](#g) [h](https://i.example) ![j](k.png)", finds: ["docs/k.png"])
    }

    @Test func `unless they only show how a link is written`() {
        check("`[a](none.md)`\n```\n[b](none.md)\n```\n", finds: [])
    }

    private func folders(above path: String) -> [String] {
        let parts = path.split(separator: "/").dropLast()
        return (0...parts.count).map { parts.prefix($0).joined(separator: "/") }
    }

    private func check(_ text: String, finds paths: [String]) {
        let page = SourceFile(path: "docs/page.md", text: text)
        let found = brokenLinks(in: page) { ["docs/b.md", "d.md"].contains($0) }
        #expect(found.map { $0.says.split(separator: " ").last.map(String.init) } == paths)
    }
}
