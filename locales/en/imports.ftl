# Inventories that others have made: how they are read, and what comes of it.
import-source = { $file }{ $sheet ->
    [none] {""}
   *[other] , { $sheet }
}, row { $row }

import-no-table = no table in { $file } says what { $kinds } are called
import-no-table-seen = the headings that were found: { $heads }
import-no-table-hint = write in a map which heading is which field, and read with it: {"--map MAP.toml"}
import-no-sheet = there is no sheet { $sheet }; the sheets are: { $known }
import-map-broken = { $file } is no map: { $why }
import-map-unknown-kind = { $file }: there is no kind of record called { $name }
import-map-unknown-field = { $file }: there is no field { $name }
import-map-other-kind = { $file } is a map for { $kinds }
import-read-as = Reading as { $file } says.
import-map-kept = How the file is read now stands in { $file }.

import-columns-of = { $file } is read like this:
import-column = { $column } “{ $heading }” → { $field }{ $unit ->
    [thousands] , in thousands
    [millions] , in millions
   *[ones] {""}
}{ $sure ->
    [alike] {" "}(the heading is like it)
    [cells] {" "}(by what stands in the cells)
   *[headed] {""}
}{ $examples ->
    [none] {""}
   *[other] : { $examples }
}
import-column-left = { $column } “{ $heading }” is not read{ $why ->
    [persons] , since it says who somebody is
   *[unknown] {""}
}{ $examples ->
    [none] {""}
   *[other] : { $examples }
}
import-group-is = Rows that head others → { $field }
import-sheet-is = The name of the sheet → { $field }
import-is-right = Is that right?
import-right-yes = yes, read it like that
import-right-change = no, a column is to be read in another way
import-right-stop = stop
import-which-column = Which column?
import-which-field = What is “{ $heading }”?
import-leave-column = do not read the column
import-fill-ask = No column says { $field }. What holds for all new ones?
import-fill-hint = Enter: nothing, and rows without it are left out
import-fill-part-hint = Enter: nothing, and what belongs to it is left out
import-which-unknown = What is “{ $text }”?
import-unknown-new = new: { $text }
import-unknown-leave = leave it out
import-unknown-at = { $at }: “{ $text }” is not in the register ({ $field }{ $count ->
    [one] {""}
   *[other] , in { $count } cells
})
import-unknown-hint = answer the questions at a terminal, write in a map what the words mean, or take what is not there as new: {"--all-new"}
import-take-hint = answer the questions at a terminal, or say what holds: {"--take file"} or {"--take register"}
import-likely-hint = answer the questions at a terminal, or take all as new: {"--all-new"}
import-personal-data-hint = put roles for names, numbers and addresses in the file, or do not read the column: its field is then empty in the map

import-conflict = { $at } “{ $title }”, { $field }: the file says { $said }, the register says { $now }
import-which-holds = Which holds?
import-take-file = the file: { $value }
import-take-register = the register: { $value }
import-take-all-file = the file, here and in all that is left
import-take-all-register = the register, here and in all that is left
import-likely = { $at }: “{ $title }” may be what is there already: { $among }
import-which-is-it = What is it?
import-is-new = something new
import-is-that = the same as “{ $title }”

import-comes-to = { $kinds }: { $new ->
    [0] none is new
    [one] one is new
   *[other] { $new } are new
}, { $changed ->
    [0] none changes
    [one] one changes
   *[other] { $changed } change
}, { $same ->
    [0] no other is there already
    [one] one is there already as it is
   *[other] { $same } are there already as they are
}.
import-beside = New as well: { $names }.
import-left-columns = Columns that are not read: { $columns }.
import-said-by-none = No column says { $fields }. It can be said for all new ones with {"--fill FIELD=VALUE"}.
import-left-tables = Tables that are not read: { $tables }.
import-left-rows = Rows that are not read: { $rows }.
import-unclear = { $at }: { $why }. The cell is left out
import-formula = { $at }: the formula went wrong, { $text }. The cell is left out
import-several = { $at }: there is no room for “{ $text }” beside the first, and it is left out
import-lacking = { $at }: { $field } is left out, since it lacks { $missing }{ $count ->
    [one] {""}
   *[other] {" "}(it is so in { $count } rows)
}
import-unfinished = { $at }: { $count ->
    [one] the row is left out, since it lacks { $missing }
   *[other] the rows are left out, since they lack { $missing }
}
import-joined = { $at }: “{ $title }” is the same as “{ $other }”
import-joined-above = { $at }: “{ $title }” is the same as in a row above
import-differs = { $at }: “{ $title }”, { $field } is { $said } here and { $now } in a row above, which holds
import-in-parts = { $at }: “{ $title }”, { $field }: the file says { $said } in one, the register has { $now } in several parts, which stay
import-no-id = { $at }: no id can be made of “{ $title }”, and the row is left out
import-more = … and { $count } more

import-progress-read = Reading the file
import-progress-rows = Reading the rows
import-progress-hold = Holding it to the rules
import-headless = Columns without a heading, which are not read: { $cells }.
import-missing-columns = Columns that the map has and the file has not: { $columns }.
import-too-long = { $at }: the text has { $count } characters, more than a line. The cell is left out
import-no-sheets = there is no sheet { $sheet }: the file has no sheets
import-map-none = { $file } is no map
import-meanwhile = the register has changed since what was shown, and nothing is written: read the file again
