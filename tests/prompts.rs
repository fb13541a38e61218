//! A person at a terminal, played by tmux.

use crate::support::{Sandbox, has, words};
use std::process::Command;
use std::time::{Duration, Instant};

/// How long a person waits for an answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// A terminal in which the program runs.
struct Terminal<'s> {
    sandbox: &'s Sandbox,
}

impl<'s> Terminal<'s> {
    /// Starts the program in a terminal; nothing where there is no tmux.
    fn open(sandbox: &'s Sandbox, line: &str) -> Option<Self> {
        if !has("tmux") {
            return None;
        }
        let terminal = Self { sandbox };
        let quoted: Vec<String> = words(line).iter().map(|word| format!("'{word}'")).collect();
        let program = env!("CARGO_BIN_EXE_register");
        let shell = format!("'{program}' {}; echo \"[code $?]\"; sleep 60", quoted.join(" "));
        let output = terminal.tmux().args(["new-session", "-d", "-x", "100", "-y", "50", "sh", "-c", &shell]).output();
        let output = output.unwrap();
        assert!(output.status.success(), "{output:?}");
        Some(terminal)
    }

    fn tmux(&self) -> Command {
        let mut command = self.sandbox.sealed("tmux");
        command.env("TMUX_TMPDIR", self.sandbox.path("home")).env("TERM", "xterm-256color").env_remove("COLUMNS");
        command.args(["-u", "-f", "/dev/null"]);
        command
    }

