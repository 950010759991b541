// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Return interviews in every state, so that the list of them shows each once.
extension LivingPresent {
    func interviews() -> [PresentChild] {
        [referred(), chosen(), offered(), notThere(), missingAgain(), saidNo(), heldWithFindings(), heldAndRead()]
    }

    private static let provider: Details = [.to: .word("interviewer"), .agency: .word(Eastmoor.charity.name)]

    private func referred() -> PresentChild {
        var child = invented(20, "Jaden", "Cole", "male", "BCRB", age: 15, home: 2)
        child.risks = ["criminal-exploitation"]
        var present = back(child, 30 * 60, 14 * 60)
        present.add(.referred, 9 * 60, by: present.worker, Self.provider)
        return present
    }

    /// The child opened a link, and said whom they would like to talk with.
    private func chosen() -> PresentChild {
        var present = back(invented(21, "Amal", "Haddad", "female", "OOTH", age: 14, home: 1), 40 * 60, 26 * 60)
        present.add(.referred, 24 * 60, by: present.worker, Self.provider)
        assign(&present, "ben.ashcroft", 20 * 60, wasAsked: true)
        present.script.turn(to: nil)
        let given: Details = [
            .kind: .word("what-i-want-known"), .digest: .word("given-before-the-demonstration"),
            .until: .time(.at(now + .days(5))),
        ]
        present.add(.linkGiven, 23 * 60, by: present.worker, given)
        present.add(.linkOpened, 22 * 60, by: Actor(role: .child))
        let wish: Details = [
            .interviewer: .word("ben.ashcroft"), .kind: .word("quiet"), .how: .word("person"),
            .language: .text("Arabic"), .wants: .text("بعد المدرسة يوم الخميس. أريد أن تأتي صديقتي معي."),
        ]
        present.add(.childChose, 22 * 60 - 3, by: Actor(role: .child), wish)
        let words: Details = [
            .kind: .word("before"), .wants: .text("Please don’t ask about my uncle in front of staff."),
        ]
        present.add(.childWrote, 22 * 60 - 6, by: Actor(role: .child), words)
        return present
    }

    private func offered() -> PresentChild {
        var present = back(invented(22, "Bethan", "Rees", "female", "WBRI", age: 16, home: 3), 60 * 60, 50 * 60)
        assign(&present, "cerys.vaughan", 40 * 60)
        present.add(.interviewOffered, 28 * 60, by: present.interviewer, [.how: .word("message")])
        return present
    }

    private func notThere() -> PresentChild {
        var present = back(invented(23, "Kyle", "Hurst", "male", "WBRI", age: 16, home: 0), 70 * 60, 62 * 60)
        assign(&present, "leila.farah", 50 * 60)
        present.add(.interviewAccepted, 40 * 60, by: present.interviewer)
        let missed: Details = [
            .kind: .word("not-present"), .reason: .text("Waited at the library for half an hour; Kyle did not come."),
        ]
        present.add(.interviewNotAttended, 20 * 60, by: present.interviewer, missed)
        return present
    }

    private func missingAgain() -> PresentChild {
        var present = back(invented(24, "Tia", "Maddox", "female", "MWBC", age: 15, home: 1), 66 * 60, 60 * 60)
        let reason: Details = [
            .ground: .word("missing-again"), .reason: .text("Gone again before anybody reached her."),
        ]
        present.add(.interviewNotArranged, 30 * 60, by: present.interviewer, reason)
        return present
    }

    private func saidNo() -> PresentChild {
        var present = back(invented(25, "Haroon", "Malik", "male", "APKN", age: 16, home: nil), 55 * 60, 47 * 60)
        present.add(
            .interviewDeclined, 26 * 60, by: present.interviewer,
            [.reason: .text("“I’ve told it already.” Knows that the offer stays open."), .declinedBy: .word("child")])
        let view: Details = [
            .to: .word("parents"), .accepted: .flag(true),
            .result: .text("His mother thinks the new friends from the gym are older, and that money is involved."),
        ]
        present.add(.parentsViewOffered, 24 * 60, by: present.interviewer, view)
        return present
    }

