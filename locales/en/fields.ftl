# The nine kinds of record
kind-district = district
kind-district-plural = districts
kind-district-new = New district
kind-body = body
kind-body-plural = bodies
kind-body-new = New body
kind-intervention = intervention
kind-intervention-plural = interventions
kind-intervention-new = New intervention
kind-meeting = meeting
kind-meeting-plural = meetings
kind-meeting-new = New meeting
kind-situation = situation picture
kind-situation-plural = situation pictures
kind-situation-new = New situation picture
kind-target-picture = target picture
kind-target-picture-plural = target pictures
kind-target-picture-new = New target picture
kind-action-plan = action plan
kind-action-plan-plural = action plans
kind-action-plan-new = New action plan
kind-agreement = agreement
kind-agreement-plural = agreements
kind-agreement-new = New agreement
kind-round = round
kind-round-plural = rounds
kind-round-new = New round

# District
field-district-name = Name
field-district-covers = Stands for
field-district-priority = Prioritised for
field-district-coordinator = Coordinator
field-district-bodies = Local forums
field-district-statistical-areas = Statistical areas
field-district-police-class = Police classification
field-district-from = Exists from
field-district-until = Exists until
field-district-succeeded-by = Succeeded by
field-district-former-ids = Former ids
field-district-indicator = Indicators
field-district-problem = Problem picture
field-district-event = Events known in advance

field-statistical-area-code = Code
field-statistical-area-kind = Type of area
field-statistical-area-vintage = Vintage

field-police-classing-year = Year
field-police-classing-class = Class

field-district-indicator-id = Id
field-district-indicator-name = Name
field-district-indicator-unit = Unit
field-district-indicator-source = Source
field-district-indicator-geography = Measured over
field-district-indicator-better = Better is
field-district-indicator-counts = Values show
field-district-indicator-readings = Readings

field-problem-id = Id
field-problem-title = Problem
field-problem-rank = Priority in the problem picture
field-problem-evidence = Shown by situation pictures
field-problem-answers = Stands in the way of
field-problem-cause = Causes

field-cause-id = Id
field-cause-text = Cause
field-cause-kind = Kind

field-event-id = Id
field-event-title = Event
field-event-from = First day
field-event-until = Last day
field-event-lead = Leads the preparations
field-event-interventions = Interventions

# Target picture
field-target-picture-district = District
field-target-picture-period = Holds
field-target-picture-text = Target picture
field-target-picture-proposed = Proposed at meeting
field-target-picture-adopted = Adopted at meeting
field-target-picture-seal = Seal of what was adopted
field-target-picture-former-ids = Former ids
field-target-picture-goal = Goals

field-goal-id = Id
field-goal-title = Goal
field-goal-serves = Municipality-wide goals
field-goal-indicator = Indicator
field-goal-baseline = Baseline
field-goal-target = Target

field-reading-on = Date
field-reading-from = From
field-reading-until = Until
field-reading-value = Value

field-goal-target-on = Date
field-goal-target-from = From
field-goal-target-until = Until
field-goal-target-value = Value
field-goal-target-bound = Bound

# Action plan
field-action-plan-title = Title
field-action-plan-districts = Districts
field-action-plan-period = Holds
field-action-plan-text = Plan in words
field-action-plan-rests-on = Rests on situation pictures
field-action-plan-problems = Problems by priority
field-action-plan-measures = Interventions of the plan
field-action-plan-proposed = Proposed at meeting
field-action-plan-adopted = Adopted at meeting
field-action-plan-seal = Seal of what was adopted
field-action-plan-followed-up = Followed up at meetings
field-action-plan-former-ids = Former ids

field-measure-intervention = Intervention
field-measure-priority = Priority

# Body
field-body-name = Name
field-body-type = Type
field-body-level = Level
field-body-reports-to = Reports to
field-body-part-of = Part of
field-body-mission = Mission
field-body-mandate = Mandate
field-body-tasks = Tasks
field-body-members = Members
field-body-convenor = Convenor
field-body-cadence = Meeting frequency
field-body-support = Resources from
field-body-districts = Districts
field-body-distribution = Distribution list
field-body-from = Exists from
field-body-until = Exists until
field-body-succeeded-by = Succeeded by
field-body-former-ids = Former ids

