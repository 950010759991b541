// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Something of the child's record that stands before the first dated event.
struct SetUp {
    let child: ChildID
    let word: EventWord
    let details: Details
    let role: Role
}

extension ScenarioReader {
    static let childKeys = [
        "name", "born", "sex", "school", "lookedAfter", "becameLookedAfter", "statuses", "knownRisks", "placement",
        "responsible", "subjectToRestriction", "unaccompanied", "penPicture", "allocated",
    ]

    func child(_ key: String, _ node: PackNode) {
        let id = ChildID(number: UInt32(children.count + 1))
        children.append((key, id))
        let empty = PackNode(.mapping([]), file: node.file, line: node.line)
        let isEmpty = if case .nothing = node.content { true } else { false }
        guard let fields = Fields(isEmpty ? empty : node, "a child", known: Self.childKeys, faults: faults) else {
            return
        }
        var identity: Details = [.name: .text(fields["name"].flatMap { faults.text($0, "“name”") } ?? key)]
        let born = fields["born"].flatMap { faults.date($0, "“born”") }
        identity[.born] = born.map { .date($0) }
        for detail in [DetailKey.sex, .school, .responsible] {
            identity[detail] = fields[detail.name].flatMap { faults.text($0, "“\(detail.name)”") }.map { .word($0) }
        }
        add(id, .childRegistered, identity)
        let placed = fields["placement"].flatMap { placement($0, born) }
        let longAgo = born ?? CivilDate(daysSince1970: 10_957)
        var statuses = fields["statuses"].map { $0.items.compactMap { status($0, longAgo) } } ?? []
        if flag(fields, "lookedAfter") {
            let since = fields["becameLookedAfter"].flatMap { faults.date($0, "“becameLookedAfter”") }
            statuses.append((StatusSpan.lookedAfter, since ?? placed?.since ?? longAgo))
        }
        for (key, name) in [("subjectToRestriction", "subject-to-restriction"), ("unaccompanied", "unaccompanied")]
        where flag(fields, key) { statuses.append((name, longAgo)) }
        for status in statuses {
            add(id, .statusStarted, [.kind: .word(status.kind), .since: .date(status.since)])
        }
        if let placed { add(id, .placementStarted, placed.details) }
        if let risks = fields["knownRisks"] { for risk in risks.items { knownRisk(id, risk) } }
        if flag(fields, "penPicture") { add(id, .penPictureWritten, [.description: .text("")]) }
        for role in allocated(fields["allocated"], statuses.map(\.kind)) {
            add(id, .allocated, [.role: .word(role.rawValue), .worker: .word(role.rawValue)])
        }
    }

    private func add(_ child: ChildID, _ word: EventWord, _ details: Details, by role: Role = .socialWorker) {
        setUps.append(SetUp(child: child, word: word, details: details, role: role))
    }

    private func flag(_ fields: Fields, _ key: String) -> Bool {
        fields[key].flatMap { faults.flag($0, "“\(key)”") } ?? false
    }

    private func status(_ node: PackNode, _ longAgo: CivilDate) -> (kind: String, since: CivilDate)? {
        if node.scalar != nil { return faults.text(node, "A status").map { ($0, longAgo) } }
        guard let fields = Fields(node, "a status", known: ["kind", "since"], faults: faults) else { return nil }
        let since = fields["since"].flatMap { faults.date($0, "“since”") } ?? longAgo
        return fields.need("kind", "a status").flatMap { faults.text($0, "“kind”") }.map { ($0, since) }
    }

    private func placement(_ node: PackNode, _ born: CivilDate?) -> (since: CivilDate?, details: Details)? {
        let known = ["kind", "since", "place", "provider", "host", "outOfArea", "legalStatus", "postcode"]
        guard let fields = Fields(node, "a placement", known: known, faults: faults) else { return nil }
        var details = Details()
        for key in [DetailKey.kind, .place, .provider, .host, .legalStatus, .postcode] {
            details[key] = fields[key.name].flatMap { faults.text($0, "“\(key.name)”") }.map { .word($0) }
        }
        if fields["kind"] == nil { _ = fields.need("kind", "a placement") }
        let since = fields["since"].flatMap { faults.date($0, "“since”") }
        details[.since] = .date(since ?? born ?? CivilDate(daysSince1970: 10_957))
        if flag(fields, "outOfArea") { details[.outOfArea] = .flag(true) }
        return (since, details)
    }

    private func knownRisk(_ child: ChildID, _ node: PackNode) {
        if node.scalar != nil {
            if let kind = faults.text(node, "A risk") { add(child, .riskNoted, [.kind: .word(kind)]) }
            return
        }
        guard let fields = Fields(node, "a risk", known: ["kind", "by"], faults: faults) else { return }
        let role = fields["by"].flatMap { faults.choice($0, "role", of: Role.self) } ?? .socialWorker
        if let kind = fields.need("kind", "a risk").flatMap({ faults.text($0, "“kind”") }) {
            add(child, .riskNoted, [.kind: .word(kind)], by: role)
        }
    }

    /// Who is allocated: as written, else whom a child of these statuses has.
    private func allocated(_ node: PackNode?, _ statuses: [String]) -> [Role] {
        if let node {
            if case .list(let items) = node.content, items.isEmpty { return [] }
            if node.scalar == "nobody" { return [] }
            return faults.choices(node, "role", of: Role.self) ?? []
        }
        var roles: [Role] = []
        if !statuses.isEmpty { roles.append(.socialWorker) }
        if statuses.contains(StatusSpan.lookedAfter) { roles.append(.iro) }
        return roles
    }
}
