# The files
check-syntax-error = the file can’t be read: { $what }
check-syntax-error-label = it stops here
check-syntax-error-what = The file isn’t written the way TOML asks for, so the program can’t read it. The place is marked, but sometimes the line above is the cause.
check-syntax-error-why = A file that can’t be read is left out of lists, reports and follow-up. Then the picture of the interventions is no longer complete, and a complete picture is what the decision asks for.
check-syntax-error-mend = Mend the line with {"register edit ID"}, which checks the text before it is saved. Most often a quotation mark, a comma or a bracket is missing.

check-nested-too-deeply = the file has more than { $most } levels within each other
check-nested-too-deeply-label = it gets too deep here
check-nested-too-deeply-what = Lists and tables lie within each other in more levels than any record has, and so the file isn’t read.
check-nested-too-deeply-why = Such a file wasn’t written by hand as a record, and it can make the program stop.
check-nested-too-deeply-mend = See where the line comes from, and write it as the fields in the documentation are written. Often a bracket is missing, or a line has ended up in the wrong place.

check-conflict-marker = git has left a conflict in the file
check-conflict-marker-label = the conflict begins here
check-conflict-marker-what = The same lines were changed in two places, and git couldn’t merge the changes. Both versions are still in the file, between the lines that begin with <<<<<<< and >>>>>>>.
check-conflict-marker-why = The file can’t be read until someone has chosen what is to hold.
check-conflict-marker-mend = Run {"register resolve"}, which asks about each place. By hand: open the file, keep what is to hold, take away the lines with <<<<<<<, ======= and >>>>>>>, and run git add on the file.

check-old-format = the file is written in an older format
check-old-format-label = an older format
check-old-format-what = The register is written in the format that holds, but this file is not: a target picture, an action plan, causes, or that the intervention is part of the plan stand where they used to. That happens when a file comes from a branch or a copy that has not been written anew.
check-old-format-why = What stands in its old place is not read as a target picture or a plan of its own, and an intervention that is part of the plan only there is left out of it.
check-old-format-mend = Run {"register upgrade"}, which moves it to its place. Where the district has a plan in a file of its own already, that the intervention is part of the plan stays as a comment, and the intervention is added to the plan with {"register set"}.

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
check-unreadable-what = The file or folder is there, but the computer didn’t let the program read it, or it is no file or folder but a pipe, a socket or a device.
check-unreadable-why = What it says is left out of lists and reports. They say that something is missing, but not what it is.
check-unreadable-mend = Check that you may read the file, that no other program has locked it, and that the disk it lies on is connected. If it is no file at all, move it out of the register.

check-link-outside = the link doesn’t lead to a file in the register
check-link-outside-label = leads elsewhere
check-link-outside-what = The file is a symbolic link that leads out of the register, to a folder, or to something that isn’t there. The program doesn’t follow such links.
check-link-outside-why = Whoever fetches the register with git should get all that belongs to it, and no other file on the computer should be read or changed by mistake.
check-link-outside-mend = Take away the link and put the file itself in the register’s folder instead.

check-overlooked-file = is named almost as a record, but isn’t read
check-overlooked-file-label = isn’t read
check-overlooked-file-what = A record is a file whose name ends in .toml, in small letters and with nothing after. This name is like one, as record.toml.txt or record.TOML, or it is a folder’s.
check-overlooked-file-why = Whoever wrote the file probably thinks that the record is in the register. It is left out of lists and reports.
check-overlooked-file-mend = Rename the file so that its name ends in .toml. Give a copy, or something that is no record, another name, or move it out of the folder.

check-invalid-file-name = the file name “{ $id }” can’t be used as an id
check-invalid-file-name-label = not an id
check-invalid-file-name-what = The file’s name is the record’s id. An id has only small letters a–z, digits and hyphens, is at most 80 characters long, and doesn’t begin or end with a hyphen. Nor can it be a name that Windows keeps for itself: con, prn, aux, nul, com1–com9 and lpt1–lpt9.
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
check-unsupported-format-mend = Update the program to a newer version. If only the number is wrong, mend it in register.toml: format = 2.

# The fields
check-wrong-type = the field { $field } must be { $expected }
check-wrong-type-label = wrong sort of value
check-wrong-type-what = The value is of another sort than the field can have, such as text where a number should be, or one value where a list should be.
check-wrong-type-why = The program can’t count with the value, and so it isn’t read.
check-wrong-type-mend = Write the value again: {"register set ID FIELD=VALUE"} writes it the right way for you.

check-unknown-key = there is no field called “{ $key }” here
check-unknown-key-label = unknown field
check-unknown-key-what = This sort of record has no field of that name. Most often it is misspelt, or has ended up under the wrong heading.
check-unknown-key-why = What stands in an unknown field is kept in the file but left out of lists and reports, and that is easy to miss.
check-unknown-key-mend = Mend the name or move the line with {"register edit ID"}. If it is a note to colleagues, write it as a comment after #.

check-unknown-value = the field { $field } can’t be “{ $value }”
check-unknown-value-label = not one to choose from
check-unknown-value-what = The field takes a code from a fixed list, and what stands here is none of them.
check-unknown-value-why = Reports count by the codes, so that districts and years can be compared. A word of one’s own isn’t counted.
check-unknown-value-mend = Choose the code that fits best: {"register set ID FIELD=VALUE"}.

check-missing-field = “{ $label }” is missing (the field { $field })
check-missing-field-label = something is missing here
check-missing-field-what = Something that every record of this kind must have isn’t filled in.
check-missing-field-why = Without it the record can’t be understood or followed up. The decision points at just that: responsibility, missions and a complete picture of the interventions have been missing.
check-missing-field-mend = Fill it in: {"register set ID FIELD=VALUE"}.

check-amount-too-large = the amount { $amount } is larger than { $most }
check-amount-too-large-label = larger than any amount is
check-amount-too-large-what = Amounts are written in whole kronor, and none is larger than a hundred thousand million.
check-amount-too-large-why = An amount of that size is a slip of the pen, and it makes the sums in budget and follow-up wrong.
check-amount-too-large-mend = See whether some digits were written twice, or whether the amount is in öre, and mend it with {"register edit ID"}.

check-negative-amount = the amount { $amount } is less than zero
check-negative-amount-label = an amount can’t be negative
check-negative-amount-what = Amounts are written in whole kronor and can’t be less than zero.
check-negative-amount-why = A minus sign makes the sums in budget and follow-up wrong without anyone seeing it.
check-negative-amount-mend = Take away the minus sign with {"register edit ID"}. If the budget has shrunk, write the new amount instead of the difference.

check-date-order = the last day, { $until }, is before the first, { $from }
check-date-order-label = before the first day
check-date-order-what = The period ends before it has begun. Most often the days have changed places, or the year is wrong.
check-date-order-why = The period then holds not a single day, so the record is left out when someone asks what is under way or in force.
check-date-order-mend = Mend the day that is wrong, as in {"register set ID period.until=2027-06-30"}.

# Ids and references
check-invalid-id = “{ $id }” can’t be used as an id
check-invalid-id-label = not an id
check-invalid-id-what = An id has only small letters a–z, digits and hyphens, is at most 80 characters long, and doesn’t begin or end with a hyphen. Nor can it be a name that Windows keeps for itself: con, prn, aux, nul, com1–com9 and lpt1–lpt9.
check-invalid-id-why = The id is used in references and commands and must work alike everywhere.
check-invalid-id-mend = Write the id again with {"register edit ID"}: å and ä become a, ö becomes o, and spaces become hyphens. Change what refers to it as well.

check-duplicate-element = “{ $id }” is there twice
check-duplicate-element-label = already there
check-duplicate-element-what = What stands in a list goes by its id or by what it names, and here two rows have the same. A district’s goals, problems, causes, indicators and events share ids, as they are named alike: ryd#trygga-kvallar.
check-duplicate-element-why = Then there is no telling which of them is meant when someone refers to it, changes it, or merges changes in git.
check-duplicate-element-mend = Take away the double, or tell the two apart, with {"register edit ID"}.

