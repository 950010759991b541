// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Ledger
import WorkingTime

/// What a child does on their own pages: chooses whom to talk with, writes, reads what was written for them and corrects it.
enum ForYouActs {
    /// What a child may say that their words are about.
    static let abouts = ["before", "instead", "panel", "other"]
    static let wheres = ["home", "school", "quiet", "walk"]
    static let hows = ["person", "phone", "video", "message"]
    /// What stands in the record for a choice that names no person.
    static let anybody = "anybody", somebodyElse = "somebody-else", nobody = "nobody-now"

    @Sendable static func showTalk(_ call: Call) async throws -> Response {
        try await visiting(call) { visit in .page(talk(call, visit, faults: [])) }
    }

    @Sendable static func chooseWhom(_ call: Call) async throws -> Response {
        try await visiting(call) { visit in
            let view = ForYouTalkView(call, offered(call, visit))
            let chosen = view.read()
            if let fault = chosen.fault {
                return .page(talk(call, visit, faults: [fault]), status: .unprocessableContent)
            }
            try await record(.childChose, visit, chosen.details, call)
            return .redirect(to: "/for-you/page?sent=choice")
        }
    }

    @Sendable static func showTell(_ call: Call) async throws -> Response {
        try await visiting(call) { _ in .page(ForYouTellView(call).html(fault: nil)) }
    }

    @Sendable static func write(_ call: Call) async throws -> Response {
        try await visiting(call) { visit in
            let text = call.form["wants"]
            if let fault = fault(in: text) {
                return .page(ForYouTellView(call).html(fault: fault), status: .unprocessableContent)
            }
            var details: Details = [.wants: .text(text)]
            if abouts.contains(call.form["about"]) { details[.kind] = .word(call.form["about"]) }
            try await record(.childWrote, visit, details, call)
            return .redirect(to: "/for-you/page?sent=words")
        }
    }

    @Sendable static func showRead(_ call: Call) async throws -> Response {
        try await visiting(call) { visit in
            .page(ForYouReadView(call, try await WrittenForChild.all(visit.child, call)).html(fault: nil, at: nil))
        }
    }

    @Sendable static func correct(_ call: Call) async throws -> Response {
        try await visiting(call) { visit in
            let written = try await WrittenForChild.all(visit.child, call)
            guard let what = Int(call.form["what"]), written.contains(where: { $0.position.number == Int64(what) })
            else { return .redirect(to: "/for-you/read") }
            let text = call.form["wants"]
            if let fault = fault(in: text) {
                return .page(ForYouReadView(call, written).html(fault: fault, at: what), status: .unprocessableContent)
            }
            try await record(.childCorrected, visit, [.what: .number(what), .wants: .text(text)], call)
            return .redirect(to: "/for-you/page?sent=correction")
        }
    }

    /// The key of what is wrong with what was typed; nil where nothing is.
    private static func fault(in text: String) -> String? {
        if text.allSatisfy(\.isWhitespace) { return "write-first" }
        return ForYouView.mostCharacters < text.count ? "too-long" : nil
    }

    private static func talk(_ call: Call, _ visit: ForYouVisits.Visit, faults: [(String, String)]) -> HTML {
        ForYouTalkView(call, offered(call, visit)).html(faults: faults)
    }

    private static func offered(_ call: Call, _ visit: ForYouVisits.Visit) -> [Worker] {
        call.state.child(visit.child).map { OfferedInterviewers.of($0, in: call.state, at: call.now) } ?? []
    }

    /// Without a visit that stands, the way to the word.
    private static func visiting(
        _ call: Call, _ answer: (ForYouVisits.Visit) async throws -> Response
    ) async throws -> Response {
        guard let visit = ForYouPages.visit(call) else { return .redirect(to: "/for-you") }
        return try await answer(visit)
    }

    private static func record(
        _ word: EventWord, _ visit: ForYouVisits.Visit, _ details: Details, _ call: Call
    ) async throws {
        let act = Act(word, .child(visit.child), occurredAt: .at(call.now), details: details)
        _ = try await call.site.partnership.submitTrusted([act], by: Actor(role: .child))
    }
}
