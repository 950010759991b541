// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// What of a protocol is no duty: what is not allowed, what a report holds, what is asked, and on what terms it counts.
struct ProtocolRulesView {
    let pack: ProtocolPack
    let role: Role?

    var contents: [(String, String)] {
        sections.map { ($0.title, "#\($0.id)") }
    }

    var html: HTML {
        sections.map { section -> HTML in
            "<section class=\"card\" id=\"\(section.id)\"><h2>\(section.title)</h2>\(section.body)</section>"
        }.joined()
    }

    private var sections: [(id: String, title: String, body: HTML)] {
        [
            ("not-allowed", "What is not allowed, and who may", guardrails),
            ("report-holds", "What a report holds", reportItems),
            ("questions", "What is asked about the risk", questions),
            ("terms", "Words and figures", terms),
            ("left-out", "What was left out of \(pack.extends ?? "")", removed),
        ].filter { !$0.2.isEmpty }.map { (id: $0.0, title: $0.1, body: $0.2) }
    }

    private var guardrails: HTML {
        let shown = pack.guardrails.filter { guardrail in
            guard let role else { return true }
            return guardrail.needs.contains(role) || guardrail.refuses.words.contains { role.mayRecord($0) }
        }
        if shown.isEmpty { return HTML() }
        let items = shown.map { guardrail -> HTML in
            let who: HTML =
                guardrail.needs.isEmpty
                ? "<b>Nobody may.</b>"
                : "<b>\(ProtocolDutyView.list(guardrail.needs).capitalisedFirst) may.</b>"
            return """
                <li id="rule-\(guardrail.id)"><p>\(guardrail.says) \(who)</p>
                <p class="small">The way on: \(guardrail.wayOn) \(ClauseLink.all(guardrail.source))</p></li>
                """
        }
        return "<p>The record refuses these, says why, and names the way on. What has happened all the same is recorded and marked.</p><ul class=\"duties\">\(items)</ul>"
    }

    private var reportItems: HTML {
        let asks = role.map { $0.isCarer || $0.isPolice || $0 == .school || $0 == .socialWorker } ?? true
        if pack.reportItems.isEmpty || !asks { return HTML() }
        let items = pack.reportItems.map { item -> HTML in
            let whose: HTML = item.lookedAfterOnly ? " <span class=\"small\">(looked-after children)</span>" : HTML()
            return "<li id=\"item-\(item.id)\">\(item.says)\(whose) <span class=\"small\">\(ClauseLink.all(item.source))</span></li>"
        }
        return "<ul class=\"ticks\">\(items)</ul>"
    }

    private var questions: HTML {
        if pack.questions.isEmpty || !(role.map { $0.isCarer || $0.isPolice } ?? true) { return HTML() }
        func list(_ questions: [RiskQuestion]) -> HTML {
            let items = questions.map { question -> HTML in
                "<li id=\"question-\(question.id)\">\(question.asks) <span class=\"small\">\(ClauseLink.all(question.source))</span></li>"
            }
            return "<ol>\(items)</ol>"
        }
        let bearing = pack.questions.filter(\.isRiskBased)
        let others = pack.questions.filter { !$0.isRiskBased }
        let first: HTML = bearing.isEmpty ? HTML() : "<h3>The answers bear on the risk</h3>\(list(bearing))"
        let second: HTML = others.isEmpty ? HTML() : "<h3>To find the child</h3>\(list(others))"
        return first + second
    }

    private var terms: HTML {
        if role != nil { return HTML() }
        let hours = pack.officeHours
        let days = hours.weekdays.sorted { $0.rawValue < $1.rawValue }.map(\.name).joined(separator: ", ")
        let opens = Self.time(hours.opensSecondOfDay)
        let closes = Self.time(hours.closesSecondOfDay)
        let figures = pack.figures.sorted { $0.key < $1.key }.map { word, length -> HTML in
            "“\(word.replacingHyphens.capitalisedFirst)” is taken as \(length.said)."
        }
        let steppingIn = pack.fallbacks.sorted { $0.key.rawValue < $1.key.rawValue }.map { role, fallback -> HTML in
            "Where no \(role.spoken) is allocated: the \(fallback.inOfficeHours.spoken), out of hours the \(fallback.outOfOfficeHours.spoken)."
        }
        let rows: [(String, HTML)] = [
            ("Whom it is about", HTML(text: pack.covers.map { "\($0.english.capitalisedFirst)." } ?? "")),
            ("Police hold a child as", HTML(text: pack.vocabulary.categories.map(\.spoken).joined(separator: ", "))),
            ("Police grade the risk", HTML(text: pack.vocabulary.grades.map(\.spoken).joined(separator: ", "))),
            ("Office hours", "\(days), \(opens) to \(closes), not on bank holidays."),
            ("Who steps in", steppingIn.joined(separator: "<br>")),
            ("Figures", figures.joined(separator: "<br>")),
        ]
        return Parts.summary(rows)
    }

    private var removed: HTML {
        if role != nil || pack.removed.isEmpty { return HTML() }
        let items = pack.removed.map { "<li><b>\($0.id.replacingHyphens.capitalisedFirst)</b>: \($0.reason)</li>" as HTML }
        return "<ul>\(items)</ul>"
    }

    private static func time(_ second: Int) -> String {
        let (hour, minute) = (second / 3_600, second / 60 % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}

extension DueLength {
    /// "24 hours", "5 working days"
    var said: String {
        switch self {
        case .minutes(let count): Spoken.counted(count, "minute")
        case .hours(let count): Spoken.counted(count, "hour")
        case .days(let count): Spoken.counted(count, "day")
        case .workingDays(let count): Spoken.counted(count, "working day")
        case .schoolDays(let count): Spoken.counted(count, "school day")
        case .dates(let count): Spoken.counted(count, "date")
        }
    }
}
