// SPDX-License-Identifier: MIT

import WorkingTime

/// Why something is not recorded: what is so, and what would satisfy it. Nothing has changed.
public enum Refusal: Error, Hashable, Sendable {
    /// The event needs this detail.
    case detailIsLacking(EventWord, DetailKey)
    /// Events of this word don't carry this detail.
    case detailDoesNotBelong(EventWord, DetailKey)
    /// A code that is not one of those allowed.
    case valueIsNotAllowed(DetailKey, given: String, allowed: [String])
    case childIsNotKnown
    case episodeIsNotKnown
    /// The event belongs to an episode, and the child has none open.
    case noEpisodeIsOpen(EventWord)
    case liesInTheFuture(UncertainTime)
    /// The child came back before the time given.
    case childWasBack(EventWord, returnedAt: Instant)
    /// The child isn't back yet.
    case childIsNotBack(EventWord)
    case alreadyLocated(at: Instant)
    case endsBeforeItStarts(start: Instant)
    case episodeIsClosed(at: Instant)
    case nothingIsReported(EventWord)
    /// Nobody was asked for what this answers.
    case nothingIsOffered(EventWord)
    /// The entry to be corrected is not on this history.
    case entryIsNotHere(Position)
    /// Entries of this word are ended by another entry, and not corrected.
    case isNotCorrected(EventWord)
    /// Whoever holds a record back must be among those who may see it.
    case mustNameYourself
    /// Nobody of that short name works here.
    case workerIsNotKnown(String)
    /// Somebody else must look at it.
    case needsSomebodyElse
    /// A court or an inquiry needs the record.
    case isOnLegalHold
    /// An episode of the child's is not closed.
    case episodeIsNotClosed
    /// The meeting was called off.
    case meetingIsCancelled
    /// No briefing has this number.
    case briefingIsNotKnown(Int)
    /// Somebody has taken the briefing over already.
    case briefingIsAccepted(by: String?)
    /// The records are shown as one child already.
    case childrenAreJoined
    /// The two records certainly differ in this.
    case recordsContradict(DetailKey)
    /// Somebody decided that they are two children.
    case decidedToBeTwo
    /// Already in the record: the same import again.
    case alreadyRecorded
    /// The role may not record this, or not for this child.
    case notAllowed(Role, EventWord)
    /// A guardrail of the protocol in force.
    case guardrail(GuardrailRefusal)

    /// The detail on a form beside which the refusal belongs.
    public var detail: DetailKey? {
        switch self {
        case .detailIsLacking(_, let key), .detailDoesNotBelong(_, let key), .valueIsNotAllowed(let key, _, _): key
        case .guardrail: .as
        case .liesInTheFuture, .childWasBack, .endsBeforeItStarts: .at
        case .entryIsNotHere, .isNotCorrected: .what
        case .mustNameYourself, .workerIsNotKnown: .names
        default: nil
        }
    }
}

/// A rule of the local protocol stands in the way; it names itself, its source, and the way on.
public struct GuardrailRefusal: Hashable, Sendable {
    public let rule: String
    public let says: String
    public let source: String
    /// The role that may do it with a rationale, where there is one.
    public let needs: [Role]
    /// What to do instead.
    public let wayOn: String

    public init(rule: String, says: String, source: String, needs: [Role], wayOn: String) {
        self.rule = rule
        self.says = says
        self.source = source
        self.needs = needs
        self.wayOn = wayOn
    }
}