check-malformed-reference = there should be { $expected } here, not “{ $reference }”
check-malformed-reference-label = not written as a reference
check-malformed-reference-what = A reference points out something else in the register by its id. Depending on the field it is written as ryd, ryd#trygga-kvallar or district/ryd.
check-malformed-reference-why = Only a reference that is written right can be followed, so that interventions, goals, meetings and decisions hang together.
check-malformed-reference-mend = Find the id with {"register list KIND"} and write it: {"register set ID FIELD=VALUE"}.

check-unknown-reference = this refers to { $kind } “{ $id }”, which isn’t in the register
check-unknown-reference-label = not in the register
check-unknown-reference-what = The reference is written right, but there is no record with that id. It may be misspelt, or the record may not have been entered yet.
check-unknown-reference-why = The decision asks for a complete picture of the interventions, who is responsible for them and what goals they serve. A reference that leads nowhere is a hole in that picture.
check-unknown-reference-mend = Find the right id with {"register list KIND"} and write it: {"register set ID FIELD=VALUE"}. If the record is missing, enter it with {"register add KIND"}.

check-unknown-element = there is nothing with the id “{ $element }” in “{ $record }”
check-unknown-element-label = not in that record
check-unknown-element-what = The record is there, but not the goal, problem, decision or commitment in it that the reference points out by what stands after #.
check-unknown-element-why = By the decision, interventions are led and prioritised from target picture, action plan and situation picture. Where the chain breaks there is no seeing what an intervention is to lead to.
check-unknown-element-mend = See what there is with {"register show ID"}, and mend what stands after #: {"register set ID FIELD=VALUE"}.

check-wrong-kind = “{ $id }” is of the kind { $found }, but here it must be { $expected }
check-wrong-kind-label = wrong kind
check-wrong-kind-what = The reference leads to something that is there, but is of another kind than the field is for.
check-wrong-kind-why = The kind decides where this is shown in lists and reports. Here it would end up in the wrong place, or be left out.
check-wrong-kind-mend = Find a record of the right kind with {"register list KIND"} and write its id: {"register set ID FIELD=VALUE"}.

check-unknown-word = “{ $word }” isn’t in the register’s list { $list }
check-unknown-word-label = not one of the register’s words
check-unknown-word-what = Target groups and categories are chosen from the register’s own lists, which stand under [vocabulary] in register.toml.
check-unknown-word-why = When the same words are used everywhere it shows which target groups are reached, and where interventions overlap or are missing.
check-unknown-word-mend = Choose a word that is there already: {"register set ID FIELD=VALUE"}. If a word is lacking, agree on it and add it to register.toml.

check-unknown-indicator = the intervention has no indicator with the id “{ $indicator }”
check-unknown-indicator-label = no such indicator
check-unknown-indicator-what = The follow-up gives a value for an indicator that the intervention doesn’t have.
check-unknown-indicator-why = The value can’t be compared with any target, and the result is left out of the reports.
check-unknown-indicator-mend = See the intervention’s indicators with {"register show ID"}. Mend the id, or add the indicator under [[indicator]], with {"register edit ID"}.

# Numbers and codes
check-bad-case-number = “{ $number }” isn’t written as a case number
check-bad-case-number-label = doesn’t follow the municipality’s pattern
check-bad-case-number-what = The case number doesn’t follow the pattern that the municipality has given in register.toml.
check-bad-case-number-why = With the right number the document can be found in the municipality’s records, even in many years. With the wrong one it can’t.
check-bad-case-number-mend = Write it as it stands in the municipality’s records: {"register set ID FIELD=VALUE"}. If the pattern is wrong, change pattern under [case_number] in register.toml.

check-bad-pattern = the pattern for case numbers can’t be understood: { $pattern }
check-bad-pattern-label = not a valid pattern
check-bad-pattern-what = The pattern for case numbers in register.toml should be a regular expression, but it isn’t written right.
check-bad-pattern-why = As long as the pattern is wrong, no case numbers are checked.
check-bad-pattern-mend = Mend pattern under [case_number] in register.toml, preferably in single quotes so that backslashes may stand as they are.

check-bad-area-code = “{ $code }” is not an area code of that sort
check-bad-area-code-label = not written as an area code
check-bad-area-code-what = A DeSO code is four digits, the letter A, B or C, and four more digits. A RegSO code is four digits, the letter R, and three more digits.
check-bad-area-code-why = The code ties the district to Statistics Sweden’s figures. With the wrong code the figures are another area’s, or there are none.
check-bad-area-code-mend = Get the code from Statistics Sweden and see that kind and vintage agree with it: {"register edit ID"}. If you are unsure, leaving the code out is better than guessing.

check-bad-municipality-code = “{ $code }” is not a municipality code
check-bad-municipality-code-label = should be four digits
check-bad-municipality-code-what = A municipality code is four digits in quotes, such as "0580" for Linköping.
check-bad-municipality-code-why = The code ties the register to the right municipality in statistics and when data is shared with others.
check-bad-municipality-code-mend = Mend municipality_code in register.toml. Statistics Sweden has the municipalities’ codes.

# Personal data

check-personal-data = the text holds something that looks like { $what }
check-personal-data-label = looks like personal data
check-personal-data-what = Here is something that looks like a personal identity number, a coordination number, a phone number or an e-mail address.
check-personal-data-why = The register is about places and interventions, never about people: git doesn’t forget. What has once been saved stays in the history, even when the text has been changed.
check-personal-data-mend = Write the text without personal data, with {"register edit ID"}: give a role, a place or an administration instead. If it has already been saved in git, changing the text isn’t enough; talk to the municipality’s data protection officer.

check-may-point-out-someone = the text may point somebody out
check-may-point-out-someone-label = a person and a house close to each other
check-may-point-out-someone-what = The text tells of a single person, by age, kinship or words such as boy and girl, close to a street with a number or to a flat. The neighbours may then know who is meant, even without a name.
check-may-point-out-someone-why = Leaving out the name is not enough where few can be meant: it is personal data all the same. The register is about places and interventions, and git doesn’t forget.
check-may-point-out-someone-mend = Make the place larger (the block, the district) and the people a group (“youths in their late teens”), with {"register edit ID"}. What belongs to a case about a person stands in that system and not here. If the text points nobody out, you can waive the finding for a time in register.toml.

# Bodies
check-body-without-mission = “{ $name }” has no mission
check-body-without-mission-label = mission is missing
check-body-without-mission-what = The body leads or coordinates the work, but it isn’t said why it exists and what it is to achieve.
check-body-without-mission-why = One reason for the decision was that there were forums without a clear mission. Then neither the members nor anyone else know what the body is for.
check-body-without-mission-mend = Write the mission in a sentence or two: {"register set ID mission=TEXT"}. If it isn’t settled, take the question to the body that this one reports to.

check-body-without-mandate = “{ $name }” has no mandate
check-body-without-mandate-label = mandate is missing
check-body-without-mandate-what = It isn’t said what the body may decide by itself, without asking anyone else.
check-body-without-mandate-why = Unclear mandates are one of the faults that the decision is to put right. Where the mandate is unclear, questions are left lying or are settled at the wrong level.
check-body-without-mandate-mend = Write what the body may decide: {"register set ID mandate=TEXT"}.

check-body-without-tasks = “{ $name }” has no tasks
check-body-without-tasks-label = tasks are missing
check-body-without-tasks-what = It isn’t said what the body shall do.
check-body-without-tasks-why = By the decision, roles and responsibility have been unclear. They become clear only when everyone can see what is the body’s task and what is someone else’s.
check-body-without-tasks-mend = Add one task at a time: {"register set ID tasks+=TEXT"}.

