# What was expected, after “must be” and “there should be”
shape-text = text in quotes
shape-flag = true or false
shape-integer = a whole number without quotes
shape-number = a number without quotes, with a point before the decimals
shape-money = an amount in whole kronor without quotes or spaces
shape-day = a date such as 2026-09-17
shape-term = a period such as "2026-t2", in quotes
shape-choice = one of the words to choose from
shape-id = an id of small letters a–z, digits and hyphens
shape-case-number = a case number in quotes
shape-area-code = an area code in quotes
shape-district = the id of a district
shape-body = the id of a body
shape-intervention = the id of an intervention
shape-meeting = the id of a meeting, such as 2026-09-17-styrgrupp
shape-situation = the id of a situation picture, such as 2026-t2-ryd
shape-target-picture = the id of a target picture, such as ryd-2025
shape-action-plan = the id of an action plan, such as ryd-2025
shape-agreement = the id of an agreement
shape-round = the id of a round, such as 2026-t3
shape-goal = a goal, such as ryd#trygga-kvallar
shape-problem = a problem, such as ryd#otrygga-gangstrak
shape-cause = a cause, such as ryd#gamla-armaturer
shape-decision = a meeting, such as 2026-09-17-styrgrupp, or a decision of it, such as 2026-09-17-styrgrupp#malbild-ryd
shape-municipal-goal = the id of a municipality-wide goal
shape-own-goal = the id of one of the district’s own goals, such as trygga-kvallar
shape-own-indicator = the id of one of the district’s indicators, such as trygg-ute
shape-anything = a kind and an id, such as district/ryd
shape-word = a word from the register’s own list
shape-readings = values by indicator, such as { "{" } vandringar = 14 { "}" }
shape-cadence = a meeting frequency, such as { "{" } times = 3, per = "year" { "}" }
shape-words = words with a name in each language, such as unga = { "{" } sv = "Unga", en = "Youth" { "}" }
shape-table = several fields, in braces or under a heading of their own
shape-list = a list in square brackets
