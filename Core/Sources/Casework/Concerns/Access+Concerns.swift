// SPDX-License-Identifier: MIT

extension Access {
    /// Whether they read the register of places and people of concern: those whose daily work with the children of an
    /// area, and not with one child, shows them exploitation.
    public var readsConcerns: Bool { agency != nil && actor.role.readsConcerns }

    /// Whether they may read one entry: a reader of the register who is not kept out of it by name.
    public func mayRead(_ entry: ConcernEntry) -> Bool {
        guard readsConcerns else { return false }
        guard let names = entry.names else { return true }
        return actor.worker.map(names.contains) ?? false
    }

    /// Whether they may read an event of the register: the entry that it is about, whether it entered it or came later.
    func mayReadRegister(_ event: Event) -> Bool {
        guard readsConcerns else { return false }
        let numbers = [event.details.number(.concern), event.details.number(.what)].compactMap { $0 }
        let entries =
            numbers.isEmpty
            ? state.concerns.entries.filter { $0.records.first?.event == event }
            : numbers.compactMap { state.concerns[$0] }
        return !entries.isEmpty && entries.allSatisfy(mayRead)
    }

    /// Whether what a child's record says of an entry may be shown to them: what the child's record lets them see, and
    /// for a place also where the child was. The entry's own page is another question.
    public func maySeeTie(of child: ChildID, to entry: ConcernEntry) -> Bool {
        guard maySee(.existence, of: child), maySee(.intelligence, of: child) else { return false }
        return entry.kind == .person || maySee(.location, of: child)
    }
}

extension Role {
    /// Whether some line of the access table shows the role exploitation because of the area it works for.
    public var readsConcerns: Bool {
        let area: Relationships = [.responsibleAuthority, .hostAuthority, .policeOfTheArea, .sitsOnPanel]
        return AccessRule.table.contains { rule in
            rule.roles.contains(self) && !rule.isException && rule.see.contains(.intelligence)
                && !Relationships(rule.relationships).isDisjoint(with: area)
        }
    }
}