field-member-role = Role
field-member-body = Body
field-member-mandate = Mandate in own administration

field-recipient-role = Role
field-recipient-body = Body

field-cadence-from = From
field-cadence-until = Until
field-cadence-times = Number of meetings
field-cadence-per = Per

# Intervention
field-intervention-title = Title
field-intervention-summary = Summary
field-intervention-status = Status
field-intervention-aspects = Aspects
field-intervention-districts = Districts
field-intervention-places = Places
field-intervention-category = Category
field-intervention-target-groups = Target groups
field-intervention-prevention = Prevention
field-intervention-problems = Problems
field-intervention-causes = Causes
field-intervention-goals = Goals
field-intervention-expected-effect = Expected effect
field-intervention-evidence = Evidence
field-intervention-board = Board
field-intervention-responsible = Responsible
field-intervention-contact = Contact
field-intervention-partners = Partners
field-intervention-period = Planned period
field-intervention-started = Actual start
field-intervention-ended = Actual end
field-intervention-when = Times
field-intervention-budget = Budget
field-intervention-actual = Outcome
field-intervention-staff = Full-time staff
field-intervention-needs = Resource needs
field-intervention-references = Documents
field-intervention-former-ids = Former ids
field-intervention-indicator = Indicators
field-intervention-follow-up = Follow-ups

field-prevention-level = Level
field-prevention-kind = Approach

field-budget-year = Year
field-budget-amount = Amount
field-budget-source = Funding
field-budget-board = Board
field-budget-funder = Grant giver
field-budget-case-number = Case number
field-budget-shares = Shares

field-actual-year = Year
field-actual-amount = Amount
field-actual-source = Source
field-actual-board = Board
field-actual-shares = Shares
field-share-district = District
field-share-part = Size

field-intervention-handed-over = Handed over from
field-body-was-part-of = Was part of
field-part-before-until = Until
field-part-before-body = Body
field-for-before-until = Until
field-for-before-districts = Districts
field-handed-over-until = Until
field-handed-over-responsible = Responsible
field-handed-over-board = Board
field-handed-over-partners = Partners
field-handed-over-districts = Districts
field-need-id = Id
field-need-what = Need
field-need-amount = Amount
field-need-year = Year
field-need-raised-to = Raised to
field-need-raised-on = Raised on
field-need-answered = Answered at meeting

field-document-title = Title
field-document-case-number = Case number
field-document-url = Web address

field-indicator-id = Id
field-indicator-name = Name
field-indicator-kind = Measures
field-indicator-unit = Unit
field-indicator-values = Values show
field-indicator-better = Better is
field-indicator-target = Target
field-indicator-bound = Bound

field-follow-up-on = Date
field-follow-up-period = For the period
field-follow-up-by = Followed up by
field-follow-up-assessment = Assessment
field-follow-up-trend = Trend
field-follow-up-note = Note
field-follow-up-values = Values

# Meeting
field-meeting-body = Body
field-meeting-on = Date
field-meeting-time = Time
field-meeting-place = Place
field-meeting-status = Status
field-meeting-present = Present
field-meeting-minutes = Minutes
field-meeting-distribution = Distribution list
field-meeting-former-ids = Former ids
field-meeting-item = Agenda
field-meeting-decision = Decisions

field-item-id = Id
field-item-title = Item
field-item-kind = Type of item
field-item-from = Raised by
field-item-concerns = Concerns
field-item-outcome = Outcome

field-decision-id = Id
field-decision-text = Decision
field-decision-concerns = Concerns
field-decision-responsible = Responsible
field-decision-due = Due
field-decision-status = Status
field-decision-done-on = Done on
field-decision-referred-to = Goes on to

# Situation picture
field-situation-district = District
field-situation-period = Period
field-situation-sources = Sources
field-situation-survey = Survey
field-situation-analysis = Analysis
field-situation-summary = Summary
field-situation-level = Level
field-situation-proposed = Proposed at meeting
field-situation-adopted = Adopted at meeting
field-situation-seal = Seal of what was adopted
field-situation-former-ids = Former ids
field-situation-observation = Observations

