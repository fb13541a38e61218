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
    assert_eq!(merge(base, &ours, &theirs, &subject, &Labels::default()), None);
}
