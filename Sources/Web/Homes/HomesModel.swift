// SPDX-License-Identifier: MIT

import Casework

/// The homes that somebody is shown, with the addresses that they may have.
struct HomesModel: Sendable {
    struct Home: Sendable {
        let id: AgencyID
        let name: String
        let kind: Agency.Kind
        let area: String?
        let phones: String?
        /// Nil where it is not theirs to see, or not before they say what for.
        let address: String?
    }

    /// What was asked for by name: a home and what its address is for.
    struct Asked: Sendable {
        let home: Home
        let purpose: AddressPurpose
    }

    let homes: [Home]
    /// Nil where nothing was asked for, or what was asked is not theirs.
    let asked: Asked?
    /// Whether stating a purpose shows them addresses.
    let mayAsk: Bool

    init(_ call: Call) {
        let (access, state) = (call.access, call.state)
        let mayAsk = access.mayAskForAddresses
        func home(_ agency: Agency, for purpose: AddressPurpose?) -> Home {
            let address = [agency.details.text(.address), agency.details.word(.postcode)].compactMap(\.self)
            let isShown = access.maySeeAddress(of: agency.id, for: purpose)
            return Home(
                id: agency.id, name: agency.name, kind: agency.kind,
                area: agency.authority.map { state.agencies[$0]?.name ?? $0.name },
                phones: agency.details.text(.phones),
                address: isShown && !address.isEmpty ? address.joined(separator: ", ") : nil)
        }
        let listed = state.agencies.values.filter { agency in
            guard agency.kind == .childrensHome || agency.kind == .fosteringService else { return false }
            return mayAsk || access.maySeeAddress(of: agency.id, for: nil)
        }
        homes = listed.map { home($0, for: nil) }.sorted { ($0.name, $0.id.name) < ($1.name, $1.id.name) }
        self.mayAsk = mayAsk
        let purpose = AddressPurpose(rawValue: call.query["for"])
        let wanted = listed.first { $0.id.name == call.query["home"] }
        asked =
            mayAsk ? wanted.flatMap { agency in purpose.map { Asked(home: home(agency, for: $0), purpose: $0) } } : nil
    }
}