check-body-without-members = “{ $name }” has no members
check-body-without-members-label = members are missing
check-body-without-members-what = It isn’t said which roles sit in the body.
check-body-without-members-why = The decision wants it to be clear who leads and who is responsible. Without members there is no seeing which administrations and parties take part.
check-body-without-members-mend = Add one role at a time, never the name of a person: {"register set ID members+=role=ROLE,body=BODY"}.

check-body-without-convenor = “{ $name }” has no convenor
check-body-without-convenor-label = convenor is missing
check-body-without-convenor-what = It isn’t said which role calls the body’s meetings.
check-body-without-convenor-why = The decision points out a convenor for each group. Without one, it is nobody’s task to see to it that the group meets.
check-body-without-convenor-mend = Give a role, never the name of a person: {"register set ID convenor=ROLE"}.

check-body-without-cadence = “{ $name }” has no meeting frequency
check-body-without-cadence-label = meeting frequency is missing
check-body-without-cadence-what = It isn’t said how often the body shall meet.
check-body-without-cadence-why = The decision says how often the groups shall meet. Without a meeting frequency nobody notices when the meetings don’t happen.
check-body-without-cadence-mend = Three times a year is written like this: {"register set ID cadence=times=3,per=year"}. Instead of year it may say month, quarter, tertial or half-year.

check-body-without-support = it isn’t said where “{ $name }” gets its resources
check-body-without-support-label = resources are missing
check-body-without-support-what = No unit is given as the one that provides the group with resources, such as the safety unit.
check-body-without-support-why = The decision says who provides resources for the political steering group, the steering group, and the leadership and coordination group. Otherwise it is nobody’s task to prepare the meetings and look after what is to be done between them.
check-body-without-support-mend = Give the unit or units: {"register set ID support+=BODY"}.

check-member-without-mandate = “{ $role }” in “{ $name }” has no mandate in its own administration
check-member-without-mandate-label = no mandate given
check-member-without-mandate-what = It isn’t said of the member that the role has a mandate to drive the work within its administration.
check-member-without-mandate-why = By the decision, those who sit in the leadership and coordination group shall have such a mandate. Otherwise what the group agrees on never leaves the meeting room.
check-member-without-mandate-mend = If the role has the mandate, enter it: {"register set ID 'members[ROLE].mandate=true'"}. If it hasn’t, the administration needs to give it the mandate or appoint another role.

check-met-too-seldom = “{ $name }” held too few meetings in { $term }: { $held } of { $times }
check-met-too-seldom-label = fewer meetings than set
check-met-too-seldom-what = The body held fewer meetings than its meeting frequency says. The last whole period is what counts.
check-met-too-seldom-why = The decision says how often the groups shall meet. When they meet more seldom, situation pictures, needs and decisions are left lying.
check-met-too-seldom-mend = If more meetings were held, enter them with {"register add meeting"}, or change a planned one: {"register set MEETING status=held"}. If the frequency is wrong, change cadence with {"register edit ID"}.

check-no-meeting-planned = “{ $name }” has no meeting planned
check-no-meeting-planned-label = no meeting ahead
check-no-meeting-planned-what = The body shall meet regularly, but there is no planned meeting today or later.
check-no-meeting-planned-why = What is to be proposed, decided or followed up needs a meeting to come up at. Without a day set, the pace that the decision gives is easily lost.
check-no-meeting-planned-mend = Enter the next meeting with the status planned: {"register add meeting"}.

check-circular-body = “{ $name }” leads back to itself: { $circle }
check-circular-body-label = leads round in a ring
check-circular-body-what = Whoever follows the field reports_to or part_of upwards comes back to the same body.
check-circular-body-why = The decision puts the groups at different levels so that it is clear who leads. In a ring no body is at the top, and nobody has the last word.
check-circular-body-mend = Mend the step that is wrong: {"register set ID reports_to=BODY"}, or part_of=BODY. The body at the top shall have the field empty.

check-meeting-not-minuted = the meeting of “{ $body }” on { $on } has no minutes
check-meeting-not-minuted-label = minutes are missing
check-meeting-not-minuted-what = The meeting was held and the days of grace are over, but the case number of the minutes isn’t filled in.
check-meeting-not-minuted-why = What was decided should be possible to follow up. Without minutes only those who were there know what the meeting arrived at.
check-meeting-not-minuted-mend = Fill in the case number of the minutes: {"register set ID minutes=CASE-NUMBER"}.

check-meeting-past-planned = the meeting of “{ $body }” on { $on } is still planned, though its day has passed
check-meeting-past-planned-label = the day has passed
check-meeting-past-planned-what = The meeting stands as planned, but its day is gone. There is no seeing whether it was held.
check-meeting-past-planned-why = What is proposed, decided and followed up at a meeting counts only when the meeting was held. As long as it is only planned nobody knows what holds.
check-meeting-past-planned-mend = If it was held: {"register set ID status=held"}. If it was called off: {"register set ID status=cancelled"}, and enter the new one with {"register add meeting"}.

# Districts
check-district-without-target-picture = “{ $name }” has no target picture
check-district-without-target-picture-label = target picture is missing
check-district-without-target-picture-what = The district has neither a target picture in words nor any goal.
check-district-without-target-picture-why = Needs and conditions differ, and so by the decision each district shall have its own target picture. Without it there is nothing to prioritise the interventions by.
check-district-without-target-picture-mend = Write one: {"register add target-picture --district DISTRICT"}. Add its goals with {"register edit ID"}. Then the leadership and coordination group can propose it to the steering group.

check-district-without-situation = “{ $name }” has no situation picture
check-district-without-situation-label = situation picture is missing
check-district-without-situation-what = There is no situation picture of the district, or only one whose period hasn’t begun yet.
check-district-without-situation-why = The Act (2023:196), section 4, asks for a situation picture, and the decision wants a shared one for each district. Without it everyone goes by their own picture of the problems.
check-district-without-situation-mend = Enter a situation picture: {"register add situation"}.

check-district-without-action-plan = “{ $name }” has no action plan
check-district-without-action-plan-label = action plan is missing
check-district-without-action-plan-what = No action plan for the district has a first day, and so there is none.
check-district-without-action-plan-why = By the decision, the interventions shall be coordinated in an action plan, and the Act (2023:196), section 5, asks the municipality to decide on one. Without it the interventions are so many loose parts.
check-district-without-action-plan-mend = Write one: {"register add action-plan --districts DISTRICT --period 2027-01-01..2028-12-31"}. Its interventions are added with {"register set ID measures+=intervention=INTERVENTION"}.

check-not-proposed = { $what ->
    [target-picture] the target picture
    [action-plan] the action plan
   *[situation] the situation picture
} of “{ $name }” hasn’t been proposed at any meeting
check-not-proposed-label = not proposed
check-not-proposed-what = It isn’t said which meeting proposed the target picture, the action plan or the situation picture.
check-not-proposed-why = By the decision, the leadership and coordination group prepares the proposals to the steering group. Then those who lead the work in the administrations have had their say.
check-not-proposed-mend = Give the meeting: {"register propose ID --at-meeting MEETING"}.

check-not-adopted = { $what ->
    [target-picture] the target picture
    [action-plan] the action plan
   *[situation] the situation picture
} of “{ $name }” is proposed but not adopted
check-not-adopted-label = not adopted
check-not-adopted-what = The meeting with the proposal has been, but it isn’t said which meeting adopted it.
check-not-adopted-why = By the decision, it is the steering group that adopts target picture, situation picture and action plan. Until then it is a proposal that nobody has to follow.
check-not-adopted-mend = Take the proposal to the steering group and enter the decision: {"register meeting decide MEETING"}. Then: {"register adopt ID --at-meeting MEETING"}.

