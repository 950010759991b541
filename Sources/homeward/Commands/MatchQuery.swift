// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange
import Foundation
import Matching
import WorkingTime

/// `homeward match query`
struct MatchQuery: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Looks for one child; says who it may be, and why.",
        discussion: """
            Example:
              homeward match query children.csv --forename Jacub --surname Hussein --born 2014-03-02 --postcode "B6 4JH"
            """)

    @Argument(help: ArgumentHelp("The register.", valueName: "children.csv"))
    var register: String

    @Option var forename = ""
    @Option var middle = ""
    @Option var surname = ""
    @Option(help: "As 2014-03-31.") var born: String?
    @Option(help: "In years, where the birth date is not known.") var age: Int?
    @Option(help: "F or M.") var sex: String?
    @Option var house = ""
    @Option var street = ""
    @Option var postcode = ""
    @Option(name: .customLong("nhs-number")) var nhsNumber = ""
    @Option var upn = ""
    @Option(name: .customLong("case-ref")) var caseReference = ""
    @Option(help: "How many children to show.") var limit = 5
    @OptionGroup var options: MatchOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let names = try options.loadNames()
        let (register, date) = try options.loadRegister(register, names: names)
        let matcher = Matcher(register: register, weights: try options.loadWeights(), on: date)
        let answer = matcher.answer(try child(), limit: limit)
        if output.isJSON { return try Printing.json(Shown(answer, matcher.weights)) }
        Printing.toStandardOutput(text(answer, matcher.weights))
    }

    private func child() throws -> SoughtChild {
        var child = SoughtChild(reference: "")
        (child.forename, child.middle, child.surname) = (forename, middle, surname)
        if let born {
            let parts = born.split(separator: "-").compactMap { Int($0) }
            guard parts.count == 3, let day = CivilDate(year: parts[0], month: parts[1], day: parts[2]) else {
                throw CommandFault.misused("“\(born)” is no date like 2014-03-31.")
            }
            child.born = day
        }
        child.ageYears = age
        child.sex = sex.flatMap { $0.uppercased() == "F" ? .female : $0.uppercased() == "M" ? .male : nil }
        child.home = SoughtChild.Home(house: house, street: street, postcode: postcode)
        (child.nhsNumber, child.pupilNumber, child.caseReference) = (nhsNumber, upn, caseReference)
        return child
    }

    private func text(_ answer: MatchAnswer, _ weights: Weights) -> String {
        let head =
            switch answer.band {
            case .certain: "Certain."
            case .toDecide: "To decide by a person."
            case .notKnown: "Nobody in the register is at all likely."
            }
        var lines = [head]
        for candidate in answer.candidates {
            lines.append("")
            lines.append("\(candidate.reference)  \(Self.percent(candidate.probability))")
            for reason in weights.reasons(for: candidate.evidence) {
                lines.append("  \(Self.signed(reason.weight))  \(reason.sentence)")
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func percent(_ probability: Double) -> String {
        String(format: "%.1f %%", probability * 100)
    }

    private static func signed(_ weight: Float) -> String { String(format: "%+6.1f", Double(weight)) }

    private struct Shown: Encodable {
        struct Child: Encodable {
            struct Why: Encodable {
                let about: String
                let says: String
                let weight: Float
            }
            let child: String
            let probability: Double
            let reasons: [Why]
        }
        let band: String
        let children: [Child]

        init(_ answer: MatchAnswer, _ weights: Weights) {
            band = answer.band.rawValue
            children = answer.candidates.map { candidate in
                Child(
                    child: candidate.reference, probability: candidate.probability,
                    reasons: weights.reasons(for: candidate.evidence).map {
                        Child.Why(about: $0.aspect.rawValue, says: $0.sentence, weight: $0.weight)
                    })
            }
        }
    }
}
