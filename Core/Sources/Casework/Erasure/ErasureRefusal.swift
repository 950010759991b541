// SPDX-License-Identifier: MIT

import WorkingTime

/// Why a child's record is not erased.
public enum ErasureRefusal: Error, Hashable, Sendable {
    case childIsNotKnown
    case isOnLegalHold(since: Instant)
    case episodeIsNotClosed(EpisodeID)
    /// Somebody has asked for what the record holds and was not answered yet.
    case requestIsOpen
    case isTooSoon(keptThrough: CivilDate)
    /// Until when it is kept can't be worked out, and nobody has decided it.
    case dateIsNotKnown
    case reasonIsLacking
    /// What is said about the erasure stays: it must not name the child.
    case reasonNamesTheChild(String)
    /// Entries elsewhere name the child, and nobody has looked at them.
    case mentionsAreNotReviewed([String])
    /// It is shown with another record as one child; each record has a key of its own.
    case isJoined
    case nothingIsProposed
    /// Who proposed it does not confirm it.
    case needsSomebodyElse
    case alreadyProposed
    /// The reference typed is not this child's.
    case referenceIsWrong
    case notAllowed(Role)

    /// What is so, and what would satisfy it.
    public var says: String {
        switch self {
        case .childIsNotKnown: "This child is not in the record."
        case .isOnLegalHold(let since):
            "The record is kept for a court or an inquiry since \(Spoken.fullDate(London.date(of: since))). Lift the "
                + "hold first, if it is over."
        case .episodeIsNotClosed: "An episode of this child is not closed. Close it first."
        case .requestIsOpen: "Somebody asked for what is held about the child. Answer them first."
        case .isTooSoon(let date):
            "It is to be kept through \(Spoken.fullDate(date)). Before that it takes a court's order or another "
                + "authority."
        case .dateIsNotKnown:
            "Until when it is to be kept is not known. Decide it first, or give a court's order or another authority."
        case .reasonIsLacking: "Give the reason, and where the decision is written down."
        case .reasonNamesTheChild(let name):
            "The reason stays in the record when the child's is gone, so it must not name them: take out “\(name)”."
        case .mentionsAreNotReviewed(let entries):
            "\(entries.count == 1 ? "An entry" : "\(entries.count) entries") elsewhere may name the child. Say for "
                + "each what is to happen."
        case .isJoined:
            "Several records are shown as this child. Part them first, and propose each: their entries are sealed apart."
        case .nothingIsProposed: "Nobody has proposed to erase this record."
        case .needsSomebodyElse: "Somebody else must confirm what you proposed."
        case .alreadyProposed: "It is proposed already. Somebody else confirms it, or it is withdrawn."
        case .referenceIsWrong: "The reference is not this child's. Type it as it stands on the page."
        case .notAllowed(let role): "A \(role.spoken) may not erase a record. Ask a records manager."
        }
    }
}
