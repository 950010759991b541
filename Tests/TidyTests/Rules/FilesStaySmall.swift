// SPDX-License-Identifier: MIT
import Testing

private let mostKilobytes = 512

/// Larger files that are wanted, each with its reason.
private let wantedLarge: [String: String] = [:]

func largeFiles(_ sizes: [String: Int], wanted: [String: String]) -> [Finding] {
    let large = sizes.filter { $0.value > mostKilobytes * 1_024 && wanted[$0.key] == nil }
    return large.map { path, bytes in
        let says = "\(bytes / 1_024) KB: make it when it is needed, or list it in FilesStaySmall.swift with the reason"
        return Finding(path: path, line: 1, says: says)
    }
}

@Suite struct `Files stay small` {
    @Test func `in the whole repository`() {
        let sizes = Repository.paths.map { ($0, Repository.size(of: $0)) }
        expectNone(largeFiles(Dictionary(uniqueKeysWithValues: sizes), wanted: wantedLarge))
    }

    @Test func `unless they are listed`() {
        let sizes = ["a": 524_288, "b": 524_289, "c": 9_000_000]
        #expect(largeFiles(sizes, wanted: ["c": "a reason"]).map(\.path) == ["b"])
    }
}
