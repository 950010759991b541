// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Testing
import WorkingTime

@testable import Web

@Suite struct `A record with something in every part` {
    /// Each role that sees any child reads every page of one child: what is of a part that it may not see is on none of
    /// them, and what it may see is on one of them.
    @Test func `is shown to each role as far as the table allows`() async throws {
        try await TestSite.run { site in
            let already: Set<Role> = [
                .carer, .dutyInspector, .socialWorker, .teamManager, .interviewer, .analyst, .administrator,
            ]
            try await site.add(Role.allCases.filter { !already.contains($0) })
            let episode = try await Written.record(on: site)
            var told: [Role: Int] = [:]
            for role in Role.allCases {
                let visitor = try await site.signedIn(role)
                let read = try await Written.read(TestSite.kezia, episode, by: visitor, on: site)
                let access = Access(TestSite.actor(role), in: site.partnership.state, at: site.now)
                for sentinel in Written.all {
                    let isSeen = sentinel.parts.allSatisfy { access.maySee($0, of: TestSite.kezia) }
                    // Whoever wrote an entry may read what they wrote.
                    if role == .teamManager, access.maySee(sentinel.word.part, of: TestSite.kezia) { continue }
                    let isTold = read.contains(sentinel.text)
                    #expect(isTold == isSeen, "\(role): \(sentinel.text)")
                    if isTold { told[role, default: 0] += 1 }
                }
            }
            // The test would say nothing if nobody were told anything, or everybody everything.
            #expect(told[.socialWorker, default: 0] > 15)
            #expect(Set(told.values).count > 3, "\(told)")
        }
    }

    @Test func `is corrected only as far as its reader sees it`() async throws {
        try await TestSite.run { site in
            let episode = try await Written.record(on: site)
            try await site.add([.school])
            let report = try #require(
                site.partnership.state.episode(episode)?.history.recorded.first { $0.word == .reported })
            let place = "/episodes/\(episode.number)/add/corrected?what=\(report.position.number)"
            let school = try await site.signedIn(.school).get(place)
            #expect(school.status == 200 && !school.body.contains("sentinel"))
            let worker = try await site.signedIn(.socialWorker).get(place).body
            #expect(worker.contains("sentinel reported rationale"))
        }
    }
}

/// A text that stands in one detail of one event, and nowhere else.
private struct Sentinel {
    let word: EventWord
    let key: DetailKey
    var text: String { "sentinel \(word) \(key), no more" }

    /// Every part that one must see to be told of it. What was said in an interview, at a meeting or by the child is
    /// told as a whole or not at all.
    var parts: Set<RecordPart> {
        let isInConfidence = [.interview, .ownWords, .minutes].contains(word.contentPart)
        return Set([.identity, .outline, word.part, word.part(of: key)] + (isInConfidence ? [word.contentPart] : []))
    }
}

private enum Written {
    /// The events in the order in which they happen, with the details that hold a sentinel.
    private static let plan: [(EventWord, [DetailKey], Details)] = [
        (.addressChanged, [.address], [.postcode: .word("B27 6QT")]),
        (
            .penPictureWritten,
            [.description, .habits, .whereTheyMayGo, .whatCalmsThem, .phones, .medical, .associates, .photo], [:]
        ),
        (.riskNoted, [.narrative], [.kind: .word("bullying")]),
        (
            .reported, [.circumstances, .lastSeenAt, .clothing, .medical, .associates, .rationale],
            [.to: .word("police")]
        ),
        (.classified, [.rationale], [.as: .word("missing")]),
        (.noteAdded, [.narrative], [:]),
        (.sighted, [.found, .foundWith, .narrative], [:]),
        (.nrmReferred, [.narrative], [:]),
        (.transferOffered, [.reason], [.to: .word("westhaven-police")]),
        (.alertReceived, [.rationale], [.agency: .word("Westhaven Police")]),
        (.absenceNoted, [.reason], [:]),
        (.enquiryMade, [.action, .result], [.kind: .word("friends")]),
        (.vulnerabilityAssessed, [.result], [.kind: .word("judgement")]),
        (.meetingHeld, [.minutes, .narrative], [.kind: .word("strategy-meeting")]),
        (.located, [.found, .foundWith], [:]),
        (.returned, [.narrative, .medical], [:]),
        (.interviewHeld, [.reasons, .whereTheyWere, .whoWith, .wants, .narrative], [:]),
        (.interviewWrittenForChild, [.narrative], [:]),
        (.findingRecorded, [.narrative], [.kind: .word("bullied")]),
        (.intelligenceSubmitted, [.narrative], [:]),
        (.intelligenceNotSubmitted, [.reason], [:]),
        (.childWrote, [.wants], [:]),
        (.childChose, [.wants], [:]),
        (.childAnswered, [.narrative], [:]),
        (.planUpdated, [.narrative, .action], [.kind: .word("placement-plan")]),
        (.preventionPlanReviewed, [.action], [.kind: .word("trigger-plan")]),
        (.actionAgreed, [.action], [.owner: .word("team-manager")]),
        (.feedbackReceived, [.narrative], [:]),
    ]

