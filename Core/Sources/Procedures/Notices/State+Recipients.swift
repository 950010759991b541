// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension State {
    /// Who is told of a notice: nobody who may not know of the child. In the order of their short names; empty where
    /// nobody here has the role.
    public func recipients(of notice: OwedNotice, at instant: Instant) -> [Worker] {
        let here = workers.values.filter { !$0.hasLeft }.sorted { $0.id < $1.id }
        switch notice.to {
        case .team(let team): return here.filter { Team(of: $0.actor) == team }
        case .group(let group, let agency):
            let may = here.filter { worker in
                group.includes(worker.role) && (agency.map { isOf($0, worker) } ?? true)
                    && (notice.child.map { Access(worker.actor, in: self, at: instant).maySee(.outline, of: $0) }
                        ?? true)
            }
            // Who may act for a role is told where nobody has it: a superintendent isn't told of each constable's task.
            let own = may.filter { group.names($0.role) }
            let told = own.isEmpty ? may : own
            guard let child = notice.child else { return told }
            let allocated = told.filter {
                !Access($0.actor, in: self, at: instant).relationships(to: child).isDisjoint(with: [.allocated])
            }
            return allocated.isEmpty ? told : allocated
        }
    }

    private func isOf(_ agency: AgencyID, _ worker: Worker) -> Bool {
        worker.agency == agency || agencies[worker.agency]?.authority == agency
    }
}

extension Worker {
    /// As whom they act.
    public var actor: Actor { Actor(worker: id, role: role, agency: agency) }
}

extension RoleGroup {
    /// Whether it is this very role, or one of the group's.
    fileprivate func names(_ role: Role) -> Bool {
        if case .role(let named) = self { return named == role }
        return includes(role)
    }
}
