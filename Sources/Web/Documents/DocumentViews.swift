// SPDX-License-Identifier: MIT

import Analysis
import Casework

/// The form for a photo or a paper.
struct DocumentForm {
    let call: Call
    let faults: [FieldFault]

    var page: HTML {
        let child = call.child
        let name = child.facts.name
        let path = "/children/\(child.id.number)"
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/"), (name, path)], DocumentForm.title))
            <div class="narrow"><h1>\(DocumentForm.title)</h1><p class="lead">For \(Telling(state: call.state, now: call.now).nameWithAge(child)).</p>
            \(ErrorSummary(faults.map { ($0.control, $0.says) }).html)
            <form method="post" enctype="multipart/form-data" action="\(call.path)" class="stack" id="act">\(Parts.hidden(call))
            \(kind)\(file)\(title)
            <p class="submit"><button class="btn">Add it to the record</button></p></form>
            <p><a href="\(path)">Cancel</a></p></div>
            """
        return call.page((faults.isEmpty ? "" : "Error: ") + "\(DocumentForm.title): \(name)", main)
    }

    static let title = "Add a photo or a document"

    private var kind: HTML {
        let typed = call.form["kind"].isEmpty ? call.query["kind"] : call.form["kind"]
        let boxes = DocumentKind.allCases.map { kind -> HTML in
            """
            <label class="choice"><input type="radio" name="kind" value="\(kind.rawValue)"\(" checked", when: kind.rawValue == typed)> \(kind.says)</label>
            """
        }
        return """
            <fieldset class="field\(" wrong", when: fault("kind") != nil)" id="kind" tabindex="-1"><legend>What is it?</legend>\(said("kind"))
            <div class="choices">\(boxes)</div></fieldset>
            """
    }

    private var file: HTML {
        """
        <div class="field\(" wrong", when: fault("file") != nil)"><label for="file">The file</label>
        <p class="hint" id="file-hint">A JPEG or PNG picture, a PDF, or plain text, of 5 MB at most. Where and when a picture was taken is left out.</p>
        \(said("file"))<input id="file" name="file" type="file" accept="image/jpeg,image/png,application/pdf,text/plain" aria-describedby="\(fault("file") == nil ? "file-hint" : "file-error")"></div>
        """
    }

    private var title: HTML {
        """
        <div class="field"><label for="name">What it shows or says <span class="optional">(if known)</span></label>
        <p class="hint" id="name-hint">For example: at the school play, June 2015.</p>
        <input id="name" name="name" value="\(call.form["name"])" maxlength="120" aria-describedby="name-hint"></div>
        """
    }

    private func fault(_ control: String) -> String? { faults.first { $0.control == control }?.says }

    private func said(_ control: String) -> HTML {
        fault(control).map { text -> HTML in
            "<p class=\"error\" id=\"\(control)-error\"><span class=\"unseen\">Error:</span> \(text)</p>"
        } ?? HTML()
    }
}

/// The photo and the papers in a child's record.
struct DocumentsView {
    let child: Child
    let seen: Seen
    let now: Clock
    let mayAdd: Bool

    /// The newest photo, for who may see it.
    static func photo(of child: Child, _ seen: Seen, _ look: String = "photo") -> HTML {
        guard let photo = ChildDocument.photo(of: child, for: seen) else { return HTML() }
        return """
            <img class="\(look)" src="\(photo.address(of: child.id))" alt="Photo of \(child.facts.name): \(photo.name)">
            """
    }

    var html: HTML {
        let documents = ChildDocument.all(of: child, for: seen)
        if documents.isEmpty && !mayAdd { return HTML() }
        let rows = documents.reversed().map { document -> HTML in
            """
            <li><a href="\(document.address(of: child.id))">\(document.name)</a>
            <span class="small">\(kindOf(document)), added \(now.moment(document.mark.occurredAt))</span></li>
            """
        }
        let add: HTML =
            mayAdd
            ? "<p><a href=\"/children/\(child.id.number)/add/document-added\">\(DocumentForm.title)</a></p>" : HTML()
        let list: HTML = rows.isEmpty ? "<p>None yet.</p>" : "<ul class=\"plain\">\(rows)</ul>"
        return "<section class=\"card\"><h2>Photo and documents</h2>\(list)\(add)</section>"
    }

    private func kindOf(_ document: ChildDocument) -> String {
        switch document.type {
        case .jpeg, .png: "picture"
        case .pdf: "PDF"
        case .text: "text"
        case nil: "file"
        }
    }
}
