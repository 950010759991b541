// SPDX-License-Identifier: MIT

import Foundation
import Procedures
import WorkingTime

/// A folder with one file of bank holidays and perhaps one of school terms.
public enum CalendarFolder {
    /// The calendars, or every fault in their files.
    public static func load(_ path: String) -> Loaded<Calendars> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        var faults: [ReadingFault] = []
        var holidays: BankHolidays?
        var terms: SchoolCalendar?
        for name in names.filter({ $0.hasSuffix(".yaml") }).sorted() {
            switch TextFile.tree("\(path)/\(name)") {
            case .failure(let fault): faults.append(fault)
            case .success(let node) where node.line(of: "holidays") != node.line:
                let (read, found) = CalendarReader.bankHolidays(node)
                (holidays, faults) = (read ?? holidays, faults + found)
            case .success(let node):
                let (read, found) = CalendarReader.schoolTerms(node)
                (terms, faults) = (read ?? terms, faults + found)
            }
        }
        guard let holidays else {
            if faults.isEmpty {
                faults.append(ReadingFault(file: path, line: 1, says: "There is no file of bank holidays here."))
            }
            return Loaded(faults: faults)
        }
        return Loaded(
            value: Calendars(working: WorkingCalendar(bankHolidays: holidays), school: terms), faults: faults)
    }
}
