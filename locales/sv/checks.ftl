# Filerna
check-syntax-error = filen går inte att läsa: { $what }
check-syntax-error-label = här tar det stopp
check-syntax-error-what = Filen är inte skriven så som TOML kräver, och därför kan programmet inte läsa den. Stället är markerat, men ibland är det raden ovanför som är orsaken.
check-syntax-error-why = En fil som inte går att läsa kommer inte med i listor, rapporter och uppföljning. Då är bilden av insatserna inte längre samlad, och det är den som beslutet vill ha.
check-syntax-error-mend = Rätta raden med {"register redigera ID"}, som kontrollerar texten innan den sparas. Oftast är det ett citattecken, ett komma eller en parentes som saknas.

check-nested-too-deeply = filen har fler än { $most } nivåer inuti varandra
check-nested-too-deeply-label = här blir det för djupt
check-nested-too-deeply-what = Listor och tabeller ligger inuti varandra i fler nivåer än någon post har, och därför läses filen inte.
check-nested-too-deeply-why = En sådan fil är inte skriven för hand som en post, och den kan göra att programmet stannar.
check-nested-too-deeply-mend = Se efter var raden kommer från, och skriv om den så som fälten i dokumentationen är skrivna. Ofta är det en parentes som saknas eller en rad som har hamnat fel.

check-conflict-marker = git har lämnat en konflikt i filen
check-conflict-marker-label = här börjar konflikten
check-conflict-marker-what = Samma rader har ändrats på två håll, och git kunde inte slå ihop ändringarna. Båda versionerna står kvar i filen, mellan raderna som börjar med <<<<<<< och >>>>>>>.
check-conflict-marker-why = Filen går inte att läsa förrän någon har valt vad som ska gälla.
check-conflict-marker-mend = Kör {"register lös-konflikter"}, som frågar om varje ställe. För hand: öppna filen, behåll det som ska gälla, ta bort raderna med <<<<<<<, ======= och >>>>>>> och kör git add på filen.

check-old-format = filen är skriven i ett äldre format
check-old-format-label = äldre format
check-old-format-what = Registret är skrivet i det format som gäller, men den här filen är inte det: målbild, handlingsplan, orsaker eller uppgiften att insatsen ingår i planen står där de stod förut. Så blir det när en fil kommer från en gren eller en kopia som inte har skrivits om.
check-old-format-why = Det som står på sin gamla plats läses inte som en egen målbild eller plan, och en insats som bara där ingår i planen kommer inte med i den.
check-old-format-mend = Kör {"register uppgradera"}, som flyttar det till sin plats. Har området redan en plan i en egen fil blir uppgiften att insatsen ingår i planen kvar som en kommentar, och insatsen läggs till i planen med {"register ändra"}.

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
check-unreadable-what = Filen eller mappen finns, men datorn lät inte programmet läsa den, eller så är den ingen fil eller mapp utan ett rör, en sockel eller en enhet.
check-unreadable-why = Det som står där kommer inte med i listor och rapporter. De säger att något saknas, men inte vad det är.
check-unreadable-mend = Kontrollera att du har behörighet att läsa filen, att inget annat program har låst den och att disken där den ligger är ansluten. Är den ingen fil alls får den flyttas ut ur registret.

check-link-outside = länken leder inte till en fil i registret
check-link-outside-label = leder någon annanstans
check-link-outside-what = Filen är en symbolisk länk som leder ut ur registret, till en mapp eller till något som inte finns. Sådana länkar följer programmet inte.
check-link-outside-why = Den som hämtar registret med git ska få allt som hör till det, och inga andra filer på datorn ska läsas eller ändras av misstag.
check-link-outside-mend = Ta bort länken och lägg själva filen i registrets mapp i stället.

check-overlooked-file = heter nästan som en post, men läses inte
check-overlooked-file-label = läses inte
check-overlooked-file-what = En post är en fil vars namn slutar på .toml, med små bokstäver och inget efter. Det här namnet liknar ett sådant, som post.toml.txt eller post.TOML, eller så är det en mapp.
check-overlooked-file-why = Den som skrev filen tror nog att posten är med i registret. Den kommer inte med i listor och rapporter.
check-overlooked-file-mend = Byt namn på filen så att det slutar på .toml. En kopia eller något som inte är en post får ett annat namn eller flyttas ut ur mappen.

check-invalid-file-name = filnamnet ”{ $id }” går inte att använda som id
check-invalid-file-name-label = inte ett id
check-invalid-file-name-what = Filens namn är postens id. Ett id har bara små bokstäver a–z, siffror och bindestreck, är högst 80 tecken långt och börjar och slutar inte med bindestreck. Det kan inte heller vara ett namn som Windows har för sig självt: con, prn, aux, nul, com1–com9 och lpt1–lpt9.
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
check-unsupported-format-mend = Uppdatera programmet till en nyare version. Har siffran bara blivit fel, rätta den i register.toml: format = 2.

# Fälten
check-wrong-type = fältet { $field } ska vara { $expected }
check-wrong-type-label = fel slags värde
check-wrong-type-what = Värdet är av ett annat slag än fältet kan ha, till exempel text där det ska vara ett tal eller ett enda värde där det ska vara en lista.
check-wrong-type-why = Programmet kan inte räkna med värdet, och därför läses det inte.
check-wrong-type-mend = Skriv om värdet: {"register ändra ID FÄLT=VÄRDE"} skriver det på rätt sätt åt dig.

check-unknown-key = det finns inget fält som heter ”{ $key }” här
check-unknown-key-label = okänt fält
check-unknown-key-what = Den här sortens post har inget fält med det namnet. Oftast är det felstavat eller har hamnat under fel rubrik.
check-unknown-key-why = Det som står i ett okänt fält behålls i filen men kommer inte med i listor och rapporter, och det är lätt att missa.
check-unknown-key-mend = Rätta namnet eller flytta raden med {"register redigera ID"}. Är det en anteckning till kollegorna kan du skriva den som en kommentar efter #.

check-unknown-value = fältet { $field } kan inte vara ”{ $value }”
check-unknown-value-label = går inte att välja
check-unknown-value-what = Fältet fylls i med en kod ur en fast lista, och det som står här är ingen av dem.
check-unknown-value-why = Rapporterna räknar på koderna, så att stadsdelar och år går att jämföra. Ett eget ord räknas inte med.
check-unknown-value-mend = Välj den kod som passar bäst: {"register ändra ID FÄLT=VÄRDE"}.

check-missing-field = ”{ $label }” saknas (fältet { $field })
check-missing-field-label = här saknas en uppgift
check-missing-field-what = En uppgift som alla poster av det här slaget måste ha är inte ifylld.
check-missing-field-why = Utan den går posten inte att förstå eller följa upp. Beslutet pekar på just det: att ansvar, uppdrag och en samlad bild av insatserna har saknats.
check-missing-field-mend = Fyll i den: {"register ändra ID FÄLT=VÄRDE"}.

check-amount-too-large = beloppet { $amount } är större än { $most }
check-amount-too-large-label = större än något belopp är
check-amount-too-large-what = Belopp skrivs i hela kronor, och inget är större än hundra miljarder.
check-amount-too-large-why = Ett så stort belopp är ett skrivfel, och summorna i budget och uppföljning blir fel av det.
check-amount-too-large-mend = Se efter om några siffror har skrivits två gånger, eller om beloppet är i ören, och rätta det med {"register redigera ID"}.

check-negative-amount = beloppet { $amount } är mindre än noll
check-negative-amount-label = ett belopp kan inte vara negativt
check-negative-amount-what = Belopp skrivs i hela kronor och kan inte vara mindre än noll.
check-negative-amount-why = Ett minustecken gör summorna i budget och uppföljning fel utan att det syns.
check-negative-amount-mend = Ta bort minustecknet med {"register redigera ID"}. Har budgeten minskat, skriv det nya beloppet i stället för skillnaden.

check-date-order = sista dagen, { $until }, ligger före den första, { $from }
check-date-order-label = före första dagen
check-date-order-what = Perioden slutar innan den har börjat. Oftast har dagarna bytt plats eller årtalet blivit fel.
check-date-order-why = Perioden innehåller då inte en enda dag, så posten kommer inte med när någon frågar vad som pågår eller gäller.
check-date-order-mend = Rätta den dag som är fel, till exempel {"register ändra ID period.until=2027-06-30"}.

# Id och hänvisningar
check-invalid-id = ”{ $id }” går inte att använda som id
check-invalid-id-label = inte ett id
check-invalid-id-what = Ett id har bara små bokstäver a–z, siffror och bindestreck, är högst 80 tecken långt och börjar och slutar inte med bindestreck. Det kan inte heller vara ett namn som Windows har för sig självt: con, prn, aux, nul, com1–com9 och lpt1–lpt9.
check-invalid-id-why = Id:t används i hänvisningar och kommandon och ska fungera likadant överallt.
check-invalid-id-mend = Skriv om id:t med {"register redigera ID"}: å och ä blir a, ö blir o och mellanslag blir bindestreck. Ändra samtidigt det som hänvisar till det.

