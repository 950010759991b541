// SPDX-License-Identifier: MIT
import WorkingTime

extension Return903 {
    /// The rows of the Missing table as absences, with what the other tables know of the child.
    ///
    /// A row without a child identifier is an episode of a child of its own kind: the one whom nobody named.
    public var absences: AbsenceTable {
        let headerOf = ChildRows(of: childrenOfRows(in: .header) ?? [], count: children.count)
        let episodesOf = ChildRows(of: childrenOfRows(in: .episodes) ?? [], count: children.count)
        let care = episodes ?? []
        let spans = CareSpan.of(care)
        let rows = (missing ?? []).map { row in
            var absence = absence(row, header: headerOf[row.child].first)
            if let began = row.began.date, let index = latest(of: episodesOf[row.child], in: spans, on: began) {
                absence.placement = PlacementKind(code: care[index].placement)
                absence.isOutOfArea =
                    care[index].location == "OUT" ? true : care[index].location == "IN" ? false : nil
            }
            return absence
        }
        return AbsenceTable(rows: rows, children: children, kinds: [.missing, .away])
    }

    private func absence(_ row: MissingRow, header index: Int32?) -> AbsenceRow {
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
        return absence
    }

    /// The latest episode of care that a day lies in.
    private func latest(of rows: ArraySlice<Int32>, in spans: [CareSpan], on day: CivilDate) -> Int? {
        var latest: (row: Int, began: CivilDate)?
        for row in rows {
            let span = spans[Int(row)]
            guard let began = span.began, began <= day else { continue }
            if let ended = span.ended, ended < day { continue }
            if latest.map({ $0.began < began }) ?? true { latest = (Int(row), began) }
        }
        return latest?.row
    }
}
