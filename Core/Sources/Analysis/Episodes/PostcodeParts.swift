// SPDX-License-Identifier: MIT

/// The parts of a postcode that figures are counted by: B31 is a district, B31 2 a sector. Nil where it has none.
public struct PostcodeParts: Hashable, Sendable {
    public let district: String?
    public let sector: String?

    public init(_ written: String) {
        let letters = Array(written.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
        let inward = Array(letters.suffix(3))
        if (5...7).contains(letters.count), inward[0].isNumber, inward[1].isLetter, inward[2].isLetter {
            let outward = String(letters.dropLast(3))
            guard PostcodeParts.isOutward(outward) else {
                (district, sector) = (nil, nil)
                return
            }
            (district, sector) = (outward, "\(outward) \(inward[0])")
        } else {
            let outward = String(letters)
            (district, sector) = (PostcodeParts.isOutward(outward) ? outward : nil, nil)
        }
    }

    private static func isOutward(_ text: String) -> Bool {
        guard (2...4).contains(text.count), text.first?.isLetter == true else { return false }
        return text.contains(where: \.isNumber)
    }
}