check-duplicate-element = ”{ $id }” finns två gånger
check-duplicate-element-label = finns redan
check-duplicate-element-what = Det som står i en lista känns igen på sitt id eller på det som det nämner, och här har två rader samma. En stadsdels mål, problem, orsaker, indikatorer och händelser delar id:n, för de nämns på samma sätt: ryd#trygga-kvallar.
check-duplicate-element-why = Då går det inte att säga vilken av dem som menas när någon hänvisar till den, ändrar den eller slår ihop ändringar i git.
check-duplicate-element-mend = Ta bort dubbletten, eller skilj de två åt, med {"register redigera ID"}.

check-malformed-reference = här ska stå { $expected }, inte ”{ $reference }”
check-malformed-reference-label = inte skrivet som en hänvisning
check-malformed-reference-what = En hänvisning pekar ut något annat i registret med dess id. Beroende på fältet skrivs den som ryd, ryd#trygga-kvallar eller district/ryd.
check-malformed-reference-why = Bara en rätt skriven hänvisning går att följa, så att insatser, mål, möten och beslut hänger ihop.
check-malformed-reference-mend = Leta upp id:t med {"register lista SLAG"} och skriv in det: {"register ändra ID FÄLT=VÄRDE"}.

check-unknown-reference = här hänvisas till { $kind } ”{ $id }”, som inte finns i registret
check-unknown-reference-label = finns inte i registret
check-unknown-reference-what = Hänvisningen är rätt skriven, men det finns ingen post med det id:t. Kanske är det felstavat, eller så är posten inte inlagd än.
check-unknown-reference-why = Beslutet vill ha en samlad bild av insatserna, vem som ansvarar för dem och vilka mål de bidrar till. En hänvisning som inte leder någonstans är ett hål i den bilden.
check-unknown-reference-mend = Leta upp rätt id med {"register lista SLAG"} och skriv in det: {"register ändra ID FÄLT=VÄRDE"}. Saknas posten, lägg in den med {"register lägg-till SLAG"}.

check-unknown-element = i ”{ $record }” finns inget med id ”{ $element }”
check-unknown-element-label = finns inte i den posten
check-unknown-element-what = Posten finns, men inte det mål, problem, beslut eller löfte i den som hänvisningen pekar ut med det som står efter #.
check-unknown-element-why = Enligt beslutet ska insatser ledas och prioriteras utifrån målbild, handlingsplan och lägesbild. Bryts kedjan går det inte att se vad en insats ska leda till.
check-unknown-element-mend = Se vad som finns med {"register visa ID"}, och rätta det som står efter #: {"register ändra ID FÄLT=VÄRDE"}.

check-wrong-kind = ”{ $id }” är av slaget { $found }, men här ska det vara { $expected }
check-wrong-kind-label = fel slag
check-wrong-kind-what = Hänvisningen leder till något som finns, men som är av ett annat slag än fältet är till för.
check-wrong-kind-why = Slaget avgör var uppgiften hamnar i listor och rapporter. Här skulle den hamna fel, eller inte komma med alls.
check-wrong-kind-mend = Leta upp en post av rätt slag med {"register lista SLAG"} och skriv in dess id: {"register ändra ID FÄLT=VÄRDE"}.

check-unknown-word = ”{ $word }” finns inte i registrets lista { $list }
check-unknown-word-label = inte ett av registrets ord
check-unknown-word-what = Målgrupper och kategorier väljs ur registrets egna listor, som står under [vocabulary] i register.toml.
check-unknown-word-why = Används samma ord överallt går det att se vilka målgrupper som nås, och var insatser överlappar varandra eller saknas.
check-unknown-word-mend = Välj ett ord som redan finns: {"register ändra ID FÄLT=VÄRDE"}. Fattas ett ord, kom överens om det och lägg till det i register.toml.

check-unknown-indicator = insatsen har ingen indikator med id ”{ $indicator }”
check-unknown-indicator-label = ingen sådan indikator
check-unknown-indicator-what = Uppföljningen anger ett värde för en indikator som insatsen inte har.
check-unknown-indicator-why = Värdet går inte att jämföra med något målvärde, och resultatet kommer inte med i rapporterna.
check-unknown-indicator-mend = Se insatsens indikatorer med {"register visa ID"}. Rätta id:t, eller lägg till indikatorn under [[indicator]], med {"register redigera ID"}.

# Nummer och koder
check-bad-case-number = ”{ $number }” är inte skrivet som ett diarienummer
check-bad-case-number-label = följer inte kommunens mönster
check-bad-case-number-what = Diarienumret följer inte det mönster som kommunen har angett i register.toml.
check-bad-case-number-why = Med rätt nummer går handlingen att hitta i diariet, även om många år. Med fel nummer går den inte det.
check-bad-case-number-mend = Skriv det så som det står i diariet: {"register ändra ID FÄLT=VÄRDE"}. Är det mönstret som är fel, ändra pattern under [case_number] i register.toml.

check-bad-pattern = mönstret för diarienummer går inte att tolka: { $pattern }
check-bad-pattern-label = inget giltigt mönster
check-bad-pattern-what = Mönstret för diarienummer i register.toml ska vara ett reguljärt uttryck, men det är inte rätt skrivet.
check-bad-pattern-why = Så länge mönstret är fel kontrolleras inga diarienummer.
check-bad-pattern-mend = Rätta pattern under [case_number] i register.toml, gärna inom enkla citattecken så att omvända snedstreck får stå som de är.

check-bad-area-code = ”{ $code }” är ingen områdeskod av det slaget
check-bad-area-code-label = inte skriven som en områdeskod
check-bad-area-code-what = En DeSO-kod är fyra siffror, bokstaven A, B eller C och fyra siffror till. En RegSO-kod är fyra siffror, bokstaven R och tre siffror till.
check-bad-area-code-why = Koden knyter stadsdelen till SCB:s statistik. Med fel kod blir siffrorna för ett annat område, eller inga alls.
check-bad-area-code-mend = Hämta koden hos SCB och se att kind och vintage stämmer med den: {"register redigera ID"}. Är du osäker är det bättre att ta bort koden än att gissa.

check-bad-municipality-code = ”{ $code }” är ingen kommunkod
check-bad-municipality-code-label = ska vara fyra siffror
check-bad-municipality-code-what = En kommunkod är fyra siffror inom citattecken, som "0580" för Linköping.
check-bad-municipality-code-why = Koden knyter registret till rätt kommun i statistiken och när uppgifter delas med andra.
check-bad-municipality-code-mend = Rätta municipality_code i register.toml. Kommunernas koder finns hos SCB.

# Personuppgifter

check-personal-data = texten innehåller något som liknar { $what }
check-personal-data-label = liknar en personuppgift
check-personal-data-what = Här står något som ser ut som ett personnummer, ett samordningsnummer, ett telefonnummer eller en e-postadress.
check-personal-data-why = Registret handlar om platser och insatser, aldrig om personer: git glömmer inte. Det som en gång har sparats finns kvar i historiken, även när texten har ändrats.
check-personal-data-mend = Skriv om texten utan personuppgifter med {"register redigera ID"}: ange en roll, en plats eller en förvaltning i stället. Är det redan sparat i git räcker det inte att ändra texten; tala med kommunens dataskyddsombud.

check-may-point-out-someone = texten kan peka ut någon
check-may-point-out-someone-label = en person och ett hus nära varandra
check-may-point-out-someone-what = Texten berättar om en enda person, med ålder, släktskap eller ord som pojke och flicka, nära en gata med nummer eller en lägenhet. Då kan grannarna förstå vem som menas, även utan namn.
check-may-point-out-someone-why = Att utelämna namnet räcker inte där få kan vara menade: det är ändå en personuppgift. Registret handlar om platser och insatser, och git glömmer inte.
check-may-point-out-someone-mend = Skriv platsen större (kvarteret, stadsdelen) och personerna som grupp (”ungdomar i övre tonåren”), med {"register redigera ID"}. Hör uppgiften till ett ärende om en person står den i det systemet och inte här. Pekar texten inte ut någon kan du undanta anmärkningen en tid i register.toml.

# Organ
check-body-without-mission = ”{ $name }” har inget uppdrag
check-body-without-mission-label = uppdrag saknas
check-body-without-mission-what = Organet leder eller samordnar arbetet, men det står inte varför det finns och vad det ska uppnå.
check-body-without-mission-why = Beslutet kom till bland annat för att det fanns forum utan tydligt uppdrag. Då vet varken ledamöterna eller andra vad organet är till för.
check-body-without-mission-mend = Skriv uppdraget i en eller två meningar: {"register ändra ID mission=TEXT"}. Är det inte bestämt, ta upp frågan i det organ som detta rapporterar till.

check-body-without-mandate = ”{ $name }” har inget mandat
check-body-without-mandate-label = mandat saknas
check-body-without-mandate-what = Det står inte vad organet får besluta själv, utan att fråga någon annan.
check-body-without-mandate-why = Otydligt mandat är en av de brister som beslutet ska rätta till. Är det oklart blir frågor liggande, eller avgörs på fel nivå.
check-body-without-mandate-mend = Skriv vad organet får besluta: {"register ändra ID mandate=TEXT"}.

check-body-without-tasks = ”{ $name }” har inga uppgifter
check-body-without-tasks-label = uppgifter saknas
check-body-without-tasks-what = Det står inte vad organet ska göra.
check-body-without-tasks-why = Enligt beslutet har roller och ansvar varit otydliga. De blir tydliga först när alla kan se vad som är organets uppgift och vad som är någon annans.
check-body-without-tasks-mend = Lägg till en uppgift i taget: {"register ändra ID tasks+=TEXT"}.

