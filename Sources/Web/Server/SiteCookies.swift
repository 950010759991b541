// SPDX-License-Identifier: MIT

import Casework
import HTTPTypes
import Hummingbird

/// The cookies: who is signed in; before that, which browser the sign-in form went to; and, where several processes
/// answer for one record, up to which entry this browser has seen it.
struct SiteCookies: Sendable {
    let isSecure: Bool

    private var sessionName: String { isSecure ? "__Host-homeward" : "homeward" }
    private var visitName: String { isSecure ? "__Host-homeward-visit" : "homeward-visit" }

    private var seenName: String { isSecure ? "__Host-homeward-seen" : "homeward-seen" }
    private static let seenDigits = 20

    func session(of request: Request) -> String? { value(sessionName, of: request) }
    func visit(of request: Request) -> String? { value(visitName, of: request) }

    func setSession(_ token: String, in response: inout Response) { set(sessionName, token, in: &response) }
    func setVisit(_ token: String, in response: inout Response) { set(visitName, token, in: &response) }

    func seen(of request: Request) -> Position? {
        value(seenName, of: request).flatMap { Int64($0) }.map { Position($0) }
    }

    func setSeen(_ position: Position, in response: inout Response) {
        let digits = "\(position.number)"
        set(seenName, String(repeating: "0", count: Self.seenDigits - digits.count) + digits, in: &response)
    }

    func clearSession(in response: inout Response) { set(sessionName, "", with: "; Max-Age=0", in: &response) }

    private func value(_ name: String, of request: Request) -> String? {
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                guard parts.count == 2, String(parts[0]).trimmed == name else { continue }
                let value = String(parts[1]).trimmed
                if (20...64).contains(value.utf8.count) { return value }
            }
        }
        return nil
    }

    private func set(_ name: String, _ value: String, with more: String = "", in response: inout Response) {
        let secure = isSecure ? "; Secure" : ""
        response.headers.append(
            HTTPField(name: .setCookie, value: "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax\(secure)\(more)"))
    }
}
