// SPDX-License-Identifier: MIT

import Casework

/// How long records are kept, and how they end.
enum RecordsRoutes {
    static let all: [Route] = [
        .get("/records", keeping, RecordsPages.show),
        .get("/children/{child}/erasure", erasing, ErasurePages.show),
        .post("/children/{child}/erasure", erasing, ErasurePages.propose),
        .post("/children/{child}/erasure/withdraw", erasing, ErasurePages.withdraw),
        .post("/children/{child}/erasure/confirm", erasing, ErasurePages.confirm),
    ]

    static let keeping = RouteRule.roles(
        because: "How long records are kept, and their end, is a records manager's work.", \.mayErase)
    private static let erasing = RouteRule.both(keeping, .child(.see, .identity))
}
