// SPDX-License-Identifier: MIT

import Casework

/// Records that may be of one child: what the register itself makes likely, what somebody decided, what was joined.
enum MatchesRoutes {
    private static let comparing = RouteRule.roles(
        because:
            "Who decides whether two records are of one child answers for records, and is shown only pairs of whom "
            + "they may see both, and where both live."
    ) { $0.mayRecord(.childrenCompared) }

    static let all: [Route] = [
        .get("/matches", comparing, MatchListPages.show),
        .get("/matches/pair", comparing, MatchPairPages.show),
        .post("/matches/pair", comparing, MatchPairPages.record),
    ]
}
