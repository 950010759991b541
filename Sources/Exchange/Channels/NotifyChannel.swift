// SPDX-License-Identifier: MIT

import Crypto
import Foundation
import Partnership
import WorkingTime

/// Email or text messages through GOV.UK Notify.
///
/// A template of the service's own says the words; it is given `urgent` ("urgent " or nothing) and `link`. The reference
/// is the message's key, which is nobody's data. Notify itself takes the same message twice, so where a try had no clear
/// answer it is first asked whether it has the reference.
public struct NotifyChannel: NoticeChannel {
    public enum Kind: String, Sendable {
        case email
        case text = "sms"
    }

    private let kind: Kind
    private let key: NotifyKey
    private let template: String
    private let base: String
    private let clock: @Sendable () -> Instant
    private let seconds: Double

    /// `clock` shows the real time: Notify refuses tokens whose time is off by more than 30 seconds. Nil where the
    /// address could be read on the way.
    public init?(
        _ kind: Kind, key: NotifyKey, template: String, base: String = "https://api.notifications.service.gov.uk",
        withinSeconds seconds: Double = 10, clock: @escaping @Sendable () -> Instant
    ) {
        guard HTTPAsking.isGuarded(base) else { return nil }
        (self.kind, self.key, self.template) = (kind, key, template)
        self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
        (self.clock, self.seconds) = (clock, seconds)
    }

    public func carry(_ notice: OutgoingNotice) async -> Carried {
        if notice.isRepeated {
            switch await known(notice.key) {
            case .success(let id?): return .taken(reference: id)
            case .success(nil): break
            case .failure(let fault): return .failed(fault.says)
            }
        }
        let body = Body(
            email: kind == .email ? notice.address : nil, phone: kind == .text ? notice.address : nil,
            template: template, personalisation: ["urgent": notice.isUrgent ? "urgent " : "", "link": notice.link],
            reference: notice.key)
        guard let bytes = try? JSONEncoder().encode(body) else { return .refused("the message could not be written") }
        let answer = await ask("POST", "/v2/notifications/\(kind.rawValue)", bytes)
        switch answer.status {
        case 201: return .taken(reference: Self.id(in: answer.body) ?? "")
        case 0: return .failed("no answer from Notify")
        case 429, 500...: return .failed("Notify answered \(answer.status) \(Self.fault(in: answer.body))")
        // A clock that is off, or a service still on trial: neither is mended by another address.
        case let status: return .refused("Notify answered \(status) \(Self.fault(in: answer.body))")
        }
    }

    private struct Fault: Error { let says: String }

    /// The id under which Notify has a message of this reference; nil where it has none.
    private func known(_ reference: String) async -> Result<String?, Fault> {
        let answer = await ask("GET", "/v2/notifications?reference=\(reference)", nil)
        guard answer.status == 200, let list = try? JSONDecoder().decode(Found.self, from: answer.body) else {
            return .failure(Fault(says: "Notify could not be asked (\(answer.status))"))
        }
        return .success(list.notifications.first?.id)
    }

    private func ask(_ method: String, _ path: String, _ body: Data?) async -> HTTPAsking.Answer {
        guard let url = URL(string: base + path) else { return HTTPAsking.Answer(status: 0, body: Data()) }
        return await HTTPAsking.ask(
            method, url,
            headers: [
                "Authorization": "Bearer \(key.token(at: clock().secondsSince1970))",
                "Content-Type": "application/json", "User-Agent": "Homeward",
            ], body: body, withinSeconds: seconds)
    }

    private static func id(in body: Data) -> String? { try? JSONDecoder().decode(Taken.self, from: body).id }

    /// Notify's name of the fault, and never its message, which may hold the address.
    private static func fault(in body: Data) -> String {
        let faults = (try? JSONDecoder().decode(Faults.self, from: body))?.errors ?? []
        return String((faults.first?.error ?? "").filter { $0.isLetter && $0.isASCII }.prefix(60))
    }

    private struct Body: Encodable {
        let email, phone: String?
        let template: String
        let personalisation: [String: String]
        let reference: String

        enum CodingKeys: String, CodingKey {
            case email = "email_address"
            case phone = "phone_number"
            case template = "template_id"
            case personalisation, reference
        }
    }

    private struct Taken: Decodable { let id: String }
    private struct Found: Decodable { let notifications: [Taken] }

    private struct Faults: Decodable {
        struct One: Decodable { let error: String }
        let errors: [One]
    }
}
