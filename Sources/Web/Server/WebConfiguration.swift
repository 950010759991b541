// SPDX-License-Identifier: MIT

/// Where the web application listens, and how strict its cookies are.
public struct WebConfiguration: Sendable {
    public var host: String
    /// 0 takes any free port, which ``WebServer`` then tells.
    public var port: Int
    /// Whether people reach it over TLS, here or at a proxy in front. Only a demo on this machine does without.
    public var isSecure: Bool
    /// Shown on the sign-in page, such as the demo's accounts; nil for none.
    public var signInNotice: String?

    /// No form is larger.
    static let mostBodyBytes = 512 * 1_024

    public init(host: String = "127.0.0.1", port: Int = 8080, isSecure: Bool = true, signInNotice: String? = nil) {
        self.host = host
        self.port = port
        self.isSecure = isSecure
        self.signInNotice = signInNotice
    }
}
