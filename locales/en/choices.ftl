# Status: how far an intervention has come
choice-status-proposed = proposed
choice-status-planned = planned
choice-status-ongoing = ongoing
choice-status-paused = paused
choice-status-completed = completed
choice-status-cancelled = cancelled
choice-status-proposed-plural = proposed
choice-status-planned-plural = planned
choice-status-ongoing-plural = ongoing
choice-status-paused-plural = paused
choice-status-completed-plural = completed
choice-status-cancelled-plural = cancelled

# Aspects
choice-aspect-segregation = against segregation
choice-aspect-safety = safety
choice-aspect-crime-prevention = crime prevention

# Prevention
choice-prevention-level-universal = universal
choice-prevention-level-selective = selective
choice-prevention-level-indicated = indicated
choice-prevention-kind-social = social
choice-prevention-kind-situational = situational

# Times
choice-time-of-week-weekday = weekdays
choice-time-of-week-weekend = weekends
choice-time-of-week-daytime = daytime
choice-time-of-week-afternoon = afternoons
choice-time-of-week-evening = evenings
choice-time-of-week-night = nights
choice-time-of-week-school-holiday = school holidays

# Funding
choice-money-source-internal-budget = internal budget
choice-money-source-state-grant = state grant
choice-money-source-eu-grant = EU grant
choice-money-source-regional-grant = regional grant
choice-money-source-partner = partner
choice-money-source-other = other

# What an indicator measures
choice-indicator-kind-output = output
choice-indicator-kind-outcome = outcome

# Assessment and trend
choice-assessment-on-track = on track
choice-assessment-at-risk = at risk
choice-assessment-off-track = off track
choice-assessment-cannot-assess = cannot be assessed
choice-trend-improving = improving
choice-trend-steady = steady
choice-trend-worsening = worsening

# Bodies
choice-body-type-political-steering-group = political steering group
choice-body-type-steering-group = steering group
choice-body-type-coordination-group = leadership and coordination group
choice-body-type-working-group = working group
choice-body-type-council = municipal council
choice-body-type-board = board
choice-body-type-administration = administration
choice-body-type-unit = unit
choice-body-type-municipal-company = municipal company
choice-body-type-police = police
choice-body-type-agency = state agency
choice-body-type-region = region
choice-body-type-civil-society = civil society
choice-body-type-association = association
choice-body-type-property-owner = property owner
choice-body-type-business = business
choice-body-type-other = other
choice-body-level-political = political
choice-body-level-strategic = strategic
choice-body-level-tactical = tactical
choice-body-level-operational = operational

# Meetings and decisions
choice-meeting-status-planned = planned
choice-meeting-status-held = held
choice-meeting-status-cancelled = cancelled
choice-item-kind-information = information
choice-item-kind-discussion = discussion
choice-item-kind-decision = decision
choice-item-outcome-discussed = discussed
choice-item-outcome-decided = decided
choice-item-outcome-referred = referred
choice-item-outcome-postponed = postponed
choice-decision-status-open = open
choice-decision-status-done = done
choice-decision-status-dropped = dropped

# Situation pictures
choice-source-est = EST reports
choice-source-inventory = inventory of interventions
choice-source-safety-inspection = safety inspection
choice-source-police = police
choice-source-survey = survey
choice-source-statistics = statistics
choice-source-dialogue = dialogue with residents
choice-source-other = other
choice-situation-level-calm = calm
choice-situation-level-normal = normal
choice-situation-level-elevated = elevated
choice-situation-level-serious = serious
choice-observation-category-vandalism = vandalism
choice-observation-category-unsafe-place = unsafe place
choice-observation-category-staff-incident = incident against staff
choice-observation-category-gathering = gathering
choice-observation-category-violence = violence
choice-observation-category-reckless-driving = reckless driving
choice-observation-category-burglary = burglary
choice-observation-category-drug-dealing = drug dealing
choice-observation-category-littering = littering
choice-observation-category-other = other

# Agreements
choice-agreement-type-cooperation-agreement = cooperation agreement
choice-agreement-type-citizen-promise = citizen promise

# Areas
choice-geography-municipality = the whole municipality
choice-geography-district = the district
choice-geography-place = a place
choice-area-kind-deso = DeSO
choice-area-kind-regso = RegSO
choice-police-class-vulnerable = vulnerable area
choice-police-class-risk = risk area
choice-police-class-especially-vulnerable = especially vulnerable area

# Periods
choice-cycle-month = month
choice-cycle-quarter = quarter
choice-cycle-tertial = tertial
choice-cycle-half-year = half-year
choice-cycle-year = year

# Languages
choice-language-sv = Swedish
choice-language-en = English

choice-covers-municipality = the whole municipality
choice-direction-higher = higher
choice-direction-lower = lower
choice-counts-level = how it stands on a day
choice-counts-sum = how many in a stretch of time
choice-meaning-so-far = how many so far
choice-meaning-period = how many in the period
choice-meaning-level = how it stands on the day
choice-bound-at-least = at least
choice-bound-at-most = at most
choice-outcome-kept = kept
choice-outcome-partly = kept in part
choice-outcome-not-kept = not kept
