# What each report answers
report-question-inventory = Which interventions are there, and what is known of them?
report-question-follow-up = How did it go in the period: goals, interventions, what nobody followed up, commitments?
report-question-plan = How do problem, cause, goal and intervention hang together, and where does the chain break?
report-question-coordination = Who does the same thing in the same place, and what does nobody do anything about?
report-question-board = What does a board or administration carry in a year: interventions, money, goals, needs?
report-question-needs = What has somebody asked for, who is to answer, and have they?
report-question-model = Which bodies are there, what is their mission, and how often do they meet?
report-question-law = What does the Act ask, and what shows that it is done?
report-question-pivot = How many, how much or how long, for any field or two?
report-question-decisions = What is decided, who is to do it, and by when?
report-question-round = Who has answered a round of inventory, and what came?
report-round = Round of inventory
report-no-round = there is no round of inventory
report-round-asked = Asked
report-round-answered = Have answered
report-round-open = Have not answered
report-round-due = Answers by
report-round-has-answered = has answered
report-round-waited-for = waited for
report-round-late = late
report-round-said = Answers that change
report-round-added = New interventions
report-round-comments = To the coordinator
report-round-comment = Comment
report-question-status = How do things stand, and what is to be done first?
report-question-plan-bra = The same plan, in the six columns of the National Council for Crime Prevention

# Follow-up
report-follow-up = Follow-up
report-follow-up-besides = { $count ->
    [one] One more intervention was followed up, though it did not have to be for the term.
   *[other] { $count } more interventions were followed up, though they did not have to be for the term.
}
report-follow-up-paused = { $count ->
    [one] One intervention is paused. It has no follow-up of the term and owes none.
   *[other] { $count } interventions are paused. They have no follow-up of the term and owe none.
}
report-follow-up-unfinished = The period is not over: it lasts until { $until }.
report-goals = Goals
report-goal = Goal
report-followed-up = Interventions followed up
report-silent = Not followed up, by responsible
report-promises = Commitments
report-promise = Commitment
report-done = Done
report-results = Results
report-value-of = { $name }: { $value } { $unit }, target { $target }
report-value-aimed = { $name }: { $value } { $unit }, target { $target }
report-value-at-least = { $name }: { $value } { $unit }, target at least { $target }
report-value-at-most = { $name }: { $value } { $unit }, target at most { $target }
report-follow-ups-across = { $count ->
    [one] { $count } follow-up is of another period, which is partly the same: { $terms }.
   *[other] { $count } follow-ups are of other periods, which are partly the same: { $terms }.
  }
report-none-followed-up = No intervention is followed up in the period.
report-no-promises = No commitments.
report-other-periods = Other periods
report-promised-number-of = Number
report-promised-number = promised: { $number }
report-none-silent = Every intervention that was under way is followed up.
report-no-goals = No goals.
report-baseline-on = Baseline on
report-latest = Latest
report-latest-on = Measured on
report-latest-of = Counted over
report-target-on = Target on
report-share = Share of the way
report-no-indicator = cannot be assessed: no indicator
report-no-baseline = cannot be assessed: no baseline
report-no-target = cannot be assessed: no target
report-no-reading = cannot be assessed: not measured yet
report-no-way = cannot be assessed: the target is the baseline, and which way is better is not said
report-goal-kept = kept
report-goal-not-kept = not kept
report-part-of-stretch = counted over a part of the time
report-year-before = Same time a year before

# Action plan
report-plan = Action plan
report-plan-adopted = { $district }: the plan for { $period } is adopted by { $meeting }.
report-plan-changed = { $district }: the plan for { $period } was adopted by { $meeting }, but has changed since.
report-plan-not-adopted = { $district }: the plan for { $period } is not adopted.
report-plan-lapsed = { $district }: the plan for { $period } no longer holds. It was adopted by { $meeting }.
report-plan-proposed = { $district }: there is a proposal for { $period }.
report-plan-coming = { $district }: a new plan is adopted for { $period }.
report-outside-plan = The same problems and goals, but outside the plan
report-none-outside-plan = All interventions against the plan's problems and goals are part of it.

