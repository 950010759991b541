// SPDX-License-Identifier: MIT

import HTTPTypes
import Hummingbird

/// The short cookies of a child's link: its secret until the word is checked, the visit after that, and the language.
struct ForYouCookies {
    private let isSecure: Bool
    private let request: Request

    init(_ call: Call) {
        isSecure = call.site.configuration.isSecure
        request = call.request
    }

    private var secretName: String { isSecure ? "__Host-for-you" : "for-you" }
    private var visitName: String { isSecure ? "__Host-for-you-visit" : "for-you-visit" }

    private var languageName: String { isSecure ? "__Host-for-you-language" : "for-you-language" }

    var secret: String? { value(secretName) }
    /// The language that was chosen, where one was.
    var language: String? { value(languageName) }
    var visit: String? { value(visitName) }

    func setSecret(_ secret: String, in response: inout Response) {
        let isWhole = (20...64).contains(secret.utf8.count) && secret.utf8.allSatisfy(ForYouCookies.isLetter)
        // What is no secret is kept as an empty one, so that the answer is the same.
        set(secretName, isWhole ? secret : "none", maxAge: 900, in: &response)
    }

    func setVisit(_ token: String, in response: inout Response) {
        set(visitName, token, maxAge: Int(ForYouVisits.length.seconds), in: &response)
        set(secretName, "", maxAge: 0, in: &response)
    }

    func setLanguage(_ code: String, in response: inout Response) {
        set(languageName, code, maxAge: Int(ForYouVisits.length.seconds), in: &response)
    }

    func clear(in response: inout Response) {
        set(languageName, "", maxAge: 0, in: &response)
        set(visitName, "", maxAge: 0, in: &response)
        set(secretName, "", maxAge: 0, in: &response)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }

    private func value(_ name: String) -> String? {
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
                if parts.count == 2, parts[0] == name { return parts[1] }
            }
        }
        return nil
    }

    private func set(_ name: String, _ value: String, maxAge: Int, in response: inout Response) {
        let secure = isSecure ? "; Secure" : ""
        response.headers.append(
            HTTPField(
                name: .setCookie,
                value: "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(maxAge)\(secure)"))
    }
}
