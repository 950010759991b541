// SPDX-License-Identifier: MIT

import Foundation
import Procedures
import Testing

@testable import Exchange

/// `docs/pack-format.md` beside what the readers know: a key that no mapping has is put into each, and the faults then
/// list every key that may stand there.
@Suite struct `The page about the format` {
    private static let story = """
        title: A story
        protocol: small
        children:
          a:
            name: Kezia
            statuses: [{ kind: child-in-need, since: 2015-01-01 }]
            knownRisks: [{ kind: self-harm }]
            placement: { kind: childrens-home }
        events:
          - { at: 2015-06-05T22:10, is: reported }
          - { at: 2015-06-06T22:10, is: corrected, what: 1, to: { at: 2015-06-05T22:00 } }
        expect:
          - { at: 2015-06-05T22:30, duty: tell, state: owed }
        """

    @Test func `names every key of a pack and every predicate`() throws {
        let node = try YAMLTree.read(SmallPack.text, file: "small.yaml").get()
        try expectNamed(PackReader.read(odd(node), extending: nil).1, atLeast: 120)
    }

    @Test func `names every key of a scenario`() throws {
        let node = try YAMLTree.read(Self.story, file: "story.yaml").get()
        try expectNamed(ScenarioReader.read(odd(node)).1, atLeast: 35)
    }

    /// The tree with a key that nothing knows in each of its mappings.
    private func odd(_ node: PackNode) -> PackNode {
        switch node.content {
        case .list(let items): return PackNode(.list(items.map(odd)), file: node.file, line: node.line)
        case .mapping(let entries):
            let none = PackNode(.scalar("none"), file: node.file, line: node.line)
            let all = entries.map { PackNode.Entry(key: $0.key, line: $0.line, value: odd($0.value)) }
            let more = [PackNode.Entry(key: "qqqqqqqqqq", line: node.line, value: none)]
            return PackNode(.mapping(all + more), file: node.file, line: node.line)
        default: return node
        }
    }

    private func expectNamed(_ faults: [ReadingFault], atLeast least: Int) throws {
        // Which details an event carries is on the page of events.
        let known = faults.filter { $0.says.contains("qqqqqqqqqq") && !$0.says.contains("no detail of") }
        let keys = Set(known.flatMap(\.allowed))
        #expect(keys.count >= least, "\(keys.count)")
        let page = try String(contentsOfFile: "\(Repository.root)/docs/pack-format.md", encoding: .utf8)
        let words = Set(page.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init))
        #expect(keys.filter { !words.contains($0) }.sorted() == [], "docs/pack-format.md does not say what these mean")
    }
}
