// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension SoughtChild {
    /// A child as the record holds them: every name and address that they had, too.
    public init(_ child: Child) {
        self.init(reference: String(child.id.number))
        let facts = child.facts
        take(facts.identity)
        if forename.isEmpty, surname.isEmpty { takeName(facts.identity.text(.name) ?? "") }
        knownAs = facts.knownAs ?? ""
        home = Home(address: facts.identity.text(.address) ?? "", postcode: facts.postcode ?? "")
        for former in facts.formerly.reversed() {
            if let name = former.text(.surname) ?? former.text(.name).map(SoughtChild.lastWord), name != surname {
                otherSurname += otherSurname.isEmpty ? name : " " + name
            }
            let earlier = Home(address: former.text(.address) ?? "", postcode: former.word(.postcode) ?? "")
            if earlier != Home() { earlierHomes.append(earlier) }
        }
    }

    /// What somebody says of a child in the details of an event.
    public init(_ details: Details) {
        self.init(reference: "")
        take(details)
        if forename.isEmpty, surname.isEmpty { takeName(details.text(.name) ?? "") }
        knownAs = details.text(.knownAs) ?? ""
        home = Home(address: details.text(.address) ?? "", postcode: details.word(.postcode) ?? "")
    }

    /// A name written as one: the last word is the surname, the second of three and more a second forename.
    ///
    /// Where a comma stands in it, what is before the comma is the surname.
    public mutating func takeName(_ name: String) {
        if let comma = name.firstIndex(of: ",") {
            let words = name[name.index(after: comma)...].split(separator: " ").map(String.init)
            surname = String(name[..<comma])
            forename = words.first ?? ""
            middle = words.dropFirst().joined(separator: " ")
            return
        }
        let words = name.split(separator: " ").map(String.init)
        if words.count < 2 {
            forename = name
            return
        }
        // “Mohammed Yusuf al Hasan”: what stands in the middle is found there whichever part it belongs to.
        (forename, surname) = (words[0], words[words.count - 1])
        middle = words[1..<(words.count - 1)].joined(separator: " ")
    }

    private mutating func take(_ details: Details) {
        forename = details.text(.forenames) ?? ""
        surname = details.text(.surname) ?? ""
        let words = forename.split(separator: " ")
        if words.count > 1 {
            middle = words.dropFirst().joined(separator: " ")
            forename = String(words[0])
        }
        born = details.date(.born)
        isBirthDateAssumed = details.word(.bornCertainty).map { $0 != "exact" } ?? false
        sex =
            switch details.word(.sex)?.lowercased().first {
            case "f": .female
            case "m": .male
            default: nil
            }
        nhsNumber = details.word(.nhsNumber) ?? ""
        pupilNumber = details.word(.upn) ?? ""
        caseReference = details.word(.childReference) ?? ""
    }

    private static func lastWord(_ name: String) -> String { name.split(separator: " ").last.map(String.init) ?? "" }
}

extension SoughtChild.Home {
    /// An address written as one line: what stands before the street's name is the house.
    public init(address: String, postcode: String) {
        let line = address.prefix { $0 != "\n" }
        let words = line.split(separator: " ")
        let parts = words.prefix(4)
        let house = parts.lastIndex { $0.contains(where: \.isNumber) && !$0.contains(where: { $0 == "/" }) }
        let first = house.map { words.index(after: $0) } ?? words.startIndex
        let street = words[first...].joined(separator: " ")
        self.init(
            house: words[..<first].joined(separator: " "),
            street: String(street.prefix { $0 != "," }), postcode: postcode)
    }
}
