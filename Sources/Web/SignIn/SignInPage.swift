// SPDX-License-Identifier: MIT

import Analysis

/// The sign-in page.
struct SignInPage {
    let call: Call
    let email: String
    /// Why the last try failed.
    let fault: String?

    init(_ call: Call, email: String, fault: String?) {
        self.call = call
        self.email = email
        self.fault = fault
    }

    var html: HTML {
        let next = call.form["next"].isEmpty ? call.query["next"] : call.form["next"]
        let notice = call.site.configuration.signInNotice.map { text -> HTML in
            "<div class=\"notice\"><p>\(text)</p></div>"
        }
        let summary = fault.map { ErrorSummary([("email", $0)]).html }
        let isOut = !call.query["out"].isEmpty && fault == nil
        let provider = call.site.accounts.provider.map { provider -> HTML in
            let query = next.isEmpty ? "" : "?next=\(FormFields.encode(LocalPath(next).text))"
            let button = Parts.button(
                "Sign in with \(provider.settings.name)", to: "/sign-in/provider\(query)", "wide-btn")
            return "<p>\(button)</p><p>Or with a password:</p>"
        }
        let signedOut: HTML =
            call.site.accounts.provider.map { provider -> HTML in
                """
                <p>You are signed out of Homeward. On a computer that others use,
                <a href="/sign-in/provider/out">sign out of \(provider.settings.name)</a> as well.</p>
                """
            } ?? "<p>You are signed out.</p>"
        let body: HTML = """
            <div class="narrow">\(summary)\(Parts.notice(signedOut), when: isOut)\
            <h1>Sign in to Homeward</h1>
            <p class="lead">\(call.site.partnership.name): the shared record of children who go missing.</p>
            \(provider)<form method="post" action="/sign-in" class="stack">\(hidden(next: next))
            <div class="field\(" wrong", when: fault != nil)"><label for="email">Email address</label>
            \(fault.map { text -> HTML in "<p class=\"error\" id=\"email-error\">\(text)</p>" })
            <input id="email" name="email" type="email" autocomplete="username" required value="\(email)"\
            \(" aria-describedby=\"email-error\" aria-invalid=\"true\"", when: fault != nil)></div>
            <div class="field"><label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required></div>
            <p><button class="btn">Sign in</button></p></form>
            \(notice)
            <p class="small">If a child is in danger now, ring 999. Homeward never takes the place of a call.</p></div>
            """
        return Shell(title: (fault == nil ? "" : "Error: ") + "Sign in", main: body).html
    }

    private func hidden(next: String) -> HTML {
        let place = LocalPath(next).text
        return """
            <input type="hidden" name="form-token" value="\(call.formToken)"><input type="hidden" name="next" value="\(place)">
            """
    }
}
