# The six kinds of record
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
kind-agreement = agreement
kind-agreement-plural = agreements
kind-agreement-new = New agreement

# District
field-district-name = Name
field-district-priority = Prioritised for
field-district-coordinator = Coordinator
field-district-bodies = Local forums
field-district-statistical-areas = Statistical areas
field-district-police-class = Police classification
field-district-former-ids = Former ids
field-district-target-picture = Target picture
field-district-problem = Problem picture
field-district-action-plan = Action plan
field-district-event = Events known in advance

field-statistical-area-code = Code
field-statistical-area-kind = Type of area
field-statistical-area-vintage = Vintage

field-police-classing-year = Year
field-police-classing-class = Class

field-target-picture-text = Target picture
field-target-picture-proposed = Proposed at meeting
field-target-picture-adopted = Adopted at meeting
field-target-picture-valid-until = Valid until
field-target-picture-fingerprint = What was adopted, in short
field-target-picture-goal = Goals

field-goal-id = Id
field-goal-title = Goal
field-goal-serves = Municipality-wide goals
field-goal-indicator = Indicator
field-goal-baseline = Baseline
field-goal-target = Target
field-goal-readings = Readings

field-goal-indicator-name = Name
field-goal-indicator-unit = Unit
field-goal-indicator-source = Source
field-goal-indicator-geography = Measured over

field-reading-on = Date
field-reading-value = Value

field-problem-id = Id
field-problem-title = Problem
field-problem-rank = Priority
field-problem-causes = Causes
field-problem-cause-kinds = Kinds of causes
field-problem-evidence = Shown by situation pictures
field-problem-answers = Stands in the way of

field-action-plan-period = Period
field-action-plan-proposed = Proposed at meeting
field-action-plan-adopted = Adopted at meeting
field-action-plan-fingerprint = What was adopted, in short
field-action-plan-followed-up = Followed up at meetings

field-event-id = Id
field-event-title = Event
field-event-from = First day
field-event-until = Last day
field-event-lead = Leads the preparations
field-event-interventions = Interventions

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
field-body-former-ids = Former ids

field-member-role = Role
field-member-body = Body
field-member-mandate = Mandate in own administration

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
field-intervention-goals = Goals
field-intervention-expected-effect = Expected effect
field-intervention-evidence = Evidence
field-intervention-board = Board
field-intervention-responsible = Responsible
field-intervention-contact = Contact
field-intervention-partners = Partners
field-intervention-part-of-plan = In the action plan
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

field-actual-year = Year
field-actual-amount = Amount

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
field-indicator-target = Target

field-follow-up-on = Date
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
field-meeting-former-ids = Former ids
field-meeting-item = Agenda
field-meeting-decision = Decisions

field-item-id = Id
field-item-title = Item
field-item-kind = Type of item
field-item-from = Raised by
field-item-concerns = Concerns

field-decision-id = Id
field-decision-text = Decision
field-decision-concerns = Concerns
field-decision-responsible = Responsible
field-decision-due = Due
field-decision-status = Status
field-decision-done-on = Done on

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
field-situation-fingerprint = What was adopted, in short
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
field-agreement-former-ids = Former ids
field-agreement-commitment = Commitments

field-commitment-id = Id
field-commitment-text = Commitment
field-commitment-responsible = Responsible
field-commitment-interventions = Interventions
field-commitment-follow-up = Follow-ups

field-commitment-follow-up-period = Period
field-commitment-follow-up-activity = Activity
field-commitment-follow-up-assessment = Assessment

# The whole register
field-settings-format = Format
field-settings-name = Municipality
field-settings-municipality-code = Municipality code
field-settings-language = Language
field-settings-currency = Currency
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

hint-agreement-title = what it is called, with the year if it is renewed
hint-agreement-type = cooperation agreement or citizen promise
hint-agreement-parties = those who have entered into it
hint-agreement-period = the first and last day that it holds

# What each of a list of tables is called
element-statistical-area = Area
element-police-classing = Classing
element-goal = Goal
element-reading = Measurement
element-problem = Problem
element-event = Event
element-budget = Budget
element-actual = Outcome
element-need = Need
element-document = Document
element-indicator = Indicator
element-follow-up = Follow-up
element-item = Item
element-decision = Decision
element-observation = Observation
element-commitment = Commitment
element-commitment-follow-up = Follow-up
element-member = Seat
element-cadence = Cadence
element-municipal-goal = Municipality-wide goal
element-waiver = Waiver
