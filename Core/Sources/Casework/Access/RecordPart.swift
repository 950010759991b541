// SPDX-License-Identifier: MIT

/// A part of a child's record that is seen, or not, as a whole.
public enum RecordPart: String, CaseIterable, Hashable, Sendable {
    /// That there is a record.
    case existence
    /// Names, birth date, description, photo.
    case identity
    /// That the child is away, located or back, and since when: what somebody needs who only has to keep a place.
    case outline
    /// What happened, and who owes what.
    case episode
    /// Absence from school, the enquiries about it, the roll.
    case education
    /// Where the child lives, is, was or may be.
    case location
    case health
    /// Exploitation: who harms, with whom the child was, what drives and draws them away.
    case intelligence
    /// What was said to the return interviewer, as the interviewer wrote it down.
    case interview
    /// What the child wrote or asked for, in their own words.
    case ownWords = "own-words"
    /// Plans, placements weighed, statuses, known risks, orders, documents.
    case plans
    /// Minutes and decisions of meetings.
    case minutes
    /// Who looked, who was refused, who opened what was held back; restriction, retention, disclosure.
    case audit

    /// What it holds, as it is said in a sentence: "what the child said to the interviewer".
    public var spoken: String {
        switch self {
        case .existence: "that there is a record"
        case .identity: "who the child is"
        case .outline: "whether the child is away"
        case .episode: "what happened and what is owed"
        case .education: "absence from school"
        case .location: "where the child lives, is or was"
        case .health: "the child's health"
        case .intelligence: "exploitation"
        case .interview: "what was said in the return interview"
        case .ownWords: "what the child wrote"
        case .plans: "plans, statuses and known risks"
        case .minutes: "minutes of meetings"
        case .audit: "who looked at the record and how it is kept"
        }
    }
}

/// What somebody does with a part of a record.
public enum RecordAct: String, CaseIterable, Hashable, Sendable {
    case see
    /// Write down what happened.
    case add
    /// Decide something that binds others: a category, a waiver, a restriction.
    case decide
    /// Take it out of here: print, download, send.
    case export
}