check-adopted-by-wrong-body = { $what ->
    [target-picture] the target picture
    [action-plan] the action plan
   *[situation] the situation picture
} of “{ $name }” was adopted by “{ $body }”, which isn’t to adopt it
check-adopted-by-wrong-body-label = wrong body
check-adopted-by-wrong-body-what = The body that met is neither a steering group, a political steering group, a board nor the municipal council.
check-adopted-by-wrong-body-why = The decision gives the steering group the task of adopting. That is where the heads of administrations sit, and they should be able to stand behind what holds.
check-adopted-by-wrong-body-mend = If the meeting is wrong, give the right one: {"register adopt ID --at-meeting MEETING"}. If the steering group hasn’t considered it yet, empty the field and take the matter there: {"register set ID adopted="}

check-adopted-in-meeting-not-held = { $what ->
    [target-picture] the target picture
    [action-plan] the action plan
   *[situation] the situation picture
} of “{ $name }” is said to be adopted at the meeting { $meeting }, which hasn’t been held
check-adopted-in-meeting-not-held-label = the meeting wasn’t held
check-adopted-in-meeting-not-held-what = The meeting that is said to have adopted it is planned or cancelled.
check-adopted-in-meeting-not-held-why = Only a meeting that was held can adopt anything. Otherwise it looks as though the steering group has taken a stand when it hasn’t.
check-adopted-in-meeting-not-held-mend = If the meeting was held, change it: {"register set MEETING status=held"}. Otherwise empty adopted, or give the right meeting, with {"register edit ID"}.

check-adopted-before-proposed = { $what ->
    [target-picture] the target picture
    [action-plan] the action plan
   *[situation] the situation picture
} of “{ $name }” was adopted on { $adopted }, before it was proposed on { $proposed }
check-adopted-before-proposed-label = before the proposal
check-adopted-before-proposed-what = The meeting that adopted it came before the meeting that proposed it. Most often the two meetings have been mixed up, or there is a newer proposal.
check-adopted-before-proposed-why = By the decision, the leadership and coordination group proposes first, and then the steering group adopts. The other way round there is no knowing which text holds.
check-adopted-before-proposed-mend = Mend proposed or adopted with {"register edit ID"}. If the proposal is newer than what was adopted, empty adopted until the steering group has considered it.

check-target-picture-expired = the target picture of “{ $name }” was valid until { $until }
check-target-picture-expired-label = no longer valid
check-target-picture-expired-what = The last day of the target picture has passed.
check-target-picture-expired-why = The steering group adopts the target picture, and this one isn’t adopted for any longer. Without one that holds there is nothing to prioritise the interventions by.
check-target-picture-expired-mend = Prepare a new target picture, as a new version beside the old one, and let the steering group adopt it: {"register add target-picture"}, then {"register adopt ID --at-meeting MEETING"}.

check-action-plan-expired = the action plan of “{ $name }” was valid until { $until }
check-action-plan-expired-label = no longer valid
check-action-plan-expired-what = The last day of the action plan has passed.
check-action-plan-expired-why = The steering group adopts the action plan, and it shall take effect in the boards and the administrations. When it has run out there is nothing shared to put into the next budget.
check-action-plan-expired-mend = Prepare a new action plan, as a new version beside the old one, and let the steering group adopt it: {"register add action-plan"}, then {"register adopt ID --at-meeting MEETING"}.

check-situation-too-old = the latest situation picture of “{ $name }” ends on { $until }, and it may be at most { $months } months old
check-situation-too-old-label = too old
check-situation-too-old-what = The last day of the situation picture is further back than the limit, which stands under [situation] in register.toml.
check-situation-too-old-why = The Act (2023:196), section 6, says that the situation picture shall be updated every second year at least. With an old one the interventions are prioritised by how things were, not by how they are.
check-situation-too-old-mend = Prepare a new situation picture of the district: {"register add situation"}.

check-situation-without-survey = the latest situation picture of “{ $name }” has no survey
check-situation-without-survey-label = survey is missing
check-situation-without-survey-what = The situation picture doesn’t describe what has happened, how much of it there is, and what it has led to.
check-situation-without-survey-why = By the Act (2023:196), section 4, the situation picture shall have a survey of crime, its extent and its consequences. Everything that is prioritised afterwards rests on it.
check-situation-without-survey-mend = Write the survey in the field survey with {"register edit ID"}. Write about places and events, never about people.

check-situation-without-analysis = the latest situation picture of “{ $name }” has no analysis
check-situation-without-analysis-label = analysis is missing
check-situation-without-analysis-what = The situation picture doesn’t say why things are as they are, and what follows from it.
check-situation-without-analysis-why = By the Act (2023:196), section 4, the situation picture shall have an analysis. That is what shows which problems matter most and what they come from.
check-situation-without-analysis-mend = Write the analysis in the field analysis with {"register edit ID"}.

check-action-plan-not-followed-up = the action plan of “{ $name }” hasn’t been followed up since { $since }
check-action-plan-not-followed-up-label = follow-up is missing
check-action-plan-not-followed-up-what = More than two years have gone since the plan began, or since it was last followed up at a meeting that was held.
check-action-plan-not-followed-up-why = The Act (2023:196), section 6, says that the action plan shall be followed up every second year at least. Otherwise nothing can be learnt from it for the next plan.
check-action-plan-not-followed-up-mend = Take the follow-up to a meeting, and add the meeting when it has been held: {"register set ID followed_up+=MEETING"}.

check-changed-since-adoption = { $what ->
    [target-picture] the target picture
    [action-plan] the action plan
   *[situation] the situation picture
} of “{ $name }” has been changed since it was adopted
check-changed-since-adoption-label = not what was adopted
check-changed-since-adoption-what = What is adopted is sealed: the field seal holds a short code that is worked out from what was adopted. What stands there now gives another code, so something was changed afterwards.
check-changed-since-adoption-why = By the decision, it is the steering group that adopts. A later change seems to have the steering group behind it, though the group hasn’t considered it.
check-changed-since-adoption-mend = Take back the change with {"register edit ID"}. If it is to hold, it is a new version: add it as one, and let the steering group adopt it with {"register adopt ID --at-meeting MEETING"}.

# The chain
check-problem-without-cause = the problem “{ $title }” in “{ $name }” has no causes
check-problem-without-cause-label = causes are missing
check-problem-without-cause-what = The problem is prioritised, but it isn’t said what it comes from.
check-problem-without-cause-why = By the guidance of the crime prevention council, Brå, interventions shall answer the causes, not only what is seen. Without causes there is no telling which intervention fits.
check-problem-without-cause-mend = Add one cause at a time: {"register set DISTRICT#PROBLEM cause+=id=ID,text=TEXT"}.

check-problem-without-evidence = the problem “{ $title }” in “{ $name }” rests on no situation picture
check-problem-without-evidence-label = no situation picture given
check-problem-without-evidence-what = The problem is prioritised, but it isn’t said which situation picture shows it.
check-problem-without-evidence-why = It is the situation picture that shall show what matters most. Otherwise what is heard most goes first, instead of what is worst.
check-problem-without-evidence-mend = Give the situation picture: {"register set DISTRICT#PROBLEM evidence+=SITUATION"}. If no situation picture shows the problem, take away its rank.

check-unanswered-problem = no goal and no intervention answers the problem “{ $title }” in “{ $name }”
check-unanswered-problem-label = nothing answers it
check-unanswered-problem-what = The problem isn’t tied to any goal, and there is no intervention against it that isn’t cancelled.
check-unanswered-problem-why = The crime prevention council, Brå, says the commonest fault is that the way from problem to intervention can’t be followed. Then the problem is known, but nobody does anything about it.
check-unanswered-problem-mend = Give the goal that the problem stands in the way of: {"register set DISTRICT#PROBLEM answers+=GOAL"}. Or give the problem in an intervention: {"register set INTERVENTION problems+=DISTRICT#PROBLEM"}.

