// SPDX-License-Identifier: MIT

import Casework

/// Which plan that is about no child a page keeps: the area's own, or the one against what a place or a person of concern
/// does to children.
struct PlanSubject: Sendable {
    let kind: PlanLine.Kind
    /// The entry of the register that it is about.
    let concern: Int?

    static let area = PlanSubject(kind: .area, concern: nil)
    static func disrupting(_ concern: Int) -> PlanSubject { PlanSubject(kind: .disruption, concern: concern) }

    /// The address of its page.
    var path: String { concern.map { "/concerns/\($0)/plan" } ?? "/area-plan" }

    func holds(_ line: PlanLine) -> Bool { line.kind == kind && (kind == .area || line.concern == concern) }

    /// What a head is for. Source: H; BF; K.
    func says(_ goal: PlanLine.Goal) -> String {
        switch (kind, goal) {
        case (.area, .prevent): "So that fewer children go missing."
        case (.area, .protect): "So that those who do come to less harm, and are found."
        case (.area, .prepare): "So that children, families and carers have help and advice."
        case (.area, .pursue): "So that the reasons are understood, and whoever harms children is stopped."
        case (.area, .provide): "So that children and families have support."
        case (.disruption, .prevent): "So that children are not drawn here."
        case (.disruption, .protect): "So that children who come here are seen, and brought to safety."
        case (.disruption, .prepare): "So that those who work near by know what to look for, and whom to tell."
        case (.disruption, .pursue): "So that whoever harms children is stopped."
        case (.disruption, .provide): "So that children have somewhere better to go."
        }
    }
}
