// SPDX-License-Identifier: MIT

import WorkingTime

/// How long a duty leaves, as coarsely as a drawing needs it.
enum FlowSpan: Int, CaseIterable, Hashable {
    case hour
    case day
    case threeDays
    case later
    case regularly
    case asStated

    init(of duty: Duty) {
        switch duty.due {
        case .length(let length), .figure(_, let length): self.init(length)
        case .stated(_, _, let otherwise): self = otherwise.map { FlowSpan($0) } ?? .asStated
        case .every: self = .regularly
        }
    }

    init(_ length: DueLength) {
        guard let elapsed = length.elapsed else {
            self = length.count <= 1 ? .day : .later
            return
        }
        self = elapsed <= .hours(1) ? .hour : elapsed <= .hours(24) ? .day : elapsed <= .hours(72) ? .threeDays : .later
    }

    var isWithinADay: Bool { self == .hour || self == .day }

    var says: String {
        switch self {
        case .hour: "within 1 hour"
        case .day: "within 24 hours"
        case .threeDays: "within 72 hours"
        case .later: "later"
        case .regularly: "again and again"
        case .asStated: "when agreed"
        }
    }
}