check-goal-without-indicator = the goal “{ $title }” in “{ $name }” has no indicator
check-goal-without-indicator-label = indicator is missing
check-goal-without-indicator-what = It isn’t said what is to show whether the goal is reached.
check-goal-without-indicator-why = Follow-up is what is most often lacking, says the crime prevention council, Brå. Without an indicator one can only have an opinion of the goal, not follow it up.
check-goal-without-indicator-mend = Say what is measured in the district: {"register set DISTRICT indicator+=id=ID,name=NAME,unit=UNIT"}. Then give it to the goal: {"register set DISTRICT#GOAL indicator=ID"}.

check-goal-without-baseline = the goal “{ $title }” in “{ $name }” has no baseline
check-goal-without-baseline-label = baseline is missing
check-goal-without-baseline-what = The goal has an indicator, but it isn’t said what value it had at the outset.
check-goal-without-baseline-why = To follow up is to compare with something. Without a baseline there is no seeing whether things have become better or worse.
check-goal-without-baseline-mend = Give a day and a value, as in {"register set DISTRICT#GOAL baseline=on=2025-06-30,value=52"}.

check-goal-without-target = the goal “{ $title }” in “{ $name }” has no target
check-goal-without-target-label = target is missing
check-goal-without-target-what = The goal has an indicator, but it isn’t said what value it is to reach, and when.
check-goal-without-target-why = The follow-up should be able to say whether the goal is reached. Without a target there is never an answer to that.
check-goal-without-target-mend = Give a day and a value, as in {"register set DISTRICT#GOAL target=on=2028-12-31,value=65"}.

check-goal-without-reading = the goal “{ $title }” in “{ $name }” hasn’t been measured in the last year
check-goal-without-reading-label = new reading is missing
check-goal-without-reading-what = The latest reading, or the baseline if nothing has been measured since, is more than a year old or missing.
check-goal-without-reading-why = That the follow-up isn’t done is one of the commonest faults, says the crime prevention council, Brå. With old values one sees too late that something is going the wrong way.
check-goal-without-reading-mend = Add a reading to the indicator, as in {"register set DISTRICT#INDICATOR readings+=on=2026-09-30,value=55"}.

check-goal-without-intervention = no intervention serves the goal “{ $title }” in “{ $name }”
check-goal-without-intervention-label = no intervention serves it
check-goal-without-intervention-what = No intervention is tied to the goal, apart from cancelled ones.
check-goal-without-intervention-why = By the decision, interventions shall be prioritised from the target picture. A goal that nobody works towards is only a wish.
check-goal-without-intervention-mend = Give the goal in the interventions that serve it: {"register set INTERVENTION goals+=DISTRICT#GOAL"}. If there is none, enter one with {"register add intervention"}.

check-intervention-without-purpose = “{ $title }” isn’t tied to any goal or problem
check-intervention-without-purpose-label = goal and problem are missing
check-intervention-without-purpose-what = It isn’t said which goal the intervention serves, nor which problem it is to do something about.
check-intervention-without-purpose-why = Interventions shall follow from the problems and their causes, and the crime prevention council, Brå, says that this link is what is most often missing. Then there is no saying whether the intervention has helped, either.
check-intervention-without-purpose-mend = Give one of them at least: {"register set ID goals+=DISTRICT#GOAL"} or {"register set ID problems+=DISTRICT#PROBLEM"}.

check-municipal-goal-unserved = nothing serves the municipality-wide goal “{ $title }”
check-municipal-goal-unserved-label = nothing serves the goal
check-municipal-goal-unserved-what = No goal of any district is tied to it, and no intervention either.
check-municipal-goal-unserved-why = By the decision, it is the municipality-wide goals that carry the priority. Here there is no seeing what the work in the districts does for this one.
check-municipal-goal-unserved-mend = Give it in the districts’ goals that serve it: {"register set DISTRICT#GOAL serves+=MUNICIPAL-GOAL"}. It can also be given in an intervention: {"register set INTERVENTION goals+=MUNICIPAL-GOAL"}.

check-prevention-mismatch = { $cause ->
    [situational] the problem “{ $title }” in “{ $name }” has situational causes, but the interventions against it are social
   *[social] the problem “{ $title }” in “{ $name }” has social causes, but the interventions against it are situational
}
check-prevention-mismatch-label = interventions of another sort
check-prevention-mismatch-what = Social prevention turns to people, as support for the young and for families does, and situational prevention to the place, as lighting and guarding do. Here the causes are only of the one sort and the interventions only of the other.
check-prevention-mismatch-why = Interventions shall follow from the causes. An intervention may be good in itself and still not reach what the problem comes from.
check-prevention-mismatch-mend = Consider whether an intervention of the other sort is needed. If the sort is wrong, change it: {"register set INTERVENTION prevention.kind=social"}, or {"register set DISTRICT#CAUSE kind=social"}.

# Interventions
check-intervention-without-board = “{ $title }” has no board
check-intervention-without-board-label = board is missing
check-intervention-without-board-what = The municipality carries out the intervention, but it isn’t said in which board’s budget and follow-up it is.
check-intervention-without-board-why = By the decision, the work shall be a part of each board’s budget and follow-up process. An intervention without a board is one that nobody plans money for or asks after.
check-intervention-without-board-mend = Give the board: {"register set ID board=BOARD"}.

check-intervention-without-money = “{ $title }” has neither budget nor outcome
check-intervention-without-money-label = budget is missing
check-intervention-without-money-what = The intervention is planned or ongoing, but it isn’t said what money it has.
check-intervention-without-money-why = By the decision, the work shall be a part of the boards’ budget and follow-up. Then what each intervention costs needs to show.
check-intervention-without-money-mend = Add a row for each year, as in {"register set ID budget+=year=2027,amount=400000,source=internal-budget"}. If the intervention costs nothing extra, write the amount 0.

check-grant-without-funder = the grant for { $year } to “{ $title }” has no grant giver
check-grant-without-funder-label = grant giver is missing
check-grant-without-funder-what = The money is a grant, but it isn’t said who gives it.
check-grant-without-funder-why = Grants have to be accounted for to those who give them, and they may come to an end. The board needs to know that when it makes its budget.
check-grant-without-funder-mend = Give the grant giver, as in {"register set ID 'budget[2027].funder=Boverket'"}.

check-share-outside-districts = the money of { $year } for “{ $title }” is shared with { $district }, which the intervention is not for
check-share-outside-districts-label = another district
check-share-outside-districts-what = A share of an amount is that of a district which the intervention was not for when the year began.
check-share-outside-districts-why = That part does not count in that district. It is divided between the intervention’s own districts, and the reports tell something else than anybody meant.
check-share-outside-districts-mend = Change the district of the share with {"register edit ID"}, or add the district: {"register set ID districts+=DISTRICT"}.

check-ongoing-past-period = “{ $title }” is ongoing, but its last day was { $until }
check-ongoing-past-period-label = the last day has passed
check-ongoing-past-period-what = The intervention stands as ongoing, though its last day has passed.
check-ongoing-past-period-why = Follow-up and priorities go by what is under way. If the intervention is over it is still counted, and its results aren’t followed up.
check-ongoing-past-period-mend = If it is over: {"register set ID status=completed"}. If it goes on, change the last day: {"register set ID period.until=DATE"}, and empty ended if it is filled in.

check-ongoing-not-begun = “{ $title }” is ongoing, but doesn’t begin until { $from }
check-ongoing-not-begun-label = hasn’t begun
check-ongoing-not-begun-what = The intervention stands as ongoing, though its first day hasn’t come yet.
check-ongoing-not-begun-why = Follow-up and priorities go by what is under way. Here it looks as though something is being done, though it hasn’t begun.
check-ongoing-not-begun-mend = If it hasn’t begun: {"register set ID status=planned"}. If it has, give the day: {"register set ID started=DATE"}.

