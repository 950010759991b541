// SPDX-License-Identifier: MIT

import WorkingTime

extension TimeText {
    /// Writes an instant as scenarios do: London time without an offset, `2015-06-05T22:10`; with the offset only where
    /// the clocks show that time twice and it is the second.
    public static func writeLocal(_ instant: Instant) -> String {
        let local = London.localTime(of: instant)
        let text = write(local)
        let short = local.second == 0 ? String(text.dropLast(3)) : text
        return London.instants(of: local).first == instant ? short : "\(short)+00:00"
    }

    /// Writes a due as scenarios do: a date, or a local date and time.
    public static func writeLocal(_ due: Due) -> String {
        switch due {
        case .instant(let instant): writeLocal(instant)
        case .date(let date): write(date)
        }
    }
}
