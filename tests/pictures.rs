//! The pictures of the README and the manual: what each shows is what the program shows.

use crate::support::Sandbox;
use crate::support::repo::Repo;
use snapbox::Data;
use snapbox::data::DataFormat;
use std::fs;
use std::path::Path;

/// A picture has no more lines than a screen.
const MOST_LINES: usize = 40;

/// Pictures of the register of this repository: the name of each, and the line that it is of.
const PICTURES: &[(&str, &str)] = &[
    ("status", "status"),
    ("list", "list insatser --stadsdel berga --status pågående"),
    ("show", "show 'Samlad renhållning kring Skäggetorp centrum'"),
    ("follow-up", "report follow-up --period 2026-t2 --stadsdel ryd --table goals"),
];

/// Holds a picture to what a line shows, however it ends; or makes it anew.
#[track_caller]
fn is_true(name: &str, line: &str, sandbox: &Sandbox) {
    let said = sandbox.run_with(&format!("{line} --color always"), &[("COLUMNS", "84"), ("NO_COLOR", "")]);
    assert!(name == "status" || said.out.lines().count() <= MOST_LINES, "{name} is too long:\n{}", said.out);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/{name}.svg"));
    let picture = Data::read_from(&path, Some(DataFormat::TermSvg));
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(said.out, picture);
}

#[test]
fn every_picture_shows_what_the_program_does() {
    let sandbox = Sandbox::linkoping();
    for (name, line) in PICTURES {
        is_true(name, line, &sandbox);
    }
}

#[test]
fn the_picture_of_what_is_wrong_shows_what_check_finds() {
    let sandbox = Sandbox::linkoping();
    let file = "register/interventions/fritidsbuss-i-ryd.toml";
    let text = sandbox.read(file);
    sandbox.write(file, text.replace("status = \"", "status = \"x"));
    is_true("check", "check fritidsbuss-i-ryd", &sandbox);
}

#[test]
fn the_picture_of_what_changed_shows_what_diff_tells() {
    let repo = Repo { sandbox: Sandbox::linkoping() };
    repo.git("init --quiet --initial-branch main").fine();
    repo.commit("Registret", "2026-11-20");
    repo.run("set nattvandring-i-ryd staff=1 'when=kvällar'").fine();
    is_true("diff", "diff", &repo.sandbox);
}

/// Each stands where something is told of it, with words for those who do not see it.
#[test]
fn every_picture_is_shown_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| fs::read_to_string(root.join(file)).unwrap();
    let text = read("README.md").replace("](docs/", "](") + &read("docs/handbok.md");
    for file in fs::read_dir(root.join("docs")).unwrap() {
        let name = file.unwrap().file_name().to_string_lossy().into_owned();
        let is_shown = |text: &str| {
            text.match_indices(&format!("]({name})")).any(|(at, _)| {
                let alt = text[..at].rsplit_once("![").map_or("", |(_, alt)| alt);
                !alt.is_empty() && !alt.contains(['[', ']'])
            })
        };
        assert!(!name.ends_with(".svg") || is_shown(&text), "nothing shows docs/{name}");
    }
}
