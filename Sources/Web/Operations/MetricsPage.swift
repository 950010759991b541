// SPDX-License-Identifier: MIT

/// Figures in the text format of Prometheus, 0.0.4.
struct MetricsPage {
    private(set) var text = ""

    mutating func head(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    mutating func gauge(
        _ name: String, _ help: String, _ value: Double, of labels: [(name: String, value: String)] = []
    ) {
        head(name, "gauge", help)
        line(name, labels, value)
    }

    mutating func counter(_ name: String, _ help: String, _ value: Double) {
        head(name, "counter", help)
        line(name, [], value)
    }

    mutating func line(_ name: String, _ labels: [(name: String, value: String)], _ value: Double) {
        let all = labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
        text += "\(name)\(all.isEmpty ? "" : "{\(all)}") \(Self.number(value))\n"
    }

    /// Without a fraction where there is none.
    static func number(_ value: Double) -> String {
        Int64(exactly: value).map(String.init) ?? "\(value)"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
