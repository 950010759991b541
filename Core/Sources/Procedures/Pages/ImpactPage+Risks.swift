// SPDX-License-Identifier: MIT

extension ImpactPage {
    /// What may go wrong for the people whom the record is about.
    public static let risks: [Risk] = [
        Risk(
            name: "Somebody is shown a child who should not know of them",
            harm: "The child is found by the person they run from",
            measure:
                "Deny unless a rule allows; restricted records that do not exist for others; location shield; the same "
                + "answer for a hidden child as for none",
            left:
                "Restrict at once where there is honour-based violence, trafficking or a relative on the staff; keep named "
                + "lists short"),
        Risk(
            name: "Somebody who looks for a child is not shown what they need",
            harm: "The child is found too late",
            measure:
                "Police of the area and the responsible authority see what they look with; breaking the glass in an "
                + "emergency; an area that nobody claims is covered by all",
            left: "Keep agencies, areas and allocations up to date; tell night staff how to break the glass"),
        Risk(
            name: "Curious or malicious looks by people with an account",
            harm: "Private life is exposed, and trust is lost",
            measure:
                "Each look, search, export and refusal is written down; a page for each child and each worker; unusual "
                + "access is listed",
            left: "Read the trail, ask about it, and act on it"),
        Risk(
            name: "Breaking the glass becomes a habit", harm: "The rules no longer protect anybody",
            measure: "A reason, eight hours, the owner told, review by somebody else on the next working day",
            left: "Hold the review, and say plainly when it was not right"),
        Risk(
            name: "What a child said in confidence is read by those it is about",
            harm: "The child is punished or silenced",
            measure:
                "The interview and the child's own words are parts of their own; homes and police are not shown them, not "
                + "even where they tell of a place or of harm",
            left: "Tell the child who will read it before they speak; keep confidences out of notes that others see"),
        Risk(
            name: "An account is taken over", harm: "Everything that person may see is exposed",
            measure:
                "Second factor, limits on guessing that cannot shut others out, sessions that end, sign-out everywhere",
            left: "Close accounts of those who leave on the day; single sign-on where there is one"),
        Risk(
            name: "The machine, a disk or a backup is stolen", harm: "Records of many children are read",
            measure:
                "Each child's events are sealed under their own key; the master key lies elsewhere; backups are sealed too",
            left: "Keep the master key apart; encrypt disks; look after the machine"),
        Risk(
            name: "The past is rewritten", harm: "A failure is hidden, or a child is not believed",
            measure:
                "Nothing is changed or deleted; a chain shows any change; signed checkpoints can lie with somebody else",
            left: "Keep checkpoints outside; run the check"),
        Risk(
            name: "The record is wrong, or about the wrong child", harm: "Decisions rest on what is not so",
            measure:
                "Corrections keep both versions; each entry says who wrote it, when, and in which role; accounts that "
                + "differ stand side by side",
            left: "Put right what children and families say is wrong"),
        Risk(
            name: "Children are labelled by counting them", harm: "They are treated as a risk and not helped",
            measure: "No score for a child; counts only start duties that help; figures are under pseudonyms",
            left: "Look at what the counts are used for"),
        Risk(
            name: "Data are kept too long, or gone too soon",
            harm: "A private past follows somebody, or their history is lost",
            measure:
                "Retention decided and recorded; legal hold; erasure by destroying the child's key, with counts kept",
            left: "Settle the schedule; decide on time; keep other copies in step"),
        Risk(
            name: "The child's link falls into other hands", harm: "Somebody learns that the child has been missing",
            measure:
                "The link says nothing before the agreed word; it ends, can be withdrawn, and locks after five wrong words",
            left: "Agree a word that others do not know; choose when and how to give the link"),
    ]
}
