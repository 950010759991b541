// SPDX-License-Identifier: MIT

/// The codes of the statutory return and of the police's own list of ethnic groups, as words.
enum EthnicityWords {
    /// The group that a code stands for; a code that is in no list is told as it came.
    static func spoken(_ code: String) -> String { words[code.uppercased()] ?? code }

    /// Those of the statutory return, which a form offers.
    static let choices = returned.map { Choice($0.code, $0.says) }

    private static let words = Dictionary(
        (returned + police).map { ($0.code, $0.says) }, uniquingKeysWith: { first, _ in first })

    private static let returned: [(code: String, says: String)] = [
        ("WBRI", "White British"), ("WIRI", "White Irish"), ("WIRT", "Traveller of Irish heritage"),
        ("WROM", "Gypsy or Roma"), ("WOTH", "Any other White background"),
        ("MWBC", "White and Black Caribbean"), ("MWBA", "White and Black African"), ("MWAS", "White and Asian"),
        ("MOTH", "Any other mixed background"),
        ("AIND", "Indian"), ("APKN", "Pakistani"), ("ABAN", "Bangladeshi"), ("CHNE", "Chinese"),
        ("AOTH", "Any other Asian background"),
        ("BCRB", "Black Caribbean"), ("BAFR", "Black African"), ("BOTH", "Any other Black background"),
        ("OOTH", "Any other ethnic group"),
        ("REFU", "They would rather not say"), ("NOBT", "Not yet asked"),
    ]

    /// The sixteen and one, and what was added to them since.
    private static let police: [(code: String, says: String)] = [
        ("W1", "White British"), ("W2", "White Irish"), ("W3", "Gypsy, Roma or Traveller"),
        ("W9", "Any other White background"),
        ("M1", "White and Black Caribbean"), ("M2", "White and Black African"), ("M3", "White and Asian"),
        ("M9", "Any other mixed background"),
        ("A1", "Indian"), ("A2", "Pakistani"), ("A3", "Bangladeshi"), ("A4", "Chinese"),
        ("A9", "Any other Asian background"),
        ("B1", "Black Caribbean"), ("B2", "Black African"), ("B9", "Any other Black background"),
        ("O1", "Chinese"), ("O2", "Arab"), ("O9", "Any other ethnic group"), ("NS", "Not stated"),
    ]
}
