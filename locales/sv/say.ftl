# Vilken variant av språket som dagar skrivs i, med glibcs namn
language-locale = sv_SE
money-sek = { $amount } kr
money-other = { $amount } { $currency }
term-tertial = T
term-quarter = K
term-half-year = H
term-words-first-half = vt|vår|våren|vårterminen
term-words-second-half = ht|höst|hösten|höstterminen
day-words-today = idag|i dag
day-words-yesterday = igår|i går
day-words-tomorrow = imorgon|i morgon
day-words-week = vecka|v
yes = ja
no = nej
in-brackets = ({ $what })
indicator-value = { $name }: { $value } { $unit }
value-of-whole = { $value }, mål { $whole }
did-you-mean = menade du ”{ $near }”?
one-of = något av: { $values }
now-called = heter numera ”{ $now }”
what-changed = ändrat sedan dess: { $changes }
above-headings = fältet hör till själva posten: flytta det ovanför den första raden som börjar med {"["}
no-findings = Inget att anmärka.
total = Totalt
late-for = uppföljning saknas för { $term }
indicator-latest = Senast av målet
show-referred-by = Hänvisas till av
cadence-times = { $times } { $times ->
    [one] gång
   *[other] gånger
} per { $per }
list-empty = Inget att visa.
inventory-title = Inventering
inventory-counts = Antal per stadsdel
count-district = { $count ->
    [one] { $count } stadsdel
   *[other] { $count } stadsdelar
}
count-and-municipality = { $districts } och hela kommunen
count-body = { $count ->
   *[other] { $count } organ
}
count-intervention = { $count ->
    [one] { $count } insats
   *[other] { $count } insatser
}
count-meeting = { $count ->
    [one] { $count } möte
   *[other] { $count } möten
}
count-situation = { $count ->
    [one] { $count } lägesbild
   *[other] { $count } lägesbilder
}
count-target-picture = { $count ->
    [one] { $count } målbild
   *[other] { $count } målbilder
}
count-action-plan = { $count ->
    [one] { $count } handlingsplan
   *[other] { $count } handlingsplaner
}
count-agreement = { $count ->
    [one] { $count } överenskommelse
   *[other] { $count } överenskommelser
}
count-round = { $count ->
    [one] { $count } omgång
   *[other] { $count } omgångar
}
status-ongoing = Pågående
status-planned = Planerade
status-late = Försenad uppf.
status-assessment = Bedömning
status-budget = Budget { $year }
several-districts = Flera stadsdelar
missing = saknas
no-district = Utan stadsdel
status-no-districts = Det finns inga stadsdelar än.
status-legend = { $marks }
status-to-do = Att göra nu
status-places = Stadsdelarna
status-ahead = Närmast
status-what = Vad
status-about = Leder, eller beslutspunkter
status-nothing-ahead = Inga möten är planerade, och inga händelser är kända i förväg.
status-to-decide = { $count ->
    [one] 1 beslutspunkt
   *[other] { $count } beslutspunkter
}
nobody-leads = ingen leder
status-decision-items = Beslutspunkter
status-errors = { $count ->
    [one] Ett fel i registret
   *[other] { $count } fel i registret
}
status-warnings = { $count ->
    [one] En varning
   *[other] { $count } varningar
}
status-late-decisions = { $count ->
    [one] Ett försenat beslut, från { $due }
   *[other] { $count } försenade beslut, äldst { $due }
}
status-old-situations = { $count ->
    [one] Lägesbild saknas eller är äldre än { $months } månader: { $districts }
   *[other] Lägesbilder saknas eller är äldre än { $months } månader: { $districts }
}
status-late-follow-ups = { $count ->
    [one] En insats saknar uppföljning
   *[other] { $count } insatser saknar uppföljning
}
status-open-decisions = { $count ->
    [one] 1 öppet beslut
   *[other] { $count } öppna beslut
}

