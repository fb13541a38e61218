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

# The files
check-syntax-error = the file can’t be read: { $what }
check-syntax-error-label = it stops here
check-syntax-error-what = The file isn’t written the way TOML asks for, so the program can’t read it. The place is marked, but sometimes the line above is the cause.
check-syntax-error-why = A file that can’t be read is left out of lists, reports and follow-up. Then the picture of the interventions is no longer complete, and a complete picture is what the decision asks for.
check-syntax-error-mend = Mend the line with register edit ID, which checks the text before it is saved. Most often a quotation mark, a comma or a bracket is missing.

check-conflict-marker = git has left a conflict in the file
check-conflict-marker-label = the conflict begins here
check-conflict-marker-what = The same lines were changed in two places, and git couldn’t merge the changes. Both versions are still in the file, between the lines that begin with <<<<<<< and >>>>>>>.
check-conflict-marker-why = The file can’t be read until someone has chosen what is to hold.
check-conflict-marker-mend = Open the file, keep what is to hold, take away the lines with <<<<<<<, ======= and >>>>>>>, and run git add on the file.

check-not-utf8 = the file has characters that are not text in UTF-8
check-not-utf8-label = not UTF-8
check-not-utf8-what = Every file of the register is text in the encoding UTF-8. Here are characters in another encoding, or something that isn’t text at all.
check-not-utf8-why = Then there is no way to know which letters are meant, above all å, ä and ö, and the file can’t be read.
check-not-utf8-mend = Open the file in a text editor and save it as UTF-8. If the text came from another program, paste it again as plain text.

check-file-too-large = the file is { $size } KiB, but at most { $most } KiB are read
check-file-too-large-label = too large
check-file-too-large-what = The file is much larger than a record usually is, and so it isn’t read. A record is a page or two.
check-file-too-large-why = A file of that size is nearly always something else than a record, and it would make every command slow.
check-file-too-large-mend = See whether something was pasted in by mistake, and keep reports and appendices in the municipality’s records with a note of them in references. If all of it is right, split the record in several.

check-unreadable = the file can’t be opened
check-unreadable-label = can’t be opened
check-unreadable-what = The file or folder is there, but the computer didn’t let the program read it.
check-unreadable-why = What it says is left out of lists and reports, and nothing else shows that.
check-unreadable-mend = Check that you may read the file, that no other program has locked it, and that the disk it lies on is connected.

check-link-outside = the link doesn’t lead to a file in the register
check-link-outside-label = leads elsewhere
check-link-outside-what = The file is a symbolic link that leads out of the register, to a folder, or to something that isn’t there. The program doesn’t follow such links.
check-link-outside-why = Whoever fetches the register with git should get all that belongs to it, and no other file on the computer should be read or changed by mistake.
check-link-outside-mend = Take away the link and put the file itself in the register’s folder instead.

check-invalid-file-name = the file name “{ $id }” can’t be used as an id
check-invalid-file-name-label = not an id
check-invalid-file-name-what = The file’s name is the record’s id. An id has only small letters a–z, digits and hyphens, is at most 80 characters long, and doesn’t begin or end with a hyphen.
check-invalid-file-name-why = The id is used in references and commands and must work alike on every computer. The record is left out until the file has another name.
check-invalid-file-name-mend = Rename the file: å and ä become a, ö becomes o, and spaces become hyphens. In git that is done with git mv.

check-duplicate-id = two files have the same id: { $kind } “{ $id }” is already in { $other }
check-duplicate-id-label = the id is taken
check-duplicate-id-what = The file’s name is the record’s id, and two files in different sub-folders have got the same one. Only one of them is read.
check-duplicate-id-why = A reference to the id may mean either of them, and what the other file says is left out of the reports.
check-duplicate-id-mend = If it is the same thing twice, move what is missing to one of the files and take away the other. If they are two different things, rename one of the files.

check-unsupported-format = the register has format { $format }, which this program can’t read
check-unsupported-format-label = unknown format
check-unsupported-format-what = The line format in register.toml says how the files are written. This version of the program doesn’t know that format.
check-unsupported-format-why = To read or change files in an unknown format may destroy what they say without anyone noticing.
check-unsupported-format-mend = Update the program to a newer version. If only the number is wrong, mend it in register.toml: format = 1.


# The fields
check-wrong-type = the field { $field } must be { $expected }
check-wrong-type-label = wrong sort of value
check-wrong-type-what = The value is of another sort than the field can have, such as text where a number should be, or one value where a list should be.
check-wrong-type-why = The program can’t count with the value, and so it isn’t read.
check-wrong-type-mend = Write the value again: register set ID FIELD=VALUE writes it the right way for you.

