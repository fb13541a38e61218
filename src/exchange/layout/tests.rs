//! Sheets as people make them, each drawn as text: `|` between cells, a line for each row.

use super::*;
use crate::exchange::grid::{Grid, Held, Merged};
use proptest::prelude::*;

/// What a drawing is of: what looks like a number is one, and so is a day.
fn drawn(drawing: &str, merged: &[(usize, usize, usize, usize)]) -> Grid {
    let cell = |text: &str| match text.trim() {
        "" => Held::Empty,
        text => match (text.parse(), text.parse()) {
            (Ok(number), _) => Held::Number(number),
            (_, Ok(day)) => Held::Day(day),
            _ => Held::Text(text.to_owned()),
        },
    };
    let mut grid = Grid::of("", drawing.lines().map(|line| line.split('|').map(cell).collect()).collect());
    let merge = |&(row, column, last_row, last_column)| Merged { first: (row, column), last: (last_row, last_column) };
    grid.merged = merged.iter().map(merge).collect();
    grid
}

/// The same sheet as delimited text has it, in which all is text and nothing is joined.
fn as_text(grid: &Grid) -> Grid {
    let text = |held: &Held| match held {
        Held::Number(number) => Held::Text(number.to_string().replace('.', ",")),
        Held::Day(day) => Held::Text(day.to_string()),
        held => held.clone(),
    };
    Grid::of("", (0..grid.rows()).map(|row| grid.row(row).iter().map(text).collect()).collect())
}

/// A table in a line: its heads, its rows of data, totals, groups and notes, all rows numbered from 1.
fn told(table: &FoundTable) -> String {
    let numbers = |rows: &[usize]| rows.iter().map(|row| (row + 1).to_string()).collect::<Vec<_>>().join(" ");
    let heads: Vec<&str> = table.heads.iter().map(|head| &*head.text).collect();
    let groups: Vec<String> = table.groups.iter().map(|(row, name)| format!("{} {name}", row + 1)).collect();
    format!(
        "{} = {} + {} > {} - {}",
        heads.join(" / "),
        numbers(&table.rows),
        numbers(&table.totals),
        groups.join(", "),
        numbers(&table.notes)
    )
}

