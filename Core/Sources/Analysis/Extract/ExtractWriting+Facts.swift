// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// The rows of one episode and of what was done about it.
extension ExtractWriting {
    mutating func episodeRow(_ episode: Episode, _ key: String, _ subject: ExtractSubject) -> [DataTable.Cell] {
        let facts = episode.facts
        let kind = AbsenceKind(facts)
        let began = facts.start
        let day = began.map { London.date(of: $0) }
        let isByDate = facts.missingSince?.precision == .dateOnly
        let found = kind == .away ? facts.returnedAt : facts.locatedAt ?? facts.returnedAt
        let ended = found ?? facts.closedAt
        let length = isByDate ? nil : began.flatMap { start in ended.map { ($0 - start).seconds / 60 } }
        let placement = day.flatMap { subject.child.facts.placement(on: $0) }
        let host = placement?.host
        let isElsewhere = host.map { $0 != subject.child.facts.responsible } ?? false
        let postcode = episode.history.standing.last { $0.word == .located }?.details.word(.postcode)
        let hour = began.flatMap { isByDate ? nil : London.localTime(of: $0).secondOfDay / 3_600 }
        return [
            .text(key), .text(subject.key), .text(facts.isSchoolCase ? "school-case" : kind.name),
            .text(facts.countedKind.rawValue), .text(facts.category.rawValue), .text(ifAny: facts.grade?.rawValue),
            .flagNumber(facts.lookedAfter), .number(ifAny: day.flatMap { subject.child.facts.age(on: $0) }),
            date(began), .number(ifAny: hour), .text(facts.missingSince.map { Self.spoken($0.precision) } ?? "exact"),
            date(ended), .number(ifAny: length.flatMap { $0 < 0 ? nil : Int($0) }), .flagNumber(ended == nil),
            .text(ifAny: placement.flatMap { PlacementKind(word: $0.kind) }?.rawValue),
            placement.map { .flagNumber($0.outOfArea || isElsewhere) } ?? .blank,
            subject.isHeldBack ? .blank : place(facts.from), subject.isHeldBack ? .blank : sector(postcode),
            subject.isHeldBack ? .blank : miles(to: postcode, placement, subject), .text(ifAny: safeAndWell(episode)),
        ]
    }

    private func miles(to found: String?, _ placement: Placement?, _ subject: ExtractSubject) -> DataTable.Cell {
        guard let places = making.places, let found = found.flatMap(Postcode.init) else { return .blank }
        let registered = placement?.place.flatMap { state.agencies[AgencyID($0)]?.details.word(.postcode) }
        let from = placement == nil ? subject.child.facts.postcode : placement?.postcode ?? registered
        guard let from = from.flatMap(Postcode.init), let miles = places.miles(from: from, to: found) else {
            return .blank
        }
        return .decimal((miles * 10).rounded() / 10)
    }

    private func safeAndWell(_ episode: Episode) -> String? {
        let last = episode.history.standing.last { $0.word == .safeAndWellChecked || $0.word == .safeAndWellNotHeld }
        return last.map { $0.word == .safeAndWellChecked ? "done" : "not-held" }
    }

    private static func spoken(_ precision: UncertainTime.Precision) -> String {
        switch precision {
        case .exact: "exact"
        case .about: "about"
        case .between: "between"
        case .dateOnly: "date-only"
        }
    }

    mutating func addInterview(_ episode: Episode, _ key: String, _ subject: ExtractSubject) {
        guard let returned = episode.facts.returnedAt, !episode.facts.isSchoolCase else { return }
        let course = InterviewCourse(of: episode)
        let offered = episode.history.standing.first { $0.word == .interviewOffered }?.clockTime
        let held = course.held?.clockTime
        add(
            .interview,
            [
                .text(self.key("interview", episode.id.number)), .text(key), .text(subject.key),
                .text(course.stage.rawValue), date(returned), hours(returned, offered), hours(returned, held),
                held.map { .flagNumber($0 <= returned + .hours(72)) } ?? .blank, .number(course.findings.count),
                .number(course.findings.count - course.unanswered.count),
            ])
    }

    private func hours(_ from: Instant, _ to: Instant?) -> DataTable.Cell {
        guard let to, from <= to else { return .blank }
        return .decimal((Double((to - from).seconds) / 360).rounded() / 10)
    }

    mutating func addDuties(_ episode: Episode, _ key: String, _ subject: ExtractSubject) {
        for duty in making.standings(episode.id) {
            let own = making.pseudonym("duty \(episode.id.number) \(duty.duty) \(duty.instance)")
            add(
                .duty,
                [
                    .text(own), .text(key), .text(subject.key), .text(duty.duty), .number(duty.instance),
                    .text(duty.owedBy.rawValue), .text(duty.state.written), date(duty.from),
                    duty.due.map { date($0.date) } ?? .blank, .number(ifAny: duty.lateBy.map { Int($0.seconds / 60) }),
                    .flagNumber(duty.isLocalChoice),
                ])
        }
    }

    mutating func addNotices(_ episode: Episode, _ key: String, _ subject: ExtractSubject) {
        let marks = episode.history.standing
        for mark in marks where mark.word == .notified {
            let to = mark.details.word(.to)
            let seen = marks.first { later in
                guard later.word == .acknowledged, mark.clockTime <= later.clockTime else { return false }
                let whose = later.details.word(.to) ?? later.by.rawValue
                return later.details.number(.what) == Int(mark.position.number) || whose == to
            }
            let after = episode.facts.start.map { Int((mark.clockTime - $0).seconds / 60) }
            add(
                .notice,
                [
                    .text(self.key("notice", mark.position.number)), .text(key), .text(subject.key),
                    .text(to.flatMap(Role.init(rawValue:))?.rawValue ?? "other"), .text(mark.by.rawValue),
                    date(mark.clockTime), .number(ifAny: after),
                    .number(ifAny: seen.map { Int(($0.clockTime - mark.clockTime).seconds / 60) }),
                ])
        }
    }

    mutating func addMeetings(_ history: History, _ episode: String?, _ subject: ExtractSubject) {
        for mark in history.standing where mark.word == .meetingHeld {
            let kind = mark.details.word(.kind).flatMap { making.meetingKinds.contains($0) ? $0 : nil } ?? "other"
            add(
                .meeting,
                [
                    .text(self.key("meeting", mark.position.number)), .text(subject.key), .text(ifAny: episode),
                    .text(ifAny: mark.details.number(.meeting).map { self.key("gathering", $0) }), .text(kind),
                    date(mark.clockTime),
                ])
        }
    }
}

extension DutyState {
    /// As the extract has it: `not-yet`.
    fileprivate var written: String {
        switch self {
        case .notYet: "not-yet"
        case .doneLate: "done-late"
        default: rawValue
        }
    }
}
