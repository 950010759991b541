// SPDX-License-Identifier: MIT

import Asking
import Foundation

/// One question to a provider, which is trusted only where nobody can write on the way.
enum ProviderAsking {
    /// Asks for what is at the address, or sends it a form. Refuses any answer but 200.
    static func ask(
        _ address: String, form: FormFields? = nil, authorization: String? = nil
    ) async throws -> Data {
        guard HTTPAsking.isGuarded(address), let url = URL(string: address) else {
            throw ProviderFault.misconfigured("address")
        }
        var headers = ["Accept": "application/json"]
        headers["Authorization"] = authorization
        if form != nil { headers["Content-Type"] = "application/x-www-form-urlencoded" }
        let answer = await HTTPAsking.ask(
            form == nil ? "GET" : "POST", url, headers: headers, body: form.map { Data($0.encoded.utf8) })
        guard answer.status == 200 else {
            throw ProviderFault.noAnswer(answer.status == 0 ? "no connection" : "status \(answer.status)")
        }
        return answer.body
    }
}
