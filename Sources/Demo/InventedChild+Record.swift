// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension InventedChild {
    /// Writes the child's own record: who they are, where they live, who works with them, what is feared for them.
    func writeRecord(at instant: Instant, fully: Bool, into script: inout Script, _ random: inout SeededRandom) {
        let worker = socialWorker.actor
        let registrar = care == nil && statuses.isEmpty ? random.pick(Staff.all(.callHandler)).actor : worker
        script.add(.childRegistered, at: instant, by: registrar, minutesLater: 0, identity(&random))
        if let care { write(care, at: instant, into: &script) }
        if let fosterCarer {
            script.add(.allocated, at: instant, by: worker, allocation("foster-carer", fosterCarer))
        }
        guard fully else { return }
        tellOfPlacement(at: instant, into: &script)
        for status in statuses {
            var details: Details = [.kind: .word(status), .since: .date(London.date(of: instant))]
            if status == StatusSpan.subjectToRestriction {
                details[.legalStatus] = .word(ImmigrationRestriction.temporaryAdmission.rawValue)
            }
            script.add(.statusStarted, at: instant, by: worker, details)
        }
        let manager = random.pick(Staff.all(.teamManager, of: responsible)).actor
        script.add(.allocated, at: instant, by: manager, allocation("social-worker", socialWorker))
        if care != nil, let reviewer = Staff.all(.iro, of: responsible).first {
            script.add(.allocated, at: instant, by: manager, allocation("iro", reviewer))
        }
        for risk in risks {
            let details: Details = [.kind: .word(risk), .rationale: .text(Wording.risk(risk))]
            script.add(.riskNoted, at: instant, by: worker, details)
        }
        if hasPenPicture {
            let writer = care == nil ? worker : random.pick(carers)
            script.add(.penPictureWritten, at: instant, by: writer, Wording.penPicture(of: self, &random))
        }
    }

    private func write(_ care: Care, at instant: Instant, into script: inout Script) {
        let status: Details = [
            .kind: .word(StatusSpan.lookedAfter), .since: .date(care.since), .legalStatus: .word(care.legalStatus),
        ]
        script.add(.statusStarted, at: instant, by: socialWorker.actor, status)
        var placement: Details = [
            .kind: .word(care.kind), .since: .date(care.since), .place: .word(care.place.name),
            .host: .word(care.host.name), .outOfArea: .flag(isOutOfArea), .postcode: .word(care.postcode),
            .legalStatus: .word(care.legalStatus),
        ]
        if isOutOfArea { placement[.distanceMiles] = .number(8 + index * 7 % 90) }
        script.add(.placementStarted, at: instant, by: socialWorker.actor, placement)
    }

    /// Whom the authority told that the child came to live elsewhere; of some children it told nobody.
    private func tellOfPlacement(at instant: Instant, into script: inout Script) {
        guard isOutOfArea, index % 9 != 4 else { return }
        for whom in ["host-authority", "health", "school"] {
            let told: Details = [.to: .word(whom), .kind: .word("arrival"), .how: .word("email")]
            script.add(.toldAboutChild, at: instant, by: socialWorker.actor, minutesLater: 90, told)
        }
    }

    private func identity(_ random: inout SeededRandom) -> Details {
        var details: Details = [
            .name: .text(name), .forenames: .text(forename), .surname: .text(surname), .born: .date(born),
            .bornCertainty: .word(bornCertainty), .sex: .word(sex), .ethnicity: .word(ethnicity),
            .language: .text(language), .responsible: .word(responsible.name), .postcode: .word(homePostcode),
        ]
        if let school { details[.school] = .word(school) }
        if care != nil {
            details[.childReference] = .word("\(responsible == Eastmoor.eastmoor ? "E" : "N")\(100_000 + index)")
        }
        if random.chance(0.5) { details[.policeReference] = .word("EP\(7_000_000 + index * 13)") }
        return details
    }

    private func allocation(_ role: String, _ person: Staff) -> Details {
        [.role: .word(role), .worker: .word(person.id), .agency: .word(person.agency.name)]
    }
}