## Svar och frågor
wrote = Skrev { $path }
made-by-program = { $field } skrivs av {"register anta"} när något fastställs, och av ingen annan
format-is-own = { $field } skrivs av programmet, och av ingen annan
not-a-word = ”{ $text }” är inget ord: skriv dess namn, eller sv=…, en=… för flera språk
words-are-added = orden i { $field } byts inte ut på en gång: lägg till ett med +=, ta bort ett med -=
word-without-name = ett ord behöver ett namn: sv=…
word-in-language = Namn på { $language }
part-shown = { $part }: { $names } ({ $id })
wrote-more = { $count ->
    [one] Skrev en fil till
   *[other] Skrev { $count } filer till
}
wrote-files = { $count ->
    [one] Skrev en fil i { $folder }
   *[other] Skrev { $count } filer i { $folder }
}
removed-file = Tog bort { $path }
next-step = Nästa: { $command }
nothing-to-change = Inget att ändra.
nothing-written = Inget skrevs.
notice = { $notice }
refused = ändringen skulle göra registret felaktigt; inget skrevs
interrupted-later = Avbrutet. Det som skrevs innan står kvar.
interrupted = Avbrutet. Inget skrevs.
really-write = Skriva?
really-remove = Ta bort { $record }?
undo-last = Senast: { $command } ({ $day })
undo-really = Ta tillbaka?
undo-done = Tog tillbaka { $command }
undo-nothing = Det finns inget att ta tillbaka: programmet har inte skrivit något här, eller allt är redan tillbaka.
undo-changed = { $command } går inte att ta tillbaka: { $files } har ändrats sedan dess, i en redigerare eller av git; inget skrevs
undo-changed-hint = Se vad som skiljer med git diff. {"git restore FIL"} ger filen som den senast checkades in.
undo-unkept = { $command } går inte att ta tillbaka: filerna hade något som liknar personuppgifter, och sådant sparas inte
undo-unkept-hint = Det som är incheckat finns i git: {"git log FIL"}
undo-meanwhile = någon annan skrev i registret under tiden; inget togs tillbaka
undo-withheld = Det här går inte att ta tillbaka med {"register ångra"}, och inte det som skrevs före: filerna hade något som liknar personuppgifter, och sådant sparas inte.
undo-failed = det skrevs, men det går inte att ta tillbaka med {"register ångra"}: det gick inte att spara vad filerna innehöll
undo-forgot = { $count ->
    [0] Det fanns inget att glömma.
    [one] En ändring är glömd och går inte längre att ta tillbaka.
   *[other] { $count } ändringar är glömda och går inte längre att ta tillbaka.
}
no-undo = det går inte att läsa hur den senaste ändringen tas tillbaka: { $path }
add-anyway = Lägga till ändå?
edit-again = Öppna texten igen och rätta?
yes-or-no = svara ja eller nej
prompt-heading = { $title } · Enter = hoppa över · ↑ eller < = tillbaka · Ctrl-C = sluta, utkastet blir kvar
prompt-other-id = Det finns redan ”{ $name }” ({ $id }). Är det här något annat: vilket id ska det ha?
add-it-first = Finns det inte än, lägg till det först i ett annat fönster: { $command }
prompt-numbers = ett eller flera nummer, med mellanslag emellan
which-decision = Vilket beslut
which-meeting = Vilket möte
prompt-more-offered = och { $count } till: skriv en del av texten
one-of-list = en (skriv ; mellan flera)
prompt-several = flera går, med semikolon emellan
prompt-offered = { $count } att välja bland: skriv en del av namnet, eller ↓ för att se dem
prompt-everything = allt
prompt-more = Fylla i mer
prompt-more-hint = ett eller flera nummer, Enter när det räcker
prompt-any = finns det?
prompt-another = en till?
not-offered = ”{ $text }” går inte att välja
no-draft = det finns inget utkast att ta upp
take-up-draft = Det finns ett utkast: ”{ $text }”. Ta upp det?
draft-is-kept = Utkastet är kvar: { $command }
prompt-needed = behövs
no-meetings = det finns inga möten
no-open-decisions = Alla beslut är genomförda.
which-done = Vilka är genomförda
which-dropped = Vilka ges upp
was-due = skulle vara klart { $day }
is-due = senast { $day }
meeting-ahead = mötet är { $day } och har inte varit än; dagordningen ändras med {"register ändra"} eller {"register redigera"}
was-held = Hölls mötet?
another-decision = Ett beslut till?
referred-item = Lämna vidare: { $title }
follow-up-which = vilken insats? Skriv dess id eller namn; vid en terminal går programmet igenom dem som ska följas upp
follow-up-one = { $field } sägs om en insats i taget: skriv vilken
follow-up-none = Allt är uppföljt.
follow-up-place = { $title } ({ $place } av { $count })
follow-up-first = Aldrig uppföljd.
follow-up-last = Senast: { $told }
follow-up-target = målvärde { $target }
likely-duplicate = insatsen finns kanske redan:
  { $lines }
