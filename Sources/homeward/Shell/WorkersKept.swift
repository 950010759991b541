// SPDX-License-Identifier: MIT

import Casework
import Logging
import Partnership
import ServiceLifecycle
import Web
import WorkingTime

/// Writes into the record who works here and as what, from the sign-ins: also of those who were given one, or another
/// role, by another process while the server runs. Looks every few seconds; of several servers on one database one does.
struct WorkersKept: Service {
    let partnership: Partnership
    let accounts: Accounts
    let sharing: Sharing
    let log: Logger

    func run() async throws { await lookAgain(everySeconds: 2, look) }

    private func look() async {
        do {
            guard try await sharing.mayDoWhatOneDoes() else { return }
            let accounts = try await accounts.all()
            try await Self.record(accounts, in: partnership)
        } catch {
            log.warning("workers could not be recorded", metadata: ["fault": "\(String(reflecting: type(of: error)))"])
        }
    }

    /// Records those that the record doesn't know as what they are now; returns the agencies that were new in it.
    @discardableResult
    static func record(_ accounts: [Account], in partnership: Partnership) async throws -> [Agency.Kind: AgencyID] {
        guard accounts.contains(where: { !$0.isKnown(in: partnership.state) }) else { return [:] }
        let before = partnership.state
        let now = partnership.now
        _ = try await partnership.submitTrusted(by: Actor(role: .administrator)) { state in
            acts(for: accounts, in: state, at: now)
        }
        let added = accounts.compactMap { account -> (Agency.Kind, AgencyID)? in
            guard let agency = account.agency, before.agencies[agency] == nil else { return nil }
            return (account.likelyKind, agency)
        }
        return Dictionary(added, uniquingKeysWith: { first, _ in first })
    }

    private static func acts(for accounts: [Account], in state: State, at now: Instant) -> [Act] {
        var (acts, known): ([Act], Set<AgencyID>) = ([], [])
        for account in accounts where !account.isKnown(in: state) {
            guard let agency = account.agency else { continue }
            if state.agencies[agency] == nil, known.insert(agency).inserted {
                let details: Details = [
                    .agency: .word(agency.name), .name: .text(agency.name), .kind: .word(account.likelyKind.rawValue),
                ]
                acts.append(Act(.agencyAdded, .partnership, occurredAt: .at(now), details: details))
            }
            let details: Details = [
                .worker: .word(account.worker), .name: .text(account.name), .role: .word(account.role.rawValue),
                .agency: .word(agency.name),
            ]
            acts.append(Act(.workerAdded, .partnership, occurredAt: .at(now), details: details))
        }
        return acts
    }
}

extension Account {
    /// Whether the record knows them as what they are now. Who belongs to no agency is no worker of the record.
    fileprivate func isKnown(in state: State) -> Bool {
        guard let agency else { return true }
        guard let worker = state.workers[worker] else { return false }
        return worker.role == role && worker.agency == agency && worker.name == name && !worker.hasLeft
    }

    /// What their agency most likely is, by what they do.
    fileprivate var likelyKind: Agency.Kind {
        switch role {
        case .carer, .homeManager: .childrensHome
        case .fosterCarer: .fosteringService
        case .interviewer: .interviewProvider
        case .school: .school
        case .health: .health
        case let role where role.isPolice: .police
        default: .authority
        }
    }
}