    fn screen(&self) -> String {
        let output = self.tmux().args(["capture-pane", "-p"]).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Waits for something to be seen.
    #[track_caller]
    fn wait_for(&self, what: &str, is_seen: impl Fn(&str) -> bool) -> String {
        let begun = Instant::now();
        loop {
            let screen = self.screen();
            if is_seen(&screen) {
                return screen;
            }
            assert!(begun.elapsed() < PATIENCE, "{what} is not to be seen:\n{screen}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn press(&self, key: &str) {
        assert!(self.tmux().args(["send-keys", key]).status().unwrap().success());
    }

    fn write(&self, text: &str) {
        assert!(self.tmux().args(["send-keys", "-l", text]).status().unwrap().success());
    }

    /// What is asked now: the last line that begins with a question mark.
    fn question(screen: &str) -> Option<&str> {
        screen.lines().rev().find_map(|line| line.strip_prefix("? "))
    }

    /// Answers questions until the program has ended. Those of no answer are left out by Enter.
    #[track_caller]
    fn answer(&self, answers: &[(&str, &str)]) -> String {
        let mut last = String::new();
        loop {
            let is_next = |screen: &str| Self::question(screen).is_some_and(|now| now != last) || is_over(screen);
            let screen = self.wait_for("the next question", is_next);
            if is_over(&screen) {
                return screen;
            }
            let question = Self::question(&screen).unwrap_or_default().to_owned();
            if let Some((_, answer)) = answers.iter().find(|(begin, _)| question.starts_with(begin)) {
                self.write(answer);
                self.wait_for(answer, |screen| Self::question(screen).is_some_and(|now| now.contains(answer)));
            }
            last = Self::question(&self.screen()).unwrap_or_default().to_owned();
            self.press("Enter");
        }
    }
}

fn is_over(screen: &str) -> bool {
    screen.contains("[code ")
}

impl Drop for Terminal<'_> {
    fn drop(&mut self) {
        let _ = self.tmux().arg("kill-server").output();
    }
}

const ADD: &str = "add intervention --summary Läxhjälp --aspects segregation --districts ryd --places Torget \
                   --expected-effect Mer --evidence Ja --board faltgruppen --partners faltgruppen --when evening \
                   --period 2026-09-01..2027-06-30";

#[test]
fn a_person_is_asked_for_what_is_missing() {
    let sandbox = Sandbox::small();
    let Some(terminal) = Terminal::open(&sandbox, ADD) else { return };
    let answers = [("Titel", "Läxhjälp i Ryd"), ("Status", "planerad"), ("Ansvarig", "Fält"), ("Skriva?", "ja")];
    let screen = terminal.answer(&answers);
    assert!(screen.contains("[code 0]"), "{screen}");
    let text = sandbox.read("register/interventions/laxhjalp-i-ryd.toml");
    for line in ["title = \"Läxhjälp i Ryd\"", "status = \"planned\"", "responsible = \"faltgruppen\""] {
        assert!(text.contains(line), "{line}: {text}");
    }
    sandbox.run("check").fine();
}

#[test]
fn a_follow_up_is_asked_for() {
    let sandbox = Sandbox::small();
    let Some(terminal) = Terminal::open(&sandbox, "follow-up nattvandring-i-ryd") else { return };
    let screen = terminal.answer(&[("Bedömning", "risk"), ("Kommentar", "Få vuxna")]);
    assert!(screen.contains("[code 0]"), "{screen}");
    let text = sandbox.read("register/interventions/nattvandring-i-ryd.toml");
    assert!(text.contains("assessment = \"at-risk\"\nnote = \"Få vuxna\"\n"), "{text}");
}

#[test]
fn enter_takes_back() {
    let sandbox = Sandbox::small();
    let before = sandbox.read("register/districts/ryd.toml");
    sandbox.run("set ryd coordinator=Samordnaren").fine();
    let Some(terminal) = Terminal::open(&sandbox, "undo") else { return };
    let screen = terminal.answer(&[]);
    assert!(screen.contains("[code 0]") && screen.contains("Ta tillbaka? ja"), "{screen}");
    assert_eq!(sandbox.read("register/districts/ryd.toml"), before);
}

#[test]
fn no_is_no() {
    for (line, question) in [(ADD, "Skriva?"), ("remove medborgarlofte", "Ta bort")] {
        let sandbox = Sandbox::small();
        let Some(terminal) = Terminal::open(&sandbox, line) else { return };
        let screen = terminal.answer(&[("Titel", "Läxhjälp"), (question, "nej")]);
        assert!(screen.contains("[code 1]") && screen.contains("Inget skrevs"), "{screen}");
        assert_eq!(sandbox.names("register/interventions"), ["nattvandring-i-ryd.toml"]);
        assert_eq!(sandbox.names("register/agreements"), ["medborgarlofte.toml"]);
    }
}

#[test]
fn ctrl_c_ends_it_and_nothing_is_written() {
    let sandbox = Sandbox::small();
    let Some(terminal) = Terminal::open(&sandbox, ADD) else { return };
    terminal.wait_for("the first question", |screen| Terminal::question(screen).is_some());
    terminal.write("Läxhjälp");
    terminal.press("C-c");
    let screen = terminal.wait_for("the end", is_over);
    assert!(screen.contains("[code 1]") && screen.contains("Inget skrevs"), "{screen}");
    assert_eq!(sandbox.names("register/interventions"), ["nattvandring-i-ryd.toml"]);
    // Nobody is kept waiting behind it.
    sandbox.run("set ryd name=Rydd").fine();
}

const CONFLICTS: &str = "title = \"Nattvandring i Ryd\"\n<<<<<<< HEAD\nstatus = \"paused\"\n=======\nstatus = \"completed\"\n>>>>>>> gren\n\
    districts = [\"ryd\"]\nresponsible = \"faltgruppen\"\n\n<<<<<<< HEAD\n[[follow_up]]\non = 2026-11-02\nassessment = \"on-track\"\n\
    note = \"Vår.\"\n=======\n[[follow_up]]\non = 2026-11-02\nassessment = \"at-risk\"\nnote = \"Deras.\"\n>>>>>>> gren\n";

/// A register in the middle of a merge.
fn in_conflict() -> Sandbox {
    let sandbox = Sandbox::small();
    sandbox.write("register/interventions/nattvandring-i-ryd.toml", CONFLICTS);
    assert!(sandbox.sealed("git").args(["init", "--quiet"]).status().unwrap().success());
    sandbox
}

/// Whether the choices stand below a heading.
fn is_asked(screen: &str, heading: &str) -> bool {
    screen.find(heading).is_some_and(|at| screen[at..].contains("lämna filen"))
}

#[test]
fn a_person_resolves_each_conflict() {
    let sandbox = in_conflict();
    let Some(terminal) = Terminal::open(&sandbox, "resolve") else { return };
    let first = terminal.wait_for("the first conflict", |screen| is_asked(screen, "konflikt 1 av 2"));
    assert!(first.contains("det som är här (HEAD)") && first.contains("status = \"completed\""), "{first}");
    terminal.press("Down");
    terminal.press("Enter");
    terminal.wait_for("the second conflict", |screen| is_asked(screen, "konflikt 2 av 2"));
    terminal.press("Down");
    terminal.press("Down");
    terminal.press("Enter");
    let screen = terminal.wait_for("the end", is_over);
    assert!(screen.contains("[code 0]") && screen.contains("tillagd med git add"), "{screen}");
    let text = sandbox.read("register/interventions/nattvandring-i-ryd.toml");
    assert!(text.contains("status = \"completed\"\n") && text.contains("Vår.\"\n\n[[follow_up]]"), "{text}");
    assert!(text.contains("Deras.") && !text.contains("<<<<"), "{text}");
    sandbox.run("check").fine();
}

#[test]
fn ctrl_c_in_the_middle_of_conflicts_leaves_them() {
    let sandbox = in_conflict();
    let Some(terminal) = Terminal::open(&sandbox, "resolve") else { return };
    terminal.wait_for("the first conflict", |screen| is_asked(screen, "konflikt 1 av 2"));
    terminal.press("Enter");
    terminal.wait_for("the second conflict", |screen| is_asked(screen, "konflikt 2 av 2"));
    terminal.press("C-c");
    let screen = terminal.wait_for("the end", is_over);
    assert!(screen.contains("[code 1]"), "{screen}");
    assert_eq!(sandbox.read("register/interventions/nattvandring-i-ryd.toml"), CONFLICTS);
}

#[test]
fn a_file_that_is_there_already_is_asked_about() {
    for (answer, code) in [("nej", "[code 1]"), ("ja", "[code 0]")] {
        let sandbox = Sandbox::small();
        sandbox.write("lista.csv", "det som var");
        let Some(terminal) = Terminal::open(&sandbox, "list body -o lista.csv") else { return };
        let screen = terminal.answer(&[("lista.csv finns redan", answer)]);
        assert!(screen.contains(code), "{screen}");
        assert_eq!(sandbox.read("lista.csv").starts_with("id,"), answer == "ja");
    }
}

/// Choices are drawn by another hand than the rest.
#[test]
fn what_is_offered_steers_no_terminal() {
    let sandbox = Sandbox::small();
    sandbox.write("register/bodies/annan.toml", "name = \"\\u001b[2J\\u202eAnnan\"\ntype = \"unit\"\n");
    let line = "add intervention --title Läxhjälp --status planned";
    let Some(terminal) = Terminal::open(&sandbox, line) else { return };
    let ask = |screen: &str| Terminal::question(screen).is_some_and(|question| question.starts_with("Ansvarig"));
    for _ in 0..20 {
        let screen = terminal.wait_for("a question", |screen| Terminal::question(screen).is_some() || is_over(screen));
        if ask(&screen) {
            terminal.wait_for("the choice", |screen| screen.contains("\\u{1b}[2J\\u{202e}Annan"));
            return;
        }
        assert!(!is_over(&screen), "{screen}");
        terminal.press("Enter");
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("nobody is asked who is responsible");
}
