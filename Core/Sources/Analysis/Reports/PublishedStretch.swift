// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// All that any report on a stretch may publish, protected together: two reports of different kinds on the same stretch hide
/// the same, so that nothing can be worked out from both that could not be from one.
///
/// What matters most comes first: the numbers that stand in a headline are never hidden for the sake of a finer table.
struct PublishedStretch {
    /// One table, in the order in which they are offered.
    enum Part: Hashable {
        case missing, kinds
        /// The kinds in an earlier stretch, by its place in ``others``.
        case other(Int)
        case care, area, interviewsInTime, duties, agenda, letters, answers, education, months
        case interviews, lengths, repeats, checks, nights, sex, age, ethnicity, inTimeBySex, inTimeByEthnicity
    }

    let source: ReportSource
    let rows: EpisodeRows
    let kinds: [AbsenceKind]
    /// The stretch before, and the same one a year ago, as far as the record holds them whole.
    let others: [ClosedRange<CivilDate>]
    /// Up to 24 months up to the end of the stretch.
    let series: ClosedRange<CivilDate>
    let education: EducationFigure
    private var ranked = RankedPublication()
    private var taken: [Part: (variant: Int, table: Int)] = [:]

    /// The stretch itself, as a condition beside its months.
    private let here: [String: String]

    init(_ source: ReportSource) {
        self.source = source
        rows = source.rows(source.period)
        kinds = source.kinds(rows)
        let start = source.firstWholeMonth ?? source.period.lowerBound
        let months = ReportPeriod.monthCount(source.period)
        others = Set([-months, -12]).map { ReportPeriod.moved(source.period, months: $0) }
            .filter { $0.lowerBound >= start }.sorted { $0.lowerBound < $1.lowerBound }
        // Each stretch that is shown has all its months in the series: whoever knows some of them could tell the rest.
        let first = ReportPeriod.adding(months: -23, to: ReportPeriod.firstOfMonth(source.period.upperBound))
        let shown = (others + [source.period]).map(\.lowerBound).min() ?? source.period.lowerBound
        series = min(max(first, start), shown)...source.period.upperBound
        education = EducationFigure(of: source.children, in: source.state, period: source.period)
        here = [Dimension.monthsID: PublishedStretch.name(source.period)]
        offerHeadlines()
        offerDetails()
    }

    /// The table as it may be shown; nil where it is left out.
    func table(_ part: Part) -> ProtectedTable? { taken[part].map { ranked.protected.table($0.table) } }

    /// Which of its variants stands for a part, 0 the finest.
    func variant(_ part: Part) -> Int? { taken[part]?.variant }

    var rule: String { ranked.protected.rule }
    /// The tables and the proof, for tests.
    var protected: ProtectedPublication { ranked.protected }

    /// A stretch of one month is that month of the table by months.
    private static func name(_ period: ClosedRange<CivilDate>) -> String {
        ReportPeriod.monthCount(period) == 1 ? ReportPeriod.names(period)[0] : ReportPeriod.short(period)
    }

    // MARK: In the order of their worth

    private mutating func offerHeadlines() {
        let stretches = others + [source.period]
        let missing = Crosstab(.kind, of: source.table, rows: rows).count(AbsenceKind.missing.rawValue)
        let conditions = here.merging([Dimension.kind.id: AbsenceKind.missing.title]) { $1 }
        offer(.missing, evenMostlyHidden: true) { publication in
            for each in stretches where ReportPeriod.monthCount(each) > 1 {
                publication.declare(
                    Dimension.monthsID, PublishedStretch.name(each), isMadeUpOf: ReportPeriod.names(each))
            }
            PublishedStretch.declareInterviews(&publication)
            publication.add("Missing", id: "missing", parts: [], whole: missing, among: conditions)
        }
        offer(.kinds, Crosstab(.kind, of: source.table, rows: rows), evenMostlyHidden: true)
        for (place, period) in others.enumerated() {
            let counted = Crosstab(.kind, of: source.table, rows: source.rows(period))
            offer(.other(place), evenMostlyHidden: true) {
                $0.add(counted, among: [Dimension.monthsID: PublishedStretch.name(period)])
            }
        }
        offerPlaces()
        offer(.interviewsInTime, Crosstab(.interviewInTime, of: source.table, rows: rows))
        offerWork()
        let own = source.table.rows(EpisodeSelection(period: series).within(.kind, AbsenceKind.missing.title))
        let monthly = Crosstab(.months(series), of: source.table, rows: own)
        offer(.months) { $0.add(monthly, among: [Dimension.kind.id: AbsenceKind.missing.title]) }
    }

