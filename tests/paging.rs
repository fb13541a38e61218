//! What is more than a screen goes through a pager, and nothing else does.

use crate::support::terminal::{Terminal, is_over};
use crate::support::{Sandbox, has};

/// A list that is longer than the screen of a [`Terminal`].
const LONG: &str = "list intervention";

/// Notes that it was started, and shows all of it at once.
const NOTING: &str = "touch paged; cat";

/// Whether `less` waits for a key.
fn is_waiting(screen: &str) -> bool {
    let last = screen.trim_end().lines().last().unwrap_or_default();
    last.starts_with(':') || last.starts_with("(END)")
}

/// The same at the end of what it shows.
fn is_at_end(screen: &str) -> bool {
    is_waiting(screen) && screen.contains("(END)")
}

/// Opens a terminal on the register of this repository, and waits for the program to end by itself. Gives whether a
/// pager was started, and all that was to be seen.
fn ended(line: &str, variables: &[(&str, &str)]) -> Option<(bool, String)> {
    let sandbox = Sandbox::linkoping();
    let terminal = Terminal::open_with(&sandbox, line, variables)?;
    terminal.end();
    Some((sandbox.path("paged").exists(), terminal.all()))
}

/// Holds that all of the long list is to be seen.
#[track_caller]
fn shows_all(screen: &str) {
    let list = Sandbox::linkoping().run_with(LONG, &[("COLUMNS", "100")]).fine().out;
    let mut seen = screen.lines().map(str::trim_end);
    for line in list.lines().map(str::trim_end) {
        assert!(seen.any(|seen| seen == line), "{line:?} is not to be seen, or not in its place:\n{screen}");
    }
}

#[test]
fn a_long_list_is_shown_a_screen_at_a_time() {
    let sandbox = Sandbox::linkoping();
    if !has("less") {
        return;
    }
    let Some(terminal) = Terminal::open(&sandbox, LONG) else { return };
    let first = terminal.wait_for("the pager", is_waiting);
    terminal.press("Space");
    let next = terminal.wait_for("the next screen", |screen| is_waiting(screen) && screen != first);
    assert!(next.contains("å") || next.contains("ä"), "{next}");
    terminal.press("q");
    let screen = terminal.end();
    assert!(screen.contains("[code 0]"), "{screen}");
}

#[test]
fn what_has_room_on_the_screen_is_just_shown() {
    let Some((is_paged, screen)) = ended("list district", &[("REGISTER_PAGER", NOTING)]) else {
        return;
    };
    assert!(!is_paged && screen.contains("[code 0]"), "{screen}");
}

#[test]
fn a_person_says_which_pager_and_whether() {
    for (line, variables, is_wanted) in [
        (LONG, &[("PAGER", NOTING)][..], true),
        (LONG, &[("PAGER", "false"), ("REGISTER_PAGER", NOTING)], true),
        ("list intervention --no-pager", &[("PAGER", NOTING)], false),
        ("list intervention --utan-bläddrare", &[("PAGER", NOTING)], false),
        (LONG, &[("PAGER", "cat")], false),
        (LONG, &[("PAGER", "")], false),
        (LONG, &[("PAGER", NOTING), ("REGISTER_PAGER", "cat")], false),
    ] {
        let Some((is_paged, screen)) = ended(line, variables) else { return };
        assert!(is_paged == is_wanted && screen.contains("[code 0]"), "{line} {variables:?}: {screen}");
        shows_all(&screen);
    }
}

#[test]
fn a_pager_has_its_arguments() {
    let sandbox = Sandbox::linkoping();
    let Some(terminal) = Terminal::open_with(&sandbox, LONG, &[("PAGER", "tee 'en fil.txt'")]) else { return };
    terminal.end();
    shows_all(&terminal.all());
    shows_all(&sandbox.read("en fil.txt"));
}

#[test]
fn nothing_is_lost_for_a_pager_that_is_missing() {
    for pager in ["no-such-pager", "no-such-pager --with arguments", "./register"] {
        let Some((_, screen)) = ended(LONG, &[("PAGER", pager)]) else { return };
        assert!(screen.contains("[code 0]"), "{screen}");
        shows_all(&screen);
    }
}

#[test]
fn ctrl_c_is_for_the_pager() {
    let sandbox = Sandbox::linkoping();
    for pager in ["less", "less -R -X"] {
        if !has("less") {
            return;
        }
        let Some(terminal) = Terminal::open_with(&sandbox, LONG, &[("PAGER", pager)]) else { return };
        terminal.wait_for("the pager", is_waiting);
        terminal.press("C-c");
        // What is typed while it is being interrupted, less lets go of.
        let screen = terminal.wait_for("the end of the list", |screen| {
            let is_seen = is_at_end(screen);
            if !is_seen {
                terminal.press("G");
            }
            is_seen
        });
        assert!(!is_over(&screen), "{screen}");
        terminal.press("q");
        let screen = terminal.end();
        assert!(screen.contains("[code 0]"), "{screen}");
    }
}

#[test]
fn what_was_found_is_told_by_the_code_however_much_is_looked_at() {
    let sandbox = Sandbox::linkoping();
    sandbox.write("register/interventions/laxcafe.toml", "title = \"Läxkafé\"\n");
    for pager in [NOTING, "true", "head -n 1"] {
        let Some(terminal) = Terminal::open_with(&sandbox, "check", &[("PAGER", pager)]) else { return };
        let screen = terminal.end();
        assert!(screen.contains("[code 3]"), "{pager}: {screen}");
    }
    assert!(sandbox.path("paged").exists());
}

#[test]
fn what_goes_elsewhere_than_to_a_terminal_is_never_paged() {
    let sandbox = Sandbox::linkoping();
    sandbox.run_with(LONG, &[("REGISTER_PAGER", NOTING)]).fine();
    let line = "list intervention -o lista.txt";
    let Some(terminal) = Terminal::open_with(&sandbox, line, &[("REGISTER_PAGER", NOTING)]) else { return };
    terminal.end();
    assert!(!sandbox.path("paged").exists() && sandbox.read("lista.txt").lines().count() > 50);
}

#[test]
fn what_is_asked_about_stays_before_the_person() {
    let sandbox = Sandbox::linkoping();
    sandbox.run("rename ryd rydet").fine();
    let Some(terminal) = Terminal::open_with(&sandbox, "undo", &[("REGISTER_PAGER", NOTING)]) else { return };
    let screen = terminal.answer(&[("Ta tillbaka?", "ja")]);
    assert!(!sandbox.path("paged").exists() && screen.contains("[code 0]"), "{screen}");
}