# Versions of target pictures and action plans
report-target-picture-of = Target picture for { $areas }
report-action-plan-of = Action plan for { $areas }
report-round-of = Round { $term }
report-version-adopted = { $standing }, adopted by { $meeting }
report-version-changed = { $standing }, adopted by { $meeting }, but changed since
report-version-not-adopted = { $standing }, not adopted
report-standing-proposed = proposed
report-standing-coming = coming
report-standing-in-force = in force
report-standing-past = no longer in force
report-other-versions = Other versions
report-no-proposal = There is no proposal.
report-proposal-is-the-same = The proposal says the same.
report-now = Now
report-proposed = Proposed
report-is-new = new
report-is-gone = taken out
report-adopted-on = Adopted
report-plan-none = { $district } has no action plan.
report-plan-empty = Nothing in the plan.
report-problem = Problem
report-gap-problem = no problem
report-gap-cause = no cause
report-gap-at-cause = not tied to a cause
report-gap-goal = no goal
report-gap-intervention = no intervention
report-counted-in-each = { $count ->
    [one] One intervention is for several districts, and counted once in the total.
   *[other] { $count } interventions are for several districts, and counted once in the total.
}
report-money-is-part = The money is the district's part of interventions that are for others too.
report-money-whole = With {"--whole"}, all of it is told.
report-budget-missing = { $count ->
    [one] Of one intervention, the budget of { $year } is missing.
   *[other] Of { $count } interventions, the budget of { $year } is missing.
}
report-budget-proposed = Proposed for { $year }: { $amount }. It is not in the budget.
report-of-district = { $district }: { $text }
report-bra-cause = Cause
report-bra-measure = Measure
report-bra-goal = Operative goal
report-bra-when = When
report-bra-who = Who
report-bra-follow-up = Follow-up
report-light-green = green
report-light-yellow = yellow
report-light-red = red
report-light-none = cannot be assessed

# Coordination
report-coordination = Coordination
report-overlaps = Interventions side by side
report-overlap-number = Overlap
report-no-overlaps = No interventions stand side by side.
report-shared = Shared
report-shared-work = { $category }, { $groups }
report-shared-place = { $place }, { $when }
report-shared-title = nearly the same title
report-breaks = Where the chain breaks
report-break = What is missing
report-break-problem = problem without intervention
report-break-goal = goal without intervention
report-break-intervention = intervention without goal and problem
report-no-breaks = Every problem and goal has an intervention, and every intervention a goal or problem.
report-gaps = Nothing is done for
report-gap-of = Sort
report-gap-missing = Without intervention
report-no-gaps = Everything is covered.
report-covers-groups = Target group
report-covers-categories = Category
report-covers-times = Time of day and week
report-covers-levels = Level of prevention
report-covers-each = An intervention in several districts counts in each of them. Only proposed, planned, ongoing and paused interventions count.

# Board
report-board = For budget and follow-up
report-carried = Interventions
report-own-money = Counted is money of the body itself, or of the board above it in interventions that the body answers for, grants and other money from outside included. What other boards pay in the same intervention is left out.
report-by-district = By district
report-internal = Internal budget
report-grants = Grants
report-other-money = Other
report-needs-raised = Needs

# Needs
report-needs = Needs
report-no-needs = No needs are raised.
report-standing = Standing
report-next-meeting = Next meeting
report-need-overdue = no answer
report-need-waiting = awaits a meeting
report-need-not-raised = not raised
report-need-answered = answered

# The model
report-model = Leadership and coordination
report-no-bodies = No bodies.
report-beside = Beside it
report-held = Meetings { $year }
report-planned = Planned { $year }
report-is-responsible = Responsible for
report-is-partner = Takes part in

