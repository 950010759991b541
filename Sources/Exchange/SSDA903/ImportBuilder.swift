// SPDX-License-Identifier: MIT
import Analysis
import WorkingTime

/// Gathers the rows of a return child by child.
struct ImportBuilder {
    let data: Return903
    var children: [Return903Import.Child] = []
    var leftOut: [Finding] = []

    init(data: Return903) {
        self.data = data
        let unaccompanied = Set(data.others[.uasc] ?? [])
        var headers: [ChildNumber: HeaderRow] = [:]
        for row in data.header ?? [] { headers[row.child] = headers[row.child] ?? row }
        var born: [ChildNumber: WrittenDate] = [:]
        for row in data.missing ?? [] { born[row.child] = born[row.child] ?? row.born }
        children = data.children.indices.map { index in
            let number = ChildNumber(index)
            let (name, row) = (data.children[index], headers[number])
            let birth = row?.born ?? born[number] ?? .blank
            let isAlone = unaccompanied.contains(number)
            let fields = ["child", name, birth.text, row?.sex ?? "", row?.ethnicity ?? "", row?.upn ?? ""]
            return Return903Import.Child(
                identifier: name, born: birth.date, sex: row.flatMap { Sex(code: $0.sex) },
                ethnicity: row?.ethnicity ?? "", upn: row?.upn ?? "", isUnaccompanied: isAlone,
                digest: Return903Import.digest(fields + [isAlone ? "uasc" : ""]), placements: [], legalStatuses: [],
                absences: [])
        }
    }

    mutating func addAll() {
        for (index, row) in (data.episodes ?? []).enumerated() { add(row, at: index) }
        for (index, row) in (data.missing ?? []).enumerated() { add(row, at: index) }
    }

    private mutating func add(_ row: CareRow, at index: Int) {
        let name = data.identifier(of: row.child)
        guard !name.isEmpty, let began = row.began.date, !row.ended.isUnreadable else {
            leaveOut(.episodes, index)
            return
        }
        let dates = [name, row.began.text, row.ended.text]
        let fields = [row.placement, row.provider, row.urn, row.placementPostcode, row.location]
        children[Int(row.child)].placements.append(
            Return903Import.Placement(
                began: began, ended: row.ended.date, code: row.placement, kind: PlacementKind(code: row.placement),
                provider: row.provider, urn: row.urn, postcode: row.placementPostcode,
                isOutOfArea: row.location == "OUT" ? true : row.location == "IN" ? false : nil,
                digest: Return903Import.digest(["placement"] + dates + fields)))
        if row.legalStatus.isEmpty { return }
        children[Int(row.child)].legalStatuses.append(
            Return903Import.LegalStatus(
                began: began, ended: row.ended.date, code: row.legalStatus,
                digest: Return903Import.digest(["legal status"] + dates + [row.legalStatus])))
    }

    private mutating func add(_ row: MissingRow, at index: Int) {
        let name = data.identifier(of: row.child)
        let kind: AbsenceKind? = row.kind == "M" ? .missing : row.kind == "A" ? .away : nil
        guard !name.isEmpty, let kind, let began = row.began.date, !row.ended.isUnreadable else {
            leaveOut(.missing, index)
            return
        }
        children[Int(row.child)].absences.append(
            Return903Import.Absence(
                kind: kind, began: began, ended: row.ended.date,
                digest: Return903Import.digest(["absence", name, row.kind, row.began.text, row.ended.text])))
    }

    private mutating func leaveOut(_ table: Table903, _ row: Int) {
        leftOut.append(
            Finding(
                file: table.rawValue, line: row + 2,
                says: "The row lacks a child, a date or a kind that can be read, and was not brought in."))
    }
}
