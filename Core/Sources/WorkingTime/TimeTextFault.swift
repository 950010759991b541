// SPDX-License-Identifier: MIT

/// Why a text is not a date or a time. Each carries the text or the part of it that is at fault.
public enum TimeTextFault: Error, Hashable, Sendable {
    /// Not written as a date: `2015-06-05`, or `05/06/2015` where days come first.
    case notADate(String)
    /// Written as a date, but no calendar has it: 31 June.
    case noSuchDate(String)
    /// Not written as a date with a time: `2015-06-05T22:10`, seconds and offset as the reader allows.
    case notATime(String)
    /// Written as a time, but no clock shows it: 24:00, 12:60.
    case noSuchTime(String)
    /// What follows the time is neither `Z` nor an offset such as `+01:00`.
    case notAnOffset(String)
    /// Clocks in London never showed it.
    case neverOccurs(LocalTimeFault)
    /// The second of two times is before the first.
    case endsBeforeItStarts(String)
}
