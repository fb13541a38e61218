//! New names of elements: everything that refers to one follows it, and nothing else moves.

use crate::support::{Sandbox, TODAY, changed_lines, copy};
use register::change::{Element, Owner, Work, element_ids};
use register::check::check;
use register::format::{Loaded, Texts};
use register::model::{Day, Kind, RecordId};
use register::store::{FileChange, Store};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const DISTRICT: &str = "register/districts/ryd.toml";
const PICTURE: &str = "register/target-pictures/ryd-2026.toml";
const NEWER: &str = "register/target-pictures/ryd-2028.toml";
const WALK: &str = "register/interventions/nattvandring-i-ryd.toml";
const MEETING: &str = "register/meetings/2026-09-17-faltgruppen.toml";
const SETTINGS: &str = "register/register.toml";

/// An id that no element of any register has.
const NEW: &str = "ett-alldeles-nytt-namn";

/// A register in which each sort of element is named in each way that there is.
fn named() -> Sandbox {
    let sandbox = Sandbox::small();
    for (file, more) in [
        (
            DISTRICT,
            "\n[[indicator]]\nid = \"trygga\"\nname = \"Trygga\"\n\n[[problem]]\nid = \"morkt\"\ntitle = \"Mörkt\"\n\
             answers = [\"kvallar\"]\n\n[[problem.cause]]\nid = \"lampor\" # gamla\ntext = \"Lampor\"\n\n\
             [[event]]\nid = \"mars\"\ntitle = \"Mars\"\nfrom = 2027-03-01\n",
        ),
        (
            PICTURE,
            "adopted = \"2026-09-17-faltgruppen#ja\"\n\n[[goal]]\nid = 'kvallar'\ntitle = \"Kvällar\"\n\
             serves = [\"tryggt\"]\nindicator = \"trygga\"\n",
        ),
        (
            WALK,
            "problems = [\"ryd#morkt\"]\ncauses = [\"ryd#lampor\"]\ngoals = [\"ryd#kvallar\", \"tryggt\"]\n\n\
             [[indicator]]\nid = \"vandringar\"\nname = \"Vandringar\"\n\n[[indicator]]\nid = \"vuxna\"\nname = \"Vuxna\"\n\n\
             [[follow_up]]\non = 2026-10-01\nassessment = \"on-track\"\nvalues = { vandringar = 14, 'vuxna'=  3 } # höst\n\n\
             [[follow_up]]\non = 2026-11-01\nassessment = \"on-track\"\n[follow_up.values]\nvandringar = 15 # ny\n",
        ),
        (
            MEETING,
            "\n[[item]]\nid = \"ja\"\ntitle = \"Ja\"\nconcerns = [\"district/ryd#kvallar\", \"district/ryd#mars\"]\n\n\
             [[decision]]\nid = \"ja\"\ntext = \"Ja\"\nconcerns = [\"intervention/nattvandring-i-ryd#vuxna\",\n  \
             \"target-picture/ryd-2026#kvallar\"]\nstatus = \"done\"\n",
        ),
        (
            SETTINGS,
            "\n[[goal]]\nid = \"tryggt\"\ntitle = \"Tryggt\"\n\n[[waiver]]\ncode = \"goal-without-baseline\"\n\
             record = \"district/ryd#kvallar\"\nuntil = 2027-01-01\nreason = \"Mäts i vår\"\n",
        ),
    ] {
        sandbox.write(file, sandbox.read(file) + more);
    }
    let newer =
        "district = \"ryd\"\nperiod = { from = 2028-01-01 }\n\n[[goal]]\nid = \"kvallar\"\ntitle = \"Ljusa kvällar\"\n";
    sandbox.write(NEWER, newer);
    sandbox
}

fn load(root: &Path) -> Loaded {
    Store::find(root, Some(root)).unwrap().load(None, Texts::All).unwrap()
}

/// The files of a register with what they hold.
fn files(root: &Path) -> BTreeMap<String, String> {
    let store = Store::find(root, Some(root)).unwrap();
    let paths = store.files().into_iter().map(|file| file.path).chain(["register.toml".to_owned()]);
    paths.map(|path| (path.clone(), fs::read_to_string(root.join(path)).unwrap())).collect()
}

fn day() -> Day {
    TODAY.parse().unwrap()
}

/// What is found in a register, with one id for another where there is one.
fn findings(root: &Path, from: &str, to: &str) -> Vec<String> {
    let checked = check(load(root), day());
    let found = checked.findings.iter().chain(&checked.waived.findings);
    let named = |text: String| if from.is_empty() { text } else { text.replace(from, to) };
    let mut found: Vec<String> = found.map(|finding| named(format!("{finding:?}"))).collect();
    found.sort();
    found
}

