// SPDX-License-Identifier: MIT
import WorkingTime

extension Return903 {
    /// The rows of the Missing table as absences, with what the other tables know of the child.
    ///
    /// A row without a child identifier is an episode of a child of its own kind: the one whom nobody named.
    public var absences: AbsenceTable {
        let headerOf = ChildRows(of: (header ?? []).lazy.map(\.child), count: children.count)
        let episodesOf = ChildRows(of: (episodes ?? []).lazy.map(\.child), count: children.count)
        let rows = (missing ?? []).map { row in
            absence(row, header: headerOf[row.child].first, episodes: episodesOf[row.child])
        }
        return AbsenceTable(rows: rows, children: children, kinds: [.missing, .away])
    }

    private func absence(_ row: MissingRow, header index: Int32?, episodes rows: ArraySlice<Int32>) -> AbsenceRow {
        var absence = AbsenceRow(
            child: row.child, kind: row.kind == "M" ? .missing : row.kind == "A" ? .away : .unstated)
        absence.began = row.began.date
        absence.ended = row.ended.date
        absence.isOpen = row.ended.isBlank
        if let began = row.began.date, let born = row.born.date {
            absence.age = AbsenceRow.age(born: born, on: began)
        }
        if let index, let child = header?[Int(index)] {
            absence.sex = Sex(code: child.sex)
            absence.ethnicity = EthnicGroup(code: child.ethnicity)
        }
        if let began = row.began.date, let care = care(at: began, rows) {
            absence.placement = PlacementKind(code: care.placement)
            absence.isOutOfArea = care.location == "OUT" ? true : care.location == "IN" ? false : nil
        }
        return absence
    }

    /// The latest episode of care that a day lies in.
    private func care(at day: CivilDate, _ rows: ArraySlice<Int32>) -> CareRow? {
        var latest: CareRow?
        for index in rows {
            guard let row = episodes?[Int(index)], let began = row.began.date, began <= day else { continue }
            if let ended = row.ended.date, ended < day { continue }
            if latest?.began.date.map({ $0 < began }) ?? true { latest = row }
        }
        return latest
    }
}
