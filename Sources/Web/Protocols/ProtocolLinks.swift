// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import Procedures

/// What the visitor may do with a protocol: read it, compare it, try it on the record, adopt it.
struct ProtocolLinks {
    let pack: ProtocolPack
    let call: Call
    /// Whether the page is that protocol's own.
    var isOnItsPage = false

    var html: HTML {
        let address = "/protocols/\(FormFields.encode(pack.id))"
        let here = call.term.pack
        var links: [(String, String, String)] = isOnItsPage ? [] : [("Read", "", address)]
        if pack.id != here, call.site.partnership.shelf.packs[here] != nil {
            links.append(("What would change", " with ", "\(address)/against/\(FormFields.encode(here))"))
        }
        if call.account.role.mayReplay { links.append(("Replay the record", " through ", "\(address)/replay")) }
        if call.account.role.mayRecord(.protocolAdopted) { links.append(("Adopt", " ", "\(address)/adopt")) }
        if isOnItsPage, call.account.role.seesAreaDuties, !pack.sections.calendar.isEmpty {
            links.append(("Where the area's regular work stands", " beside ", "/area-duties"))
        }
        return links.map { text, between, place -> HTML in
            "<a href=\"\(place)\">\(text)<span class=\"unseen\">\(between.isEmpty ? " " : between)\(pack.title)</span></a>"
        }.joined(separator: " · ")
    }
}