likely-duplicate-line = { $id }: ”{ $title }” ({ $status }, { $responsible })
likely-duplicate-hint = Är det en annan insats, lägg till den med {"--dubblett-går-bra"}
unread = en del av registret gick inte att läsa ({ $count ->
    [one] ett ställe
   *[other] { $count } ställen
}): { $names }
unread-refused = det som inte går att läsa kan nämna { $record }, och därför ändras ingenting
unread-refused-hint = Rätta det först: {"register kontrollera"}
was-renamed = { $old } heter numera { $now }
handed-over = Överlämnat:
hand-over-review = Att se över, för det hänvisar till det som beslutades för { $old }:
hand-over-waiting = Kvar till dagen kommer, { $day }; kör då { $command }:
hand-over-to-whom = Säg vem som kommer efter { $old }: {"register lämna-över"} { $old } {"NY"}
hand-over-left = Kvar hos { $old }:
hand-over-kind = { $record } kan inte lämna över eller ta över här: det går mellan organ, eller mellan stadsdelar
hand-over-itself = { $old } kan inte komma efter sig själv
hand-over-ended = { $old } har redan upphört: { $until }
hand-over-not-there = { $new } finns inte den { $day }

## Fel
no-register = hittar inget register; letade efter register.toml i
  { $looked }
no-register-hint = Gå till registrets mapp, peka ut den med {"--register"}, eller gör ett nytt: {"register börja"}
not-a-day = förstår inte dagen ”{ $text }”; skriv 2026-12-15, 15 dec, idag eller v. 48
not-a-period = förstår inte perioden ”{ $text }”; skriv 2026-01-01..2026-06-30, 2026-t2 eller 2026
no-record = det finns inget som heter ”{ $text }”
no-record-hint = Se vad som finns: {"register lista"} { $kind }
several-records = flera kan vara det som menas med ”{ $text }”
several-records-hint = { $more ->
    [0] någon av: { $ids }
   *[other] någon av: { $ids } och { $more } till
}
unreadable-record = { $record } går inte att läsa
missing-flags = det här behövs också: { $flags }
not-an-id = ”{ $id }” kan inte vara ett id: små bokstäver a–z, siffror och bindestreck, högst 80 tecken
reserved-id = ”{ $id }” kan inte vara ett id: Windows kan inte ha en fil som heter så
not-an-id-hint = Välj ett med {"--id"}
id-taken = det finns redan något som heter ”{ $id }”
id-was-taken = det finns redan en sådan post, så den nya får id:t { $id }
id-taken-hint = Är det något annat, ge det nya ett eget id med {"--id"}
unknown-code = det finns ingen kontroll som heter ”{ $code }”
unknown-code-hint = Alla finns i handboken, docs/kontroller.md
unknown-field = det finns inget fält som heter ”{ $name }”
unknown-column = det finns ingen kolumn som heter ”{ $name }”
wrong-value = ”{ $text }” duger inte som { $field }: det ska vara { $expected }
not-an-assignment-hint = Hör det till en text med mellanslag, skriv citattecken runt det hela: "titel=Läxhjälp i Ryd"
not-an-assignment = förstår inte ”{ $text }”; skriv FÄLT=VÄRDE, FÄLT+=VÄRDE eller FÄLT-=VÄRDE
not-a-list = { $field } är ingen lista, så += och -= går inte
not-in-list = ”{ $value }” finns inte i { $field }
not-a-table = { $field } har inga egna fält
malformed-path = förstår inte fältet ”{ $text }”; skriv som period.until eller problem[otrygg].title
no-element = ”{ $element }” finns inte i { $record }
still-referred-to = { $count ->
    [one] { $record } kan inte tas bort: det hänvisas till på ett ställe
   *[other] { $record } kan inte tas bort: det hänvisas till på { $count } ställen
}
file-exists = { $file } finns redan
bad-municipality-code = ”{ $code }” är ingen kommunkod: fyra siffror
init-name = Ny kommun
init-heading = Nytt register
init-code-hint = fyra siffror, till exempel 0580; Enter om du inte har den
init-from-linkoping = Utgå från Linköpings modell: styrgrupper, mål, ord och lagens uppgifter?
init-districts = Stadsdelar
init-several = flera går, med semikolon emellan; Enter för att lägga till dem sedan
init-body-hint = Enter om det heter så, eller skriv vad det heter; - om det inte finns
init-bodies = Organ
init-standard = standardlistan
init-words-hint = Enter tar standardlistan: { $words }. Eller skriv egna, med semikolon emellan; - för inga
init-council = Brottsförebyggande rådet
init-lead = Kommunstyrelsen
output-in-register = { $file } hör till registret och skrivs inte över
output-no-file = { $file } är ingen fil
output-overwrite = { $file } finns redan. Skriva över?
output-force = skriv över med { $flag }, eller välj ett annat namn
output-is-no-text = en arbetsbok kan inte visas här: den är en fil
output-named = säg vilken: {"-o insatser.xlsx"}
sheet-overview = Översikt
sheet-more-columns = { $count ->
    [one] en kolumn till i arbetsboken
   *[other] { $count } kolumner till i arbetsboken
}
sheet-full = det är mer än ett blad i en arbetsbok har plats för (1 048 575 rader, 16 384 kolumner): välj ut mindre, eller ta csv
export-needs-folder = { $path } är ingen mapp; { $what } blir flera filer och behöver en mapp
due-before-meeting = dagen då det ska vara klart, { $due }, är före mötet, { $on }
meeting-of-other = { $id } vore ett möte hos { $body }, och det här är ett annat organs; byt organ först: {"register ändra MÖTE body="}{ $body }
fmt-left-alone = { $record } är skriven så att den inte kan ställas upp på nytt utan att något ändras; den lämnas som den är
would-format = skulle ställas upp på nytt: { $path }
no-completion = kan inte göra komplettering för { $shell }
locked = registret är låst: ett annat program skriver i det
locked-hint = Försök igen om en stund
half-written = ändringen blev inte hel: { $reason }
half-written-done = Skrivet: { $files }
half-written-left = Inte skrivet: { $files }
half-written-hint = Nästa kommando tar tillbaka det som skrevs
recovered = en ändring som avbröts halvvägs togs tillbaka{ $count ->
    [0] {""}
    [one] , i en fil: { $files }
   *[other] , i { $count } filer: { $files }
}
recovered-left = den avbrutna ändringen gällde också det här, som någon har sparat sedan dess och som lämnades: { $files }
no-journal = en ändring som avbröts halvvägs kan inte tas tillbaka: { $path } går inte att läsa
no-journal-hint = Jämför registret med git, flytta undan filen och kör: {"register kontrollera"}
unsynced = det skrevs, men disken har inte bekräftat det: { $folder }
changed-on-disk = { $file } har ändrats av någon annan sedan den lästes; inget skrevs
changed-on-disk-hint = Gör om ändringen på det som nu står i filen
outside = { $file } ligger utanför registret
edit-syntax = filen går inte att läsa, och kan inte ändras så här
edit-missing = det finns inget { $what } att ändra
edit-unsafe = { $what } är skrivet så att det inte kan ändras utan att något annat rörs
no-editor = vet inte vilken redigerare som ska öppnas
no-editor-hint = Sätt VISUAL eller EDITOR, till exempel: export EDITOR=nano
editor-failed = redigeraren { $editor } slutade med fel ({ $code }); inget skrevs
editor-left-nothing = redigeraren lämnade en tom fil; inget skrevs
draft-kept = Det du skrev finns kvar i { $path }
io-at = { $path }: { $why }
io-not-found = finns inte
io-permission = får inte läsas eller skrivas
io-full = disken är full
io-read-only = disken kan bara läsas
io-not-text = är inte text i UTF-8
io-no-file = är ingen fil
io-no-folder = en del av vägen dit är ingen mapp
io-folder = är en mapp
io-bad-name = namnet är för långt eller kan inte vara ett namn
io-other = gick inte att läsa eller skriva (systemets fel { $code })
io-exists = finns redan