field-observation-id = Id
field-observation-on = Date
field-observation-source = Source
field-observation-category = Category
field-observation-place = Place
field-observation-count = Count
field-observation-note = Note
field-observation-action = Action

field-observation-action-text = Action
field-observation-action-responsible = Responsible
field-observation-action-due = Due
field-observation-action-done-on = Done on
field-observation-action-feedback = Feedback

# Agreement
field-agreement-title = Title
field-agreement-type = Type
field-agreement-parties = Parties
field-agreement-case-number = Case number
field-agreement-period = In force
field-agreement-districts = Districts
field-agreement-purposes = Purposes
field-agreement-areas = Areas
field-agreement-followed-up = Followed up at meetings
field-agreement-was-for = Was for
field-agreement-former-ids = Former ids
field-agreement-commitment = Commitments

field-commitment-id = Id
field-commitment-text = Commitment
field-commitment-responsible = Responsible
field-commitment-interventions = Interventions
field-commitment-target = Number promised
field-commitment-follow-up = Follow-ups
field-commitment-outcome = Outcome

field-commitment-target-value = Number
field-commitment-target-unit = Unit
field-commitment-target-bound = Bound

field-commitment-follow-up-period = Period
field-commitment-follow-up-activity = Activity
field-commitment-follow-up-value = Number
field-commitment-follow-up-assessment = Assessment

# Round of inventory
field-round-period = Period
field-round-began = Began
field-round-due = Answers due
field-round-former-ids = Former ids
field-round-answer = Answers

field-answer-body = Body
field-answer-asked-on = Asked on
field-answer-revision = Revision of the register
field-answer-answered-on = Answered on
field-answer-files = Files read
field-answer-said = Changed in the answer
field-answer-added = New interventions

field-said-intervention = Intervention
field-said-field = Column
field-said-value = Answer

field-added-row = Row
field-added-intervention = Intervention

# The whole register
field-settings-format = Format
field-settings-name = Municipality
field-settings-municipality-code = Municipality code
field-settings-language = Language
field-settings-currency = Currency
field-settings-notice = Line on every report
field-settings-follow-up = Follow-up
field-settings-situation = Situation pictures
field-settings-law = Duties of the Act
field-settings-case-number = Case numbers
field-settings-goal = Municipality-wide goals
field-settings-vocabulary = Local words
field-settings-waiver = Waivers

field-follow-up-cycle-cycle = Followed up every
field-follow-up-cycle-grace-days = Days of grace
field-situation-limits-max-age-months = Highest age in months
field-law-bodies-council = Strategic council (the Act, section 10)
field-law-bodies-coordination = Coordination function (the Act, sections 11–12)
field-law-bodies-lead = Leads the work (the Act, section 13)
field-case-number-rule-pattern = Pattern

field-municipal-goal-id = Id
field-municipal-goal-title = Goal

field-vocabulary-target-group = Target groups
field-vocabulary-category = Categories

field-waiver-code = Finding
field-waiver-record = Record
field-waiver-until = Valid until
field-waiver-reason = Reason

field-period-from = From
field-period-until = Until

# Hints for when the program asks
hint-intervention-title = what it is called, so that others recognise it
hint-intervention-summary = what is done, in two or three sentences
hint-intervention-status = how far it has come, not how it is going
hint-intervention-aspects = against segregation, safety, crime prevention – several if they fit
hint-intervention-districts = the districts it is meant for
hint-intervention-places = squares, schools, parks and other places where it is noticed
hint-intervention-category = what sort of intervention it is, from the register’s own list
hint-intervention-target-groups = whom it is for, from the register’s own list
hint-intervention-problems = the problems in the district that it does something about
hint-intervention-causes = which causes of the problems it shall do something about
hint-intervention-goals = the goals of the target picture that it serves
hint-intervention-expected-effect = what should have become better, and for whom
hint-intervention-evidence = why you think it works: research, evaluation, experience
hint-intervention-board = the board that has it in its budget and follow-up
hint-intervention-responsible = the administration or other body that carries it out
hint-intervention-contact = a role to get in touch with, never a name
hint-intervention-partners = those you do it together with
hint-intervention-period = the first and last day that it is planned for
hint-intervention-when = the times of day and week when it is on
hint-intervention-needs = resources you have asked for and not yet been given

