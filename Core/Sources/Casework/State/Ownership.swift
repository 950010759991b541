// SPDX-License-Identifier: MIT

import WorkingTime

/// Who has something that can be passed on: an offer moves nothing, and only its acceptance does.
public struct Ownership: Hashable, Sendable {
    /// Whoever took it over; nil while nobody has, so that it is still with whoever had it first.
    public private(set) var owner: AgencyID?
    /// To whom it was offered, while they have not answered. Until they accept, it stays where it is.
    public private(set) var offeredTo: AgencyID?
    /// When it was offered, while that is open.
    public private(set) var offeredAt: Instant?
    /// When the owner took it over.
    public private(set) var acceptedAt: Instant?

    public init() {}

    /// Whether somebody has been asked and has not answered.
    public var isOffered: Bool { offeredTo != nil }

    mutating func offer(_ mark: Mark) {
        (offeredTo, offeredAt) = (mark.details.word(.to).map { AgencyID($0) }, mark.clockTime)
    }

    mutating func accept(_ mark: Mark) {
        guard let accepter = mark.details.word(.agency).map({ AgencyID($0) }) ?? offeredTo else { return }
        (owner, acceptedAt) = (accepter, mark.clockTime)
        (offeredTo, offeredAt) = (nil, nil)
    }

    mutating func refuse() { (offeredTo, offeredAt) = (nil, nil) }
}

/// The two things about an episode that agencies pass on.
public enum OwnedPart: CaseIterable, Hashable, Sendable {
    /// The police investigation, between areas or forces. Source: WMP.
    case police
    /// What the responsible authority does for the child, between authorities. Source: SG ¶58.
    case care

    /// The word of the event with which it is offered.
    public var offered: EventWord { self == .police ? .transferOffered : .handOverOffered }
    /// The word of the event with which it goes over.
    public var accepted: EventWord { self == .police ? .transferAccepted : .handOverAccepted }
    /// The word of the event with which the offer is turned down.
    public var refused: EventWord { self == .police ? .transferRefused : .handOverRefused }

    /// The part that an answer is about.
    init?(answeredBy word: EventWord) {
        guard let part = OwnedPart.allCases.first(where: { word == $0.accepted || word == $0.refused }) else {
            return nil
        }
        self = part
    }
}

extension Ownership {
    /// What follows from marks in the order in which they happened.
    public init(of part: OwnedPart, _ marks: some Sequence<Mark>) {
        for mark in marks {
            switch mark.word {
            case part.offered: offer(mark)
            case part.accepted: accept(mark)
            case part.refused: refuse()
            default: break
            }
        }
    }
}

extension Episode {
    /// Who has this part now, by the history as it stands.
    public func ownership(of part: OwnedPart) -> Ownership { Ownership(of: part, history.standing) }
}
