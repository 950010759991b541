// SPDX-License-Identifier: MIT

import Foundation
import Glibc
import Ledger
import Logging
import NIOSSL
import Synchronization

/// The certificate that connections are answered with. New files are taken up without a restart; files that can't be used
/// leave the old certificate in place and are told to the log.
public final class ServerCertificate: Sendable {
    private struct Held {
        var context: NIOSSLContext
        /// When it runs out, in seconds since 1970.
        var endsAt: Int64
        var stamp: Stamp

        /// The stamp is taken first: what changes while it is read is read again.
        init(_ files: CertificateFiles) throws {
            stamp = ServerCertificate.stamp(of: files)
            (context, endsAt) = try ServerCertificate.context(of: files)
        }
    }

    /// What tells one state of the two files from another.
    private struct Stamp: Hashable {
        let certificate, key: [Int]
    }

    public let files: CertificateFiles
    private let held: Mutex<Held>

    /// Refuses with ``CertificateRefusal`` what no connection could be answered with.
    public init(_ files: CertificateFiles) throws {
        self.files = files
        held = Mutex(try Held(files))
    }

    /// When the certificate in use runs out, in seconds since 1970.
    public var endsAtSeconds: Int64 { held.withLock { $0.endsAt } }

    var context: NIOSSLContext { held.withLock { $0.context } }

    /// Reads the files again; connections that begin from now on are answered with what they hold.
    public func reload(log: Logger) {
        let stamp = ServerCertificate.stamp(of: files)
        do {
            let fresh = try Held(files)
            held.withLock { $0 = fresh }
            log.notice("the certificate was read again")
        } catch {
            held.withLock { $0.stamp = stamp }
            log.error("the new certificate can't be used, the old one stays", metadata: ["says": "\(error)"])
        }
    }

    /// As ``reload(log:)``, where the files are not those that were read last.
    public func reloadIfChanged(log: Logger) {
        if ServerCertificate.stamp(of: files) != held.withLock({ $0.stamp }) { reload(log: log) }
    }

    /// TLS 1.2 and 1.3, and of 1.2 only what has forward secrecy and authenticates as it encrypts.
    static let ciphers: [NIOTLSCipher] = [
        .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ]

    private static func context(of files: CertificateFiles) throws -> (NIOSSLContext, Int64) {
        let key = try privateKey(files.key)
        let chain: [NIOSSLCertificate]
        do {
            chain = try NIOSSLCertificate.fromPEMBytes(try OwnerOnlyFile.read(files.certificate))
        } catch {
            throw CertificateRefusal(description: "\(files.certificate) can't be read as a certificate in PEM.")
        }
        guard let own = chain.first else {
            throw CertificateRefusal(description: "\(files.certificate) holds no certificate.")
        }
        guard Date.now.timeIntervalSince1970 < TimeInterval(own.notValidAfter) else {
            throw CertificateRefusal(description: "The certificate in \(files.certificate) has run out.")
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        configuration.cipherSuiteValues = ciphers
        configuration.applicationProtocols = ["http/1.1"]
        configuration.renegotiationSupport = .none
        do {
            return (try NIOSSLContext(configuration: configuration), Int64(own.notValidAfter))
        } catch {
            throw CertificateRefusal(
                description: "The key in \(files.key) does not belong to the certificate in \(files.certificate).")
        }
    }

    private static func privateKey(_ path: String) throws -> NIOSSLPrivateKey {
        do {
            try OwnerOnlyFile.check(path)
        } catch .permissionsTooOpen {
            throw CertificateRefusal(
                description: "Others than its owner may use the key in \(path). Take that away: chmod 600 \(path)")
        } catch {
            throw CertificateRefusal(description: "The key in \(path) can't be read.")
        }
        do {
            return try NIOSSLPrivateKey(bytes: try OwnerOnlyFile.read(path), format: .pem)
        } catch {
            throw CertificateRefusal(description: "\(path) can't be read as a key in PEM, without a passphrase.")
        }
    }

    private static func stamp(of files: CertificateFiles) -> Stamp {
        Stamp(certificate: stamp(of: files.certificate), key: stamp(of: files.key))
    }

    private static func stamp(of path: String) -> [Int] {
        var status = stat()
        guard stat(path, &status) == 0 else { return [] }
        return [
            Int(status.st_ino), Int(status.st_size), Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec),
            Int(status.st_mode),
        ]
    }
}
