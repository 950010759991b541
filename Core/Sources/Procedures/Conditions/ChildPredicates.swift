// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension PredicateForm {
    /// What the child's record says held.
    static let childPredicates: [PredicateForm] = [
        flag(
            "looked-after", "Looked after when the episode began, or now.", says: "the child is looked after",
            on: .facts.and(.child)
        ) {
            $0.isLookedAfter
        },
        flag(
            "in-or-leaving-care",
            "Looked after when the episode began, or now; or a care leaver who was not yet 18 when it began.",
            says: "the child is looked after, or is a care leaver under 18", on: .facts.and(.child)
        ) { $0.isLookedAfter || $0.isYoungCareLeaver },
        flag("at-home", "Not looked after.", says: "the child lives at home", on: .facts.and(.child)) {
            !$0.isLookedAfter
        },
        words(
            "placement", "The kind of placement that holds.", takes: "childrens-home", among: nil, on: .child,
            holds: { moment, words in moment.child.placement(on: moment.date).map { words.contains($0.kind) } ?? false
            },
            says: { moment, _ in
                "the placement is \(moment.child.placement(on: moment.date)?.kind.replacingHyphens ?? "not known")"
            }),
        flag(
            "placed-out-of-area", "The placement says so, or its host is not the responsible authority.",
            says: "the child is placed outside the responsible authority's area", on: .child
        ) { moment in
            guard let placement = moment.child.placement(on: moment.date) else { return false }
            if placement.outOfArea { return true }
            guard let host = placement.host, let responsible = moment.child.responsible else { return false }
            return host != responsible
        },
        words(
            "status", "A status that holds.", takes: "child-protection-plan", among: nil, on: .child,
            holds: { moment, words in words.contains { moment.child.has(status: $0, on: moment.date) } },
            says: { moment, words in
                let held = words.filter { moment.child.has(status: $0, on: moment.date) }
                return "the child's status: \(held.map(\.replacingHyphens).joined(separator: ", "))"
            }),
        status("subject-to-restriction", says: "the child is subject to immigration restriction"),
        status("unaccompanied", says: "the child is unaccompanied"),
        words(
            "known-risk", "A noted risk that stands; `any` for any.", takes: "sexual-exploitation", among: nil,
            on: .child,
            holds: { moment, words in
                moment.child.risks.contains {
                    $0.stands(at: moment.at) && (words.contains($0.kind) || words.contains("any"))
                }
            },
            says: { moment, words in
                let held = moment.child.risks.filter {
                    $0.stands(at: moment.at) && (words.contains($0.kind) || words.contains("any"))
                }
                let kinds = held.map { "\($0.kind.replacingHyphens) (\($0.saidBy.spoken))" }
                return "known risk: \(kinds.joined(separator: ", "))"
            }),
        elapsed(
            "looked-after-for-less-than", "Looked after for less than that when the episode started.", takes: "7 days",
            on: .facts,
            holds: { moment, length in
                guard moment.hasEpisode, let start = moment.facts.start ?? moment.course.first,
                    let since = moment.lookedAfterSince(start)
                else { return false }
                return start < London.startOfDay(since) + length
            },
            says: { _, written in "the child had been looked after for less than \(written)" }),
        flag("pen-picture", "A pen picture is on the record.", says: "a pen picture is on the record", on: .child) {
            moment in
            moment.child.penPicture.map { $0.clockTime <= moment.at } ?? false
        },
        words(
            "allocated", "Somebody is allocated in the role, now.", takes: "social-worker",
            among: Role.allCases.map(\.rawValue), on: .child,
            holds: { moment, words in words.contains { moment.child.isAllocated($0, at: moment.at) } },
            says: { _, words in "somebody is allocated as \(words.joined(separator: " or "))" }),
    ]

    private static func status(_ name: String, says: String) -> PredicateForm {
        flag(name, "A status with this name holds.", says: says, on: .child) { $0.child.has(status: name, on: $0.date) }
    }
}

extension Moment {
    /// Whether the child was looked after when the episode began, or is now.
    var isLookedAfter: Bool { facts.lookedAfter || child.isLookedAfter(on: date) }

    /// Whether a care leaver was under 18 when the episode began: at 18 what is owed stays owed.
    fileprivate var isYoungCareLeaver: Bool {
        guard child.has(status: "care-leaver", on: date) else { return false }
        let began = facts.start ?? course.first ?? at
        return child.age(on: London.date(of: began)).map { $0 < 18 } ?? true
    }

    /// Since when the child had been looked after at `instant`.
    fileprivate func lookedAfterSince(_ instant: Instant) -> CivilDate? {
        let date = London.date(of: instant)
        let statuses = child.statuses.filter { status in
            status.kind == StatusSpan.lookedAfter && status.since <= date && (status.until.map { date < $0 } ?? true)
        }
        return statuses.map(\.since).min() ?? child.placement(on: date)?.since
    }
}

extension ChildFacts {
    /// Whether a worker was allocated in a role at `instant`.
    func isAllocated(_ role: String, at instant: Instant) -> Bool {
        allocations.contains { $0.role == role && $0.since <= instant && ($0.endedAt.map { instant < $0 } ?? true) }
    }
}