## Hjälp och argument
heading-usage = Användning
heading-commands = Kommandon
placeholder-command = KOMMANDO
placeholder-options = [FLAGGOR]
names-of-others = Det går lika bra att skriva flaggor, kommandon och ord ur listor på engelska.
heading-arguments = Argument
heading-options = Flaggor
man-name = Namn
man-synopsis = Användning
man-description = Beskrivning
man-extra = Mer
man-version = Version
more-help = {"register hjälp KOMMANDO"} säger mer om varje kommando.
usage-unknown-argument = det finns ingen flagga eller något argument ”{ $argument }” här
usage-unquoted = ”{ $argument }” står för sig: text med mellanslag efter { $flag } måste stå inom citattecken
usage-unknown-command = det finns inget kommando ”{ $command }”
usage-missing-command = det fattas ett kommando
usage-missing-argument = det fattas: { $names }
usage-missing-value = det fattas ett värde till { $argument }
usage-invalid-value = ”{ $value }” duger inte för { $argument }
usage-conflict = { $argument } går inte tillsammans med { $other }
usage-number-of-values = fel antal värden till { $argument }
usage-not-text = ett argument är inte text i UTF-8
usage-other = förstår inte argumenten: { $error }
usage-more = Lägg till {"--hjälp"} för att se vad som går
explain-what = Vad det betyder
explain-why = Varför det är viktigt
explain-mend = Hur det rättas
later-format = registret har format { $format }, som det här programmet inte kan skriva; uppdatera programmet
older-format = registret är skrivet i ett äldre format, som det här programmet läser men inte skriver
upgrade-not-needed = Registret är redan skrivet i det format som gäller.
nothing-to-adopt = { $record } är varken målbild, handlingsplan eller lägesbild, så den fastställs inte
meeting-not-held = mötet { $meeting } är inte hållet, så det har inte fastställt något
body-may-not-adopt = { $body } får inte fastställa: det gör en styrgrupp, en nämnd eller kommunfullmäktige
changed-since-adopted = { $record } har ändrats sedan den fastställdes, så det som fastställs nu är en ny version
adopt-as-new = { $record } har ändrats sedan den fastställdes. Ska det som står nu bli en ny version, { $new }?
adopt-as-new-hint = lägg in den som en ny version: { $command }
adopted-text-unknown = det finns ingen historik som säger hur { $record } såg ut när den fastställdes, så den står kvar som den är
upgrade-unreadable = det här måste rättas innan registret kan skrivas i det nya formatet; inget har ändrats
upgraded = { $files ->
    [one] Registret är skrivet i det nya formatet: { $files } fil ändrades.
   *[other] Registret är skrivet i det nya formatet: { $files } filer ändrades.
  } { $pictures ->
    [one] { $pictures } målbild
   *[other] { $pictures } målbilder
  } och { $plans ->
    [one] { $plans } handlingsplan
   *[other] { $plans } handlingsplaner
  } har egna filer.
