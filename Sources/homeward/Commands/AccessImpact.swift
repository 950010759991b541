// SPDX-License-Identifier: MIT

import ArgumentParser
import Procedures

/// `homeward access dpia`
struct AccessImpact: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dpia",
        abstract: "Write a data-protection impact assessment to begin from.",
        discussion: """
            What the program does is filled in; what the partnership has to say stands in square brackets.

            Examples:
              homeward access dpia > dpia.md
              homeward access dpia --json
            """
    )

    @OptionGroup var output: OutputOptions

    func run() throws {
        guard output.isJSON else { return Printing.toStandardOutput(ImpactPage.markdown) }
        try Printing.json(Answer())
    }

    private struct Answer: Encodable {
        struct Section: Encodable { let title, text: String }
        struct Risk: Encodable { let name, harm, measure, left: String }

        let sections = ImpactPage.sections.map { Section(title: $0.title, text: $0.text) }
        let risks = ImpactPage.risks.map { Risk(name: $0.name, harm: $0.harm, measure: $0.measure, left: $0.left) }
    }
}
