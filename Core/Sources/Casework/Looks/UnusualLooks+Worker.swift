// SPDX-License-Identifier: MIT

import WorkingTime

extension UnusualLooks {
    /// Many different children within an hour, and many times more than the worker's own usual: one entry a date.
    func manyChildren(_ opened: [PlacedLook], _ span: Range<Instant>) -> [UnusualLook] {
        let days = Dictionary(grouping: opened, by: Self.date)
        let busiest = days.mapValues(Self.busiestHour)
        return days.keys.compactMap { date in
            guard let hour = busiest[date], let last = hour.last, span.contains(last.look.at) else { return nil }
            let count = Self.childCount(hour)
            let before = (1...figures.usualDays).compactMap { busiest[date.adding(days: -$0)].map(Self.childCount) }
            let usual = before.isEmpty ? nil : before.sorted()[before.count / 2]
            guard figures.manyChildren <= count, usual.map({ $0 * figures.timesUsual <= count }) ?? true else {
                return nil
            }
            return item(.manyChildren(count: count, usual: usual), hour, date: date)
        }
    }

    /// Looks outside office hours by a role that works in them: one entry a date.
    func outOfHours(_ opened: [PlacedLook], _ span: Range<Instant>) -> [UnusualLook] {
        let meant = opened.filter { placed in
            span.contains(placed.look.at) && placed.look.by.role.worksOfficeHours
                && !officeHours.isOpen(at: placed.look.at, in: calendar)
        }
        return Dictionary(grouping: meant, by: Self.date).map { date, looks in
            item(.outOfHours(count: looks.count, children: Self.childCount(looks)), looks, date: date)
        }
    }

    /// Many children by somebody whose account was only just added.
    func soonAfterAdded(_ opened: [PlacedLook], _ span: Range<Instant>) -> [UnusualLook] {
        guard let worker = opened.first?.look.by.worker, let added = people[worker]?.addedAt else { return [] }
        let meant = opened.filter { added <= $0.look.at && $0.look.at <= added + .hours(figures.newcomerHours) }
        let count = Self.childCount(meant)
        guard figures.newcomerChildren <= count, meant.contains(where: { span.contains($0.look.at) }) else { return [] }
        return [item(.soonAfterAdded(children: count), meant)]
    }

    /// Refusals with nothing allowed between them: one entry a row, named by the date on which it began.
    func refusedInARow(_ own: [PlacedLook], _ span: Range<Instant>) -> [UnusualLook] {
        var rows: [[PlacedLook]] = [[]]
        for placed in own {
            switch placed.look.kind {
            case .refused:
                let longest = Elapsed.minutes(figures.refusalMinutes)
                if let last = rows[rows.count - 1].last, longest < placed.look.at - last.look.at { rows.append([]) }
                rows[rows.count - 1].append(placed)
            case .looked, .exported: rows.append([])
            default: break
            }
        }
        let long = rows.filter { figures.refusals <= $0.count && $0.contains { span.contains($0.look.at) } }
        return Dictionary(grouping: long) { Self.date($0[0]) }.map { date, rows in
            let looks = rows.flatMap(\.self)
            let longest = rows.map(\.count).max() ?? 0
            return item(.refusedInARow(count: longest, children: Self.childCount(looks)), looks, date: date)
        }
    }

    /// Searches for one child whom the worker may not see.
    func searchedInVain(_ own: [PlacedLook], _ span: Range<Instant>) -> [UnusualLook] {
        let meant = own.filter { $0.look.kind == .soughtInVain && span.contains($0.look.at) && $0.look.child != nil }
        return Dictionary(grouping: meant) { $0.look.child }.compactMap { child, looks in
            guard figures.searchesInVain <= looks.count else { return nil }
            return item(.searchedInVain(count: looks.count), looks, child: child)
        }
    }

    static func childCount(_ looks: [PlacedLook]) -> Int { Set(looks.compactMap(\.look.child)).count }

    /// The looks of the hour in which most different children were looked at; the first where several are as busy.
    private static func busiestHour(_ looks: [PlacedLook]) -> [PlacedLook] {
        var best: [PlacedLook] = []
        var most = 0
        for start in looks.indices {
            let end = looks[start].look.at + .hours(1)
            let hour = Array(looks[start...].prefix { $0.look.at < end })
            let count = childCount(hour)
            if most < count { (best, most) = (hour, count) }
        }
        return best
    }
}

extension Role {
    /// Whether people in this role work in an office's hours, and somebody else answers at night.
    public var worksOfficeHours: Bool {
        switch self {
        case .socialWorker, .teamManager, .iro, .advocate, .interviewer, .school, .educationWelfare, .cmeOfficer,
            .homeOffice, .panelChair, .analyst:
            true
        default: false
        }
    }
}
