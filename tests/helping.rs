//! What the program says to somebody who asks how, or did not know how.

use crate::support::Sandbox;

#[test]
fn a_text_without_quotation_marks_is_understood_as_one() {
    let sandbox = Sandbox::small();
    for (line, meant) in [
        ("add insats --titel Läxhjälp i Ryd", "--titel \"Läxhjälp i Ryd\""),
        ("add insats --titel Läxhjälp i Ryd --status planned", "--titel \"Läxhjälp i Ryd\""),
        ("add insats --status planned --titel=Läxhjälp i Ryd", "--titel \"Läxhjälp i Ryd\""),
        ("--lang sv add intervention --title Läxhjälp i Ryd", "--title \"Läxhjälp i Ryd\""),
        ("follow-up nattvandring-i-ryd --note Bra uppslutning i maj", "--note \"Bra uppslutning i maj\""),
    ] {
        let said = sandbox.run(line).code(2);
        let said = said.says(&["citattecken", &format!("menade du ”{meant}”?")]);
        assert!(!said.err.contains("finns ingen"), "{line}: {said:#?}");
    }
    for line in ["add insats i", "list insats --försenade i", "add insats --titel Läxhjälp --nix i"] {
        let said = sandbox.run(line).code(2);
        assert!(!said.err.contains("citattecken"), "{line}: {said:#?}");
    }
}
