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

# Filerna
check-syntax-error = filen går inte att läsa: { $what }
check-syntax-error-label = här tar det stopp
check-syntax-error-what = Filen är inte skriven så som TOML kräver, och därför kan programmet inte läsa den. Stället är markerat, men ibland är det raden ovanför som är orsaken.
check-syntax-error-why = En fil som inte går att läsa kommer inte med i listor, rapporter och uppföljning. Då är bilden av insatserna inte längre samlad, och det är den som beslutet vill ha.
check-syntax-error-mend = Rätta raden med register edit ID, som kontrollerar texten innan den sparas. Oftast är det ett citattecken, ett komma eller en parentes som saknas.

check-conflict-marker = git har lämnat en konflikt i filen
check-conflict-marker-label = här börjar konflikten
check-conflict-marker-what = Samma rader har ändrats på två håll, och git kunde inte slå ihop ändringarna. Båda versionerna står kvar i filen, mellan raderna som börjar med <<<<<<< och >>>>>>>.
check-conflict-marker-why = Filen går inte att läsa förrän någon har valt vad som ska gälla.
check-conflict-marker-mend = Öppna filen, behåll det som ska gälla, ta bort raderna med <<<<<<<, ======= och >>>>>>> och kör git add på filen.

check-not-utf8 = filen har tecken som inte är text i UTF-8
check-not-utf8-label = inte UTF-8
check-not-utf8-what = Alla filer i registret är text i teckenkodningen UTF-8. Här finns tecken i en annan kodning, eller något som inte är text alls.
check-not-utf8-why = Då går det inte att veta vilka bokstäver som menas, särskilt å, ä och ö, och filen kan inte läsas.
check-not-utf8-mend = Öppna filen i en textredigerare och spara den som UTF-8. Kommer texten från ett annat program kan du klistra in den på nytt som vanlig text.

check-file-too-large = filen är { $size } KiB, men som mest läses { $most } KiB
check-file-too-large-label = för stor
check-file-too-large-what = Filen är mycket större än en post brukar vara, och därför läses den inte. En post är en sida eller två.
check-file-too-large-why = En så stor fil är nästan alltid något annat än en post, och den skulle göra alla kommandon långsamma.
check-file-too-large-mend = Se efter om något har klistrats in av misstag, och lägg rapporter och bilagor i kommunens diarium med en hänvisning i references. Är allt rätt får posten delas upp i flera.

check-unreadable = filen går inte att öppna
check-unreadable-label = går inte att öppna
check-unreadable-what = Filen eller mappen finns, men datorn lät inte programmet läsa den.
check-unreadable-why = Det som står där kommer inte med i listor och rapporter, utan att det syns på något annat sätt.
check-unreadable-mend = Kontrollera att du har behörighet att läsa filen, att inget annat program har låst den och att disken där den ligger är ansluten.

check-link-outside = länken leder inte till en fil i registret
check-link-outside-label = leder någon annanstans
check-link-outside-what = Filen är en symbolisk länk som leder ut ur registret, till en mapp eller till något som inte finns. Sådana länkar följer programmet inte.
check-link-outside-why = Den som hämtar registret med git ska få allt som hör till det, och inga andra filer på datorn ska läsas eller ändras av misstag.
check-link-outside-mend = Ta bort länken och lägg själva filen i registrets mapp i stället.

check-invalid-file-name = filnamnet ”{ $id }” går inte att använda som id
check-invalid-file-name-label = inte ett id
check-invalid-file-name-what = Filens namn är postens id. Ett id har bara små bokstäver a–z, siffror och bindestreck, är högst 80 tecken långt och börjar och slutar inte med bindestreck.
check-invalid-file-name-why = Id:t används i hänvisningar och kommandon och ska fungera likadant på alla datorer. Tills filen har bytt namn kommer posten inte med.
check-invalid-file-name-mend = Byt namn på filen: å och ä blir a, ö blir o och mellanslag blir bindestreck. I git görs det med git mv.