no-such-table = det finns ingen tabell som heter ”{ $name }” i rapporten
not-in-format = det som visas här går inte att skriva som { $format }
nothing-to-draw = rapporten har ingen bild att rita
not-a-term = förstår inte perioden ”{ $text }”; skriv till exempel T2 2026, maj 2026, HT 2026 eller 2026-t2
no-such-round = det finns ingen sådan omgång
status-round = inventeringen { $term }: { $count } av { $all } har inte svarat (senast { $due })
round-ahead = { $term } har inte börjat: det finns inget att fråga om
round-nobody = ingen har något att svara om för { $term }
grid-empty = { $file } är tom
grid-none = { $file } är varken arbetsbok eller tabell
grid-encrypted = { $file } är skyddad med lösenord: spara den utan
grid-too-large = { $file } har mer i sig än som läses: dela upp den
grid-damaged = { $file } är skadad, eller något annat än vad den säger
grid-unsupported = { $file } är sparad i en form som inte läses
grid-save-anew = öppna den i Excel eller LibreOffice och spara som xlsx, ods eller csv
unfit-dimension = det går inte att dela upp efter ”{ $name }”
dimension-hint = Tal går att summera, eller ta medel av: needs.amount:mean. Dagar samlas med kolon efter fältet, som started:quarter: { $cycles }
no-days = ”{ $name }” har inga dagar att samla
waived = { $count ->
    [one] ett undantag gäller, till { $until }
   *[other] { $count } undantag gäller, det första till { $until }
}
more-findings = … och { $left } till av { $code }: { $command }
source-decision = Källa: beslutet om ledning och samordning, punkt { $row } (docs/traceability.md)
source-public = Källa: offentliga uppgifter, punkt { $row } (docs/traceability.md)
source-format = Källa: registrets format (docs/format.md)
status-unanswered = { $count ->
    [one] Ett behov är utan svar
   *[other] { $count } behov är utan svar
}
status-law-overdue = { $count ->
    [one] En uppgift enligt lagen är försenad
   *[other] { $count } uppgifter enligt lagen är försenade
}
status-law-due = { $count ->
    [one] En uppgift enligt lagen ska göras snart
   *[other] { $count } uppgifter enligt lagen ska göras snart
}
too-many-cells = det blir { $rows } rader och { $columns } kolumner, fler än någon kan läsa
too-many-cells-hint = Välj ett fält med färre värden, eller samla dagar: started:quarter
not-done-then = { $day } kan det inte ha genomförts: mötet var { $held }, och en dag som inte har varit går inte heller
meeting-cancelled = { $meeting } är inställt, och har inte beslutat något
at-is-for-reading = { $flag } är för att se hur det var, med kommandon som läser: det som har varit går inte att ändra
nothing-before = det finns ingen version så gammal som { $day }
shallow-hint = klonen har bara en del av historiken: {"git fetch --unshallow"} hämtar resten
no-git = programmet git finns inte här
no-git-hint = historiken läses med git: installera det, så går kommandot
no-repository = { $folder } ligger inte i något git-förråd, så det finns ingen historik
no-repository-hint = git init gör ett
owned-by-others = { $folder } tillhör en annan användare, och då läser git inte förrän du har sagt att det får
owned-by-others-hint = litar du på den som äger mappen, kör
no-commits = inget är incheckat än, så det finns inget att jämföra med
no-commits-hint = git add och git commit sparar den första versionen
unknown-revision = det finns ingen version som heter ”{ $revision }”
unknown-revision-hint = skriv en dag (2026-09-01), en gren, en tagg eller en version som HEAD~3; git log visar vad som finns
no-register-then = det fanns inget register i versionen { $revision }
no-register-then-hint = välj ett med {"--register"}: { $folders }
bare-repository = förrådet har inga filer utlagda: läs med {"--vid"}, eller jämför två versioner
git-failed = git { $command } sade nej: { $message }
quoted = ”{ $text }”
too-many-sides = högst två versioner kan jämföras
staged-has-one-side = {"--tillagt"} jämför det som är tillagt med git add med en version; skriv bara den
merge-conflict = samma sak är ändrad på två håll i { $path }; välj vad som ska gälla: {"register lös-konflikter"}
git-attributes = attributen i .gitattributes, som säger vilka filer som är registrets
git-driver = drivrutinen som slår ihop poster fält för fält
git-hunks = postens namn över varje ändring i git diff
git-hook = kontrollen före varje incheckning och sammanslagning
git-there = finns
git-missing = saknas
git-set-up = Git slår nu ihop registrets filer fält för fält i den här klonen.
git-commit-attributes = Skrev { $path }: checka in den, så att alla kloner vet vilka filer det gäller
git-each-clone = Drivrutinen och kontrollen finns bara i den här klonen: alla som arbetar i registret kör {"register git installera"} i sin.
git-offer = Ska git slå ihop registrets filer fält för fält här, och kontrollera dem före varje incheckning?
git-later = I varje klon, en gång: { $command }
hook-is-own = { $path } är din egen och får vara som den är: lägg till raden
hook-is-shared = krokarna i { $path } gäller fler kloner än den här, och får vara som de är: lägg till raden
hook-without-program = register finns inte här: det som checkas in är inte kontrollerat
no-conflicts = Det finns inga konflikter.
conflicts-left = { $count ->
    [one] det finns konflikter i en fil: { $files }
   *[other] det finns konflikter i { $count } filer: { $files }
}
resolve-hint = kör {"register lös-konflikter"} i en terminal, eller välj för alla: {"register lös-konflikter --välj vår"}, deras eller båda
conflicts-remain = { $count ->
    [one] En fil har konflikter kvar: {"register lös-konflikter"}
   *[other] { $count } filer har konflikter kvar: {"register lös-konflikter"}
}
marks-unmatched = märkena i { $path } går inte ihop; öppna filen och rätta den för hand
not-resolved = Så kan det inte stå. Inget skrevs.
resolve-again = Välja en gång till?
conflict-at = { $path }, rad { $line } (konflikt { $place } av { $count })
conflict-in = { $field } (konflikt { $place } av { $count })
side-was = det som var
side-was-nothing = (fanns inte)
half-changed = ändrad: { $fields }
half-keep = behåll den, med det som är ändrat
half-remove = ta bort den
half-open = { $path } är inte färdig: behåll den eller ta bort den
done-by-hand = { $path } är ändrad för hand sedan den slogs ihop, och det går inte ihop med det valda. Ta bort märkena själv och lägg till filen, eller börja om: då försvinner det som skrevs för hand
several-at-once = flera grenar slås ihop på en gång: då slås filerna ihop rad för rad, och ingen frågas om det som krockar
several-at-once-hint = {"git merge --abort"}, och sedan en gren i taget
nothing-merged = inget är sammanslaget: den senaste incheckningen är ingen sammanslagning, och ingen pågår
nothing-merged-hint = mot en annan version: {"register kontrollera --sedan HEAD~1"}
renamed-twice = { $was } har fått nytt namn på båda sidor: { $ours } här, och { $theirs } i det som kommer in. Den är en post; vilket namn ska gälla?
side-ours = det som är här
side-theirs = det som kommer in
side-empty = (borttaget)
take-both = båda
take-edit = redigera
take-skip = lämna filen så länge
what-shall-hold = Vad ska gälla?
resolved-added = Klar, och tillagd med git add.
hook-without-register = registret har flyttats: {"register git installera"} sätter upp det på nytt
hook-stopped = Incheckningen stoppades: rätta det som är fel, kör git add och checka in igen.
half-gone = { $path } är borttagen på ena sidan och ändrad på den andra: behåll den eller ta bort den
resolve-stopped = avbrutet: { $path } är som den var
shallow-history = klonen har bara den nyaste delen av historiken; det som är äldre syns inte
no-folder = det finns ingen mapp { $path }
at-beside = {"--vid"} går inte här: skriv versionen som { $other }
looks-personal = det ser ut att vara { $what }: inget sådant får stå i ett register
merge-brings-personal = { $path }: den andra sidan har något som liknar { $what }. Skriv om filen, kör git add och fortsätt.

