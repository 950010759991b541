// SPDX-License-Identifier: MIT

import Hummingbird
import NIOCore

/// What the server knows of a request besides the request itself.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Where the request comes from: the other end of the connection, or whom a trusted proxy names.
    var address: String

    /// The most that the body may hold, by where it goes and who sends it.
    var mostBodyBytes = WebConfiguration.mostBodyBytes

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }
}
