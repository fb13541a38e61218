# Omgångar av inventeringen: arbetsböckerna som går ut, och vad som kommer tillbaka.
round-title = Inventering { $term } · { $body }
round-sheet-help = Så här gör du
round-sheet-own = Insatser
round-sheet-partner = Medverkar i
round-sheet-new = Nya insatser
round-sheet-choices = Listor

round-head-of-term = { $head } { $term }
round-head-done = Vad som gjorts { $term }
round-head-measure = Mått { $number }
round-head-reading = Värde { $number } { $term }
round-head-used = Använda pengar { $year }
round-head-granted = Pengar { $year }
round-head-comment = Till samordnaren
round-head-to-do = Att göra
round-measure = { $name } ({ $unit })
round-measure-target = mål { $target }
round-measure-last = senast { $value }

round-late = uppföljning för { $term } saknas
round-past-its-end = sista dagen har passerat: är den klar?
round-money-in-parts = Pengarna står på flera rader i registret, och här står summan. Ska den ändras: skriv det under Till samordnaren.
round-status-of-responsible = Den som är ansvarig säger vilken status insatsen har.

round-help-for = Arbetsboken är till { $body } och gäller { $term }. Svar behövs senast { $due }.
round-help-fill = Fyll i de ljusgula cellerna på bladen Insatser och Medverkar i, en rad för varje insats. Det grå är vad registret säger, bland annat vad ni svarade förra gången.
round-help-assess = Insatser som pågår ska ha en bedömning. Skriv kort vad som gjorts och hur det gick, och fyll i mätvärdena för perioden.
round-help-money = Belopp skrivs i hela kronor. Den som medverkar i någon annans insats skriver sin egen del.
round-help-new = Insatser som inte finns med skrivs på bladet Nya insatser, en på varje rad. Insatsens namn och status behövs, resten om ni vet.
round-help-not-yours = Är en insats inte er, eller är något fel i det grå? Skriv det under Till samordnaren. Att ta bort en rad tar inte bort något ur registret.
round-help-sort = Ni kan filtrera, sortera, dela upp arbetet och spara under ett annat namn, också från LibreOffice. Bladen är skyddade utan lösenord: för att sortera, välj Ta bort bladets skydd under Granska. Kolumnen Id ska följa med sin rad.
round-help-personal = Skriv inga personuppgifter: inga namn, personnummer, telefonnummer, adresser eller bilnummer. Skriv roller i stället.
round-help-return = Spara och skicka tillbaka filen till den som skickade den. Den som svarar igen skickar bara hela filen en gång till.

round-choose-title = Välj i listan
round-choose-text = Välj ett av det som listan har.
round-several-title = Finns inte i listan
round-several-text = Listan har det som registret känner till. Flera går bra, med kommatecken mellan; annat ser samordnaren på.
round-amount-title = Ett belopp
round-amount-text = Skriv beloppet i hela kronor, med bara siffror: 450000.
round-number-title = Ett tal
round-number-text = Skriv bara talet, utan enhet.
round-day-title = En dag
round-day-text = Skriv dagen som 2027-01-31.

round-used = Använda pengar
round-granted = Pengar nästa år
round-nothing = inget

round-not-one = { $file } är ingen arbetsbok från en omgång, eller har mist det som säger vilken
round-not-one-hint = en arbetsbok från en omgång går att spara om i Excel och LibreOffice, men inte som csv
round-other-round = { $file } hör till en annan omgång än { $other }: läs en omgång i taget
round-no-such-body = { $file } är från { $body }, som inte finns i registret
round-unknown = omgången { $round } finns inte i registret
round-meanwhile = registret har ändrats sedan det som visades, och inget är skrivet: läs svaren igen
round-personal-data-hint = ersätt namn, nummer och adresser med roller i arbetsboken, och läs den igen

round-conflict = { $at } { $title }, { $field }: svaret säger { $answer }, registret säger { $now } och sade { $asked } när frågan gick ut
round-conflict-of-files = { $title }, { $field }: { $at } säger { $answer }, { $place } säger { $other }
round-which-holds = Vilket gäller?
round-take-file = { $at }: { $value }
round-take-register = registret: { $value }
round-likely = { $at } { $body }: ”{ $title }” kan vara det som finns redan: { $among }
round-which-is-it = Vad är det?
round-is-new = en ny insats
round-is-that = samma som ”{ $title }”, där organet medverkar
round-files-hint = två filer från samma organ säger olika: svara på frågan vid en terminal, eller läs bara den fil som gäller
round-undecided-hint = svara på frågorna vid en terminal, eller säg vad som gäller: {"--välj svaret"} eller {"--välj registret"}
round-likely-hint = svara på frågorna vid en terminal, eller ta allt som nytt: {"--allt-nytt"}

round-comes-to = { $changed ->
    [0] Ingen insats ändras
    [one] En insats ändras
   *[other] { $changed } insatser ändras
}, { $new ->
    [0] ingen är ny
    [one] en är ny
   *[other] { $new } är nya
}. { $same ->
    [0] Inget annat är sagt.
    [one] Ett svar säger det som redan står i registret.
   *[other] { $same } svar säger det som redan står i registret.
}
round-known = { $file } är läst förut: inget nytt
round-unclear = { $at }: { $why }. Cellen tas inte med
round-gone = insatsen { $id } finns inte kvar i registret, och inget läses om den
round-emptied = { $at } { $title }, { $field }: cellen är tömd, men registret behåller det som står
round-no-assessment = { $at } { $title }, { $field }: tas inte med, eftersom uppföljningen saknar bedömning
round-money-by-now = { $at } { $title }, { $field }: tas inte med, eftersom pengarna står på flera rader i registret
round-unfinished = { $at }: insatsen tas inte med, eftersom den saknar { $missing }
round-added = { $at }: finns redan som ”{ $title }”; ändringar i raden görs i registret
round-comment = { $title }: ”{ $text }”
round-sheet-gone = bladet { $sheet } finns inte kvar, och inget läses från det
round-column-gone = kolumnen ”{ $head }” finns inte kvar på bladet { $sheet }, och inget läses från den
round-row-gone = raden för ”{ $title }” är borttagen; insatsen är kvar i registret
round-row-twice = { $at }: ”{ $title }” står två gånger och säger olika; den första raden gäller
round-row-unknown = { $at }: raden hör inte till någon insats, och läses inte
round-left-out = { $at }: ”{ $text }” har ingen plats i en ny insats, och tas inte med
round-closed = { $at } { $title }: ”{ $text }” är ändrat, men cellen är inte till för att fyllas i

round-all-have-answered = alla har svarat
round-remind-late = Svaret skulle ha kommit { $due }.
round-remind-soon = Svaret behövs senast { $due }.
round-remind-asked = Den frågar om { $count ->
    [0] inga egna insatser
    [one] en egen insats
   *[other] { $count } egna insatser
}{ $partner ->
    [0] {""}
    [one] {" "}och en som ni medverkar i
   *[other] {" "}och { $partner } som ni medverkar i
}.
round-remind-letter =
    Till: { $body }
    Ämne: Påminnelse: inventering { $term }

    Hej!

    Vi har inte fått ert svar på inventeringen för { $term }. { $when }

    Arbetsboken heter { $file }. { $asked } Fyll i de ljusgula cellerna och skicka tillbaka filen. Är något oklart, eller är en insats inte er: skriv det i kolumnen Till samordnaren.

    Vänliga hälsningar
    { $from }
