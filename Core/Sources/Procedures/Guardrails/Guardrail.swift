// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A rule of the local protocol that stands in the way of a command, and lets it through only with authority.
///
/// It never stands in the way of recording that something happened: a breach is recorded, and flagged.
public struct Guardrail: Sendable {
    /// Somebody else who may do it, in circumstances.
    public struct Exception: Sendable {
        let match: Match
        let when: Condition?
    }

    public let id: String
    /// The commands it looks at.
    public let refuses: Match
    /// What must be so before the command.
    public let when: Condition?
    /// Who may do it all the same; empty for nobody.
    public let needs: [Role]
    public let exceptions: [Exception]
    public let says: String
    public let wayOn: String
    public let source: String

    /// Every condition that it looks at.
    var conditions: [Condition] { ([when] + exceptions.map(\.when)).compactMap { $0 } }

    var refusal: GuardrailRefusal {
        GuardrailRefusal(rule: id, says: says, source: source, needs: needs, wayOn: wayOn)
    }
}

/// Asks the guardrails of a pack about a command before it is recorded.
public struct Guardrails: Sendable {
    public let pack: ProtocolPack
    public let calendars: Calendars

    public init(pack: ProtocolPack, calendars: Calendars) {
        self.pack = pack
        self.calendars = calendars
    }

    /// The first guardrail that refuses `act` by somebody in this role, as the episode stands; nil where none does.
    /// A decision in a word that the pack's vocabulary does not have is refused too, under the rule `vocabulary`.
    /// An act on the child's own record may belong to no episode.
    public func check(
        _ act: Act, by role: Role, episode: Episode?, child: Child, others: [Episode] = []
    ) -> GuardrailRefusal? {
        let stated = episode ?? Episode(id: EpisodeID(number: 0), child: child.id, lookedAfter: false)
        return refuse(act.word, by: role, act.details, at: act.occurredAt.earliest, stated, child, others)
    }

    /// The guardrails that a recorded event broke when it happened: they are shown beside it.
    public func breaches(by mark: Mark, episode: Episode, child: Child, others: [Episode] = []) -> [GuardrailRefusal] {
        let before = History(episode.history.recorded.filter { $0.position < mark.position })
        let earlier = Episode(
            id: episode.id, child: episode.child, lookedAfter: episode.facts.lookedAfter, history: before)
        return refuse(mark.word, by: mark.by, mark.details, at: mark.clockTime, earlier, child, others).map { [$0] }
            ?? []
    }

    private func refuse(
        _ word: EventWord, by role: Role, _ details: Details, at instant: Instant, _ episode: Episode, _ child: Child,
        _ others: [Episode]
    ) -> GuardrailRefusal? {
        let texts = TextSet(details)
        let gives = { (key: DetailKey) in details[key] != nil || texts.contains(key) }
        let concerned = pack.guardrails.filter { $0.refuses.accepts(word, by: role, details, gives: gives) }
        guard !concerned.isEmpty else { return pack.refusal(of: word, details) }
        let course = Course(
            episode, child: child, others: others.filter { $0.id != episode.id }, at: instant, calendars: calendars,
            officeHours: pack.officeHours)
        let moment = course.moment(at: instant)
        let refusing = concerned.first { guardrail in
            guard guardrail.when?.holds(in: moment) ?? true else { return false }
            if role.acts(forOneOf: guardrail.needs) { return false }
            return !guardrail.exceptions.contains { exception in
                exception.match.accepts(word, by: role, details, gives: gives)
                    && (exception.when?.holds(in: moment) ?? true)
            }
        }
        return refusing?.refusal ?? pack.refusal(of: word, details)
    }
}
