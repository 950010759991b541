// SPDX-License-Identifier: MIT

import HTTPTypes
import Hummingbird
import Ledger
import NIOCore

/// Where other systems hand in extracts.
enum ReceivingRoutes {
    static let all: [Route] = [
        .post(
            "/receive/{force}",
            .signed(
                because: "Whoever hands in an extract signs it with the secret of that force, and is shown no record."),
            receive)
    ]

    /// No extract of one night is larger.
    static let mostBytes = 8 << 20

    @Sendable private static func receive(_ call: Call) async throws -> Response {
        guard let receiver = call.site.configuration.receivers[call.parameters["force"] ?? ""] else {
            return .problem(.notFound, "Nothing is taken here.", "No such force hands in here.")
        }
        do {
            let body = try await call.request.body.collect(upTo: mostBytes)
            return try await receiver.receive(
                Array(buffer: body), message: call.request.headers[.homewardMessage] ?? "",
                signature: call.request.headers[.homewardSignature] ?? ""
            ).response
        } catch is NIOTooManyBytesError {
            throw PageFault.tooLarge
        } catch let fault as LedgerFault {
            call.site.log.warning("an extract could not be recorded", metadata: ["fault": "\(fault.code)"])
            return .problem(.serviceUnavailable, "This can’t be recorded just now.", "Send it again in a while.")
        }
    }
}

extension HTTPField.Name {
    fileprivate static let homewardMessage = valid("homeward-message")
    fileprivate static let homewardSignature = valid("homeward-signature")

    private static func valid(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("a valid header name") }
        return name
    }
}
