# Vad varje rapport svarar på
report-question-inventory = Vilka insatser finns, och vad vet vi om dem?
report-question-follow-up = Hur gick det i perioden: mål, insatser, det ingen följt upp, löften?
report-question-plan = Hur hänger problem, orsak, mål och insats ihop, och var brister kedjan?
report-question-coordination = Vilka gör samma sak på samma plats, och vad gör ingen något åt?
report-question-board = Vad bär en nämnd eller förvaltning ett år: insatser, pengar, mål, behov?
report-question-needs = Vad har någon bett om, vem ska svara, och har de svarat?
report-question-model = Vilka organ finns, vad är deras uppdrag, och hur ofta träffas de?
report-question-law = Vad kräver lagen, och vad visar att det är gjort?
report-question-pivot = Hur många, hur mycket eller hur länge, för ett eller två fält vilka som helst?
report-question-decisions = Vad är beslutat, vem ska göra det, och till när?
report-question-round = Vem har svarat i en inventeringsomgång, och vad kom?
report-round = Inventeringsomgång
report-no-round = det finns ingen inventeringsomgång
report-round-asked = Tillfrågade
report-round-answered = Har svarat
report-round-open = Har inte svarat
report-round-due = Svar senast
report-round-has-answered = har svarat
report-round-waited-for = väntar på svar
report-round-late = sen
report-round-said = Svar som ändrar
report-round-added = Nya insatser
report-round-comments = Till samordnaren
report-round-comment = Kommentar
report-question-status = Hur står det till, och vad ska göras först?
report-question-plan-bra = Samma plan, i Brottsförebyggande rådets sex kolumner

# Uppföljning
report-follow-up = Uppföljning
report-follow-up-besides = { $count ->
    [one] En insats till är uppföljd, fast den inte skulle följas upp för perioden.
   *[other] { $count } insatser till är uppföljda, fast de inte skulle följas upp för perioden.
}
report-follow-up-paused = { $count ->
    [one] En insats är pausad. Den har ingen uppföljning för perioden och ska inte ha någon.
   *[other] { $count } insatser är pausade. De har ingen uppföljning för perioden och ska inte ha någon.
}
report-follow-up-unfinished = Perioden är inte slut: den går till och med { $until }.
report-goals = Mål
report-goal = Mål
report-followed-up = Uppföljda insatser
report-silent = Inte uppföljda, efter ansvarig
report-promises = Löften
report-promise = Löfte
report-done = Gjort
report-results = Resultat
report-value-of = { $name }: { $value } { $unit }, mål { $target }
report-value-aimed = { $name }: { $value } { $unit }, mål { $target }
report-value-at-least = { $name }: { $value } { $unit }, mål minst { $target }
report-value-at-most = { $name }: { $value } { $unit }, mål högst { $target }
report-follow-ups-across = { $count ->
    [one] { $count } uppföljning gäller en annan period, som delvis är samma: { $terms }.
   *[other] { $count } uppföljningar gäller andra perioder, som delvis är samma: { $terms }.
  }
report-none-followed-up = Ingen insats är uppföljd i perioden.
report-no-promises = Inga löften.
report-other-periods = Andra perioder
report-promised-number-of = Antal
report-promised-number = utlovat: { $number }
report-none-silent = Alla insatser som pågick är uppföljda.
report-no-goals = Inga mål.
report-baseline-on = Utgångsläge den
report-latest = Senast
report-latest-on = Mätt den
report-latest-of = Räknat under
report-target-on = Mål den
report-share = Del av vägen
report-no-indicator = kan inte bedömas: ingen indikator
report-no-baseline = kan inte bedömas: inget utgångsläge
report-no-target = kan inte bedömas: inget målvärde
report-no-reading = kan inte bedömas: inte mätt än
report-no-way = kan inte bedömas: målet är utgångsläget, och det står inte vilket håll som är bättre
report-goal-kept = hållet
report-goal-not-kept = inte hållet
report-part-of-stretch = räknat för en del av tiden
report-year-before = Samma tid året före

