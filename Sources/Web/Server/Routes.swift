// SPDX-License-Identifier: MIT

import HTTPTypes

/// Every address of the site. Each folder has its own, with the rule of each: `BoardRoutes`, `ChildrenRoutes`…
enum Routes {
    static let all: [Route] =
        ServerRoutes.all + SignInRoutes.all + YouRoutes.all + BoardRoutes.all + SearchingRoutes.all + ChildrenRoutes.all
        + EpisodesRoutes.all + EducationRoutes.all + BordersRoutes.all + DocumentsRoutes.all + ActsRoutes.all
        + ReportRoutes.all + ProtocolsRoutes.all
        + AreaDutiesRoutes.all + ProtectionRoutes.all + LooksRoutes.all + RecordsRoutes.all + SubjectAccessRoutes.all
        + AccessRoutes.all + FiguresRoutes.all + AreaReportsRoutes.all + ForYouRoutes.all + InterviewsRoutes.all
        + LanguagesRoutes.all + APIRoutes.all
        + MeetingsRoutes.all + ActionsRoutes.all + PlansRoutes.all + FeedRoutes.all + ConcernsRoutes.all
        + DiscrepanciesRoutes.all + TogetherRoutes.all + AsKnownRoutes.all + StayingRoutes.all + HomesRoutes.all
        + HandOverRoutes.all
        + PolicePackRoutes.all + InboxRoutes.all + OutboxDeskRoutes.all + LetterRoutes.all + ReportsRoutes.all
        + InformationRoutes.all + WallRoutes.all + ReturnsRoutes.all + ReceivingRoutes.all + MatchesRoutes.all

    /// The methods that each address answers to.
    static let methodsByPath: [String: [HTTPRequest.Method]] = Dictionary(grouping: all, by: \.path)
        .mapValues { $0.map(\.method) }

    /// Those of an address's pattern, as its answers name them.
    static func allowed(_ methods: [HTTPRequest.Method]) -> String {
        (methods + (methods.contains(.get) ? [.head] : [])).map(\.rawValue).joined(separator: ", ")
    }

    /// What may be asked with at `path`, whether or not anything is there; nothing where no address is like that.
    static func allowed(at path: String) -> String? {
        let parts = path.split(separator: "/")
        let fitting = methodsByPath.filter { pattern, _ in
            let names = pattern.split(separator: "/")
            return names.count == parts.count
                && zip(names, parts).allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") || $0 == $1 }
        }
        // What stands there as it is comes before what takes its place.
        let nearest = fitting.min { $0.key.count { $0 == "{" } < $1.key.count { $0 == "{" } }
        return (nearest?.value).map(allowed)
    }
}
