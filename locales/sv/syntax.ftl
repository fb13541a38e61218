# Vad som är fel i en fil som inte går att läsa; står efter ”filen går inte att läsa:”
syntax-other = det här går inte att läsa som TOML

# Fältnamn och rubriker
syntax-duplicate-key = samma fält eller rubrik står två gånger
syntax-invalid-key = här skulle det stå ett fältnamn
syntax-invalid-unquoted-key = ett fältnamn får bara ha bokstäverna a–z, siffror, _ och -
syntax-unquoted-keys-cannot-be-empty = fältnamnet saknas
syntax-keys-cannot-be-multi-line-literal-strings = ett fältnamn får inte stå inom tre citattecken
syntax-keys-cannot-be-multi-line-basic-strings = ett fältnamn får inte stå inom tre citattecken
syntax-key-with-no-value = fältet har inget värde: det saknas ett likhetstecken
syntax-missing-value-for-key = fältet har inget värde: det saknas ett likhetstecken
syntax-missing-value = det saknas ett värde efter likhetstecknet
syntax-extra = det står ett likhetstecken för mycket
syntax-invalid-key-value-pair = raden ska börja med ett fältnamn, som title = "Nattvandring"
syntax-unexpected-key-or-value = något mer står efter värdet på samma rad; finns det ett citattecken mitt i texten, eller ett decimalkomma i stället för punkt?
syntax-second-byte-order-mark = filen börjar med två byteordningsmärken; ta bort det ena, till exempel genom att spara om filen som UTF-8 utan BOM
syntax-unexpected-content = här står något som inte hör hemma i filen
syntax-unexpected-content-between-comment-and-newline = något står mellan kommentaren och radens slut
syntax-invalid-table = rubriken inom hakparenteser saknar namn
syntax-missing-table-open = rubriken saknar sin första hakparentes
syntax-unclosed-table = rubriken saknar sin sista hakparentes
syntax-unclosed-array-table = rubriken ska sluta med två hakparenteser, som [[problem]]

# Listor
syntax-missing-array-opening = listan saknar sin första hakparentes
syntax-unclosed-array = listan saknar sin sista hakparentes
syntax-missing-comma-between-array-elements = det saknas ett komma mellan två värden i listan
syntax-extra-comma-in-array = det står ett komma för mycket i listan
syntax-unexpected-in-array = det står ett likhetstecken i listan, där det ska vara ett värde

# Inom klamrar
syntax-missing-inline-table-opening = den första klammern saknas
syntax-unclosed-inline-table = den sista klammern saknas
syntax-missing-key-for-inline-table-element = det saknas ett fältnamn inom klamrarna
syntax-invalid-inline-table-element = här skulle det stå ett fält eller en klammer som avslutar
syntax-missing-assignment-between-key-value-pairs = det saknas ett likhetstecken mellan fältnamnet och värdet
syntax-extra-assignment-between-key-value-pairs = det står ett likhetstecken för mycket inom klamrarna
syntax-missing-comma-between-key-value-pairs = det saknas ett komma mellan två fält inom klamrarna
syntax-extra-comma-in-inline-table = det står ett komma för mycket inom klamrarna

# Text
syntax-string-values-must-be-quoted = text ska stå inom raka citattecken, som "Ryds centrum", och tal skrivs utan mellanslag och enhet
syntax-missing-opening-quote = det saknas ett citattecken före texten
syntax-invalid-string = texten är inte rätt skriven
syntax-invalid-basic-string = texten saknar sitt sista citattecken, eller har ett tecken som inte får stå där
syntax-invalid-literal-string = texten saknar sitt sista enkla citattecken, eller har ett tecken som inte får stå där
syntax-invalid-multi-line-basic-string = den långa texten saknar sina tre sista citattecken, eller har ett tecken som inte får stå där
syntax-invalid-multi-line-literal-string = den långa texten saknar sina tre sista enkla citattecken, eller har ett tecken som inte får stå där
syntax-missing-escaped-value = efter ett omvänt snedstreck måste det stå något särskilt; skriv \\ om du menar själva snedstrecket
syntax-too-few-unicode-value-digits = teckenkoden efter det omvända snedstrecket har för få siffror
syntax-invalid-value = teckenkoden efter det omvända snedstrecket är inget tecken
syntax-could-not-allocate-for-string = texten är för lång för datorns minne

# Tal
syntax-invalid-boolean = här ska det stå true eller false; ska det vara text behövs raka citattecken
syntax-invalid-integer-number = det här är inget heltal
syntax-invalid-float = det här är inget tal; ska det vara text behövs raka citattecken
syntax-invalid-mantissa = talet saknar siffror före punkten
syntax-invalid-fraction = talet saknar siffror efter punkten
syntax-invalid-exponent = talet saknar siffror efter e
syntax-invalid-hexadecimal-number = det här är inget hexadecimalt tal
syntax-invalid-octal-number = det här är inget oktalt tal
syntax-invalid-binary-number = det här är inget binärt tal
syntax-unexpected-leading-zero = ett tal får inte börja med noll; ska nollan vara kvar behövs raka citattecken
syntax-unexpected-sign = plus- eller minustecknet får inte stå här
syntax-redundant-numeric-sign = det står ett plus- eller minustecken för mycket
syntax-integers-with-a-radix-cannot-be-signed = ett tal som börjar med 0x, 0o eller 0b får inte ha plus eller minus
syntax-radix-must-be-lowercase = 0x, 0o och 0b skrivs med liten bokstav
syntax-redundant-integer-number-prefix = det står något för mycket före talet
syntax-may-only-go-between-digits = understreck i ett tal får bara stå mellan två siffror

# Datum och tider
syntax-invalid-date = datumet finns inte eller är fel skrivet: skriv det som 2026-09-17, och en period inom raka citattecken, som "2026-t2"
syntax-invalid-datetime = det här är inget datum: skriv det som 2026-09-17
syntax-invalid-date-time = det här är inget datum: skriv det som 2026-09-17
syntax-invalid-time = klockslaget är fel skrivet
syntax-invalid-offset = tidszonen efter klockslaget är fel skriven

# Annat
syntax-missing-comment-start = kommentaren ska börja med #
syntax-invalid-comment-character = kommentaren har ett tecken som inte får stå där
syntax-carriage-return-must-be-followed-by-newline = radslutet är inte fullständigt; spara filen med vanliga radslut
syntax-cannot-recurse-further-max-recursion-depth-met = hakparenteser eller klamrar ligger i varandra för många gånger
syntax-recursion-limit = fältnamnet har för många delar
