# De nio slagen av poster
kind-district = stadsdel
kind-district-plural = stadsdelar
kind-district-new = Ny stadsdel
kind-body = organ
kind-body-plural = organ
kind-body-new = Nytt organ
kind-intervention = insats
kind-intervention-plural = insatser
kind-intervention-new = Ny insats
kind-meeting = möte
kind-meeting-plural = möten
kind-meeting-new = Nytt möte
kind-situation = lägesbild
kind-situation-plural = lägesbilder
kind-situation-new = Ny lägesbild
kind-target-picture = målbild
kind-target-picture-plural = målbilder
kind-target-picture-new = Ny målbild
kind-action-plan = handlingsplan
kind-action-plan-plural = handlingsplaner
kind-action-plan-new = Ny handlingsplan
kind-agreement = överenskommelse
kind-agreement-plural = överenskommelser
kind-agreement-new = Ny överenskommelse
kind-round = omgång
kind-round-plural = omgångar
kind-round-new = Ny omgång

# Stadsdel
field-district-name = Namn
field-district-covers = Står för
field-district-priority = Prioriterad inom
field-district-coordinator = Samordnare
field-district-bodies = Lokala forum
field-district-statistical-areas = Statistikområden
field-district-police-class = Polisens klassning
field-district-from = Finns från
field-district-until = Finns till och med
field-district-succeeded-by = Efterträds av
field-district-former-ids = Tidigare id
field-district-indicator = Indikatorer
field-district-problem = Problembild
field-district-event = I förväg kända händelser

field-statistical-area-code = Kod
field-statistical-area-kind = Områdestyp
field-statistical-area-vintage = Årgång

field-police-classing-year = År
field-police-classing-class = Klassning

field-district-indicator-id = Id
field-district-indicator-name = Namn
field-district-indicator-unit = Enhet
field-district-indicator-source = Källa
field-district-indicator-geography = Mäts för
field-district-indicator-better = Bättre är
field-district-indicator-counts = Värdena visar
field-district-indicator-readings = Mätningar

field-problem-id = Id
field-problem-title = Problem
field-problem-rank = Prioritet i problembilden
field-problem-evidence = Syns i lägesbilderna
field-problem-answers = Hindrar målen
field-problem-cause = Orsaker

field-cause-id = Id
field-cause-text = Orsak
field-cause-kind = Slag

field-event-id = Id
field-event-title = Händelse
field-event-from = Första dag
field-event-until = Sista dag
field-event-lead = Leder förberedelserna
field-event-interventions = Insatser

# Målbild
field-target-picture-district = Stadsdel
field-target-picture-period = Gäller
field-target-picture-text = Målbild
field-target-picture-proposed = Föreslagen på mötet
field-target-picture-adopted = Fastställd på mötet
field-target-picture-seal = Sigill för det fastställda
field-target-picture-former-ids = Tidigare id
field-target-picture-goal = Mål

field-goal-id = Id
field-goal-title = Mål
field-goal-serves = Kommunövergripande mål
field-goal-indicator = Indikator
field-goal-baseline = Utgångsläge
field-goal-target = Målvärde

field-reading-on = Datum
field-reading-from = Från
field-reading-until = Till och med
field-reading-value = Värde

field-goal-target-on = Datum
field-goal-target-from = Från
field-goal-target-until = Till och med
field-goal-target-value = Värde
field-goal-target-bound = Gräns

# Handlingsplan
field-action-plan-title = Titel
field-action-plan-districts = Stadsdelar
field-action-plan-period = Gäller
field-action-plan-text = Plan i ord
field-action-plan-rests-on = Vilar på lägesbilderna
field-action-plan-problems = Problem i prioritetsordning
field-action-plan-measures = Insatser i planen
field-action-plan-proposed = Föreslagen på mötet
field-action-plan-adopted = Fastställd på mötet
field-action-plan-seal = Sigill för det fastställda
field-action-plan-followed-up = Uppföljd på mötena
field-action-plan-former-ids = Tidigare id

field-measure-intervention = Insats
field-measure-priority = Prioritet

# Organ
field-body-name = Namn
field-body-type = Typ
field-body-level = Nivå
field-body-reports-to = Rapporterar till
field-body-part-of = Ingår i
field-body-mission = Uppdrag
field-body-mandate = Mandat
field-body-tasks = Uppgifter
field-body-members = Ledamöter
field-body-convenor = Sammankallande
field-body-cadence = Mötesfrekvens
field-body-support = Resurser från
field-body-districts = Stadsdelar
field-body-distribution = Sändlista
field-body-from = Finns från
field-body-until = Finns till och med
field-body-succeeded-by = Efterträds av
field-body-former-ids = Tidigare id