    static let all: [Sentinel] = plan.flatMap { word, keys, _ in keys.map { Sentinel(word: word, key: $0) } }

    static func record(on site: TestSite) async throws -> EpisodeID {
        var found: EpisodeID?
        for (word, keys, more) in plan {
            var details = more
            for key in keys where key.holds == .text {
                details[key] = .text(Sentinel(word: word, key: key).text)
            }
            if word == .reported { details[.missingSince] = .time(.at(site.now)) }
            let subject: Act.Subject =
                word.form.about == .episode && word.part != .education
                ? found.map { .episode($0) } ?? .child(TestSite.kezia) : .child(TestSite.kezia)
            let receipt = try await site.partnership.submitTrusted(
                [Act(word, subject, occurredAt: .at(site.now), details: details)], by: TestSite.actor(.teamManager))
            found = found ?? receipt.episode
        }
        return try #require(found)
    }

    /// Every page that one may ask for about the child, with every entry opened for correction.
    static func read(
        _ child: ChildID, _ episode: EpisodeID, by visitor: TestVisitor, on site: TestSite
    ) async throws -> String {
        let state = site.partnership.state
        var paths = [
            "/", "/board/part", "/search?q=kezia", "/search/found?q=kezia", "/children", "/children/\(child.number)",
            "/children/\(child.number)/pen-picture", "/episodes/\(episode.number)", "/episodes/\(episode.number)/part",
            "/report/sent/\(episode.number)", "/interviews", "/episodes/\(episode.number)/interview",
            "/episodes/\(episode.number)/interview/write", "/interviews/audit", "/meetings", "/meetings/today",
            "/actions?whose=all",
            "/children/\(child.number)/plans", "/children/\(child.number)/as-known",
            "/episodes/\(episode.number)/as-known", "/episodes/\(episode.number)/accounts",
            "/episodes/\(episode.number)/together", "/discrepancies", "/matches", "/concerns", "/concerns/network",
            "/episodes/\(episode.number)/police-pack", "/hand-over", "/wall?names=full",
            "/episodes/\(episode.number)/reports/regulation-40", "/episodes/\(episode.number)/duties",
            "/episodes/\(episode.number)/letters", "/reports", "/figures/reports/home",
            "/children/\(child.number)/add/pen-picture-written",
        ]
        for mark in state.child(child)?.history.recorded ?? [] {
            paths.append("/children/\(child.number)/add/corrected?what=\(mark.position.number)")
        }
        for mark in state.episode(episode)?.history.recorded ?? [] {
            paths.append("/episodes/\(episode.number)/add/corrected?what=\(mark.position.number)")
        }
        if let open = state.openSchoolCase(of: child) {
            paths += ["/episodes/\(open.id.number)", "/episodes/\(open.id.number)/education"]
            for mark in open.history.recorded {
                paths.append("/episodes/\(open.id.number)/add/corrected?what=\(mark.position.number)")
            }
        }
        paths += ["/education", "/school", "/placements", "/offers", "/alerts", "/children/\(child.number)/absence"]
        var read = ""
        for path in paths { read += try await visitor.get(path).body }
        return read
    }
}
