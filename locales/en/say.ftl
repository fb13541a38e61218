# Which variant of the language days are written in, as glibc names it
language-locale = en_GB
money-sek = SEK { $amount }
money-other = { $amount } { $currency }
term-tertial = T
term-quarter = Q
term-half-year = H
term-words-first-half = spring
term-words-second-half = autumn|fall
day-words-today = today
day-words-yesterday = yesterday
day-words-tomorrow = tomorrow
day-words-week = week|w
yes = yes
no = no
in-brackets = ({ $what })
indicator-value = { $name }: { $value } { $unit }
value-of-whole = { $value }, target { $whole }
did-you-mean = did you mean “{ $near }”?
one-of = one of: { $values }
now-called = is now called “{ $now }”
what-changed = changed since: { $changes }
above-headings = the field belongs to the record itself: move it above the first line that begins with {"["}
no-findings = Nothing to remark on.
total = Total
late-for = no follow-up for { $term }
indicator-latest = Latest of target
show-referred-by = Referred to by
cadence-times = { $times ->
    [one] once
   *[other] { $times } times
} per { $per }
list-empty = Nothing to show.
inventory-title = Inventory
inventory-counts = Count by district
count-district = { $count ->
    [one] { $count } district
   *[other] { $count } districts
}
count-and-municipality = { $districts } and the whole municipality
count-body = { $count ->
    [one] { $count } body
   *[other] { $count } bodies
}
count-intervention = { $count ->
    [one] { $count } intervention
   *[other] { $count } interventions
}
count-meeting = { $count ->
    [one] { $count } meeting
   *[other] { $count } meetings
}
count-situation = { $count ->
    [one] { $count } situation picture
   *[other] { $count } situation pictures
}
count-target-picture = { $count ->
    [one] { $count } target picture
   *[other] { $count } target pictures
}
count-action-plan = { $count ->
    [one] { $count } action plan
   *[other] { $count } action plans
}
count-agreement = { $count ->
    [one] { $count } agreement
   *[other] { $count } agreements
}
count-round = { $count ->
    [one] { $count } round
   *[other] { $count } rounds
}
status-ongoing = Ongoing
status-planned = Planned
status-late = Late follow-up
status-assessment = Assessment
status-budget = Budget { $year }
several-districts = Several districts
missing = missing
no-district = No district
status-no-districts = There are no districts yet.
status-legend = { $marks }
status-to-do = To do now
status-places = The districts
status-ahead = Next
status-what = What
status-about = Led by, or items to decide
status-nothing-ahead = No meetings are planned, and no events are known in advance.
status-to-decide = { $count ->
    [one] 1 item to decide
   *[other] { $count } items to decide
}
nobody-leads = nobody leads
status-decision-items = To decide
status-errors = { $count ->
    [one] One error in the register
   *[other] { $count } errors in the register
}
status-warnings = { $count ->
    [one] One warning
   *[other] { $count } warnings
}
status-late-decisions = { $count ->
    [one] One decision is late, due { $due }
   *[other] { $count } decisions are late, oldest { $due }
}
status-old-situations = { $count ->
    [one] No situation picture, or one older than { $months } months: { $districts }
   *[other] No situation pictures, or ones older than { $months } months: { $districts }
}
status-late-follow-ups = { $count ->
    [one] One intervention has no follow-up
   *[other] { $count } interventions have no follow-up
}
status-open-decisions = { $count ->
    [one] 1 open decision
   *[other] { $count } open decisions
}