check-body-without-members = ”{ $name }” har inga ledamöter
check-body-without-members-label = ledamöter saknas
check-body-without-members-what = Det står inte vilka roller som sitter i organet.
check-body-without-members-why = Beslutet vill göra det tydligt vem som leder och ansvarar. Utan ledamöter syns det inte vilka förvaltningar och parter som är med.
check-body-without-members-mend = Lägg till en roll i taget, aldrig namnet på en person: {"register ändra ID members+=role=ROLL,body=ORGAN"}.

check-body-without-convenor = ”{ $name }” har ingen sammankallande
check-body-without-convenor-label = sammankallande saknas
check-body-without-convenor-what = Det står inte vilken roll som kallar till organets möten.
check-body-without-convenor-why = Beslutet pekar ut en sammankallande för varje grupp. Saknas den är det ingens uppgift att se till att gruppen träffas.
check-body-without-convenor-mend = Ange en roll, aldrig namnet på en person: {"register ändra ID convenor=ROLL"}.

check-body-without-cadence = ”{ $name }” har ingen mötesfrekvens
check-body-without-cadence-label = mötesfrekvens saknas
check-body-without-cadence-what = Det står inte hur ofta organet ska träffas.
check-body-without-cadence-why = Beslutet säger hur ofta grupperna ska mötas. Utan mötesfrekvens märker ingen när mötena uteblir.
check-body-without-cadence-mend = Tre gånger per år skrivs så här: {"register ändra ID cadence=times=3,per=year"}. I stället för year går det att skriva month, quarter, tertial eller half-year.

check-body-without-support = det står inte varifrån ”{ $name }” får sina resurser
check-body-without-support-label = resurser saknas
check-body-without-support-what = Ingen enhet är angiven som den som ger gruppen resurser, till exempel säkerhetsenheten.
check-body-without-support-why = Beslutet säger för den politiska styrgruppen, styrgruppen och lednings- och samordningsgruppen vilka som ställer upp med resurser. Annars är det ingens uppgift att bereda mötena och hålla i det som ska göras mellan dem.
check-body-without-support-mend = Ange enheten eller enheterna: {"register ändra ID support+=ORGAN"}.

check-member-without-mandate = ”{ $role }” i ”{ $name }” saknar mandat i sin förvaltning
check-member-without-mandate-label = inget mandat angivet
check-member-without-mandate-what = För ledamoten står det inte att rollen har mandat att driva arbetet inom sin förvaltning.
check-member-without-mandate-why = Enligt beslutet ska de som sitter i lednings- och samordningsgruppen ha ett sådant mandat. Annars stannar det som gruppen enas om i mötesrummet.
check-member-without-mandate-mend = Har rollen mandatet, skriv in det: {"register ändra ID 'members[ROLL].mandate=true'"}. Har den det inte behöver förvaltningen ge den mandatet eller utse en annan roll.

check-met-too-seldom = ”{ $name }” höll för få möten under { $term }: { $held } av { $times }
check-met-too-seldom-label = färre möten än bestämt
check-met-too-seldom-what = Organet höll färre möten än mötesfrekvensen säger. Det är den senaste hela perioden som räknas.
check-met-too-seldom-why = Beslutet säger hur ofta grupperna ska mötas. Träffas de mer sällan blir lägesbilder, behov och beslut liggande.
check-met-too-seldom-mend = Har fler möten hållits, lägg in dem med {"register lägg-till möte"}, eller ändra ett planerat: {"register ändra MÖTE status=held"}. Är det frekvensen som är fel, ändra cadence med {"register redigera ID"}.

check-no-meeting-planned = ”{ $name }” har inget möte inplanerat
check-no-meeting-planned-label = inget kommande möte
check-no-meeting-planned-what = Organet ska träffas regelbundet, men det finns inget planerat möte i dag eller senare.
check-no-meeting-planned-why = Det som ska föreslås, beslutas eller följas upp behöver ett möte att komma upp på. Utan en bokad dag är det lätt att takten som beslutet anger går förlorad.
check-no-meeting-planned-mend = Lägg in nästa möte med status planned: {"register lägg-till möte"}.

check-circular-body = ”{ $name }” leder tillbaka till sig självt: { $circle }
check-circular-body-label = leder runt i ring
check-circular-body-what = Den som följer fältet reports_to (rapporterar till) eller part_of (ingår i) uppåt kommer tillbaka till samma organ.
check-circular-body-why = Beslutet ordnar grupperna i nivåer för att ansvaret för ledningen ska vara tydligt. I en ring är inget organ överst, och ingen har sista ordet.
check-circular-body-mend = Rätta det led som är fel: {"register ändra ID reports_to=ORGAN"}, eller part_of=ORGAN. Det organ som är överst ska ha fältet tomt.

check-meeting-not-minuted = mötet { $on } med ”{ $body }” har inget protokoll
check-meeting-not-minuted-label = protokoll saknas
check-meeting-not-minuted-what = Mötet är hållet och respitdagarna har gått, men protokollets diarienummer är inte ifyllt.
check-meeting-not-minuted-why = Det som har bestämts ska gå att följa upp. Utan protokoll är det bara de som var med som vet vad mötet kom fram till.
check-meeting-not-minuted-mend = Fyll i protokollets diarienummer: {"register ändra ID minutes=DIARIENUMMER"}.

check-meeting-past-planned = mötet { $on } med ”{ $body }” är fortfarande planerat, fast dagen har passerat
check-meeting-past-planned-label = dagen har passerat
check-meeting-past-planned-what = Mötet står som planerat, men dagen är förbi. Det syns inte om det blev av.
check-meeting-past-planned-why = Det som föreslås, beslutas och följs upp på ett möte räknas först när mötet är hållet. Så länge det bara är planerat vet ingen vad som gäller.
check-meeting-past-planned-mend = Blev mötet av: {"register ändra ID status=held"}. Ställdes det in: {"register ändra ID status=cancelled"}, och lägg in det nya med {"register lägg-till möte"}.

# Stadsdelar
check-district-without-target-picture = ”{ $name }” har ingen målbild
check-district-without-target-picture-label = målbild saknas
check-district-without-target-picture-what = Stadsdelen har varken en målbild i ord eller något mål.
check-district-without-target-picture-why = Behov och förutsättningar skiljer sig åt, och därför ska varje stadsdel enligt beslutet ha en egen målbild. Utan den finns det inget att prioritera insatserna efter.
check-district-without-target-picture-mend = Skriv en: {"register lägg-till målbild --stadsdel STADSDEL"}. Lägg in målen med {"register redigera ID"}. Sedan kan lednings- och samordningsgruppen föreslå den för styrgruppen.

check-district-without-situation = ”{ $name }” har ingen lägesbild
check-district-without-situation-label = lägesbild saknas
check-district-without-situation-what = Det finns ingen lägesbild för stadsdelen, eller bara någon vars period inte har börjat än.
check-district-without-situation-why = Lagen (2023:196) 4 § kräver en lägesbild, och beslutet vill ha en gemensam för varje stadsdel. Utan den utgår var och en från sin egen bild av problemen.
check-district-without-situation-mend = Lägg in en lägesbild: {"register lägg-till lägesbild"}.

check-district-without-action-plan = ”{ $name }” har ingen handlingsplan
check-district-without-action-plan-label = handlingsplan saknas
check-district-without-action-plan-what = Ingen handlingsplan för stadsdelen har en första dag, och då räknas det som att det inte finns någon.
check-district-without-action-plan-why = Insatserna ska enligt beslutet samordnas i en handlingsplan, och lagen (2023:196) 5 § kräver att kommunen beslutar om en åtgärdsplan. Utan den är insatserna fristående delar.
check-district-without-action-plan-mend = Skriv en: {"register lägg-till handlingsplan --stadsdelar STADSDEL --gäller 2027-01-01..2028-12-31"}. Insatserna i den läggs till med {"register ändra ID measures+=intervention=INSATS"}.

check-not-proposed = { $what ->
    [target-picture] målbilden
    [action-plan] handlingsplanen
   *[situation] lägesbilden
} för ”{ $name }” har inte föreslagits på något möte
check-not-proposed-label = inte föreslagen
check-not-proposed-what = Det står inte vilket möte som föreslog målbilden, handlingsplanen eller lägesbilden.
check-not-proposed-why = Enligt beslutet tar lednings- och samordningsgruppen fram förslagen till styrgruppen. Då har de som leder arbetet i förvaltningarna varit med.
check-not-proposed-mend = Ange mötet: {"register föreslå ID --på-möte MÖTE"}.

check-not-adopted = { $what ->
    [target-picture] målbilden
    [action-plan] handlingsplanen
   *[situation] lägesbilden
} för ”{ $name }” är föreslagen men inte fastställd
check-not-adopted-label = inte fastställd
check-not-adopted-what = Mötet med förslaget har varit, men det står inte vilket möte som har fastställt det.
check-not-adopted-why = Enligt beslutet är det styrgruppen som fastställer målbild, lägesbild och handlingsplan. Till dess är det ett förslag som ingen behöver följa.
check-not-adopted-mend = Ta upp förslaget i styrgruppen och för in beslutet: {"register möte besluta MÖTE"}. Sedan: {"register anta ID --på-möte MÖTE"}.

