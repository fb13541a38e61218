use super::*;
use crate::model::{Kind, RecordId};

const BASE: &str = "title = \"X\"\nstatus = \"planned\"\ndistricts = [\"ryd\"]\nresponsible = \"a\"\npartners = [\"b\", \"c\"]\n\
    budget = [\n  { year = 2026, amount = 1, source = \"internal-budget\" },\n]\n\n\
    [[follow_up]]\non = 2026-01-10\nassessment = \"on-track\"\nnote = \"Ett\"\n";

fn merged(ours: &str, theirs: &str) -> Merged {
    let subject = Subject::Record(RecordId::new(Kind::Intervention, "x"));
    merge(BASE, ours, theirs, &subject, &Labels::default()).unwrap()
}

#[track_caller]
fn check(ours: &str, theirs: &str, expected: &Merged) {
    assert_eq!(&merged(ours, theirs), expected, "{:#?}", merged(ours, theirs));
}

fn with(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(BASE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

fn follow_up(on: &str, note: &str) -> String {
    format!("\n[[follow_up]]\non = {on}\nassessment = \"on-track\"\nnote = \"{note}\"\n")
}

#[test]
fn follow_ups_of_both_are_kept_in_the_order_of_their_days() {
    let ours = format!("{BASE}{}", follow_up("2026-05-20", "Vår"));
    let theirs = format!("{BASE}\n# Från fältet{}", follow_up("2026-05-10", "Deras"));
    let expected =
        format!("{BASE}\n# Från fältet{}{}", follow_up("2026-05-10", "Deras"), follow_up("2026-05-20", "Vår"));
    check(&ours, &theirs, &Merged::Clean(expected.clone()));
    check(&theirs, &ours, &Merged::Clean(expected));
}

#[test]
fn what_one_changed_is_taken_with_its_comment() {
    let ours = with(&[("status = \"planned\"", "status = \"ongoing\"")]);
    let theirs = with(&[
        ("responsible = \"a\"", "# Från 1 mars\nresponsible = \"d\" # tills vidare"),
        ("\"c\"]", "\"c\", \"e\"]"),
    ]);
    let expected = with(&[
        ("status = \"planned\"", "status = \"ongoing\""),
        ("responsible = \"a\"", "# Från 1 mars\nresponsible = \"d\" # tills vidare"),
        ("\"c\"]", "\"c\", \"e\"]"),
    ]);
    check(&ours, &theirs, &Merged::Clean(expected));
}

#[test]
fn lists_merge_as_sets_that_keep_their_order() {
    let ours = with(&[("[\"b\", \"c\"]", "[\"a\", \"b\", \"c\", \"d\"]")]);
    let theirs = with(&[("[\"b\", \"c\"]", "[\"c\", \"e\"]")]);
    check(&ours, &theirs, &Merged::Clean(with(&[("[\"b\", \"c\"]", "[\"a\", \"c\", \"d\", \"e\"]")])));
}

#[test]
fn rows_of_money_merge_row_by_row() {
    let row = "  { year = 2026, amount = 1, source = \"internal-budget\" },\n";
    let ours = with(&[(
        row,
        "  { year = 2026, amount = 5, source = \"internal-budget\" }, # nytt\n  { year = 2027, amount = 2 },\n",
    )]);
    let theirs = with(&[(row, &format!("{row}  {{ year = 2026, amount = 9, source = \"state-grant\" }},\n"))]);
    let expected = with(&[(
        row,
        "  { year = 2026, amount = 5, source = \"internal-budget\" }, # nytt\n  { year = 2026, amount = 9, source = \"state-grant\" },\n  { year = 2027, amount = 2 },\n",
    )]);
    check(&ours, &theirs, &Merged::Clean(expected));
}

#[test]
fn what_both_changed_is_a_conflict_of_that_line() {
    let ours = with(&[("status = \"planned\"", "status = \"ongoing\""), ("\"X\"", "\"Y\"")]);
    let theirs = with(&[("status = \"planned\"", "status = \"paused\""), ("\"a\"", "\"d\"")]);
    let expected = with(&[
        (
            "status = \"planned\"\n",
            "<<<<<<< ours\nstatus = \"ongoing\"\n=======\nstatus = \"paused\"\n>>>>>>> theirs\n",
        ),
        ("\"X\"", "\"Y\""),
        ("\"a\"", "\"d\""),
    ]);
    check(&ours, &theirs, &Merged::Conflicts(expected));
}

#[test]
fn what_one_took_away_and_the_other_changed_is_a_conflict() {
    let block = &BASE[BASE.find("[[").unwrap()..];
    let ours = with(&[(block, "")]);
    let theirs = with(&[("\"Ett\"", "\"Två\"")]);
    let Merged::Conflicts(text) = merged(ours.trim_end_matches('\n'), &theirs) else { panic!() };
    assert!(text.contains("<<<<<<< ours\n=======\n[[follow_up]]"), "{text}");
    let Merged::Conflicts(text) = merged(&theirs, &ours) else { panic!() };
    assert!(text.contains("note = \"Två\"\n=======\n>>>>>>> theirs"), "{text}");
}

#[test]
fn two_follow_ups_of_one_day_and_body_are_both_there_to_choose_from() {
    let ours = format!("{BASE}{}", follow_up("2026-05-20", "Vår"));
    let theirs = format!("{BASE}{}", follow_up("2026-05-20", "Deras"));
    let Merged::Conflicts(text) = merged(&ours, &theirs) else { panic!() };
    let parts = sections(&text).unwrap();
    let Some(Section::Conflict(conflict)) = parts.iter().find(|part| matches!(part, Section::Conflict(_))) else {
        panic!()
    };
    assert!(conflict.ours.contains("Vår") && conflict.theirs.contains("Deras") && conflict.theirs.starts_with("[["));
    let both = format!("{BASE}{}{}", follow_up("2026-05-20", "Vår"), follow_up("2026-06-01", "En till"));
    assert!(matches!(merged(&both, &ours), Merged::Clean(text) if text == both));
}

#[test]
fn line_ends_and_a_missing_last_one_stay_as_ours_has_them() {
    let ours = format!("\u{feff}{}", with(&[("\"X\"", "\"Y\"")]).trim_end().replace('\n', "\r\n"));
    let theirs = with(&[("\"planned\"", "\"ongoing\"")]);
    let Merged::Clean(text) = merged(&ours, &theirs) else { panic!() };
    let expected = with(&[("\"X\"", "\"Y\""), ("\"planned\"", "\"ongoing\"")]);
    assert_eq!(text, format!("\u{feff}{}", expected.trim_end().replace('\n', "\r\n")));
}

#[test]
fn what_would_be_an_error_of_neither_is_not_handed_over() {
    let subject = Subject::Record(RecordId::new(Kind::Intervention, "x"));
    let base = "title = \"X\"\nstatus = \"ongoing\"\nresponsible = \"a\"\nstarted = 2026-03-01\nended = 2026-04-01\n";
    let ours = base.replace("2026-03-01", "2026-03-20");
    let theirs = base.replace("2026-04-01", "2026-03-10");
    assert_eq!(open_fields(base, &ours, &theirs, &subject), ["started", "ended"]);
    // What has nothing to do with it is merged.
    let (ours, theirs) = (ours.replace("\"X\"", "\"Y\""), theirs.replace("\"a\"", "\"b\""));
    assert_eq!(open_fields(base, &ours, &theirs, &subject), ["started", "ended"]);
}

/// What somebody who set out to lose something tried: the base, ours, theirs, and whether it can be merged at all.
#[test]
fn nothing_is_put_where_it_does_not_belong() {
    let agreement = Subject::Record(RecordId::new(Kind::Agreement, "x"));
    let head = "title = \"X\"\ntype = \"citizen-promise\"\nperiod = { from = 2026-01-01 }\n\n";
    let told = |period: &str| format!("[[commitment.follow_up]]\nperiod = \"{period}\"\nactivity = \"{period}\"\n\n");
    let commitment = |id: &str| format!("[[commitment]]\nid = \"{id}\"\ntext = \"{id}\"\n\n");
    let base = format!("{head}{}{}{}", commitment("a"), told("2026-t1"), told("2026-t2"));
    let ours = format!("{head}{}{}{}", commitment("a"), told("2026-t2"), told("2026-t1"));
    let theirs = format!("{base}{}", commitment("b"));
    let Some(Merged::Clean(text)) = merge(&base, &ours, &theirs, &agreement, &Labels::default()) else { panic!() };
    let table: toml::Table = toml::from_str(&text).unwrap();
    assert_eq!(table["commitment"][0]["follow_up"].as_array().unwrap().len(), 2, "{text}");
    assert!(table["commitment"][1].get("follow_up").is_none(), "{text}");
}

#[test]
fn comments_are_counted() {
    let row = "  { year = 2026, amount = 1, source = \"internal-budget\" },\n";
    let base = with(&[(row, "  { year = 2026, amount = 1, source = \"internal-budget\" }, # beslutad\n")]);
    let add = |year: &str| {
        base.replacen("# beslutad\n", &format!("# beslutad\n  {{ year = {year}, amount = 2 }}, # beslutad\n"), 1)
    };
    let subject = Subject::Record(RecordId::new(Kind::Intervention, "x"));
    let merged = merge(&base, &add("2027"), &add("2028"), &subject, &Labels::default());
    let Some(Merged::Clean(text)) = merged else { panic!("{merged:?}") };
    assert_eq!(text.matches("# beslutad").count(), 3, "{text}");
    assert!(text.contains("{ year = 2028, amount = 2 }, # beslutad"), "{text}");
}

#[test]
fn what_both_corrected_is_one_thing() {
    let ours = with(&[("2026-01-10", "2026-01-11")]);
    let theirs = with(&[("2026-01-10", "2026-01-12")]);
    let Merged::Conflicts(text) = merged(&ours, &theirs) else { panic!() };
    assert_eq!(text.matches("[[follow_up]]").count(), 1, "{text}");
    let both = with(&[("2026-01-10", "2026-01-11"), ("\"Ett\"", "\"Två\"")]);
    check(&ours, &with(&[("\"Ett\"", "\"Två\"")]), &Merged::Clean(both));
    // Another body's follow-up of the same day is another one.
    let other = "[[follow_up]]\non = 2026-01-10\nby = \"polisen\"\nassessment = \"off-track\"\nnote = \"Nej\"\n";
    let replaced = with(&[(&BASE[BASE.find("[[").unwrap()..], other)]);
    let trend = with(&[("note = \"Ett\"", "trend = \"worsening\"\nnote = \"Ett\"")]);
    let Merged::Conflicts(text) = merged(&replaced, &trend) else { panic!() };
    assert!(!text.split("polisen").nth(1).unwrap().split("[[").next().unwrap().contains("worsening"), "{text}");
}

#[test]
fn a_table_that_one_took_away_and_the_other_went_on_with_is_one_or_the_other() {
    let subject = Subject::Settings;
    let base = "format = 2\nname = \"X\"\n\n[situation]\nmax_age_months = 24\n";
    let gone = "format = 2\nname = \"X\"\n";
    let renamed = base.replace("\"X\"", "\"Y\"");
    for (ours, theirs) in [(gone, renamed.as_str()), (renamed.as_str(), gone)] {
        let merged = merge(base, ours, theirs, &subject, &Labels::default());
        assert_eq!(merged, Some(Merged::Clean("format = 2\nname = \"Y\"\n".to_owned())));
    }
    let changed = base.replace("24", "12");
    let Some(Merged::Conflicts(text)) = merge(base, gone, &changed, &subject, &Labels::default()) else { panic!() };
    assert!(text.contains("<<<<<<< ours\n=======\n[situation]\nmax_age_months = 12\n>>>>>>>"), "{text}");
}

#[test]
fn conflicts_side_by_side_are_resolved_one_by_one_and_marks_are_longer_than_what_looks_like_them() {
    let ours = with(&[("\"X\"", "\"Y\""), ("\"planned\"", "\"ongoing\"")]);
    let theirs = with(&[("\"X\"", "\"Z\""), ("\"planned\"", "\"paused\"")]);
    let Merged::Conflicts(text) = merged(&ours, &theirs) else { panic!() };
    assert_eq!(text.matches("<<<<<<<").count(), 2, "{text}");
    let heading = "summary = \"\"\"\nRubrik\n=======\nText\n\"\"\"\n";
    let ours = format!("{heading}{BASE}");
    let theirs = format!("{}{BASE}", heading.replace("Text", "Annat"));
    let Merged::Conflicts(text) = merged(&ours, &theirs) else { panic!() };
    let parts = sections(&text).unwrap();
    assert_eq!(parts.iter().filter(|part| matches!(part, Section::Conflict(_))).count(), 1, "{text}");
    let bom = format!("\u{feff}{}", "<<<<<<< a\nx = 1\n=======\nx = 2\n>>>>>>> b\n");
    assert!(markers_in(&bom) && matches!(&sections(&bom).unwrap()[0], Section::Plain(text) if text == "\u{feff}"));
}

#[test]
fn two_different_records_of_one_id_are_not_mixed() {
    let subject = Subject::Record(RecordId::new(Kind::Intervention, "x"));
    let other = with(&[("\"X\"", "\"Någon annans\"")]);
    assert_eq!(open_fields("", BASE, &other, &subject), [""]);
    let same = with(&[("\"a\"", "\"a\"\nstaff = 1")]);
    assert_eq!(merge("", BASE, &same, &subject, &Labels::default()), Some(Merged::Clean(same)));
}

#[test]
fn a_row_that_both_changed_is_a_conflict_of_its_line_alone() {
    let ours = with(&[("amount = 1", "amount = 5")]);
    let row = "amount = 1, source = \"internal-budget\" },\n";
    let theirs = with(&[(row, &format!("{}  {{ year = 2027, amount = 2 }},\n", row.replace('1', "9")))]);
    let Merged::Conflicts(text) = merged(&ours, &theirs) else { panic!() };
    let Some(Section::Conflict(conflict)) = sections(&text).unwrap().into_iter().nth(1) else { panic!("{text}") };
    assert!(conflict.ours.contains("amount = 5") && conflict.ours.lines().count() == 1, "{text}");
    assert!(conflict.theirs.contains("amount = 9") && conflict.theirs.lines().count() == 1, "{text}");
    assert_eq!(text.matches("year = 2027").count(), 1, "{text}");
}

#[test]
fn what_both_began_under_one_id_is_merged_key_by_key() {
    let indicator = |rest: &str| format!("{BASE}\n[[indicator]]\nid = \"antal\"\nname = \"Antal\"\n{rest}");
    let merged = merged(&indicator("unit = \"st\"\n"), &indicator("target = 5\n"));
    let Merged::Clean(text) = merged else { panic!("{merged:?}") };
    assert_eq!(text.matches("[[indicator]]").count(), 1, "{text}");
    assert!(text.contains("unit = \"st\"") && text.contains("target = 5"), "{text}");
}

#[test]
fn a_comment_that_ours_wrote_stays_where_theirs_took_the_key_away() {
    let ours = with(&[("partners", "# Se avtalet\npartners")]);
    let partners = "partners = [\"b\", \"c\"]\n";
    check(&ours, &with(&[(partners, "")]), &Merged::Clean(with(&[(partners, "# Se avtalet\n")])));
}

/// What refers to a part of a record has a `#` in it, and is no comment.
#[test]
fn references_to_parts_of_records_are_no_comments() {
    let goals = |list: &str| BASE.replace("partners", &format!("goals = [{list}]\npartners"));
    let subject = Subject::Record(RecordId::new(Kind::Intervention, "x"));
    let merge = |base: &str, ours: &str, theirs: &str| merge(base, ours, theirs, &subject, &Labels::default()).unwrap();
    let base = goals("\"ryd#a\"");
    let (ours, theirs) = (goals("\"ryd#a\", \"ryd#b\""), goals("\"ryd#a\", \"ryd#c\""));
    assert_eq!(merge(&base, &ours, &theirs), Merged::Clean(goals("\"ryd#a\", \"ryd#b\", \"ryd#c\"")));
    // Nor does a conflict of another field make one of them.
    let paused = ours.replace("\"planned\"", "\"paused\"");
    let ongoing = theirs.replace("\"planned\"", "\"ongoing\"");
    let Merged::Conflicts(text) = merge(&base, &paused, &ongoing) else { panic!() };
    assert!(text.contains("goals = [\"ryd#a\", \"ryd#b\", \"ryd#c\"]\n"), "{text}");
    assert_eq!(sections(&text).unwrap().len(), 3, "{text}");
    let gone = goals("\"ryd#b\"");
    assert_eq!(merge(&base, &gone, &theirs), Merged::Clean(goals("\"ryd#b\", \"ryd#c\"")));
}

/// A key is a field, and to change it is an edit: of one element that it was, and stays.
#[test]
fn an_element_is_the_same_one_by_another_key() {
    let row = |row: &str| with(&[("{ year = 2026, amount = 1, source = \"internal-budget\" }", row)]);
    let rows = |text: &str| text.lines().filter(|line| line.trim_start().starts_with("{ year")).count();
    let full =
        |year: i64, amount: i64| row(&format!("{{ year = {year}, amount = {amount}, source = \"internal-budget\" }}"));
    // The one another year, the other another amount: both.
    check(&full(2027, 1), &full(2026, 5), &Merged::Clean(full(2027, 5)));
    check(&full(2026, 5), &full(2027, 1), &Merged::Clean(full(2027, 5)));
    let none = with(&[("budget = [\n  { year = 2026, amount = 1, source = \"internal-budget\" },\n]\n", "")]);
    let empty = with(&[("\n  { year = 2026, amount = 1, source = \"internal-budget\" },\n]", "]")]);
    for (ours, theirs) in [(full(2027, 1), full(2028, 1)), (full(2027, 1), none), (full(2027, 1), empty)] {
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            let Merged::Conflicts(text) = merged(ours, theirs) else { panic!("{:?}", merged(ours, theirs)) };
            for take in [false, true] {
                let side = |part: Section| match part {
                    Section::Plain(text) => text,
                    Section::Conflict(conflict) => {
                        if take {
                            conflict.theirs
                        } else {
                            conflict.ours
                        }
                    }
                };
                let resolved: String = sections(&text).unwrap().into_iter().map(side).collect();
                assert!(rows(&resolved) <= 1, "{resolved}");
            }
        }
    }
}

/// Two who write in different parts of a text, wherever in a record it is.
#[test]
fn a_text_is_merged_by_its_sentences() {
    let summary = |text: &str| with(&[("districts", &format!("summary = \"\"\"\n{text}\"\"\"\ndistricts"))]);
    let subject = Subject::Record(RecordId::new(Kind::Intervention, "x"));
    let merge = |base: &str, ours: &str, theirs: &str| merge(base, ours, theirs, &subject, &Labels::default()).unwrap();
    let base = "Vuxna går i par. De börjar vid torget.\n\nAlla är välkomna.\n";
    let (ours, theirs) = (base.replace("i par", "i grupp"), base.replace("välkomna.", "välkomna. Anmäl dig."));
    let both = ours.replace("välkomna.", "välkomna. Anmäl dig.");
    let texts = [base, &ours, &theirs, &both].map(summary);
    assert_eq!(merge(&texts[0], &texts[1], &texts[2]), Merged::Clean(texts[3].clone()));
    assert_eq!(merge(&texts[0], &texts[2], &texts[1]), Merged::Clean(texts[3].clone()));
    // What one took away stays away.
    let shorter = summary(&base.replace(" De börjar vid torget.", ""));
    let left = both.replace(" De börjar vid torget.", "").replace("i grupp", "i par");
    assert_eq!(merge(&texts[0], &shorter, &texts[2]), Merged::Clean(summary(&left)));
    // Only the line that both changed is a conflict.
    let other = summary(&theirs.replace("i par", "två och två"));
    let Merged::Conflicts(text) = merge(&texts[0], &texts[1], &other) else { panic!() };
    let Some(Section::Conflict(conflict)) = sections(&text).unwrap().into_iter().nth(1) else { panic!("{text}") };
    assert!(conflict.ours.starts_with("Vuxna går i grupp.") && conflict.ours.lines().count() == 1, "{text}");
    assert_eq!(text.matches("Anmäl dig.").count(), 1, "{text}");
    let note = |text: &str| with(&[("\"Ett\"", &format!("\"{text}\""))]);
    let merged = merge(&note("Ett. Två. Tre."), &note("Ett! Två. Tre."), &note("Ett. Två. Tre. Fyra."));
    assert_eq!(merged, Merged::Clean(note("Ett! Två. Tre. Fyra.")));
    // An id, a title of one sentence or a code is one thing.
    assert!(matches!(
        merge(BASE, &with(&[("\"X\"", "\"X Y\"")]), &with(&[("\"X\"", "\"Z X\"")])),
        Merged::Conflicts(_)
    ));
}

#[test]
fn two_orders_of_one_list_are_a_conflict() {
    let three = |list: &str| with(&[("[\"b\", \"c\"]", list)]);
    let base = three("[\"b\", \"c\", \"d\"]");
    let (ours, theirs) = (three("[\"c\", \"b\", \"d\"]"), three("[\"d\", \"c\", \"b\"]"));
    let subject = Subject::Record(RecordId::new(Kind::Intervention, "x"));
    let merged = merge(&base, &ours, &theirs, &subject, &Labels::default());
    assert!(matches!(merged, Some(Merged::Conflicts(_))), "{merged:#?}");
    let follow_ups =
        |order: [&str; 3]| -> String { order.iter().fold(BASE.to_owned(), |text, on| text + &follow_up(on, on)) };
    let days = ["2026-02-10", "2026-03-10", "2026-04-10"];
    let (base, [one, two, three]) = (follow_ups(days), days);
    let (ours, theirs) = (follow_ups([two, one, three]), follow_ups([three, two, one]));
    assert_eq!(open_fields(&base, &ours, &theirs, &subject), ["follow_up"]);
    let changed = base.replace("\"2026-03-10\"", "\"Ändrad\"");
    let expected = theirs.replace("\"2026-03-10\"", "\"Ändrad\"");
    for (left, right) in [(&changed, &theirs), (&theirs, &changed)] {
        let merged = merge(&base, left, right, &subject, &Labels::default());
        assert_eq!(merged, Some(Merged::Clean(expected.clone())));
    }
}

/// Lists within elements have an order too, and what is added to a list that is put in another order keeps its place.
#[test]
fn nested_lists_and_what_is_added_keep_their_order() {
    let subject = Subject::Record(RecordId::new(Kind::District, "ryd"));
    let problem = |causes: [&str; 3]| -> String {
        let text = "name = \"Ryd\"\n\n[[problem]]\nid = \"a\"\ntitle = \"A\"\n".to_owned();
        causes.iter().fold(text, |text, id| format!("{text}\n[[problem.cause]]\nid = \"{id}\"\ntext = \"{id} {id}\"\n"))
    };
    let (base, ours, theirs) = (problem(["x", "y", "z"]), problem(["y", "x", "z"]), problem(["y", "z", "x"]));
    assert_eq!(open_fields(&base, &ours, &theirs, &subject), ["problem"]);
    // Git's own would have it twice.
    let doubled = format!("{ours}\n[[problem.cause]]\nid = \"x\"\ntext = \"x x\"\n");
    let texts = verify::MergedTexts { base: &base, ours: &ours, theirs: &theirs };
    assert!(!verify::is_whole(&texts, &doubled, &doubled, false, &subject));
    let meeting = |items: &[&str]| -> String {
        let text = "body = \"a\"\non = 2026-01-01\nstatus = \"planned\"\n".to_owned();
        items.iter().fold(text, |text, id| format!("{text}\n[[item]]\nid = \"{id}\"\ntitle = \"{id}\"\n"))
    };
    let subject = Subject::Record(RecordId::new(Kind::Meeting, "2026-01-01-a"));
    let (base, theirs) = (meeting(&["x", "y", "z"]), meeting(&["y", "z", "x", "ovrigt"]));
    let ours = base.replace("2026-01-01", "2026-01-02");
    let expected = theirs.replace("2026-01-01", "2026-01-02");
    assert_eq!(merge(&base, &ours, &theirs, &subject, &Labels::default()), Some(Merged::Clean(expected)));
    let ours = meeting(&["x", "egen", "y", "z"]);
    let expected = meeting(&["y", "z", "x", "egen", "ovrigt"]);
    assert_eq!(merge(&base, &ours, &theirs, &subject, &Labels::default()), Some(Merged::Clean(expected)));
}

/// A comment beside a value stays where the other side says something else, or nothing; one in what the other takes away
/// is a change of it.
#[test]
fn comments_beside_what_the_other_changed_are_kept() {
    let noted = with(&[("status = \"planned\"", "status = \"planned\" # efter samråd")]);
    let changed = with(&[("status = \"planned\"", "status = \"ongoing\"")]);
    let expected = with(&[("status = \"planned\"", "status = \"ongoing\" # efter samråd")]);
    check(&noted, &changed, &Merged::Clean(expected.clone()));
    check(&changed, &noted, &Merged::Clean(expected));
    let gone = with(&[("partners = [\"b\", \"c\"]\n", "")]);
    let noted = with(&[("partners = [\"b\", \"c\"]", "# Frågan är ställd\npartners = [\"b\", \"c\"] # till båda")]);
    for (ours, theirs) in [(&gone, &noted), (&noted, &gone)] {
        let Merged::Clean(text) = merged(ours, theirs) else { panic!("{:#?}", merged(ours, theirs)) };
        assert!(text.contains("# Frågan är ställd\n# till båda\n") && !text.contains("partners"), "{text}");
    }
    let gone = BASE.split("\n[[follow_up]]").next().unwrap().to_owned();
    let noted = with(&[("note = \"Ett\"", "note = \"Ett\" # enligt fältet")]);
    for (ours, theirs) in [(&gone, &noted), (&noted, &gone)] {
        assert!(matches!(merged(ours, theirs), Merged::Conflicts(_)), "{:#?}", merged(ours, theirs));
    }
}

/// The fields that are open where two changes are merged.
fn open_fields(base: &str, ours: &str, theirs: &str, subject: &Subject) -> Vec<String> {
    let field = |part: Section| match part {
        Section::Conflict(conflict) => Some(conflict.field),
        Section::Plain(_) => None,
    };
    parts(base, ours, theirs, subject).unwrap().into_iter().filter_map(field).collect()
}

/// Ours corrects who one member is, and theirs takes another away: the corrected one is like the one that is gone.
#[test]
fn what_is_corrected_is_not_taken_for_what_is_gone() {
    let row = |role: &str| format!("  {{ role = \"{role}\", mandate = true }},\n");
    let body = |roles: &[&str]| -> String {
        let rows: String = roles.iter().map(|role| row(role)).collect();
        format!("name = \"A\"\ntype = \"board\"\nlevel = \"political\"\nmembers = [\n{rows}]\n")
    };
    let base = body(&["Chair of it", "Vice chair of it", "Leader of it"]);
    let (ours, theirs) =
        (body(&["Chair of it", "Vice chair of it", "Somebody"]), body(&["Chair of it", "Leader of it"]));
    let subject = Subject::Record(RecordId::new(Kind::Body, "a"));
    let expected = Some(Merged::Clean(body(&["Chair of it", "Somebody"])));
    assert_eq!(merge(&base, &ours, &theirs, &subject, &Labels::default()), expected);
}

/// Where keys can't be laid beside each other, only the fields that both changed are open, and beside each stands what it
/// was.
#[test]
fn what_cannot_be_merged_by_key_is_merged_by_field() {
    let subject = Subject::Record(RecordId::new(Kind::Intervention, "x"));
    let days = ["2026-02-10", "2026-03-10", "2026-04-10"];
    let text = |order: [&str; 3]| order.iter().fold(BASE.to_owned(), |text, on| text + &follow_up(on, on));
    let [one, two, three] = days;
    let base = text(days);
    let ours = text([two, one, three]).replace("\"planned\"", "\"ongoing\"");
    let theirs = text([three, two, one]).replace("\"X\"", "\"Y\"");
    let parts = parts(&base, &ours, &theirs, &subject).unwrap();
    let open: Vec<&Conflict> = parts
        .iter()
        .filter_map(|part| if let Section::Conflict(conflict) = part { Some(conflict) } else { None })
        .collect();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].was.as_deref().map(str::trim_start), base.find("[[").map(|at| &base[at..]));
    let text = conflict::written(&parts, &Labels::default());
    assert!(text.starts_with("title = \"Y\"\nstatus = \"ongoing\""), "{text}");
    // What both began from can't be read: all in which they differ is open, and nothing else.
    let fields = open_fields("=", &ours, &theirs, &subject);
    assert_eq!(fields, ["title", "status", "follow_up"]);
}