## Answers and questions
wrote = Wrote { $path }
made-by-program = { $field } is written by {"register adopt"} when something is adopted, and by nobody else
format-is-own = { $field } is written by the program, and by nobody else
not-a-word = “{ $text }” is no word: write its name, or sv=…, en=… for several languages
words-are-added = the words of { $field } are not put in at once: add one with +=, take one away with -=
word-without-name = a word needs a name: en=…
word-in-language = Name in { $language }
part-shown = { $part }: { $names } ({ $id })
wrote-more = { $count ->
    [one] Wrote one more file
   *[other] Wrote { $count } more files
}
wrote-files = { $count ->
    [one] Wrote one file in { $folder }
   *[other] Wrote { $count } files in { $folder }
}
removed-file = Removed { $path }
next-step = Next: { $command }
nothing-to-change = Nothing to change.
nothing-written = Nothing was written.
notice = { $notice }
refused = the change would make the register wrong; nothing was written
interrupted-later = Stopped. What was written before stays.
interrupted = Interrupted. Nothing was written.
really-write = Write it?
really-remove = Remove { $record }?
undo-last = Last: { $command } ({ $day })
undo-really = Take it back?
undo-done = Took back { $command }
undo-nothing = There is nothing to take back: the program has written nothing here, or all of it is back already.
undo-changed = { $command } can't be taken back: { $files } has been changed since, in an editor or by git; nothing was written
undo-changed-hint = See what differs with git diff. {"git restore FILE"} gives the file as it was last committed.
undo-unkept = { $command } can't be taken back: the files had something that looks like personal data, and such is not kept
undo-unkept-hint = What has been committed is in git: {"git log FILE"}
undo-meanwhile = somebody else wrote in the register meanwhile; nothing was taken back
undo-withheld = This can't be taken back with {"register undo"}, nor what was written before it: the files had something that looks like personal data, and such is not kept.
undo-failed = it was written, but can't be taken back with {"register undo"}: what the files held could not be kept
undo-forgot = { $count ->
    [0] There was nothing to forget.
    [one] One change is forgotten and can no longer be taken back.
   *[other] { $count } changes are forgotten and can no longer be taken back.
}
no-undo = how the last change is taken back can't be read: { $path }
add-anyway = Add it anyway?
edit-again = Open the text again to mend it?
yes-or-no = answer yes or no
prompt-heading = { $title } · Enter = leave out · ↑ or < = back · Ctrl-C = stop, the draft is kept
prompt-other-id = There is “{ $name }” ({ $id }) already. If this is another: what id shall it have?
add-it-first = If there is none yet, add it first in another window: { $command }
prompt-numbers = one or several numbers, with spaces between
which-decision = Which decision
which-meeting = Which meeting
prompt-more-offered = and { $count } more: write a part of the text
one-of-list = one (write ; between several)
prompt-several = several may be given, with semicolons between
prompt-offered = { $count } to choose from: write a part of the name, or ↓ to see them
prompt-everything = everything
prompt-more = Fill in more
prompt-more-hint = one or several numbers, Enter when it is enough
prompt-any = is there any?
prompt-another = another?
not-offered = “{ $text }” can’t be chosen
no-draft = there is no draft to take up
take-up-draft = There is a draft: “{ $text }”. Take it up?
draft-is-kept = The draft is kept: { $command }
prompt-needed = needed
no-meetings = there are no meetings
no-open-decisions = Every decision is carried out.
which-done = Which are done
which-dropped = Which are given up
was-due = was due { $day }
is-due = by { $day }
meeting-ahead = the meeting is { $day } and has not been yet; its agenda is changed by {"register set"} or {"register edit"}
was-held = Was the meeting held?
another-decision = Another decision?
referred-item = Refer: { $title }
follow-up-which = which intervention? Write its id or its name; on a terminal the program walks through those that are due
follow-up-one = { $field } is said of one intervention at a time: write which
follow-up-none = Everything is followed up.
follow-up-place = { $title } ({ $place } of { $count })
follow-up-first = Never followed up.
follow-up-last = Last: { $told }
follow-up-target = target { $target }
likely-duplicate = the intervention may be there already:
  { $lines }
likely-duplicate-line = { $id }: “{ $title }” ({ $status }, { $responsible })
likely-duplicate-hint = If it is another intervention, add it with {"--duplicate-ok"}
unread = not all of the register could be read ({ $count ->
    [one] one place
   *[other] { $count } places
}): { $names }
unread-refused = what can’t be read may name { $record }, and so nothing is changed
unread-refused-hint = Mend it first: {"register check"}
was-renamed = { $old } is now called { $now }
handed-over = Handed over:
hand-over-review = To look at, as it refers to what was decided for { $old }:
hand-over-waiting = Stays until the day comes, { $day }; then run { $command }:
hand-over-to-whom = Say who comes after { $old }: {"register hand-over"} { $old } {"NEW"}
hand-over-left = Left with { $old }:
hand-over-kind = { $record } can't hand over or take over here: that is between bodies, or between districts
hand-over-itself = { $old } can't come after itself
hand-over-ended = { $old } has ended already: { $until }
hand-over-not-there = { $new } is not there on { $day }

## Errors
no-register = no register found; looked for register.toml in
  { $looked }