check-duplicate-id = två filer har samma id: { $kind } ”{ $id }” finns redan i { $other }
check-duplicate-id-label = id:t är upptaget
check-duplicate-id-what = Filens namn är postens id, och två filer i olika undermappar har fått samma. Bara den ena läses.
check-duplicate-id-why = En hänvisning till id:t kan mena vilken som helst av dem, och det som står i den andra filen kommer inte med i rapporterna.
check-duplicate-id-mend = Är det samma sak två gånger, för över det som saknas till den ena filen och ta bort den andra. Är det två olika, byt namn på den ena filen.

check-unsupported-format = registret har format { $format }, som det här programmet inte kan läsa
check-unsupported-format-label = okänt format
check-unsupported-format-what = Raden format i register.toml säger hur filerna är skrivna. Den här versionen av programmet känner inte till det formatet.
check-unsupported-format-why = Att läsa eller ändra filer i ett okänt format kan förstöra uppgifter utan att det märks.
check-unsupported-format-mend = Uppdatera programmet till en nyare version. Har siffran bara blivit fel, rätta den i register.toml: format = 1.


# Fälten
check-wrong-type = fältet { $field } ska vara { $expected }
check-wrong-type-label = fel slags värde
check-wrong-type-what = Värdet är av ett annat slag än fältet kan ha, till exempel text där det ska vara ett tal eller ett enda värde där det ska vara en lista.
check-wrong-type-why = Programmet kan inte räkna med värdet, och därför läses det inte.
check-wrong-type-mend = Skriv om värdet: register set ID FÄLT=VÄRDE skriver det på rätt sätt åt dig.

check-unknown-key = det finns inget fält som heter ”{ $key }” här
check-unknown-key-label = okänt fält
check-unknown-key-what = Den här sortens post har inget fält med det namnet. Oftast är det felstavat eller har hamnat under fel rubrik.
check-unknown-key-why = Det som står i ett okänt fält behålls i filen men kommer inte med i listor och rapporter, och det är lätt att missa.
check-unknown-key-mend = Rätta namnet eller flytta raden med register edit ID. Är det en anteckning till kollegorna kan du skriva den som en kommentar efter #.

check-unknown-value = fältet { $field } kan inte vara ”{ $value }”
check-unknown-value-label = går inte att välja
check-unknown-value-what = Fältet fylls i med en kod ur en fast lista, och det som står här är ingen av dem.
check-unknown-value-why = Rapporterna räknar på koderna, så att stadsdelar och år går att jämföra. Ett eget ord räknas inte med.
check-unknown-value-mend = Välj den kod som passar bäst: register set ID FÄLT=VÄRDE.

check-missing-field = ”{ $label }” saknas (fältet { $field })
check-missing-field-label = här saknas en uppgift
check-missing-field-what = En uppgift som alla poster av det här slaget måste ha är inte ifylld.
check-missing-field-why = Utan den går posten inte att förstå eller följa upp. Beslutet pekar på just det: att ansvar, uppdrag och en samlad bild av insatserna har saknats.
check-missing-field-mend = Fyll i den: register set ID FÄLT=VÄRDE.

check-negative-amount = beloppet { $amount } är mindre än noll
check-negative-amount-label = ett belopp kan inte vara negativt
check-negative-amount-what = Belopp skrivs i hela kronor och kan inte vara mindre än noll.
check-negative-amount-why = Ett minustecken gör summorna i budget och uppföljning fel utan att det syns.
check-negative-amount-mend = Ta bort minustecknet med register edit ID. Har budgeten minskat, skriv det nya beloppet i stället för skillnaden.

check-date-order = sista dagen, { $until }, ligger före den första, { $from }
check-date-order-label = före första dagen
check-date-order-what = Perioden slutar innan den har börjat. Oftast har dagarna bytt plats eller årtalet blivit fel.
check-date-order-why = Perioden innehåller då inte en enda dag, så posten kommer inte med när någon frågar vad som pågår eller gäller.
check-date-order-mend = Rätta den dag som är fel, till exempel register set ID period.until=2027-06-30.

