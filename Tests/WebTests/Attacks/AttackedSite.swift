// SPDX-License-Identifier: MIT

import Casework
import Foundation
import WorkingTime

@testable import Web

/// A site on which both children have been reported and have notes that only their own people may read.
enum AttackedSite {
    static let roles: [Role] = [
        .carer, .dutyInspector, .socialWorker, .teamManager, .interviewer, .analyst, .administrator,
    ]

    /// What stands in the records of the two, and nowhere else.
    static let markers: [ChildID: [String]] = [
        TestSite.kezia: ["Kezia Adams", "otters at Larch weir", "kezia-phone-0770"],
        TestSite.sky: ["Sky Winter", "herons at Ash pond", "sky-phone-0771"],
    ]

    /// Whom the access table shows nobody in this role, in this test's world.
    static func hidden(from role: Role) -> [ChildID] {
        switch role {
        case .dutyInspector: []
        case .carer, .socialWorker, .teamManager: [TestSite.sky]
        default: [TestSite.kezia, TestSite.sky]
        }
    }

    static func run(_ body: (TestSite) async throws -> Void) async throws {
        try await TestSite.run { site in
            for child in [TestSite.kezia, TestSite.sky] {
                let marked = markers[child] ?? []
                try await site.report(
                    child, details: [.circumstances: .text(marked[1]), .lastSeenAt: .text(marked[1])])
                _ = try await site.partnership.submitTrusted(
                    [
                        Act(
                            .noteAdded, .child(child), occurredAt: .at(site.now),
                            details: [.narrative: .text("\(marked[1]), and \(marked[2])")])
                    ], by: Actor(worker: "admin", role: .administrator))
            }
            try await body(site)
        }
    }

    /// The path with `values` in place of what stands in braces, in order of their names.
    static func filled(_ path: String, _ values: [String: String]) -> String {
        values.reduce(path) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}

/// The same numbers each time: an attack that got through can be tried again.
struct SeededDice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