no-register-hint = Go to the register's folder, name it with {"--register"}, or make a new one: {"register init"}
not-a-day = the day “{ $text }” is not understood; write 2026-12-15, 15 dec, today or w 48
not-a-period = the period “{ $text }” is not understood; write 2026-01-01..2026-06-30, 2026-t2 or 2026
no-record = there is nothing called “{ $text }”
no-record-hint = See what there is: {"register list"} { $kind }
several-records = more than one may be meant by “{ $text }”
several-records-hint = { $more ->
    [0] one of: { $ids }
   *[other] one of: { $ids } and { $more } more
}
unreadable-record = { $record } cannot be read
missing-flags = this is needed too: { $flags }
not-an-id = “{ $id }” cannot be an id: small letters a–z, digits and hyphens, 80 characters at most
reserved-id = “{ $id }” cannot be an id: Windows can’t have a file of that name
not-an-id-hint = Choose one with {"--id"}
id-taken = there already is something called “{ $id }”
id-was-taken = there is such a record already, so the new one has the id { $id }
id-taken-hint = If it is something else, give the new one an id of its own with {"--id"}
unknown-code = there is no check called “{ $code }”
unknown-code-hint = All of them are in the manual, docs/checks.md
unknown-field = there is no field called “{ $name }”
unknown-column = there is no column called “{ $name }”
wrong-value = “{ $text }” won't do as { $field }: it should be { $expected }
not-an-assignment-hint = If it is in a text with spaces, write quotation marks around all of it: "title=Homework help in Ryd"
not-an-assignment = “{ $text }” is not understood; write FIELD=VALUE, FIELD+=VALUE or FIELD-=VALUE
not-a-list = { $field } is no list, so += and -= do not apply
not-in-list = “{ $value }” is not in { $field }
not-a-table = { $field } has no fields of its own
malformed-path = the field “{ $text }” is not understood; write it as period.until or problem[unsafe].title
no-element = “{ $element }” is not in { $record }
still-referred-to = { $count ->
    [one] { $record } can't be removed: it is referred to in one place
   *[other] { $record } can't be removed: it is referred to in { $count } places
}
file-exists = { $file } is there already
bad-municipality-code = “{ $code }” is no municipality code: four digits
init-name = New municipality
init-heading = New register
init-code-hint = four digits, such as 0580; Enter if you do not have it
init-from-linkoping = Begin with Linköping's model: steering groups, goals, words and whom the Act names?
init-districts = Districts
init-several = several may be given, with semicolons between them; Enter to add them later
init-body-hint = Enter if it is called so, or write what it is called; - if there is none
init-bodies = Bodies
init-standard = the standard list
init-words-hint = Enter takes the standard list: { $words }. Or write your own, with semicolons between them; - for none
init-council = Crime prevention council
init-lead = Municipal executive board
output-in-register = { $file } belongs to the register and isn’t overwritten
output-no-file = { $file } isn’t a file
output-overwrite = { $file } is there already. Overwrite?
output-force = overwrite with { $flag }, or choose another name
output-is-no-text = a workbook can't be shown here: it is a file
output-named = say which: {"-o interventions.xlsx"}
sheet-overview = Overview
sheet-more-columns = { $count ->
    [one] one more column in the workbook
   *[other] { $count } more columns in the workbook
}
sheet-full = it is more than a sheet of a workbook has room for (1,048,575 rows, 16,384 columns): choose less, or take csv
export-needs-folder = { $path } is no folder; { $what } becomes several files and needs one
due-before-meeting = the day by which it shall be done, { $due }, is before the meeting, { $on }
meeting-of-other = { $id } would be a meeting of { $body }, and this is another body’s; change that first: {"register set MEETING body="}{ $body }
fmt-left-alone = { $record } is written so that it can't be laid out anew without changing something; it is left as it is
would-format = would be laid out anew: { $path }
no-completion = no completion for { $shell }
locked = the register is locked: another program is writing in it
locked-hint = Try again in a while
half-written = the change is not whole: { $reason }
half-written-done = Written: { $files }
half-written-left = Not written: { $files }
half-written-hint = The next command takes back what was written
recovered = a change that was cut short was taken back{ $count ->
    [0] {""}
    [one] , in one file: { $files }
   *[other] , in { $count } files: { $files }
}
recovered-left = the change that was cut short was of this too, which somebody has saved since and which was left as it is: { $files }
no-journal = a change that was cut short can't be taken back: { $path } can't be read
no-journal-hint = Compare the register with git, move the file out of the way, and run: {"register check"}
unsynced = it was written, but the disk has not confirmed it: { $folder }
changed-on-disk = { $file } has been changed by someone else since it was read; nothing was written
changed-on-disk-hint = Make the change again on what the file says now
outside = { $file } is outside the register
edit-syntax = the file cannot be read, and can't be changed this way
edit-missing = there is no { $what } to change
edit-unsafe = { $what } is written so that it can't be changed without touching something else
no-editor = no editor is known
no-editor-hint = Set VISUAL or EDITOR, for instance: export EDITOR=nano
editor-failed = the editor { $editor } ended with an error ({ $code }); nothing was written
editor-left-nothing = the editor left an empty file; nothing was written
draft-kept = What you wrote is kept in { $path }
io-at = { $path }: { $why }
io-not-found = not found
io-permission = may not be read or written
io-full = the disk is full
io-read-only = the disk can only be read
io-not-text = is not text in UTF-8
io-no-file = is no file
io-no-folder = a part of the way there is no folder
io-folder = is a folder
io-bad-name = the name is too long or can be no name
io-other = could not be read or written (system error { $code })
io-exists = is there already

