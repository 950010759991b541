// SPDX-License-Identifier: MIT
import Analysis

/// The codes that the columns of a return may hold, all years since 2015/16 taken together.
///
/// A value outside them is listed for whoever sent the file; nothing else hangs on it.
enum Codes903 {
    static func allowed(in table: Table903, _ column: Int) -> Set<String>? {
        switch table {
        case .header: header[column]
        case .episodes: episodes[column]
        case .missing: missing[column]
        default: nil
        }
    }

    private static let header = Table903.header.columns.map { allowed[$0] }
    private static let episodes = Table903.episodes.columns.map { allowed[$0] }
    private static let missing = Table903.missing.columns.map { allowed[$0] }

    private static let allowed: [String: Set<String>] = [
        "SEX": ["1", "2", "M", "F", "U"],
        "ETHNIC": [
            "WBRI", "WIRI", "WOTH", "WIRT", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN", "AOTH",
            "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT",
        ],
        "RNE": ["S", "P", "L", "T", "U", "B"],
        "LS": ["C1", "C2", "D1", "E1", "V2", "V3", "V4", "J1", "J2", "J3", "L1", "L2", "L3"],
        "CIN": ["N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8"],
        "PLACE": [
            "A3", "A4", "A5", "A6", "H5", "K1", "K2", "K3", "P1", "P2", "P3", "R1", "R2", "R3", "R5", "S1", "T0", "T1",
            "T2", "T3", "T4", "U1", "U2", "U3", "U4", "U5", "U6", "Z1", "Z11", "Z12", "Z13", "Z14",
        ],
        "PLACE_PROVIDER": ["PR0", "PR1", "PR2", "PR3", "PR4", "PR5"],
        "REC": [
            "X1", "E2", "E3", "E4A", "E4B", "E5", "E6", "E7", "E8", "E9", "E11", "E12", "E13", "E14", "E15", "E16",
            "E17", "E41", "E45", "E46", "E47", "E48",
        ],
        "REASON_PLACE_CHANGE": [
            "CARPL", "CLOSE", "ALLEG", "STAND", "APPRR", "CREQB", "CREQO", "CHILD", "LAREQ", "PLACE", "CUSTOD", "OTHER",
        ],
        "MISSING": ["M", "A"],
    ]

    /// Whether text can be a postcode, its space left out or not.
    static func isPostcode(_ text: String) -> Bool {
        // Read backwards: two letters, a digit, and before them a letter and at least one digit.
        var (count, shape, hasDigit) = (0, 0, false)
        for byte in text.utf8.reversed() where byte != UInt8(ascii: " ") {
            let isDigit = byte.isDigit
            guard isDigit || byte.isCapital, count < 7 else { return false }
            if count < 3 { shape = shape << 1 | (isDigit ? 1 : 0) } else { hasDigit = hasDigit || isDigit }
            count += 1
        }
        return count >= 5 && shape == 0b001 && hasDigit && text.utf8.first?.isCapital == true
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
    fileprivate var isCapital: Bool { self &- UInt8(ascii: "A") < 26 }
}
