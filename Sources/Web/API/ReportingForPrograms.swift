// SPDX-License-Identifier: MIT

import Casework
import Matching
import Partnership
import WorkingTime

extension APICall {
    /// Reports a child missing: one whom the record has, or one who is entered with the report once the children who may
    /// be meant were looked at.
    func report() async throws -> APIAnswer {
        if let known = call.state.imported.contains(digest) ? recordedBefore(in: call.state.episodes.values) : nil {
            return known
        }
        var details = DetailsForm.read(body["details"])
        details[.digest] = .word(digest)
        if details[.to] == nil { details[.to] = .word("police") }
        if details[.agency] == nil { details[.agency] = client.agency.map { .word($0.name) } }
        let child = try await reported()
        var acts: [Act] = []
        if let child {
            try await checkIsNotReported(child)
            if details[.from] == nil {
                details[.from] = child.facts.placement(on: call.today)?.place.map { .word($0) } ?? ownHome
            }
        } else {
            acts.append(Act(.childRegistered, .newChild, occurredAt: .at(call.now), details: try await newcomer()))
            if details[.from] == nil { details[.from] = ownHome }
        }
        let subject = child.map { Act.Subject.child($0.id) } ?? .sameAsBefore
        acts.append(Act(.reported, subject, occurredAt: occurredAt, details: details))
        let receipt = try await call.site.partnership.submit(acts, by: client.account.actor)
        return recorded(receipt)
    }

    /// Where the child went missing from, where a home reports them.
    private var ownHome: DetailValue? { client.role.isCarer ? client.agency.map { .word($0.name) } : nil }

    /// The child who is named by number: one who is hidden is as one who isn't there. Nil where a new child is told of.
    private func reported() async throws -> Child? {
        switch (body["child"]?.whole, body["newChild"]) {
        case (let number?, nil):
            let id = UInt32(exactly: number).map { ChildID(number: $0) }
            guard let child = id.flatMap({ call.child($0, seeing: .identity) }) else {
                if let id { try await call.refused(id) }
                let says = "No child of this number is here for you."
                throw Problem.findings([BodyFinding(pointer: "/child", says: says)])
            }
            return child
        case (nil, _?): return nil
        default:
            throw Problem.findings([
                BodyFinding(pointer: "", says: "Say who it is: “child” by number, or “newChild”, and not both.")
            ])
        }
    }

    /// A child who is away and reported is one episode: what this program knows of it is another account.
    private func checkIsNotReported(_ child: Child) async throws {
        guard let open = call.state.openEpisode(of: child.id), open.facts.reportedAt != nil,
            call.access.maySee(.outline, of: child.id)
        else { return }
        try await call.shows([child.id])
        var problem = Problem(
            .alreadyReported, "The child is away, and the episode is open.",
            "Send what you know of it as an account of that episode.")
        problem.more = [
            .init(name: "episode", value: .whole(Int64(open.id.number))),
            .init(name: "accounts", value: .text("/api/v1/episodes/\(open.id.number)/accounts")),
        ]
        throw problem
    }

    private func newcomer() async throws -> Details {
        var details = DetailsForm.read(body["newChild"])
        if details[.name] == nil {
            let parts = [DetailKey.forenames, .surname].compactMap { details.text($0) }
            if parts.isEmpty {
                let says = "Their name is needed, or what they are called."
                throw Problem.findings([BodyFinding(pointer: "/newChild/name", says: says)])
            }
            details[.name] = .text(parts.joined(separator: " "))
        }
        if let born = details.date(.born), call.today < born {
            let says = "This date has not come yet."
            throw Problem.findings([BodyFinding(pointer: "/newChild/born", says: says)])
        }
        if details[.born] != nil, details[.bornCertainty] == nil { details[.bornCertainty] = .word("exact") }
        if details[.lookedAfter] == nil { details[.lookedAfter] = .flag(client.role.isCarer) }
        if details[.responsible] == nil {
            let authority = client.agency.flatMap { call.state.agencies[$0]?.authority }
            details[.responsible] = authority.map { .word($0.name) }
        }
        if body["isNobodyKnown"]?.flag != true { try await checkIsNobodyKnown(details) }
        return details
    }

    /// Shows the children who may be meant before a second record of one is begun.
    private func checkIsNobodyKnown(_ details: Details) async throws {
        let likely = LikelyChildren(call).of(SoughtChild(details))
        if likely.seen.isEmpty && likely.hidden.isEmpty { return }
        let name = details.text(.name) ?? ""
        try await call.searched(name, finding: likely.seen.map(\.child.id), hidden: likely.hidden)
        if likely.seen.isEmpty { return }
        var problem = Problem(
            .perhapsKnown, "The record has children who may be meant.",
            "Report one of them by number, or send it again with “isNobodyKnown”.")
        problem.more = [
            .init(
                name: "children",
                value: .list(likely.seen.map { found($0.child, isSame: false, why: $0.why) }))
        ]
        throw problem
    }
}
