// SPDX-License-Identifier: MIT

import HTTPTypes
import Hummingbird

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
        ReceivedAnswer(response: .problem(HTTPResponse.Status(code: status), title, detail))
    }

    /// What was found in it.
    public static func found(_ value: some Encodable, status: Int) -> ReceivedAnswer {
        ReceivedAnswer(response: .json(value, status: HTTPResponse.Status(code: status)))
    }
}
