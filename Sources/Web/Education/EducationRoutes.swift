// SPDX-License-Identifier: MIT

import Casework

/// Pupils who do not come to school: the worklist, a case, and the school's own simple entry.
enum EducationRoutes {
    static let all: [Route] = [
        .get("/education", working, EducationPages.list),
        .get("/episodes/{episode}/education", .episode(.see, .education), SchoolCasePages.show),
        .post("/episodes/{episode}/education/circumstances", assessing, SchoolCasePages.recordCircumstances),
        .post("/episodes/{episode}/education/judgement", assessing, SchoolCasePages.recordJudgement),
        .get("/school", entering, SchoolPages.list),
        .get("/children/{child}/absence", .both(.child(.see, .education), entering), AbsencePages.show),
        .post("/children/{child}/absence", .both(.child(.add, .education), entering), AbsencePages.record),
        .get("/children/{child}/gone", .both(.child(.see, .education), entering), GonePages.show),
        .post("/children/{child}/gone", .both(.child(.add, .episode), entering), GonePages.record),
    ]

    private static let working = RouteRule.roles(
        because: "They look for pupils who do not come to school, or answer for those who do.", \.worksOnSchoolCases)
    private static let entering = RouteRule.roles(because: "It is the school's own entry.") { $0 == .school }
    private static let assessing = RouteRule.both(
        .episode(.add, .education),
        .roles(because: "The school and those who look for pupils weigh it.") { $0.mayRecord(.vulnerabilityAssessed) })
}

extension Role {
    /// Whether the worklist of pupils who do not come to school is theirs.
    var worksOnSchoolCases: Bool {
        switch self {
        case .school, .educationWelfare, .cmeOfficer, .teamManager: true
        default: false
        }
    }
}