check-planned-past-start = “{ $title }” is planned, but should have begun on { $from }
check-planned-past-start-label = the first day has passed
check-planned-past-start-what = The intervention stands as planned, though its first day has passed. There is no seeing whether it has got going.
check-planned-past-start-why = Follow-up is of what is under way. An intervention that stays planned isn’t followed up, and nobody notices that it is delayed.
check-planned-past-start-mend = If it has begun: {"register set ID status=ongoing started=DATE"}. If it is put off, move the first day: {"register set ID period.from=DATE"}.

check-ongoing-without-start = “{ $title }” is ongoing, but has no first day
check-ongoing-without-start-label = no first day
check-ongoing-without-start-what = The intervention is ongoing, but neither started nor period.from says when it began.
check-ongoing-without-start-why = What is to be followed up is counted by the days. Without a first day, the intervention counts from the day on which the register’s history first says so. Where there is no history, it counts as always having gone on, and is late for every term that nobody has told of.
check-ongoing-without-start-mend = Write the day: {"register set ID started=DAY"}. Where nobody knows the exact day, the first of the month or year will do.

check-completed-without-end = “{ $title }” is completed, but has no last day
check-completed-without-end-label = no last day
check-completed-without-end-what = The intervention is completed, but neither ended nor period.until says when it ended.
check-completed-without-end-why = What is to be followed up is counted by the days. Without a last day, nobody can say for which term it was last to be followed up, or in which years it cost money.
check-completed-without-end-mend = Write the day: {"register set ID ended=DAY"}. Where nobody knows the exact day, the last of the month or year will do.

check-completed-without-follow-up = “{ $title }” is completed without any follow-up
check-completed-without-follow-up-label = follow-up is missing
check-completed-without-follow-up-what = The intervention is completed, but it was never followed up.
check-completed-without-follow-up-why = The steering group shall have a follow-up of target picture and action plan, and that rests on how the interventions went. Without it nobody can learn from this one.
check-completed-without-follow-up-mend = Follow it up now, while those who took part remember: {"register follow-up ID"}.

check-completed-without-outcome = “{ $title }” is completed, but its outcome hasn’t been measured
check-completed-without-outcome-label = outcome isn’t measured
check-completed-without-outcome-what = The intervention was followed up, but no indicator that measures outcome has a value.
check-completed-without-outcome-why = One reason for the decision was that nobody had a complete picture of the results of the interventions. Output shows what was done, but not whether it helped.
check-completed-without-outcome-mend = Give a value: {"register follow-up ID --value INDICATOR=VALUE"}. If no indicator measures outcome, add one under [[indicator]] with {"register edit ID"}.

check-follow-up-late = “{ $title }” has no follow-up for { $term } (responsible: { $by })
check-follow-up-late-label = follow-up is missing
check-follow-up-late-what = The intervention was under way in the period, but hasn’t been followed up since the period began. The days of grace are over too.
check-follow-up-late-why = The leadership and coordination group shall prepare the follow-up for the steering group. Where an intervention hasn’t answered, that follow-up isn’t whole.
check-follow-up-late-mend = Follow the intervention up: {"register follow-up ID"}. If it is no longer under way, say so: {"register set ID status=completed"}.

check-off-track-twice = “{ $title }” has been off track at two follow-ups in a row since { $since }, and it hasn’t been raised
check-off-track-twice-label = off track once again
check-off-track-twice-what = The two latest follow-ups say that the intervention is off track. Since the first of them no need has been raised, and no meeting has decided anything about the intervention.
check-off-track-twice-why = By the decision, needs for resources and priorities shall be raised to the steering group. What is off track and only noted down seldom mends itself.
check-off-track-twice-mend = Raise a need: {"register set ID needs+=what=TEXT,raised_to=BODY,raised_on=DATE"}. Or let a meeting decide on the intervention: {"register meeting decide MEETING"}.

check-indicator-without-values = the indicator “{ $indicator }” of “{ $title }” has never been given a value
check-indicator-without-values-label = values are missing
check-indicator-without-values-what = The intervention has been followed up, but none of the follow-ups has a value of the indicator.
check-indicator-without-values-why = By the decision, a complete picture of the results of the interventions has been missing. An indicator that never gets a value says nothing of them.
check-indicator-without-values-mend = Give the value at the next follow-up: {"register follow-up ID --value INDICATOR=VALUE"}. If it can’t be measured, change it for another with {"register edit ID"}.

check-outside-plan-period = “{ $title }” is in the action plan, but lies outside the period of the plan
check-outside-plan-period-label = outside the plan’s period
check-outside-plan-period-what = None of the intervention’s days is within the period of the action plan in any of its districts.
check-outside-plan-period-why = The steering group adopts the action plan for a certain time. An intervention that is done at another time isn’t a part of what was adopted.
check-outside-plan-period-mend = Mend the intervention’s days: {"register set ID period=FROM..UNTIL"}. If it isn’t in the plan, take it out of there: {"register edit PLAN"}.

check-need-unanswered = the need “{ $what }” of “{ $title }”, raised on { $raised }, wasn’t answered when “{ $body }” met on { $met }
check-need-unanswered-label = the need is unanswered
check-need-unanswered-what = The need was raised to a body that has met since, but it isn’t said that it was answered.
check-need-unanswered-why = By the decision, needs for resources and priorities are raised to the steering group. One can plan by a no, but not by silence.
check-need-unanswered-mend = If the body has answered, give the meeting in answered with {"register edit ID"}. Otherwise take the need to the body’s next meeting.

# Time
check-ahead-of-its-day = this is told as done, but the day is yet to come: { $day }
check-ahead-of-its-day-label = yet to come
check-ahead-of-its-day-what = A follow-up, a reading, a held meeting, the end of an intervention that is over or something that was done has a day that has not been; or something is said to be answered or followed up at a meeting that has not been held. Most often the year is mistyped.
check-ahead-of-its-day-why = What is told to have happened counts. A follow-up dated ahead hides for years that the intervention is not followed up.
check-ahead-of-its-day-mend = Write the right day with {"register edit ID"}. A meeting that is yet to be held has the status planned.

check-decision-late = the decision “{ $text }” should have been carried out by { $due }
check-decision-late-label = the day has passed
check-decision-late-what = The decision is still open, though the day by which it was to be done has passed.
check-decision-late-why = A decision is of no use until it is carried out. The steering group needs to know what has become late, and why.
check-decision-late-mend = If it is carried out: {"register meeting done MEETING DECISION"}. If more time is needed, agree on another day: {"register set MEETING#DECISION due=DATE"}.

check-agreement-expired = “{ $title }” ran out on { $until }, and no new one takes over
check-agreement-expired-label = has run out
check-agreement-expired-what = The last day of the agreement has passed. There is no later one of the same type with any of the parties that goes on where it ended.
check-agreement-expired-why = By the decision, the work builds on the agreement with the police, and the Act (2023:196), section 9, says that the municipality shall work for written agreements. Without one that holds no party is bound to anything.
check-agreement-expired-mend = Enter the new one: {"register add agreement"}. If the old one was prolonged, change the last day: {"register set ID period.until=DATE"}.

check-agreement-expiring = “{ $title }” runs out on { $until }, and no new one takes over
check-agreement-expiring-label = runs out soon
check-agreement-expiring-what = The agreement ends within 90 days. There is no later one of the same type with any of the parties that goes on where it ends.
check-agreement-expiring-why = By the decision, the work builds on the agreement with the police, and a new one has to be negotiated and decided on by every party. If that begins too late there will be a gap.
check-agreement-expiring-mend = Take it up with the parties now, and enter the new one when it is ready: {"register add agreement"}. If it isn’t to be renewed, the finding can be given a waiver in register.toml.

