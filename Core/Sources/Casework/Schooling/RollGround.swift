// SPDX-License-Identifier: MIT

/// The grounds on which a pupil may be taken off a school's roll.
/// Source: School Attendance (Pupil Registration) (England) Regulations 2024, regulation 9(1), (a) to (o), in that order;
/// the last two are the words of 2015.
public enum RollGround: String, CaseIterable, Hashable, Sendable {
    case registeredElsewhere = "registered-elsewhere"
    case notContinuedAfterNursery = "not-continued-after-nursery"
    case dualRegistered = "dual-registered"
    case orderNamesAnother = "attendance-order-names-another"
    case orderRevoked = "attendance-order-revoked"
    case educatedOtherwise = "educated-otherwise"
    case livesTooFar = "lives-too-far"
    case notReturnedAfterLeave = "not-returned-after-leave"
    case continuallyAbsent = "continually-absent"
    case detained
    case died
    case overSchoolAge = "over-school-age"
    case boardingFeesUnpaid = "boarding-fees-unpaid"
    case leftIndependentSchool = "left-independent-school"
    case permanentlyExcluded = "permanently-excluded"
    case newSchool = "new-school"
    case notTraced = "not-traced"

    public var says: String {
        switch self {
        case .registeredElsewhere: "On the roll of another school"
        case .notContinuedAfterNursery: "Did not stay on after nursery"
        case .dualRegistered: "Registered at two schools, and the other agrees"
        case .orderNamesAnother: "A school attendance order names another school"
        case .orderRevoked: "The school attendance order was revoked"
        case .educatedOtherwise: "The parent wrote that the child is educated otherwise"
        case .livesTooFar: "No longer lives within a reasonable distance"
        case .notReturnedAfterLeave: "Did not come back after leave, and both have looked"
        case .continuallyAbsent: "Continually absent for twenty school days, and both have looked"
        case .detained: "Detained for four months or more"
        case .died: "Died"
        case .overSchoolAge: "Over school age, and not staying on"
        case .boardingFeesUnpaid: "Boarding fees unpaid"
        case .leftIndependentSchool: "Left an independent or special school"
        case .permanentlyExcluded: "Permanently excluded"
        case .newSchool: "Another school has the child (words of 2015)"
        case .notTraced: "Not found after both have looked (words of 2015)"
        }
    }
}
