//! What a person is asked at a terminal, and what becomes of the answers.

use crate::support::Sandbox;
use crate::support::terminal::{Terminal, is_over};

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
    assert!(screen.contains("[code 0]") && screen.contains("Ta tillbaka? [ja]"), "{screen}");
    assert_eq!(sandbox.read("register/districts/ryd.toml"), before);
}

#[test]
fn no_is_no() {
    for (line, question) in [(ADD, "Skriva?"), ("remove medborgarlofte", "Ta bort")] {
        let sandbox = Sandbox::small();
        let Some(terminal) = Terminal::open(&sandbox, line) else { return };
        let answers = [("Titel", "Läxhjälp"), ("Status", "planerad"), ("Ansvarig", "Fält"), (question, "nej")];
        let screen = terminal.answer(&answers);
        assert!(screen.contains("[code 1]") && screen.contains("Inget skrevs"), "{screen}");
        assert_eq!(sandbox.names("register/interventions"), ["nattvandring-i-ryd.toml"]);
        assert_eq!(sandbox.names("register/agreements"), ["medborgarlofte.toml"]);
    }
}

#[test]
fn what_is_hardly_so_is_asked_about() {
    for (answer, is_written) in [("nej", false), ("", false), ("ja", true)] {
        let sandbox = Sandbox::small();
        let Some(terminal) = Terminal::open(&sandbox, "set nattvandring-i-ryd staff=9000") else { return };
        let screen = terminal.answer(&[("", answer)]);
        assert!(screen.contains("Stämmer det?"), "{screen}");
        let text = sandbox.read("register/interventions/nattvandring-i-ryd.toml");
        assert_eq!(text.contains("9000"), is_written, "{answer}: {screen}");
        assert_eq!(screen.contains("Inget skrevs."), !is_written, "{screen}");
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
    terminal.write("2");
    terminal.press("Enter");
    terminal.wait_for("the second conflict", |screen| is_asked(screen, "konflikt 2 av 2"));
    terminal.press("Down");
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
    terminal.write("1");
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

/// What is offered stands on the screen before anybody has chosen it.
#[test]
fn what_is_offered_steers_no_terminal() {
    let sandbox = Sandbox::small();
    sandbox.write("register/bodies/annan.toml", "name = \"\\u001b[2J\\u202eAnnan\"\ntype = \"unit\"\n");
    let line = "add intervention --title Läxhjälp --status planned --districts ryd";
    let Some(terminal) = Terminal::open(&sandbox, line) else { return };
    terminal
        .wait_for("the question", |screen| Terminal::question(screen).is_some_and(|now| now.starts_with("Ansvarig")));
    terminal.wait_for("the choice", |screen| screen.contains("\\u{1b}[2J\\u{202e}Annan"));
    terminal.press("Down");
    terminal.wait_for("the menu", |screen| screen.to_lowercase().matches("\\u{1b}[2j\\u{202e}annan").count() == 2);
}

/// Each question can be gone back to, with what was answered to it.
#[test]
fn one_can_go_back() {
    for way in ["Up", "<"] {
        let sandbox = Sandbox::small();
        let Some(terminal) = Terminal::open(&sandbox, "add intervention --districts ryd") else { return };
        let back = || {
            terminal.press(way);
            if way == "<" {
                terminal.press("Enter");
            }
        };
        terminal.reply("Titel", "Läxjälp");
        terminal.reply("Status", "2");
        terminal.wait_for("the third question", |screen| Terminal::question(screen) == Some("Ansvarig:"));
        back();
        let is_at = |wanted: &'static str| {
            move |screen: &str| Terminal::question(screen).is_some_and(|now| now.trim() == wanted)
        };
        terminal.wait_for("the answer to the second", is_at("Status: 2"));
        // What stands there is written over.
        back();
        terminal.wait_for("the answer to the first", is_at("Titel: Läxjälp"));
        terminal.press("C-u");
        terminal.reply("Titel", "Läxhjälp");
        terminal.reply("Status", "planerad");
        terminal.reply("Ansvarig", "fält");
        terminal.wait_for("more", |screen| Terminal::question(screen) == Some("Fylla i mer:"));
        terminal.press("Enter");
        terminal.wait_for("the end of the questions", |screen| screen.contains("Skriva?"));
        terminal.press("Enter");
        assert!(terminal.end().contains("[code 0]"));
        assert!(sandbox.read("register/interventions/laxhjalp.toml").contains("status = \"planned\""), "{way}");
    }
}

/// Whatever ends the questions, what was answered is there the next time.
#[test]
fn a_draft_is_taken_up_after_any_ending() {
    for ending in ["C-c", "kill", "nej"] {
        let sandbox = Sandbox::small();
        let Some(terminal) = Terminal::open(&sandbox, "add intervention --districts ryd") else { return };
        terminal.reply("Titel", "Läxhjälp");
        terminal.reply("Status", "3");
        match ending {
            "kill" => {
                terminal.reply("Ansvarig", "fält");
                terminal.wait_for("more", |screen| Terminal::question(screen) == Some("Fylla i mer:"));
                assert!(terminal.tmux().args(["respawn-pane", "-k", "sleep 60"]).status().unwrap().success());
            }
            "nej" => {
                terminal.reply("Ansvarig", "fält");
                terminal.wait_for("more", |screen| Terminal::question(screen) == Some("Fylla i mer:"));
                terminal.press("Enter");
                terminal.reply("Skriva?", "nej");
                assert!(terminal.end().contains("--återuppta"));
            }
            key => {
                terminal.wait_for("a question", |screen| Terminal::question(screen) == Some("Ansvarig:"));
                terminal.write("fäl");
                terminal.press(key);
                assert!(terminal.end().contains("--återuppta"));
            }
        }
        assert_eq!(sandbox.names("register/interventions"), ["nattvandring-i-ryd.toml"]);
        drop(terminal);
        let Some(terminal) = Terminal::open(&sandbox, "add insats --återuppta") else { return };
        if ending == "C-c" {
            let begun = |screen: &str| Terminal::question(screen) == Some("Ansvarig: fäl");
            terminal.wait_for("what was begun", begun);
            terminal.press("Enter");
        }
        if ending != "nej" {
            terminal.wait_for("more", |screen| Terminal::question(screen) == Some("Fylla i mer:"));
            terminal.press("Enter");
        }
        terminal.wait_for("the end of the questions", |screen| screen.contains("Skriva?"));
        terminal.press("C-u");
        terminal.press("Enter");
        assert!(terminal.end().contains("[code 0]"), "{ending}");
        let text = sandbox.read("register/interventions/laxhjalp.toml");
        assert!(text.contains("districts = [\"ryd\"]") && text.contains("\"faltgruppen\""), "{ending}: {text}");
        // It has come to something, and is no draft any more.
        drop(terminal);
        let Some(terminal) = Terminal::open(&sandbox, "add insats --återuppta") else { return };
        assert!(terminal.end().contains("inget utkast"), "{ending}");
    }
}

/// What is pasted is one answer, however many lines it has.
#[test]
fn three_pasted_lines_are_one_answer() {
    let sandbox = Sandbox::small();
    let Some(terminal) = Terminal::open(&sandbox, "follow-up nattvandring-i-ryd") else { return };
    terminal.reply("Bedömning", "1");
    terminal.wait_for("the trend", |screen| Terminal::question(screen) == Some("Trend:"));
    terminal.press("Enter");
    terminal.wait_for("the note", |screen| Terminal::question(screen) == Some("Kommentar:"));
    terminal.paste("Första raden.\nAndra raden.\nTredje raden.");
    terminal.wait_for("what was pasted", |screen| screen.contains("Tredje raden."));
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(!is_over(&terminal.screen()) && !terminal.screen().contains("Skriva?"), "{}", terminal.screen());
    terminal.press("Enter");
    terminal.wait_for("the end of the questions", |screen| screen.contains("Skriva?"));
    terminal.press("Enter");
    assert!(terminal.end().contains("[code 0]"));
    let text = sandbox.read("register/interventions/nattvandring-i-ryd.toml");
    assert!(text.contains("Första raden.\nAndra raden.\nTredje raden."), "{text}");
}

/// Neither Esc nor another size of the window takes away what was typed.
#[test]
fn what_is_typed_stays_on_the_line() {
    let sandbox = Sandbox::small();
    let Some(terminal) = Terminal::open(&sandbox, "add intervention --districts ryd") else { return };
    terminal.wait_for("the title", |screen| Terminal::question(screen) == Some("Titel:"));
    terminal.write("Läxhjälp");
    terminal.press("Escape");
    terminal.resize(60, 20);
    terminal.resize(120, 40);
    std::thread::sleep(std::time::Duration::from_millis(300));
    terminal.write(" i Ryd");
    terminal.press("Enter");
    terminal.reply("Status", "2");
    terminal.wait_for("who", |screen| Terminal::question(screen) == Some("Ansvarig:"));
    // There is one to choose, which is chosen so.
    terminal.press("Down");
    terminal.wait_for("the only one", |screen| Terminal::question(screen) == Some("Ansvarig: Fältgruppen"));
    terminal.press("Enter");
    terminal.wait_for("more", |screen| Terminal::question(screen) == Some("Fylla i mer:"));
    terminal.press("Enter");
    terminal.wait_for("the end of the questions", |screen| screen.contains("Skriva?"));
    terminal.press("Enter");
    assert!(terminal.end().contains("[code 0]"));
    assert!(sandbox.read("register/interventions/laxhjalp-i-ryd.toml").contains("title = \"Läxhjälp i Ryd\""));
}

/// Enter leaves out what can be, and never writes what nobody has said.
#[test]
fn enter_all_the_way_writes_nothing_that_nobody_said() {
    let sandbox = Sandbox::small();
    let before = sandbox.read("register/interventions/nattvandring-i-ryd.toml");
    let Some(terminal) = Terminal::open(&sandbox, "follow-up") else { return };
    terminal.wait_for("the first", |screen| Terminal::question(screen) == Some("Bedömning:"));
    terminal.press("Enter");
    assert!(terminal.end().contains("[code 0]"));
    assert_eq!(sandbox.read("register/interventions/nattvandring-i-ryd.toml"), before);
    drop(terminal);
    let Some(terminal) = Terminal::open(&sandbox, "add intervention") else { return };
    terminal.wait_for("the title", |screen| Terminal::question(screen) == Some("Titel:"));
    terminal.press("Enter");
    terminal.wait_for("that it is needed", |screen| screen.contains("behövs"));
    terminal.press("C-c");
    assert!(terminal.end().contains("[code 1]"));
    assert_eq!(sandbox.names("register/interventions"), ["nattvandring-i-ryd.toml"]);
}

/// An answer is refused where it is given, and stands there to be mended.
#[test]
fn an_answer_that_is_none_is_told_at_once() {
    let sandbox = Sandbox::small();
    let line = "add intervention --title X --status 3 --districts ryd --responsible fält";
    let Some(terminal) = Terminal::open(&sandbox, &line.replace("--status 3 ", "")) else { return };
    terminal.reply("Status", "snart");
    terminal.wait_for("that it is none", |screen| screen.contains("duger inte som Status"));
    terminal.wait_for("the same line", |screen| Terminal::question(screen) == Some("Status: snart"));
    terminal.press("C-u");
    terminal.reply("Status", "pausad");
    terminal.reply("Fylla i mer", "tid");
    terminal.reply("Planerad period", "1 maj – snart");
    terminal.wait_for("that it is none", |screen| screen.contains("duger inte som"));
    terminal.press("C-u");
    terminal.reply("Planerad period", "HT 2026");
    terminal.wait_for("how it was read", |screen| Terminal::question(screen) == Some("Faktisk start:"));
}

/// A meeting is gone through from its agenda to its decisions.
#[test]
fn a_meeting_is_gone_through() {
    let sandbox = Sandbox::linkoping();
    let file = "register/meetings/2026-11-16-lednings-och-samordningsgrupp.toml";
    let Some(terminal) = Terminal::open(&sandbox, "möte 2026-11-16-lednings") else { return };
    terminal.reply("Utgång", "1");
    terminal.wait_for("the second item", |screen| screen.contains("\n2. "));
    terminal.reply("Utgång", "2");
    terminal.reply("Beslut", "Lokalen hyrs till juni.");
    terminal.reply("Ansvarig", "kultur- och fritidsförv");
    terminal.reply("Klart senast", "1 feb");
    terminal.reply("Går vidare till", "-");
    terminal.reply("Ett beslut till?", "n");
    terminal.wait_for("the third item", |screen| screen.contains("\n3. "));
    terminal.reply("Utgång", "3");
    terminal.reply("Går vidare till", "styrgrupp");
    terminal.wait_for("the text", |screen| Terminal::question(screen).is_some_and(|now| now.starts_with("Beslut [")));
    terminal.press("Enter");
    terminal.answer(&[]);
    let text = sandbox.read(file);
    for part in [
        "outcome = \"discussed\"",
        "outcome = \"decided\"",
        "outcome = \"referred\"",
        "due = 2027-02-01",
        "referred_to = \"styrgrupp\"",
        "text = \"Lokalen hyrs till juni.\"",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    sandbox.run("check").fine();
}

/// What people do every day costs few keys. The figures are those of a coordinator's ordinary day.
#[test]
fn daily_work_costs_few_keys() {
    let sandbox = Sandbox::linkoping();
    let press = |terminal: &Terminal<'_>, question: &str, key: &str| {
        terminal.wait_for(question, |screen| Terminal::question(screen).is_some_and(|now| now.starts_with(question)));
        terminal.press(key);
    };
    // An intervention with money, of a title of 18 letters.
    let Some(terminal) = Terminal::open(&sandbox, "add insats") else { return };
    terminal.reply("Titel", "Ny skolgård i Ryd");
    terminal.reply("Status", "2");
    press(&terminal, "Stadsdelar [Ryd]", "Enter");
    terminal.reply("Ansvarig", "polis");
    terminal.reply("Fylla i mer", "6");
    press(&terminal, "Budget – År [2026]", "Enter");
    terminal.reply("Budget – Belopp", "4 mkr");
    for question in ["Budget – Finansiering", "Budget – Nämnd", "Budget – Bidragsgivare", "Budget – Diarienummer"]
    {
        press(&terminal, question, "Enter");
    }
    press(&terminal, "Budget – en till? [nej]", "Enter");
    press(&terminal, "Fylla i mer", "Enter");
    press(&terminal, "Skriva? [ja]", "Enter");
    assert!(terminal.end().contains("[code 0]"));
    assert!(sandbox.read("register/interventions/ny-skolgard-i-ryd.toml").contains("amount = 4000000"));
    assert!(terminal.keys() <= 44, "{}", terminal.keys());
    drop(terminal);
    // Ten follow-ups in a row, and with them one.
    let Some(terminal) = Terminal::open(&sandbox, "följ-upp") else { return };
    let (mut one, mut at) = (0, 0);
    for number in 1..=10 {
        let heading = format!("({number} av ");
        terminal.wait_for(&heading, |screen| {
            screen.rfind(&heading).is_some_and(|at| screen[at..].contains("? Bedömning:"))
        });
        one = one.max(terminal.keys() - at);
        at = terminal.keys();
        terminal.reply("Bedömning", "1");
        loop {
            let screen = terminal.wait_for("a question", |screen| {
                Terminal::question(screen).is_some_and(|now| now.ends_with(':') || now.ends_with("[ja]:"))
            });
            let is_last = Terminal::question(&screen).is_some_and(|now| now.starts_with("Skriva?"));
            let asked = Terminal::question(&screen).unwrap_or_default().to_owned();
            terminal.press("Enter");
            terminal.wait_for("the next", |screen| {
                Terminal::question(screen) != Some(asked.as_str()) || screen.contains("Skrev ")
            });
            if is_last {
                break;
            }
        }
    }
    let ten = terminal.keys();
    terminal.press("C-c");
    assert!(one <= 15 && ten <= 65, "{one} {ten}");
    drop(terminal);
    // A decision, beside its text.
    let text = "Ljus tänds.";
    let Some(terminal) = Terminal::open(&sandbox, "möte besluta") else { return };
    terminal.reply("Vilket möte", "1");
    terminal.reply("Beslut", text);
    terminal.reply("Ansvarig", "polis");
    terminal.reply("Klart senast", "1 feb");
    for question in ["Gäller", "Går vidare till", "Skriva? [ja]"] {
        press(&terminal, question, "Enter");
    }
    assert!(terminal.end().contains("[code 0]"));
    let keys = terminal.keys() - text.chars().count();
    assert!(keys <= 20, "{keys}");
    drop(terminal);
    // One that is carried out.
    let Some(terminal) = Terminal::open(&sandbox, "möte klart") else { return };
    terminal.reply("Vilka är genomförda", "1");
    press(&terminal, "Genomfört den [23 nov 2026]", "Enter");
    assert!(terminal.end().contains("[code 0]"));
    assert!(terminal.keys() <= 5, "{}", terminal.keys());
}

/// What is found wrong when all is told leads back to the answer that it is in; the others are not asked for again.
#[test]
fn what_is_wrong_leads_to_its_question() {
    let sandbox = Sandbox::small();
    let Some(terminal) = Terminal::open(&sandbox, "add intervention --title Läxhjälp --districts ryd") else {
        return;
    };
    terminal.reply("Status", "2");
    terminal.reply("Ansvarig", "fält");
    terminal.reply("Fylla i mer", "tid");
    terminal.reply("Planerad period", "2026-12-01..2026-11-01");
    for question in ["Faktisk start", "Faktiskt slut", "Tider", "Fylla i mer"] {
        terminal.wait_for(question, |screen| Terminal::question(screen).is_some_and(|now| now.starts_with(question)));
        terminal.press("Enter");
    }
    terminal.wait_for("what is wrong", |screen| screen.contains("date-order"));
    terminal.reply("Planerad period", "1 dec 2026 – 31 jan 2027");
    terminal.wait_for("the end of the questions", |screen| screen.contains("Skriva?"));
    terminal.press("Enter");
    assert!(terminal.end().contains("[code 0]"));
    assert!(sandbox.read("register/interventions/laxhjalp.toml").contains("until = 2027-01-31"));
}

/// The same where what was told becomes a part of a record that was there before.
#[test]
fn what_is_wrong_in_a_part_leads_to_its_question() {
    let sandbox = Sandbox::small();
    let Some(terminal) = Terminal::open(&sandbox, "meeting decide 2026-09-17-faltgruppen") else { return };
    terminal.reply("Beslut", "Ring 070-174 06 05.");
    for question in ["Ansvarig", "Klart senast", "Gäller", "Går vidare till", "Skriva?"] {
        terminal.wait_for(question, |screen| Terminal::question(screen).is_some_and(|now| now.starts_with(question)));
        terminal.press("Enter");
    }
    terminal.wait_for("what is wrong", |screen| screen.contains("personal-data"));
    terminal.reply("Beslut", "Ring växeln.");
    terminal.answer(&[]);
    let text = sandbox.read("register/meetings/2026-09-17-faltgruppen.toml");
    assert!(text.contains("text = \"Ring växeln.\"") && !text.contains("070"), "{text}");
}

/// Nobody's answers are another's, and a draft that is not taken up is not thrown away.
#[test]
fn drafts_do_not_write_over_each_other() {
    let sandbox = Sandbox::small();
    let line = "add intervention --districts ryd";
    let Some(first) = Terminal::open(&sandbox, line) else { return };
    first.reply("Titel", "Ett");
    let Some(second) = Terminal::open(&sandbox, line) else { return };
    second.reply("Det finns ett utkast", "nej");
    second.reply("Titel", "Två");
    for terminal in [&first, &second] {
        terminal.wait_for("the status", |screen| Terminal::question(screen) == Some("Status:"));
        terminal.press("C-c");
        assert!(terminal.end().contains("Utkastet är kvar"));
    }
    let drafts: Vec<String> = walkdir::WalkDir::new(sandbox.path("home"))
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file() && entry.path().to_string_lossy().contains("drafts"))
        .map(|entry| std::fs::read_to_string(entry.path()).unwrap())
        .collect();
    for title in ["Ett", "Två"] {
        assert!(drafts.iter().any(|draft| draft.contains(&format!("value = \"{title}\""))), "{drafts:?}");
    }
}
