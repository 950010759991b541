// SPDX-License-Identifier: MIT

/// Where the server's own certificate and its key are, in PEM.
public struct CertificateFiles: Hashable, Sendable {
    /// The certificate, followed by those that lead to its authority.
    public let certificate: String
    /// Nobody but the service's own user may read it.
    public let key: String

    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}

/// Why a certificate can't be used, in a sentence for the operator.
public struct CertificateRefusal: Error, Hashable, CustomStringConvertible {
    public let description: String
}
