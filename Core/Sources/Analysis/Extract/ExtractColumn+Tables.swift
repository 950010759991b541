// SPDX-License-Identifier: MIT

extension ExtractColumn {
    private static let child = ExtractColumn("child_key", .reference(.child), "Whose it is.")
    private static let episode = ExtractColumn("episode_key", .reference(.episode), "Of which episode.")

    static let ofChild = [
        ExtractColumn("child_key", .key, "The child."),
        ExtractColumn("authority", .text, "The responsible authority's short name."),
        ExtractColumn("sex", .text, "Female or Male; blank where not known."),
        ExtractColumn(
            "ethnic_group", .text, "The broad group of the national statistics; blank where refused or not known."),
        ExtractColumn("born_year", .number, "Year of birth."),
        ExtractColumn("looked_after", .number, "1 where looked after at the moment of the extract."),
        ExtractColumn("home_district", .text, "Postcode district of the home address; blank where it is held back."),
        ExtractColumn("held_back", .number, "1 where the record is restricted or shielded: then no place is given."),
    ]

    static let ofEpisode = [
        ExtractColumn("episode_key", .key, "The episode."), child,
        ExtractColumn("kind", .text, "missing, away, absent or school-case."),
        ExtractColumn("care_kind", .text, "As those who care for the child call it."),
        ExtractColumn("police_category", .text, "As police hold the child."),
        ExtractColumn("risk_grade", .text, "The newest grade."),
        ExtractColumn("looked_after", .number, "1 where the child was looked after when it began."),
        ExtractColumn("age", .number, "Whole years when it began."),
        ExtractColumn("started_on", .reference(.date), "The date in London on which it began."),
        ExtractColumn(
            "start_hour", .number, "0 to 23, as clocks in London showed it; blank where only the date is known."),
        ExtractColumn("start_precision", .text, "exact, about, between or date-only."),
        ExtractColumn("ended_on", .reference(.date), "When found, or back of one who was away; blank while open."),
        ExtractColumn("length_minutes", .number, "From start to end; blank where only dates are known, or while open."),
        ExtractColumn("is_open", .number, "1 while the child is not back."),
        ExtractColumn("placement_kind", .text, "Where a looked-after child lived, in groups."),
        ExtractColumn("out_of_area", .number, "1 where the placement lay in another authority's area."),
        ExtractColumn(
            "from_place_key", .reference(.place), "From which home or school; blank where from none on the register."),
        ExtractColumn("found_place_key", .reference(.place), "The postcode sector where found."),
        ExtractColumn(
            "miles_from_placement", .decimal,
            "From the placement, else from home, to where found; needs postcodes loaded."),
        ExtractColumn("safe_and_well", .text, "done, not-held (with a reason) or blank."),
    ]

    static let ofInterview = [
        ExtractColumn("interview_key", .key, "The interview."), episode, child,
        ExtractColumn("stage", .text, "How far it came."),
        ExtractColumn("returned_on", .reference(.date), "When the child was back: the clock of 72 hours starts."),
        ExtractColumn("hours_to_offer", .decimal, "From the return to the first offer."),
        ExtractColumn("hours_to_interview", .decimal, "From the return to the interview."),
        ExtractColumn("held_within_72_hours", .number, "1 or 0; blank while not held."),
        ExtractColumn("findings", .number, "How many findings were recorded."),
        ExtractColumn("findings_answered", .number, "How many of them have an action, or a reason why not."),
    ]

    static let ofDuty = [
        ExtractColumn("duty_key", .key, "The duty."), episode, child,
        ExtractColumn("duty", .text, "Its id in the protocol."),
        ExtractColumn("instance", .number, "1 for the first of a duty that comes again."),
        ExtractColumn("owed_by", .text, "The role that owes it."),
        ExtractColumn("state", .text, "not-yet, owed, overdue, done, done-late, lapsed, missed, waived or agreed."),
        ExtractColumn("from_on", .reference(.date), "When its clock started."),
        ExtractColumn("due_on", .reference(.date), "By when."),
        ExtractColumn("late_minutes", .number, "How long after its due it was done."),
        ExtractColumn("is_local_choice", .number, "1 where the figure is the area's own and no clause's."),
    ]

    static let ofNotice = [
        ExtractColumn("notice_key", .key, "The notice."), episode, child,
        ExtractColumn("to_role", .text, "Who was told, where that is a role; else other."),
        ExtractColumn("by_role", .text, "Who told them."),
        ExtractColumn("told_on", .reference(.date), "When."),
        ExtractColumn("minutes_after_start", .number, "From the start of the episode."),
        ExtractColumn(
            "minutes_to_acknowledge", .number, "Until they said that they had seen it; blank where they did not."),
    ]

    static let ofMeeting = [
        ExtractColumn("meeting_key", .key, "The child's part of the meeting."), child,
        ExtractColumn(
            "episode_key", .reference(.episode), "Of which episode; blank where on the child's whole record."),
        ExtractColumn(
            "gathering", .text, "The same for every child whom one meeting was about; blank where it was about one."),
        ExtractColumn("kind", .text, "As the protocols call it; other where none of them does."),
        ExtractColumn("held_on", .reference(.date), "When it was held."),
    ]

    static let ofPlace = [
        ExtractColumn("place_key", .key, "The place."),
        ExtractColumn("kind", .text, "What the agency is, or sector."),
        ExtractColumn("authority", .text, "The short name of the authority in whose area an agency lies."),
        ExtractColumn("district", .text, "Postcode district."),
        ExtractColumn("sector", .text, "Postcode sector; only of where a child was found."),
    ]

    static let ofDate = [
        ExtractColumn("date", .key, "The date, as 2026-04-01."),
        ExtractColumn("year", .number, "Calendar year."),
        ExtractColumn("month", .number, "1 to 12."),
        ExtractColumn("day", .number, "1 to 31."),
        ExtractColumn("weekday", .text, "Monday to Sunday."),
        ExtractColumn("is_working_day", .number, "1 on Mondays to Fridays that are no bank holiday."),
        ExtractColumn("is_school_day", .number, "1 in term; blank where no term dates are known."),
        ExtractColumn(
            "collection_year", .number, "The year in which the collection year ends: 2026 until 31 March 2026."),
    ]
}
