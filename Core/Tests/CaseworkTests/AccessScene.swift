// SPDX-License-Identifier: MIT

import WorkingTime

@testable import Casework

/// A child to whom somebody stands in one relationship, and that one alone: the scene for each row of the table.
struct AccessScene {
    static let child = ChildID(number: 1)
    static let now = at("2015-06-10T12:00")
    private(set) var state = State()
    private(set) var agency: AgencyID?
    let worker = "a.worker"

    init(_ relationship: Relationship, _ role: Role) {
        for (name, kind, authority) in AccessScene.agencies {
            var details: Details = [.agency: .word(name), .name: .text(name), .kind: .word(kind.rawValue)]
            details[.authority] = authority.map { .word($0) }
            tell(.agencyAdded, details, about: nil)
        }
        tell(.childRegistered, identity(relationship), by: relationship == .registeredTheChild ? worker : nil)
        agency = AccessScene.agency(relationship, role)
        lead(to: relationship, role)
    }

    func access(_ role: Role) -> Access {
        Access(Actor(worker: worker, role: role, agency: agency), in: state, at: AccessScene.now)
    }

    /// Two authorities with all that belongs to each: the child is of the first, the actors of neither unless it says so.
    private static let agencies: [(String, Agency.Kind, String?)] = [
        ("eastmoor", .authority, nil), ("northvale", .authority, nil), ("westmere", .authority, nil),
        ("eastmoor-police", .police, "eastmoor"), ("westmere-police", .police, "westmere"),
        ("larch-house", .childrensHome, "eastmoor"), ("westmere-house", .childrensHome, "westmere"),
        ("hill-school", .school, "eastmoor"), ("north-school", .school, "northvale"),
        ("listening-post", .interviewProvider, "eastmoor"), ("open-door", .interviewProvider, "westmere"),
        ("eastmoor-health", .health, "eastmoor"), ("westmere-health", .health, "westmere"),
        ("westmere-fostering", .fosteringService, "westmere"), ("border-office", .other, nil),
    ]

    private func identity(_ relationship: Relationship) -> Details {
        var details: Details = [.name: .text("Kezia Adams"), .responsible: .word("eastmoor")]
        if relationship == .teaches { details[.school] = .word("hill-school") }
        if relationship == .authorityOfTheSchool { details[.school] = .word("north-school") }
        return details
    }

    private static func agency(_ relationship: Relationship, _ role: Role) -> AgencyID? {
        switch relationship {
        case .responsibleAuthority, .answersSubjectAccess: AgencyID("eastmoor")
        case .hostAuthority, .authorityOfTheSchool: AgencyID("northvale")
        case .askedToTakeOver, .namedOnRestriction, .brokeTheGlass:
            AgencyID(role.isPolice ? "westmere-police" : "westmere")
        case .runsThePlacement: AgencyID("larch-house")
        case .policeOfTheArea: AgencyID("eastmoor-police")
        case .teaches: AgencyID("hill-school")
        case .holdsInterviewReferral: AgencyID("listening-post")
        case .healthOfTheArea: AgencyID("eastmoor-health")
        case .sitsOnPanel: AgencyID("eastmoor")
        case .allocated, .caresFor, .subjectToImmigration, .registeredTheChild: AgencyID("border-office")
        }
    }

    private mutating func lead(to relationship: Relationship, _ role: Role) {
        switch relationship {
        case .responsibleAuthority, .authorityOfTheSchool, .teaches, .registeredTheChild, .policeOfTheArea: break
        case .hostAuthority: place("a-house", host: "northvale")
        case .runsThePlacement: place("larch-house", host: "eastmoor")
        case .askedToTakeOver:
            away()
            let to = role.isPolice ? "westmere-police" : "westmere"
            let word: EventWord = role.isPolice ? .transferOffered : .handOverOffered
            tell(word, [.to: .word(to), .reason: .text("R.")], inEpisode: true)
        case .allocated:
            tell(.allocated, [.role: .word(role.rawValue), .worker: .word(worker)])
        case .caresFor: tell(.allocated, [.role: .word("foster-carer"), .worker: .word(worker)])
        case .holdsInterviewReferral:
            away()
            tell(.returned, [:], inEpisode: true)
        case .sitsOnPanel:
            away()
            tell(.placedOnAgenda, [.kind: .word("panel")], inEpisode: true)
        case .healthOfTheArea:
            away()
            tell(.notified, [.to: .word("health")], inEpisode: true)
        case .subjectToImmigration:
            tell(.statusStarted, [.kind: .word("subject-to-restriction"), .since: .date(AccessScene.day)])
        case .namedOnRestriction:
            tell(.accessRestricted, [.ground: .word("trafficking"), .names: .words([worker]), .reason: .text("R.")])
        case .brokeTheGlass: tell(.glassBroken, [.reason: .text("R.")], by: worker)
        case .answersSubjectAccess:
            tell(
                .subjectAccessRequested,
                [.name: .text("Kezia"), .kind: .word("child"), .due: .time(.at(AccessScene.now))])
        }
    }

    private static let day = London.date(of: at("2015-06-01T12:00"))

    private mutating func away() { tell(.reported, [:], inEpisode: true) }

    private mutating func place(_ place: String, host: String) {
        tell(
            .placementStarted,
            [
                .kind: .word("childrens-home"), .place: .word(place), .host: .word(host),
                .since: .date(AccessScene.day),
            ])
    }

    mutating func tell(
        _ word: EventWord, _ details: Details, about child: ChildID? = AccessScene.child, inEpisode: Bool = false,
        by worker: String? = nil, role: Role = .administrator, at time: Instant? = nil
    ) {
        let instant = time ?? at("2015-06-10T08:00") + .minutes(Int(state.position.number))
        let event = Event(
            word, child: child, episode: inEpisode ? EpisodeID(number: 1) : nil, occurredAt: .at(instant),
            recordedAt: instant, by: Actor(worker: worker, role: role), details: details)
        state.apply(event, at: state.position.next)
    }
}