# The Act
report-law = The Act on municipalities’ responsibility for crime prevention (2023:196)
report-law-figure-met = Duties met
report-law-figure-due = Due soon
report-law-figure-overdue = Overdue
report-law-figure-not-yet = Not due yet
report-law-not-yet = not due yet
report-law-no-district = there are no districts
report-law-section = Section
report-law-paragraph = § { $section }
report-law-paragraphs = §§ { $section }
report-law-duty = Duty
report-law-done = Done on
report-law-next = To be done by
report-law-missing = What is missing
report-law-ground = Shown by, or what is missing
report-law-record = Record
report-law-met = met
report-law-due = due
report-law-overdue = overdue
report-law-survey = Situation picture with survey and analysis
report-law-plan = Action plan decided on the situation picture
report-law-updated = Situation picture updated every second year
report-law-followed-up = Action plan followed up every second year
report-law-agreement = Written cooperation agreement
report-law-council = Council for strategic questions
report-law-coordination = Coordination function
report-law-lead = Board that leads the work
report-law-report = Report to the municipal council
report-law-no-situation = there is no situation picture
report-law-no-municipality = there is no record of the whole municipality
report-law-only-districts = the situation pictures are of districts, not of the whole municipality
report-law-plan-only-districts = the action plans are for districts, not for the whole municipality
report-law-younger = what shows it is of a later day
report-law-meeting-cancelled = the meeting that was to decide was cancelled
report-law-not-competent = decided by a body that can’t decide it
report-law-rests-on-nothing = it isn’t said which situation picture the plan rests on
report-law-rests-on-younger = the situation picture is younger than the decision
report-law-rests-on-narrower = the situation picture is of a smaller area than the plan
report-law-agreement-narrow = the agreement is for a part of the municipality alone
report-law-lead-no-board = it is no board
report-law-body-ended = the body is no more
report-law-report-on-other = what was brought up was about something else
report-law-decided-by = Decision
report-law-districts = The districts
report-law-districts-why = The Act is about the whole municipality. That each district has a picture and a plan of its own is the decision’s own ambition.
report-law-no-period = the situation picture has no period
report-law-no-survey = the survey is missing
report-law-no-analysis = the analysis is missing
report-law-no-plan = there is no action plan
report-law-plan-not-adopted = the plan is not adopted
report-law-plan-over = the plan’s time is over
report-law-changed = it has changed since it was adopted
report-law-no-decision = the meeting has no decision on the plan
report-law-too-old = the situation picture is older than two years
report-law-not-followed-up = the plan has not been followed up for two years
report-law-no-agreement = no agreement is in force
report-law-agreement-thin = purposes or areas are missing
report-law-not-named = not named under [law] in register.toml
report-law-not-met = the council has not met for a year
report-law-not-reported = no report in the last year

# Decisions
report-decisions = Decisions
report-decisions-figure-all = Decisions
report-decisions-figure-open = Open
report-decisions-figure-late = Late
report-no-decisions = No decisions.
report-late = late
report-decided-by = Decided by
report-decided-on = Decided on

# Pivot
report-pivot = Pivot
report-pivot-of-list = { $list }: { $field }
report-pivot-sum = { $figure } (sum)
report-pivot-mean = { $figure } (mean)
report-pivot-median = { $figure } (median)
report-pivot-least = { $figure } (least)
report-pivot-greatest = { $figure } (greatest)
report-pivot-beside = { $value }: { $figure }
report-pivot-budget-missing = { $count ->
    [one] One intervention has no budget told for this year.
   *[other] { $count } interventions have no budget told for this year.
}
report-pivot-proposed = Proposed { $year }
report-pivot-outcome = Outcome { $year }
report-pivot-whole = Mean, median, least and greatest are of whole amounts, also of what is for several districts.
report-trend-of-grace = Followed up is counted when the days of grace after the term are over.
report-trend-of-years = Budget and outcome are those of the whole year, in every term of it.
report-pivot-split = Money of what has several values is split between them.
report-pivot-left-out = { $count ->
    [one] One intervention is proposed or cancelled. Its budget is not in it.
   *[other] { $count } interventions are proposed or cancelled. Their budgets are not in it.
}
report-pivot-each = What has several values is counted for each of them, and once in the total.

# Selection
report-selection = Selection: { $field }: { $values }
report-selection-between = Time
report-selection-text = Text
report-explained = How it is counted
report-later = { $count ->
    [one] One entry is dated after { $day } and does not count
   *[other] { $count } entries are dated after { $day } and do not count
}
report-unread = Not all of the register could be read ({ $count ->
    [one] one place
   *[other] { $count } places
}): { $names }