## Help and arguments
heading-usage = Usage
heading-commands = Commands
placeholder-command = COMMAND
placeholder-options = [OPTIONS]
names-of-others = Options, commands and words of lists may be written in Swedish just as well.
heading-arguments = Arguments
heading-options = Options
man-name = Name
man-synopsis = Synopsis
man-description = Description
man-extra = More
man-version = Version
more-help = {"register help COMMAND"} tells more of each command.
usage-unknown-argument = there is no option or argument “{ $argument }” here
usage-unquoted = “{ $argument }” stands by itself: a text with spaces after { $flag } has to be in quotation marks
usage-unknown-command = there is no command “{ $command }”
usage-missing-command = a command is missing
usage-missing-argument = missing: { $names }
usage-missing-value = a value for { $argument } is missing
usage-invalid-value = “{ $value }” won't do for { $argument }
usage-conflict = { $argument } does not go with { $other }
usage-number-of-values = wrong number of values for { $argument }
usage-not-text = an argument is not text in UTF-8
usage-other = the arguments are not understood: { $error }
usage-more = Add {"--help"} to see what there is
explain-what = What it means
explain-why = Why it matters
explain-mend = How to mend it
later-format = the register has format { $format }, which this program cannot write; update the program
older-format = the register is written in an older format, which this program reads and does not write
upgrade-not-needed = The register is written in the format that holds already.
nothing-to-adopt = { $record } is neither a target picture, an action plan nor a situation picture, so it isn’t adopted
meeting-not-held = the meeting { $meeting } wasn’t held, so it has adopted nothing
body-may-not-adopt = { $body } may not adopt: a steering group, a board or the municipal council does
changed-since-adopted = { $record } has changed since it was adopted, so what is adopted now is a new version
adopt-as-new = { $record } has changed since it was adopted. Shall what it says now be a new version, { $new }?
adopt-as-new-hint = make it a new version: { $command }
adopted-text-unknown = no history tells what { $record } was when it was adopted, so it stays as it is
upgrade-unreadable = this has to be mended before the register can be written in the new format; nothing was changed
upgraded = { $files ->
    [one] The register is written in the new format: { $files } file was changed.
   *[other] The register is written in the new format: { $files } files were changed.
  } { $pictures ->
    [one] { $pictures } target picture
   *[other] { $pictures } target pictures
  } and { $plans ->
    [one] { $plans } action plan
   *[other] { $plans } action plans
  } have files of their own.
