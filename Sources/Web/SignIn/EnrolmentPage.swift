// SPDX-License-Identifier: MIT

import Analysis

/// The page that brings a second factor into an authenticator app: a picture to scan, the same as text, and a code back.
struct EnrolmentPage {
    let call: Call
    let account: Account
    let secret: TOTPSecret
    let path: String
    var fault: String?

    static let wrongCode = "This is not the code of now. Look whether the app shows “Homeward”, and type the next one."

    var html: HTML {
        let address = secret.address(issuer: "Homeward \(call.site.partnership.name)", account: account.email)
        let picture = QRCode(address)?.svg(label: "Picture of the key, to be scanned with an authenticator app")
        let above: HTML = """
            <p class="lead">Besides your password you need a code from your phone. A stolen password then opens nothing.</p>
            <ol><li>Open an authenticator app on your phone. Most phones have one, and any will do.</li>
            <li>Scan this picture with it.\(picture.map { svg -> HTML in "<div class=\"qr-frame\">\(svg)</div>" })
            <details><summary>I can’t scan it</summary><p>Type this key into the app, as a key based on time:</p>
            <p><code class="key">\(secret.grouped)</code></p>
            <p>On the phone itself: <a href="\(address)">open it in the app</a>.</p></details></li>
            <li>Type the code that the app shows.</li></ol>
            """
        let field = StepFrame.field(
            "code", "Code", hint: "Six digits; they change every half minute.", fault: fault,
            attributes: "inputmode=\"numeric\" autocomplete=\"one-time-code\" class=\"short\"")
        return StepFrame(
            call: call, heading: "Set up a second factor", fault: fault.map { ("code", $0) }, above: above,
            fields: field, button: "Set it up", path: path
        ).html
    }
}

/// The recovery codes, which are shown once.
enum RecoveryCodesPage {
    static func made(_ call: Call, _ codes: [String], next: String) -> HTML {
        let items = codes.map { code -> HTML in "<li><code>\(code)</code></li>" }
        let main: HTML = """
            <div class="narrow"><h1>Keep your recovery codes</h1><p class="lead">Your second factor is set up. If you lose your phone,
            each of these lets you in once. They are shown only now.</p>
            <div class="card sheet"><h2>Homeward, \(call.site.partnership.name)</h2><ol class="codes">\(items)</ol></div>
            <p>Print this page or write them down, and keep them where your phone is not.</p>
            <p>\(Parts.button("I have kept them: go on", to: next))</p></div>
            """
        return Shell(title: "Keep your recovery codes", main: main).html
    }

    static func used(_ call: Call, left: Int) -> HTML {
        let text =
            left == 0
            ? "That was your last recovery code. Make new ones, or set up your new phone, before you sign out."
            : "\(left) \(left == 1 ? "is" : "are") left. If your phone is lost, set up the new one now."
        let main: HTML = """
            <div class="narrow"><h1>Recovery code used</h1><p class="lead">\(text)</p>
            <p class="buttons">\(Parts.button("Go on", to: call.next)) \(Parts.button("Your sign-in", to: "/you", "quiet"))</p></div>
            """
        return Shell(title: "Recovery code used", main: main).html
    }
}