# Handlingsplan
report-plan = Handlingsplan
report-plan-adopted = { $district }: planen för { $period } är fastställd av { $meeting }.
report-plan-changed = { $district }: planen för { $period } fastställdes av { $meeting }, men är ändrad sedan dess.
report-plan-not-adopted = { $district }: planen för { $period } är inte fastställd.
report-plan-lapsed = { $district }: planen för { $period } gäller inte längre. Den fastställdes av { $meeting }.
report-plan-proposed = { $district }: det finns ett förslag för { $period }.
report-plan-coming = { $district }: en ny plan är fastställd för { $period }.
report-outside-plan = Samma problem och mål, men utanför planen
report-none-outside-plan = Alla insatser mot planens problem och mål ingår i den.

# Versioner av målbild och handlingsplan
report-target-picture-of = Målbild för { $areas }
report-action-plan-of = Handlingsplan för { $areas }
report-round-of = Omgång { $term }
report-version-adopted = { $standing }, fastställd av { $meeting }
report-version-changed = { $standing }, fastställd av { $meeting }, men ändrad sedan dess
report-version-not-adopted = { $standing }, inte fastställd
report-standing-proposed = föreslagen
report-standing-coming = kommande
report-standing-in-force = gäller
report-standing-past = gäller inte längre
report-other-versions = Andra versioner
report-no-proposal = Det finns inget förslag.
report-proposal-is-the-same = Förslaget säger detsamma.
report-now = Nu
report-proposed = Förslag
report-is-new = ny
report-is-gone = utgår
report-adopted-on = Fastställd
report-plan-none = { $district } har ingen handlingsplan.
report-plan-empty = Inget i planen.
report-problem = Problem
report-gap-problem = inget problem
report-gap-cause = ingen orsak
report-gap-at-cause = ej knuten till orsak
report-gap-goal = inget mål
report-gap-intervention = ingen insats
report-counted-in-each = { $count ->
    [one] En insats är för flera stadsdelar, och räknas en gång i summan.
   *[other] { $count } insatser är för flera stadsdelar, och räknas en gång i summan.
}
report-money-is-part = Pengarna är stadsdelens del av insatser som också är för andra.
report-money-whole = Med {"--hela-beloppen"} visas hela beloppen.
report-budget-missing = { $count ->
    [one] En insats saknar uppgift om budget { $year }.
   *[other] { $count } insatser saknar uppgift om budget { $year }.
}
report-budget-proposed = Föreslaget för { $year }: { $amount }. Det är inte med i budgeten.
report-of-district = { $district }: { $text }
report-bra-cause = Orsak
report-bra-measure = Åtgärd
report-bra-goal = Operativt mål
report-bra-when = När
report-bra-who = Vem
report-bra-follow-up = Uppföljning
report-light-green = grön
report-light-yellow = gul
report-light-red = röd
report-light-none = går inte att bedöma

# Samordning
report-coordination = Samordning
report-overlaps = Insatser sida vid sida
report-overlap-number = Överlappning
report-no-overlaps = Inga insatser står sida vid sida.
report-shared = Gemensamt
report-shared-work = { $category }, { $groups }
report-shared-place = { $place }, { $when }
report-shared-title = nästan samma titel
report-breaks = Där kedjan brister
report-break = Vad som saknas
report-break-problem = problem utan insats
report-break-goal = mål utan insats
report-break-intervention = insats utan mål och problem
report-no-breaks = Alla problem och mål har någon insats, och alla insatser ett mål eller problem.
report-gaps = Inget görs för
report-gap-of = Slag
report-gap-missing = Utan insats
report-no-gaps = Allt är täckt.
report-covers-groups = Målgrupp
report-covers-categories = Kategori
report-covers-times = Tid på dygnet och i veckan
report-covers-levels = Förebyggande nivå
report-covers-each = En insats i flera stadsdelar räknas i var och en av dem. Bara föreslagna, planerade, pågående och pausade insatser räknas.

# Nämnd
report-board = Underlag till budget och uppföljning
report-carried = Insatser
report-own-money = Här räknas pengar som står på organet självt, eller på nämnden ovanför det i insatser som organet ansvarar för, bidrag och annat utifrån medräknat. Det som andra nämnder betalar i samma insats är inte med.
report-by-district = Per stadsdel
report-internal = Internbudget
report-grants = Bidrag
report-other-money = Annat
report-needs-raised = Behov

