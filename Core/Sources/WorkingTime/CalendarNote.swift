// SPDX-License-Identifier: MIT

/// What a calendar did not know when days were counted by it.
public enum CalendarNote: Hashable, Sendable {
    /// Bank holidays are published only through this date; a later one may still be announced.
    case bankHolidaysUnpublishedAfter(CivilDate)
    /// Bank holidays are held only from this date on.
    case bankHolidaysNotHeldBefore(CivilDate)
    /// No term dates are known: weekdays outside bank holidays were counted.
    case schoolTermsUnknown
    /// Term dates are known only through this date; after it, weekdays outside bank holidays were counted.
    case schoolTermsUnknownAfter(CivilDate)
    /// Term dates are known only from this date; before it, weekdays outside bank holidays were counted.
    case schoolTermsUnknownBefore(CivilDate)
}
