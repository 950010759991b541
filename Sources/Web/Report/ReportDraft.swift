// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// A report in the making: everything typed so far, kept on the server for its writer.
struct ReportDraft: Sendable {
    /// Random; it also keeps a report that is sent twice from being recorded twice.
    let id: String
    var fields: FormFields
    let keptAt: Instant?

    static let prefix = "report/"
    var name: String { ReportDraft.prefix + id }
    var path: String { "/report/\(id)" }

    init(id: String, fields: FormFields = FormFields(), keptAt: Instant? = nil) {
        self.id = id
        self.fields = fields
        self.keptAt = keptAt
    }

    /// The draft `id` of somebody's own; nil where it is nobody's or another's.
    init?(_ id: String, of account: Account, in accounts: Accounts) async throws {
        guard id.utf8.count == 43, let kept = try await accounts.draft(ReportDraft.prefix + id, of: account) else {
            return nil
        }
        self.init(id: id, fields: kept.fields, keptAt: kept.keptAt)
    }

    /// The step that follows whom it is about: first checks are for who is where the child should be.
    static func afterChild(_ call: Call) -> String {
        call.account.role.mayRecord(.checksStarted) ? "checks" : "seen"
    }

    /// Whether the child is looked after, as far as was said: who runs a home reports those who live there.
    func isLookedAfter(_ call: Call) -> Bool {
        fields["lookedAfter"].isEmpty ? call.account.role.isCarer : fields["lookedAfter"] != "no"
    }

    /// Whom it is about, once they are in the record.
    var about: ChildID? { UInt32(fields["child"]).map { ChildID(number: $0) } }

    /// The child, once known to the record, where the writer still may see them.
    func child(_ call: Call) -> Child? { about.flatMap { call.child($0, seeing: .identity) } }

    func childName(_ call: Call) -> String {
        child(call).map { Telling(state: call.state, now: call.now).nameWithAge($0) } ?? fields["name"]
    }

    var hasStarted: Bool { !fields["started"].isEmpty }
    var isUrgent: Bool { fields["imminentRisk"] == "yes" }
    var deadline: Instant? { try? TimeText.instant(fields["finish-by"]) }

    /// "Just now" is said once: from then on it is the time at which it was said.
    mutating func settleNow(_ now: Instant) {
        guard fields["missingSince.how"] == "now" else { return }
        TimeFields.write(.at(now), as: "missingSince", into: &fields)
    }

    func keep(_ call: Call) async throws { try await call.site.accounts.keep(fields, as: name, for: call.account) }

    /// What a report of ours asks, in the order asked.
    static let asked: [DetailKey] = [
        .missingSince, .lastSeen, .lastSeenAt, .lastSeenBy, .clothing, .with, .circumstances, .belongings, .intentions,
        .phones, .description, .medical, .associates, .photo, .rationale,
    ]

    static func reportFields(_ call: Call) -> [ActField] {
        let setting = Choices.Setting(
            state: call.state, pack: call.site.partnership.shelf.standing, role: call.account.role)
        return asked.map { ActField($0, of: .reported, isRequired: $0 == .missingSince, in: setting) }
    }

    /// The details of the report as typed so far.
    func details(_ call: Call, faults: inout [FieldFault]) -> Details {
        var details = DetailFields.read(ReportDraft.reportFields(call), in: fields, now: call.now, faults: &faults)
        let checked = fields.values("checked").flatMap { $0.split(separator: "\n").map { String($0).trimmed } }
        if !checked.isEmpty { details[.checked] = .words(checked) }
        if let from = from(call) { details[.from] = .word(from) }
        details[.to] = .word("police")
        if isUrgent { details[.imminentRisk] = .flag(true) }
        if let agency = call.account.agency { details[.agency] = .word(agency.name) }
        if !fields["reference"].isEmpty { details[.reference] = .word(fields["reference"]) }
        details[.digest] = .word("report-\(id)")
        return details
    }

    private func from(_ call: Call) -> String? {
        child(call)?.facts.placement(on: call.today)?.place
            ?? (call.account.role.isCarer ? call.account.agency?.name : nil)
    }

    /// Which items of the protocol's minimum are lacking so far.
    func lacking(_ call: Call, details: Details, penPicture: Event?) -> [ReportItem] {
        let identity = child(call)?.facts.identity ?? [:]
        let isLookedAfter = child(call)?.facts.isLookedAfter(on: call.today) ?? isLookedAfter(call)
        let pack = call.site.partnership.shelf.standing
        return pack.reportItems.filter { item in
            if item.lookedAfterOnly && !isLookedAfter { return false }
            return !item.heldBy.contains { key in
                details[key] != nil || identity[key] != nil || penPicture?.details[key] != nil
            }
        }
    }
}
