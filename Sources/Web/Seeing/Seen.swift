// SPDX-License-Identifier: MIT

import Casework
import Procedures

/// What one reader may see of one child's record: the access table's answers, part by part, taken once for a page.
///
/// What isn't seen is taken out before a view is given it, so that no view can let it slip.
struct Seen: Sendable {
    let child: ChildID
    /// What the reader may do, this child's answers found once.
    let access: Access
    private let act: RecordAct

    /// What they may see, or what of it they may also take out of the record.
    init(_ access: Access, of child: ChildID, taking act: RecordAct = .see) {
        self.child = child
        self.access = access.focused(on: child)
        self.act = act
    }

    func sees(_ part: RecordPart) -> Bool {
        access.maySee(part, of: child) && (act == .see || access.may(act, part, of: child))
    }

    /// Whether nothing of what happened to the child is held back; who looked at the record is another matter.
    var isWhole: Bool { RecordPart.allCases.allSatisfy { $0 == .audit || sees($0) } }

    /// Whether reasons are for this reader: a protocol's reasons may tell of any of these.
    var seesReasons: Bool { Seen.reasonParts.allSatisfy(sees) }

    func shows(_ word: EventWord) -> Bool { sees(word.part) }
    func shows(_ key: DetailKey, of word: EventWord) -> Bool { shows(word) && sees(word.part(of: key)) }

    /// Whether they are told of a kind of risk: some belong to the child's health, the rest to plans, and those that are
    /// about exploitation to that too.
    func shows(riskOf kind: String) -> Bool {
        if Seen.healthRisks.contains(kind) { return sees(.health) }
        return sees(.plans) && (!Seen.exploitationRisks.contains(kind) || sees(.intelligence))
    }

    /// Whether they are told that a duty stands: where they owe it, or see the episode and what discharges the duty.
    /// What others owe for a child tells how the child is held.
    func shows(_ duty: DutyStanding, to role: Role) -> Bool {
        duty.isOwed(by: role) || (sees(.episode) && shows(duty.doneBy))
    }

    /// The entry as this reader may read it; nil where even that it happened is not for them.
    ///
    /// `word` is what the entry is of: a correction belongs where the corrected entry does.
    func cut(_ event: Event, as word: EventWord) -> Event? {
        guard shows(event.word), shows(word) else { return nil }
        if [.riskNoted, .riskEnded].contains(word), let kind = event.details.word(.kind), !shows(riskOf: kind) {
            return nil
        }
        var details = Details()
        for detail in event.details.all where access.maySee(detail.key, of: event) {
            if act != .see, !sees(word.part(of: detail.key)) { continue }
            details[detail.key] = detail.value
        }
        return event.saying(details)
    }

    private static let healthRisks: Set<String> = [
        "medical", "self-harm", "substance", "mental-health", "learning-difficulty", "special-needs",
    ]
    private static let exploitationRisks: Set<String> = [
        "sexual-exploitation", "criminal-exploitation", "trafficking", "gang", "organised-abuse", "coercion",
        "radicalisation", "person-posing-risk", "risky-associates",
    ]

    /// Whether a kind of risk is about exploitation, and those behind it.
    static func isOfExploitation(_ kind: String) -> Bool { exploitationRisks.contains(kind) }

    private static let reasonParts: [RecordPart] = [
        .identity, .outline, .episode, .education, .location, .health, .intelligence, .plans,
    ]
}

extension Event {
    /// The same event with these details in place of its own.
    func saying(_ details: Details) -> Event {
        Event(
            word, child: child, episode: episode, occurredAt: occurredAt, recordedAt: recordedAt, by: by,
            details: details)
    }
}

extension Call {
    func seen(of child: ChildID) -> Seen { Seen(access, of: child) }
}
