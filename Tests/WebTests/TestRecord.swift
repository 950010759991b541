// SPDX-License-Identifier: MIT

import Casework
import Exchange
import Foundation
import Partnership
import Procedures
import WorkingTime

@testable import Web

extension TestSite {
    /// Lives at Larch House, placed by Eastmoor.
    static let kezia = ChildID(number: 1)
    /// Lives at Ash Lodge, placed by Northvale there: nobody of Larch House or Eastmoor's social care sees them.
    static let sky = ChildID(number: 2)

    /// Two authorities, two homes, a force, a provider; two children; one person of each role who may sign in.
    func found() async throws {
        let agencies: [(String, String, String)] = [
            ("eastmoor", "authority", "eastmoor"), ("northvale", "authority", "northvale"),
            ("larch-house", "childrens-home", "eastmoor"), ("ash-lodge", "childrens-home", "northvale"),
            ("eastmoor-police", "police", "eastmoor"), ("open-door", "interview-provider", "eastmoor"),
            ("hill-school", "school", "eastmoor"),
        ]
        let founding = agencies.map { name, kind, authority in
            Act(
                .agencyAdded, .partnership, occurredAt: .at(now),
                details: [
                    .agency: .word(name), .name: .text(name.spaced.capitalisedFirst), .kind: .word(kind),
                    .authority: .word(authority),
                ])
        }
        let administrator = Actor(worker: "admin", role: .administrator)
        _ = try await partnership.submitTrusted(founding, by: administrator)
        try await place("Kezia Adams", "larch-house", by: "eastmoor", school: "hill-school")
        try await place("Sky Winter", "ash-lodge", by: "northvale")
        try await add([
            .carer, .dutyInspector, .socialWorker, .teamManager, .interviewer, .analyst, .administrator,
        ])
    }

    /// One person of each of these roles, who may sign in.
    func add(_ roles: [Role]) async throws {
        for role in roles {
            try await accounts.add(
                email: TestSite.email(role), name: "The \(role.spoken)", password: TestSite.password, role: role,
                agency: TestSite.agency(of: role))
        }
    }

    /// For whom somebody of this role works.
    static func agency(of role: Role) -> AgencyID {
        if role.isCarer { return AgencyID("larch-house") }
        if role.isPolice { return AgencyID("eastmoor-police") }
        switch role {
        case .interviewer: return AgencyID("open-door")
        case .school: return AgencyID("hill-school")
        default: return AgencyID("eastmoor")
        }
    }

    /// As whom the person of this role acts in the record.
    static func actor(_ role: Role) -> Actor {
        Actor(worker: "\(role.rawValue)-eastmoor-example", role: role, agency: agency(of: role))
    }

    @discardableResult
    func place(_ name: String, _ home: String, by authority: String, school: String? = nil) async throws -> ChildID? {
        let today = London.date(of: now)
        var who: Details = [
            .name: .text(name), .born: .date(today.adding(days: -14 * 366)), .responsible: .word(authority),
            .lookedAfter: .flag(true),
        ]
        if let school { who[.school] = .word(school) }
        return try await partnership.submitTrusted(
            [
                Act(.childRegistered, .newChild, occurredAt: .at(now), details: who),
                Act(
                    .placementStarted, .sameAsBefore, occurredAt: .at(now),
                    details: [
                        .kind: .word("childrens-home"), .place: .word(home), .host: .word(authority),
                        .since: .date(today.adding(days: -90)),
                    ]),
            ], by: Actor(worker: "admin", role: .administrator)
        ).child
    }

    /// The child's home reports them missing.
    @discardableResult
    func report(_ child: ChildID, details: Details = [:]) async throws -> EpisodeID {
        var details = details
        if details[.missingSince] == nil { details[.missingSince] = .time(.at(now)) }
        let receipt = try await partnership.submitTrusted(
            [Act(.reported, .child(child), occurredAt: .at(now), details: details)],
            by: Actor(worker: "night", role: .carer, agency: AgencyID("larch-house")))
        guard let episode = receipt.episode else { preconditionFailure("a report belongs to an episode") }
        return episode
    }

    /// A protocol with two questions and one item, and no duties: what duties say is tested with the engine. Beside it
    /// stand the shipped ones.
    static func shelf() throws -> ProtocolShelf {
        let pack = ProtocolPack(
            id: "small", title: "Small", extends: nil, inForceFrom: nil, inForceTo: nil, sources: [:],
            vocabulary: PoliceVocabulary(categories: [.missing, .absent], grades: [.medium, .high]),
            questions: [
                RiskQuestion(
                    id: "harm", asks: "Is the child likely to come to harm?", isRiskBased: true, source: "WMP"),
                RiskQuestion(id: "before", asks: "Has it happened before?", isRiskBased: false, source: "WMP"),
            ],
            reportItems: [
                ReportItem(
                    id: "clothing", says: "What they wear", lookedAfterOnly: false, heldBy: [.clothing], source: "BI")
            ],
            duties: [], officeHours: OfficeHours.usual, fallbacks: [:])
        let holidays = BankHolidays(
            holidays: [:], publishedThrough: CivilDate(daysSince1970: 20_000), source: "none, for the test")
        let calendars = Calendars(working: WorkingCalendar(bankHolidays: holidays))
        guard let shelf = ProtocolShelf(packs: [pack] + shipped, calendars: calendars, standing: "small") else {
            preconditionFailure("the pack is on the shelf")
        }
        return shelf
    }

    /// The protocols of the repository, read once.
    static let shipped: [ProtocolPack] = {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let (packs, faults) = PackFolder(path: repository.appending(path: "Protocols").path()).loadAll()
        precondition(faults.isEmpty, "\(faults)")
        return packs
    }()
}

extension OfficeHours {
    fileprivate static var usual: OfficeHours {
        guard
            let hours = OfficeHours(
                weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday], opensSecondOfDay: 31_500,
                closesSecondOfDay: 62_100)
        else { preconditionFailure("these hours are well-formed") }
        return hours
    }
}
