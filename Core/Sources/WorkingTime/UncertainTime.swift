/// When something happened, exactly as far as it is known and no further.
public enum UncertainTime: Hashable, Sendable {
    /// Known to the minute.
    case at(Instant)
    /// "About ten": the instant that was named, known not to be exact.
    case about(Instant)
    /// "Between 22:00 and 23:30", both ends included.
    case between(Instant, Instant)
    /// Only the date is known.
    case on(CivilDate)
}