/// Both move the same follow-up to another day, each with a remark beside it: one day is open, and nothing else.
#[test]
fn what_stands_beside_an_open_value_goes_with_it() {
    let subject = Subject::Record(RecordId::new(Kind::Intervention, "x"));
    let days = ["2026-02-10", "2026-03-10", "2026-04-10"];
    let base = days.iter().fold(BASE.to_owned(), |text, on| text + &follow_up(on, on));
    let (ours, theirs) = ("on = 2026-03-20 # o\n", "on = 2026-03-24 # t\n");
    let of = |line: &str| base.replace("on = 2026-03-10\n", line);
    let parts = parts(&base, &of(ours), &of(theirs), &subject).unwrap();
    let open = |part: &Section| match part {
        Section::Conflict(conflict) => Some((conflict.was.clone(), conflict.ours.clone(), conflict.theirs.clone())),
        Section::Plain(_) => None,
    };
    let open: Vec<_> = parts.iter().filter_map(open).collect();
    assert_eq!(open, [(Some("on = 2026-03-10\n".to_owned()), ours.to_owned(), theirs.to_owned())]);
    // The same of a text.
    let of = |text: &str| format!("{base}note_x = 1\n").replace("note = \"2026-03-10\"\n", text);
    let fields = open_fields(&base, &of("note = \"Ja\" # o\n"), &of("note = \"Nej\" # t\n"), &subject);
    assert_eq!(fields.len(), 1);
}
