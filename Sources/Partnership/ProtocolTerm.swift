// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// A time in which one protocol governed what began for an authority.
public struct ProtocolTerm: Sendable {
    public let pack: String
    /// Nil where nothing was adopted: the protocol that stands by itself.
    public let adoption: Adoption?
    public let from: Instant?
    /// The instant at which the next one takes over.
    public let until: Instant?
}

extension ProtocolShelf {
    /// What was in force for an authority in turn, the earliest first. An adoption that a later one overtook before it
    /// began is not among them.
    public func terms(for authority: AgencyID?, in state: State) -> [ProtocolTerm] {
        let heard = state.adoptions.filter { $0.authority == nil || $0.authority == authority }
        var terms = [(standing.id, Adoption?.none, Instant?.none)]
        for instant in Set(heard.map(\.openFrom)).sorted() {
            guard let governing = heard.last(where: { $0.openFrom <= instant }), governing != terms.last?.1 else {
                continue
            }
            terms.append((governing.pack, governing, instant))
        }
        return terms.indices.map { index in
            ProtocolTerm(
                pack: terms[index].0, adoption: terms[index].1, from: terms[index].2,
                until: index + 1 < terms.count ? terms[index + 1].2 : nil)
        }
    }

    /// What governs an episode that begins at `instant` for an authority.
    public func term(at instant: Instant, for authority: AgencyID?, in state: State) -> ProtocolTerm {
        let terms = terms(for: authority, in: state)
        return terms.last { $0.from.map { $0 <= instant } ?? true } ?? terms[0]
    }
}
