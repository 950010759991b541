// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing
import WorkingTime

@testable import Web

@Suite struct `A program's cursor` {
    @Test func `brings every change once and in order, while more of them come`() async throws {
        try await TestSite.run { site in
            let episode = try await site.report(TestSite.kezia)
            let reader = try await site.library(.socialWorker)
            let (known, next) = try await reader.allChanges()
            #expect(known.contains { $0.word == "reported" && $0.child == 1 })
            let read = try await withThrowingTaskGroup(of: [Int].self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        for _ in 0..<25 { try await site.note(episode) }
                        return []
                    }
                }
                group.addTask {
                    var (cursor, read) = (next, [Int]())
                    while read.count < 100 {
                        let page = try await reader.changes(since: cursor, limit: 7)
                        read += page.changes.map(\.entry)
                        cursor = page.next
                    }
                    return read
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            let recorded = site.partnership.state.episode(episode)?.history.recorded ?? []
            #expect(read == recorded.filter { $0.word == .noteAdded }.map { Int($0.position.number) })
        }
    }

    @Test func `brings nothing of a child who is hidden, and gets past them`() async throws {
        try await TestSite.run { site in
            let hidden = try await site.report(TestSite.sky)
            for _ in 0..<450 { try await site.note(hidden) }
            let own = try await site.report(TestSite.kezia)
            let program = try await site.program(.carer)
            let page = try await program.get("/changes?limit=500").value
            #expect(page["changes"]?.elements.allSatisfy { $0["child"] == .whole(1) } ?? false)
            #expect(page["changes"]?.elements.last?["episode"] == .whole(Int64(own.number)))
            #expect(page["isMore"] == .flag(false))
        }
    }

    @Test func `goes on from the open episodes, and one that is none is refused`() async throws {
        try await TestSite.run { site in
            let reader = try await site.library(.socialWorker)
            let open = try await reader.openEpisodes()
            let episode = try await site.report(TestSite.kezia)
            let changes = try await reader.changes(since: open.cursor)
            #expect(changes.changes.map(\.word) == ["reported"] && !changes.isMore)
            #expect(changes.changes.map(\.episode) == [Int(episode.number)])
            let last = try await reader.changes(since: changes.next)
            #expect(last.changes.isEmpty && last.next == changes.next)
            let program = try await site.program(.socialWorker)
            for wrong in ["", "c1", "c1-1-00000000", "c1--1-00", "0", ChangesCursor(Position(9_999_999)).text] {
                let answer = try await program.get("/changes?cursor=\(wrong)")
                #expect(answer.status == 422 && answer.text.contains("?cursor"), "\(wrong): \(answer.text)")
            }
        }
    }

    @Test func `is the same text for the same place, whatever has happened since`() {
        for number in [0, 1, 35, 36, 1_000_000, Int64(1) << 40] {
            let cursor = ChangesCursor(Position(number))
            #expect(ChangesCursor(cursor.text) == cursor)
            #expect(ChangesCursor(String(cursor.text.dropLast())) == nil)
        }
    }
}

extension TestSite {
    fileprivate func note(_ episode: EpisodeID) async throws {
        _ = try await partnership.submitTrusted(
            [Act(.noteAdded, .episode(episode), occurredAt: .at(now), details: [.narrative: .text("Looked again")])],
            by: TestSite.actor(.socialWorker))
    }
}
