// SPDX-License-Identifier: MIT

import Dispatch
import Glibc

/// Does something at Ctrl-C or a termination, until it is stopped.
struct Interruption {
    private let sources: [any DispatchSourceSignal]

    init(_ act: @escaping @Sendable () -> Void) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler(handler: act)
            source.resume()
            return source
        }
    }

    /// Leaves signals to whoever comes next.
    func stop() {
        for source in sources { source.cancel() }
    }
}