check-adopted-by-wrong-body = { $what ->
    [target-picture] målbilden
    [action-plan] handlingsplanen
   *[situation] lägesbilden
} för ”{ $name }” är fastställd av ”{ $body }”, som inte ska fastställa den
check-adopted-by-wrong-body-label = fel organ
check-adopted-by-wrong-body-what = Organet som höll mötet är varken styrgrupp, politisk styrgrupp, nämnd eller kommunfullmäktige.
check-adopted-by-wrong-body-why = Beslutet ger styrgruppen uppgiften att fastställa. Det är där förvaltningscheferna sitter, och de ska kunna stå bakom det som gäller.
check-adopted-by-wrong-body-mend = Är mötet fel, ange det rätta: {"register anta ID --på-möte MÖTE"}. Har styrgruppen inte tagit ställning än, töm fältet och ta upp frågan där: {"register ändra ID adopted="}

check-adopted-in-meeting-not-held = { $what ->
    [target-picture] målbilden
    [action-plan] handlingsplanen
   *[situation] lägesbilden
} för ”{ $name }” ska vara fastställd på mötet { $meeting }, som inte är hållet
check-adopted-in-meeting-not-held-label = mötet är inte hållet
check-adopted-in-meeting-not-held-what = Mötet som ska ha fastställt den är planerat eller inställt.
check-adopted-in-meeting-not-held-why = Bara ett möte som har hållits kan fastställa något. Annars ser det ut som att styrgruppen har tagit ställning, fast den inte har gjort det.
check-adopted-in-meeting-not-held-mend = Har mötet hållits, ändra det: {"register ändra MÖTE status=held"}. Annars töm adopted, eller ange rätt möte, med {"register redigera ID"}.

check-adopted-before-proposed = { $what ->
    [target-picture] målbilden
    [action-plan] handlingsplanen
   *[situation] lägesbilden
} för ”{ $name }” är fastställd { $adopted }, innan den föreslogs { $proposed }
check-adopted-before-proposed-label = före förslaget
check-adopted-before-proposed-what = Mötet som fastställde den kom före mötet som föreslog den. Oftast har de två mötena förväxlats, eller så har det kommit ett nyare förslag.
check-adopted-before-proposed-why = Enligt beslutet föreslår lednings- och samordningsgruppen först, och sedan fastställer styrgruppen. I omvänd ordning går det inte att veta vilken text som gäller.
check-adopted-before-proposed-mend = Rätta proposed eller adopted med {"register redigera ID"}. Är förslaget nyare än det som fastställdes, töm adopted tills styrgruppen har tagit ställning.

check-target-picture-expired = målbilden för ”{ $name }” gällde till och med { $until }
check-target-picture-expired-label = gäller inte längre
check-target-picture-expired-what = Målbildens sista dag har passerat.
check-target-picture-expired-why = Styrgruppen fastställer målbilden, och den här är inte fastställd för längre tid. Utan en gällande målbild finns det inget att prioritera insatserna efter.
check-target-picture-expired-mend = Ta fram en ny målbild, som en ny version bredvid den gamla, och låt styrgruppen fastställa den: {"register lägg-till målbild"} och sedan {"register anta ID --på-möte MÖTE"}.

check-action-plan-expired = handlingsplanen för ”{ $name }” gällde till och med { $until }
check-action-plan-expired-label = gäller inte längre
check-action-plan-expired-what = Handlingsplanens sista dag har passerat.
check-action-plan-expired-why = Styrgruppen fastställer handlingsplanen, och den ska få genomslag i nämnderna och förvaltningarna. När den har gått ut finns det inget gemensamt att lägga in i nästa budget.
check-action-plan-expired-mend = Ta fram en ny handlingsplan, som en ny version bredvid den gamla, och låt styrgruppen fastställa den: {"register lägg-till handlingsplan"} och sedan {"register anta ID --på-möte MÖTE"}.

check-situation-too-old = den senaste lägesbilden för ”{ $name }” slutar { $until }, och den får vara högst { $months } månader gammal
check-situation-too-old-label = för gammal
check-situation-too-old-what = Lägesbildens sista dag ligger längre tillbaka än gränsen, som står under [situation] i register.toml.
check-situation-too-old-why = Lagen (2023:196) 6 § säger att lägesbilden ska uppdateras minst vartannat år. Med en gammal lägesbild prioriteras insatserna efter hur det var, inte efter hur det är.
check-situation-too-old-mend = Ta fram en ny lägesbild för stadsdelen: {"register lägg-till lägesbild"}.

check-situation-without-survey = den senaste lägesbilden för ”{ $name }” har ingen kartläggning
check-situation-without-survey-label = kartläggning saknas
check-situation-without-survey-what = Lägesbilden beskriver inte vad som har hänt, hur mycket det är och vilka följder det har fått.
check-situation-without-survey-why = Enligt lagen (2023:196) 4 § ska lägesbilden ha en kartläggning av brottsligheten, dess omfattning och konsekvenser. Den är grunden för allt som prioriteras sedan.
check-situation-without-survey-mend = Skriv kartläggningen i fältet survey med {"register redigera ID"}. Skriv om platser och händelser, aldrig om personer.

check-situation-without-analysis = den senaste lägesbilden för ”{ $name }” har ingen analys
check-situation-without-analysis-label = analys saknas
check-situation-without-analysis-what = Lägesbilden säger inte varför det ser ut som det gör, och vad som följer av det.
check-situation-without-analysis-why = Enligt lagen (2023:196) 4 § ska lägesbilden ha en analys. Det är den som visar vilka problem som är viktigast och vad de beror på.
check-situation-without-analysis-mend = Skriv analysen i fältet analysis med {"register redigera ID"}.

check-action-plan-not-followed-up = handlingsplanen för ”{ $name }” har inte följts upp sedan { $since }
check-action-plan-not-followed-up-label = uppföljning saknas
check-action-plan-not-followed-up-what = Det har gått mer än två år sedan planen började gälla, eller sedan den senast följdes upp på ett möte som har hållits.
check-action-plan-not-followed-up-why = Lagen (2023:196) 6 § säger att åtgärdsplanen ska följas upp minst vartannat år. Annars går det inte att lära av den till nästa plan.
check-action-plan-not-followed-up-mend = Ta upp uppföljningen på ett möte, och lägg till mötet när det är hållet: {"register ändra ID followed_up+=MÖTE"}.

check-changed-since-adoption = { $what ->
    [target-picture] målbilden
    [action-plan] handlingsplanen
   *[situation] lägesbilden
} för ”{ $name }” har ändrats sedan den fastställdes
check-changed-since-adoption-label = inte det som fastställdes
check-changed-since-adoption-what = Det som fastställs får ett sigill: i fältet seal står en kort kod som räknas fram ur det som fastställdes. Det som står nu ger en annan kod, så något har ändrats efteråt.
check-changed-since-adoption-why = Enligt beslutet är det styrgruppen som fastställer. En senare ändring ser ut att ha styrgruppen bakom sig, fast den inte har tagit ställning till den.
check-changed-since-adoption-mend = Ta tillbaka ändringen med {"register redigera ID"}. Ska den gälla är det en ny version: lägg in den som en sådan och låt styrgruppen fastställa den med {"register anta ID --på-möte MÖTE"}.

# Kedjan
check-problem-without-cause = problemet ”{ $title }” i ”{ $name }” har inga orsaker
check-problem-without-cause-label = orsaker saknas
check-problem-without-cause-what = Problemet är prioriterat, men det står inte vad det beror på.
check-problem-without-cause-why = Enligt Brås vägledning ska insatserna svara mot orsakerna, inte bara mot det som syns. Utan orsaker går det inte att avgöra vilken insats som passar.
check-problem-without-cause-mend = Lägg till en orsak i taget: {"register ändra STADSDEL#PROBLEM cause+=id=ID,text=TEXT"}.

check-problem-without-evidence = problemet ”{ $title }” i ”{ $name }” bygger inte på någon lägesbild
check-problem-without-evidence-label = ingen lägesbild angiven
check-problem-without-evidence-what = Problemet är prioriterat, men det står inte vilken lägesbild det syns i.
check-problem-without-evidence-why = Det är lägesbilden som ska visa vad som är viktigast. Annars prioriteras det som hörs mest i stället för det som är värst.
check-problem-without-evidence-mend = Ange lägesbilden: {"register ändra STADSDEL#PROBLEM evidence+=LÄGESBILD"}. Syns problemet inte i någon lägesbild, ta bort dess rank.

check-unanswered-problem = inget mål och ingen insats svarar mot problemet ”{ $title }” i ”{ $name }”
check-unanswered-problem-label = inget svarar mot det
check-unanswered-problem-what = Problemet är inte knutet till något mål, och det finns ingen insats mot det som inte är avbruten.
check-unanswered-problem-why = Enligt Brå är det vanligaste felet att det inte går att följa vägen från problem till insats. Då är problemet känt, men ingen gör något åt det.
check-unanswered-problem-mend = Ange målet som problemet står i vägen för: {"register ändra STADSDEL#PROBLEM answers+=MÅL"}. Eller ange problemet i en insats: {"register ändra INSATS problems+=STADSDEL#PROBLEM"}.