# What has changed
report-diff-title = Changes
report-diff-between = { $before } → { $after }
report-diff-work-tree = what lies in the folder
report-diff-staged = what has been added with git add
report-diff-settings = The register
report-diff-within = { $outer } · { $inner }
report-diff-set = { $field }: { $after }
report-diff-cleared = { $field }: taken away (was { $before })
report-diff-changed = { $field }: { $before } → { $after }
report-diff-added = + { $field }: { $after }
report-diff-removed = − { $field }: { $before }
report-diff-added-to = { $field }: + { $after }
report-diff-removed-from = { $field }: − { $before }
report-diff-exchanged = { $field }: + { $after } − { $before }
report-diff-reordered = { $field }: in another order
report-diff-new = + new: { $what }
report-diff-new-with = + new { $what }: { $facts }
report-diff-gone = − removed: { $what }
report-diff-renamed = new id: { $before } → { $after }
report-diff-unreadable = the file can’t be read in both versions: {"register check"}
report-diff-new-file = + new file
report-diff-gone-file = − removed file
report-diff-decisions = Decisions
report-diff-decision-gone = no longer: { $decision }
report-diff-left-out = Did not fit
report-diff-left-out-line = { $count ->
    [one] one more record
   *[other] { $count } more records
} ({ $kinds })
report-diff-left-out-of = { $kinds }: { $count }
report-diff-money = Budget: { $years }
report-diff-money-more = { $year } +{ $amount }
report-diff-money-less = { $year } −{ $amount }
report-diff-note-come = + Note in the file: { $note }
report-diff-note-gone = − Note in the file: { $note }
report-diff-and-more = { $names } and { $count } more
report-diff-none = Nothing has changed.
report-diff-summary = { $parts }
report-diff-n-new = { $count ->
    [one] one new
   *[other] { $count } new
}
report-diff-n-removed = { $count ->
    [one] one removed
   *[other] { $count } removed
}
report-diff-n-renamed = { $count ->
    [one] one with a new id
   *[other] { $count } with new ids
}
report-diff-n-changed = { $count ->
    [one] one record changed
   *[other] { $count } records changed
}
report-diff-n-noted = { $count ->
    [one] one record with other notes only
   *[other] { $count } records with other notes only
}
report-diff-n-layout = { $count ->
    [one] one file only laid out differently
   *[other] { $count } files only laid out differently
}
report-diff-count-changed = Changed
report-diff-count-added = New
report-diff-count-removed = Removed
report-diff-count-renamed = New id
report-diff-count-layout = Laid out

# The history
report-log-title = History
report-log-entry = { $day } · { $subject } · { $commit }
report-log-more = { $count ->
    [one] and one record more
   *[other] and { $count } records more
}
report-log-layout = { $count ->
    [one] one file only laid out differently
   *[other] { $count } files only laid out differently
}
report-log-none = There is nothing to show in the history.
report-diff-not-read = the file can’t be read: {"register check"}
report-findings = Findings
report-added = new
report-removed = removed
report-renamed = new id
report-changed = changed
report-moved = moved
report-unreadable = can’t be read
report-layout-only = only laid out anew
report-trend = Trend
report-trend-drawn = Curve
report-trend-no-register = A term without a number is from before the register's first version.
report-trend-of-history = The numbers are those that the register told at the end of each term.
report-trend-of-days = The numbers are counted from today's register: what had happened by the end of each term.
report-trend-from-git = With {"--from-git"}, what the register told then is shown.
report-matrix = Assessments term by term
report-matrix-none = none
report-matrix-across = ·
report-matrix-legend = ■ none: a follow-up was owed, and there is none. A dot: told of by a follow-up of another term.
report-matrix-left-out = { $count ->
    [one] One intervention owed no follow-up in any of the terms, and is left out.
   *[other] { $count } interventions owed no follow-up in any of the terms, and are left out.
}
report-question-matrix = How was each intervention judged, term by term?
report-question-trend = How has a number developed, term by term?
report-answer-count = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
report-sql-tables = Tables and views
report-sql-table = Table
report-sql-about = What it has
report-sql-columns = Columns
report-deviations = Deviations and reasons
report-no-deviations = Nothing deviates, and no follow-up is missing.
report-reason = Reason
report-judged-on = Followed up on
report-owes-for = missing for { $term }
report-owing = Without follow-up
report-judged-before = { $count } at the last follow-up
report-since-term = since { $term }: { $began } began, { $ended } ended
report-since-term-none = none began or ended since { $term }
report-all-interventions = All interventions
report-budget-unknown = { $count ->
    [one] not known for one intervention
   *[other] not known for { $count } interventions
}
report-needs-total = Amount not yet answered
report-needs-of-all = of { $amount } in all
report-needs-figure = Needs
report-needs-overdue = Without answer
report-needs-waiting = Wait for a meeting
report-needs-answered = Answered
report-needs-not-raised = Not raised
report-gaps-in-chain = Gaps in the chain
report-of-owed = of { $count } that were due
report-in-term = { $count } in { $term }
report-since-term-begun = { $count } began since { $term }
report-since-term-ended = { $count } ended since { $term }
report-followed-up-of = Followed up
report-chain = The chain from problem to intervention
report-figure-overlaps = Groups of interventions side by side
report-figure-problems = Problems without intervention
report-figure-goals = Goals without intervention
report-figure-purposeless = Interventions without goal and problem
report-figure-held = Meetings held { $year }
report-figure-planned = Meetings planned { $year }
report-figure-no-meeting = Bodies without a meeting ahead
report-was-then = { $value } in { $term }
report-course = Baseline → latest, target
report-goal-course = { $way }, target { $target }
report-goal-target = target { $target }
report-paused-deviating = { $count } deviate or may come to
report-owed-by-none = none was due
