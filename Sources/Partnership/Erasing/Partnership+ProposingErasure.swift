// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A record to be erased, as one person proposes it and another confirms it.
public struct PlannedErasure: Hashable, Sendable {
    public let child: ChildID
    public let ground: ErasureGround
    /// Why, and where the decision is written down: it stays when the record is gone.
    public let reason: String
    /// What is to happen with each text elsewhere that may name the child, by the mention's id.
    public let decided: [String: String]

    public init(child: ChildID, ground: ErasureGround, reason: String, decided: [String: String] = [:]) {
        (self.child, self.ground, self.reason, self.decided) = (child, ground, reason, decided)
    }
}

extension Partnership {
    /// Proposes to erase a child's record. Nothing is erased: somebody else confirms it.
    ///
    /// Throws an ``ErasureRefusal`` where it could not be confirmed either.
    public func proposeErasure(_ planned: PlannedErasure, by actor: Actor) async throws -> Receipt {
        guard actor.role.mayErase, let worker = actor.worker else { throw ErasureRefusal.notAllowed(actor.role) }
        let open = try await mentions(of: planned.child).map(\.id).filter { planned.decided[$0] == nil }
        let now = now
        let receipt = try await submitTrusted(by: actor) { state in
            guard let child = state.child(planned.child) else { throw ErasureRefusal.childIsNotKnown }
            try state.checkErasure(of: planned.child, on: planned.ground, schedule: .england, at: now)
            try planned.checkReason(for: child)
            if child.facts.protection.erasure != nil { throw ErasureRefusal.alreadyProposed }
            if !open.isEmpty { throw ErasureRefusal.mentionsAreNotReviewed(open) }
            return [planned.proposal(by: worker, at: now)]
        }
        guard let receipt else { preconditionFailure("a proposal is one act") }
        return receipt
    }

    /// Takes the proposal back.
    public func withdrawErasure(of child: ChildID, because reason: String, by actor: Actor) async throws {
        guard actor.role.mayErase else { throw ErasureRefusal.notAllowed(actor.role) }
        let now = now
        _ = try await submitTrusted(by: actor) { state in
            guard let known = state.child(child) else { throw ErasureRefusal.childIsNotKnown }
            guard known.facts.protection.erasure != nil else { throw ErasureRefusal.nothingIsProposed }
            if reason.isEmpty { throw ErasureRefusal.reasonIsLacking }
            return [
                Act(.erasureWithdrawn, .child(child), occurredAt: .at(now), details: [.reason: .text(reason)])
            ]
        }
    }

    /// What was proposed, with its reason and what was decided about each mention; nil where nothing is.
    public func proposedErasure(of child: ChildID) async throws -> PlannedErasure? {
        guard let proposal = state.child(child)?.facts.protection.erasure else { return nil }
        for case .event(let event, _) in try await whole([proposal.position]) {
            let answers = event.details.answers(.answers).map { ($0.question, $0.answer) }
            return PlannedErasure(
                child: child, ground: proposal.ground, reason: event.details.text(.reason) ?? "",
                decided: Dictionary(answers) { first, _ in first })
        }
        return nil
    }
}

extension PlannedErasure {
    func checkReason(for child: Child) throws(ErasureRefusal) {
        if reason.allSatisfy(\.isWhitespace) { throw .reasonIsLacking }
        if let name = NameBook(of: child).mentions(in: reason).first { throw .reasonNamesTheChild(name) }
        let keys: [DetailKey] = [.childReference, .upn, .nhsNumber, .policeReference, .homeOfficeReference]
        for number in keys.compactMap({ child.facts.identity.word($0) }) where reason.contains(number) {
            throw .reasonNamesTheChild(number)
        }
    }

    fileprivate func proposal(by worker: String, at instant: Instant) -> Act {
        var details: Details = [
            .worker: .word(worker), .ground: .word(ground.rawValue), .reason: .text(reason),
        ]
        let answers = decided.sorted { $0.key < $1.key }.map { Answer(question: $0.key, answer: $0.value) }
        if !answers.isEmpty { details[.answers] = .answers(answers) }
        return Act(.erasureProposed, .child(child), occurredAt: .at(instant), details: details)
    }
}

extension Role {
    /// Whether erasing records is this role's work.
    public var mayErase: Bool { mayRecord(.childErased) }
}
