# Rounds of the inventory: the workbooks that go out, and what comes back.
round-title = Inventory { $term } · { $body }
round-sheet-help = How to answer
round-sheet-own = Interventions
round-sheet-partner = Taking part in
round-sheet-new = New interventions
round-sheet-choices = Lists

round-head-of-term = { $head } { $term }
round-head-done = What was done { $term }
round-head-measure = Measure { $number }
round-head-reading = Value { $number } { $term }
round-head-used = Money used { $year }
round-head-granted = Money { $year }
round-head-comment = To the coordinator
round-head-to-do = To do
round-measure = { $name } ({ $unit })
round-measure-target = target { $target }
round-measure-last = last { $value }

round-late = the follow-up for { $term } is missing
round-past-its-end = its last day has passed: is it done?
round-money-in-parts = The money stands in several rows of the register, and this is the sum. If it is to be changed, say so under To the coordinator.
round-status-of-responsible = The status is for the one that is responsible to say.

round-help-for = This workbook is for { $body } and about { $term }. An answer is needed by { $due }.
round-help-fill = Fill in the light yellow cells on the sheets Interventions and Taking part in, a row for each intervention. What is grey is what the register says, and also what you answered last time.
round-help-assess = Interventions that go on need an assessment. Say in short what was done and how it went, and fill in the values for the period.
round-help-money = Amounts are in whole units of currency. Whoever takes part in an intervention of somebody else fills in its own share.
round-help-new = Interventions that are not there go on the sheet New interventions, one in each row. Its name and status are needed, the rest if you know it.
round-help-not-yours = Is an intervention not yours, or is something wrong in what is grey? Say so under To the coordinator. Taking away a row takes nothing out of the register.
round-help-sort = You may filter, sort, share the work and save under another name, also from LibreOffice. The sheets are protected without a password: to sort, choose Unprotect Sheet under Review. The column Id has to follow its row.
round-help-personal = No personal data: no names, identity numbers, telephone numbers, addresses or number plates. Write roles instead.
round-help-return = Save the file and send it back to whoever sent it. To answer again, just send the whole file once more.

round-choose-title = Choose from the list
round-choose-text = Choose one of what the list has.
round-several-title = Not in the list
round-several-text = The list has what the register knows. Several are fine, with commas between; the coordinator looks at anything else.
round-amount-title = An amount
round-amount-text = Write the amount in whole units of currency, with digits only: 450000.
round-number-title = A number
round-number-text = Write the number alone, without its unit.
round-day-title = A day
round-day-text = Write the day as 2027-01-31.

round-used = Money used
round-granted = Money next year
round-nothing = nothing

round-not-one = { $file } is no workbook of a round, or has lost what says of which
round-not-one-hint = a workbook of a round can be saved anew in Excel and LibreOffice, but not as csv
round-other-round = { $file } is of another round than { $other }: read one round at a time
round-no-such-body = { $file } is from { $body }, which is not in the register
round-unknown = the round { $round } is not in the register
round-meanwhile = the register has changed since what was shown, and nothing is written: read the answers again
round-personal-data-hint = put roles for names, numbers and addresses in the workbook, and read it again

round-conflict = { $at } { $title }, { $field }: the answer says { $answer }, the register says { $now } and said { $asked } when the question went out
round-conflict-of-files = { $title }, { $field }: { $at } says { $answer }, { $place } says { $other }
round-which-holds = Which holds?
round-take-file = { $at }: { $value }
round-take-register = the register: { $value }
round-likely = { $at } { $body }: “{ $title }” may be what is there already: { $among }
round-which-is-it = What is it?
round-is-new = a new intervention
round-is-that = the same as “{ $title }”, which the body takes part in
round-files-hint = two files of one body say different things: answer at a terminal, or read only the file that holds
round-undecided-hint = answer at a terminal, or let the answers or the register hold: {"--take answer"} or {"--take register"}
round-likely-hint = answer at a terminal, or take all as new: {"--all-new"}

round-comes-to = { $changed ->
    [0] No intervention changes
    [one] One intervention changes
   *[other] { $changed } interventions change
}, { $new ->
    [0] none is new
    [one] one is new
   *[other] { $new } are new
}. { $same ->
    [0] Nothing else is said.
    [one] One answer says what the register says already.
   *[other] { $same } answers say what the register says already.
}
round-known = { $file } has been read before: nothing new
round-unclear = { $at }: { $why }. The cell is left out
round-gone = the intervention { $id } is not in the register any more, and nothing is read of it
round-emptied = { $at } { $title }, { $field }: the cell was emptied, but the register keeps what it says
round-no-assessment = { $at } { $title }, { $field }: left out, as the follow-up has no assessment
round-money-by-now = { $at } { $title }, { $field }: left out, as the money stands in several rows of the register
round-unfinished = { $at }: the intervention is left out, as it lacks { $missing }
round-added = { $at }: is there already as “{ $title }”; what changes in the row is changed in the register
round-comment = { $title }: “{ $text }”
round-sheet-gone = the sheet { $sheet } is gone, and nothing is read from it
round-column-gone = the column “{ $head }” is gone from the sheet { $sheet }, and nothing is read from it
round-row-gone = the row of “{ $title }” was taken away; the intervention is still in the register
round-row-twice = { $at }: “{ $title }” stands there twice and says different things; the first row holds
round-row-unknown = { $at }: the row is of no intervention, and is not read
round-left-out = { $at }: “{ $text }” has no place in a new intervention, and is left out
round-closed = { $at } { $title }: “{ $text }” was changed, but the cell is not there to be filled in

round-all-have-answered = all have answered
round-remind-late = The answer was wanted by { $due }.
round-remind-soon = The answer is wanted by { $due }.
round-remind-asked = It asks about { $count ->
    [0] no interventions of your own
    [one] one intervention of your own
   *[other] { $count } interventions of your own
}{ $partner ->
    [0] {""}
    [one] {" "}and one that you take part in
   *[other] {" "}and { $partner } that you take part in
}.
round-remind-letter =
    To: { $body }
    Subject: Reminder: inventory { $term }

    Hello,

    We have not had your answer to the inventory for { $term }. { $when }

    The workbook is called { $file }. { $asked } Fill in the light yellow cells and send the file back. Is anything unclear, or is an intervention not yours: say so in the column To the coordinator.

    With kind regards
    { $from }