/// Every element of a register, once.
fn elements(root: &Path) -> Vec<Element> {
    let register = load(root).register;
    let records = Kind::ALL.into_iter().flat_map(|kind| register.ids(kind).into_iter().map(move |id| (kind, id)));
    // A picture's goals are its district's.
    let own = records.filter(|(kind, _)| *kind != Kind::TargetPicture);
    let owners = own.map(|(kind, id)| Owner::Record(RecordId::new(kind, id))).chain([Owner::Settings]);
    let of_owner = |owner: Owner| {
        let ids: BTreeSet<String> = element_ids(&register, &owner).into_iter().map(str::to_owned).collect();
        ids.into_iter().map(move |id| Element { owner: owner.clone(), id })
    };
    owners.flat_map(of_owner).collect()
}

/// Renames an element, and gives what each file that changed is afterwards.
fn rename(root: &Path, element: &Element, new: &str) -> BTreeMap<String, String> {
    let mut work = Work::look(&Store::find(root, Some(root)).unwrap(), day()).unwrap();
    let changes = work.rename_element(element, new).unwrap_or_else(|error| panic!("{element}: {error}"));
    work.verify(&changes).unwrap_or_else(|error| panic!("{element}: {error:?}"));
    let texts = changes.into_iter().map(|change| match change {
        FileChange::Replace { file, text, .. } => (file, text),
        other => panic!("{element}: {other:?}"),
    });
    texts.collect()
}

/// For every element of a register: what is found is what was found, nothing names the old id, and the way back leads to
/// where it began.
fn rename_each(folder: &Path) {
    let sandbox = Sandbox::empty();
    let root = sandbox.path("register");
    copy(folder, &root);
    let before = files(&root);
    let found = findings(&root, "", "");
    let all = elements(&root);
    assert!(all.len() > 10, "{all:?}");
    let mut elsewhere = 0;
    for element in &all {
        let changed = rename(&root, element, NEW);
        elsewhere += usize::from(changed.len() > 1);
        for (file, text) in &changed {
            fs::write(root.join(file), text).unwrap();
        }
        assert_eq!(findings(&root, NEW, &element.id), found, "{element}");
        if let Owner::Record(record) = &element.owner {
            for (file, text) in files(&root) {
                for named in [format!("\"{}#{}\"", record.id, element.id), format!("\"{element}\"")] {
                    assert!(!text.contains(&named), "{element}: {file} has {named}");
                }
            }
        }
        let renamed = Element { id: NEW.to_owned(), ..element.clone() };
        let back = rename(&root, &renamed, &element.id);
        assert_eq!(back.keys().collect::<Vec<_>>(), changed.keys().collect::<Vec<_>>(), "{element}");
        for (file, text) in &back {
            assert_eq!(text, &before[file], "{element}: {file}");
            fs::write(root.join(file), text).unwrap();
        }
    }
    assert!(elsewhere > 5, "{elsewhere} of {} are named in other files", all.len());
}

#[test]
fn every_element_of_linkoping_can_be_renamed() {
    rename_each(&Path::new(env!("CARGO_MANIFEST_DIR")).join("register"));
}

