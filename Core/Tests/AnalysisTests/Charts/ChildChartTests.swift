// SPDX-License-Identifier: MIT
import Testing
import WorkingTime

@testable import Analysis

private func at(_ text: String) -> Instant {
    do { return try TimeText.instant(text) } catch { preconditionFailure("the test's own time is well-formed") }
}

private func day(_ text: String) -> CivilDate {
    do { return try TimeText.date(text) } catch { preconditionFailure("the test's own date is well-formed") }
}

@Suite struct `A child's absences by year` {
    private func chart(_ form: YearsChart.Form = .wide, limit: Int = 12) -> YearsChart? {
        YearsChart(
            [
                .init(kind: .missing, began: day("2013-12-30"), ended: day("2014-01-03")),
                .init(kind: .absent, began: day("2015-03-01"), ended: day("2015-02-01")),
                .init(kind: .missing, began: day("2015-06-05"), ended: nil),
            ], today: day("2015-06-07"), id: "strip", form: form, limit: limit)
    }

    @Test func `are squares and diamonds in a row for each year, also for one without any`() throws {
        let drawn = try #require(chart())
        #expect(drawn.years == [2013, 2014, 2015] && drawn.notDrawn == 0 && drawn.kinds == [.missing, .absent])
        let svg = drawn.svg.markup
        #expect(svg.matches(of: /<rect [^>]*fill="#a3160f"/).count == 2)
        #expect(svg.matches(of: /<path [^>]*fill="#6fb1e4"/).count == 1)
        #expect(svg.contains("2 missing, 1 absent, from 2013 to 2015. The newest is not over."))
    }

    @Test func `leave out years for which there is no room, and say how many absences`() throws {
        let drawn = try #require(chart(limit: 1))
        #expect(drawn.years == [2015] && drawn.notDrawn == 1)
    }

    @Test func `are nothing where there are none, or none yet`() {
        #expect(YearsChart([], today: day("2015-06-07"), id: "strip") == nil)
        #expect(
            YearsChart([.init(kind: .missing, began: day("2016-01-01"), ended: nil)], today: day("2015-06-07"), id: "s")
                == nil)
    }

    @Test func `stay inside the picture, in both forms`() throws {
        for form in [YearsChart.Form.wide, .narrow] {
            let all =
                (1...12).flatMap { month in
                    [1, 28].compactMap { CivilDate(year: 2014, month: month, day: $0) }
                } + [day("2014-12-31")]
            let drawn = try #require(
                YearsChart(
                    all.map { .init(kind: .missing, began: $0, ended: $0) }, today: day("2014-12-31"), id: "s",
                    form: form))
            let edges = drawn.svg.markup.matches(of: /<rect x="([0-9.]+)"/).compactMap { Double($0.output.1) }
            #expect(edges.count == all.count)
            #expect(edges.allSatisfy { form.left - 8 <= $0 && $0 <= form.width - 8 })
        }
    }
}

@Suite struct `The timeline of an episode's duties` {
    private let bars = [
        DutyBar(
            label: "Tell the social worker", from: at("2015-06-05T22:00"), due: at("2015-06-05T23:00"),
            ended: at("2015-06-05T22:20"), fate: .done),
        DutyBar(
            label: "Agree a strategy", from: at("2015-06-05T22:00"), due: at("2015-06-06T04:00"),
            ended: at("2015-06-06T06:00"), fate: .doneLate),
        DutyBar(
            label: "Review the grade", from: at("2015-06-06T00:00"), due: at("2015-06-06T03:00"), ended: nil,
            fate: .overdue),
        DutyBar(
            label: "Hold the interview", from: at("2015-06-08T22:00"), due: at("2015-06-11T22:00"), ended: nil,
            fate: .owed),
    ]

    @Test func `hatches what is late, and draws now`() throws {
        let chart = try #require(DutyTimeline(bars, title: "Duties", now: at("2015-06-06T12:00"), id: "d"))
        let svg = chart.svg.markup
        #expect(svg.matches(of: /fill="url\(#d-late\)"/).count == 2)
        #expect(svg.contains(">now<"))
        #expect(svg.contains("4 duties: 1 done in time, 1 done late, 1 owed, not due yet, 1 overdue."))
        #expect(chart.legend.markup.contains("Hatched: later than it was due"))
    }

    @Test func `can be cut off, and says how many are not drawn`() throws {
        let chart = try #require(
            DutyTimeline(bars, title: "First day", now: at("2015-06-06T12:00"), until: at("2015-06-06T22:00"), id: "d"))
        #expect(chart.bars.count == 3 && chart.notDrawn == 1)
        #expect(chart.last == at("2015-06-06T12:00"))
        #expect(DutyTimeline([], title: "None", now: at("2015-06-06T12:00"), id: "d") == nil)
    }

    @Test(arguments: [
        ("2015-06-05T22:10", "2015-06-06T01:50", 8, "23:00"), ("2015-06-05T22:10", "2015-06-09T22:00", 8, "6 Jun"),
        ("2015-06-05T22:10", "2016-06-09T22:00", 4, "6 Jun"), ("2015-10-24T22:10", "2015-10-25T04:00", 8, "23:00"),
    ])
    func `has round times along its axis`(first: String, last: String, most: Int, label: String) {
        let ticks = TimeTicks(from: at(first), to: at(last), most: most).ticks
        #expect(ticks.first?.label == label)
        #expect((1...most + 1).contains(ticks.count))
        #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.at < $1.at })
    }
}
