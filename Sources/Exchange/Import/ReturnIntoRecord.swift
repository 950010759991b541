// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Ledger
import WorkingTime

/// Brings an SSDA903 return into the record: children by the authority's own identifier, their placements, and the
/// periods they were missing or away, as exactly as the return has them: by dates.
///
/// Each row is known again by its content, so importing the same return twice changes nothing the second time.
public struct ReturnIntoRecord: Sendable {
    public let loaded: LoadedReturn
    /// The authority whose return it is.
    public let authority: AgencyID
    public let now: Instant
    /// Rows that cannot be recorded are left out and listed; otherwise one of them stops the import.
    public let leavesOutFaulty: Bool

    public init(_ loaded: LoadedReturn, authority: AgencyID, now: Instant, leavesOutFaulty: Bool = false) {
        (self.loaded, self.authority, self.now, self.leavesOutFaulty) = (loaded, authority, now, leavesOutFaulty)
    }

    /// What the import comes to, given what is in the record already.
    public func plan(in state: State) -> ImportPlan {
        var planning = Planning903(self, state)
        planning.run()
        return planning.plan
    }
}

/// Works through a return child by child.
struct Planning903 {
    let source: ReturnIntoRecord
    let state: State
    let known: [String: ChildID]
    var plan = ImportPlan()
    var seen: Set<String> = []
    var newChildren: UInt32 = 0
    /// How often each key was met so far.
    var turns: [[String]: Int] = [:]
    private var care: [[(row: Int, care: CareRow)]]
    private var missing: [[(row: Int, missing: MissingRow)]]
    private var headers: [Int: (row: Int, header: HeaderRow)] = [:]

    init(_ source: ReturnIntoRecord, _ state: State) {
        (self.source, self.state) = (source, state)
        let count = source.loaded.data.children.count
        care = Array(repeating: [], count: count)
        missing = Array(repeating: [], count: count)
        var known: [String: ChildID] = [:]
        for child in state.children.values where child.facts.responsible == source.authority {
            if let reference = child.facts.identity.word(.childReference) { known[reference] = child.id }
        }
        self.known = known
    }

    mutating func run() {
        let data = source.loaded.data
        for finding in source.loaded.findings.listed { plan.report.list(finding) }
        if source.loaded.findings.breaksShape {
            plan.report.stop(
                Finding(
                    file: "the return", says: "A table does not have its shape, so none of its rows can be trusted."))
        }
        for (row, header) in (data.header ?? []).enumerated() { take(header, row) }
        for (row, period) in (data.episodes ?? []).enumerated() { take(period, row) }
        for (row, period) in (data.missing ?? []).enumerated() { take(period, row) }
        for number in data.children.indices { write(number) }
        addFile()
    }

    private mutating func take(_ header: HeaderRow, _ row: Int) {
        plan.report.count(.rows)
        guard names(header.child, .header, row) else { return }
        if headers[Int(header.child)] == nil {
            headers[Int(header.child)] = (row, header)
        } else {
            plan.report.list(
                finding(.header, row, header.child, "The child stands in the header table twice; the first row counts.")
            )
        }
    }

    private mutating func take(_ period: CareRow, _ row: Int) {
        plan.report.count(.rows)
        guard names(period.child, .episodes, row),
            areDates(period.began, period.ended, ("DECOM", "DEC"), .episodes, row, period.child)
        else { return }
        care[Int(period.child)].append((row, period))
    }

    private mutating func take(_ period: MissingRow, _ row: Int) {
        plan.report.count(.rows)
        guard names(period.child, .missing, row),
            areDates(period.began, period.ended, ("MIS_START", "MIS_END"), .missing, row, period.child)
        else { return }
        guard ["M", "A"].contains(period.kind) else {
            return fault(finding(.missing, row, period.child, "MISSING is neither M nor A: “\(period.kind)”."))
        }
        missing[Int(period.child)].append((row, period))
    }

    private mutating func write(_ number: Int) {
        guard headers[number] != nil || !care[number].isEmpty || !missing[number].isEmpty else { return }
        let reference = source.loaded.data.children[number]
        let child: ChildID
        if let id = known[reference] {
            child = id
            plan.report.count(.childrenKnown)
        } else {
            child = ChildID(number: state.nextChild.number + newChildren)
            newChildren += 1
            plan.report.count(.childrenNew)
            register(reference, headers[number]?.header, born: missing[number].first?.missing.born.date)
        }
        writeCare(care[number].map(\.care), of: child, reference)
        writeMissing(missing[number], of: child, reference)
    }

    private mutating func register(_ reference: String, _ header: HeaderRow?, born: CivilDate?) {
        var details: Details = [
            .name: .text("Child \(reference)"), .childReference: .word(reference),
            .responsible: .word(source.authority.name),
        ]
        if let born = header?.born.date ?? born { details[.born] = .date(born) }
        if let sex = Sex(code: header?.sex ?? "") { details[.sex] = .word(sex == .male ? "male" : "female") }
        if let ethnicity = header?.ethnicity, !ethnicity.isEmpty { details[.ethnicity] = .word(ethnicity) }
        if let upn = header?.upn, upn.utf8.count == 13 { details[.upn] = .word(upn) }
        plan.acts.append(Act(.childRegistered, .newChild, occurredAt: .at(source.now), details: details))
    }

    /// The whole return as one thing that was imported.
    private mutating func addFile() {
        guard !plan.acts.isEmpty else { return }
        var digest = ContentDigest()
        for file in source.loaded.files { digest.add("\(file.file) \(file.rows)") }
        for row in seen.sorted() { digest.add(row) }
        plan.acts.append(
            Act(
                .fileImported, .partnership, occurredAt: .at(source.now),
                details: [
                    .kind: .word("ssda903"), .digest: .word(digest.text), .rows: .number(plan.report[.rows]),
                ]))
    }
}
