// SPDX-License-Identifier: MIT

import Partnership

/// Where the web application listens, and how strict its cookies are.
public struct WebConfiguration: Sendable {
    public var host: String
    /// 0 takes any free port, which ``WebServer`` then tells.
    public var port: Int
    /// Whether people reach it over TLS, here or at a proxy in front. Only a demo on this machine does without.
    public var isSecure: Bool
    /// Shown on the sign-in page, such as the demo's accounts; nil for none.
    public var signInNotice: String?
    /// Whether documents are made into PDFs where this machine can; without it people print pages from their browser.
    public var makesPaper = true

    /// Finds children whose names or dates were typed in another way; nil where only the same is found.
    public var children: ChildIndex?
    /// The server's own certificate; nil where a proxy in front has one, or a demo does without.
    public var certificate: ServerCertificate?
    /// The names by which people reach it; without any, what it listens on.
    public var hostNames: [String] = []
    /// Whose word about where a request comes from is believed.
    public var proxies = TrustedProxies.none
    public var connectionLimits = ConnectionLimits()
    public var requestLimits = RequestLimits()
    /// How often the certificate's files are looked at for a change.
    public var certificateCheckSeconds = 30

    /// Who hands in extracts, by the short names of the forces.
    public var receivers: [String: any ExtractReceiving] = [:]

    /// Further static files, by their address: for the benchmark that sets pages beside fixed bodies of their size. Nothing
    /// outside this package can set it.
    package var fixedBodies: [String: [UInt8]] = [:]

    /// No form that is only typed is larger.
    static let mostBodyBytes = RequestLimits().mostFormBytes

    public init(host: String = "127.0.0.1", port: Int = 8080, isSecure: Bool = true, signInNotice: String? = nil) {
        self.host = host
        self.port = port
        self.isSecure = isSecure
        self.signInNotice = signInNotice
    }
}
