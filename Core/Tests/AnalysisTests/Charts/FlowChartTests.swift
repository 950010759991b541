// SPDX-License-Identifier: MIT

import Testing

@testable import Analysis

@Suite struct `A flow chart` {
    private let chart = FlowChart(
        id: "flow", lanes: ["Carers", "Police"],
        bands: [
            FlowChart.Band(
                event: "The child is reported",
                rows: [
                    FlowChart.Row(
                        label: "within 1 hour",
                        cells: [
                            [FlowChart.Share(role: "Carer", steps: [FlowChart.Step("Notify <police>", .everyChild)])],
                            [
                                FlowChart.Share(
                                    role: "Call handler", steps: [FlowChart.Step("CEOP alert", .someChildren)])
                            ],
                        ])
                ]),
            FlowChart.Band(event: "The child is back", rows: []),
        ])

    @Test func `is one picture for each thing that happens`() {
        #expect(chart.wide.count == 2 && chart.narrow.count == 2)
    }

    @Test func `says all that it shows to whoever does not see it`() {
        for picture in [chart.wide[0], chart.narrow[0]] {
            #expect(picture.markup.contains("role=\"img\""))
            #expect(picture.markup.contains(">1. The child is reported</title>"))
            #expect(
                picture.markup.contains(
                    "Within 1 hour: Carer: notify &lt;police&gt;; Call handler: CEOP alert.</desc>"))
        }
    }

    @Test func `gives every picture of a page names of its own`() {
        let all = (chart.wide + chart.narrow).map(\.markup).joined()
        let names = all.matches(of: /[ ]id="([^"]+)"/).map { String($0.1) }
        #expect(names.count == 8 && Set(names).count == 8)
    }

    @Test(arguments: [60.0, 120, 300]) func `keeps lines within their width`(width: Double) {
        let text = "Arrange the strategy meeting with police and the independent reviewing officer"
        let lines = WrappedText(text, width: width, size: 13).lines
        #expect(lines.joined(separator: " ") == text)
        for line in lines where line.contains(" ") { #expect(WrappedText.width(of: line) * 13 <= width) }
    }
}
