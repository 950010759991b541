// SPDX-License-Identifier: MIT

import HTTPTypes
import Hummingbird

/// A cookie of the sign-in's own, beside those of ``SiteCookies``: for us alone, and for no script.
struct OwnCookie: Sendable {
    let name: String
    let isSecure: Bool
    /// Nil for as long as the browser is open.
    let lastsSeconds: Int?

    /// What has been proved so far of a sign-in that is under way.
    static func halfway(_ call: Call) -> OwnCookie {
        OwnCookie("homeward-step", call, lastsSeconds: Int(Halfway.lastsFor.seconds))
    }

    /// The device, for those who signed in there before: half a year.
    static func device(_ call: Call) -> OwnCookie {
        OwnCookie("homeward-device", call, lastsSeconds: 180 * 86_400)
    }

    private init(_ name: String, _ call: Call, lastsSeconds: Int?) {
        isSecure = call.site.configuration.isSecure
        self.name = isSecure ? "__Host-\(name)" : name
        self.lastsSeconds = lastsSeconds
    }

    func value(in request: Request) -> String? {
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                guard parts.count == 2, String(parts[0]).trimmed == name else { continue }
                let value = String(parts[1]).trimmed
                if (20...200).contains(value.utf8.count) { return value }
            }
        }
        return nil
    }

    func set(_ value: String, in response: inout Response) {
        write(value, lastsSeconds, in: &response)
    }

    func clear(in response: inout Response) { write("", 0, in: &response) }

    private func write(_ value: String, _ lasts: Int?, in response: inout Response) {
        let more = (isSecure ? "; Secure" : "") + (lasts.map { "; Max-Age=\($0)" } ?? "")
        response.headers.append(
            HTTPField(name: .setCookie, value: "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax\(more)"))
    }
}
