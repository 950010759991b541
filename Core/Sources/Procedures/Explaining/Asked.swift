// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// One thing that a condition asks of an episode, and whether it was so at an instant.
public struct Asked: Hashable, Sendable {
    /// "the child is looked after"
    public let text: String
    public let isSo: Bool
}

/// Why a duty stands as it does for one episode: where each instance stands, and what it asks for.
public struct DutyExplanation: Sendable {
    public let standings: [DutyStanding]
    /// What it is needed while; each as it was at the instant.
    public let needed: [Asked]
    /// What has to be so besides for a need to begin: the duty's own and whom the protocol covers.
    public let begins: [Asked]

    /// How things stand, in sentences: the reasons of each instance, or why there is none.
    public var sentences: [String] {
        var sentences: [String] = []
        for standing in standings {
            let number = standings.count > 1 ? "Instance \(standing.instance): " : ""
            let due = standing.due.map { ", \(Why.due($0))" } ?? ""
            let state = standing.state.rawValue.reduce(into: "") {
                $0 += $1.isUppercase ? " \($1.lowercased())" : "\($1)"
            }
            sentences.append("\(number)\(state.prefix(1).uppercased() + state.dropFirst())\(due).")
            sentences += standing.why.map { "  \($0)" }
        }
        if standings.isEmpty { sentences.append("It is not owed here, and was not before.") }
        sentences.append("What it asks, and how that stood then:")
        sentences += needed.map { "  \($0.isSo ? "yes" : "no"): \($0.text)" }
        sentences += begins.map { "  \($0.isSo ? "yes" : "no"), to begin with: \($0.text)" }
        return sentences
    }
}

extension DutyBook {
    /// Why a duty of the pack stands as it does for an episode at `instant`; nil where it is none of the pack's, or
    /// nothing had happened by then. A duty on the child's whole record looks at that instead: then `episode` may be
    /// left out, and `areaFirings` are those over all children.
    public func explanation(
        of id: String, for episode: Episode?, child: Child, others: [Episode] = [], areaFirings: [Firing] = [],
        at instant: Instant
    ) -> DutyExplanation? {
        guard let duty = pack.duty(id) else { return nil }
        let others = others.filter { $0.id != episode?.id }
        let episodes = others + [episode].compactMap { $0 }
        let firings = ChildFirings(
            of: child, episodes: episodes, given: areaFirings, pack: pack, calendars: calendars, at: instant)
        return withExtendedLifetime(firings) {
            if duty.isAboutChild {
                return explanation(of: duty, in: firings.course) {
                    childStandings(of: child, episodes: episodes, areaFirings: areaFirings, at: instant)
                }
            }
            guard let episode else { return nil }
            let course = Course(
                episode, child: child, others: others, at: instant, calendars: calendars,
                officeHours: pack.officeHours, firings: { firings.firings(of: $0) })
            return explanation(of: duty, in: course) {
                standings(of: episode, child: child, others: others, at: instant)
            }
        }
    }

    private func explanation(
        of duty: Duty, in course: Course, standings: () -> [DutyStanding]
    ) -> DutyExplanation? {
        guard course.first != nil else { return nil }
        let moment = course.moment(at: course.now)
        return DutyExplanation(
            standings: standings().filter { $0.duty == duty.id }, needed: duty.when.asked(in: moment),
            begins: [duty.once, pack.covers].compactMap { $0 }.flatMap { $0.asked(in: moment) })
    }
}

extension Condition {
    /// What it asks, part by part, and whether each is so.
    func asked(in moment: Moment) -> [Asked] {
        if case .all(let parts) = self { return parts.flatMap { $0.asked(in: moment) } }
        if clause.isAlways { return [] }
        return [Asked(text: clause.text, isSo: holds(in: moment))]
    }
}

extension Guardrails {
    /// What a guardrail asks before it stands in the way, and whether each was so; empty where it asks nothing.
    public func asked(
        by id: String, of episode: Episode?, child: Child, others: [Episode] = [], at instant: Instant
    ) -> [Asked] {
        guard let condition = pack.guardrails.first(where: { $0.id == id })?.when else { return [] }
        let stated = episode ?? Episode(id: EpisodeID(number: 0), child: child.id, lookedAfter: false)
        let course = Course(
            stated, child: child, others: others.filter { $0.id != stated.id }, at: instant, calendars: calendars,
            officeHours: pack.officeHours)
        return condition.asked(in: course.moment(at: instant))
    }
}
