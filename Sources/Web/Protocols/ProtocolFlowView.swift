// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures

/// The protocol drawn: who does what when, with the same as a list for whoever does not see it.
struct ProtocolFlowView {
    let pack: ProtocolPack
    let role: Role?

    var html: HTML {
        let course = ProtocolFlow(pack, for: role)
        let education = ProtocolFlow(education: pack, for: role)
        return figure(course, id: "flow", title: "Who does what when")
            + figure(education, id: "school-flow", title: "When a child does not come to school")
    }

    private func figure(_ flow: ProtocolFlow, id: String, title: String) -> HTML {
        if flow.bands.isEmpty { return HTML() }
        let chart = FlowChart(flow, id: id)
        let legend: [(FlowChart.Mark, String)] = [
            (.everyChild, "Every child"), (.childrenInCare, "Looked-after children"),
            (.someChildren, "Only where the duty says so"),
        ]
        let marks = legend.map { mark, says -> HTML in "<li>\(FlowChart.legend(mark)) \(says)</li>" }
        return """
            <section class="flow" aria-labelledby="\(id)-heading"><h2 id="\(id)-heading">\(title)</h2><ul class="legend">\(marks)</ul>
            <div class="flow-wide">\(chart.wide)</div><div class="flow-narrow">\(chart.narrow)</div>
            <details class="no-print"><summary>The picture as a list</summary>\(list(flow))</details></section>
            """
    }

    private func list(_ flow: ProtocolFlow) -> HTML {
        let bands = flow.bands.map { band -> HTML in
            let rows = band.rows.map { row -> HTML in
                let shares = flow.lanes.flatMap { row.cells[$0] ?? [] }.map { share -> HTML in
                    let steps = share.steps.map { step -> HTML in "<a href=\"#duty-\(step.duty)\">\(step.text)</a>" }
                    return "<li>\(share.role.spoken.capitalisedFirst): \(steps.joined(separator: ", "))</li>"
                }
                return "<li>\(row.when.capitalisedFirst)<ul>\(shares)</ul></li>"
            }
            return "<li>\(band.event)<ul>\(rows)</ul></li>"
        }
        return "<ol>\(bands)</ol>"
    }
}

extension FlowChart {
    init(_ flow: ProtocolFlow, id: String) {
        self.init(
            id: id, lanes: flow.lanes.map(\.title),
            bands: flow.bands.map { band in
                Band(
                    event: band.event,
                    rows: band.rows.map { row in
                        Row(label: row.when, cells: flow.lanes.map { (row.cells[$0] ?? []).map(FlowChart.share) })
                    })
            })
    }

    private static func share(_ share: ProtocolFlow.Share) -> Share {
        let steps = share.steps.map { step in
            let mark: Mark =
                switch step.reach {
                case .everyChild: .everyChild
                case .childrenInCare: .childrenInCare
                case .someChildren: .someChildren
                }
            return Step(step.text, mark)
        }
        return Share(role: share.role.spoken.capitalisedFirst, steps: steps)
    }
}
