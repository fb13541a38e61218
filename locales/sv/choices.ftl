# Status: hur långt en insats har kommit
choice-status-proposed = föreslagen
choice-status-planned = planerad
choice-status-ongoing = pågående
choice-status-paused = pausad
choice-status-completed = avslutad
choice-status-cancelled = avbruten
choice-status-proposed-plural = föreslagna
choice-status-planned-plural = planerade
choice-status-ongoing-plural = pågående
choice-status-paused-plural = pausade
choice-status-completed-plural = avslutade
choice-status-cancelled-plural = avbrutna

# Perspektiv
choice-aspect-segregation = mot segregation
choice-aspect-safety = trygghet
choice-aspect-crime-prevention = brottsförebyggande

# Prevention
choice-prevention-level-universal = universell
choice-prevention-level-selective = selektiv
choice-prevention-level-indicated = indikerad
choice-prevention-kind-social = social
choice-prevention-kind-situational = situationell

# Tider
choice-time-of-week-weekday = vardagar
choice-time-of-week-weekend = helger
choice-time-of-week-daytime = dagtid
choice-time-of-week-afternoon = eftermiddagar
choice-time-of-week-evening = kvällar
choice-time-of-week-night = nätter
choice-time-of-week-school-holiday = skollov

# Finansiering
choice-money-source-internal-budget = internbudget
choice-money-source-state-grant = statsbidrag
choice-money-source-eu-grant = EU-bidrag
choice-money-source-regional-grant = bidrag från regionen
choice-money-source-partner = samverkanspart
choice-money-source-other = annat

# Vad en indikator mäter
choice-indicator-kind-output = prestation
choice-indicator-kind-outcome = effekt

# Bedömning och trend
choice-assessment-on-track = enligt plan
choice-assessment-at-risk = risk
choice-assessment-off-track = avviker
choice-assessment-cannot-assess = går inte att bedöma
choice-trend-improving = förbättras
choice-trend-steady = oförändrad
choice-trend-worsening = försämras

# Organ och aktörer
choice-body-type-political-steering-group = politisk styrgrupp
choice-body-type-steering-group = styrgrupp
choice-body-type-coordination-group = lednings- och samordningsgrupp
choice-body-type-working-group = arbetsgrupp
choice-body-type-council = kommunfullmäktige
choice-body-type-board = nämnd
choice-body-type-administration = förvaltning
choice-body-type-unit = enhet
choice-body-type-municipal-company = kommunalt bolag
choice-body-type-police = polis
choice-body-type-agency = statlig myndighet
choice-body-type-region = region
choice-body-type-civil-society = civilsamhälle
choice-body-type-association = förening
choice-body-type-property-owner = fastighetsägare
choice-body-type-business = företag
choice-body-type-other = annat
choice-body-level-political = politisk
choice-body-level-strategic = strategisk
choice-body-level-tactical = taktisk
choice-body-level-operational = operativ

# Möten och beslut
choice-meeting-status-planned = planerat
choice-meeting-status-held = hållet
choice-meeting-status-cancelled = inställt
choice-item-kind-information = information
choice-item-kind-discussion = diskussion
choice-item-kind-decision = beslut
choice-item-outcome-discussed = diskuterat
choice-item-outcome-decided = beslutat
choice-item-outcome-referred = lämnat vidare
choice-item-outcome-postponed = bordlagt
choice-decision-status-open = öppet
choice-decision-status-done = genomfört
choice-decision-status-dropped = avskrivet

# Lägesbilder
choice-source-est = EST-rapportering
choice-source-inventory = inventering av insatser
choice-source-safety-inspection = trygghetsbesiktning
choice-source-police = polisen
choice-source-survey = enkät
choice-source-statistics = statistik
choice-source-dialogue = dialog med boende
choice-source-other = annat
choice-situation-level-calm = lugnt
choice-situation-level-normal = normalt
choice-situation-level-elevated = förhöjt
choice-situation-level-serious = allvarligt
choice-observation-category-vandalism = skadegörelse
choice-observation-category-unsafe-place = otrygg plats
choice-observation-category-staff-incident = incident mot personal
choice-observation-category-gathering = ansamling
choice-observation-category-violence = våld
choice-observation-category-reckless-driving = vårdslös körning
choice-observation-category-burglary = inbrott
choice-observation-category-drug-dealing = narkotikaförsäljning
choice-observation-category-littering = nedskräpning
choice-observation-category-other = annat

# Överenskommelser
choice-agreement-type-cooperation-agreement = samverkansöverenskommelse
choice-agreement-type-citizen-promise = medborgarlöfte

# Områden
choice-geography-municipality = hela kommunen
choice-geography-district = stadsdelen
choice-geography-place = en plats
choice-area-kind-deso = DeSO
choice-area-kind-regso = RegSO
choice-police-class-vulnerable = utsatt område
choice-police-class-risk = riskområde
choice-police-class-especially-vulnerable = särskilt utsatt område

# Perioder
choice-cycle-month = månad
choice-cycle-quarter = kvartal
choice-cycle-tertial = tertial
choice-cycle-half-year = halvår
choice-cycle-year = år

# Språk
choice-language-sv = svenska
choice-language-en = engelska

choice-covers-municipality = hela kommunen
choice-direction-higher = högre
choice-direction-lower = lägre
choice-counts-level = läget en dag
choice-counts-sum = antal under en tid
choice-meaning-so-far = antal hittills
choice-meaning-period = antal under perioden
choice-meaning-level = läget den dagen
choice-bound-at-least = minst
choice-bound-at-most = högst
choice-outcome-kept = hållet
choice-outcome-partly = delvis hållet
choice-outcome-not-kept = inte hållet
