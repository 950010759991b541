// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import Procedures
import WorkingTime

/// Which protocol a replay compares with, and over which dates. Sent as an address, so that a result can be shared.
struct ReplayForm {
    private let pack: ProtocolPack
    private let typed: FormFields
    private let others: [ProtocolPack]
    private let action: String

    init(_ call: Call, _ pack: ProtocolPack) {
        self.pack = pack
        action = call.path
        let shelf = call.site.partnership.shelf
        others = shelf.packs.values.filter { $0.id != pack.id }.sorted { $0.title < $1.title }
        var typed = call.query
        if !typed.has("from") {
            typed["from"] = TimeText.write(call.today.adding(days: -Self.usualDays))
            typed["to"] = TimeText.write(call.today)
            let governing = call.term.pack
            typed["against"] = governing == pack.id ? others.first?.id ?? "" : governing
            isAsked = false
        } else {
            isAsked = true
        }
        self.typed = typed
    }

    private let isAsked: Bool
    /// Two years.
    private static let usualDays = 730

    private var from: CivilDate? { try? TimeText.date(typed["from"]) }
    private var to: CivilDate? { try? TimeText.date(typed["to"]) }

    /// What is asked; nil before anything was, or where it is faulty.
    var question: ReplayDesk.Question? {
        guard isAsked, faults.isEmpty, let from, let to, let period = ReplayPeriod(from: from, to: to.next) else {
            return nil
        }
        return ReplayDesk.Question(before: typed["against"], after: pack.id, period: period)
    }

    private var faults: [(control: String, says: String)] {
        var faults: [(String, String)] = []
        if from == nil { faults.append(("from", "Give the first date.")) }
        if to == nil { faults.append(("to", "Give the last date.")) }
        if let from, let to {
            if to < from { faults.append(("to", "The last date lies before the first.")) }
            if from.days(until: to) > Self.mostDays { faults.append(("from", "Choose no more than twenty years.")) }
        }
        if !others.contains(where: { $0.id == typed["against"] }) {
            faults.append(("against", "Choose the protocol to compare with."))
        }
        return faults
    }

    private static let mostDays = 7_305

    func html(showsFaults: Bool) -> HTML {
        let wrong = showsFaults ? faults : []
        let options = others.map { other -> HTML in
            "<option value=\"\(other.id)\"\(" selected", when: other.id == typed["against"])>\(other.title)</option>"
        }
        let select: HTML = """
            <div class="field\(" wrong", when: fault("against", wrong) != nil)"><label for="against">Compare with</label>\(said("against", wrong))\
            <select id="against" name="against">\(options)</select></div>
            """
        return """
            \(ErrorSummary(wrong).html)<form method="get" action="\(action)" class="card stack no-print" aria-labelledby="replay-form">
            <h2 id="replay-form">Play the record through both</h2>\(select)\(date("from", "From", wrong))\(date("to", "To, that date included", wrong))
            <p class="submit"><button class="btn">Replay</button></p></form>
            """
    }

    private typealias Faults = [(control: String, says: String)]

    private func fault(_ name: String, _ faults: Faults) -> String? { faults.first { $0.control == name }?.says }

    private func said(_ name: String, _ faults: Faults) -> HTML {
        guard let fault = fault(name, faults) else { return HTML() }
        return "<p class=\"error\" id=\"\(name)-error\"><span class=\"unseen\">Error:</span> \(fault)</p>"
    }

    private func date(_ name: String, _ label: String, _ faults: Faults) -> HTML {
        let isWrong = fault(name, faults) != nil
        return """
            <div class="field\(" wrong", when: isWrong)"><label for="\(name)">\(label)</label>\(said(name, faults))\
            <input id="\(name)" name="\(name)" type="date" class="short" value="\(typed[name])"\(" aria-invalid=\"true\" aria-describedby=\"\(name)-error\"" as HTML, when: isWrong)></div>
            """
    }
}
