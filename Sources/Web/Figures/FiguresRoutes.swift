// SPDX-License-Identifier: MIT

import Casework

/// The area's figures: counts of episodes and children, worked out from the record, and what is handed on of them.
enum FiguresRoutes {
    static let all: [Route] = [
        .get(
            "/figures",
            .roles(because: "Figures are for those who lead, sit on panels and work them out.", \.seesFigures),
            FiguresPages.show),
        .get(
            "/figures/table", .roles(because: "The same counts as the page, as a table.", \.seesFigures),
            FiguresPages.table),
        .get(
            "/figures/rows",
            .roles(because: "The episodes behind a figure, of the children whom the reader may see.", \.seesFigures),
            FigureRowsPages.show),
        .get(
            "/figures/missing-return",
            .roles(
                because: "Those who answer for an authority's return write it, of the children they may take out.",
                \.writesReturns),
            FiguresPages.missingReturn),
    ]
}