# Behov
report-needs = Behov
report-no-needs = Inga behov har väckts.
report-standing = Läge
report-next-meeting = Nästa möte
report-need-overdue = utan svar
report-need-waiting = väntar på möte
report-need-not-raised = inte väckt
report-need-answered = besvarat

# Modellen
report-model = Ledning och samordning
report-no-bodies = Inga organ.
report-beside = Vid sidan om
report-held = Möten { $year }
report-planned = Planerade { $year }
report-is-responsible = Ansvarar för
report-is-partner = Medverkar i

# Lagen
report-law = Lagen om kommuners ansvar för brottsförebyggande arbete (2023:196)
report-law-figure-met = Gjorda uppgifter
report-law-figure-due = Ska göras snart
report-law-figure-overdue = Försenade
report-law-figure-not-yet = Inte dags för än
report-law-not-yet = inte dags än
report-law-no-district = det finns inga stadsdelar
report-law-section = Paragraf
report-law-paragraph = { $section } §
report-law-paragraphs = { $section } §§
report-law-duty = Uppgift
report-law-done = Gjort den
report-law-next = Ska göras senast
report-law-missing = Vad som saknas
report-law-ground = Visas av, eller vad som saknas
report-law-record = Post
report-law-met = gjord
report-law-due = snart dags
report-law-overdue = försenad
report-law-survey = Lägesbild med kartläggning och analys
report-law-plan = Åtgärdsplan beslutad utifrån lägesbilden
report-law-updated = Lägesbilden uppdaterad vartannat år
report-law-followed-up = Åtgärdsplanen uppföljd vartannat år
report-law-agreement = Skriftlig överenskommelse om samverkan
report-law-council = Råd för strategiska frågor
report-law-coordination = Samordningsfunktion
report-law-lead = Styrelse eller nämnd som leder arbetet
report-law-report = Rapport till fullmäktige
report-law-no-situation = det finns ingen lägesbild
report-law-no-municipality = det finns ingen post för hela kommunen
report-law-only-districts = lägesbilderna gäller stadsdelar, inte hela kommunen
report-law-plan-only-districts = handlingsplanerna gäller stadsdelar, inte hela kommunen
report-law-younger = det som visar det är från en senare dag
report-law-meeting-cancelled = mötet som skulle besluta blev inställt
report-law-not-competent = beslutad av ett organ som inte kan besluta det
report-law-rests-on-nothing = det står inte vilken lägesbild planen vilar på
report-law-rests-on-younger = lägesbilden är yngre än beslutet
report-law-rests-on-narrower = lägesbilden gäller ett mindre område än planen
report-law-agreement-narrow = överenskommelsen gäller bara en del av kommunen
report-law-lead-no-board = det är ingen styrelse eller nämnd
report-law-body-ended = organet finns inte längre
report-law-report-on-other = det som togs upp gällde något annat
report-law-decided-by = Beslut
report-law-districts = Stadsdelarna
report-law-districts-why = Lagen gäller hela kommunen. Att varje stadsdel har en egen bild och plan är beslutets egen ambition.
report-law-no-period = lägesbilden har ingen period
report-law-no-survey = kartläggning saknas
report-law-no-analysis = analys saknas
report-law-no-plan = det finns ingen handlingsplan
report-law-plan-not-adopted = planen är inte fastställd
report-law-plan-over = planens tid är ute
report-law-changed = den är ändrad sedan den fastställdes
report-law-no-decision = mötet har inget beslut om planen
report-law-too-old = lägesbilden är äldre än två år
report-law-not-followed-up = planen är inte uppföljd på två år
report-law-no-agreement = ingen överenskommelse gäller
report-law-agreement-thin = syften eller områden saknas
report-law-not-named = anges inte under [law] i register.toml
report-law-not-met = rådet har inte träffats på ett år
report-law-not-reported = ingen rapport det senaste året

# Beslut
report-decisions = Beslut
report-decisions-figure-all = Beslut
report-decisions-figure-open = Öppna
report-decisions-figure-late = Försenade
report-no-decisions = Inga beslut.
report-late = försenat
report-decided-by = Beslutat av
report-decided-on = Beslutat

