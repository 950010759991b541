// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures
import WorkingTime

/// One briefing, as far as its reader may see the children in it.
struct BriefingModel: Sendable {
    struct Line: Sendable {
        let child: Child
        let handed: HandedOverChild
        /// The outgoing person's words; nil where they wrote none.
        let words: String?
        /// The episode as it was known when the briefing was made.
        let then: Episode?
        let now: Episode?
        /// Who read it, where somebody has.
        let readBy: Actor?

        /// Who was away when it was made, the gravest risk first.
        fileprivate var order: (Int, Int, UInt32) {
            let isAway = then?.facts.isOpen ?? false
            let grade = then?.facts.grade.flatMap { RiskGrade.allCases.firstIndex(of: $0) } ?? -1
            return (isAway ? 0 : 1, isAway ? -grade : 0, child.id.number)
        }
    }

    let handOver: HandOver
    let standing: HandOverStanding
    /// What was said of the shift as a whole.
    let words: String?
    let lines: [Line]
    /// How many children stand in it whom this reader does not see.
    let hidden: Int
    let mayAccept: Bool
    let mayPassOn: Bool

    /// Nil where there is no such briefing of the visitor's own agency.
    init?(_ call: Call) async throws {
        guard let handOver = call.parameters["briefing"].flatMap({ Int($0) }).flatMap({ call.state.handOvers[$0] }),
            handOver.from.agency == call.account.agency
        else { return nil }
        self.handOver = handOver
        standing = HandOverStanding(handOver, by: call.handOverRule(for: handOver.from.kind), at: call.now)
        words = call.state.partnershipEvents.last {
            $0.word == .briefingMade && $0.details.number(.what) == handOver.number
        }?.details.text(.narrative)
        let (access, state) = (call.access, call.state)
        let handed = state.children(in: handOver).filter { access.maySee(.episode, of: $0.child) }
        hidden = max(0, handOver.childCount - handed.count)
        var lines: [Line] = []
        for each in handed {
            if let line = try await Self.line(each, handOver, call) { lines.append(line) }
        }
        self.lines = lines.sorted { $0.order < $1.order }
        let team = Team(of: call.account.actor)
        let isMine = call.account.worker == handOver.madeBy
        mayAccept = handOver.isOpen && !isMine && (team.map(handOver.isFor) ?? false)
        mayPassOn = handOver.isOpen && team != nil
    }

    private static func line(_ handed: HandedOverChild, _ handOver: HandOver, _ call: Call) async throws -> Line? {
        guard let child = call.state.child(handed.child) else { return nil }
        let episode = handed.episode.flatMap { call.state.episode($0) }
        let marks = (episode?.history.recorded ?? []) + child.history.recorded
        let wanted = [handed.position, handed.readAt].compactMap(\.self)
        var words: String?
        var readBy: Actor?
        for case .event(_, let event) in try await call.told(marks.filter { wanted.contains($0.position) }, of: child) {
            switch event.word {
            case .childHandedOver: words = event.details.text(.narrative)
            case .handOverRead: readBy = event.by
            default: break
            }
        }
        return Line(
            child: child, handed: handed, words: words, then: episode?.asKnown(at: handOver.madeAt), now: episode,
            readBy: readBy)
    }

    /// The children that whoever accepts it has to have read.
    var toRead: [Line] { lines.filter { $0.handed.readAt == nil } }
}
