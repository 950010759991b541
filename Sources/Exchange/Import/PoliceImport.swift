// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Matching
import Partnership
import WorkingTime

/// Brings a police extract into the record: one row is one report.
///
/// A child is found by the force's person number, by name and birth date exactly, else by everything the row says, where
/// that leaves no doubt. A row that could be about one of several children is listed for somebody to decide. A report of an episode that the record has already is kept as the
/// force's own account of it.
public struct PoliceImport: Sendable {
    public let extract: PoliceExtract
    /// The short name of the force.
    public let force: String
    public let now: Instant
    /// Rows that cannot be recorded are left out and listed; otherwise one of them stops the import.
    public let leavesOutFaulty: Bool

    /// What finds children whose names or dates are written in another way; without it only the same is found.
    private let index: ChildIndex?

    public init(
        _ extract: PoliceExtract, force: String, now: Instant, leavesOutFaulty: Bool = false, index: ChildIndex? = nil
    ) {
        (self.extract, self.force, self.now, self.leavesOutFaulty) = (extract, force, now, leavesOutFaulty)
        self.index = index
    }

    /// What looks among the children of a state.
    func matcher(in state: State) -> Matcher? { index?.matcher(in: state, on: London.date(of: now)) }

    /// What the import comes to, given what is in the record already.
    public func plan(in state: State) -> ImportPlan {
        var planning = PlanningPolice(self, state)
        planning.run()
        return planning.plan
    }
}

/// Works through an extract child by child.
struct PlanningPolice {
    let source: PoliceImport
    let state: State
    var plan = ImportPlan()
    var seen: Set<String> = []
    private var finder: PoliceChildFinder
    private var newChildren: UInt32 = 0

    init(_ source: PoliceImport, _ state: State) {
        (self.source, self.state) = (source, state)
        finder = PoliceChildFinder(state, source.matcher(in: state))
    }

    mutating func run() {
        for finding in source.extract.findings.listed { plan.report.list(finding) }
        if source.extract.findings.breaksShape {
            plan.report.stop(
                Finding(
                    file: file, says: "Lines have more or fewer columns than the header line, so no row can be trusted."
                ))
        }
        var order: [String] = []
        var groups: [String: [PoliceReportRow]] = [:]
        for row in source.extract.rows {
            plan.report.count(.rows)
            guard isSound(row) else { continue }
            if groups[row.childKey] == nil { order.append(row.childKey) }
            groups[row.childKey, default: []].append(row)
        }
        for key in order { write(groups[key] ?? []) }
        addFile()
    }

    private mutating func write(_ rows: [PoliceReportRow]) {
        guard let first = rows.first else { return }
        // Rows that are all in the record already say nothing new about who is meant.
        if rows.allSatisfy({ state.imported.contains(digest($0)) }) {
            return plan.report.count(.alreadyRecorded, by: rows.count)
        }
        switch finder.find(first) {
        case .known(let child):
            plan.report.count(.childrenKnown)
            writeReports(rows, of: child)
        case .unclear(let says):
            for row in rows { plan.report.leaveToDecide(finding(row, says)) }
        case .new:
            let child = ChildID(number: state.nextChild.number + newChildren)
            newChildren += 1
            plan.report.count(.childrenNew)
            plan.acts.append(registration(of: first))
            writeReports(rows, of: child)
        }
    }

    private func registration(of row: PoliceReportRow) -> Act {
        let name = row.childName.isEmpty ? "Person \(row.personReference)" : row.childName
        var details: Details = [.name: .text(name)]
        if let born = row.born { details[.born] = .date(born) }
        if let sex = row.sex { details[.sex] = .word("\(sex)") }
        if !row.ethnicity.isEmpty { details[.ethnicity] = .word(row.ethnicity) }
        if !row.personReference.isEmpty { details[.policeReference] = .word(row.personReference) }
        return Act(.childRegistered, .newChild, occurredAt: .at(source.now), details: details)
    }

    private mutating func isSound(_ row: PoliceReportRow) -> Bool {
        guard let why = row.whyUnsound(at: source.now) else { return true }
        let found = finding(row, why)
        if source.leavesOutFaulty { plan.report.list(found) } else { plan.report.stop(found) }
        return false
    }

    /// The whole extract as one thing that was imported.
    private mutating func addFile() {
        guard !plan.acts.isEmpty else { return }
        var whole = ContentDigest()
        for row in seen.sorted() { whole.add(row) }
        let details: Details = [
            .kind: .word("police"), .digest: .word(whole.text), .rows: .number(plan.report[.rows]),
        ]
        plan.acts.append(Act(.fileImported, .partnership, occurredAt: .at(source.now), details: details))
    }

    func finding(_ row: PoliceReportRow, _ says: String) -> Finding {
        Finding(file: file, line: row.line, value: row.reference.isEmpty ? nil : row.reference, says: says)
    }

    func digest(_ row: PoliceReportRow) -> String {
        ContentDigest.of(
            "police", source.force, row.reference, row.childKey, row.began?.text ?? "", row.ended?.text ?? "",
            row.reported?.text ?? "", "\(row.category)", row.account)
    }

    private var file: String { source.extract.files.map(\.name).joined(separator: ", ") }
}