hint-body-name = what it is called day to day, such as Steering group or Police
hint-body-type = what sort of body it is
hint-body-level = political, strategic, tactical or operational; empty for a stakeholder
hint-body-mission = why it exists, in a sentence or two
hint-body-mandate = what it may decide by itself without asking anyone
hint-body-tasks = what it shall do, one task at a time
hint-body-members = the roles that sit in it, never names
hint-body-convenor = the role that calls the meetings
hint-body-cadence = how often it meets, such as three times a year

hint-district-name = what the district is called, such as Ryd
hint-district-priority = the aspects in which it is prioritised; empty if none
hint-district-coordinator = the role that coordinates it, such as District coordinator

hint-meeting-body = the body that meets
hint-meeting-on = the day of the meeting, such as 2026-09-17
hint-meeting-status = whether it is planned, held or cancelled

hint-situation-district = the district that the picture is of
hint-situation-period = the first and last day that the picture describes
hint-situation-survey = what has happened, how much of it, and what it has led to
hint-situation-analysis = why it is so, and what you conclude from it

hint-target-picture-district = the district that it is for
hint-target-picture-period = the first and the last day that it is meant to hold
hint-target-picture-text = what the district shall become, in some sentences

hint-action-plan-title = what it is called; empty where district and period are enough
hint-action-plan-districts = the districts that it is for
hint-action-plan-period = the first and the last day that it is meant to hold
hint-action-plan-rests-on = the situation pictures that it was decided on
hint-action-plan-problems = the problems that it answers, the most important first

hint-agreement-title = what it is called, with the year if it is renewed
hint-agreement-type = cooperation agreement or citizen promise
hint-agreement-parties = those who have entered into it
hint-agreement-period = the first and last day that it holds

hint-round-period = the period that is asked about, such as 2026-t3
hint-round-began = the day on which the round began
hint-round-due = the day by which answers are wanted

# What each of a list of tables is called
element-statistical-area = Area
element-police-classing = Classing
element-district-indicator = Indicator
element-goal = Goal
element-reading = Measurement
element-problem = Problem
element-cause = Cause
element-measure = Measure
element-event = Event
element-budget = Budget
element-actual = Outcome
element-share = Share
element-part-before = Earlier part of
element-for-before = Earlier districts
element-handed-over = Hand-over
element-need = Need
element-document = Document
element-indicator = Indicator
element-follow-up = Follow-up
element-item = Item
element-decision = Decision
element-observation = Observation
element-commitment = Commitment
element-commitment-follow-up = Follow-up
element-answer = Answer
element-said = Answer in a cell
element-added = New intervention
element-member = Seat
element-recipient = Recipient
element-cadence = Cadence
element-municipal-goal = Municipality-wide goal
element-waiver = Waiver

# One of several, where records are chosen by the field
one-district-priority = Priority in
one-district-bodies = Local forum
one-district-succeeded-by = Succeeded by
one-body-support = Resources from
one-body-districts = District
one-body-succeeded-by = Succeeded by
one-intervention-aspects = Aspect
one-intervention-districts = District
one-intervention-target-groups = Target group
one-intervention-problems = Problem
one-intervention-causes = Cause
one-intervention-goals = Goal
one-intervention-partners = Partner
one-intervention-when = Time
one-situation-sources = Source
one-action-plan-districts = District
one-action-plan-rests-on = Rests on situation picture
one-action-plan-problems = Problem
one-action-plan-followed-up = Followed up at meeting
one-agreement-parties = Party
one-agreement-districts = District
one-agreement-followed-up = Followed up at meeting

# Parts of a record, which can be filled in one by one
section-first = First
section-about = description
section-place = place and target group
section-purpose = problems and purpose
section-people = who
section-time = time
section-money = money
section-outcome = outcome
section-needs = needs
section-measures = indicators
section-actions = measures
section-observations = observations
section-goals = goals
section-promises = promises
section-agenda = agenda
section-decisions = decisions
section-papers = documents
