// SPDX-License-Identifier: MIT

import WorkingTime

extension Report {
    /// The report for a page or for paper: no style, no scripts.
    public var sheet: HTML {
        """
        <article class="report report-\(id)"><header><h1>\(title)</h1><p class="lead">\(ReportPeriod.spoken(period))</p></header>\
        \(sections.enumerated().map { drawn($0.element, number: $0.offset) })\(ending)</article>
        """
    }

    /// The report as a file that needs nothing beside it.
    public var document: HTML {
        """
        <!doctype html>
        <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
        <title>\(title), \(ReportPeriod.short(period))</title><style>\(HTML(trusted: ReportStyle.css))</style></head>
        <body><main>\(sheet)</main></body></html>
        """
    }

    private func drawn(_ section: Section, number: Int) -> HTML {
        """
        <section class="part" aria-labelledby="part-\(number)"><h2 id="part-\(number)">\(section.title)</h2>\
        \(section.parts.map(drawn))</section>
        """
    }

    private func drawn(_ part: Part) -> HTML {
        switch part {
        case .words(let words): "<p>\(words)</p>"
        case .points(let points): "<ul>\(points.map { "<li>\($0)</li>" as HTML })</ul>"
        case .terms(let terms):
            "<dl class=\"terms\">\(terms.map { "<dt>\($0.term)</dt><dd>\($0.says)</dd>" as HTML })</dl>"
        case .headlines(let headlines):
            """
            <dl class="headlines">\(headlines.map { headline -> HTML in
                "<div><dt>\(headline.label)</dt><dd><b>\(headline.cell.spoken)</b><span>\(headline.note)</span></dd></div>"
            })</dl>
            """
        case .table(let table):
            table.html + (table.definition.map { "<p class=\"definition\">\($0)</p>" as HTML } ?? HTML())
        case .picture(let picture): "<div class=\"picture\"><h3>\(picture.title)</h3>\(picture.html)</div>"
        case .writing(let lines):
            lines.map { "<div class=\"writing\"><p>\($0)</p><div class=\"line\"></div></div>" as HTML }.joined()
        case .note(let note): "<p class=\"definition\">\(note)</p>"
        }
    }

    private var ending: HTML {
        let hidden: HTML =
            rule.map { "<h3>What is not shown</h3><p>\($0) The mark is \(ReportCell.hiddenMark).</p>" } ?? HTML()
        let lacking: HTML =
            gaps.isEmpty ? HTML() : "<h3>What the record lacks</h3><ul>\(gaps.map { "<li>\($0)</li>" as HTML })</ul>"
        return """
            <footer class="about">\(hidden)\(lacking)<p>\(method) Made \(Spoken.fullDate(London.date(of: madeAt))), \
            \(Spoken.time(madeAt)). \("For those who need it to keep children safe: not for publication.", when: !isPublished)</p></footer>
            """
    }
}