    private func heldWithFindings() -> PresentChild {
        var child = invented(26, "Lena", "Brook", "female", "WBRI", age: 14, home: 0)
        child.risks = ["sexual-exploitation"]
        var present = back(child, 64 * 60, 52 * 60)
        assign(&present, "leila.farah", 48 * 60)
        present.add(.interviewOffered, 44 * 60, by: present.interviewer, [.how: .word("phone")])
        hold(&present, 20 * 60)
        find(&present, "groomed", 20 * 60, "A man who picks girls up at the retail park, in a grey van.")
        let action: Details = [
            .action: .text("Ask police for a disruption visit to the retail park"),
            .owner: .word("missing-coordinator"), .due: .time(.at(now + .days(2))),
        ]
        present.add(.actionAgreed, 18 * 60, by: present.interviewer, action, naming: .findingRecorded)
        find(&present, "not-listened-to", 17 * 60, "Nobody asked her about the change of school.")
        present.add(
            .intelligenceSubmitted, 16 * 60, by: present.interviewer,
            [
                .narrative: .text("Grey van, part of the plate HX14, retail park on Friday nights. Two other girls."),
                .consent: .flag(true), .agency: .word(Eastmoor.force.name),
            ])
        present.add(.sharingAgreed, 15 * 60, by: present.interviewer, [.names: .words(["social-worker", "police"])])
        return present
    }

    /// Held, acted on, received by police, read by the child and by somebody else.
    private func heldAndRead() -> PresentChild {
        var present = back(invented(27, "Marcin", "Zając", "male", "WOTH", age: 15, home: 3), 100 * 60, 94 * 60)
        assign(&present, "cerys.vaughan", 90 * 60)
        hold(&present, 70 * 60)
        find(
            &present, "contact-with-family", 70 * 60, "He goes to see his grandmother; nobody may drive him on Sundays."
        )
        present.add(
            .actionAgreed, 68 * 60, by: present.interviewer,
            [.action: .text("Drive Marcin to his grandmother every second Sunday"), .owner: .word("home-manager")],
            naming: .findingRecorded)
        present.add(
            .actionDone, 30 * 60, by: present.carer, [.result: .text("First visit done")], naming: .actionAgreed)
        present.add(
            .intelligenceNotSubmitted, 67 * 60, by: present.interviewer,
            [.reason: .text("Where his grandmother lives is no concern of police, and he asked us not to.")])
        present.add(
            .interviewWrittenForChild, 66 * 60, by: present.interviewer,
            [
                .narrative: .text(
                    "You went to see your gran because you miss her. You want to go on Sundays. I will ask for that.")
            ])
        present.add(
            .interviewAudited, 20 * 60, by: Staff.all(.teamManager)[0].actor,
            [
                .grade: .word("good"), .checked: .words(["in-time", "independent", "voice", "actions"]),
                .narrative: .text("His own words all through, and something changed because of it."),
            ])
        present.script.turn(to: nil)
        present.add(
            .childCorrected, 40 * 60, by: Actor(role: .child),
            [.wants: .text("I also want to go at Christmas.")], naming: .interviewWrittenForChild)
        present.add(
            .childAnswered, 35 * 60, by: present.interviewer,
            [
                .narrative: .text(
                    "Thank you. I have told your social worker about Christmas; she will tell you by Friday.")
            ],
            naming: .childCorrected)
        return present
    }

    private func assign(_ present: inout PresentChild, _ who: String, _ minutesAgo: Int, wasAsked: Bool = false) {
        let details: Details = [
            .interviewer: .word(who), .kind: .word("independent"), .agency: .word(Eastmoor.charity.name),
            .consent: .flag(wasAsked),
        ]
        present.add(.interviewAssigned, minutesAgo, by: present.interviewer, details)
    }

    private func hold(_ present: inout PresentChild, _ minutesAgo: Int) {
        var held = Wording.interview(isBrief: false, &present.random)
        held[.before] = .text("“It was loud, and nobody had time.”")
        held[.during] = .text("“We drove about. I slept in the van. I was cold.”")
        held[.howReturned] = .text("Rang the home from a shop, and was fetched")
        present.add(.interviewHeld, minutesAgo, by: present.interviewer, held)
    }

    private func find(_ present: inout PresentChild, _ kind: String, _ minutesAgo: Int, _ says: String) {
        let finding: Details = [.kind: .word(kind), .narrative: .text(says)]
        present.add(.findingRecorded, minutesAgo, by: present.interviewer, finding)
    }

    /// A child who was missing and is back, with the safe and well check done.
    private func back(_ child: InventedChild, _ since: Int, _ until: Int) -> PresentChild {
        var present = missing(child, since, until)
        checkSafeAndWell(&present, until - 90)
        return present
    }
}

extension Eastmoor {
    /// The child whose own pages the demonstration opens.
    public static let linkedChild = "Marcin Zając"
    public static let agreedWord = "blue heron"
    /// Who gave that child the link.
    public static var linkGiver: Actor { Staff.all(.interviewer)[0].actor }
}
