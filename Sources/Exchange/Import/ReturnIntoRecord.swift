// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Ledger
import Matching
import Partnership
import WorkingTime

/// Brings an SSDA903 return into the record: children, their placements, and the periods they were missing or away, as
/// exactly as the return has them: by dates.
///
/// A child is found by the authority's own identifier, by the pupil number, and else by birth date, sex and home where that
/// leaves no doubt. Who could be somebody whom the record has is listed for a person to decide, and nothing of theirs is taken.
/// Each row is known again by its content, so importing the same return twice changes nothing the second time.
public struct ReturnIntoRecord: Sendable {
    public let loaded: LoadedReturn
    /// The authority whose return it is.
    public let authority: AgencyID
    public let now: Instant
    /// Rows that cannot be recorded are left out and listed; otherwise one of them stops the import.
    public let leavesOutFaulty: Bool

    /// What finds children by birth date and home; without it only the same number is found.
    private let index: ChildIndex?

    public init(
        _ loaded: LoadedReturn, authority: AgencyID, now: Instant, leavesOutFaulty: Bool = false,
        index: ChildIndex? = nil
    ) {
        (self.loaded, self.authority, self.now, self.leavesOutFaulty) = (loaded, authority, now, leavesOutFaulty)
        self.index = index
    }

    /// What looks among the children of a state.
    func matcher(in state: State) -> Matcher? { index?.matcher(in: state, on: London.date(of: now)) }

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
    private let finder: ReturnChildFinder
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
        finder = ReturnChildFinder(state, of: source.authority, source.matcher(in: state))
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
        let header = headers[number]?.header
        let born = header?.born.date ?? missing[number].first?.missing.born.date
        let home = care[number].lazy.map(\.care.homePostcode).first { !$0.isEmpty } ?? ""
        let child: ChildID
        switch finder.find(reference, header, born: born, homePostcode: home) {
        case .known(let id):
            child = id
            plan.report.count(.childrenKnown)
        case .knownOtherwise(let id):
            child = id
            plan.report.count(.childrenKnown)
            // From now on the child is known by this reference.
            plan.acts.append(
                Act(
                    .childDetailsChanged, .child(id), occurredAt: .at(source.now),
                    details: [.childReference: .word(reference), .responsible: .word(source.authority.name)]))
        case .unclear(let says):
            let (table, row): (Table903, Int) =
                headers[number].map { (.header, $0.row) } ?? care[number].first.map { (.episodes, $0.row) }
                ?? (.missing, missing[number].first?.row ?? 0)
            return plan.report.leaveToDecide(finding(table, row, ChildNumber(number), says))
        case .new:
            child = ChildID(number: state.nextChild.number + newChildren)
            newChildren += 1
            plan.report.count(.childrenNew)
            register(reference, header, born: born)
        }
        writeCare(care[number].map(\.care), of: child, reference)
        writeMissing(missing[number], of: child, reference)
    }

    private mutating func register(_ reference: String, _ header: HeaderRow?, born: CivilDate?) {
        var details: Details = [
            .name: .text("Child \(reference)"), .childReference: .word(reference),
            .responsible: .word(source.authority.name),
        ]
        if let born { details[.born] = .date(born) }
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