check-goal-without-indicator = målet ”{ $title }” i ”{ $name }” har ingen indikator
check-goal-without-indicator-label = indikator saknas
check-goal-without-indicator-what = Det står inte vad som ska visa om målet nås.
check-goal-without-indicator-why = Uppföljningen är det som oftast brister, säger Brå. Utan indikator går det bara att tycka något om målet, inte att följa upp det.
check-goal-without-indicator-mend = Säg vad som mäts i stadsdelen: {"register ändra STADSDEL indicator+=id=ID,name=NAMN,unit=ENHET"}. Ge sedan målet den: {"register ändra STADSDEL#MÅL indicator=ID"}.

check-goal-without-baseline = målet ”{ $title }” i ”{ $name }” har inget utgångsläge
check-goal-without-baseline-label = utgångsläge saknas
check-goal-without-baseline-what = Målet har en indikator, men det står inte vilket värde den hade från början.
check-goal-without-baseline-why = Uppföljning är att jämföra med något. Utan utgångsläge syns det inte om det har blivit bättre eller sämre.
check-goal-without-baseline-mend = Ange dag och värde, till exempel {"register ändra STADSDEL#MÅL baseline=on=2025-06-30,value=52"}.

check-goal-without-target = målet ”{ $title }” i ”{ $name }” har inget målvärde
check-goal-without-target-label = målvärde saknas
check-goal-without-target-what = Målet har en indikator, men det står inte vilket värde den ska nå och när.
check-goal-without-target-why = Uppföljningen ska kunna säga om målet är nått. Utan målvärde går det aldrig att svara på.
check-goal-without-target-mend = Ange dag och värde, till exempel {"register ändra STADSDEL#MÅL target=on=2028-12-31,value=65"}.

check-goal-without-reading = målet ”{ $title }” i ”{ $name }” har inte mätts det senaste året
check-goal-without-reading-label = ny mätning saknas
check-goal-without-reading-what = Den senaste mätningen, eller utgångsläget om inget har mätts sedan dess, är mer än ett år gammal eller saknas.
check-goal-without-reading-why = Att uppföljningen uteblir är enligt Brå ett av de vanligaste felen. Med gamla värden märks det för sent att något går åt fel håll.
check-goal-without-reading-mend = Lägg till en mätning till indikatorn, till exempel {"register ändra STADSDEL#INDIKATOR readings+=on=2026-09-30,value=55"}.

check-goal-without-intervention = ingen insats bidrar till målet ”{ $title }” i ”{ $name }”
check-goal-without-intervention-label = ingen insats bidrar
check-goal-without-intervention-what = Ingen insats är knuten till målet, bortsett från avbrutna.
check-goal-without-intervention-why = Insatserna ska enligt beslutet prioriteras utifrån målbilden. Ett mål som ingen arbetar mot är bara en önskan.
check-goal-without-intervention-mend = Ange målet i de insatser som bidrar: {"register ändra INSATS goals+=STADSDEL#MÅL"}. Finns det ingen, lägg in en med {"register lägg-till insats"}.

check-intervention-without-purpose = ”{ $title }” är inte knuten till något mål eller problem
check-intervention-without-purpose-label = mål och problem saknas
check-intervention-without-purpose-what = Det står inte vilket mål insatsen bidrar till, och inte heller vilket problem den ska göra något åt.
check-intervention-without-purpose-why = Insatser ska följa av problemen och deras orsaker, och enligt Brå är det den länken som oftast saknas. Då går det inte heller att säga om insatsen har hjälpt.
check-intervention-without-purpose-mend = Ange minst ett av dem: {"register ändra ID goals+=STADSDEL#MÅL"} eller {"register ändra ID problems+=STADSDEL#PROBLEM"}.

check-municipal-goal-unserved = ingenting bidrar till det kommunövergripande målet ”{ $title }”
check-municipal-goal-unserved-label = inget bidrar till målet
check-municipal-goal-unserved-what = Inget mål i någon stadsdel är knutet till det, och ingen insats heller.
check-municipal-goal-unserved-why = Enligt beslutet är det de kommunövergripande målen som bär prioriteringen. Här syns det inte vad arbetet i stadsdelarna gör för det här målet.
check-municipal-goal-unserved-mend = Ange det i de mål i stadsdelarna som bidrar: {"register ändra STADSDEL#MÅL serves+=KOMMUNMÅL"}. Det går också att ange det i en insats: {"register ändra INSATS goals+=KOMMUNMÅL"}.

check-prevention-mismatch = { $cause ->
    [situational] problemet ”{ $title }” i ”{ $name }” har situationella orsaker, men insatserna mot det är sociala
   *[social] problemet ”{ $title }” i ”{ $name }” har sociala orsaker, men insatserna mot det är situationella
}
check-prevention-mismatch-label = insatserna är av annat slag
check-prevention-mismatch-what = Social prevention riktar sig till människor, som stöd till unga och familjer, och situationell till platsen, som belysning och bevakning. Här är orsakerna bara av det ena slaget och insatserna bara av det andra.
check-prevention-mismatch-why = Insatser ska följa av orsakerna. En insats kan vara bra i sig, men ändå inte komma åt det som problemet beror på.
check-prevention-mismatch-mend = Fundera på om det behövs en insats av det andra slaget. Är slaget fel angivet, ändra det: {"register ändra INSATS prevention.kind=social"}, eller {"register ändra STADSDEL#ORSAK kind=social"}.

# Insatser
check-intervention-without-board = ”{ $title }” har ingen nämnd
check-intervention-without-board-label = nämnd saknas
check-intervention-without-board-what = Kommunen genomför insatsen, men det står inte i vilken nämnds budget och uppföljning den ingår.
check-intervention-without-board-why = Enligt beslutet ska arbetet vara en del av varje nämnds budget- och uppföljningsprocess. En insats utan nämnd är det ingen som planerar pengar till eller frågar efter.
check-intervention-without-board-mend = Ange nämnden: {"register ändra ID board=NÄMND"}.

check-intervention-without-money = ”{ $title }” har varken budget eller utfall
check-intervention-without-money-label = budget saknas
check-intervention-without-money-what = Insatsen är planerad eller pågående, men det står inte vilka pengar den har.
check-intervention-without-money-why = Enligt beslutet ska arbetet vara en del av nämndernas budget och uppföljning. Då behöver det synas vad varje insats kostar.
check-intervention-without-money-mend = Lägg till en rad för varje år, till exempel {"register ändra ID budget+=year=2027,amount=400000,source=internal-budget"}. Kostar insatsen inget extra, skriv beloppet 0.

check-grant-without-funder = bidraget för { $year } till ”{ $title }” har ingen bidragsgivare
check-grant-without-funder-label = bidragsgivare saknas
check-grant-without-funder-what = Pengarna är ett bidrag, men det står inte vem som ger det.
check-grant-without-funder-why = Bidrag ska redovisas till den som ger dem, och de kan ta slut. Nämnden behöver veta det när den gör sin budget.
check-grant-without-funder-mend = Ange bidragsgivaren, till exempel {"register ändra ID 'budget[2027].funder=Boverket'"}.

check-share-outside-districts = pengarna för { $year } till ”{ $title }” delas med { $district }, som insatsen inte är för
check-share-outside-districts-label = en annan stadsdel
check-share-outside-districts-what = En andel av ett belopp är en stadsdels som insatsen inte var för när året började.
check-share-outside-districts-why = Den delen räknas inte hos den stadsdelen. Den delas i stället mellan insatsens egna stadsdelar, och rapporterna visar annat än någon har tänkt.
check-share-outside-districts-mend = Byt stadsdel i andelen med {"register redigera ID"}, eller lägg till stadsdelen: {"register ändra ID districts+=STADSDEL"}.

check-ongoing-past-period = ”{ $title }” är pågående, men sista dagen var { $until }
check-ongoing-past-period-label = sista dagen har passerat
check-ongoing-past-period-what = Insatsen står som pågående, fast dess sista dag har passerat.
check-ongoing-past-period-why = Uppföljningen och prioriteringen utgår från vad som pågår. Är insatsen slut räknas den ändå med, och dess resultat blir inte uppföljt.
check-ongoing-past-period-mend = Är den slut: {"register ändra ID status=completed"}. Fortsätter den, ändra sista dagen: {"register ändra ID period.until=DATUM"}, och töm ended om det är ifyllt.

check-ongoing-not-begun = ”{ $title }” är pågående, men börjar först { $from }
check-ongoing-not-begun-label = har inte börjat
check-ongoing-not-begun-what = Insatsen står som pågående, fast dess första dag inte har kommit än.
check-ongoing-not-begun-why = Uppföljningen och prioriteringen utgår från vad som pågår. Här ser det ut som att något görs, fast det inte har börjat.
check-ongoing-not-begun-mend = Har den inte börjat: {"register ändra ID status=planned"}. Har den börjat, ange vilken dag: {"register ändra ID started=DATUM"}.

check-planned-past-start = ”{ $title }” är planerad, men skulle ha börjat { $from }
check-planned-past-start-label = startdagen har passerat
check-planned-past-start-what = Insatsen står som planerad, fast dess första dag har passerat. Det syns inte om den har kommit igång.
check-planned-past-start-why = Uppföljningen gäller det som pågår. En insats som blir kvar som planerad följs inte upp, och ingen märker att den är försenad.
check-planned-past-start-mend = Har den börjat: {"register ändra ID status=ongoing started=DATUM"}. Är den uppskjuten, flytta första dagen: {"register ändra ID period.from=DATUM"}.