no-such-table = the report has no table called “{ $name }”
not-in-format = what is shown here can't be written as { $format }
nothing-to-draw = the report has nothing to draw
not-a-term = cannot understand the period “{ $text }”; write T2 2026, May 2026, 2026 or 2026-t2
no-such-round = there is no such round
status-round = inventory { $term }: { $count } of { $all } have not answered (by { $due })
round-ahead = { $term } has not begun: there is nothing to ask about
round-nobody = nobody has anything to answer about { $term }
grid-empty = { $file } is empty
grid-none = { $file } is neither a workbook nor a table
grid-encrypted = { $file } is protected by a password: save it without
grid-too-large = { $file } has more in it than is read: divide it
grid-damaged = { $file } is damaged, or is not what it says
grid-unsupported = { $file } is saved in a form that is not read
grid-save-anew = open it in Excel or LibreOffice and save it as xlsx, ods or csv
unfit-dimension = nothing can be told by “{ $name }”
dimension-hint = Numbers can be summed, or made a mean of: needs.amount:mean. Days are gathered with a colon after the field, as started:quarter: { $cycles }
no-days = “{ $name }” has no days to gather
waived = { $count ->
    [one] one waiver holds, until { $until }
   *[other] { $count } waivers hold, the first until { $until }
}
more-findings = … and { $left } more of { $code }: { $command }
source-decision = Source: the decision on leadership and coordination, row { $row } (docs/traceability.md)
source-public = Source: public facts, row { $row } (docs/traceability.md)
source-format = Source: the format of the register (docs/format.md)
status-unanswered = { $count ->
    [one] One need has no answer
   *[other] { $count } needs have no answer
}
status-law-overdue = { $count ->
    [one] One duty of the Act is overdue
   *[other] { $count } duties of the Act are overdue
}
status-law-due = { $count ->
    [one] One duty of the Act is due soon
   *[other] { $count } duties of the Act are due soon
}
too-many-cells = that makes { $rows } rows and { $columns } columns, more than anyone can read
too-many-cells-hint = Choose a field with fewer values, or gather days: started:quarter
not-done-then = it cannot have been carried out on { $day }: the meeting was on { $held }, and a day to come will not do either
meeting-cancelled = { $meeting } is cancelled, and has decided nothing
at-is-for-reading = { $flag } is for looking at the past, with commands that read: what has been can’t be changed
nothing-before = there is no version as old as { $day }
shallow-hint = the clone has only a part of the history: {"git fetch --unshallow"} gets the rest
no-git = the program git isn’t here
no-git-hint = history is read with git: install it, and the command will run
no-repository = { $folder } is in no git repository, so it has no history
no-repository-hint = git init makes one
owned-by-others = { $folder } belongs to another user, and git doesn’t read it until you have said that it may
owned-by-others-hint = if you trust its owner, run
no-commits = nothing has been committed yet, so there is nothing to compare with
no-commits-hint = git add and git commit save the first version
unknown-revision = there is no version called “{ $revision }”
unknown-revision-hint = write a day (2026-09-01), a branch, a tag or a version such as HEAD~3; git log shows what there is
no-register-then = there was no register in the version { $revision }
no-register-then-hint = choose one with {"--register"}: { $folders }
bare-repository = the repository has no files laid out: read with {"--at"}, or compare two versions
git-failed = git { $command } said no: { $message }
quoted = “{ $text }”
too-many-sides = two versions at most can be compared
staged-has-one-side = {"--cached"} compares what has been added with git add with one version; write just that
merge-conflict = the same thing was changed in two places in { $path }; choose what shall hold: {"register resolve"}
git-attributes = the attributes in .gitattributes, which say which files are the register’s
git-driver = the driver that merges records field by field
git-hunks = the record’s name above each change in git diff
git-hook = the check before each commit and merge
git-there = there
git-missing = missing
git-set-up = Git now merges the register’s files field by field in this clone.
git-commit-attributes = Wrote { $path }: commit it, so that all clones know which files are meant
git-each-clone = The driver and the check are in this clone alone: everyone who works in the register runs {"register git install"} in theirs.
git-offer = Shall git merge the register’s files field by field here, and check them before each commit?
git-later = Once in each clone: { $command }
hook-is-own = { $path } is your own and is left as it is: add the line
hook-is-shared = the hooks in { $path } are for more clones than this one, and are left as they are: add the line
hook-without-program = register isn’t here: what is committed has not been checked
no-conflicts = There are no conflicts.
conflicts-left = { $count ->
    [one] there are conflicts in one file: { $files }
   *[other] there are conflicts in { $count } files: { $files }
}
resolve-hint = run {"register resolve"} on a terminal, or choose for all: {"register resolve --take ours"}, theirs or both
conflicts-remain = { $count ->
    [one] One file still has conflicts: {"register resolve"}
   *[other] { $count } files still have conflicts: {"register resolve"}
}
marks-unmatched = the marks in { $path } don’t fit together; open the file and mend it by hand
not-resolved = It can’t stand like that. Nothing was written.
resolve-again = Choose once more?
conflict-at = { $path }, line { $line } (conflict { $place } of { $count })
conflict-in = { $field } (conflict { $place } of { $count })
side-was = what it was
side-was-nothing = (was not there)
half-changed = changed: { $fields }
half-keep = keep it, with what was changed
half-remove = take it away
half-open = { $path } is not settled: keep it or take it away
done-by-hand = { $path } has been changed by hand since it was merged, and that does not go together with what was chosen. Take the marks away yourself and add the file, or begin anew: what was written by hand is gone then
several-at-once = several branches are being merged at once: their files are then merged line by line, and nobody is asked about what collides
several-at-once-hint = {"git merge --abort"}, and then one branch at a time
nothing-merged = nothing has been merged: the last commit is no merge, and none is under way
nothing-merged-hint = against another version: {"register check --since HEAD~1"}
renamed-twice = { $was } got a new name on both sides: { $ours } here, and { $theirs } in what comes in. It is one record; which name shall hold?
side-ours = what is here
side-theirs = what comes in
side-empty = (taken away)
take-both = both
take-edit = edit
take-skip = leave the file for now
what-shall-hold = What shall hold?
resolved-added = Done, and added with git add.
hook-without-register = the register has moved: {"register git install"} sets it up anew
hook-stopped = The commit was stopped: mend what is wrong, run git add and commit again.
half-gone = { $path } was taken away on one side and changed on the other: keep it or take it away
resolve-stopped = stopped: { $path } is as it was
shallow-history = the clone has only the newest part of the history; what is older can’t be seen
no-folder = there is no folder { $path }
at-beside = {"--at"} doesn’t go here: write the version as { $other }
looks-personal = that looks like { $what }: no such thing may be in a register
merge-brings-personal = { $path }: the other side has something that looks like { $what }. Write the file anew, run git add and go on.