check-unknown-key = there is no field called “{ $key }” here
check-unknown-key-label = unknown field
check-unknown-key-what = This sort of record has no field of that name. Most often it is misspelt, or has ended up under the wrong heading.
check-unknown-key-why = What stands in an unknown field is kept in the file but left out of lists and reports, and that is easy to miss.
check-unknown-key-mend = Mend the name or move the line with register edit ID. If it is a note to colleagues, write it as a comment after #.

check-unknown-value = the field { $field } can’t be “{ $value }”
check-unknown-value-label = not one to choose from
check-unknown-value-what = The field takes a code from a fixed list, and what stands here is none of them.
check-unknown-value-why = Reports count by the codes, so that districts and years can be compared. A word of one’s own isn’t counted.
check-unknown-value-mend = Choose the code that fits best: register set ID FIELD=VALUE.

check-missing-field = “{ $label }” is missing (the field { $field })
check-missing-field-label = something is missing here
check-missing-field-what = Something that every record of this kind must have isn’t filled in.
check-missing-field-why = Without it the record can’t be understood or followed up. The decision points at just that: responsibility, missions and a complete picture of the interventions have been missing.
check-missing-field-mend = Fill it in: register set ID FIELD=VALUE.

check-negative-amount = the amount { $amount } is less than zero
check-negative-amount-label = an amount can’t be negative
check-negative-amount-what = Amounts are written in whole kronor and can’t be less than zero.
check-negative-amount-why = A minus sign makes the sums in budget and follow-up wrong without anyone seeing it.
check-negative-amount-mend = Take away the minus sign with register edit ID. If the budget has shrunk, write the new amount instead of the difference.

check-date-order = the last day, { $until }, is before the first, { $from }
check-date-order-label = before the first day
check-date-order-what = The period ends before it has begun. Most often the days have changed places, or the year is wrong.
check-date-order-why = The period then holds not a single day, so the record is left out when someone asks what is under way or in force.
check-date-order-mend = Mend the day that is wrong, as in register set ID period.until=2027-06-30.

# Ids and references
check-invalid-id = “{ $id }” can’t be used as an id
check-invalid-id-label = not an id
check-invalid-id-what = An id has only small letters a–z, digits and hyphens, is at most 80 characters long, and doesn’t begin or end with a hyphen.
check-invalid-id-why = The id is used in references and commands and must work alike everywhere.
check-invalid-id-mend = Write the id again with register edit ID: å and ä become a, ö becomes o, and spaces become hyphens. Change what refers to it as well.

check-id-mismatch = the id doesn’t agree with the content: it should be “{ $expected }”
check-id-mismatch-label = says something else than the id
check-id-mismatch-what = A meeting’s id is its date and body, and a situation picture’s id is its period and district. Here the id says one thing and the content another.
check-id-mismatch-why = Thanks to the id it shows when two people enter the same meeting or the same period. If it is wrong there may be two of the same.
check-id-mismatch-mend = If the content is right, change the id: register rename ID NEW-ID, which also changes every reference. If the id is right, mend the content: register set ID FIELD=VALUE.

check-duplicate-element = “{ $id }” is there twice in the same list
check-duplicate-element-label = already in the list
check-duplicate-element-what = What stands in a list goes by its id, its date, its year or its role, and here two rows have the same.
check-duplicate-element-why = Then there is no telling which of them is meant when someone refers to it, changes it, or merges changes in git.
check-duplicate-element-mend = Take away the double, or tell the two apart, with register edit ID.

check-malformed-reference = there should be { $expected } here, not “{ $reference }”
check-malformed-reference-label = not written as a reference
check-malformed-reference-what = A reference points out something else in the register by its id. Depending on the field it is written as ryd, ryd#trygga-kvallar or district/ryd.
check-malformed-reference-why = Only a reference that is written right can be followed, so that interventions, goals, meetings and decisions hang together.
check-malformed-reference-mend = Find the id with register list KIND and write it: register set ID FIELD=VALUE.

check-unknown-reference = this refers to { $kind } “{ $id }”, which isn’t in the register
check-unknown-reference-label = not in the register
check-unknown-reference-what = The reference is written right, but there is no record with that id. It may be misspelt, or the record may not have been entered yet.
check-unknown-reference-why = The decision asks for a complete picture of the interventions, who is responsible for them and what goals they serve. A reference that leads nowhere is a hole in that picture.
check-unknown-reference-mend = Find the right id with register list KIND and write it: register set ID FIELD=VALUE. If the record is missing, enter it with register add KIND.