check-commitment-without-follow-up = the commitment “{ $text }” in “{ $title }” hasn’t been followed up for { $term }
check-commitment-without-follow-up-label = follow-up is missing
check-commitment-without-follow-up-what = The commitment held for the whole period, but it isn’t said how it went. The days of grace are over too.
check-commitment-without-follow-up-why = Promises to the citizens are followed up regularly, one by one. Those who were given a promise should be able to know whether it was kept.
check-commitment-without-follow-up-mend = Add a row for the period, as in {"register set ID#COMMITMENT follow_up+=period=2026-t2,activity=TEXT,assessment=on-track"}.

check-event-unprepared = the event “{ $title }” in “{ $name }”, from { $from }, lacks { $missing ->
    [lead] someone who leads the preparations
    [intervention] interventions
   *[both] both interventions and someone who leads the preparations
}
check-event-unprepared-label = preparations are missing
check-event-unprepared-what = The event begins within 60 days or is already under way, but it isn’t said who leads the preparations or which interventions are to be made.
check-event-unprepared-why = By the decision, the leadership and coordination group shall start coordination before events that are known in advance. When the day is here it is too late.
check-event-unprepared-mend = Say who leads: {"register set DISTRICT#EVENT lead=BODY"}. Give the interventions: {"register set DISTRICT#EVENT interventions+=INTERVENTION"}.

check-inspection-action-late = the action “{ $text }” ({ $place }) should have been done by { $due }
check-inspection-action-late-label = the day has passed
check-inspection-action-late-what = Something was found wanting, at a safety inspection for example, and someone promised an action. The day by which it was to be done has passed, and it isn’t said that it is done.
check-inspection-action-late-why = A safety inspection is of use only when what it found is put right. Those who pointed it out should have an answer as well.
check-inspection-action-late-mend = If it is done, give the day: {"register set SITUATION#OBSERVATION action.done_on=DATE"}. Otherwise get in touch with the one responsible, and agree on another day in action.due.

check-round-unanswered = “{ $name }” has not answered the inventory of { $term }, and its answer was due on { $due }
check-round-unanswered-label = no answer
check-round-unanswered-what = The body is asked in the latest round of inventory, and the day by which answers were wanted has passed. It isn’t said that its answer was read.
check-round-unanswered-why = The decision wants one picture of all interventions. Where the answer of a body is missing, nobody sees what it does, begins or has ended.
check-round-unanswered-mend = Remind the body: {"register round remind"}. If its answer has come, read it: {"register round read FILES"}. If it came in another way, enter it and give the day: {"register set ROUND answer[BODY].answered_on=DATE"}. If more time is needed, agree on another day: {"register set ROUND due=DATE"}.

# Overlap
check-overlap = in “{ $district }” there are { $count } interventions of the same sort for the same target group (“{ $category }”, { $groups }); besides this one: { $others }
check-overlap-label = overlaps others
check-overlap-what = The interventions have the same district, category and target group and are under way or planned for the same time, but different bodies are responsible for them.
check-overlap-why = By the decision, the leadership and coordination group shall coordinate interventions between and within the districts. Efforts may go further here if those responsible talk to each other.
check-overlap-mend = Find out whether they can be done together or shared out, and give each other as partners: {"register set ID partners+=BODY"}. If they are to be side by side, the finding can be given a waiver in register.toml.

check-same-place-same-time = { $count } interventions with different bodies responsible are at “{ $place }” in “{ $district }” at the same times ({ $when }); besides this one: { $others }
check-same-place-same-time-label = same place and times
check-same-place-same-time-what = Interventions that different bodies are responsible for work at the same place, in the same days and at the same times of the week.
check-same-place-same-time-why = By the decision, the leadership and coordination group shall coordinate interventions within the districts. When everyone is there on the same evening, nobody is there on the others.
check-same-place-same-time-mend = Agree on who is there when, and change the times: {"register set ID when-=evening"}. If they are to be there together, the finding can be given a waiver in register.toml.

check-alike-titles = another intervention in the same district has almost the same title: “{ $other }” ({ $responsible })
check-alike-titles-label = like another title
check-alike-titles-what = Two interventions in the same district have titles that can hardly be told apart. It may be the same intervention, entered twice.
check-alike-titles-why = To coordinate, one has to see what each of them does. Doubles are counted twice, and two interventions of almost the same name are easily mixed up.
check-alike-titles-mend = If it is the same intervention, move what is missing to one of them and take away the other with {"register remove ID"}. If they are two different ones, give them clearer titles: {"register set ID title=TITLE"}.

# Waivers
check-waiver-expired = the waiver for { $code } in { $record } was valid until { $until }
check-waiver-expired-label = no longer valid
check-waiver-expired-what = The last day of the waiver has passed, and the finding is shown again if what was wrong still is.
check-waiver-expired-why = A waiver holds for a time, never for ever. When the time is up someone needs to consider it anew.
check-waiver-expired-mend = If what was wrong is mended, take away the waiver in register.toml. If it is needed for longer, set a new last day in until and write the reason in reason.

check-waiver-unused = the waiver for { $code } in { $record } isn’t needed
check-waiver-unused-label = nothing to waive
check-waiver-unused-what = The waiver hides no finding. Either what was wrong has been mended, or the waiver is for something that counts as an error, and errors can’t be waived.
check-waiver-unused-why = A waiver that is left behind may one day hide a new fault that nobody has considered.
check-waiver-unused-mend = Take away the waiver in register.toml. If it points at the wrong record or the wrong finding, mend record or code.

check-waiver-unknown-code = there is no finding called “{ $code }”
check-waiver-unknown-code-label = doesn’t exist
check-waiver-unknown-code-what = A waiver says which finding it is for by its code, and there is no such code. Most often it is misspelt.
check-waiver-unknown-code-why = The waiver has no effect, though whoever wrote it believes it has.
check-waiver-unknown-code-mend = Mend code in register.toml. The code stands in square brackets in what {"register check"} prints, after the word warning or note.

check-untouched = “{ $title }” is ongoing, but its record has not been touched since before { $since }
check-untouched-label = nothing has been written for long
check-untouched-what = The intervention is said to be ongoing, but nobody has changed anything in its record for more than two cycles of follow-up. The day is reckoned from the history in git.
check-untouched-why = An inventory shall show what is really going on. What nobody has touched for so long is often no longer true.
check-untouched-mend = Ask the one responsible. If the intervention goes on, follow it up: {"register follow-up ID"}. Otherwise: {"register set ID status=completed"}. {"register log ID"} shows what has happened.

check-clone-without-driver = this clone doesn’t merge the register’s files field by field
check-clone-without-driver-label = git has not been set up here
check-clone-without-driver-what = The register’s .gitattributes says that the files shall be merged by register, but the clone doesn’t know how. The driver is each clone’s own setting and doesn’t come along when somebody clones.
check-clone-without-driver-why = Without it git merges line by line: two follow-ups of one intervention become a conflict that somebody has to sort out by hand, and one of them may be lost.
check-clone-without-driver-mend = Run {"register git install"} once in the clone.

# Versions, priorities and causes
check-id-mismatch = the id says “{ $says }”, but the content says something else
check-id-mismatch-label = says something else than the id
check-id-mismatch-what = A meeting’s id most often begins with its date and body, a situation picture’s with its period and district, and a target picture’s or action plan’s with its district. Here the id says one thing and the content another.
check-id-mismatch-why = Who sees an id believes that it says what the record is. Where it is wrong, one looks in the wrong place, and perhaps enters the same thing once more.
check-id-mismatch-mend = If the content is right, change the id: {"register rename ID NEW-ID"}, which also changes every reference. If the id is right, mend the content: {"register set ID FIELD=VALUE"}.

check-second-municipality = “{ $first }” stands for the whole municipality already
check-second-municipality-label = one more for the municipality
check-second-municipality-what = The field covers says that the record stands for the whole municipality, and another record does already.
check-second-municipality-why = What is about the whole municipality shall stand in one place. Otherwise there is no saying which situation picture and which action plan are the municipality’s.
check-second-municipality-mend = Empty the field in the record that is a district: {"register set ID covers="}

