// SPDX-License-Identifier: MIT
import Casework
import Crypto

/// One subject's data key as the master key reveals it.
enum SubjectKey: Sendable {
    case usable(SymmetricKey)
    /// Lawfully destroyed, with the instant in seconds since 1 January 1970 00:00 UTC.
    case erased(at: Int64)
    /// There, but it does not unwrap.
    case broken

    var isErased: Bool { if case .erased = self { true } else { false } }

    private static let usableMark: UInt8 = 1
    private static let erasedMark: UInt8 = 2

    init(_ wrapped: WrappedKey, identity: [UInt8], derived: DerivedKeys) {
        let context = Seal.context(identity: identity, keyOf: wrapped.subject)
        guard let content = Seal.open(wrapped.wrapped, with: derived.wrapping, binding: context) else {
            self = .broken
            return
        }
        switch (content.first, content.count) {
        case (Self.usableMark, 33): self = .usable(SymmetricKey(data: content.dropFirst()))
        case (Self.erasedMark, 9):
            let bits = content.dropFirst().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            self = .erased(at: Int64(bitPattern: bits))
        default: self = .broken
        }
    }

    /// A broken key cannot be wrapped again: nothing.
    func wrapped(for subject: SubjectID, identity: [UInt8], derived: DerivedKeys) -> WrappedKey? {
        var content: [UInt8]
        switch self {
        case .usable(let key): content = [Self.usableMark] + key.withUnsafeBytes { Array($0) }
        case .erased(let instant):
            content = [Self.erasedMark]
            content.append(bigEndian: UInt64(bitPattern: instant))
        case .broken: return nil
        }
        let context = Seal.context(identity: identity, keyOf: subject)
        return WrappedKey(
            subject: subject,
            wrapped: Seal.seal(content, with: derived.wrapping, binding: context)
        )
    }
}
