// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension ProtocolPack {
    /// Every item of the pack as people read it, section by section, in the order of the pack.
    public var sayings: [ItemSaying] {
        let byID = Dictionary(duties.map { ($0.id, $0) }) { first, _ in first }
        return settings + duties.map { $0.saying(among: byID) } + guardrails.map(\.saying)
            + triggers.map { $0.saying(among: byID) } + [triage?.saying].compactMap { $0 } + questions.map(\.saying)
            + reportItems.map(\.saying) + sections.sayings
    }

    /// The items of one section.
    public func sayings(of kind: ItemKind) -> [ItemSaying] { sayings.filter { $0.kind == kind } }

    /// What holds for the whole protocol: whom it covers, its words, figures, hours and who steps in.
    private var settings: [ItemSaying] {
        var settings = [
            setting("covers", "Whom it is about", covers.map { "every case \($0.english)" } ?? "every child"),
            setting(
                "vocabulary", "The words in which police decide",
                "categories: \(Sentences.list(vocabulary.categories.map(\.spoken), by: "and")); "
                    + "grades of risk: \(Sentences.list(vocabulary.grades.map(\.spoken), by: "and"))"),
            setting("officeHours", "Office hours", officeHours.english),
        ]
        for (word, length) in figures.sorted(by: { $0.key < $1.key }) {
            settings.append(setting(word, "“\(word.replacingHyphens)”", "taken as \(Lengths.write(length))"))
        }
        for role in Role.allCases {
            guard let fallback = fallbacks[role] else { continue }
            let (inside, outside) = (fallback.inOfficeHours.named, fallback.outOfOfficeHours.named)
            settings.append(
                setting(
                    "fallback-\(role.rawValue)", "Who steps in for \(role.named) where nobody is allocated",
                    inside == outside ? inside : "\(inside); when the office is closed, \(outside)"))
        }
        return settings
    }

    private func setting(_ id: String, _ title: String, _ value: String) -> ItemSaying {
        ItemSaying(kind: .setting, id: id, title: title, aspects: [AspectSaying(.value, value)])
    }
}

extension OfficeHours {
    /// "Monday to Friday, 08:45 to 17:15"
    var english: String {
        let days = Weekday.allCases.filter(weekdays.contains).map(\.name)
        return "\(Sentences.list(days, by: "and")), \(Self.time(opensSecondOfDay)) to \(Self.time(closesSecondOfDay))"
    }

    private static func time(_ second: Int) -> String {
        let (hour, minute) = (second / 3_600, second / 60 % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