check-ongoing-without-start = ”{ $title }” är pågående, men har ingen startdag
check-ongoing-without-start-label = startdag saknas
check-ongoing-without-start-what = Insatsen står som pågående, men varken started eller period.from säger när den började.
check-ongoing-without-start-why = Vad som ska följas upp räknas ur dagarna. Utan startdag räknas insatsen från den dag då det först stod så i registrets historik. Finns ingen historik räknas den som om den alltid har pågått, och är försenad för varje period som ingen har berättat om.
check-ongoing-without-start-mend = Skriv dagen: {"register ändra ID started=DATUM"}. Vet ingen den exakta dagen duger den första i månaden eller året.

check-completed-without-end = ”{ $title }” är avslutad, men har ingen slutdag
check-completed-without-end-label = slutdag saknas
check-completed-without-end-what = Insatsen står som avslutad, men varken ended eller period.until säger när den slutade.
check-completed-without-end-why = Vad som ska följas upp räknas ur dagarna. Utan slutdag går det inte att säga för vilken period insatsen senast skulle följas upp, eller vilka år den kostade pengar.
check-completed-without-end-mend = Skriv dagen: {"register ändra ID ended=DATUM"}. Vet ingen den exakta dagen duger den sista i månaden eller året.

check-completed-without-follow-up = ”{ $title }” är avslutad utan någon uppföljning
check-completed-without-follow-up-label = uppföljning saknas
check-completed-without-follow-up-what = Insatsen är avslutad, men den följdes aldrig upp.
check-completed-without-follow-up-why = Styrgruppen ska få en uppföljning av målbild och handlingsplan, och den bygger på hur det gick för insatserna. Annars kan ingen lära av den.
check-completed-without-follow-up-mend = Gör en uppföljning nu, medan de som var med minns: {"register följ-upp ID"}.

check-completed-without-outcome = ”{ $title }” är avslutad, men effekten är inte mätt
check-completed-without-outcome-label = effekten är inte mätt
check-completed-without-outcome-what = Insatsen är uppföljd, men ingen indikator som mäter effekt (outcome) har något värde.
check-completed-without-outcome-why = Beslutet kom till bland annat för att ingen hade en samlad bild av insatsernas resultat. Prestationer visar vad som gjordes, men inte om det hjälpte.
check-completed-without-outcome-mend = Ange ett värde: {"register följ-upp ID --värde INDIKATOR=VÄRDE"}. Finns ingen indikator som mäter effekt, lägg till den under [[indicator]] med {"register redigera ID"}.

check-follow-up-late = ”{ $title }” saknar uppföljning för { $term } (ansvarig: { $by })
check-follow-up-late-label = uppföljning saknas
check-follow-up-late-what = Insatsen pågick under perioden, men har inte följts upp sedan perioden började. Respitdagarna har också gått.
check-follow-up-late-why = Lednings- och samordningsgruppen ska ta fram uppföljningen till styrgruppen. Saknas det svar från en insats är den uppföljningen inte hel.
check-follow-up-late-mend = Följ upp insatsen: {"register följ-upp ID"}. Pågår den inte längre, ändra det: {"register ändra ID status=completed"}.

check-off-track-twice = ”{ $title }” har avvikit två uppföljningar i rad sedan { $since }, utan att det har lyfts
check-off-track-twice-label = avviker för andra gången
check-off-track-twice-what = De två senaste uppföljningarna säger att insatsen avviker. Sedan den första av dem har inget behov lyfts, och inget möte har beslutat något om insatsen.
check-off-track-twice-why = Enligt beslutet ska behov av resurser och prioriteringar lyftas till styrgruppen. En avvikelse som bara noteras löser sig sällan av sig själv.
check-off-track-twice-mend = Lyft ett behov: {"register ändra ID needs+=what=TEXT,raised_to=ORGAN,raised_on=DATUM"}. Eller låt ett möte besluta om insatsen: {"register möte besluta MÖTE"}.

check-indicator-without-values = indikatorn ”{ $indicator }” i ”{ $title }” har aldrig fått något värde
check-indicator-without-values-label = värden saknas
check-indicator-without-values-what = Insatsen har följts upp, men ingen av uppföljningarna har ett värde på indikatorn.
check-indicator-without-values-why = Enligt beslutet har det saknats en samlad bild av insatsernas resultat. En indikator som aldrig får något värde säger ingenting om dem.
check-indicator-without-values-mend = Ange värdet vid nästa uppföljning: {"register följ-upp ID --värde INDIKATOR=VÄRDE"}. Går den inte att mäta, byt den mot en annan med {"register redigera ID"}.

check-outside-plan-period = ”{ $title }” ingår i handlingsplanen, men ligger utanför planens period
check-outside-plan-period-label = utanför planens period
check-outside-plan-period-what = Ingen av insatsens dagar ligger inom handlingsplanens period i någon av dess stadsdelar.
check-outside-plan-period-why = Styrgruppen fastställer handlingsplanen för en viss tid. En insats som görs en annan tid är inte en del av det som är fastställt.
check-outside-plan-period-mend = Rätta insatsens dagar: {"register ändra ID period=FRÅN..TILL"}. Ingår den inte i planen, ta bort den därifrån: {"register redigera PLAN"}.

check-need-unanswered = behovet ”{ $what }” i ”{ $title }”, lyft { $raised }, fick inget svar när ”{ $body }” möttes { $met }
check-need-unanswered-label = behovet är obesvarat
check-need-unanswered-what = Behovet har lyfts till ett organ som har haft möte sedan dess, men det står inte att det är besvarat.
check-need-unanswered-why = Enligt beslutet lyfts behov av resurser och prioriteringar till styrgruppen. Ett nej går att planera efter, men det gör inte ett uteblivet svar.
check-need-unanswered-mend = Har organet svarat, ange mötet i answered med {"register redigera ID"}. Annars ta upp behovet på organets nästa möte.

# Tid
check-ahead-of-its-day = det här berättas som gjort, men dagen har inte varit: { $day }
check-ahead-of-its-day-label = har inte varit
check-ahead-of-its-day-what = En uppföljning, en mätning, ett hållet möte, slutet på en avslutad insats eller något som är gjort har en dag som inte har varit; eller något sägs vara besvarat eller uppföljt på ett möte som inte har hållits. Oftast är årtalet fel skrivet.
check-ahead-of-its-day-why = Det som berättas som gjort räknas. En uppföljning med en dag längre fram döljer i åratal att insatsen inte följs upp.
check-ahead-of-its-day-mend = Skriv rätt dag med {"register redigera ID"}. Ett möte som inte har hållits än har statusen planned.

check-decision-late = beslutet ”{ $text }” skulle ha varit genomfört { $due }
check-decision-late-label = dagen har passerat
check-decision-late-what = Beslutet är fortfarande öppet, fast dagen då det skulle vara klart har passerat.
check-decision-late-why = Ett beslut gör ingen nytta förrän det är genomfört. Styrgruppen behöver få veta vad som har blivit försenat, och varför.
check-decision-late-mend = Är det genomfört: {"register möte klart MÖTE BESLUT"}. Behövs mer tid, kom överens om en ny dag: {"register ändra MÖTE#BESLUT due=DATUM"}.

check-agreement-expired = ”{ $title }” gick ut { $until }, och ingen ny tar över
check-agreement-expired-label = har gått ut
check-agreement-expired-what = Överenskommelsens sista dag har passerat. Det finns ingen senare av samma typ med någon av parterna som fortsätter där den slutade.
check-agreement-expired-why = Arbetet bygger enligt beslutet på överenskommelsen med polisen, och lagen (2023:196) 9 § säger att kommunen ska verka för skriftliga överenskommelser. Utan en som gäller är ingen part bunden av något.
check-agreement-expired-mend = Lägg in den nya: {"register lägg-till överenskommelse"}. Har den gamla förlängts, ändra sista dagen: {"register ändra ID period.until=DATUM"}.

check-agreement-expiring = ”{ $title }” går ut { $until }, och ingen ny tar över
check-agreement-expiring-label = går snart ut
check-agreement-expiring-what = Överenskommelsen slutar inom 90 dagar. Det finns ingen senare av samma typ med någon av parterna som fortsätter där den slutar.
check-agreement-expiring-why = Arbetet bygger enligt beslutet på överenskommelsen med polisen, och en ny ska hinna förhandlas och beslutas hos alla parter. Börjar det för sent blir det ett glapp.
check-agreement-expiring-mend = Ta upp frågan med parterna nu, och lägg in den nya när den är klar: {"register lägg-till överenskommelse"}. Ska den inte förnyas kan anmärkningen få ett undantag i register.toml.

check-commitment-without-follow-up = löftet ”{ $text }” i ”{ $title }” är inte uppföljt för { $term }
check-commitment-without-follow-up-label = uppföljning saknas
check-commitment-without-follow-up-what = Löftet gällde under hela perioden, men det står inte hur det gick. Respitdagarna har också gått.
check-commitment-without-follow-up-why = Löften till medborgarna följs upp regelbundet, löfte för löfte. Den som har fått ett löfte ska kunna få veta om det hölls.
check-commitment-without-follow-up-mend = Lägg till en rad för perioden, till exempel {"register ändra ID#LÖFTE follow_up+=period=2026-t2,activity=TEXT,assessment=on-track"}.