# Korstabell
report-pivot = Korstabell
report-pivot-of-list = { $list }: { $field }
report-pivot-sum = { $figure } (summa)
report-pivot-mean = { $figure } (medel)
report-pivot-median = { $figure } (median)
report-pivot-least = { $figure } (minst)
report-pivot-greatest = { $figure } (störst)
report-pivot-beside = { $value }: { $figure }
report-pivot-budget-missing = { $count ->
    [one] En insats saknar uppgift om årets budget.
   *[other] { $count } insatser saknar uppgift om årets budget.
}
report-pivot-proposed = Föreslaget { $year }
report-pivot-outcome = Utfall { $year }
report-pivot-whole = Medel, median, minst och störst är av hela belopp, också för det som är för flera stadsdelar.
report-trend-of-grace = Uppföljd räknas när respitdagarna efter perioden har gått.
report-trend-of-years = Budget och utfall är hela årets, i varje period av året.
report-pivot-split = Pengar för den som har flera värden är delade mellan dem.
report-pivot-left-out = { $count ->
    [one] En insats är föreslagen eller avbruten. Dess budget är inte med.
   *[other] { $count } insatser är föreslagna eller avbrutna. Deras budget är inte med.
}
report-pivot-each = Den som har flera värden räknas för vart och ett av dem, och en gång i summan.

# Urval
report-selection = Urval: { $field }: { $values }
report-selection-between = Tid
report-selection-text = Text
report-explained = Så räknas det
report-later = { $count ->
    [one] En uppgift är daterad efter { $day } och räknas inte
   *[other] { $count } uppgifter är daterade efter { $day } och räknas inte
}
report-unread = En del av registret gick inte att läsa ({ $count ->
    [one] ett ställe
   *[other] { $count } ställen
}): { $names }

# Vad som ändrats
report-diff-title = Ändringar
report-diff-between = { $before } → { $after }
report-diff-work-tree = det som ligger i mappen
report-diff-staged = det som är tillagt med git add
report-diff-settings = Registret
report-diff-within = { $outer } · { $inner }
report-diff-set = { $field }: { $after }
report-diff-cleared = { $field }: borttaget (var { $before })
report-diff-changed = { $field }: { $before } → { $after }
report-diff-added = + { $field }: { $after }
report-diff-removed = − { $field }: { $before }
report-diff-added-to = { $field }: + { $after }
report-diff-removed-from = { $field }: − { $before }
report-diff-exchanged = { $field }: + { $after } − { $before }
report-diff-reordered = { $field }: annan ordning
report-diff-new = + ny: { $what }
report-diff-new-with = + ny { $what }: { $facts }
report-diff-gone = − borttagen: { $what }
report-diff-renamed = nytt id: { $before } → { $after }
report-diff-unreadable = filen går inte att läsa i båda versionerna: {"register kontrollera"}
report-diff-new-file = + ny fil
report-diff-gone-file = − borttagen fil
report-diff-decisions = Beslut
report-diff-decision-gone = inte längre: { $decision }
report-diff-left-out = Fick inte plats
report-diff-left-out-line = { $count ->
    [one] en post till
   *[other] { $count } poster till
} ({ $kinds })
report-diff-left-out-of = { $kinds }: { $count }
report-diff-money = Budget: { $years }
report-diff-money-more = { $year } +{ $amount }
report-diff-money-less = { $year } −{ $amount }
report-diff-note-come = + Anteckning i filen: { $note }
report-diff-note-gone = − Anteckning i filen: { $note }
report-diff-and-more = { $names } och { $count } till
report-diff-none = Inget har ändrats.
report-diff-summary = { $parts }
report-diff-n-new = { $count ->
    [one] en ny
   *[other] { $count } nya
}
report-diff-n-removed = { $count ->
    [one] en borttagen
   *[other] { $count } borttagna
}
report-diff-n-renamed = { $count ->
    [one] en med nytt id
   *[other] { $count } med nytt id
}
report-diff-n-changed = { $count ->
    [one] en post ändrad
   *[other] { $count } poster ändrade
}
report-diff-n-noted = { $count ->
    [one] en post med bara andra anteckningar
   *[other] { $count } poster med bara andra anteckningar
}
report-diff-n-layout = { $count ->
    [one] en fil bara omformaterad
   *[other] { $count } filer bara omformaterade
}
report-diff-count-changed = Ändrade
report-diff-count-added = Nya
report-diff-count-removed = Borttagna
report-diff-count-renamed = Nytt id
report-diff-count-layout = Omformaterade