#[test]
fn every_element_of_havsby_can_be_renamed() {
    rename_each(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/havsby/register"));
}

#[test]
fn every_element_can_be_renamed_however_it_is_named() {
    let sandbox = named();
    for (id, places) in [
        ("ryd#kvallar", &[(DISTRICT, 1), (PICTURE, 1), (NEWER, 1), (WALK, 1), (MEETING, 2), (SETTINGS, 1)][..]),
        ("district/ryd#trygga", &[(DISTRICT, 1), (PICTURE, 1)]),
        ("ryd#morkt", &[(DISTRICT, 1), (WALK, 1)]),
        ("ryd#lampor", &[(DISTRICT, 1), (WALK, 1)]),
        ("ryd#mars", &[(DISTRICT, 1), (MEETING, 1)]),
        (
            "target-picture/ryd-2028#kvallar",
            &[(DISTRICT, 1), (PICTURE, 1), (NEWER, 1), (WALK, 1), (MEETING, 2), (SETTINGS, 1)],
        ),
        ("nattvandring-i-ryd#vandringar", &[(WALK, 3)]),
        ("nattvandring-i-ryd#vuxna", &[(WALK, 2), (MEETING, 1)]),
        ("2026-09-17-faltgruppen#ja", &[(MEETING, 2), (PICTURE, 1)]),
        ("tryggt", &[(SETTINGS, 1), (PICTURE, 1), (WALK, 1)]),
        ("register.toml#tryggt", &[(SETTINGS, 1), (PICTURE, 1), (WALK, 1)]),
    ] {
        let root = sandbox.path("register");
        let (before, found) = (files(&root), findings(&root, "", ""));
        sandbox.run(&format!("rename {id} {NEW}")).fine();
        let after = files(&root);
        let changed: BTreeMap<String, usize> = before
            .iter()
            .map(|(file, text)| (format!("register/{file}"), changed_lines(text, &after[file]).1.len()))
            .filter(|(_, lines)| *lines > 0)
            .collect();
        let expected = places.iter().map(|(file, lines)| ((*file).to_owned(), *lines)).collect();
        assert_eq!(changed, expected, "{id}");
        let old = id.rsplit('#').next().unwrap();
        assert_eq!(findings(&root, NEW, old), found, "{id}");
        for (file, text) in before {
            sandbox.write(&format!("register/{file}"), text);
        }
    }
}

#[test]
fn what_stands_beside_a_key_is_left_as_it_is() {
    let sandbox = named();
    let before = sandbox.read(WALK);
    sandbox.run("rename nattvandring-i-ryd#vuxna vuxna-ute").fine();
    assert_eq!(
        sandbox.read(WALK),
        before.replace("id = \"vuxna\"", "id = \"vuxna-ute\"").replace("'vuxna'=  3", "vuxna-ute=  3")
    );
}

#[test]
fn what_was_adopted_is_as_it_was_when_its_parts_are_called_something_else() {
    let sandbox = named();
    sandbox.run("set ryd-2026 adopted=").code(1);
    for line in ["adopted=", "adopted=2026-09-17-faltgruppen#ja"] {
        sandbox.run(&format!("set target-picture/ryd-2026 {line}")).fine();
    }
    let plan = "register/action-plans/ryd-2026.toml";
    sandbox.run("set action-plan/ryd-2026 problems=ryd#morkt").fine();
    sandbox.run("set action-plan/ryd-2026 adopted=2026-09-17-faltgruppen").fine();
    let seals = |sandbox: &Sandbox| {
        [PICTURE, plan].map(|file| sandbox.read(file).lines().find(|line| line.starts_with("seal")).map(str::to_owned))
    };
    let before = seals(&sandbox);
    assert!(before.iter().all(Option::is_some), "{before:?}");
    let changed = |sandbox: &Sandbox| sandbox.run("check").out.contains("changed-since-adoption");
    assert!(!changed(&sandbox));
    for line in
        ["ryd#kvallar lugna-kvallar", "ryd#trygga trygghet", "ryd#morkt morka-strak", "2026-09-17-faltgruppen#ja nej"]
    {
        sandbox.run(&format!("rename {line}")).fine();
        assert!(!changed(&sandbox), "{line}");
    }
    let after = seals(&sandbox);
    assert!(after[0] != before[0] && after[1] != before[1], "{before:?} {after:?}");
    // One that was wrong before is wrong still.
    sandbox.write(PICTURE, sandbox.read(PICTURE).replace("ljust", "ljusare"));
    sandbox.run("rename ryd#lugna-kvallar kvallar").fine();
    assert!(changed(&sandbox));
}

#[test]
fn a_name_that_is_none_is_taken_or_is_of_nothing_is_refused() {
    let sandbox = named();
    let before = files(&sandbox.path("register"));
    for (line, code, says) in [
        ("ryd#kvallar Kvällar", 2, &["menade du ”kvallar”"][..]),
        ("ryd#kvallar kvallar", 1, &["kvallar"]),
        // Goals, problems, causes, indicators and events of a district are told apart by their ids alone.
        ("ryd#morkt kvallar", 1, &["kvallar"]),
        ("ryd#kvallar lampor", 1, &["lampor"]),
        ("target-picture/ryd-2026#kvallar mars", 1, &["mars"]),
        ("nattvandring-i-ryd#vuxna vandringar", 1, &["vandringar"]),
        ("2026-09-17-faltgruppen#ja nattvandring", 1, &["nattvandring"]),
        ("ryd#kvalla ny", 1, &["kvalla", "menade du ”ryd#kvallar”"]),
        ("berga#kvallar ny", 1, &["berga"]),
        ("register.toml#trygg ny", 1, &["menade du ”register.toml#tryggt”"]),
        ("tryggt tryggt", 1, &["tryggt"]),
    ] {
        sandbox.run(&format!("rename {line}")).code(code).says(says);
        assert_eq!(files(&sandbox.path("register")), before, "{line}");
    }
    let said = sandbox.run("rename ryd#kvallar lugna --dry-run").fine();
    assert!(said.out.contains("+goals = [\"ryd#lugna\", \"tryggt\"]"), "{said:?}");
    assert_eq!(files(&sandbox.path("register")), before);
    // What can't be read may name it.
    sandbox.write("register/interventions/halv.toml", "goals = [\"ryd#kvallar\"");
    sandbox.run("rename ryd#kvallar lugna").code(3).says(&["halv.toml", "district/ryd#kvallar"]);
    sandbox.run("rename tryggt lugnt").code(3).says(&["halv.toml", "register.toml#tryggt"]);
}
