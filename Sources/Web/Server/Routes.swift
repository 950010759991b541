// SPDX-License-Identifier: MIT

import Casework
import HTTPTypes

/// Every address of the site, and who may ask for it at all.
///
/// Which children somebody then sees is for `Access`: a handler asks `Call.child` or `Call.episode`, which answer a hidden
/// one as one that isn't there.
enum Routes {
    static let all: [Route] = open + SignInRoutes.all + YouRoutes.all + own + board + children + episodes + report
        + protocols + areaDuties

    /// What anybody may ask for.
    private static let open: [Route] = [
        .get("/static/{file}", for: .everybody, StaticFiles.show),
        .get("/healthz", for: .everybody) { _ in .text("ok\n") },
    ]

    /// What concerns nobody but who is signed in.
    private static let own: [Route] = [
        .get("/", BoardPages.show),
        .post("/drafts", for: casework, DraftPages.keep),
    ]

    private static let board: [Route] = [
        .get("/board/part", for: casework, BoardPages.part),
        .get("/changes", for: casework, Changes.stream),
        .get("/search", for: casework, SearchPages.show),
        .get("/search/found", for: casework, SearchPages.found),
    ]

    private static let children: [Route] = [
        .get("/children", for: casework, ChildPages.list),
        .get("/children/new", for: registering, NewChild.show),
        .post("/children/new", for: registering, NewChild.record),
        .get("/children/{child}", for: casework, ChildPages.show),
        .get("/children/{child}/pen-picture", for: casework, ChildPages.showPenPicture),
        .get("/children/{child}/add/{word}", for: casework, ActPages.show),
        .post("/children/{child}/add/{word}", for: casework, ActPages.record),
    ]

    private static let episodes: [Route] = [
        .get("/episodes/{episode}", for: casework, EpisodePages.show),
        .get("/episodes/{episode}/part", for: casework, EpisodePages.part),
        .get("/episodes/{episode}/add/{word}", for: casework, ActPages.show),
        .post("/episodes/{episode}/add/{word}", for: casework, ActPages.record),
    ]

    private static let report: [Route] = [
        .get("/report", for: reporting, ReportPages.choose),
        .post("/report", for: reporting, ReportPages.begin),
        .get("/report/sent/{episode}", for: reporting, ReportPages.showSent),
        .get("/report/{draft}/child", for: reporting, ReportPages.showChild),
        .post("/report/{draft}/child", for: reporting, ReportPages.keepChild),
        .get("/report/{draft}/checks", for: reporting, ReportPages.showChecks),
        .post("/report/{draft}/checks", for: reporting, ReportPages.keepChecks),
        .get("/report/{draft}/seen", for: reporting, ReportPages.showSeen),
        .post("/report/{draft}/seen", for: reporting, ReportPages.keepSeen),
        .get("/report/{draft}/answers", for: reporting, ReportPages.showAnswers),
        .post("/report/{draft}/send", for: reporting, ReportPages.send),
    ]

    /// A protocol holds no child: whoever is signed in may read it.
    private static let protocols: [Route] = [
        .get("/protocols", ProtocolPages.list),
        .get("/protocols/{pack}", ProtocolPages.show),
        .get("/protocols/{pack}/print.css", ProtocolPages.printStyle),
        .get("/protocols/{pack}/against/{other}", DifferencePages.show),
        .get("/protocols/{pack}/replay", for: replaying, ReplayPages.show),
        .get("/protocols/{pack}/adopt", for: adopting, AdoptionPages.show),
        .post("/protocols/{pack}/adopt", for: adopting, AdoptionPages.record),
    ]

    /// The area's regular work holds no child either, but says who left what undone: for those whose work it is.
    private static let areaDuties: [Route] = [
        .get("/area-duties", for: regularWork, AreaDutyPages.show),
        .post("/area-duties", for: recordingRegularWork, AreaDutyPages.record),
    ]

    private static let casework = Audience.roles(\.seesChildren)
    private static let reporting = Audience.roles(\.guidesReports)
    private static let replaying = Audience.roles(\.mayReplay)
    private static let adopting = Audience.roles { $0.mayRecord(.protocolAdopted) }
    private static let regularWork = Audience.roles(\.seesAreaDuties)
    private static let recordingRegularWork = Audience.roles { $0.seesAreaDuties && $0.mayRecord(.areaDutyDone) }
    private static let registering = Audience.roles { $0.seesChildren && $0.mayRecord(.childRegistered) }

    /// The methods that each address answers to.
    static let methodsByPath: [String: [HTTPRequest.Method]] = Dictionary(grouping: all, by: \.path)
        .mapValues { $0.map(\.method) }
}