field-member-role = Roll
field-member-body = Organ
field-member-mandate = Mandat i sin förvaltning

field-recipient-role = Roll
field-recipient-body = Organ

field-cadence-from = Från
field-cadence-until = Till och med
field-cadence-times = Antal möten
field-cadence-per = Per

# Insats
field-intervention-title = Titel
field-intervention-summary = Sammanfattning
field-intervention-status = Status
field-intervention-aspects = Perspektiv
field-intervention-districts = Stadsdelar
field-intervention-places = Platser
field-intervention-category = Kategori
field-intervention-target-groups = Målgrupper
field-intervention-prevention = Prevention
field-intervention-problems = Problem
field-intervention-causes = Orsaker
field-intervention-goals = Mål
field-intervention-expected-effect = Förväntad effekt
field-intervention-evidence = Kunskapsstöd
field-intervention-board = Nämnd
field-intervention-responsible = Ansvarig
field-intervention-contact = Kontakt
field-intervention-partners = Samverkansparter
field-intervention-period = Planerad period
field-intervention-started = Faktisk start
field-intervention-ended = Faktiskt slut
field-intervention-when = Tider
field-intervention-budget = Budget
field-intervention-actual = Utfall
field-intervention-staff = Årsarbetare
field-intervention-needs = Resursbehov
field-intervention-references = Handlingar
field-intervention-former-ids = Tidigare id
field-intervention-indicator = Indikatorer
field-intervention-follow-up = Uppföljningar

field-prevention-level = Nivå
field-prevention-kind = Inriktning

field-budget-year = År
field-budget-amount = Belopp
field-budget-source = Finansiering
field-budget-board = Nämnd
field-budget-funder = Bidragsgivare
field-budget-case-number = Diarienummer
field-budget-shares = Andelar

field-actual-year = År
field-actual-amount = Belopp
field-actual-source = Finansiering
field-actual-board = Nämnd
field-actual-shares = Andelar
field-share-district = Stadsdel
field-share-part = Storlek

field-intervention-handed-over = Överlämnad från
field-body-was-part-of = Var del av
field-part-before-until = Till och med
field-part-before-body = Organ
field-for-before-until = Till och med
field-for-before-districts = Stadsdelar
field-handed-over-until = Till och med
field-handed-over-responsible = Ansvarig
field-handed-over-board = Nämnd
field-handed-over-partners = Samverkande parter
field-handed-over-districts = Stadsdelar
field-need-id = Id
field-need-what = Behov
field-need-amount = Belopp
field-need-year = År
field-need-raised-to = Lyft till
field-need-raised-on = Lyft den
field-need-answered = Besvarat på mötet

field-document-title = Titel
field-document-case-number = Diarienummer
field-document-url = Webbadress

field-indicator-id = Id
field-indicator-name = Namn
field-indicator-kind = Mäter
field-indicator-unit = Enhet
field-indicator-values = Värdena visar
field-indicator-better = Bättre är
field-indicator-target = Målvärde
field-indicator-bound = Gräns

field-follow-up-on = Datum
field-follow-up-period = Gäller perioden
field-follow-up-by = Uppföljd av
field-follow-up-assessment = Bedömning
field-follow-up-trend = Trend
field-follow-up-note = Kommentar
field-follow-up-values = Värden

# Möte
field-meeting-body = Organ
field-meeting-on = Datum
field-meeting-time = Tid
field-meeting-place = Plats
field-meeting-status = Status
field-meeting-present = Närvarande
field-meeting-minutes = Protokoll
field-meeting-distribution = Sändlista
field-meeting-former-ids = Tidigare id
field-meeting-item = Dagordning
field-meeting-decision = Beslut

field-item-id = Id
field-item-title = Ärende
field-item-kind = Ärendetyp
field-item-from = Väckt av
field-item-concerns = Gäller
field-item-outcome = Utgång

field-decision-id = Id
field-decision-text = Beslut
field-decision-concerns = Gäller
field-decision-responsible = Ansvarig
field-decision-due = Klart senast
field-decision-status = Status
field-decision-done-on = Genomfört den
field-decision-referred-to = Går vidare till

# Lägesbild
field-situation-district = Stadsdel
field-situation-period = Period
field-situation-sources = Underlag
field-situation-survey = Kartläggning
field-situation-analysis = Analys
field-situation-summary = Sammanfattning
field-situation-level = Läge
field-situation-proposed = Föreslagen på mötet
field-situation-adopted = Fastställd på mötet
field-situation-seal = Sigill för det fastställda
field-situation-former-ids = Tidigare id
field-situation-observation = Iakttagelser

field-observation-id = Id
field-observation-on = Datum
field-observation-source = Underlag
field-observation-category = Kategori
field-observation-place = Plats
field-observation-count = Antal
field-observation-note = Kommentar
field-observation-action = Åtgärd