# Id och hänvisningar
check-invalid-id = ”{ $id }” går inte att använda som id
check-invalid-id-label = inte ett id
check-invalid-id-what = Ett id har bara små bokstäver a–z, siffror och bindestreck, är högst 80 tecken långt och börjar och slutar inte med bindestreck.
check-invalid-id-why = Id:t används i hänvisningar och kommandon och ska fungera likadant överallt.
check-invalid-id-mend = Skriv om id:t med register edit ID: å och ä blir a, ö blir o och mellanslag blir bindestreck. Ändra samtidigt det som hänvisar till det.

check-id-mismatch = id:t stämmer inte med innehållet: det borde vara ”{ $expected }”
check-id-mismatch-label = säger något annat än id:t
check-id-mismatch-what = Ett mötes id är dess datum och organ, och en lägesbilds id är dess period och stadsdel. Här säger id:t en sak och innehållet en annan.
check-id-mismatch-why = Tack vare id:t upptäcks det när två personer lägger in samma möte eller samma period. Är det fel kan det bli två av samma.
check-id-mismatch-mend = Är innehållet rätt, byt id: register rename ID NYTT-ID, som också ändrar alla hänvisningar. Är det id:t som är rätt, rätta innehållet: register set ID FÄLT=VÄRDE.

check-duplicate-element = ”{ $id }” står två gånger i samma lista
check-duplicate-element-label = finns redan i listan
check-duplicate-element-what = Det som står i en lista känns igen på sitt id, sitt datum, sitt år eller sin roll, och här har två rader samma.
check-duplicate-element-why = Då går det inte att säga vilken av dem som menas när någon hänvisar till den, ändrar den eller slår ihop ändringar i git.
check-duplicate-element-mend = Ta bort dubbletten, eller skilj de två åt, med register edit ID.

check-malformed-reference = här ska stå { $expected }, inte ”{ $reference }”
check-malformed-reference-label = inte skrivet som en hänvisning
check-malformed-reference-what = En hänvisning pekar ut något annat i registret med dess id. Beroende på fältet skrivs den som ryd, ryd#trygga-kvallar eller district/ryd.
check-malformed-reference-why = Bara en rätt skriven hänvisning går att följa, så att insatser, mål, möten och beslut hänger ihop.
check-malformed-reference-mend = Leta upp id:t med register list SLAG och skriv in det: register set ID FÄLT=VÄRDE.

check-unknown-reference = här hänvisas till { $kind } ”{ $id }”, som inte finns i registret
check-unknown-reference-label = finns inte i registret
check-unknown-reference-what = Hänvisningen är rätt skriven, men det finns ingen post med det id:t. Kanske är det felstavat, eller så är posten inte inlagd än.
check-unknown-reference-why = Beslutet vill ha en samlad bild av insatserna, vem som ansvarar för dem och vilka mål de bidrar till. En hänvisning som inte leder någonstans är ett hål i den bilden.
check-unknown-reference-mend = Leta upp rätt id med register list SLAG och skriv in det: register set ID FÄLT=VÄRDE. Saknas posten, lägg in den med register add SLAG.

check-unknown-element = i ”{ $record }” finns inget med id ”{ $element }”
check-unknown-element-label = finns inte i den posten
check-unknown-element-what = Posten finns, men inte det mål, problem, beslut eller löfte i den som hänvisningen pekar ut med det som står efter #.
check-unknown-element-why = Enligt beslutet ska insatser ledas och prioriteras utifrån målbild, handlingsplan och lägesbild. Bryts kedjan går det inte att se vad en insats ska leda till.
check-unknown-element-mend = Se vad som finns med register show ID, och rätta det som står efter #: register set ID FÄLT=VÄRDE.

check-wrong-kind = ”{ $id }” är av slaget { $found }, men här ska det vara { $expected }
check-wrong-kind-label = fel slag
check-wrong-kind-what = Hänvisningen leder till något som finns, men som är av ett annat slag än fältet är till för.
check-wrong-kind-why = Slaget avgör var uppgiften hamnar i listor och rapporter. Här skulle den hamna fel, eller inte komma med alls.
check-wrong-kind-mend = Leta upp en post av rätt slag med register list SLAG och skriv in dess id: register set ID FÄLT=VÄRDE.

