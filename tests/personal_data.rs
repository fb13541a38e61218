//! What people write, and what only looks like it: `tests/personal_data/`. How much of the first is found, and how
//! much of the second is taken for it.
//!
//! A line is a text. `⏎` is the end of a line in it, `{c:850709}` the check digit of that date with a birth number of
//! `000`, which is nobody's, and `{u:200b}` a character by its number.

use proptest::prelude::*;
use register::personal_data::{find, mask};
use std::path::Path;

/// The least share of writings that is found, and the largest of look-alikes.
const RECALL: f64 = 0.99;
const FALSE_ALARMS: f64 = 0.01;

/// The texts of a list, each with its line.
fn texts(name: &str) -> Vec<(usize, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/personal_data").join(name);
    let list = std::fs::read_to_string(path).unwrap();
    let lines = list.lines().enumerate().filter(|(_, line)| !line.starts_with("== "));
    lines.map(|(place, line)| (place + 1, filled(line))).collect()
}

fn filled(line: &str) -> String {
    let mut text = line.replace('⏎', "\n");
    while let Some(start) = text.find("{c:") {
        let date: Vec<u32> = text[start + 3..start + 9].chars().map(|digit| digit.to_digit(10).unwrap()).collect();
        text.replace_range(start..start + 10, &check_digit(&date).to_string());
    }
    while let Some(start) = text.find("{u:") {
        let end = start + text[start..].find('}').unwrap();
        let sign = char::from_u32(u32::from_str_radix(&text[start + 3..end], 16).unwrap()).unwrap();
        text.replace_range(start..=end, &sign.to_string());
    }
    text
}

/// The last digit of an identity number of that date, with a birth number of `000`.
fn check_digit(date: &[u32]) -> u32 {
    let doubled = |digit: u32| digit * 2 / 10 + digit * 2 % 10;
    let sum: u32 =
        date.iter().enumerate().map(|(place, digit)| if place % 2 == 0 { doubled(*digit) } else { *digit }).sum();
    (10 - sum % 10) % 10
}

#[test]
fn what_people_write_is_found() {
    let writings = texts("writings.txt");
    assert!(writings.len() >= 400);
    let missed: Vec<&(usize, String)> = writings.iter().filter(|(_, text)| find(text).is_empty()).collect();
    let recall = 1.0 - missed.len() as f64 / writings.len() as f64;
    eprintln!("{} writings, of which {:.1} % are found; missed: {missed:#?}", writings.len(), recall * 100.0);
    assert!(recall >= RECALL, "{recall}");
}

/// No more than a digit or two of a number, or a letter or two of an address, is left where it is covered.
#[test]
fn what_is_found_is_covered_whole() {
    let mut left = Vec::new();
    for (line, text) in texts("writings.txt") {
        let masked = mask(&text);
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        if masked.contains('*')
            && digits(&text) >= 8
            && digits(&masked) >= 8
            && !text.contains("2026")
            && !text.contains("08.00")
        {
            left.push((line, masked.into_owned()));
        }
    }
    assert!(left.is_empty(), "{left:#?}");
}

#[test]
fn what_only_looks_like_it_is_left_alone() {
    let others = texts("lookalikes.txt");
    assert!(others.len() >= 400);
    let wrong: Vec<_> = others.iter().filter(|(_, text)| !find(text).is_empty()).collect();
    let share = wrong.len() as f64 / others.len() as f64;
    eprintln!("{} look-alikes, of which {:.1} % are taken for it: {wrong:#?}", others.len(), share * 100.0);
    assert!(share <= FALSE_ALARMS, "{share}");
}

/// Neither list has anyone's: an identity number is made by the test, with a birth number of `000`.
#[test]
fn no_line_has_an_identity_number_written_out() {
    for name in ["writings.txt", "lookalikes.txt"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/personal_data").join(name);
        for line in std::fs::read_to_string(path).unwrap().lines() {
            let is_identity = |found: &register::personal_data::Found| found.what.message().name().contains("identity");
            assert!(!find(line).iter().any(is_identity), "{name}: {line}");
        }
    }
}

/// Parts of what is looked for, and what may stand about them.
fn anything() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        any::<char>().prop_map(String::from),
        "[0-9]{1,12}",
        "[-–\u{2011}\u{a0}\u{200b} .@/()+_*\\\\\n\r\t#&;:,=\"']{1,3}",
        Just("070-174 06 05".to_owned()),
        Just("namn@example.se".to_owned()),
        Just("\\u002d".to_owned()),
        Just("&#64;".to_owned()),
        Just("%40".to_owned()),
        Just(" at ".to_owned()),
        Just("(at)".to_owned()),
        Just(" punkt ".to_owned()),
        Just(format!("850709-000{}", check_digit(&[8, 5, 0, 7, 0, 9]))),
        "[a-zåäöO]{1,6}",
        Just("0️⃣⁰²½Ⅷ㎏ﬁ".to_owned()),
    ];
    prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn covering_changes_what_was_found_and_nothing_else(text in anything()) {
        let mut at = 0;
        for found in find(&text) {
            prop_assert!(at <= found.bytes.start && found.bytes.start < found.bytes.end);
            prop_assert!(text.is_char_boundary(found.bytes.start) && text.is_char_boundary(found.bytes.end));
            at = found.bytes.end;
        }
        let masked = mask(&text);
        prop_assert_eq!(masked.len(), text.len());
        prop_assert_eq!(masked.lines().count(), text.lines().count());
        for (place, (was, is)) in text.bytes().zip(masked.bytes()).enumerate() {
            prop_assert!(was == is || is == b'*', "{place}");
        }
        prop_assert!(find(&masked).is_empty(), "{}", masked);
        let twice = mask(&masked);
        prop_assert_eq!(&*twice, &*masked);
        if find(&text).is_empty() {
            prop_assert_eq!(&*masked, &*text);
        }
    }
}

/// Twice as long takes no more than about twice as long, whatever stands in it: on one line, too.
#[test]
fn long_texts_take_their_length() {
    for part in
        ["070-174 06 05 ", "0", "1 ", "12-", "@", "a@b.", "a.", " at ", "(at)", "\\u0030", "\\\n ", "&#64;", "²", "+46"]
    {
        let time = |length: usize| {
            let text = part.repeat(length / part.len());
            let begin = std::time::Instant::now();
            std::hint::black_box(find(&text));
            begin.elapsed().as_secs_f64()
        };
        time(10_000);
        let best = |length: usize| (0..3).map(|_| time(length)).fold(f64::INFINITY, f64::min);
        let (short, long) = (best(10_000), best(320_000));
        // Going over it for each part would take a thousand times as long. Others use the machine too.
        assert!(long < short.max(0.000_2) * 200.0, "{part:?}: {short} s, then {long} s");
    }
}

/// One that is called so is one, though a digit of it is mistyped: of ten, no more than one has the right one.
#[test]
fn a_mistyped_identity_number_is_known_by_its_name() {
    for last in 0..10 {
        for name in ["personnummer", "Pnr:", "samordningsnr"] {
            assert_eq!(find(&format!("{name} 850709-000{last}")).len(), 1, "{name} {last}");
        }
    }
    let unnamed = (0..10).filter(|last| !find(&format!("nr 850709-000{last}")).is_empty()).count();
    assert_eq!(unnamed, 1);
}