field-observation-action-text = Åtgärd
field-observation-action-responsible = Ansvarig
field-observation-action-due = Klart senast
field-observation-action-done-on = Åtgärdat den
field-observation-action-feedback = Återkoppling

# Överenskommelse
field-agreement-title = Titel
field-agreement-type = Typ
field-agreement-parties = Parter
field-agreement-case-number = Diarienummer
field-agreement-period = Gäller
field-agreement-districts = Stadsdelar
field-agreement-purposes = Syften
field-agreement-areas = Områden
field-agreement-followed-up = Uppföljd på mötena
field-agreement-was-for = Var för
field-agreement-former-ids = Tidigare id
field-agreement-commitment = Löften

field-commitment-id = Id
field-commitment-text = Löfte
field-commitment-responsible = Ansvariga
field-commitment-interventions = Insatser
field-commitment-target = Utlovat antal
field-commitment-follow-up = Uppföljningar
field-commitment-outcome = Slutsats

field-commitment-target-value = Antal
field-commitment-target-unit = Enhet
field-commitment-target-bound = Gräns

field-commitment-follow-up-period = Period
field-commitment-follow-up-activity = Aktivitet
field-commitment-follow-up-value = Antal
field-commitment-follow-up-assessment = Bedömning

# Inventeringsomgång
field-round-period = Period
field-round-began = Började
field-round-due = Svar senast
field-round-former-ids = Tidigare id
field-round-answer = Svar

field-answer-body = Organ
field-answer-asked-on = Tillfrågat den
field-answer-revision = Version av registret
field-answer-answered-on = Svarade den
field-answer-files = Inlästa filer
field-answer-said = Ändrat i svaret
field-answer-added = Nya insatser

field-said-intervention = Insats
field-said-field = Kolumn
field-said-value = Svar

field-added-row = Rad
field-added-intervention = Insats

# Hela registret
field-settings-format = Format
field-settings-name = Kommun
field-settings-municipality-code = Kommunkod
field-settings-language = Språk
field-settings-currency = Valuta
field-settings-notice = Rad på alla rapporter
field-settings-follow-up = Uppföljning
field-settings-situation = Lägesbilder
field-settings-law = Lagens uppgifter
field-settings-case-number = Diarienummer
field-settings-goal = Kommunövergripande mål
field-settings-vocabulary = Egna ord
field-settings-waiver = Undantag

field-follow-up-cycle-cycle = Uppföljs varje
field-follow-up-cycle-grace-days = Respitdagar
field-situation-limits-max-age-months = Högsta ålder i månader
field-law-bodies-council = Råd för strategiska frågor (lagen 10 §)
field-law-bodies-coordination = Samordningsfunktion (lagen 11–12 §§)
field-law-bodies-lead = Leder arbetet (lagen 13 §)
field-case-number-rule-pattern = Mönster

field-municipal-goal-id = Id
field-municipal-goal-title = Mål

field-vocabulary-target-group = Målgrupper
field-vocabulary-category = Kategorier

field-waiver-code = Anmärkning
field-waiver-record = Post
field-waiver-until = Gäller till och med
field-waiver-reason = Skäl

field-period-from = Från
field-period-until = Till och med

# Ledtrådar när programmet frågar
hint-intervention-title = vad den heter, så att andra känner igen den
hint-intervention-summary = vad som görs, i två eller tre meningar
hint-intervention-status = hur långt den har kommit, inte hur det går
hint-intervention-aspects = mot segregation, för trygghet, brottsförebyggande – gärna flera
hint-intervention-districts = vilka stadsdelar den är till för
hint-intervention-places = torg, skolor, parker och andra platser där den märks
hint-intervention-category = vilket slags insats det är, ur registrets egen lista
hint-intervention-target-groups = vilka den är till för, ur registrets egen lista
hint-intervention-problems = vilka problem i stadsdelen den ska göra något åt
hint-intervention-causes = vilka orsaker till problemen den ska göra något åt
hint-intervention-goals = vilka mål i målbilden den bidrar till
hint-intervention-expected-effect = vad som ska ha blivit bättre, och för vilka
hint-intervention-evidence = varför ni tror att den fungerar: forskning, utvärdering, erfarenhet
hint-intervention-board = nämnden som har den i sin budget och uppföljning
hint-intervention-responsible = förvaltningen eller det organ som genomför den
hint-intervention-contact = en roll att höra av sig till, aldrig ett namn
hint-intervention-partners = vilka ni gör den tillsammans med
hint-intervention-period = första och sista dagen som den är planerad för
hint-intervention-when = när på dygnet och i veckan den pågår
hint-intervention-needs = resurser ni har bett om men inte fått än

