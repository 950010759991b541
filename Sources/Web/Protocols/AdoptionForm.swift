// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import Procedures
import WorkingTime

/// What an adoption says: from when, for whom, whether for what is open already, and who decided it.
struct AdoptionForm {
    let typed: FormFields
    let pack: ProtocolPack
    let today: CivilDate
    /// The authorities of the partnership, with their names.
    let authorities: [(id: AgencyID, name: String)]

    /// Why the record would not take it.
    let refusal: (PlannedAdoption?) -> AdoptionRefusal?

    static let everybody = "everybody"

    var from: CivilDate? { try? TimeText.date(typed["openFrom"]) }

    /// The authority whose protocol it becomes; nil for the whole partnership.
    var authority: AgencyID? { authorities.first { $0.id.name == typed["authority"] }?.id }

    /// What is wanted; nil where the form does not say all of it.
    var planned: PlannedAdoption? {
        guard ownFaults.isEmpty, let from else { return nil }
        return PlannedAdoption(
            pack: pack.id, from: from, authority: authority, appliesToOpen: typed["appliesToOpen"] == "yes",
            decidedBy: typed["narrative"])
    }

    /// What is wrong, each with its control: first with the form, then with what it asks for.
    var faults: [(control: String, says: String)] {
        guard ownFaults.isEmpty else { return ownFaults }
        return refusal(planned).map { [(AdoptionForm.control(of: $0), $0.says)] } ?? []
    }

    /// The control that a refusal is about.
    static func control(of refusal: AdoptionRefusal) -> String {
        switch refusal {
        case .authorityIsNotKnown, .agencyIsNoAuthority: "authority"
        case .openEpisodesCannotWait: "appliesToOpen"
        case .nobodyIsNamed: "narrative"
        default: "openFrom"
        }
    }

    private var ownFaults: [(control: String, says: String)] {
        var faults: [(String, String)] = []
        if let from {
            if abs(today.days(until: from)) > Self.mostDaysOff {
                faults.append(("openFrom", "Check the year: this is more than ten years away."))
            }
        } else {
            faults.append(("openFrom", "Give the date from which it is in force."))
        }
        if authority == nil, typed["authority"] != Self.everybody {
            faults.append(("authority", "Choose for whom it is adopted."))
        }
        if !["yes", "no"].contains(typed["appliesToOpen"]) {
            faults.append(("appliesToOpen", "Say what holds for children who are away already."))
        }
        if typed["narrative"].isEmpty {
            faults.append(("narrative", "Say who decided it, and where that is written down."))
        }
        return faults
    }

    private static let mostDaysOff = 3_653

    /// The controls, each with what is wrong with it once it was sent.
    func controls(showsFaults: Bool) -> HTML {
        let wrong = showsFaults ? faults : []
        let from = field(wrong, "openFrom", "From when?", "It governs every episode that begins on this date or later.")
        {
            "<input id=\"openFrom\" name=\"openFrom\" type=\"date\" class=\"short\" value=\"\(typed["openFrom"])\"\($0)>"
        }
        let open = [
            ("no", "The protocol under which their episode began holds to its end"),
            ("yes", "This one, from that date"),
        ]
        let minuted = "The board or the person with authority, the date, and where it is minuted."
        let decided = field(wrong, "narrative", "Who decided it?", minuted) {
            "<textarea id=\"narrative\" name=\"narrative\" rows=\"3\"\($0)>\(typed["narrative"])</textarea>"
        }
        return from + group(wrong, "authority", "For whom?", choices)
            + group(wrong, "appliesToOpen", "What holds for children who are away already?", open) + decided
    }

    /// The same, kept for the page on which it is confirmed.
    var hidden: HTML {
        ["openFrom", "authority", "appliesToOpen", "narrative"].map { name -> HTML in
            "<input type=\"hidden\" name=\"\(name)\" value=\"\(typed[name])\">"
        }.joined()
    }

    private var choices: [(String, String)] {
        authorities.map { ($0.id.name, $0.name) } + [(Self.everybody, "The whole partnership")]
    }

    private typealias Faults = [(control: String, says: String)]

    private func fault(_ faults: Faults, _ name: String) -> HTML {
        guard let fault = faults.first(where: { $0.control == name }) else { return HTML() }
        return "<p class=\"error\" id=\"\(name)-error\"><span class=\"unseen\">Error:</span> \(fault.says)</p>"
    }

    private func field(
        _ faults: Faults, _ name: String, _ label: String, _ hint: String, _ control: (HTML) -> HTML
    ) -> HTML {
        let fault = fault(faults, name)
        let described: HTML =
            fault.isEmpty
            ? " aria-describedby=\"\(name)-hint\""
            : " aria-describedby=\"\(name)-hint \(name)-error\" aria-invalid=\"true\""
        return """
            <div class="field\(" wrong", when: !fault.isEmpty)"><label for="\(name)">\(label)</label><p class="hint" id="\(name)-hint">\(hint)</p>\(fault)\
            \(control(described))</div>
            """
    }

    private func group(_ faults: Faults, _ name: String, _ legend: String, _ choices: [(String, String)]) -> HTML {
        let fault = fault(faults, name)
        let boxes = choices.map { code, says -> HTML in
            "<label class=\"choice\"><input type=\"radio\" name=\"\(name)\" value=\"\(code)\"\(" checked", when: typed[name] == code)> \(says)</label>"
        }
        return """
            <fieldset class="field\(" wrong", when: !fault.isEmpty)" id="\(name)" tabindex="-1"><legend>\(legend)</legend>\(fault)<div class="choices">\(boxes)</div></fieldset>
            """
    }
}
