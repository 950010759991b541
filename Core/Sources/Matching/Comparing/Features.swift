// SPDX-License-Identifier: MIT

/// The findings that have a weight each, as numbers and as words of the weights file.
enum Features {
    /// The groups in their order; each finding is named `group.finding`.
    private static let groups: [(name: String, findings: [String])] = [
        ("forename", Likeness.allCases.map(String.init(describing:))),
        ("surname", Likeness.allCases.map(String.init(describing:))),
        ("forename-through", Evidence.Through.allCases.map(String.init(describing:))),
        ("surname-through", Evidence.Through.allCases.map(String.init(describing:))),
        ("forename-rarity", ["same", "near", "far"]),
        ("surname-rarity", ["same", "near", "far"]),
        ("name", ["forenameInPart", "surnameInPart", "exchanged"]),
        ("second", Evidence.Second.allCases.map(String.init(describing:)) + ["rarity"]),
        ("sex", ["same", "differs"]),
        ("birth", BirthLikeness.allCases.map(String.init(describing:)) + ["rarity"]),
        ("home", HomeLikeness.allCases.map(String.init(describing:)) + ["rarity"]),
        ("nhs-number", Evidence.Identifier.allCases.map(String.init(describing:))),
        ("pupil-number", Evidence.Identifier.allCases.map(String.init(describing:))),
        ("case-reference", Evidence.Identifier.allCases.map(String.init(describing:))),
        ("together", togetherNames),
        ("unknown", ["child"]),
    ]

    static let names: [String] = groups.flatMap { group in group.findings.map { "\(group.name).\($0)" } }
    static let count = names.count

    private static let starts: [Int] = {
        var starts: [Int] = []
        var start = 0
        for group in groups {
            starts.append(start)
            start += group.findings.count
        }
        return starts
    }()

    static let forename = starts[0]
    static let surname = starts[1]
    static let forenameThrough = starts[2]
    static let surnameThrough = starts[3]
    static let forenameRarity = starts[4]
    static let surnameRarity = starts[5]
    static let name = starts[6]
    static let second = starts[7]
    static let sex = starts[8]
    static let birth = starts[9]
    static let birthRarity = starts[9] + BirthLikeness.allCases.count
    static let home = starts[10]
    static let homeRarity = starts[10] + HomeLikeness.allCases.count
    static let nhsNumber = starts[11]
    static let pupilNumber = starts[12]
    static let caseReference = starts[13]
    static let together = starts[14]
    /// The weight of the child being in no register: its place in a file of weights, on no comparison.
    static let unknownChild = starts[15]

    private static let degrees = ["absent", "agrees", "near", "differs"]
    private static let households = ["unsaid", "household", "elsewhere"]

    private static let togetherNames: [String] = {
        var names: [String] = []
        for home in households {
            for forename in degrees {
                for surname in degrees {
                    for birth in degrees {
                        names.append("home-\(home)+forename-\(forename)+surname-\(surname)+birth-\(birth)")
                    }
                }
            }
        }
        return names
    }()

    /// Calls `take` with each finding of the evidence and its size, 1 for those that are just so or not.
    @inline(__always)
    static func each(of evidence: Evidence, _ take: (Int, Float) -> Void) {
        name(evidence.forename, forename, forenameThrough, forenameRarity, name, take)
        name(evidence.surname, surname, surnameThrough, surnameRarity, name + 1, take)
        if evidence.areNamesExchanged { take(name + 2, 1) }
        if evidence.second != .absent {
            take(second + Int(evidence.second.rawValue), 1)
            if evidence.second != .differs { take(second + 4, evidence.secondRarity) }
        }
        if let isSame = evidence.isSexSame { take(sex + (isSame ? 0 : 1), 1) }
        if evidence.birth != .absent { take(birth + Int(evidence.birth.rawValue), 1) }
        if evidence.birth == .same { take(birthRarity, evidence.birthRarity) }
        if evidence.home != .absent {
            take(home + Int(evidence.home.rawValue), 1)
            if evidence.home.isHousehold { take(homeRarity, evidence.homeRarity) }
        }
        if evidence.nhsNumber != .absent { take(nhsNumber + Int(evidence.nhsNumber.rawValue), 1) }
        if evidence.pupilNumber != .absent { take(pupilNumber + Int(evidence.pupilNumber.rawValue), 1) }
        if evidence.caseReference != .absent { take(caseReference + Int(evidence.caseReference.rawValue), 1) }
        take(together + togetherIndex(evidence), 1)
    }

    @inline(__always)
    private static func name(
        _ part: Evidence.NamePartEvidence, _ likeness: Int, _ through: Int, _ rarity: Int, _ inPart: Int,
        _ take: (Int, Float) -> Void
    ) {
        if part.likeness == .absent { return }
        take(likeness + Int(part.likeness.rawValue), 1)
        if part.likeness.isDisagreement { return }
        if part.through != .itself { take(through + Int(part.through.rawValue), 1) }
        if part.isInPart { take(inPart, 1) }
        let degree =
            part.likeness == .same ? 0 : part.likeness.rawValue <= Likeness.soundsAlike.rawValue ? 1 : 2
        take(rarity + degree, part.rarity)
    }

    private static func togetherIndex(_ evidence: Evidence) -> Int {
        let home = evidence.home == .absent ? 0 : evidence.home.isHousehold ? 1 : 2
        let birth = evidence.birth
        let birthDegree = birth == .absent ? 0 : birth.isAgreement ? 1 : birth.isNear ? 2 : 3
        return ((home * 4 + degree(evidence.forename.likeness)) * 4 + degree(evidence.surname.likeness)) * 4
            + birthDegree
    }

    private static func degree(_ likeness: Likeness) -> Int {
        switch likeness {
        case .absent: 0
        case .same, .speltAlike, .equivalent, .oneSlip, .otherVowel: 1
        case .soundsAlike, .twoSlips, .partOf, .initialFits: 2
        case .loose, .different, .initialDiffers: 3
        }
    }
}