# Hur mycket en anmärkning betyder
severity-error = fel
severity-warning = varning
severity-note = upplysning
severity-error-count = { $count ->
    [one] { $count } fel
   *[other] { $count } fel
}
severity-warning-count = { $count ->
    [one] { $count } varning
   *[other] { $count } varningar
}
severity-note-count = { $count ->
    [one] { $count } upplysning
   *[other] { $count } upplysningar
}

# Vad som liknar personuppgifter
personal-identity-number = ett personnummer
personal-coordination-number = ett samordningsnummer
personal-phone-number = ett telefonnummer
personal-email = en e-postadress
share = { $percent } %
hint-upgrade = flytta det till sin plats: {"register uppgradera"}
follow-up-ahead = en uppföljning berättar vad som har varit, och { $day } har inte varit än
merge-old-format = { $path }: den ena sidan är skriven i det äldre formatet och har ändrat målbilden, handlingsplanen eller vad som ingår i den, som nu har egna filer
merge-old-format-hint = avbryt, kör {"register uppgradera"} på den grenen också, och slå ihop igen; eller för in ändringen för hand
upgrade-beside = det äldre formatet har ändringar som inte är här: { $names }
upgrade-beside-hint = slå ihop dem före uppgraderingen, eller kör {"register uppgradera"} på dem innan de slås ihop
upgrade-unplanned = { $intervention } var markerad att ingå i handlingsplanen, som har en egen fil nu och inte nämner den; det står som kommentar
rebase-old-format = grenen och det den skulle läggas ovanpå har olika format: vad en incheckning av det äldre tog bort kan försvinna utan att git frågar
rebase-old-format-hint = slå ihop i stället: git merge { $upstream }; eller kör {"register uppgradera"} på grenen och checka in först
hint-resolve = välj vad som ska gälla: {"register lös-konflikter"}

