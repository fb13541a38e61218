//! Nothing broken is written: whatever changes a file, the record is in it afterwards and can be read.

use crate::support::Sandbox;
use register::model::Kind;

/// Every record of the register, as `kind/id`, and its file.
fn records(sandbox: &Sandbox) -> Vec<(String, String)> {
    let of_folder = |(kind, folder): (&'static str, &'static str)| {
        let names = sandbox.names(&format!("register/{folder}"));
        names.into_iter().filter_map(move |name| {
            let id = name.strip_suffix(".toml")?;
            Some((format!("{kind}/{id}"), format!("register/{folder}/{name}")))
        })
    };
    let there = Kind::ALL.into_iter().filter(|kind| sandbox.path("register").join(kind.folder()).is_dir());
    there.map(|kind| (kind.name(), kind.folder())).flat_map(of_folder).collect()
}

#[test]
fn an_edit_that_breaks_the_syntax_is_refused_for_every_record() {
    let sandbox = Sandbox::linkoping();
    let editor = sandbox.editor(r#"sed -i '0,/"/s/"//' "$1""#);
    let records = records(&sandbox);
    assert!(records.len() > 150);
    for (record, file) in records {
        let before = sandbox.read(&file);
        let said = sandbox.run_with(&format!("edit {record}"), &[("EDITOR", &editor)]).code(1).says(&["syntax-error"]);
        assert_eq!(sandbox.read(&file), before, "{record}");
        // What is wrong with the text is what is told, and not what would follow from its being gone.
        assert!(!said.err.contains("unknown-reference"), "{record}: {}", said.err);
        assert_eq!(said.err.matches("fel[").count(), 1, "{record}: {}", said.err);
    }
}

#[test]
fn a_broken_file_is_no_excuse_for_writing_it_broken() {
    let sandbox = Sandbox::small();
    let file = "register/interventions/nattvandring-i-ryd.toml";
    let broken = sandbox.read(file).replacen('"', "", 1);
    sandbox.write(file, &broken);
    let editor = sandbox.editor(r#"printf '# mer\n' >> "$1""#);
    sandbox.run_with("edit nattvandring-i-ryd", &[("EDITOR", &editor)]).code(1).says(&["syntax-error"]);
    assert_eq!(sandbox.read(file), broken);
}

#[test]
fn a_new_record_that_is_broken_in_the_editor_is_refused() {
    let sandbox = Sandbox::small();
    let editor = sandbox.editor(r#"sed -i '0,/"/s/"//' "$1""#);
    let line = "add intervention --title Schackkväll --status planned --responsible faltgruppen --edit";
    sandbox.run_with(line, &[("EDITOR", &editor)]).code(1).says(&["syntax-error"]);
    assert!(!sandbox.path("register/interventions/schackkvall.toml").exists());
    assert_eq!(sandbox.drafts().len(), 1, "what was typed is kept");
}

#[test]
fn a_change_that_makes_a_file_too_large_is_refused() {
    let sandbox = Sandbox::small();
    let file = "register/interventions/nattvandring-i-ryd.toml";
    let large = format!("{}# {}\n", sandbox.read(file), "x".repeat((1 << 20) - sandbox.read(file).len() - 40));
    sandbox.write(file, &large);
    let line = "follow-up nattvandring-i-ryd --assessment on-track --note 'En lång anteckning om kvällarna.'";
    sandbox.run(line).code(1).says(&["file-too-large"]);
    assert_eq!(sandbox.read(file), large);
}

#[test]
fn what_was_typed_is_kept_until_it_is_written() {
    let file = "register/interventions/nattvandring-i-ryd.toml";
    let typed = r#"sed -i 's/^title = .*/title = "Vandring"/' "$1""#;
    for (line, also, code, drafts) in [
        ("edit nattvandring-i-ryd", "", 0, 0),
        ("edit nattvandring-i-ryd --dry-run", "", 0, 1),
        // Somebody else changes the file, or takes it away, while the editor is open.
        ("edit nattvandring-i-ryd", "echo '# nytt' >> register/interventions/nattvandring-i-ryd.toml", 1, 1),
        ("edit nattvandring-i-ryd", "rm register/interventions/nattvandring-i-ryd.toml", 1, 1),
        // There is nothing to keep.
        ("edit nattvandring-i-ryd", "rm \"$1\"", 1, 0),
    ] {
        let sandbox = Sandbox::small();
        let editor = sandbox.editor(&format!("{typed}\n{also}\n"));
        let said = sandbox.run_with(line, &[("EDITOR", &editor)]).code(code);
        assert_eq!(sandbox.drafts().len(), drafts, "{line}, {also}: {said:#?}");
        assert_eq!(said.err.contains("finns kvar i") || said.out.contains("finns kvar i"), drafts > 0, "{said:#?}");
        if drafts > 0 {
            assert!(sandbox.read(&format!("home/{}", sandbox.drafts()[0])).contains("Vandring"));
        }
        assert!(code == 0 || !sandbox.path(file).exists() || !sandbox.read(file).contains("Vandring"));
    }
}

/// Behind a register that can't be opened may lie another: it is not what is meant.
#[test]
fn the_nearest_register_is_the_one_though_it_cannot_be_opened() {
    let sandbox = Sandbox::small();
    sandbox.write("inner/register/register.toml/x", "");
    let mut command = sandbox.command();
    command.current_dir(sandbox.path("inner")).args(["set", "ryd", "coordinator=Fel"]);
    let said = crate::support::said(command.output().unwrap());
    assert_eq!(said.code, 1, "{said:#?}");
    assert!(said.err.contains("inner/register/register.toml"), "{said:#?}");
    assert_eq!(sandbox.read("register/districts/ryd.toml"), "name = \"Ryd\"\n");
}

#[cfg(unix)]
#[test]
fn schemas_are_written_over_nothing_else() {
    let sandbox = Sandbox::small();
    let record = "register/districts/ryd.toml";
    let before = sandbox.read(record);
    std::fs::create_dir_all(sandbox.path("d")).unwrap();
    std::os::unix::fs::symlink(sandbox.path(record), sandbox.path("d/intervention.json")).unwrap();
    sandbox.run("schema -o d").code(1);
    sandbox.run("schema -o d --force").code(1);
    sandbox.run("schema -o register/interventions").code(1);
    assert_eq!(sandbox.read(record), before);
    sandbox.write("e/body.json", "mitt");
    sandbox.run("schema -o e").code(1).says(&["e/body.json", "--skriv-över"]);
    assert_eq!(sandbox.names("e"), ["body.json"]);
    sandbox.run("schema -o e --force").fine();
    // Made anew, they are nobody's loss.
    sandbox.run("schema -o e").fine();
    sandbox.write("ny/.schemas/body.json", "mitt");
    sandbox.run("init ny --name ''").fine();
    assert_eq!(sandbox.read("ny/.schemas/body.json"), "mitt");
    assert!(sandbox.path("ny/.schemas/district.json").exists());
    sandbox.run("--register ny check").fine();
}

#[test]
fn what_is_very_long_or_has_no_id_can_be_shown() {
    let sandbox = Sandbox::small();
    let file = "register/interventions/nattvandring-i-ryd.toml";
    let text = sandbox.read(file);
    sandbox.write(file, text.replace("Nattvandring i Ryd", &"å".repeat(70_000)));
    for line in ["list intervention", "report inventory", "report plan", "status", "show nattvandring-i-ryd"] {
        sandbox.run(line).fine();
    }
    let indicator = "[[indicator]]\nname = \"x\"\n[[follow_up]]\non = 2026-11-01\nvalues = { besok = 1 }\n";
    sandbox.write(file, format!("{text}{indicator}"));
    for format in ["table", "md", "html", "json", "csv"] {
        sandbox.run(&format!("show nattvandring-i-ryd --format {format}")).fine();
    }
}
