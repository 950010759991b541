// SPDX-License-Identifier: MIT
import Analysis
import Crypto
import WorkingTime

/// What an SSDA903 return would bring into the record: children with their placements, legal statuses and
/// absences, each row with a digest of its content, ready to be turned into commands.
///
/// The same row has the same digest in every file and on every day, so that a second import of it changes
/// nothing. Building this stores nothing.
public struct Return903Import: Sendable {
    /// A digest of the content of one row, apart from where it stood: the key of idempotency.
    public typealias Digest = String

    /// One child of the return.
    public struct Child: Hashable, Sendable {
        /// CHILD: the authority's identifier.
        public let identifier: String
        public let born: CivilDate?
        public let sex: Sex?
        /// ETHNIC as written.
        public let ethnicity: String
        public let upn: String
        public let isUnaccompanied: Bool
        public let digest: Digest
        public var placements: [Placement]
        public var legalStatuses: [LegalStatus]
        public var absences: [Absence]
    }

    /// One placement, from its first day; nil `ended` while it goes on.
    public struct Placement: Hashable, Sendable {
        public let began: CivilDate
        public let ended: CivilDate?
        /// PLACE as written.
        public let code: String
        public let kind: PlacementKind?
        /// PLACE_PROVIDER and URN as written.
        public let provider, urn: String
        public let postcode: String
        public let isOutOfArea: Bool?
        public let digest: Digest
    }

    /// One legal status (LS), from its first day.
    public struct LegalStatus: Hashable, Sendable {
        public let began: CivilDate
        public let ended: CivilDate?
        public let code: String
        public let digest: Digest
    }

    /// One missing or away period. Dates only: the return has no times.
    public struct Absence: Hashable, Sendable {
        public let kind: AbsenceKind
        public let began: CivilDate
        public let ended: CivilDate?
        public let digest: Digest
    }

    /// By identifier, in the order of the return.
    public let children: [Child]
    /// Rows that name no child, or say not when, and so cannot be brought in.
    public let leftOut: [Finding]

    /// Throws where a row of the return has not the shape of its table: all of it is imported, or none.
    public init(_ loaded: LoadedReturn) throws(ReturnRefusal) {
        if loaded.findings.breaksShape {
            throw ReturnRefusal(
                loaded.findings.listed.filter(\.isAboutShape).map { finding in
                    let line = finding.line.map { "Line \($0): " } ?? ""
                    return ReturnRefusal.Reason(file: finding.file, sentence: line + finding.says)
                })
        }
        var builder = ImportBuilder(data: loaded.data)
        builder.addAll()
        children = builder.children.filter { !$0.identifier.isEmpty }
        leftOut = builder.leftOut
    }

    /// Hex of SHA-256 over the fields, each with its length before it, so that no two rows can run together.
    static func digest(_ fields: [String]) -> Digest {
        var hasher = SHA256()
        for field in fields {
            hasher.update(data: Array("\(field.utf8.count):\(field)".utf8))
        }
        return hasher.finalize().map { byte in
            let hex = String(byte, radix: 16)
            return hex.count == 1 ? "0" + hex : hex
        }.joined()
    }
}