# How much a finding matters
severity-error = error
severity-warning = warning
severity-note = note
severity-error-count = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
severity-warning-count = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
severity-note-count = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}

# What looks like personal data
personal-identity-number = a personal identity number
personal-coordination-number = a coordination number
personal-phone-number = a phone number
personal-email = an e-mail address
share = { $percent }%
hint-upgrade = move it to its place: {"register upgrade"}
follow-up-ahead = a follow-up tells what has been, and { $day } is yet to come
merge-old-format = { $path }: one side is written in the older format and has changed the target picture, the action plan or what is part of it, which have files of their own now
merge-old-format-hint = stop, run {"register upgrade"} on that branch too, and merge again; or bring the change over by hand
upgrade-beside = the older format has changes that are not here: { $names }
upgrade-beside-hint = merge them before the upgrade, or run {"register upgrade"} on them before they are merged
upgrade-unplanned = { $intervention } was marked as part of the action plan, which has a file of its own now and does not name it; that stays as a comment
rebase-old-format = the branch and what it was to be put upon have different formats: what a commit of the older one took away may be lost without git asking
rebase-old-format-hint = merge instead: git merge { $upstream }; or run {"register upgrade"} on the branch and commit first
hint-resolve = choose what shall hold: {"register resolve"}

# The manual’s page on the checks
numbers-page-file = numbers.md
numbers-page-heading = The numbers
numbers-page-about = Each number that is shown has one meaning, and it is the same in every command, column, report and export. With `{"--explain"}`, a list or report explains the numbers that it shows.
numbers-page-told = Shown by
checks-page-file = checks.md
checks-page-heading = The checks
checks-page-about = This is all that `{"register check"}` can remark on. `{"register check --explain CODE"}` shows the same text. An error makes `{"register check"}` end with code 3, and a change that would give a new error is not written. Warnings and notes can be waived for a time in `register.toml`. The rows of [traceability.md](traceability.md) tell what each check comes from.
not-told-by = { $of } can’t be told by { $by }
not-told-by-hint = Decisions are told by district: {"--by district"}
no-package = there is no exported register in { $folder }: register.csv is missing
package-no-column = { $file } has no column { $column }
package-bad-value = { $file }, row { $row }, column { $column }: “{ $text }” is no value that this column can have
package-no-place = { $file }, row { $row }: the row belongs to a record or part that is not there, or is in a place that is taken
bad-id = “{ $id }” can’t be an id
no-question = one question at a time, that only reads: SELECT …
not-understood-sql = the question can’t be understood: { $message }
database-is-whole = a database has the whole register: name no kinds
page-of-pages = { $page } of { $pages }
hidden-columns = Hidden: { $columns } — a wider window or {"--columns"}
hidden-columns-of-report = Hidden: { $columns } — a wider window or {"--format html"}
no-share = “{ $name }” has no whole to show parts of
no-share-hint = {"--percent"} shows parts of a count or a sum.
not-chosen-by = { $of } can’t be chosen by the fields of interventions
not-chosen-by-hint = Decisions are chosen by district: {"--district"}
number-has-no-colon = { $name } is a number of its own and takes no colon
number-has-no-colon-hint = Only fields take one: needs.amount:mean
no-number = “{ $name }” is no number
not-a-cycle = there is no length of a term called “{ $text }”
package-unfinished = the export in { $folder } is not whole: datapackage.json is missing, or does not name every table
package-no-file = { $file } is missing in { $folder }
package-semicolons = { $file } has semicolons between its columns; save it with commas
package-other-format = the package is of format { $found }, and the program reads { $wanted }
package-other-list = { $file }, row { $row }: the list in the column { $column } is another than in { $lists }; change both, or take the column away
masked-in-export = { $count ->
    [one] One text holds what looks like personal data, which is covered with asterisks in the export
   *[other] { $count } texts hold what looks like personal data, which is covered with asterisks in the export
}
written-text = text on one line
written-flag = yes or no
written-integer = a whole number, as 12
written-number = a number, as 1.5
written-money = an amount, as 450 000, 450 tsek or 1.5 msek
written-day = a day, as 1 May, 3/12, today or 2026-09-17
written-term = a term, as T2 2026, May 2026 or 2026
package-unknown-columns = { $file } has columns that the register does not know, and they are left out: { $columns }
written-year = a year, as 2026
written-choice = one of the words of the list
written-id = an id of small letters a–z, digits and hyphens
written-district = the name of a district
written-body = the name of a body
written-intervention = the name of an intervention
written-meeting = a meeting, as Steering group 15 Dec 2026
written-situation = a situation picture, as 2026-t2-ryd
written-target-picture = a target picture, as ryd-2025
written-action-plan = an action plan, as ryd-2025
written-agreement = the name of an agreement
written-round = a round, as 2026-t3
written-goal = a goal, by its name or as ryd#trygga-kvallar
written-problem = a problem, by its name or as ryd#otrygga-gangstrak
written-cause = a cause, by its name or as ryd#gamla-armaturer
written-decision = a meeting, as Steering group 15 Dec 2026, or a decision, by its text
written-municipal-goal = a municipality-wide goal, by its name
written-own-goal = one of the district's own goals, by its name
written-own-indicator = one of the district's indicators, by its name
written-anything = the name of a record, a goal, a problem or a decision
written-word = a word of the register's own list
written-period = a period, as 1 May 2026 – 31 Aug 2026 or 1 May 2026 until further notice
written-reading = a value and its day, as 52 (31 Dec 2026)
written-goal-target = a value and the day to reach it, as 65 (31 Dec 2027) or at least 65
written-readings = values by their indicators, as vandringar 14; deltagare 30
written-cadence = how often, as 3 times per year or every month
written-words = words with names in each language, as { "{" } sv = "Unga", en = "Youth" { "}" }
written-table = field by field, as { $example }
understood = “{ $text }” was read as { $meant }
named-with-id = { $name } ({ $id })
several-values = “{ $text }” may mean several
which-is-meant = What is meant by “{ $text }”?
number-too-small = { $field } can't be less than { $least }, and here it says “{ $text }”
number-out-of-range = { $field } can only be from { $least } to { $most }, and here it says “{ $text }”
not-yet = { $field } tells what has been, and { $day } is yet to come
really-so = { $told }. Is that right?
still-owed = the follow-up is of { $told }; that of { $owed } is still missing
command-in-districts = { $command } {"--district"} { $districts }
progress-write = Writing
to-be-decided = { $count ->
    [one] one thing has to be decided
   *[other] { $count } things have to be decided
}, and nothing is written:{ $lines }
personal-data-in-cells = { $count ->
    [one] one cell has
   *[other] { $count } cells have
} what looks like personal data, and nothing is written:{ $cells }
