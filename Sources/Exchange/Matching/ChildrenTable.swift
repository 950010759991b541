// SPDX-License-Identifier: MIT

import Matching
import WorkingTime

/// Reads children, or what was said of children, from a CSV file whose columns are told by their names.
public struct ChildrenTable {
    /// What a row says besides the child.
    public struct Row: Sendable {
        public let child: SoughtChild
        /// Whom a labelled question is about: nil in an unlabelled file, empty for a child of no register.
        public let truth: String?
        /// Words that a labelled question carries.
        public let tags: [Substring]
    }

    /// By what it is to us, the names that a column may have.
    private static let columns: [(field: String, names: [String])] = [
        ("reference", ["query_id", "child_id", "rec_id", "unique_id", "id"]),
        ("forename", ["forename", "forenames", "given_name", "first_name"]),
        ("middle", ["middle", "middle_name", "second_forename"]),
        ("surname", ["surname", "family_name", "last_name"]),
        ("knownAs", ["known_as", "knownas", "preferred_name"]),
        ("otherSurname", ["alias_surname", "other_surname", "former_surname"]),
        ("sex", ["sex", "gender"]), ("born", ["dob", "date_of_birth", "birth_date", "born"]),
        ("bornKind", ["dob_kind"]), ("age", ["age", "age_years"]),
        ("house", ["house", "street_number", "house_number"]),
        ("street", ["street", "address_1", "birth_place"]), ("postcode", ["postcode", "postcode_fake"]),
        ("earlierPostcode", ["prev_postcode", "previous_postcode"]), ("nhsNumber", ["nhs_number", "nhsnumber"]),
        ("pupilNumber", ["upn", "unique_pupil_number"]),
        ("caseReference", ["case_ref", "case_reference", "soc_sec_id"]),
        ("truth", ["true_child_id"]), ("tags", ["tags"]),
    ]

    private var places: [String: Int] = [:]

    /// Reads a file row by row.
    ///
    /// - Throws: A fault of the file; or one that says which columns it wants.
    public static func read(_ reader: CSVReader, _ take: (Row) -> Void) throws(CSVFault) {
        var reader = reader
        var record = CSVRecord()
        guard try reader.next(into: &record) else { throw CSVFault(.empty, line: 1) }
        let heads = (0..<record.count).map { record.text($0).lowercased() }
        var table = ChildrenTable()
        for (field, names) in columns {
            // Where a file has several columns of one meaning, the first named here is the one.
            for name in names {
                if let place = heads.firstIndex(of: name) {
                    table.places[field] = place
                    break
                }
            }
        }
        guard table.places["reference"] != nil, table.places["surname"] != nil || table.places["forename"] != nil else {
            throw CSVFault(
                .notText("a table without the columns child_id (or query_id), forename and surname"), line: 1)
        }
        let layout = Layout(table.places)
        while try reader.next(into: &record) { take(layout.row(record)) }
    }

    private struct Layout {
        let reference, forename, middle, surname, knownAs, otherSurname, sex, born, bornKind, age: Int
        let house, street, postcode, earlierPostcode, nhsNumber, pupilNumber, caseReference, truth, tags: Int

        init(_ places: [String: Int]) {
            func place(_ field: String) -> Int { places[field] ?? Int.max }
            (reference, forename, middle) = (place("reference"), place("forename"), place("middle"))
            (surname, knownAs, otherSurname) = (place("surname"), place("knownAs"), place("otherSurname"))
            (sex, born, bornKind, age) = (place("sex"), place("born"), place("bornKind"), place("age"))
            (house, street, postcode) = (place("house"), place("street"), place("postcode"))
            (earlierPostcode, nhsNumber) = (place("earlierPostcode"), place("nhsNumber"))
            (pupilNumber, caseReference) = (place("pupilNumber"), place("caseReference"))
            (truth, tags) = (place("truth"), place("tags"))
        }

        func row(_ record: CSVRecord) -> Row {
            var child = SoughtChild(reference: record.text(reference))
            child.forename = record.text(forename)
            child.middle = record.text(middle)
            child.surname = record.text(surname)
            child.knownAs = record.text(knownAs)
            child.otherSurname = record.text(otherSurname)
            child.sex =
                switch record.field(sex).first {
                case UInt8(ascii: "F"), UInt8(ascii: "f"): .female
                case UInt8(ascii: "M"), UInt8(ascii: "m"): .male
                default: nil
                }
            child.born = TableDate.read(record.field(born))
            child.isBirthDateAssumed = record.text(bornKind) == "assumed"
            child.ageYears = Int(record.text(age))
            child.home = SoughtChild.Home(
                house: record.text(house), street: record.text(street), postcode: record.text(postcode))
            if !record.isBlank(earlierPostcode) {
                child.earlierHomes = [SoughtChild.Home(postcode: record.text(earlierPostcode))]
            }
            child.nhsNumber = record.text(nhsNumber)
            child.pupilNumber = record.text(pupilNumber)
            child.caseReference = record.text(caseReference)
            return Row(
                child: child, truth: truth == Int.max ? nil : record.text(truth),
                tags: record.text(tags).split(separator: " "))
        }
    }
}

/// A date as tables have it: 2014-03-31, 20140331 or 31/03/2014.
enum TableDate {
    static func read(_ bytes: ArraySlice<UInt8>) -> CivilDate? {
        var numbers: [Int] = []
        var digits = 0
        for byte in bytes {
            if (48...57).contains(byte) {
                if digits == 0 { numbers.append(0) }
                numbers[numbers.count - 1] = numbers[numbers.count - 1] &* 10 &+ Int(byte - 48)
                digits += 1
                if digits > 8 { return nil }
            } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") {
                digits = 0
            } else {
                break
            }
        }
        if numbers.count == 1, digits == 8 {
            return CivilDate(year: numbers[0] / 10_000, month: numbers[0] / 100 % 100, day: numbers[0] % 100)
        }
        if numbers.count != 3 { return nil }
        return numbers[0] > 31
            ? CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
            : CivilDate(year: numbers[2], month: numbers[1], day: numbers[0])
    }
}
