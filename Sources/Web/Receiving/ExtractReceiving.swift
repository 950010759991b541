// SPDX-License-Identifier: MIT

import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Takes what another system hands in, and says what came of it. It checks by itself who sends it.
public protocol ExtractReceiving: Sendable {
    /// Throws where the record could not be written to: then it may be sent again.
    func receive(_ body: [UInt8], message: String, signature: String) async throws -> ReceivedAnswer
}

/// What such a system is answered.
public struct ReceivedAnswer: Sendable {
    let response: Response

    /// Why it was not taken (RFC 9457).
    public static func problem(_ status: Int, _ title: String, _ detail: String) -> ReceivedAnswer {
        struct Problem: Encodable {
            let title, detail: String
            let status: Int
        }
        return encoded(Problem(title: title, detail: detail, status: status), status, "application/problem+json")
    }

    /// What was found in it.
    public static func found(_ value: some Encodable, status: Int) -> ReceivedAnswer {
        encoded(value, status, "application/json")
    }

    private static func encoded(_ value: some Encodable, _ status: Int, _ type: String) -> ReceivedAnswer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(value) else { preconditionFailure("texts and numbers can be encoded") }
        return ReceivedAnswer(
            response: Response(
                status: HTTPResponse.Status(code: status), headers: [.contentType: type],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))))
    }
}