    /// By kind, from care and from home, and of those from care in the area and out of it; else without the kinds.
    private mutating func offerPlaces() {
        let table = source.table
        offer(
            .care, Crosstab(.kind, by: .care, of: table, rows: rows), Crosstab(.care, of: table, rows: rows))
        let care = Dimension.care.labels(in: table)[0]
        let fromCare = table.rows(EpisodeSelection(period: source.period).within(.care, care))
        let conditions = here.merging([Dimension.care.id: care]) { $1 }
        let broad = Crosstab(.area, of: table, rows: fromCare)
        let fine = Crosstab(.kind, by: .area, of: table, rows: fromCare)
        // Where those from home do not stand beside them by kind, those from care by kind would tell of them.
        guard let variant = variant(.care) else { return }
        let variants: [RankedPublication.Variant] = [
            { $0.add(fine, among: conditions) }, { $0.add(broad, among: conditions) },
        ]
        if let (place, number) = ranked.offer(Array(variants.dropFirst(variant))) {
            taken[.area] = (place + variant, number)
        }
    }

    /// What was done: none of it is a count of the same episodes.
    private mutating func offerWork() {
        let duties = source.duties(rows)
        let panel = PanelFigure(of: source.table, rows: rows)
        let education = education
        func about(_ what: String) -> [String: String] { here.merging(["about": what]) { $1 } }
        let (onDuties, onLetters, onAnswers, onEducation) = (
            about("duties"), about("letters"), about("answers"), about("education")
        )
        offer(.duties, evenMostlyHidden: true) {
            $0.add(
                "Duties", id: "duties",
                parts: [("Done in time", duties.inTime), ("Late, missed or overdue", duties.notInTime)],
                whole: duties.due, among: onDuties)
        }
        offer(.agenda, Crosstab(.onAgenda, of: source.table, rows: rows), evenMostlyHidden: true)
        offer(.letters, evenMostlyHidden: true) {
            $0.add(
                "Letters", id: "letters", parts: [],
                whole: Count(episodes: panel.letters, children: panel.withLetter.children), among: onLetters)
        }
        offer(.answers, evenMostlyHidden: true) {
            $0.add(
                "Answers", id: "answers", parts: [],
                whole: Count(episodes: panel.feedbackReceived, children: panel.withFeedback.children), among: onAnswers)
        }
        offer(.education, evenMostlyHidden: true) {
            $0.add(
                EducationFigure.title, id: EducationFigure.id,
                parts: [
                    ("Traced or back, and closed", education.locatedAndClosed),
                    ("Closed otherwise", education.closedOtherwise), ("Still going on", education.ongoing),
                ], whole: education.referrals, among: onEducation)
        }
    }

    private mutating func offerDetails() {
        let (table, rows, here) = (source.table, rows, here)
        func counted(_ dimension: Dimension, by split: Dimension? = nil) -> Crosstab {
            Crosstab(dimension, by: split, of: table, rows: rows)
        }
        offer(.interviews, counted(.interview), counted(.interviewInShort))
        offer(.lengths, counted(.lengthHours), counted(.lengthInShort))
        let repeats = Repeats(of: table, rows: rows)
        taken[.repeats] = ranked.offer([
            { $0.add(repeats, kinds: [], among: here) }, { $0.add(broad: repeats, among: here) },
        ])
        offer(.checks, counted(.safeAndWell))
        offer(.nights, counted(.overnight))
        offer(.sex, counted(.sex))
        offer(.age, counted(.age), counted(.ageInShort), counted(.ageBroad))
        offer(.ethnicity, counted(.ethnicity))
        offer(.inTimeBySex, counted(.interviewInTime, by: .sex))
        offer(.inTimeByEthnicity, counted(.interviewInTime, by: .ethnicity))
    }

    /// Tables of the stretch, the finest first.
    private mutating func offer(_ part: Part, _ tables: Crosstab..., evenMostlyHidden: Bool = false) {
        let here = here
        let variants = tables.map { table -> RankedPublication.Variant in { $0.add(table, among: here) } }
        taken[part] = ranked.offer(variants, evenMostlyHidden: evenMostlyHidden)
    }

    private mutating func offer(
        _ part: Part, evenMostlyHidden: Bool = false, _ add: @escaping RankedPublication.Variant
    ) {
        taken[part] = ranked.offer([add], evenMostlyHidden: evenMostlyHidden)
    }

    /// The broader bands of interviews are made up of the finer ones.
    private static func declareInterviews(_ publication: inout Publication) {
        let labels = InterviewOutcome.allCases.map(\.rawValue)
        let id = Dimension.interview.id
        publication.declare(id, Dimension.notInTime, isMadeUpOf: Array(labels.dropFirst()))
        publication.declare(id, Dimension.notInTime, isMadeUpOf: [labels[1], Dimension.notHeld])
        publication.declare(id, Dimension.notHeld, isMadeUpOf: Array(labels.dropFirst(2)))
    }
}
