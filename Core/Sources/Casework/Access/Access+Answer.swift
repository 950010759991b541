// SPDX-License-Identifier: MIT

import WorkingTime

extension Access {
    /// Whether they may, and why, in plain English: "You see this because you are Kezia's allocated social worker."
    public func answer(_ act: RecordAct, _ part: RecordPart, of id: ChildID) -> AccessAnswer {
        guard let child = state.child(id) else { return .notThere }
        let held = relationships(to: child)
        let grants = grants(for: child, held)
        guard grants.allows(.see) else { return .notThere }
        let name = grants.contains(.see, .identity) ? child.facts.firstName : "this child"
        if grants.contains(act, part) { return allowed(act, part, child, held, name) }
        let mayOpen = act == .see && mayBreakGlass(id)
        var says = [withheld(act, part, child, held, name)]
        if let opened = lastOpening(of: child) {
            says.append(
                "You opened what is held back until \(Spoken.moment(.at(opened.until), now: now)). That has ended.")
        }
        if mayOpen {
            says.append(
                "If a child is in danger now you may open it by stating a reason. It stays open for eight hours, those who "
                    + "own the record are told, and it is reviewed on the next working day.")
        }
        return AccessAnswer(isAllowed: false, says: says, lines: [], mayBreakGlass: mayOpen)
    }

    private func allowed(
        _ act: RecordAct, _ part: RecordPart, _ child: Child, _ held: Relationships, _ name: String
    ) -> AccessAnswer {
        var says: [String] = []
        var lines: [String] = []
        for rule in AccessRule.table where rule.roles.contains(actor.role) && rule.parts(for: act).contains(part) {
            for relationship in rule.relationships where held.contains(relationship) {
                let sentence = "\(act.youMay) because \(reason(relationship, child, name))."
                if !says.contains(sentence) { says.append(sentence) }
                if !lines.contains(rule.name) { lines.append(rule.name) }
            }
        }
        return AccessAnswer(isAllowed: true, says: says, lines: lines, mayBreakGlass: false)
    }

    private func withheld(
        _ act: RecordAct, _ part: RecordPart, _ child: Child, _ held: Relationships, _ name: String
    ) -> String {
        if part == .location, isShielded(from: child, held), lines(for: held).contains(act, .location) {
            return "Location is held back: it is shielded; those named may see it."
        }
        let isSeen = grants(for: child, held).contains(.see, part)
        let role = actor.role.spoken
        if isSeen {
            let article = role.first.map { "aeiou".contains($0.lowercased()) } ?? false ? "An" : "A"
            return "\(article) \(role) sees \(part.spoken) here, and does not \(act.verb)."
        }
        let others = readers(of: part)
        return "This part holds \(part.spoken). It is not for your role; it is for \(others)."
    }

    /// Who sees the part, by their roles.
    private func readers(of part: RecordPart) -> String {
        var seen: [String] = []
        for rule in AccessRule.table where rule.see.contains(part) && !rule.isException {
            for role in rule.roles where !seen.contains(role.spoken) { seen.append(role.spoken) }
        }
        guard let last = seen.last, 1 < seen.count else { return seen.first ?? "nobody" }
        return seen.dropLast().joined(separator: ", ") + " and " + last
    }

    private func lastOpening(of child: Child) -> GlassBreak? {
        guard child.facts.isProtected else { return nil }
        return child.facts.protection.glassBreaks.last { $0.worker == actor.worker && $0.until <= now }
    }

    /// What they or their agency are to the child, as the end of a sentence.
    private func reason(_ relationship: Relationship, _ child: Child, _ name: String) -> String {
        let agency = agency?.name ?? "your agency"
        switch relationship {
        case .responsibleAuthority: return "\(agency) is responsible for \(name)"
        case .hostAuthority: return "\(name) lives in the area of \(agency)"
        case .askedToTakeOver: return "\(agency) was asked to take the case over"
        case .authorityOfTheSchool: return "\(name) goes to a school of \(agency)"
        case .allocated: return "you are \(possessive(name)) allocated \(allocatedRole(child))"
        case .runsThePlacement: return "\(name) lives at \(agency)"
        case .caresFor: return "\(name) is placed with you"
        case .policeOfTheArea: return "\(agency) police the area of \(name)"
        case .teaches: return "\(name) goes to \(agency)"
        case .holdsInterviewReferral: return "\(possessive(name)) return interview was referred to \(agency)"
        case .sitsOnPanel: return "\(name) is on the agenda of your panel"
        case .healthOfTheArea: return "\(agency) was told of \(name)"
        case .subjectToImmigration: return "\(name) is subject to immigration restriction"
        case .registeredTheChild: return "you entered \(name) into the record"
        case .namedOnRestriction: return "you are named on the restriction of the record"
        case .brokeTheGlass:
            let until = child.facts.protection.glassBreaks.last { $0.worker == actor.worker }?.until
            return "you opened what is held back" + (until.map { ", until \(Spoken.moment(.at($0), now: now))" } ?? "")
        case .answersSubjectAccess: return "somebody asked for what is held about \(name), and it is for you to answer"
        }
    }

    private func possessive(_ name: String) -> String { name.hasSuffix("s") ? "\(name)'" : "\(name)'s" }

    private func allocatedRole(_ child: Child) -> String {
        let allocation = child.facts.allocations.last { $0.worker == actor.worker && $0.endedAt == nil }
        guard let allocation else { return actor.role.spoken }
        return Role(rawValue: allocation.role)?.spoken ?? allocation.role.replacingHyphens
    }
}

extension AccessRule {
    /// Whether somebody stands on this line by name or by their own reason, and not by their work.
    public var isException: Bool {
        !Relationships(relationships).isDisjoint(with: [
            .namedOnRestriction, .brokeTheGlass, .registeredTheChild, .answersSubjectAccess,
        ])
    }
}

extension RecordAct {
    /// As it begins a sentence.
    fileprivate var youMay: String {
        switch self {
        case .see: "You see this"
        case .add: "You may add to this"
        case .decide: "You may decide on this"
        case .export: "You may take this out of the record"
        }
    }

    fileprivate var verb: String {
        switch self {
        case .see: "see it"
        case .add: "add to it"
        case .decide: "decide on it"
        case .export: "take it out of the record"
        }
    }
}

extension ChildFacts {
    /// What the child is called from day to day.
    public var firstName: String {
        knownAs ?? identity.text(.forenames)?.split(separator: " ").first.map(String.init)
            ?? name.split(separator: " ").first.map(String.init) ?? name
    }
}