/// A sheet: what it is, how it is drawn, which of its cells are joined, the tables in it, and whether they are the same
/// where all is text.
type Sheet = (&'static str, &'static str, &'static [(usize, usize, usize, usize)], &'static [&'static str], bool);

const SHEETS: &[Sheet] = &[
    (
        "a plain list",
        "Insats|Område|Budget\nNattvandring|Ryd|12\nLäxhjälp|Berga|8",
        &[],
        &["Insats / Område / Budget = 2 3 +  >  - "],
        true,
    ),
    (
        "titles above and notes below",
        "Insatser 2026\nAnsvarig:|Enheten\n\nInsats|Område|Start|Budget\nNattvandring|Ryd|2026-01-01|12\nLäxhjälp|Berga||8\n\nSumma|||20\n* Budget i tkr",
        &[(0, 0, 0, 3)],
        &["Insats / Område / Start / Budget = 5 6 + 8 >  - 1 2 9"],
        true,
    ),
    (
        "a head over two years, joined",
        "Insats|Område|Budget||Status\n||2026|2027|\nNattvandring|Ryd|12|14|pågår\nLäxhjälp|Berga|8|9|klar",
        &[(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 1, 4)],
        &["Insats / Område / Budget 2026 / Budget 2027 / Status = 3 4 +  >  - "],
        true,
    ),
    (
        "a head over two, not joined",
        "||Budget||Uppföljning|\nInsats|Område|Plan|Utfall|Status|Senast\nNattvandring|Ryd|12|14|pågår|2026-03-01\nLäxhjälp|Berga|8|9|klar|2026-04-01",
        &[],
        &["Insats / Område / Budget Plan / Budget Utfall / Uppföljning Status / Uppföljning Senast = 3 4 +  >  - "],
        true,
    ),
    (
        "three rows of heads",
        "Lista\n\nInsats|Ekonomi|||\n|Budget||Utfall|\n|2026|2027|2026|2027\nNattvandring|1|2|3|4\nLäxhjälp|5|6|7|8",
        &[(2, 0, 4, 0), (2, 1, 2, 4), (3, 1, 3, 2), (3, 3, 3, 4)],
        &[
            "Insats / Ekonomi Budget 2026 / Ekonomi Budget 2027 / Ekonomi Utfall 2026 / Ekonomi Utfall 2027 = 6 7 +  >  - 1",
        ],
        false,
    ),
    (
        "districts in rows of their own",
        "Insats|Ansvarig|Budget\nRyd\nNattvandring|Skolan|12\nLäxhjälp|Skolan|8\nSumma Ryd||20\n\nBerga:\nFritidsgård|Fritid|30\nTotalt||50",
        &[],
        &["Insats / Ansvarig / Budget = 3 4 8 + 5 9 > 2 Ryd, 7 Berga - "],
        true,
    ),
    (
        "districts at the left, insatser beside",
        "Område|Insats|Ansvarig\nRyd\n|Nattvandring|Skolan\n|Läxhjälp|Skolan\nBerga\n|Fritidsgård|Fritid",
        &[],
        &["Område / Insats / Ansvarig = 3 4 6 +  > 2 Ryd, 5 Berga - "],
        true,
    ),
    (
        "a row of which little is known is no group",
        "Insats|Ansvarig|Budget\nNattvandring|Skolan|12\nTrygghetsvandring\nLäxhjälp|Skolan|8",
        &[],
        &["Insats / Ansvarig / Budget = 2 3 4 +  >  - "],
        true,
    ),
    (
        "empty rows between, and the heads once more",
        "Insats|Område|Budget\nNattvandring|Ryd|12\n\nLäxhjälp|Berga|8\n\n\nInsats|Område|Budget\nFritidsgård|Berga|30",
        &[],
        &["Insats / Område / Budget = 2 4 8 +  >  - 7"],
        true,
    ),
    (
        "what is called total and is none",
        "Insats|Område|Budget\nTotal översyn av belysning|Ryd|12\nSummering för boende|Berga|8\nTotal||20",
        &[],
        &["Insats / Område / Budget = 2 3 + 4 >  - "],
        true,
    ),
    (
        "two tables beside each other",
        "Insatser|||Organ\nInsats|Budget||Namn|Möten\nNattvandring|12||Trygghetsråd|4\nLäxhjälp|8||Styrgrupp|6\nFritidsgård|30",
        &[],
        &["Insats / Budget = 3 4 5 +  >  - 1", "Namn / Möten = 3 4 +  >  - 1"],
        true,
    ),
    (
        "two tables below each other",
        "Organ\nNamn|Möten\nTrygghetsråd|4\n\n\nInsatser\nInsats|Område|Budget\nNattvandring|Ryd|12\nLäxhjälp|Berga|8\nSumma||20",
        &[],
        &["Insats / Område / Budget = 8 9 + 10 >  - 6", "Namn / Möten = 3 +  >  - 1"],
        true,
    ),
    (
        "tables of words below each other, of other widths",
        "Insats|Område|Ansvarig|Status\nNattvandring|Ryd|Skolan|pågår\nLäxhjälp|Berga|Skolan|klar\n\nFörkortningar\nOrd|Betyder\nBRÅ|Brottsförebyggande rådet\nFG|Fritidsgård",
        &[],
        &["Insats / Område / Ansvarig / Status = 2 3 +  >  - ", "Ord / Betyder = 7 8 +  >  - 5"],
        true,
    ),
    (
        "an empty column within",
        "Insatser 2026\n\nInsats|Område||Budget|Utfall\nNattvandring|Ryd||12|13\nLäxhjälp|Berga||8|7\nSumma|||20|20\n* i tkr",
        &[],
        &["Insats / Område / Budget / Utfall = 4 5 + 6 >  - 1 7"],
        true,
    ),
    (
        "a column without a head, and a head without anything below",
        "Insats||Budget|Anteckning\nNattvandring|Ryd|12|\nLäxhjälp|Berga|8|",
        &[],
        &["Insats /  / Budget / Anteckning = 2 3 +  >  - "],
        true,
    ),
    (
        "not at the corner",
        "\n\n||Insats|Budget\n||Nattvandring|12\n||Läxhjälp|8\n\n||Källa: ekonomisystemet den siste mars.",
        &[],
        &["Insats / Budget = 4 5 +  >  - 7"],
        true,
    ),
    (
        "months as heads",
        "Insats|T1 2026|T2 2026|2027\nNattvandring|1|2|3\nLäxhjälp|4|5|6",
        &[],
        &["Insats / T1 2026 / T2 2026 / 2027 = 2 3 +  >  - "],
        true,
    ),
    ("one column", "Insats\nNattvandring\nLäxhjälp", &[], &["Insats = 2 3 +  >  - "], true),
    ("a text alone", "Detta blad är tomt", &[], &[], true),
    ("heads alone", "Insats|Område|Budget", &[], &[], true),
    ("numbers alone", "1|2|3\n4|5|6", &[], &[], true),
    ("nothing", "", &[], &[], true),
];

#[test]
fn tables_are_found_in_sheets_as_people_make_them() {
    for (what, drawing, merged, expected, is_same_as_text) in SHEETS {
        let grid = drawn(drawing, merged);
        let found: Vec<String> = tables(&grid).iter().map(told).collect();
        assert_eq!(found, *expected, "{what}");
        if *is_same_as_text {
            let found: Vec<String> = tables(&as_text(&grid)).iter().map(told).collect();
            assert_eq!(found, *expected, "{what}, as text");
        }
    }
}

#[test]
fn a_row_is_of_the_group_above_it() {
    let grid = drawn("Insats|Budget|Status\nRyd\nA|1|x\nBerga\nB|2|y", &[]);
    let table = &tables(&grid)[0];
    assert_eq!(table.rows.iter().map(|row| table.group_of(*row)).collect::<Vec<_>>(), [Some("Ryd"), Some("Berga")]);
    assert_eq!(table.group_of(1), None);
    assert_eq!(table.heads[1], Head { column: 1, text: "Budget".to_owned(), parts: vec!["Budget".to_owned()] });
}

#[test]
fn a_large_sheet_is_looked_through_soon() {
    let text = |text: String| Held::Text(text);
    let rows = (0..30_000).map(|row| match row {
        0 => vec![text("Insats".to_owned()), text("Område".to_owned()), text("Budget".to_owned())],
        _ if row % 7 == 0 => vec![],
        _ => vec![text(format!("insats {row}")), text("Ryd".to_owned()), Held::Number(1.0)],
    });
    let began = std::time::Instant::now();
    let found = tables(&Grid::of("", rows.collect()));
    assert_eq!((found.len(), found[0].rows.len()), (1, 30_000 - 1 - 4_285));
    // Few heads over many columns.
    let mut wide = vec![Held::Empty; 16_384];
    wide[0] = text("a".to_owned());
    wide[16_383] = text("b".to_owned());
    let all = |held: Held| vec![held; 16_384];
    let _ = tables(&Grid::of("", vec![wide.clone(), all(text("x".to_owned())), wide, all(Held::Number(1.0))]));
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever a sheet holds, each of its rows is one thing at most, and none is lost between the heads and the last.
    #[test]
    fn every_row_of_a_table_is_one_thing(
        cells in prop::collection::vec(prop::collection::vec(prop::sample::select(vec![
            "", "", "Ryd", "Insats", "Område", "12", "2026", "2026-01-01", "Summa", "* not", "Budget:", "en längre text om något.",
        ]), 0..7), 0..25),
        merged in prop::collection::vec((0..25_usize, 0..7_usize, 0..3_usize, 0..4_usize), 0..6),
    ) {
        let drawing: Vec<String> = cells.iter().map(|row| row.join("|")).collect();
        let merged: Vec<_> = merged.into_iter().map(|(row, column, down, right)| (row, column, row + down, column + right)).collect();
        let grid = drawn(&drawing.join("\n"), &merged);
        for table in tables(&grid) {
            let groups = table.groups.iter().map(|(row, _)| *row);
            let mut rows: Vec<usize> = table.rows.iter().chain(&table.totals).chain(&table.notes).copied().chain(groups).collect();
            rows.sort_unstable();
            let many = rows.len();
            rows.dedup();
            prop_assert_eq!(rows.len(), many);
            prop_assert!(rows.iter().all(|row| !table.head_rows.contains(row)));
            let columns: Vec<usize> = table.heads.iter().map(|head| head.column).collect();
            prop_assert!(columns.is_sorted() && !table.head_rows.is_empty() && !table.rows.is_empty());
            let last = rows.last().copied().unwrap_or_default();
            let is_here = |row: usize| columns.iter().any(|column| !grid.at(row, *column).is_empty());
            prop_assert!((table.head_rows.end..=last).all(|row| !is_here(row) || rows.contains(&row)));
        }
    }
}
