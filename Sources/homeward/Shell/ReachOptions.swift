// SPDX-License-Identifier: MIT

import ArgumentParser
import Web

/// How people reach the server: with a certificate of its own, through a proxy, or in the clear on this machine.
struct ReachOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The server’s own certificate, with those that lead to its authority, in PEM.", valueName: "file"))
    var certificate: String?

    @Option(help: ArgumentHelp("The key of that certificate, in PEM; only its owner may read it.", valueName: "file"))
    var certificateKey: String?

    @Option(
        name: .customLong("behind-proxy"), parsing: .upToNextOption,
        help: ArgumentHelp(
            "Proxies in front that hold the certificate. Only they are believed about where a request comes from.",
            valueName: "address"))
    var proxies: [String] = []

    @Option(
        name: .customLong("host-name"), parsing: .upToNextOption,
        help: ArgumentHelp("The names in people’s address bars. A request for any other is refused.", valueName: "name")
    )
    var hostNames: [String] = []

    @Flag(name: .customLong("without-tls"), help: "People reach it without TLS. For trying on this machine only.")
    var isWithoutTLS = false

    @Option(help: "So many requests a second may go on for ever in one session; thirty times as many come at once.")
    var requestsPerSecond = 10

    func validate() throws {
        guard (certificate == nil) == (certificateKey == nil) else {
            throw ValidationError("A certificate and its key come together: --certificate and --certificate-key.")
        }
        let ways = [certificate != nil, !proxies.isEmpty, isWithoutTLS].count { $0 }
        guard ways == 1 else {
            throw ValidationError(
                "Say how people reach it, in one of three ways: --certificate with --certificate-key, --behind-proxy, or, "
                    + "for trying on this machine only, --without-tls.")
        }
        for text in proxies where AddressRange(text) == nil {
            throw ValidationError("“\(text)” is no address or network, such as 10.0.0.5 or 10.0.0.0/24.")
        }
        guard (1...100_000).contains(requestsPerSecond) else {
            throw ValidationError("Requests a second are a number from 1 to 100000.")
        }
    }

    /// What the server is told; refuses a certificate that can’t be used.
    func configuration(host: String, port: Int) throws -> WebConfiguration {
        var configuration = WebConfiguration(host: host, port: port, isSecure: !isWithoutTLS)
        configuration.hostNames = hostNames
        configuration.proxies = TrustedProxies(proxies.compactMap(AddressRange.init))
        configuration.requestLimits.perSecondOfSession = requestsPerSecond
        configuration.requestLimits.burstOfSession = requestsPerSecond * 30
        if hostNames.isEmpty, !proxies.isEmpty || ["0.0.0.0", "::"].contains(host) {
            throw CommandFault.misused("Say by which name people reach it, such as --host-name record.example.gov.uk.")
        }
        if let certificate, let certificateKey {
            do {
                configuration.certificate = try ServerCertificate(
                    CertificateFiles(certificate: certificate, key: certificateKey))
            } catch let refusal as CertificateRefusal {
                throw CommandFault.refused(refusal.description)
            }
        }
        return configuration
    }
}
