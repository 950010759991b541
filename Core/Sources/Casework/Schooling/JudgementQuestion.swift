// SPDX-License-Identifier: MIT

/// What helps to judge whether social care and police are told of an absent pupil who is in none of the seven
/// circumstances. Source: BI, children missing education.
public enum JudgementQuestion: String, CaseIterable, Hashable, Sendable {
    case age
    case sudden
    case olderCompany = "older-company"
    case incident
    case bullying
    case medication
    case depressed
    case ritesOrMarriage = "rites-or-marriage"
    case disability
    case substancesInFamily = "substances-in-family"
    case violenceInFamily = "violence-in-family"
    case parentsCannotProtect = "parents-cannot-protect"

    public var asks: String {
        switch self {
        case .age: "How old is the child, and is that young for being away?"
        case .sudden: "Is this sudden, and not like them?"
        case .olderCompany: "Has there been worry about much older friends, or adults?"
        case .incident: "Did something happen just before?"
        case .bullying: "Has the child been bullied?"
        case .medication: "Does the child need medicine or treatment?"
        case .depressed: "Did the child seem low before?"
        case .ritesOrMarriage: "Could a marriage or a rite be planned that the child does not want?"
        case .disability: "Has the child a disability, or special educational needs?"
        case .substancesInFamily: "Is there drug or alcohol dependency in the family?"
        case .violenceInFamily: "Has there been violence at home?"
        case .parentsCannotProtect: "Is there doubt that the parents can keep the child safe?"
        }
    }
}
