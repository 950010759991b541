// SPDX-License-Identifier: MIT
import Casework

/// An entry's place in the ledger, as the core numbers it: the first entry is 1, and no number is ever left out.
public typealias Position = Casework.Position
