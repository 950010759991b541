// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// One child's row of ``AnnexAList8``.
struct ListRow {
    let child: Child
    let reference: String
    let care: CareCourse
    let year: ClosedRange<CivilDate>
    let state: State

    var cells: [DataTable.Cell] { who + careCells + placementCells + missingCells + workerCells }

    private var who: [DataTable.Cell] {
        let facts = child.facts
        let isUnaccompanied = facts.statuses.contains { status in
            status.kind == StatusSpan.unaccompanied && status.since <= year.upperBound
                && (status.until.map { year.lowerBound <= $0 } ?? true)
        }
        return [
            .text(reference), .text(ifAny: facts.identity.word(.sex).flatMap(Sex.init(code:))?.rawValue),
            .text(ifAny: facts.identity.word(.ethnicity)?.uppercased()), .date(ifAny: facts.born),
            .number(ifAny: facts.age(on: year.upperBound)), answer(isUnaccompanied), .blank,
        ]
    }

    private var careCells: [DataTable.Cell] {
        let reviews = child.history.standing + state.episodes(of: child.id).flatMap(\.history.standing)
        let reviewed = reviews.filter { $0.word == .statutoryReviewHeld }.map { London.date(of: $0.clockTime) }
            .filter { $0 <= year.upperBound }.max()
        return [
            .date(care.began), .blank, answer(care.periods > 1), .date(ifAny: care.legalStatusSince),
            .text(ifAny: care.last.legalStatus), .date(ifAny: reviewed), .blank, .blank, .blank, .blank, .blank,
            .number(care.placements), .date(ifAny: care.ended), .blank,
        ]
    }

    private var placementCells: [DataTable.Cell] {
        guard let stay = care.newest.last(where: { $0.placement != nil }), let placement = stay.placement else {
            return Array(repeating: .blank, count: 7)
        }
        let place = placement.place.flatMap { state.agencies[AgencyID($0)] }
        let host = placement.host ?? place?.authority
        let isOut = placement.outOfArea || host.map { $0 != child.facts.responsible } ?? false
        return [
            .date(stay.began), .text(placement.kind), .text(ifAny: stay.provider ?? place?.name),
            .text(ifAny: placement.postcode ?? place?.details.word(.postcode)), .blank, .text(isOut ? "OUT" : "IN"),
            .text(ifAny: host.map { state.agencies[$0]?.name ?? $0.name }),
        ]
    }

    private var missingCells: [DataTable.Cell] {
        let episodes = state.episodes(of: child.id).filter { episode in
            episode.facts.lookedAfter && episode.facts.countedKind != .missingFromEducation
                && episode.facts.start.map { year.contains(London.date(of: $0)) } ?? false
        }
        let away = episodes.filter { $0.facts.countedKind == .awayWithoutAuthorisation }
        let missing = episodes.filter { $0.facts.countedKind != .awayWithoutAuthorisation }
        let last = missing.max { ($0.facts.start ?? .distantPast) < ($1.facts.start ?? .distantPast) }
        let interview = last.map { InterviewAnswer($0) }
        return [
            .number(missing.count), .number(away.count), answer(interview?.isOffered), answer(interview?.isAccepted),
        ]
    }

    private var workerCells: [DataTable.Cell] {
        let allocation = child.facts.allocated("social-worker")
        return [.blank, .text(ifAny: allocation.map { state.workers[$0.worker]?.name ?? $0.worker })]
    }

    /// As inspectors' lists have it; blank where it is not so or not known.
    private func answer(_ holds: Bool?) -> DataTable.Cell { .text(ifAny: holds.map { $0 ? "a) Yes" : "b) No" }) }
}

extension Instant {
    fileprivate static var distantPast: Instant { Instant(secondsSince1970: .min) }
}
