// SPDX-License-Identifier: MIT

import Analysis
import Hummingbird
import Partnership
import WorkingTime

/// `/you/notices`: how somebody wants to be told beside their inbox, and when not to be disturbed.
enum OwnNoticePages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let reach = try await call.site.accounts.reach(of: call.account.worker) ?? NoticeReach()
        return .page(page(call, typed(reach), faults: []))
    }

    @Sendable static func keep(_ call: Call) async throws -> Response {
        let form = call.form
        var faults: [(control: String, says: String)] = []
        let email = form["email"].trimmed
        if !email.isEmpty, !Accounts.isEmail(email) {
            faults.append(("email", "This is not an email address. Leave it empty for no email."))
        }
        let text = NoticeAddress.number(form["text"])
        if !form["text"].trimmed.isEmpty, text == nil {
            faults.append(("text", "This is not a mobile number. Write it as 07700 900123 or +44 7700 900123."))
        }
        let quiet = quietHours(form["quiet-from"], form["quiet-until"])
        if quiet == nil, !(form["quiet-from"] + form["quiet-until"]).isEmpty {
            faults.append(
                (
                    "quiet-from",
                    "Quiet hours need two different times, such as 22:00 and 07:00. Leave both empty for none."
                ))
        }
        guard faults.isEmpty else { return .page(page(call, form, faults: faults), status: .unprocessableContent) }
        let reach = NoticeReach(email: email.isEmpty ? nil : email, text: text, quietHours: quiet)
        try await call.site.accounts.keep(reach, of: call.account)
        return .redirect(to: "/you/notices?kept=yes")
    }

    private static func quietHours(_ from: String, _ until: String) -> QuietHours? {
        guard let from = second(from), let until = second(until) else { return nil }
        return QuietHours(fromSecondOfDay: from, untilSecondOfDay: until)
    }

    private static func second(_ text: String) -> Int? {
        let parts = text.trimmed.split(separator: ":").map { Int($0) }
        guard 2 <= parts.count, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        return hour * 3_600 + minute * 60
    }

    private static func typed(_ reach: NoticeReach) -> FormFields {
        var form = FormFields()
        form["email"] = reach.email ?? ""
        form["text"] = reach.text ?? ""
        form["quiet-from"] = reach.quietHours.map { time($0.fromSecondOfDay) } ?? ""
        form["quiet-until"] = reach.quietHours.map { time($0.untilSecondOfDay) } ?? ""
        return form
    }

    /// As a browser's time control wants it: "07:05".
    private static func time(_ second: Int) -> String {
        let two = { (number: Int) in (number < 10 ? "0" : "") + "\(number)" }
        return "\(two(second / 3_600)):\(two(second / 60 % 60))"
    }

    private static func page(_ call: Call, _ form: FormFields, faults: [(control: String, says: String)]) -> HTML {
        let ways = call.site.outbox.ways
        func field(_ name: String, _ label: String, _ type: String, _ hint: String) -> HTML {
            let fault = faults.first { $0.control == name }?.says
            return """
                <div class="field\(" wrong", when: fault != nil)"><label for="\(name)">\(label)</label><p class="hint" id="\(name)-hint">\(hint)</p>\
                \(fault.map { says -> HTML in "<p class=\"error\" id=\"\(name)-error\">\(says)</p>" })
                <input id="\(name)" name="\(name)" type="\(type)" value="\(form[name])" aria-describedby="\(name)-hint\(fault == nil ? "" : " \(name)-error")"\
                \(" aria-invalid=\"true\"", when: fault != nil)></div>
                """
        }
        let off = { (way: NoticeWay) in ways.contains(way) ? "" : " Nothing here sends any yet: ask your administrator."
        }
        let kept: HTML = call.query["kept"] == "yes" ? Parts.notice("<p>Kept. It counts from now on.</p>") : HTML()
        let main: HTML = """
            \(Parts.breadcrumbs([("You", "/you")], "How you are told"))<div class="narrow">\(ErrorSummary(faults).html)\(kept)<h1>How you are told</h1>
            <p class="lead">Whatever you choose, it also stands <a href="/inbox">on your screen</a>. A message outside says only that there is something
            to see, and where to sign in: no name, no place, nothing of any child.</p>
            <form method="post" action="/you/notices" class="stack"><input type="hidden" name="form-token" value="\(call.formToken)">
            \(field("email", "Email address", "email", "Leave it empty for no email.\(off(.email))"))\
            \(field("text", "Mobile number for text messages", "tel", "Leave it empty for none.\(off(.text))"))\
            \(field("quiet-from", "Quiet from", "time", "What is not urgent waits until the quiet hours are over. What is urgent comes at any hour."))\
            \(field("quiet-until", "Quiet until", "time", "Leave both empty for no quiet hours."))
            <p><button class="btn">Keep this</button></p></form></div>
            """
        return call.page((faults.isEmpty ? "" : "Error: ") + "How you are told", main)
    }
}

/// Checks what somebody types as an address.
enum NoticeAddress {
    /// A mobile number without spaces; nil where it is none.
    static func number(_ text: String) -> String? {
        let kept = text.filter { !" -().".contains($0) && !$0.isWhitespace }
        let digits = kept.hasPrefix("+") ? kept.dropFirst() : kept[...]
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), (10...15).contains(digits.count) else { return nil }
        return kept
    }

    /// The address as it is kept; nil where it is none for this way.
    static func read(_ text: String, for way: NoticeWay) -> String? {
        switch way {
        case .email: Accounts.isEmail(text.trimmed) ? text.trimmed : nil
        case .text: number(text)
        case .inbox, .webhook, .nobody: nil
        }
    }
}
