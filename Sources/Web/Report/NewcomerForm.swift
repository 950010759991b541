// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The few things asked about a child who isn't in the record yet.
enum NewcomerForm {
    static func faults(_ form: FormFields, now: Instant) -> [FieldFault] {
        var faults: [FieldFault] = []
        if form["name"].isEmpty {
            faults.append(FieldFault(control: "name", says: "Their name is needed, or what they are called"))
        }
        if !form["born"].isEmpty, born(form) == nil {
            faults.append(FieldFault(control: "born", says: "“\(form["born"])” is not a date. Write it like 5/6/2010."))
        }
        if !form["age"].isEmpty, !(0...25).contains(Int(form["age"]) ?? -1) {
            faults.append(FieldFault(control: "age", says: "The age is a number of years"))
        }
        if let born = born(form), London.date(of: now) < born {
            faults.append(FieldFault(control: "born", says: "This date has not come yet"))
        }
        return faults
    }

    static func details(_ draft: ReportDraft, _ call: Call) -> Details {
        var details: Details = [.name: .text(draft.fields["name"])]
        if let born = born(draft.fields) {
            details[.born] = .date(born)
            details[.bornCertainty] = .word("exact")
        } else if let age = Int(draft.fields["age"]), let day = estimatedBirth(age: age, today: call.today) {
            details[.born] = .date(day)
            details[.bornCertainty] = .word("estimated")
        }
        if !draft.fields["sex"].isEmpty { details[.sex] = .word(draft.fields["sex"]) }
        details[.lookedAfter] = .flag(draft.isLookedAfter(call))
        let authority = call.account.agency.flatMap { call.state.agencies[$0]?.authority }
        let responsible = draft.fields["responsible"].isEmpty ? authority?.name : draft.fields["responsible"]
        if let responsible { details[.responsible] = .word(responsible) }
        // Where a home reports, the child lives there.
        if !call.account.role.isCarer {
            var faults: [FieldFault] = []
            let home = DetailFields.read(home(call), in: draft.fields, now: call.now, faults: &faults)
            details = details.replacing(with: home)
        }
        return details
    }

    /// Where a child lives who lives with their family, and with whom.
    static func home(_ call: Call) -> [ActField] {
        let setting = Choices.Setting(
            state: call.state, pack: call.site.partnership.shelf.standing, role: call.account.role)
        let keys: [DetailKey] = [.parents, .address, .postcode, .school]
        return keys.map { ActField($0, of: .childRegistered, isRequired: false, in: setting) }
    }

    private static func born(_ form: FormFields) -> CivilDate? {
        let text = form["born"]
        if text.isEmpty { return nil }
        if let date = try? TimeText.date(text) { return date }
        let parts = text.split { "/.- ".contains($0) }.compactMap { Int($0) }
        return parts.count == 3 ? CivilDate(year: parts[2], month: parts[1], day: parts[0]) : nil
    }

    /// The middle of the year in which somebody of this age was born, so that the age reads right today.
    private static func estimatedBirth(age: Int, today: CivilDate) -> CivilDate? {
        guard (0...25).contains(age) else { return nil }
        return today.adding(days: -(age * 365 + age / 4 + 182))
    }
}
