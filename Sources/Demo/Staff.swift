// SPDX-License-Identifier: MIT

import Casework

/// Somebody who works in the invented partnership.
public struct Staff: Hashable, Sendable {
    /// The short name that the record knows them by.
    public let id: String
    public let name: String
    public let role: Role
    public let agency: AgencyID

    init(_ id: String, _ name: String, _ role: Role, _ agency: String) {
        self.id = id
        self.name = name
        self.role = role
        self.agency = AgencyID(agency)
    }

    public var actor: Actor { Actor(worker: id, role: role, agency: agency) }

    /// Those of an agency, or of all, who work in a role. There is always somebody.
    static func all(_ role: Role, of agency: AgencyID? = nil) -> [Staff] {
        let found = Eastmoor.staff.filter { $0.role == role && (agency == nil || $0.agency == agency) }
        return found.isEmpty ? Eastmoor.staff.filter { $0.role == role } : found
    }
}

extension Eastmoor {
    /// Who may sign in to the demonstration: one person of each role, the first of a role from the area itself.
    public static let signIns: [Staff] = [
        "marcus.bell", "imogen.hart", "amira.hale", "stephen.oduya", "carol.finch", "leila.farah", "nora.quist",
        "gwen.tasker", "victor.lane", "edith.crane", "tomasz.wilk", "june.petty",
        "farida.noor", "owen.darby", "rob.lister", "tessa.rowe", "lin.barker",
        "hugh.pell", "ines.mott",
    ].compactMap { id in (staff + elsewhere).first { $0.id == id } }

    /// People beyond the area, to whom something is offered or who ask for something, or who read what is published. They do nothing in the past.
    static let elsewhere: [Staff] = [
        Staff("tessa.rowe", "Inspector Tessa Rowe", .dutyInspector, "westhaven-police"),
        Staff("lin.barker", "Lin Barker", .homeOffice, "home-office-region"),
        Staff("hugh.pell", "Hugh Pell", .boardMember, "eastmoor"),
        Staff("ines.mott", "Ines Mott", .councilMember, "eastmoor"),
    ]

    /// Everybody who works in the partnership.
    public static let staff: [Staff] =
        carers + police + socialCare + [
            Staff("leila.farah", "Leila Farah", .interviewer, "open-door"),
            Staff("ben.ashcroft", "Ben Ashcroft", .interviewer, "open-door"),
            Staff("cerys.vaughan", "Cerys Vaughan", .interviewer, "open-door"),
            Staff("nora.quist", "Nora Quist", .school, "eastmoor-academy"),
            Staff("david.amos", "David Amos", .school, "harbour-school"),
            Staff("farida.noor", "Farida Noor", .educationWelfare, "eastmoor"),
            Staff("owen.darby", "Owen Darby", .cmeOfficer, "eastmoor"),
            Staff("halima.yassin", "Halima Yassin", .health, "eastmoor-health"),
            Staff("gwen.tasker", "Gwen Tasker", .panelChair, "eastmoor"),
            Staff("victor.lane", "Victor Lane", .auditor, "eastmoor"),
            Staff("edith.crane", "Edith Crane", .recordsManager, "eastmoor"),
            Staff("tomasz.wilk", "Tomasz Wilk", .analyst, "eastmoor"),
            Staff("june.petty", "June Petty", .administrator, "eastmoor"),
        ]

    private static let carers: [Staff] = [
        Staff("ruth.adair", "Ruth Adair", .homeManager, "larch-house"),
        Staff("marcus.bell", "Marcus Bell", .carer, "larch-house"),
        Staff("shreya.nair", "Shreya Nair", .carer, "larch-house"),
        Staff("colin.webb", "Colin Webb", .homeManager, "ash-lodge"),
        Staff("grace.otieno", "Grace Otieno", .carer, "ash-lodge"),
        Staff("owen.price", "Owen Price", .carer, "harbour-road"),
        Staff("mina.sadeghi", "Mina Sadeghi", .homeManager, "harbour-road"),
        Staff("paula.rudd", "Paula Rudd", .carer, "orchard-view"),
        Staff("dean.hollis", "Dean Hollis", .carer, "mill-cottage"),
        Staff("yetunde.cole", "Yetunde Cole", .carer, "st-annes-road"),
        Staff("helen.marr", "Helen Marr", .fosterCarer, "eastmoor-fostering"),
        Staff("asif.rehman", "Asif Rehman", .fosterCarer, "eastmoor-fostering"),
        Staff("joan.tilley", "Joan Tilley", .fosterCarer, "eastmoor-fostering"),
    ]

    private static let police: [Staff] = [
        Staff("kerry.dunn", "Kerry Dunn", .callHandler, "eastmoor-police"),
        Staff("samir.patel", "Samir Patel", .callHandler, "eastmoor-police"),
        Staff("lucy.brandt", "PC Lucy Brandt", .attendingOfficer, "eastmoor-police"),
        Staff("adam.foyle", "PC Adam Foyle", .attendingOfficer, "eastmoor-police"),
        Staff("rhian.lloyd", "Sergeant Rhian Lloyd", .supervisor, "eastmoor-police"),
        Staff("imogen.hart", "Inspector Imogen Hart", .dutyInspector, "eastmoor-police"),
        Staff("paul.akroyd", "Inspector Paul Akroyd", .dutyInspector, "eastmoor-police"),
        Staff("fiona.strand", "Superintendent Fiona Strand", .superintendent, "eastmoor-police"),
        Staff("neil.barrow", "Neil Barrow", .missingCoordinator, "eastmoor-police"),
    ]

    private static let socialCare: [Staff] = [
        Staff("amira.hale", "Amira Hale", .socialWorker, "eastmoor"),
        Staff("joseph.tan", "Joseph Tan", .socialWorker, "eastmoor"),
        Staff("wendy.osgood", "Wendy Osgood", .socialWorker, "eastmoor"),
        Staff("stephen.oduya", "Stephen Oduya", .teamManager, "eastmoor"),
        Staff("carol.finch", "Carol Finch", .edt, "eastmoor"),
        Staff("elif.demir", "Elif Demir", .iro, "eastmoor"),
        Staff("rob.lister", "Rob Lister", .socialWorker, "northvale"),
        Staff("anya.petrova", "Anya Petrova", .socialWorker, "northvale"),
        Staff("maureen.gill", "Maureen Gill", .teamManager, "northvale"),
        Staff("peter.noakes", "Peter Noakes", .edt, "northvale"),
        Staff("sunita.rao", "Sunita Rao", .iro, "northvale"),
    ]
}
