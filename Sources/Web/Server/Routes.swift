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
        + DiscrepanciesRoutes.all + TogetherRoutes.all + AsKnownRoutes.all + StayingRoutes.all + HandOverRoutes.all
        + PolicePackRoutes.all + InboxRoutes.all + OutboxDeskRoutes.all + LetterRoutes.all + ReportsRoutes.all
        + InformationRoutes.all + WallRoutes.all + ReturnsRoutes.all + ReceivingRoutes.all

    /// The methods that each address answers to.
    static let methodsByPath: [String: [HTTPRequest.Method]] = Dictionary(grouping: all, by: \.path)
        .mapValues { $0.map(\.method) }
}