check-decision-of-other-matter = { $what ->
    [target-picture] the target picture
    [action-plan] the action plan
   *[situation] the situation picture
} of “{ $name }” says that it was decided by { $decision }, which is about something else
check-decision-of-other-matter-label = the decision is about something else
check-decision-of-other-matter-what = The document names a decision of a meeting, but the decision does not say that it is about the document.
check-decision-of-other-matter-why = The document says by what it was decided, and the decision what it is about. Where the two do not agree, there is no showing what is adopted.
check-decision-of-other-matter-mend = If it is the right decision, add the document to it: {"register set MEETING#DECISION concerns+=KIND/ID"}. Otherwise give the right one: {"register adopt ID --at-meeting MEETING#DECISION"}.

check-two-in-force = { $what ->
    [target-picture] another target picture
   *[action-plan] another action plan
} of “{ $name }” was adopted on the same day and holds too: “{ $held }”, and reports go by that one
check-two-in-force-label = adopted on the same day
check-two-in-force-what = Two versions of a target picture or an action plan were adopted on the same day, and both hold today.
check-two-in-force-why = One version at a time is in force. Where nobody has said which, goals and measures are missing from the reports.
check-two-in-force-mend = Take the one away that was not adopted: {"register remove ID"}. If the one follows upon the other, give them periods that don’t overlap: {"register set ID period.until=DAY"}.

check-not-sealed = { $what ->
    [target-picture] the target picture
    [action-plan] the action plan
   *[situation] the situation picture
} of “{ $name }” is adopted and has no seal
check-not-sealed-label = seal is missing
check-not-sealed-what = It says which meeting adopted it, but not in short what was adopted.
check-not-sealed-why = Without a seal it does not show if something is changed afterwards, and then the change seems to have the steering group behind it.
check-not-sealed-mend = If this is what was adopted, seal it: {"register adopt ID --at-meeting MEETING"}.

check-bad-priority = the priority is { $priority }, and should be 1 to { $last }
check-bad-priority-label = no priority
check-bad-priority-what = An intervention of an action plan has priority 1, 2 or 3, and 1 goes first.
check-bad-priority-why = With three steps one can say what is to be done first. With more, nobody knows what they mean.
check-bad-priority-mend = Give 1, 2 or 3: {"register set PLAN measures[INTERVENTION].priority=1"}.

check-plan-without-priorities = the action plan of “{ $name }” doesn’t say what is most important
check-plan-without-priorities-label = no priorities
check-plan-without-priorities-what = The plan has interventions, but none of them has a priority.
check-plan-without-priorities-why = By the decision the groups shall prioritise the interventions. When money or time is not enough, the priority says what is to be done all the same.
check-plan-without-priorities-mend = Give the interventions priority, as in {"register set PLAN measures[INTERVENTION].priority=1"}.

check-cause-unanswered = no intervention does anything about the cause “{ $text }” of the problem “{ $title }” in “{ $name }”
check-cause-unanswered-label = nothing is done about it
check-cause-unanswered-what = The problem has a priority, and interventions in the district are tied to causes, but none to this one.
check-cause-unanswered-why = By the guidance of the crime prevention council, Brå, interventions shall follow from the causes. A cause that nobody does anything about stays, however much is done about the others.
check-cause-unanswered-mend = Name the cause in the intervention that does something about it: {"register set INTERVENTION causes+=DISTRICT#CAUSE"}. If there is none, add one with {"register add intervention"}.

check-measure-without-cause = “{ $title }” is against the problem “{ $problem }”, but against none of its causes
check-measure-without-cause-label = not tied to a cause
check-measure-without-cause-what = The intervention is in the action plan and tied to a problem, but it isn’t said which cause it does something about.
check-measure-without-cause-why = By the guidance of the crime prevention council, Brå, interventions shall follow from the causes. Otherwise there is no saying why just this one would help.
check-measure-without-cause-mend = Name the cause: {"register set INTERVENTION causes+=DISTRICT#CAUSE"}. If it answers a cause that isn’t there, add it: {"register set DISTRICT#PROBLEM cause+=id=ID,text=TEXT"}.

check-reading-without-day = { $wanted ->
    [sum] a reading of “{ $indicator }” doesn’t say over which time it was counted
   *[level] a reading of “{ $indicator }” doesn’t say on which day it was made
}
check-reading-without-day-label = no day
check-reading-without-day-what = An indicator that shows how it stands is measured on a day (on), and one that counts how many is counted over a time (from and until).
check-reading-without-day-why = Without a time there is no comparing. A number over eight months says nothing of a target for a year.
check-reading-without-day-mend = Mend the reading with {"register edit DISTRICT"}: on for a day, from and until for a time.

check-left-with-ended = { $what ->
    [meeting] the meeting { $title } is planned with
    [named] “{ $title }” refers to
   *[other] “{ $title }” lies with
} “{ $name }”, which is no more since { $until }
check-left-with-ended-label = is no more
check-left-with-ended-what = An intervention, a planned meeting, an event ahead, a decision, an agreement or a need isn’t over, but a body or a district that it belongs to has ended; or a body, a district or the register’s settings still name the one that has.
check-left-with-ended-why = What nobody is responsible for any more is not done, and nobody asks for it.
check-left-with-ended-mend = Hand it over to who took on: {"register hand-over OLD NEW"}. Where it is said already who that was, {"register hand-over OLD"} is enough. If it is over too, say so: {"register set ID status=completed"} for an intervention, {"register meeting done MEETING DECISION"} for a decision.

check-lost-in-merge = what a branch of the older format changed in { $changed } is not here
check-lost-in-merge-label = doesn’t say what the branch changed
check-lost-in-merge-what = A merge is under way between a register of the older format and one that was upgraded. The branch took something out of a target picture or action plan that the upgrade moved, and the file that it stood in came to be the same on both sides, so git didn’t ask.
check-lost-in-merge-why = Otherwise what the branch took away is back, and nobody has decided that.
check-lost-in-merge-mend = Make the same change here and run git add, or leave it and finish the merge with {"git commit --no-verify"}. What the branch changed is shown by git diff HEAD...MERGE_HEAD. Where {"register upgrade"} is run on the branch before it is merged, this does not happen.

check-impossible-value = { $why ->
    [range] { $field } can only be from { $least } to { $most }, and here it says { $value }
   *[least] { $field } can’t be less than { $least }, and here it says { $value }
}
check-impossible-value-label = can’t be
check-impossible-value-what = A number, a year or a day is one that can’t be: a count below zero, a place in an order before the first, or a year that hasn’t four digits.
check-impossible-value-why = Sums, ages and order are made of what it says. A value that can’t be makes them wrong without anyone seeing it.
check-impossible-value-mend = Write the right value with {"register set ID FIELD=VALUE"} or {"register edit ID"}. If nobody knows what it should be, take it away.

check-unlikely-value = { $why ->
    [many] { $field } is { $value }, and usually is at most { $limit }
    [small] { $field } is { $value }: are thousands missing?
    [large] { $field } is { $value }: are there too many zeros?
    [long-ago] { $field } is { $value }, which is long ago
    [far-ahead] { $field } is { $value }, which is far ahead
    [share] { $field } is { $value } per cent, but a share is from 0 to 100
    [lines] { $field } has { $value } lines, but should have one
   *[long] { $field } is { $value } characters long, and usually is at most { $limit }
}
check-unlikely-value-label = is that right?
check-unlikely-value-what = A value is so large, so small or so far off that it nearly always has a slip in it: 12,000 full-time equivalents, an amount of 3 kronor, 140 per cent, a day fifty years ago, or a title of several lines.
check-unlikely-value-why = Most often there is a zero too many, thousands are missing or the year is mistyped. It goes into every sum and list.
check-unlikely-value-mend = Write the right value with {"register set ID FIELD=VALUE"}. What belongs in running text goes into a field for text. If the value is right, accept it for a time with a waiver in register.toml.
