// SPDX-License-Identifier: MIT
import Analysis
import WorkingTime

/// Turns one record of an extract into a typed row, and notes what cannot be what its column should be.
struct PoliceRowParser {
    let mapping: PoliceMapping
    let places: [PoliceMapping.Part: Int]
    let record: CSVRecord
    let file: String
    var findings: [Finding] = []

    init(mapping: PoliceMapping, places: [PoliceMapping.Part: Int], record: CSVRecord, file: String) {
        (self.mapping, self.places, self.record, self.file) = (mapping, places, record, file)
    }

    mutating func row() -> PoliceReportRow {
        var row = PoliceReportRow()
        row.line = record.line
        row.reference = text(.reference)
        row.personReference = text(.person)
        row.childName = name
        row.born = moment(.born)?.day
        row.sex = Sex(code: text(.sex))
        row.ethnicity = text(.ethnicity)
        row.reported = moment(.reported, .reportedTime)
        row.began = moment(.began, .beganTime)
        row.ended = moment(.ended, .endedTime)
        row.category = category()
        row.risk = text(.risk)
        row.from = text(.from)
        row.placeFound = text(.placeFound)
        row.account = text(.account)
        if row.childName.isEmpty, row.personReference.isEmpty { note(.child, "", "The row names no child.") }
        if row.began == nil, row.reported == nil { note(.began, text(.began), "The row does not say when it was.") }
        return row
    }

    private func text(_ part: PoliceMapping.Part) -> String {
        places[part].map { record.text($0).trimmed } ?? ""
    }

    private var name: String {
        let whole = text(.child)
        if !whole.isEmpty { return whole }
        return [text(.forename), text(.surname)].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private mutating func moment(_ part: PoliceMapping.Part, _ time: PoliceMapping.Part? = nil) -> WrittenMoment? {
        let written = text(part)
        if written.isEmpty { return nil }
        let clock = time.map(text) ?? ""
        if let moment = WrittenMoment(written, time: clock, order: mapping.dates) { return moment }
        note(part, [written, clock].joined(separator: " ").trimmed, "This cannot be read as a date and time.")
        return nil
    }

    private mutating func category() -> AbsenceKind {
        guard places[.category] != nil else { return .missing }
        let written = text(.category)
        switch mapping.categories[written.uppercased()] {
        case .missing: return .missing
        case .absent: return .absent
        case .away: return .away
        case nil:
            note(.category, written, "The mapping does not say what this category means.")
            return .unstated
        }
    }

    private mutating func note(_ part: PoliceMapping.Part, _ value: String, _ says: String) {
        findings.append(
            Finding(
                file: file, line: record.line, column: mapping.columns[part] ?? part.rawValue, value: value, says: says)
        )
    }
}

extension PoliceExtract {
    /// The reports as absences. A child is told by the force's person number, else by name and date of birth.
    public var absences: AbsenceTable {
        var numbers: [String: Int32] = [:]
        var names: [String] = []
        let rows = rows.map { row in
            let key = row.childKey
            let number = numbers[key] ?? Int32(names.count)
            if numbers[key] == nil {
                numbers[key] = number
                names.append(row.personReference.isEmpty ? row.childName : row.personReference)
            }
            return row.absence(of: number)
        }
        let hasAway = rows.contains { $0.kind == .away }
        let hasAbsent = rows.contains { $0.kind == .absent }
        return AbsenceTable(
            rows: rows, children: names, kinds: [.missing] + (hasAbsent ? [.absent] : []) + (hasAway ? [.away] : []))
    }
}

extension PoliceReportRow {
    var childKey: String {
        if !personReference.isEmpty { return personReference.uppercased() }
        return childName.uppercased() + "|" + (born.map { String($0.daysSince1970) } ?? "")
    }

    func absence(of child: Int32) -> AbsenceRow {
        var absence = AbsenceRow(child: child, kind: category)
        let start = began ?? reported
        absence.began = start?.day
        absence.beganAtMinute = start?.minuteOfDay
        absence.ended = ended?.day
        absence.isOpen = ended == nil
        if let start, let ended, let minutes = start.minutes(until: ended), minutes >= 0 {
            absence.lengthMinutes = minutes
        }
        if let born, let start { absence.age = AbsenceRow.age(born: born, on: start.day) }
        absence.sex = sex
        absence.risk = risk.isEmpty ? nil : risk
        return absence
    }
}