hint-body-name = vad det kallas i vardagen, som Styrgrupp eller Polisen
hint-body-type = vilket slags organ eller aktör det är
hint-body-level = politisk, strategisk, taktisk eller operativ; tomt för en intressent
hint-body-mission = varför det finns, i en eller två meningar
hint-body-mandate = vad det får besluta själv utan att fråga någon annan
hint-body-tasks = vad det ska göra, en uppgift i taget
hint-body-members = vilka roller som sitter med, aldrig namn
hint-body-convenor = rollen som kallar till möte
hint-body-cadence = hur ofta det träffas, som tre gånger per år

hint-district-name = vad stadsdelen heter, som Ryd
hint-district-priority = de perspektiv där stadsdelen är prioriterad; tomt om inget
hint-district-coordinator = rollen som samordnar, som Stadsdelssamordnare

hint-meeting-body = organet som träffas
hint-meeting-on = dagen för mötet, som 2026-09-17
hint-meeting-status = om det är planerat, hållet eller inställt

hint-situation-district = stadsdelen som bilden gäller
hint-situation-period = första och sista dagen som bilden beskriver
hint-situation-survey = vad som har hänt, hur mycket och vilka följder det har fått
hint-situation-analysis = varför det ser ut så, och vad ni drar för slutsatser

hint-target-picture-district = stadsdelen som målbilden är för
hint-target-picture-period = första och sista dagen som den är tänkt att gälla
hint-target-picture-text = vad stadsdelen ska bli, i några meningar

hint-action-plan-title = vad den kallas; tomt om stadsdel och period räcker
hint-action-plan-districts = stadsdelarna som den är för
hint-action-plan-period = första och sista dagen som den är tänkt att gälla
hint-action-plan-rests-on = lägesbilderna som den är beslutad utifrån
hint-action-plan-problems = de problem som den svarar mot, det viktigaste först

hint-agreement-title = vad den heter, med årtal om den förnyas
hint-agreement-type = samverkansöverenskommelse eller medborgarlöfte
hint-agreement-parties = de som har ingått den
hint-agreement-period = första och sista dagen som den gäller

hint-round-period = perioden som omgången frågar om, som 2026-t3
hint-round-began = dagen då omgången började
hint-round-due = dagen då svaren senast ska ha kommit

# Vad var och en i en lista av tabeller heter
element-statistical-area = Område
element-police-classing = Klassning
element-district-indicator = Indikator
element-goal = Mål
element-reading = Mätning
element-problem = Problem
element-cause = Orsak
element-measure = Insats i planen
element-event = Händelse
element-budget = Budget
element-actual = Utfall
element-share = Andel
element-part-before = Tidigare del av
element-for-before = Tidigare stadsdelar
element-handed-over = Överlämning
element-need = Resursbehov
element-document = Handling
element-indicator = Indikator
element-follow-up = Uppföljning
element-item = Ärende
element-decision = Beslut
element-observation = Iakttagelse
element-commitment = Löfte
element-commitment-follow-up = Uppföljning
element-answer = Svar
element-said = Svar i en cell
element-added = Ny insats
element-member = Plats
element-recipient = Mottagare
element-cadence = Mötesfrekvens
element-municipal-goal = Kommunövergripande mål
element-waiver = Undantag

# En av flera, där de väljs ut efter fältet
one-district-priority = Prioriterad inom
one-district-bodies = Lokalt forum
one-district-succeeded-by = Efterträdd av
one-body-support = Resurser från
one-body-districts = Stadsdel
one-body-succeeded-by = Efterträdd av
one-intervention-aspects = Perspektiv
one-intervention-districts = Stadsdel
one-intervention-target-groups = Målgrupp
one-intervention-problems = Problem
one-intervention-causes = Orsak
one-intervention-goals = Mål
one-intervention-partners = Samverkanspart
one-intervention-when = Tid
one-situation-sources = Underlag
one-action-plan-districts = Stadsdel
one-action-plan-rests-on = Vilar på lägesbild
one-action-plan-problems = Problem
one-action-plan-followed-up = Uppföljd på möte
one-agreement-parties = Part
one-agreement-districts = Stadsdel
one-agreement-followed-up = Uppföljd på möte

# Delar av en post, som det går att fylla i var för sig
section-first = Först
section-about = beskrivning
section-place = plats och målgrupp
section-purpose = problem och syfte
section-people = vilka
section-time = tid
section-money = pengar
section-outcome = utfall
section-needs = behov
section-measures = indikatorer
section-actions = åtgärder
section-observations = observationer
section-goals = mål
section-promises = löften
section-agenda = dagordning
section-decisions = beslut
section-papers = dokument