check-unknown-element = there is nothing with the id “{ $element }” in “{ $record }”
check-unknown-element-label = not in that record
check-unknown-element-what = The record is there, but not the goal, problem, decision or commitment in it that the reference points out by what stands after #.
check-unknown-element-why = By the decision, interventions are led and prioritised from target picture, action plan and situation picture. Where the chain breaks there is no seeing what an intervention is to lead to.
check-unknown-element-mend = See what there is with register show ID, and mend what stands after #: register set ID FIELD=VALUE.

check-wrong-kind = “{ $id }” is of the kind { $found }, but here it must be { $expected }
check-wrong-kind-label = wrong kind
check-wrong-kind-what = The reference leads to something that is there, but is of another kind than the field is for.
check-wrong-kind-why = The kind decides where this is shown in lists and reports. Here it would end up in the wrong place, or be left out.
check-wrong-kind-mend = Find a record of the right kind with register list KIND and write its id: register set ID FIELD=VALUE.

check-unknown-word = “{ $word }” isn’t in the register’s list { $list }
check-unknown-word-label = not one of the register’s words
check-unknown-word-what = Target groups and categories are chosen from the register’s own lists, which stand under [vocabulary] in register.toml.
check-unknown-word-why = When the same words are used everywhere it shows which target groups are reached, and where interventions overlap or are missing.
check-unknown-word-mend = Choose a word that is there already: register set ID FIELD=VALUE. If a word is lacking, agree on it and add it to register.toml.

check-unknown-indicator = the intervention has no indicator with the id “{ $indicator }”
check-unknown-indicator-label = no such indicator
check-unknown-indicator-what = The follow-up gives a value for an indicator that the intervention doesn’t have.
check-unknown-indicator-why = The value can’t be compared with any target, and the result is left out of the reports.
check-unknown-indicator-mend = See the intervention’s indicators with register show ID. Mend the id, or add the indicator under [[indicator]], with register edit ID.

# Numbers and codes
check-bad-case-number = “{ $number }” isn’t written as a case number
check-bad-case-number-label = doesn’t follow the municipality’s pattern
check-bad-case-number-what = The case number doesn’t follow the pattern that the municipality has given in register.toml.
check-bad-case-number-why = With the right number the document can be found in the municipality’s records, even in many years. With the wrong one it can’t.
check-bad-case-number-mend = Write it as it stands in the municipality’s records: register set ID FIELD=VALUE. If the pattern is wrong, change pattern under [case_number] in register.toml.

check-bad-pattern = the pattern for case numbers can’t be understood: { $pattern }
check-bad-pattern-label = not a valid pattern
check-bad-pattern-what = The pattern for case numbers in register.toml should be a regular expression, but it isn’t written right.
check-bad-pattern-why = As long as the pattern is wrong, no case numbers are checked.
check-bad-pattern-mend = Mend pattern under [case_number] in register.toml, preferably in single quotes so that backslashes may stand as they are.

check-bad-area-code = “{ $code }” is not an area code of that sort
check-bad-area-code-label = not written as an area code
check-bad-area-code-what = A DeSO code is four digits, the letter A, B or C, and four more digits. A RegSO code is four digits, the letter R, and three more digits.
check-bad-area-code-why = The code ties the district to Statistics Sweden’s figures. With the wrong code the figures are another area’s, or there are none.
check-bad-area-code-mend = Get the code from Statistics Sweden and see that kind and vintage agree with it: register edit ID. If you are unsure, leaving the code out is better than guessing.

check-bad-municipality-code = “{ $code }” is not a municipality code
check-bad-municipality-code-label = should be four digits
check-bad-municipality-code-what = A municipality code is four digits in quotes, such as "0580" for Linköping.
check-bad-municipality-code-why = The code ties the register to the right municipality in statistics and when data is shared with others.
check-bad-municipality-code-mend = Mend municipality_code in register.toml. Statistics Sweden has the municipalities’ codes.

# Personal data
personal-identity-number = a personal identity number
personal-coordination-number = a coordination number
personal-phone-number = a phone number
personal-email = an e-mail address

check-personal-data = the text holds something that looks like { $what }
check-personal-data-label = looks like personal data
check-personal-data-what = Here is something that looks like a personal identity number, a coordination number, a phone number or an e-mail address.
check-personal-data-why = The register is about places and interventions, never about people: git doesn’t forget. What has once been saved stays in the history, even when the text has been changed.
check-personal-data-mend = Write the text without personal data, with register edit ID: give a role, a place or an administration instead. If it has already been saved in git, changing the text isn’t enough; talk to the municipality’s data protection officer.
