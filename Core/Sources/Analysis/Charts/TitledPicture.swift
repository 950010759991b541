// SPDX-License-Identifier: MIT

/// A picture with its title, and all that belongs to it: a legend, a sentence.
public protocol TitledPicture: Sendable {
    var title: String { get }
    var html: HTML { get }
}

extension StripChart: TitledPicture {
    public var title: String { "Every episode of each child, in order of date" }
    public var html: HTML { KindLegend(kinds).html + svg }
}

extension SplitBars: TitledPicture {}
extension ControlPicture: TitledPicture {}

extension HeatMap: TitledPicture {
    public var html: HTML { svg }
}

extension IntervalChart: TitledPicture {
    public var html: HTML { svg }
}
