//! A large, valid register: of 1,000 records 12 districts, 30 bodies, 60 meetings, 20 situation pictures,
//! and the rest interventions of about 1.6 KB in a folder a year. The same size makes the same bytes.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

const WORDS: &[&str] = &[
    "område",
    "gård",
    "torg",
    "skola",
    "trygghet",
    "belysning",
    "närvaro",
    "samverkan",
    "förening",
    "ungdomar",
    "kvällar",
    "helger",
    "sommar",
    "lägesbild",
    "trygghetsvandring",
    "föräldrastöd",
    "läxhjälp",
    "idrott",
    "kultur",
    "mötesplats",
    "klotter",
    "fältarbete",
    "delaktighet",
    "öppen",
    "gemensam",
    "nätverk",
    "gångväg",
    "park",
    "källare",
];

/// Numbers that look random and are always the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }

    fn text(&mut self, words: usize) -> String {
        (0..words).map(|_| WORDS[self.roll(WORDS.len())]).collect::<Vec<_>>().join(" ")
    }
}

pub fn register(folder: &Path, size: usize) -> io::Result<()> {
    let mut dice = Dice(1);
    let put = |path: String, text: &str| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, text)
    };
    let (districts, bodies) = ((size * 12 / 1000).clamp(3, 40), (size * 30 / 1000).clamp(8, 400));
    let (meetings, situations) = (size * 60 / 1000, size * 20 / 1000);
    for body in 0..bodies {
        let text = format!("name = \"Organ {body}\"\ntype = \"administration\"\nmission = \"{}\"\n", dice.text(10));
        put(format!("bodies/organ-{body}.toml"), &text)?;
    }
    for district in 0..districts {
        let text = format!(
            "name = \"Stadsdel {district}\"\n\n[target_picture]\ntext = \"{}\"\n\n[[target_picture.goal]]\nid = \
             \"trygg\"\ntitle = \"{}\"\nserves = [\"trygg-kommun\"]\n\n[[problem]]\nid = \"otrygg\"\ntitle = \
             \"{}\"\nanswers = [\"trygg\"]\n",
            dice.text(18),
            dice.text(6),
            dice.text(6)
        );
        put(format!("districts/stadsdel-{district}.toml"), &text)?;
    }
    for meeting in 0..meetings {
        let (year, month, day) = (1990 + meeting / 300, 1 + meeting / 25 % 12, 1 + meeting % 25);
        let on = format!("{year}-{month:02}-{day:02}");
        let text = format!(
            "body = \"organ-0\"\non = {on}\nstatus = \"held\"\n\n[[decision]]\nid = \"lage\"\ntext = \"{}\"\nresponsible = \
             \"organ-1\"\nstatus = \"done\"\n",
            dice.text(12)
        );
        put(format!("meetings/{on}-organ-0.toml"), &text)?;
    }
    for situation in 0..situations {
        let (district, year) = (situation % districts, 2026 - situation / districts);
        let text = format!(
            "district = \"stadsdel-{district}\"\nperiod = {{ from = {year}-01-01, until = {year}-12-31 }}\nsurvey = \
             \"{}\"\nlevel = \"normal\"\n",
            dice.text(16)
        );
        put(format!("situations/{year}-stadsdel-{district}.toml"), &text)?;
    }
    for number in 0..size.saturating_sub(districts + bodies + meetings + situations) {
        let year = 2015 + number % 12;
        put(
            format!("interventions/{year}/insats-{number}.toml"),
            &intervention(number, year, districts, bodies, &mut dice),
        )?;
    }
    let goal = "[[goal]]\nid = \"trygg-kommun\"\ntitle = \"En trygg kommun\"\n";
    put("register.toml".to_owned(), &format!("format = 2\nname = \"Provkommunen\"\nlanguage = \"sv\"\n\n{goal}"))
}

fn intervention(number: usize, year: usize, districts: usize, bodies: usize, dice: &mut Dice) -> String {
    let (district, body, month) = (dice.roll(districts), dice.roll(bodies), 1 + dice.roll(12));
    let status = ["planned", "ongoing", "ongoing", "completed"][dice.roll(4)];
    let mut text = format!(
        "title = \"{} {number}\"\nsummary = \"{}\"\nstatus = \"{status}\"\naspects = [\"safety\"]\ndistricts = \
         [\"stadsdel-{district}\"]\nplaces = [\"{}\"]\nprevention = {{ level = \"universal\", kind = \"social\" \
         }}\nproblems = [\"stadsdel-{district}#otrygg\"]\ngoals = [\"stadsdel-{district}#trygg\"]\nexpected_effect = \
         \"{}\"\nresponsible = \"organ-{body}\"\ncontact = \"Enhetschef\"\npartners = [\"organ-1\", \
         \"organ-2\"]\npart_of_plan = true\nperiod = {{ from = {year}-{month:02}-01, until = {}-06-30 }}\nstarted = \
         {year}-{month:02}-01\nbudget = [\n  {{ year = {year}, amount = {}, source = \"internal-budget\" }},\n]\n\n\
         [[indicator]]\nid = \"antal\"\nname = \"Antal tillfällen\"\nkind = \"output\"\nunit = \"st\"\ntarget = 40\n",
        dice.text(4),
        dice.text(15),
        dice.text(1),
        dice.text(11),
        year + 1,
        (1 + dice.roll(500)) * 1000,
    );
    for follow_up in 1..=3 {
        let assessment = ["on-track", "at-risk", "off-track"][dice.roll(3)];
        let _ = write!(
            text,
            "\n[[follow_up]]\non = {}-{:02}-10\nby = \"organ-{body}\"\nassessment = \"{assessment}\"\ntrend = \
             \"steady\"\nnote = \"{}\"\nvalues = {{ antal = {} }}\n",
            year + 1,
            follow_up * 4,
            dice.text(13),
            dice.roll(40)
        );
    }
    text
}
