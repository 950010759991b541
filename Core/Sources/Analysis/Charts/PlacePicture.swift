// SPDX-License-Identifier: MIT

/// Places drawn without a map: where the points of their middles are known, as circles as large as their counts, laid out as
/// they lie; else as squares in the order of their names, a tone and a number each.
///
/// No address leaves the program for it, and none is drawn finer than a postcode district.
public struct PlacePicture: Sendable {
    public struct Place: Hashable, Sendable {
        public let name: String
        public let count: Int
        /// On the national grid; nil where it is not known.
        public let point: EpisodeReader.GridPoint?

        public init(name: String, count: Int, point: EpisodeReader.GridPoint? = nil) {
            (self.name, self.count, self.point) = (name, count, point)
        }
    }

    let id: String
    public let title: String
    /// What is counted: "children".
    let unit: String
    let places: [Place]

    public init(id: String, title: String, unit: String, places: [Place]) {
        (self.id, self.title, self.unit) = (id, title, unit)
        self.places = places.sorted { $0.name < $1.name }
    }

    private let width = 700.0

    public var svg: HTML {
        let known = places.compactMap { place in place.point.map { (place, $0) } }
        // A place that would be left out is worse than a drawing that lies nowhere.
        return known.count == places.count && places.count > 1 ? laidOut(known) : tiles
    }

    private func frame(_ height: Double, _ parts: [HTML]) -> HTML {
        let said = places.map { "\($0.name): \($0.count.grouped)" }.joined(separator: "; ")
        return ChartFrame(
            id: "chart-\(id)", title: title, description: "\(said) \(unit).", width: Int(width), height: Int(height)
        ).drawn(parts.joined())
    }

    // MARK: As squares

    private var tiles: HTML {
        let (side, across) = (84.0, 8)
        let highest = places.map(\.count).max() ?? 0
        let parts = places.enumerated().flatMap { number, place -> [HTML] in
            let (x, y) = (Double(number % across) * (side + 3), Double(number / across) * (side * 0.62 + 3))
            let tone = HeatMap.tones[HeatMap.tone(place.count, highest)]
            return [
                """
                <rect x="\(Draw.at(x + 1))" y="\(Draw.at(y + 1))" width="\(Draw.at(side))" height="\(Draw.at(side * 0.62))" \
                fill="\(tone.fill)" stroke="#1f4e6b" stroke-width="1"/>
                """, Draw.text(place.name, x + side / 2, y + 20, .middle, size: 13, ink: tone.ink),
                Draw.text(place.count.grouped, x + side / 2, y + 42, .middle, size: 17, ink: tone.ink, bold: true),
            ]
        }
        let rows = (places.count + across - 1) / across
        return frame(Double(max(rows, 1)) * (side * 0.62 + 3) + 2, parts)
    }

    // MARK: As they lie

    private func laidOut(_ known: [(place: Place, point: EpisodeReader.GridPoint)]) -> HTML {
        let (east, north) = (
            known.map { Double($0.point.eastingMetres) }, known.map { Double($0.point.northingMetres) }
        )
        let (west, south) = (east.min() ?? 0, north.min() ?? 0)
        let spread = max((east.max() ?? 0) - west, (north.max() ?? 0) - south, 1)
        let highest = Double(max(places.map(\.count).max() ?? 1, 1))
        let (margin, size) = (48.0, 360.0)
        let scale = (size - margin * 2) / spread
        let height = ((north.max() ?? 0) - south) * scale + margin * 2
        // The largest first, so that none covers a smaller one.
        let drawn = known.sorted { ($1.place.count, $0.place.name) < ($0.place.count, $1.place.name) }.flatMap {
            each -> [HTML] in
            let x = margin + (Double(each.point.eastingMetres) - west) * scale
            let y = height - margin - (Double(each.point.northingMetres) - south) * scale
            let radius = 5 + 26 * (Double(each.place.count) / highest).squareRoot()
            return [
                """
                <circle cx="\(Draw.at(x))" cy="\(Draw.at(y))" r="\(Draw.at(radius))" fill="#92bcd9" fill-opacity="0.75" \
                stroke="#1f4e6b" stroke-width="1.2"/>
                """,
                Draw.text("\(each.place.name) \(each.place.count.grouped)", x, y + 4, .middle, size: 12, bold: true),
            ]
        }
        let bar = 1_609.344 * scale
        let key = [
            Draw.line(8, height - 10, 8 + bar, height - 10, ink: Ink.text, width: 2),
            Draw.text("1 mile; north is up", 8, height - 16, size: 12, ink: Ink.quiet),
        ]
        return frame(height, drawn + key)
    }
}

extension PlacePicture: TitledPicture {
    public var html: HTML { svg }
}