# Manualens sida om kontrollerna
numbers-page-file = tal.md
numbers-page-heading = Talen
numbers-page-about = Varje tal som visas har en betydelse, och den är densamma i varje kommando, kolumn, rapport och export. Med `{"--förklara"}` förklarar en lista eller rapport de tal som den visar.
numbers-page-told = Visas av
checks-page-file = kontroller.md
checks-page-heading = Kontrollerna
checks-page-about = Det här är allt som `{"register kontrollera"}` kan anmärka på. Samma text visas av `{"register kontrollera --förklara KOD"}`. Ett fel gör att `{"register kontrollera"}` slutar med kod 3, och en ändring som skulle ge ett nytt fel skrivs inte. Varningar och upplysningar kan undantas en tid i `register.toml`. Punkterna i [traceability.md](traceability.md) säger vad varje kontroll kommer av.
not-told-by = { $of } kan inte visas per { $by }
not-told-by-hint = Beslut visas per stadsdel: {"--av stadsdel"}
no-package = i { $folder } finns inget exporterat register: register.csv saknas
package-no-column = { $file } saknar kolumnen { $column }
package-bad-value = { $file }, rad { $row }, kolumn { $column }: ”{ $text }” är inte ett värde som den kolumnen kan ha
package-no-place = { $file }, rad { $row }: raden hör till en post eller del som inte finns, eller står på en plats som är upptagen
bad-id = ”{ $id }” kan inte vara ett id
no-question = en fråga i taget, som bara läser: SELECT …
not-understood-sql = frågan går inte att förstå: { $message }
database-is-whole = en databas har hela registret: nämn inga slag
page-of-pages = { $page } ({ $pages })
hidden-columns = Dolt: { $columns } — bredare fönster eller {"--kolumner"}
hidden-columns-of-report = Dolt: { $columns } — bredare fönster eller {"--format html"}
no-share = ”{ $name }” har ingen helhet att visa delar av
no-share-hint = {"--procent"} visar delar av ett antal eller en summa.
not-chosen-by = { $of } kan inte väljas ut med fälten för insatser
not-chosen-by-hint = Beslut väljs ut per stadsdel: {"--stadsdel"}
number-has-no-colon = { $name } är ett eget tal och tar inget kolon efter sig
number-has-no-colon-hint = Bara fält tar kolon: needs.amount:mean
no-number = ”{ $name }” är inget tal
not-a-cycle = det finns ingen periodlängd som heter ”{ $text }”
package-unfinished = exporten i { $folder } är inte hel: datapackage.json saknas eller nämner inte alla tabeller
package-no-file = { $file } saknas i { $folder }
package-semicolons = { $file } skiljer kolumnerna med semikolon; spara om den med komma
package-other-format = paketet är av formatet { $found }, och programmet läser { $wanted }
package-other-list = { $file }, rad { $row }: listan i kolumnen { $column } är en annan än i { $lists }; ändra båda, eller ta bort kolumnen
masked-in-export = { $count ->
    [one] En text innehåller något som liknar en personuppgift, som är täckt med stjärnor i exporten
   *[other] { $count } texter innehåller något som liknar en personuppgift, som är täckt med stjärnor i exporten
}
written-text = text på en rad
written-flag = ja eller nej
written-integer = ett heltal, som 12
written-number = ett tal, som 1,5
written-money = ett belopp, som 450 000, 450 tkr eller 1,5 mnkr
written-day = en dag, som 1 maj, 3/12, v. 48, idag eller 2026-09-17
written-term = en period, som T2 2026, maj 2026, HT 2026 eller 2026
package-unknown-columns = { $file } har kolumner som registret inte känner, och de är inte med: { $columns }
written-year = ett år, som 2026
written-choice = ett av orden i listan
written-id = ett id av små bokstäver a–z, siffror och bindestreck
written-district = namnet på en stadsdel
written-body = namnet på ett organ
written-intervention = namnet på en insats
written-meeting = ett möte, som Styrgrupp 15 dec 2026
written-situation = en lägesbild, som 2026-t2-ryd
written-target-picture = en målbild, som ryd-2025
written-action-plan = en handlingsplan, som ryd-2025
written-agreement = namnet på en överenskommelse
written-round = en omgång, som 2026-t3
written-goal = ett mål, vid namn eller som ryd#trygga-kvallar
written-problem = ett problem, vid namn eller som ryd#otrygga-gangstrak
written-cause = en orsak, vid namn eller som ryd#gamla-armaturer
written-decision = ett möte, som Styrgrupp 15 dec 2026, eller ett beslut, vid sin text
written-municipal-goal = ett kommunövergripande mål, vid namn
written-own-goal = ett av stadsdelens egna mål, vid namn
written-own-indicator = en av stadsdelens indikatorer, vid namn
written-anything = namnet på en post, ett mål, ett problem eller ett beslut
written-word = ett ord ur registrets egen lista
written-period = en period, som 1 maj 2026 – 31 aug 2026, HT 2026 eller 1 maj 2026 tills vidare
written-reading = ett värde och dagen det gäller, som 52 (31 dec 2026)
written-goal-target = ett värde och dagen då det ska nås, som 65 (31 dec 2027) eller minst 65
written-readings = värden per indikator, som vandringar 14; deltagare 30
written-cadence = hur ofta, som 3 gånger per år eller varje månad
written-words = ord med namn på varje språk, som { "{" } sv = "Unga", en = "Youth" { "}" }
written-table = fält för fält, som { $example }
understood = ”{ $text }” lästes som { $meant }
named-with-id = { $name } ({ $id })
several-values = ”{ $text }” kan betyda flera
which-is-meant = Vad menas med ”{ $text }”?
number-too-small = { $field } kan inte vara mindre än { $least }, och här står ”{ $text }”
number-out-of-range = { $field } kan bara vara från { $least } till { $most }, och här står ”{ $text }”
not-yet = { $field } berättar om det som har varit, och { $day } har inte varit än
really-so = { $told }. Stämmer det?
still-owed = uppföljningen gäller { $told }; den för { $owed } saknas fortfarande
command-in-districts = { $command } {"--stadsdel"} { $districts }
progress-write = Skriver
to-be-decided = { $count ->
    [one] en sak måste avgöras
   *[other] { $count } saker måste avgöras
}, och inget är skrivet:{ $lines }
personal-data-in-cells = { $count ->
    [one] i en cell finns
   *[other] i { $count } celler finns
} något som ser ut som personuppgifter, och inget är skrivet:{ $cells }
