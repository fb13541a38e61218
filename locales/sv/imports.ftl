# Inventeringar som andra har gjort: hur de läses, och vad som kommer ut av det.
import-source = { $file }{ $sheet ->
    [none] {""}
   *[other] , { $sheet }
}, rad { $row }

import-no-table = i { $file } hittades ingen tabell som säger vad { $kinds } heter
import-no-table-seen = rubrikerna som hittades: { $heads }
import-no-table-hint = skriv i en karta vilken rubrik som är vilket fält, och läs med den: {"--karta KARTA.toml"}
import-no-sheet = det finns inget blad { $sheet }; bladen är: { $known }
import-map-broken = { $file } är ingen karta: { $why }
import-map-unknown-kind = { $file }: det finns inget slag av poster som heter { $name }
import-map-unknown-field = { $file }: fältet { $name } finns inte
import-map-other-kind = { $file } är en karta för { $kinds }
import-read-as = Läser så som { $file } säger.
import-map-kept = Hur filen läses står nu i { $file }.

import-columns-of = Så här läses { $file }:
import-column = { $column } ”{ $heading }” → { $field }{ $unit ->
    [thousands] , i tusental
    [millions] , i miljoner
   *[ones] {""}
}{ $sure ->
    [alike] {" "}(liknar rubriken)
    [cells] {" "}(efter det som står i cellerna)
   *[headed] {""}
}{ $examples ->
    [none] {""}
   *[other] : { $examples }
}
import-column-left = { $column } ”{ $heading }” läses inte{ $why ->
    [persons] , eftersom den säger vem någon är
   *[unknown] {""}
}{ $examples ->
    [none] {""}
   *[other] : { $examples }
}
import-group-is = Rubrikrader → { $field }
import-sheet-is = Bladets namn → { $field }
import-is-right = Stämmer det?
import-right-yes = ja, läs så
import-right-change = nej, en kolumn ska läsas på ett annat sätt
import-right-stop = avbryt
import-which-column = Vilken kolumn?
import-which-field = Vad är ”{ $heading }”?
import-leave-column = läs inte kolumnen
import-fill-ask = Ingen kolumn säger { $field }. Vad gäller för alla nya?
import-fill-hint = Enter: ingenting, och rader utan det tas inte med
import-fill-part-hint = Enter: ingenting, och det som hör till tas inte med
import-which-unknown = Vad är ”{ $text }”?
import-unknown-new = nytt: { $text }
import-unknown-leave = ta inte med det
import-unknown-at = { $at }: ”{ $text }” finns inte i registret ({ $field }{ $count ->
    [one] {""}
   *[other] , i { $count } celler
})
import-unknown-hint = svara på frågorna vid en terminal, skriv i en karta vad orden betyder, eller ta det som inte finns som nytt: {"--allt-nytt"}
import-take-hint = svara på frågorna vid en terminal, eller säg vad som gäller: {"--välj filen"} eller {"--välj registret"}
import-likely-hint = svara på frågorna vid en terminal, eller ta allt som nytt: {"--allt-nytt"}
import-personal-data-hint = ersätt namn, nummer och adresser med roller i filen, eller läs inte kolumnen: i kartan är dess fält då tomt

import-conflict = { $at } ”{ $title }”, { $field }: filen säger { $said }, registret säger { $now }
import-which-holds = Vilket gäller?
import-take-file = filen: { $value }
import-take-register = registret: { $value }
import-take-all-file = filen, här och i allt som återstår
import-take-all-register = registret, här och i allt som återstår
import-likely = { $at }: ”{ $title }” kan vara det som finns redan: { $among }
import-which-is-it = Vad är det?
import-is-new = något nytt
import-is-that = samma som ”{ $title }”

import-comes-to = { $kinds }: { $new ->
    [0] ingen ny
    [one] en ny
   *[other] { $new } nya
}, { $changed ->
    [0] ingen ändras
    [one] en ändras
   *[other] { $changed } ändras
}, { $same ->
    [0] ingen annan finns redan
    [one] en finns redan som den är
   *[other] { $same } finns redan som de är
}.
import-beside = Nytt är också: { $names }.
import-left-columns = Kolumner som inte läses: { $columns }.
import-said-by-none = Ingen kolumn säger { $fields }. Det kan sägas för alla nya med {"--fyll FÄLT=VÄRDE"}.
import-left-tables = Tabeller som inte läses: { $tables }.
import-left-rows = Rader som inte läses: { $rows }.
import-unclear = { $at }: { $why }. Cellen tas inte med
import-formula = { $at }: formeln gick fel, { $text }. Cellen tas inte med
import-several = { $at }: ”{ $text }” får inte plats bredvid det första, och tas inte med
import-lacking = { $at }: { $field } tas inte med, eftersom det saknar { $missing }{ $count ->
    [one] {""}
   *[other] {" "}(så är det på { $count } rader)
}
import-unfinished = { $at }: { $count ->
    [one] raden tas inte med, eftersom den saknar { $missing }
   *[other] raderna tas inte med, eftersom de saknar { $missing }
}
import-joined = { $at }: ”{ $title }” är samma som ”{ $other }”
import-joined-above = { $at }: ”{ $title }” är samma som på en rad ovanför
import-differs = { $at }: ”{ $title }”, { $field } är { $said } här och { $now } på en rad ovanför, som gäller
import-in-parts = { $at }: ”{ $title }”, { $field }: filen säger { $said } i ett, registret har { $now } i flera delar, som står kvar
import-no-id = { $at }: av ”{ $title }” går det inte att göra ett id, och raden tas inte med
import-more = … och { $count } till

import-progress-read = Läser filen
import-progress-rows = Läser raderna
import-progress-hold = Håller det mot reglerna
import-headless = Kolumner utan rubrik, som inte läses: { $cells }.
import-missing-columns = Kolumner som kartan har och filen inte: { $columns }.
import-too-long = { $at }: texten har { $count } tecken, mer än en rad. Cellen tas inte med
import-no-sheets = det finns inget blad { $sheet }: filen har inga blad
import-map-none = { $file } är ingen karta
import-meanwhile = registret har ändrats sedan det som visades, och inget är skrivet: läs filen igen
