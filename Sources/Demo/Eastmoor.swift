// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The invented partnership: two authorities, one police force, six children's homes, a fostering service, schools, a
/// charity that holds return interviews, and health. No such places exist.
public enum Eastmoor {
    public static let name = "Eastmoor"

    static let eastmoor = AgencyID("eastmoor")
    static let northvale = AgencyID("northvale")
    static let force = AgencyID("eastmoor-police")
    static let westhaven = AgencyID("westhaven")
    static let westhavenForce = AgencyID("westhaven-police")
    static let charity = AgencyID("open-door")
    static let fostering = AgencyID("eastmoor-fostering")
    static let health = AgencyID("eastmoor-health")
    /// The children's homes with the authority in whose area each stands.
    static let homes: [(home: AgencyID, host: AgencyID, postcode: String)] = [
        (AgencyID("larch-house"), eastmoor, "EM2 4LH"), (AgencyID("ash-lodge"), eastmoor, "EM3 8AL"),
        (AgencyID("harbour-road"), eastmoor, "EM4 7HR"), (AgencyID("orchard-view"), eastmoor, "EM1 9OV"),
        (AgencyID("mill-cottage"), northvale, "NV2 3MC"), (AgencyID("st-annes-road"), northvale, "NV1 6SA"),
    ]
    static let schools = ["eastmoor-academy", "harbour-school", "coppice-school", "northvale-high", "st-bedes"]

    /// The acts that set the partnership up: its agencies, the people who work there and the protocol in force.
    public static func founding(pack: String?, at instant: Instant) -> [Act] {
        var acts = agencies.map { Act(.agencyAdded, .partnership, occurredAt: .at(instant), details: $0) }
        for person in staff + elsewhere {
            let details: Details = [
                .worker: .word(person.id), .name: .text(person.name), .role: .word(person.role.rawValue),
                .agency: .word(person.agency.name),
            ]
            acts.append(Act(.workerAdded, .partnership, occurredAt: .at(instant), details: details))
        }
        if let pack {
            let details: Details = [
                .pack: .word(pack), .openFrom: .date(London.date(of: instant)),
                .authority: .word(eastmoor.name),
            ]
            acts.append(Act(.protocolAdopted, .partnership, occurredAt: .at(instant), details: details))
        }
        return acts
    }

    private static let agencies: [Details] =
        [
            agency("eastmoor", "Eastmoor Council", .authority, phones: "01632 960100"),
            agency("northvale", "Northvale Council", .authority, phones: "01632 960200"),
            agency("westhaven", "Westhaven Council", .authority, phones: "01632 960400"),
            force("eastmoor-police", "Eastmoor Police", for: ["eastmoor", "northvale"]),
            force("westhaven-police", "Westhaven Police", for: ["westhaven"]),
            agency("home-office-region", "Home Office, regional team", .other, phones: "01632 960500"),
            home("larch-house", "Larch House", in: "eastmoor", "14 Larch Rise, Eastmoor", "EM2 4LH"),
            home("ash-lodge", "Ash Lodge", in: "eastmoor", "2 Ashfield Road, Eastmoor", "EM3 8AL"),
            home("harbour-road", "Harbour Road", in: "eastmoor", "61 Harbour Road, Eastmoor", "EM4 7HR"),
            home("orchard-view", "Orchard View", in: "eastmoor", "9 Orchard Lane, Eastmoor", "EM1 9OV"),
            home("mill-cottage", "Mill Cottage", in: "northvale", "Mill Road, Northvale", "NV2 3MC"),
            home("st-annes-road", "St Anne’s Road", in: "northvale", "30 St Anne’s Road, Northvale", "NV1 6SA"),
            agency("eastmoor-fostering", "Eastmoor Fostering", .fosteringService, in: "eastmoor"),
            agency("eastmoor-academy", "Eastmoor Academy", .school, in: "eastmoor"),
            agency("harbour-school", "Harbour School", .school, in: "eastmoor"),
            agency("coppice-school", "The Coppice School", .school, in: "eastmoor"),
            agency("northvale-high", "Northvale High School", .school, in: "northvale"),
            agency("st-bedes", "St Bede’s School", .school, in: "northvale"),
            agency("open-door", "Open Door", .interviewProvider, phones: "01632 960300"),
            agency("eastmoor-health", "Eastmoor Community Health", .health, in: "eastmoor"),
        ]

    private static func force(_ id: String, _ name: String, for areas: [String]) -> Details {
        var details = agency(id, name, .police, phones: "101")
        details[.areas] = .words(areas)
        return details
    }

    private static func home(
        _ id: String, _ name: String, in authority: String, _ address: String, _ postcode: String
    ) -> Details {
        var details = agency(id, name, .childrensHome, in: authority)
        details[.address] = .text(address)
        details[.postcode] = .word(postcode)
        return details
    }

    private static func agency(
        _ id: String, _ name: String, _ kind: Agency.Kind, in authority: String? = nil, phones: String? = nil
    ) -> Details {
        var details: Details = [.agency: .word(id), .name: .text(name), .kind: .word(kind.rawValue)]
        if let authority { details[.authority] = .word(authority) }
        if let phones { details[.phones] = .text(phones) }
        return details
    }
}
