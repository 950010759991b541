// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Procedures
import WorkingTime

/// `/information`: what the area's protocol gives people to read, each kind of reader by themselves, and whom to turn to.
/// It holds nothing of any child.
enum InformationPages {
    @Sendable static func list(_ call: Call) async throws -> Response {
        let sections = call.packHere.sections
        let readers = InformationSheet.Reader.allCases.map { reader -> HTML in
            let count = sections.information.count { $0.readers.contains(reader) }
            let says = count == 0 ? "nothing written yet" : Spoken.counted(count, "page")
            return
                "<li><a href=\"/information/\(reader.rawValue)\">\(reader.heading)</a> <span class=\"small\">\(says)</span></li>"
        }
        let main: HTML = """
            <div class="narrow"><h1>Information</h1><p class="lead">To read, to print and to hand out: what \(call.packHere.title) has for each reader.</p>
            <section class="card"><h2>For whom</h2><ul class="plain">\(readers)</ul></section>\(ContactsView(call: call).html)
            <section class="card"><h2>When this program cannot be reached</h2><p><a href="/information/paper-report">A report form on paper</a>: the same questions in the same order.</p></section>
            \(note(call))</div>
            """
        return .page(call.page("Information", main, in: .information))
    }

    @Sendable static func show(_ call: Call) async throws -> Response {
        let reader = try reader(call)
        let main: HTML = """
            \(Parts.breadcrumbs([("Information", "/information")], reader.heading))\(Parts.onPaper("/information/\(reader.rawValue)/pdf"))
            <div class="narrow">\(sheet(reader, call))\(note(call))</div>
            """
        return .page(call.page(reader.heading, main, in: .information))
    }

    @Sendable static func pdf(_ call: Call) async throws -> Response {
        let reader = try reader(call)
        let document = PaperDocument(
            title: reader.heading, page: "/information/\(reader.rawValue)", body: sheet(reader, call))
        return try await call.paper(document, named: "information-\(reader.rawValue)")
    }

    private static func reader(_ call: Call) throws(PageFault) -> InformationSheet.Reader {
        guard let reader = call.parameters["reader"].flatMap(InformationSheet.Reader.init(rawValue:)) else {
            throw .notFound
        }
        return reader
    }

    private static func sheet(_ reader: InformationSheet.Reader, _ call: Call) -> HTML {
        let sections = call.packHere.sections
        let sheets = sections.information.filter { $0.readers.contains(reader) }.map { sheet -> HTML in
            "<section class=\"card\" id=\"\(sheet.id)\"><h2>\(sheet.title)</h2><p>\(Parts.lines(sections.filled(sheet.says)))</p></section>"
        }
        let body: HTML =
            sheets.isEmpty ? "<p>The protocol in force has nothing written for this reader yet.</p>" : sheets.joined()
        return "<h1>\(reader.heading)</h1>\(body)\(ContactsView(call: call).html)"
    }

    private static func note(_ call: Call) -> HTML {
        """
        <p class="small no-print">The words are the area’s own: they stand in its protocol,
        <a href="/protocols/\(FormFields.encode(call.packHere.id))#information">\(call.packHere.title)</a>, in <code>information</code> and <code>contacts</code> of the pack’s file.</p>
        """
    }
}

extension InformationSheet.Reader {
    /// "For children"
    var heading: String { self == .professionals ? "For people who work with children" : "For \(rawValue)" }
}

extension PackSections {
    /// A sheet's words with whom to turn to in place of each `{contact:ID}`; who isn't filled in yet is named without a
    /// number.
    func filled(_ text: String) -> String {
        contacts.reduce(text) { text, contact in
            let words = contact.isOpen ? contact.who : "\(contact.who), \(contact.says)"
            return text.replacing("{contact:\(contact.id)}", with: words)
        }
    }
}

extension Contact {
    /// Whether the area has yet to say how they are reached.
    var isOpen: Bool { says.hasPrefix("To be filled in locally") }
}
