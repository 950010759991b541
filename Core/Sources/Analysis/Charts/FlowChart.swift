// SPDX-License-Identifier: MIT

/// Who does what when, drawn: time runs downwards in bands that each begin with something happening, and each lane
/// belongs to some roles.
///
/// One picture a band, so that paper may break between them. There is a wide form for paper and large screens, and
/// a narrow one in which the lanes stand one below the other.
public struct FlowChart: Sendable {
    /// For whom a step is: told by the shape of its mark, never by colour alone.
    public enum Mark: Sendable { case everyChild, childrenInCare, someChildren }

    public struct Step: Sendable {
        public let text: String
        public let mark: Mark

        public init(_ text: String, _ mark: Mark) {
            self.text = text
            self.mark = mark
        }
    }

    /// What one role does there.
    public struct Share: Sendable {
        public let role: String
        public let steps: [Step]

        public init(role: String, steps: [Step]) {
            self.role = role
            self.steps = steps
        }
    }

    /// `cells` are as many as there are lanes.
    public struct Row: Sendable {
        public let label: String
        public let cells: [[Share]]

        public init(label: String, cells: [[Share]]) {
            self.label = label
            self.cells = cells
        }
    }

    public struct Band: Sendable {
        public let event: String
        public let rows: [Row]

        public init(event: String, rows: [Row]) {
            self.event = event
            self.rows = rows
        }
    }

    public let id: String
    public let lanes: [String]
    public let bands: [Band]

    /// `id` is unique in the page.
    public init(id: String, lanes: [String], bands: [Band]) {
        self.id = id
        self.lanes = lanes
        self.bands = bands
    }

    /// For paper and large screens: one picture a band.
    public var wide: [HTML] {
        let columns = FlowColumns(lanes: lanes, bands: bands)
        return bands.indices.map { index in
            var drawing = FlowDrawing(width: FlowColumns.width)
            drawing.event(bands[index].event, number: index + 1)
            drawing.laneNames(lanes, columns)
            for row in bands[index].rows { drawing.row(row, columns) }
            return framed(drawing, index, "wide")
        }
    }

    /// For a phone: the lanes below each other.
    public var narrow: [HTML] {
        bands.indices.map { index in
            var drawing = FlowDrawing(width: 340)
            drawing.event(bands[index].event, number: index + 1)
            for row in bands[index].rows { drawing.stacked(row) }
            return framed(drawing, index, "narrow")
        }
    }

    /// A mark alone, for the legend.
    public static func legend(_ mark: Mark) -> HTML {
        """
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">\(FlowDrawing.mark(mark, 8, 8))</svg>
        """
    }

    private func framed(_ drawing: FlowDrawing, _ index: Int, _ form: String) -> HTML {
        let band = bands[index]
        let said = band.rows.map { row in
            let shares = row.cells.flatMap { $0 }.map { share in
                "\(share.role): \(share.steps.map { $0.text.lowercasedFirst }.joined(separator: ", "))"
            }
            return "\(row.label.capitalisedFirst): \(shares.joined(separator: "; "))."
        }
        return ChartFrame(
            id: "\(id)-\(form)-\(index + 1)", title: "\(index + 1). \(band.event)",
            description: said.joined(separator: " "), width: Int(drawing.width),
            height: Int(drawing.bottom.rounded(.up))
        ).drawn(drawing.parts.joined())
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// Unless it begins with an acronym.
    fileprivate var lowercasedFirst: String {
        guard count > 1, let second = dropFirst().first, !second.isUppercase else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}