check-event-unprepared = händelsen ”{ $title }” i ”{ $name }”, från { $from }, saknar { $missing ->
    [lead] någon som leder förberedelserna
    [intervention] insatser
   *[both] både insatser och någon som leder förberedelserna
}
check-event-unprepared-label = förberedelser saknas
check-event-unprepared-what = Händelsen börjar inom 60 dagar eller pågår redan, men det står inte vem som leder förberedelserna eller vilka insatser som ska göras.
check-event-unprepared-why = Enligt beslutet ska lednings- och samordningsgruppen starta samordningen inför händelser som är kända i förväg. När dagen är här är det för sent.
check-event-unprepared-mend = Ange vem som leder: {"register ändra STADSDEL#HÄNDELSE lead=ORGAN"}. Ange insatserna: {"register ändra STADSDEL#HÄNDELSE interventions+=INSATS"}.

check-inspection-action-late = åtgärden ”{ $text }” ({ $place }) skulle ha varit klar { $due }
check-inspection-action-late-label = dagen har passerat
check-inspection-action-late-what = En brist har iakttagits, till exempel vid en trygghetsbesiktning, och någon har lovat en åtgärd. Dagen då den skulle vara klar har passerat, och det står inte att den är gjord.
check-inspection-action-late-why = En trygghetsbesiktning gör nytta först när det som hittades är åtgärdat. De som påtalade bristen ska också få återkoppling.
check-inspection-action-late-mend = Är det gjort, ange dagen: {"register ändra LÄGESBILD#IAKTTAGELSE action.done_on=DATUM"}. Annars hör av dig till den ansvariga och kom överens om en ny dag i action.due.

check-round-unanswered = ”{ $name }” har inte svarat på inventeringen för { $term }, och svaret skulle ha kommit { $due }
check-round-unanswered-label = inget svar
check-round-unanswered-what = Organet har tillfrågats i den senaste inventeringsomgången, och dagen då svaren skulle ha kommit har passerat. Det står inte att dess svar är inläst.
check-round-unanswered-why = Beslutet vill ha en samlad bild av insatserna. Fattas ett organs svar syns inte vad det gör, börjar med eller har slutat med.
check-round-unanswered-mend = Påminn organet: {"register omgång påminn"}. Har svaret kommit in, läs det: {"register omgång läs FILER"}. Kom det på annat sätt, för in det och ange dagen: {"register ändra OMGÅNG answer[ORGAN].answered_on=DATUM"}. Behövs mer tid, kom överens om en ny dag: {"register ändra OMGÅNG due=DATUM"}.

# Överlappning
check-overlap = i ”{ $district }” finns { $count } insatser av samma slag för samma målgrupp (”{ $category }”, { $groups }); utöver denna: { $others }
check-overlap-label = överlappar andra
check-overlap-what = Insatserna har samma stadsdel, kategori och målgrupp och pågår eller planeras under samma tid, men de har olika ansvariga.
check-overlap-why = Lednings- och samordningsgruppen ska enligt beslutet samordna insatser mellan och inom stadsdelarna. Här kan krafterna räcka längre om de ansvariga talar med varandra.
check-overlap-mend = Ta reda på om de kan göras tillsammans eller delas upp, och ange varandra som samverkansparter: {"register ändra ID partners+=ORGAN"}. Ska de finnas sida vid sida kan anmärkningen få ett undantag i register.toml.

check-same-place-same-time = { $count } insatser med olika ansvariga är på ”{ $place }” i ”{ $district }” på samma tider ({ $when }); utöver denna: { $others }
check-same-place-same-time-label = samma plats och tider
check-same-place-same-time-what = Flera ansvariga arbetar på samma plats, under samma dagar och på samma tider i veckan.
check-same-place-same-time-why = Lednings- och samordningsgruppen ska enligt beslutet samordna insatser inom stadsdelarna. Är alla på plats samma kväll är ingen där de andra.
check-same-place-same-time-mend = Kom överens om vem som är där när, och ändra tiderna: {"register ändra ID when-=evening"}. Ska de vara där samtidigt kan anmärkningen få ett undantag i register.toml.

check-alike-titles = en annan insats i samma stadsdel heter nästan likadant: ”{ $other }” ({ $responsible })
check-alike-titles-label = liknar en annan titel
check-alike-titles-what = Två insatser i samma stadsdel har titlar som knappt går att skilja åt. Det kan vara samma insats, inlagd två gånger.
check-alike-titles-why = Samordning kräver att det går att se vad var och en gör. Dubbletter räknas två gånger, och två insatser med nästan samma namn förväxlas lätt.
check-alike-titles-mend = Är det samma insats, för över det som saknas till den ena och ta bort den andra med {"register ta-bort ID"}. Är det två olika, ge dem tydligare titlar: {"register ändra ID title=TITEL"}.

# Undantag
check-waiver-expired = undantaget för { $code } i { $record } gällde till och med { $until }
check-waiver-expired-label = gäller inte längre
check-waiver-expired-what = Undantagets sista dag har passerat, och anmärkningen visas igen om felet finns kvar.
check-waiver-expired-why = Ett undantag gäller för en tid, aldrig för gott. När tiden är ute behöver någon ta ställning på nytt.
check-waiver-expired-mend = Är felet rättat, ta bort undantaget i register.toml. Behövs det längre, sätt en ny sista dag i until och skriv skälet i reason.

check-waiver-unused = undantaget för { $code } i { $record } behövs inte
check-waiver-unused-label = inget att undanta
check-waiver-unused-what = Undantaget döljer ingen anmärkning. Antingen är felet rättat, eller så gäller undantaget något som räknas som fel, och från fel går det inte att göra undantag.
check-waiver-unused-why = Ett undantag som ligger kvar kan en dag dölja en ny brist som ingen har tagit ställning till.
check-waiver-unused-mend = Ta bort undantaget i register.toml. Pekar det på fel post eller fel anmärkning, rätta record eller code.

check-waiver-unknown-code = det finns ingen anmärkning som heter ”{ $code }”
check-waiver-unknown-code-label = finns inte
check-waiver-unknown-code-what = Ett undantag anger vilken anmärkning det gäller med dess kod, och den här koden finns inte. Oftast är den felstavad.
check-waiver-unknown-code-why = Undantaget har ingen verkan, fast den som skrev det tror det.
check-waiver-unknown-code-mend = Rätta code i register.toml. Koden står inom hakparenteser i det som {"register kontrollera"} skriver ut, efter ordet varning eller upplysning.

check-untouched = ”{ $title }” pågår, men posten har inte rörts sedan före { $since }
check-untouched-label = inget har skrivits på länge
check-untouched-what = Insatsen står som pågående, men ingen har ändrat något i dess post på mer än två uppföljningsperioder. Dagen räknas ur historiken i git.
check-untouched-why = En inventering ska visa vad som faktiskt pågår. Det som ingen rört på så länge stämmer ofta inte längre.
check-untouched-mend = Hör med den ansvariga. Pågår insatsen, följ upp den: {"register följ-upp ID"}. Annars: {"register ändra ID status=completed"}. {"register logg ID"} visar vad som hänt.

check-clone-without-driver = den här klonen slår inte ihop registrets filer fält för fält
check-clone-without-driver-label = git är inte uppsatt här
check-clone-without-driver-what = Registrets .gitattributes säger att filerna ska slås ihop av register, men klonen vet inte hur. Drivrutinen är varje klons egen inställning och följer inte med när någon klonar.
check-clone-without-driver-why = Utan den slår git ihop rad för rad: två uppföljningar av samma insats blir en konflikt som någon får reda ut för hand, och då kan en gå förlorad.
check-clone-without-driver-mend = Kör {"register git installera"} en gång i klonen.

# Versioner, prioriteringar och orsaker
check-id-mismatch = id:t säger ”{ $says }”, men innehållet säger något annat
check-id-mismatch-label = säger något annat än id:t
check-id-mismatch-what = Ett mötes id börjar oftast med dess datum och organ, en lägesbilds med dess period och stadsdel, och en målbilds eller handlingsplans med dess stadsdel. Här säger id:t en sak och innehållet en annan.
check-id-mismatch-why = Den som ser ett id tror att det säger vad posten är. Är det fel letar man på fel ställe, och lägger kanske in samma sak en gång till.
check-id-mismatch-mend = Är innehållet rätt, byt id: {"register byt-id ID NYTT-ID"}, som också ändrar alla hänvisningar. Är det id:t som är rätt, rätta innehållet: {"register ändra ID FÄLT=VÄRDE"}.

check-second-municipality = ”{ $first }” står redan för hela kommunen
check-second-municipality-label = en post till för kommunen
check-second-municipality-what = Fältet covers säger att posten står för hela kommunen, och det gör en annan post redan.
check-second-municipality-why = Det som gäller hela kommunen ska stå på ett ställe. Annars går det inte att säga vilken lägesbild och vilken åtgärdsplan som är kommunens.
check-second-municipality-mend = Töm fältet i den post som är en stadsdel: {"register ändra ID covers="}