check-unknown-word = ”{ $word }” finns inte i registrets lista { $list }
check-unknown-word-label = inte ett av registrets ord
check-unknown-word-what = Målgrupper och kategorier väljs ur registrets egna listor, som står under [vocabulary] i register.toml.
check-unknown-word-why = Används samma ord överallt går det att se vilka målgrupper som nås, och var insatser överlappar varandra eller saknas.
check-unknown-word-mend = Välj ett ord som redan finns: register set ID FÄLT=VÄRDE. Fattas ett ord, kom överens om det och lägg till det i register.toml.

check-unknown-indicator = insatsen har ingen indikator med id ”{ $indicator }”
check-unknown-indicator-label = ingen sådan indikator
check-unknown-indicator-what = Uppföljningen anger ett värde för en indikator som insatsen inte har.
check-unknown-indicator-why = Värdet går inte att jämföra med något målvärde, och resultatet kommer inte med i rapporterna.
check-unknown-indicator-mend = Se insatsens indikatorer med register show ID. Rätta id:t, eller lägg till indikatorn under [[indicator]], med register edit ID.

# Nummer och koder
check-bad-case-number = ”{ $number }” är inte skrivet som ett diarienummer
check-bad-case-number-label = följer inte kommunens mönster
check-bad-case-number-what = Diarienumret följer inte det mönster som kommunen har angett i register.toml.
check-bad-case-number-why = Med rätt nummer går handlingen att hitta i diariet, även om många år. Med fel nummer går den inte det.
check-bad-case-number-mend = Skriv det så som det står i diariet: register set ID FÄLT=VÄRDE. Är det mönstret som är fel, ändra pattern under [case_number] i register.toml.

check-bad-pattern = mönstret för diarienummer går inte att tolka: { $pattern }
check-bad-pattern-label = inget giltigt mönster
check-bad-pattern-what = Mönstret för diarienummer i register.toml ska vara ett reguljärt uttryck, men det är inte rätt skrivet.
check-bad-pattern-why = Så länge mönstret är fel kontrolleras inga diarienummer.
check-bad-pattern-mend = Rätta pattern under [case_number] i register.toml, gärna inom enkla citattecken så att omvända snedstreck får stå som de är.

check-bad-area-code = ”{ $code }” är ingen områdeskod av det slaget
check-bad-area-code-label = inte skriven som en områdeskod
check-bad-area-code-what = En DeSO-kod är fyra siffror, bokstaven A, B eller C och fyra siffror till. En RegSO-kod är fyra siffror, bokstaven R och tre siffror till.
check-bad-area-code-why = Koden knyter stadsdelen till SCB:s statistik. Med fel kod blir siffrorna för ett annat område, eller inga alls.
check-bad-area-code-mend = Hämta koden hos SCB och se att kind och vintage stämmer med den: register edit ID. Är du osäker är det bättre att ta bort koden än att gissa.

check-bad-municipality-code = ”{ $code }” är ingen kommunkod
check-bad-municipality-code-label = ska vara fyra siffror
check-bad-municipality-code-what = En kommunkod är fyra siffror inom citattecken, som "0580" för Linköping.
check-bad-municipality-code-why = Koden knyter registret till rätt kommun i statistiken och när uppgifter delas med andra.
check-bad-municipality-code-mend = Rätta municipality_code i register.toml. Kommunernas koder finns hos SCB.

# Personuppgifter
personal-identity-number = ett personnummer
personal-coordination-number = ett samordningsnummer
personal-phone-number = ett telefonnummer
personal-email = en e-postadress

check-personal-data = texten innehåller något som liknar { $what }
check-personal-data-label = liknar en personuppgift
check-personal-data-what = Här står något som ser ut som ett personnummer, ett samordningsnummer, ett telefonnummer eller en e-postadress.
check-personal-data-why = Registret handlar om platser och insatser, aldrig om personer: git glömmer inte. Det som en gång har sparats finns kvar i historiken, även när texten har ändrats.
check-personal-data-mend = Skriv om texten utan personuppgifter med register edit ID: ange en roll, en plats eller en förvaltning i stället. Är det redan sparat i git räcker det inte att ändra texten; tala med kommunens dataskyddsombud.
