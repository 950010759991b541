// SPDX-License-Identifier: MIT

/// The published shares that the invented history is drawn by, each with where it was published.
public enum Shares {
    /// What an episode is held as. Hartlepool, 1 April 2017 to 31 March 2018, all children: 621 missing, 48 absent,
    /// 28 away without authorisation.
    public static let kinds: [(EpisodePlan.Kind, Double)] = [(.missing, 621), (.absent, 48), (.away, 28)]

    /// How long missing episodes last, hours from and to, in per cent. Birmingham, October 2014 to March 2015.
    /// Its 0.8 % of unknown length are left out. "7+ days" is drawn up to sixteen.
    public static let lengths: [(hours: ClosedRange<Double>, Double)] = [
        (0.5...8, 30), (8...16, 21), (16...24, 16), (24...48, 16.5), (48...168, 12), (168...384, 3),
    ]

    /// How many episodes a child has. Birmingham, November 2014 to April 2015: 214, 57, 39, 51 and 49 of 410 children.
    /// "20+" is drawn up to 29.
    public static let repeats: [(episodes: ClosedRange<Int>, Double)] = [
        (1...2, 214), (3...5, 57), (6...8, 39), (9...19, 51), (20...29, 49),
    ]

    /// The share of looked-after children in each of ``repeats``. Hartlepool 2017–18: 50 of 190 children who were
    /// missing were looked after, and 247 of their 621 episodes, so they are the likelier the more episodes there are.
    public static let lookedAfterByRepeats = [0.18, 0.28, 0.32, 0.38, 0.48]

    /// Looked-after children placed out of the area of their authority. Hartlepool 2017–18: 19 of 50.
    public static let placedOutOfArea = 0.38

    /// How an offered interview ends, in per cent. Birmingham, October 2014 to April 2015: 65 held and 24 refused of
    /// 160 offered; the rest could not be arranged.
    public static let interviewOutcomes: [(EpisodePlan.Interview, Double)] = [
        (.held, 65), (.declined, 24), (.notArranged, 11),
    ]

    /// Held interviews that are held within 72 hours of the return. Missing People, England, 2023–24: 63 % on average.
    public static let heldInTime = 0.63

    /// How far from home children are found, in per cent. Birmingham, October 2014 to April 2015: 59 within 5 miles, 22
    /// within 10, 6.6 within 20, 2 within 40, 1.1 within 80, 1.3 beyond, 7.3 would not say.
    public static let foundMiles: [(FoundPlace.Band, Double)] = [
        (.within5, 59), (.within10, 22), (.within20, 6.6), (.within40, 2), (.within80, 1.1), (.beyond80, 1.3),
        (.notSaid, 7.3),
    ]

    // What follows is not published anywhere: it is chosen to be plausible, and nothing is tested against it.

    /// The hour at which children go missing: in the evening, and seldom at night.
    static let startHours: [(Int, Double)] = [
        (0, 2), (1, 1.2), (2, 0.8), (5, 0.4), (6, 0.8), (7, 1.5), (8, 2.5), (9, 2), (10, 2), (11, 2), (12, 2.5),
        (13, 3), (14, 3.5), (15, 6), (16, 7), (17, 8), (18, 9), (19, 10), (20, 11), (21, 12), (22, 10), (23, 5),
    ]
    /// Ages at the middle of the history.
    static let ages: [(Int, Double)] = [(10, 2), (11, 4), (12, 8), (13, 14), (14, 22), (15, 26), (16, 20), (17, 4)]
}
