// SPDX-License-Identifier: MIT

import Analysis
import Casework

/// The frame of every page: head, skip link, header with what the role may use, main, footer.
struct Shell {
    var title: String
    var account: Account?
    var agencyName: String?
    var formToken = ""
    /// The navigation entry that is this page's.
    var current: Section?
    /// Scripts that the page uses, and works without.
    var scripts: [StaticFiles.File] = []
    /// Addresses of further style sheets, for paper only.
    var printStyles: [String] = []
    /// After how many seconds the page asks for itself where there is no script; nil for never.
    var refreshSeconds: Int?
    /// How many notices they have not seen.
    var unseenCount = 0
    /// Until when they stay signed in, for the foot of the page.
    var ending: SessionEnding?
    /// The language of the page, and which way it runs.
    var language = "en-GB"
    var direction = "ltr"
    var skip = "Skip to the main content"
    /// Whether the page says what it belongs to: not the pages that somebody reads on a shared phone.
    var isNamed = true
    var main: HTML

    enum Section: String, CaseIterable {
        // The board comes first for everybody who has one, then what is done at once.
        case board, report, school, education, children, meetings, concerns, records, administration, figures, looks,
            protocols
        case areaDuties = "area-duties"
        case interviews, languages
        case placements
        case handOver = "hand-over"
        case information

        var name: String {
            switch self {
            case .board: "Board"
            case .report: "Report"
            case .children: "Children"
            case .concerns: "Places and people"
            case .records: "Records"
            case .administration: "Administration"
            case .figures: "Figures"
            case .looks: "Who looked"
            case .protocols: "Protocol"
            case .areaDuties: "Regular work"
            case .interviews: "Interviews"
            case .languages: "Languages"
            case .meetings: "Meetings"
            case .school: "Not here today"
            case .education: "Education"
            case .placements: "Borders"
            case .handOver: "Hand-over"
            case .information: "Information"
            }
        }

        var path: String { self == .board || self == .administration ? "/" : "/\(rawValue)" }

        func isFor(_ role: Role) -> Bool {
            switch self {
            case .board: role.seesChildren
            case .report: role.guidesReports
            case .children: role.seesChildren
            case .concerns: role.readsConcerns
            case .records: role.mayErase
            case .administration: role == .administrator
            case .figures: role.seesFigures
            case .looks: role.reviewsLooks
            case .protocols: true
            case .areaDuties: role.seesAreaDuties
            case .interviews: role.worksOnInterviews
            case .languages: role.mayRecord(.catalogueConfirmed)
            case .meetings: role.seesChildren
            case .school: role == .school
            case .education: role.worksOnSchoolCases
            case .placements: role.worksAcrossBorders
            case .handOver: role.worksInTurns
            case .information: true
            }
        }
    }

    var html: HTML {
        """
        <!doctype html>
        <html lang="\(language)"\(" dir=\"rtl\"", when: direction == "rtl")><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)\(" - Homeward", when: isNamed)</title><link rel="stylesheet" href="\(StaticFiles.style.address)">
        <link rel="icon" href="data:,">\
        \(refreshSeconds.map { seconds -> HTML in "<noscript><meta http-equiv=\"refresh\" content=\"\(seconds)\"></noscript>" })\
        \(printStyles.map { place -> HTML in "<link rel=\"stylesheet\" media=\"print\" href=\"\(place)\">" })\
        \(scripts.map { file -> HTML in "<script defer src=\"\(file.address)\"></script>" })</head>
        <body><a class="skip" href="#main">\(skip)</a>
        \(header)
        <main id="main" tabindex="-1">\(main)</main>\(ending?.html)
        </body></html>

        """
    }

    private var header: HTML {
        guard isNamed else { return HTML() }
        guard let account else {
            return "<header class=\"top\"><span class=\"brand\">Homeward</span></header>"
        }
        let sections = Section.allCases.filter { $0.isFor(account.role) }
        // One more than fit is shown: a list of one under "More" would only hide it.
        let shown = sections.count <= Self.mostSections ? sections.count : Self.mostSections - 1
        let place = agencyName.map { ", \($0)" } ?? ""
        return """
            <header class="top"><span class="brand">Homeward</span><nav aria-label="Main">\(sections.prefix(shown).map(link))\(more(sections.dropFirst(shown)))</nav>
            \(account.role.seesChildren && current != .report ? search : HTML())
            <div class="who">\(inbox)<span><a href="/you"><b>\(account.name)</b></a><br>\(account.role.spoken.capitalisedFirst)\(place)</span>
            <form method="post" action="/sign-out"><input type="hidden" name="form-token" value="\(formToken)">\
            <button class="link">Sign out</button></form></div></header>
            """
    }

    /// The way to what they are told, with how much of it is new.
    private var inbox: HTML {
        if unseenCount == 0 { return "<a class=\"to-see\" href=\"/inbox\">To see</a>" }
        let count = 99 < unseenCount ? "99+" : "\(unseenCount)"
        return "<a class=\"to-see new\" href=\"/inbox\">To see <b>\(count)<span class=\"unseen\"> new</span></b></a>"
    }

    /// As many sections as stand in the header side by side.
    private static let mostSections = 6

    private func link(_ section: Section) -> HTML {
        "<a href=\"\(section.path)\"\(" aria-current=\"page\"", when: section == current)>\(section.name)</a>"
    }

    /// The sections for which there is no room, behind a word that opens without a script.
    private func more(_ sections: ArraySlice<Section>) -> HTML {
        guard !sections.isEmpty else { return HTML() }
        let here = current.flatMap { sections.contains($0) ? $0.name : nil }
        let word: HTML = here.map { "More<span class=\"here\">: \($0)</span>" } ?? "More"
        return """
            <details class="sections"><summary\(" class=\"current\"", when: here != nil)>\(word)</summary>\
            <ul>\(sections.map { "<li>\(link($0))</li>" as HTML })</ul></details>
            """
    }

    private var search: HTML {
        """
        <form class="search" action="/search" role="search"><label class="unseen" for="q">Find a child</label>\
        <input id="q" name="q" type="search" placeholder="Find a child" autocomplete="off"><button>Find</button></form>
        """
    }
}

extension Call {
    /// A page for who is signed in.
    func page(
        _ title: String, _ main: HTML, in current: Shell.Section? = nil, scripts: [StaticFiles.File] = [],
        refreshSeconds: Int? = nil, printStyles: [String] = []
    ) -> HTML {
        let agency = account.agency.map { state.agencies[$0]?.name ?? $0.name }
        return Shell(
            title: title, account: account, agencyName: agency, formToken: formToken, current: current,
            scripts: scripts + (account.role.seesChildren ? [StaticFiles.finder] : []) + [StaticFiles.session],
            printStyles: printStyles, refreshSeconds: refreshSeconds,
            unseenCount: site.outbox.unseenCount(of: account.worker), ending: SessionEnding(self),
            main: "\(openedNow.map { OpenedBanner(glass: $0, now: now).html })\(main)"
        ).html
    }
}

extension String {
    /// "Social worker" for "social worker".
    var capitalisedFirst: String {
        guard let first = utf8.first, first < 0x80 else { return prefix(1).uppercased() + dropFirst() }
        guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return self }
        return String(Unicode.Scalar(first - 0x20)) + self[utf8.index(after: startIndex)...]
    }
}