# Historiken
report-log-title = Historik
report-log-entry = { $day } · { $subject } · { $commit }
report-log-more = { $count ->
    [one] och en post till
   *[other] och { $count } poster till
}
report-log-layout = { $count ->
    [one] en fil bara omformaterad
   *[other] { $count } filer bara omformaterade
}
report-log-none = Det finns inget att visa i historiken.
report-diff-not-read = filen går inte att läsa: {"register kontrollera"}
report-findings = Anmärkningar
report-added = ny
report-removed = borttagen
report-renamed = nytt id
report-changed = ändrad
report-moved = flyttad
report-unreadable = går inte att läsa
report-layout-only = bara omformaterad
report-trend = Utveckling
report-trend-drawn = Kurva
report-trend-no-register = En period utan tal är från före registrets första version.
report-trend-of-history = Talen är de som registret sade vid slutet av varje period.
report-trend-of-days = Talen är räknade ur dagens register: det som hade hänt vid slutet av varje period.
report-trend-from-git = Med {"--ur-git"} visas vad registret sade då.
report-matrix = Bedömningar period för period
report-matrix-none = saknas
report-matrix-across = ·
report-matrix-legend = ■ saknas: skulle följas upp och blev det inte. En punkt: uppföljd i en uppföljning av en annan period.
report-matrix-left-out = { $count ->
    [one] En insats skulle inte följas upp under någon av perioderna, och är inte med.
   *[other] { $count } insatser skulle inte följas upp under någon av perioderna, och är inte med.
}
report-question-matrix = Hur har varje insats bedömts, period för period?
report-question-trend = Hur har ett tal utvecklats, period för period?
report-answer-count = { $count ->
    [one] 1 rad
   *[other] { $count } rader
}
report-sql-tables = Tabeller och vyer
report-sql-table = Tabell
report-sql-about = Vad den har
report-sql-columns = Kolumner
report-deviations = Avvikelser och skäl
report-no-deviations = Inget avviker, och ingen uppföljning saknas.
report-reason = Skäl
report-judged-on = Uppföljt den
report-owes-for = saknas för { $term }
report-owing = Saknar uppföljning
report-judged-before = { $count } vid förra uppföljningen
report-since-term = sedan { $term }: { $began } har börjat, { $ended } har slutat
report-since-term-none = ingen har börjat eller slutat sedan { $term }
report-all-interventions = Alla insatser
report-budget-unknown = { $count ->
    [one] uppgift saknas för en insats
   *[other] uppgift saknas för { $count } insatser
}
report-needs-total = Ännu obesvarat belopp
report-needs-of-all = av { $amount } i allt
report-needs-figure = Behov
report-needs-overdue = Utan svar
report-needs-waiting = Väntar på möte
report-needs-answered = Besvarade
report-needs-not-raised = Inte lyfta
report-gaps-in-chain = Luckor i kedjan
report-of-owed = av { $count } som skulle följas upp
report-in-term = { $count } i { $term }
report-since-term-begun = { $count } har börjat sedan { $term }
report-since-term-ended = { $count } har slutat sedan { $term }
report-followed-up-of = Uppföljda
report-chain = Kedjan från problem till insats
report-figure-overlaps = Grupper av insatser sida vid sida
report-figure-problems = Problem utan insats
report-figure-goals = Mål utan insats
report-figure-purposeless = Insatser utan mål och problem
report-figure-held = Hållna möten { $year }
report-figure-planned = Planerade möten { $year }
report-figure-no-meeting = Organ utan planerat möte
report-was-then = { $value } i { $term }
report-course = Utgångsläge → senast, mål
report-goal-course = { $way }, mål { $target }
report-goal-target = mål { $target }
report-paused-deviating = { $count } avviker eller riskerar att göra det
report-owed-by-none = ingen skulle följas upp
