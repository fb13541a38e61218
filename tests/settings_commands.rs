//! What holds for the whole register is shown, set and edited like a record.

use crate::support::Sandbox;

const FILE: &str = "register/register.toml";

#[test]
fn every_setting_is_set_by_its_name_or_by_what_it_is_called() {
    let sandbox = Sandbox::small();
    for (line, written) in [
        ("name=Nystad", "name = \"Nystad\"\n"),
        ("Kommunkod=0580", "municipality_code = \"0580\"\n"),
        ("law.council=Fältgruppen", "[law]\ncouncil = \"faltgruppen\"\n"),
        ("follow_up.cycle=tertial", "[follow_up]\ncycle = \"tertial\"\n"),
        ("'Uppföljning.Uppföljs varje=kvartal'", "cycle = \"quarter\"\n"),
        ("situation.max_age_months=12", "max_age_months = 12\n"),
        (
            "'goal+=title=Ett tryggt Provstad'",
            "[[goal]]\nid = \"ett-tryggt-provstad\"\ntitle = \"Ett tryggt Provstad\"\n",
        ),
        ("'goal[ett-tryggt-provstad].title=Tryggt'", "title = \"Tryggt\"\n"),
        ("vocabulary.category+=Mötesplatser", "[vocabulary.category]\nmotesplatser = { sv = \"Mötesplatser\" }\n"),
        (
            "'vocabulary.category[motesplatser].en=Meeting places'",
            "motesplatser = { sv = \"Mötesplatser\", en = \"Meeting places\" }\n",
        ),
        (
            "'Egna ord.Kategorier[Mötesplatser].sv=Möten'",
            "motesplatser = { sv = \"Möten\", en = \"Meeting places\" }\n",
        ),
        ("'vocabulary.category+=id=skola, sv=Skola, en=School'", "skola = { sv = \"Skola\", en = \"School\" }\n"),
        ("vocabulary.target_group+=Unga", "[vocabulary.target_group]\nunga = { sv = \"Unga\" }\n"),
        (
            "'waiver+=code=untouched,record=district/ryd,until=2026-12-31,reason=Väntar'",
            "[[waiver]]\ncode = \"untouched\"\nrecord = \"district/ryd\"\nuntil = 2026-12-31\nreason = \"Väntar\"\n",
        ),
    ] {
        sandbox.run(&format!("set register {line}")).fine().says(&["register.toml"]);
        let text = sandbox.read(FILE);
        assert!(text.contains(written), "{line}: {text}");
    }
    sandbox.run("check --only unknown-word").fine();
    let shown = sandbox.run("show register").fine().out;
    for said in ["Nystad", "motesplatser", "Meeting places", "Tryggt", "untouched", "kvartal"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    let json = sandbox.run("show register --format json").fine().out;
    assert!(json.contains("\"motesplatser\": {"), "{json}");
    sandbox.run("set register vocabulary.category-=skola").fine();
    sandbox.run("set register 'vocabulary.category-=Möten'").fine();
    sandbox.run("set register vocabulary.target_group-=unga").fine();
    assert!(!sandbox.read(FILE).contains("vocabulary"), "{}", sandbox.read(FILE));
    sandbox.run("check").fine();
}

#[test]
fn what_something_refers_to_is_not_taken_away() {
    let sandbox = Sandbox::linkoping();
    let before = sandbox.read(FILE);
    for line in [
        "vocabulary.category-=motesplats",
        "vocabulary.category[motesplats]=",
        "vocabulary.target_group=",
        "goal-=hog-kunskap",
        "goal[hog-kunskap].id=annan",
        "law.council=nagon-annan",
        "municipality_code=58",
        "format=3",
        "name=",
        "'vocabulary.category[motesplats].xx=a'",
        "'vocabulary.category[motesplatz].sv=a'",
        "vocabulary.category+=Mötesplatser",
        "vocabulary.category=Mötesplatser",
    ] {
        let said = sandbox.run(&format!("set register {line}"));
        assert!(said.code != 0 && said.err.contains("fel"), "{line}: {said:#?}");
        assert_eq!(sandbox.read(FILE), before, "{line}");
    }
    sandbox.run("set register vocabulary.category-=motesplats").code(1).says(&["interventions/"]);
    sandbox.run("set register goal-=hog-kunskap").code(1).says(&["target-pictures/"]);
    sandbox.run("set register --dry-run 'vocabulary.category[motesplats].sv=Mötesplatser och torg'").fine();
    assert_eq!(sandbox.read(FILE), before);
}

#[test]
fn the_settings_are_edited_and_held_to_the_rules() {
    let sandbox = Sandbox::linkoping();
    let edit = |commands: &str| {
        let editor = sandbox.editor(commands);
        sandbox.run_with("edit register", &[("EDITOR", &editor)])
    };
    edit("sed -i 's/^name = .*/name = \"Annan\"/' \"$1\"").fine();
    assert!(sandbox.read(FILE).contains("name = \"Annan\"\n"));
    let before = sandbox.read(FILE);
    edit("sed -i '/^motesplats/d' \"$1\"").code(1).says(&["motesplats", "interventions/"]);
    edit("sed -i 's/^name = .*/name = /' \"$1\"").code(1).says(&["register.toml"]);
    assert_eq!(sandbox.read(FILE), before);
    sandbox.run("undo --yes").fine();
    assert!(sandbox.read(FILE).contains("name = \"Linköping\"\n"));
}

/// What holds for the whole register may name a record.
#[test]
fn a_record_that_the_settings_name_is_not_taken_away() {
    let sandbox = Sandbox::small();
    sandbox.write("register/bodies/radet.toml", "name = \"Rådet\"\ntype = \"unit\"\n");
    sandbox.run("set register law.council=radet").fine();
    sandbox.run("remove radet --yes").code(1).says(&["register.toml"]);
}

#[test]
fn goals_and_words_are_added_one_by_one() {
    let sandbox = Sandbox::small();
    for (line, written) in [
        (
            "add goal --title 'Ett tryggt Provstad'",
            "[[goal]]\nid = \"ett-tryggt-provstad\"\ntitle = \"Ett tryggt Provstad\"\n",
        ),
        ("add mål --titel 'God skola' --id skola", "[[goal]]\nid = \"skola\"\ntitle = \"God skola\"\n"),
        ("lägg-till kategori --namn Mötesplatser", "[vocabulary.category]\nmotesplatser = { sv = \"Mötesplatser\" }\n"),
        (
            "add category --name Skola --name 'en=School, day care'",
            "skola = { sv = \"Skola\", en = \"School, day care\" }\n",
        ),
        (
            "add målgrupp --name 'sv=Unga, en=Youth' --id unga-13-19",
            "[vocabulary.target_group]\nunga-13-19 = { sv = \"Unga\", en = \"Youth\" }\n",
        ),
    ] {
        sandbox.run(line).fine().says(&["Nästa: register visa register"]);
        let text = sandbox.read(FILE);
        assert!(text.contains(written), "{line}: {text}");
    }
    sandbox.run("check --only unknown-word").fine();
    let before = sandbox.read(FILE);
    for (line, code) in [
        ("add goal --title 'ETT TRYGGT PROVSTAD'", 1),
        ("add goal --title Annat --id skola", 1),
        ("add goal --title Annat --id 'Inget id'", 2),
        ("add category --name mötesplatser", 1),
        ("add category --name Annan --id skola", 1),
        ("add category --name 'en=School, day care'", 1),
        ("add category --name xx=School", 2),
        ("add goal", 2),
        ("add category", 2),
        ("add goal --title 'Ring 070-174 06 05'", 1),
        ("add target-group --name Äldre --dry-run", 0),
    ] {
        let said = sandbox.run(line);
        assert_eq!(said.code, code, "{line}: {said:#?}");
        assert_eq!(sandbox.read(FILE), before, "{line}");
    }
    let help = sandbox.run("add --help").fine().out;
    assert!(["mål ", "kategori ", "målgrupp "].iter().all(|name| help.contains(name)), "{help}");
    sandbox.run("undo --yes").fine().says(&["lägg-till"]);
}
