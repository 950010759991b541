// SPDX-License-Identifier: MIT

import Dispatch
import Glibc
import Logging
import Web

/// Has a certificate read again whenever the process is told to hang up, as servers are after a renewal.
struct CertificateRenewing {
    private let source: any DispatchSourceSignal

    init(_ certificate: ServerCertificate, log: Logger) {
        signal(SIGHUP, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGHUP)
        source.setEventHandler { certificate.reload(log: log) }
        source.resume()
    }

    func stop() { source.cancel() }
}
