// SPDX-License-Identifier: MIT

import WorkingTime

/// An object in the making: what has no value is left out.
struct APIObject {
    private(set) var members: [APIValue.Member] = []

    var value: APIValue { .object(members) }

    mutating func add(_ name: String, _ value: APIValue?) {
        if let value { members.append(APIValue.Member(name: name, value: value)) }
    }

    mutating func text(_ name: String, _ text: String?) {
        if let text { add(name, .text(text)) }
    }

    mutating func texts(_ name: String, _ texts: [String]) { add(name, .texts(texts)) }

    mutating func number(_ name: String, _ number: (some BinaryInteger)?) {
        if let number { add(name, .whole(Int64(number))) }
    }

    mutating func flag(_ name: String, _ flag: Bool?) {
        if let flag { add(name, .flag(flag)) }
    }

    mutating func time(_ name: String, _ instant: Instant?) {
        if let instant { text(name, TimeText.write(instant)) }
    }

    mutating func list(_ name: String, _ elements: [APIValue]) { add(name, .list(elements)) }
}

extension APIValue {
    /// The object that `build` makes.
    static func made(_ build: (inout APIObject) -> Void) -> APIValue {
        var object = APIObject()
        build(&object)
        return object.value
    }
}