check-decision-of-other-matter = { $what ->
    [target-picture] målbilden
    [action-plan] handlingsplanen
   *[situation] lägesbilden
} för ”{ $name }” säger sig vara beslutad av { $decision }, som gäller något annat
check-decision-of-other-matter-label = beslutet gäller något annat
check-decision-of-other-matter-what = Dokumentet anger ett beslut på ett möte, men beslutet säger inte att det gäller dokumentet.
check-decision-of-other-matter-why = Dokumentet säger vad det beslutades av, och beslutet vad det gäller. Stämmer de inte överens går det inte att visa vad som är fastställt.
check-decision-of-other-matter-mend = Är det rätt beslut, lägg till dokumentet i det: {"register ändra MÖTE#BESLUT concerns+=SLAG/ID"}. Annars ange rätt beslut: {"register anta ID --på-möte MÖTE#BESLUT"}.

check-two-in-force = { $what ->
    [target-picture] en annan målbild
   *[action-plan] en annan handlingsplan
} för ”{ $name }” är fastställd samma dag och gäller också: ”{ $held }”, och rapporterna går efter den
check-two-in-force-label = fastställd samma dag
check-two-in-force-what = Två versioner av en målbild eller en handlingsplan är fastställda samma dag, och båda gäller i dag.
check-two-in-force-why = En version i taget gäller. När ingen har sagt vilken saknas mål och åtgärder i rapporterna.
check-two-in-force-mend = Ta bort den som inte fastställdes: {"register ta-bort ID"}. Följer den ena på den andra, ge dem perioder som inte överlappar: {"register ändra ID period.until=DAG"}.

check-not-sealed = { $what ->
    [target-picture] målbilden
    [action-plan] handlingsplanen
   *[situation] lägesbilden
} för ”{ $name }” är fastställd men har inget sigill
check-not-sealed-label = sigill saknas
check-not-sealed-what = Det står vilket möte som fastställde den, men inte i korthet vad som fastställdes.
check-not-sealed-why = Utan sigill märks det inte om något ändras efteråt, och då ser ändringen ut att ha styrgruppen bakom sig.
check-not-sealed-mend = Är det här vad som fastställdes, försegla det: {"register anta ID --på-möte MÖTE"}.

check-bad-priority = prioriteten är { $priority }, men ska vara 1 till { $last }
check-bad-priority-label = ingen prioritet
check-bad-priority-what = En insats i en handlingsplan har prioritet 1, 2 eller 3, där 1 går först.
check-bad-priority-why = Med tre steg går det att säga vad som ska göras först. Med fler vet ingen vad de betyder.
check-bad-priority-mend = Ange 1, 2 eller 3: {"register ändra PLAN measures[INSATS].priority=1"}.

check-plan-without-priorities = handlingsplanen för ”{ $name }” säger inte vad som är viktigast
check-plan-without-priorities-label = inga prioriteter
check-plan-without-priorities-what = Planen har insatser, men ingen av dem har någon prioritet.
check-plan-without-priorities-why = Enligt beslutet ska grupperna prioritera insatserna. När pengarna eller tiden inte räcker är det prioriteringen som säger vad som ska göras ändå.
check-plan-without-priorities-mend = Ange prioritet för insatserna, till exempel {"register ändra PLAN measures[INSATS].priority=1"}.

check-cause-unanswered = ingen insats gör något åt orsaken ”{ $text }” till problemet ”{ $title }” i ”{ $name }”
check-cause-unanswered-label = inget görs åt den
check-cause-unanswered-what = Problemet är prioriterat, och insatser i stadsdelen är knutna till orsaker, men ingen till den här.
check-cause-unanswered-why = Enligt Brå ska insatserna följa av orsakerna. En orsak som ingen gör något åt finns kvar, hur mycket som än görs åt de andra.
check-cause-unanswered-mend = Ange orsaken i insatsen som gör något åt den: {"register ändra INSATS causes+=STADSDEL#ORSAK"}. Finns det ingen, lägg in en med {"register lägg-till insats"}.

check-measure-without-cause = ”{ $title }” är mot problemet ”{ $problem }”, men inte mot någon av dess orsaker
check-measure-without-cause-label = ej knuten till orsak
check-measure-without-cause-what = Insatsen ingår i handlingsplanen och är knuten till ett problem, men det står inte vilken orsak den gör något åt.
check-measure-without-cause-why = Enligt Brå ska insatserna följa av orsakerna. Annars går det inte att säga varför just den insatsen skulle hjälpa.
check-measure-without-cause-mend = Ange orsaken: {"register ändra INSATS causes+=STADSDEL#ORSAK"}. Svarar insatsen mot en orsak som inte står där, lägg till den: {"register ändra STADSDEL#PROBLEM cause+=id=ID,text=TEXT"}.

check-reading-without-day = { $wanted ->
    [sum] en mätning av ”{ $indicator }” säger inte under vilken tid den räknades
   *[level] en mätning av ”{ $indicator }” säger inte vilken dag den gjordes
}
check-reading-without-day-label = ingen dag
check-reading-without-day-what = En indikator som visar läget mäts en dag (on), och en som räknar antal räknas under en tid (from och until).
check-reading-without-day-why = Utan tid går det inte att jämföra. Ett antal för åtta månader säger inget om ett mål för ett år.
check-reading-without-day-mend = Rätta mätningen med {"register redigera STADSDEL"}: on för en dag, from och until för en tid.

check-left-with-ended = { $what ->
    [meeting] mötet { $title } är planerat hos
    [named] ”{ $title }” hänvisar till
   *[other] ”{ $title }” ligger hos
} ”{ $name }”, som inte finns sedan { $until }
check-left-with-ended-label = finns inte längre
check-left-with-ended-what = En insats, ett planerat möte, en kommande händelse, ett beslut, en överenskommelse eller ett behov är inte avslutat, men ett organ eller en stadsdel som det hör till har upphört; eller ett organ, en stadsdel eller registrets inställningar nämner ännu den som upphört.
check-left-with-ended-why = Det som ingen längre ansvarar för blir inte gjort, och ingen frågar efter det.
check-left-with-ended-mend = Lämna över till den som tog vid: {"register lämna-över GAMMAL NY"}. Är det redan sagt vem det blev räcker {"register lämna-över GAMMAL"}. Är det också slut, säg det: {"register ändra ID status=completed"} för en insats, {"register möte klart MÖTE BESLUT"} för ett beslut.

check-lost-in-merge = det som en gren av det äldre formatet ändrade i { $changed } finns inte här
check-lost-in-merge-label = säger inte vad grenen ändrade
check-lost-in-merge-what = En sammanslagning är på gång mellan ett register i det äldre formatet och ett som har uppgraderats. Grenen har tagit bort något ur en målbild eller handlingsplan som uppgraderingen flyttade, och filen som det stod i blev lika på båda sidor, så git frågade inte.
check-lost-in-merge-why = Annars är det tillbaka som grenen tog bort, utan att någon har bestämt det.
check-lost-in-merge-mend = Gör samma ändring här och kör git add, eller låt det stå och gör sammanslagningen klar med {"git commit --no-verify"}. Vad grenen ändrade visas av git diff HEAD...MERGE_HEAD. Körs {"register uppgradera"} på grenen innan den slås ihop händer det inte.

check-impossible-value = { $why ->
    [range] { $field } kan bara vara från { $least } till { $most }, och här står { $value }
   *[least] { $field } kan inte vara mindre än { $least }, och här står { $value }
}
check-impossible-value-label = kan inte vara
check-impossible-value-what = Ett tal, ett år eller en dag är något som inte kan vara: ett antal under noll, en plats i en ordning före den första, eller ett år som inte har fyra siffror.
check-impossible-value-why = Summor, åldrar och ordning räknas på det som står. Ett värde som inte kan vara gör dem fel utan att det syns.
check-impossible-value-mend = Skriv det rätta värdet med {"register ändra ID FÄLT=VÄRDE"} eller {"register redigera ID"}. Vet ingen vad det ska vara, ta bort det.

check-unlikely-value = { $why ->
    [many] { $field } är { $value }, och brukar vara högst { $limit }
    [small] { $field } är { $value }: saknas tusental?
    [large] { $field } är { $value }: är det för många nollor?
    [long-ago] { $field } är { $value }, långt tillbaka i tiden
    [far-ahead] { $field } är { $value }, långt fram i tiden
    [share] { $field } är { $value } procent, men en andel är från 0 till 100
    [lines] { $field } har { $value } rader, men ska vara en rad
   *[long] { $field } är { $value } tecken lång, och brukar vara högst { $limit }
}
check-unlikely-value-label = stämmer det?
check-unlikely-value-what = Ett värde är så stort, så litet eller så långt borta att det nästan alltid är felskrivet: 12 000 årsarbetare, ett belopp på 3 kronor, 140 procent, en dag för femtio år sedan, eller en titel på flera rader.
check-unlikely-value-why = Det är oftast en nolla för mycket, tusental som saknas eller ett årtal som är fel skrivet. Det följer med in i varje summa och lista.
check-unlikely-value-mend = Skriv det rätta värdet med {"register ändra ID FÄLT=VÄRDE"}. Det som hör hemma i löptext skrivs i ett fält för text. Stämmer värdet, godta det en tid med en waiver i register.toml.
