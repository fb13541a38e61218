//! What names in git stand for, as `cat-file --batch` answers it.

use super::parts::text;
use std::io::{self, BufRead};

/// What a name in git stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Object {
    /// Its id.
    pub id: String,
    /// What it is: `blob`, the content of a file; `tree`, what is in a folder; `commit` or `tag`.
    pub sort: ObjectSort,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What an object in git is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ObjectSort {
    /// The content of a file.
    Blob,
    /// What is in a folder.
    Tree,
    /// A commit, or a tag.
    Other,
}

/// What is in a folder.
pub(super) struct Entry {
    /// What it is, as git writes it.
    pub mode: String,
    /// Its name.
    pub name: String,
    /// The id of what is in it.
    pub id: String,
}

/// What a folder has in it, as git keeps it: a mode, a name, and an id as bytes, as many as the folder's own has.
pub(super) fn entries(tree: &Object) -> Vec<Entry> {
    let (length, mut rest, mut entries) = (tree.id.len() / 2, tree.bytes.as_slice(), Vec::new());
    while let Some(end) = rest.iter().position(|byte| *byte == 0) {
        let (about, id) = (&rest[..end], &rest[end + 1..]);
        let (Some(blank), Some(id)) = (about.iter().position(|byte| *byte == b' '), id.get(..length)) else { break };
        entries.push(Entry { mode: text(&about[..blank]), name: text(&about[blank + 1..]), id: hex(id) });
        rest = &rest[end + 1 + length..];
    }
    entries
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Whether git can be asked for a name: a line is a question. No record's file has a line end in its name.
pub(super) fn is_asked(name: &str) -> bool {
    !name.contains('\n')
}

/// Reads what `cat-file --batch` answers: `id type size`, and the content; or that there is no such thing.
pub(super) fn read_object(answers: &mut impl BufRead) -> io::Result<Option<Object>> {
    let mut heading = Vec::new();
    if answers.read_until(b'\n', &mut heading)? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let heading = String::from_utf8_lossy(&heading);
    let words: Vec<&str> = heading.trim_end().split(' ').collect();
    // A name that is not there is told with the name, which may have any words in it, and ends in a word of why.
    let [id, sort, size] = words[..] else { return Ok(None) };
    let sort = match sort {
        "blob" => ObjectSort::Blob,
        "tree" => ObjectSort::Tree,
        "commit" | "tag" => ObjectSort::Other,
        _ => return Ok(None),
    };
    let Ok(size) = size.parse::<usize>() else { return Ok(None) };
    // The line end behind a content is not part of it.
    let mut bytes = vec![0; size + 1];
    answers.read_exact(&mut bytes)?;
    bytes.pop();
    Ok(Some(Object { id: id.to_owned(), sort, bytes }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_told_from_what_is_not() {
        let answers = b"aa blob 4\nhej\n\nbb commit 0\n\nHEAD:a blob 12.toml missing\naa ambiguous\n";
        let mut answers = answers.as_slice();
        let mut next = || read_object(&mut answers).unwrap().map(|object| (object.id, object.sort, object.bytes));
        assert_eq!(next(), Some(("aa".to_owned(), ObjectSort::Blob, b"hej\n".to_vec())));
        assert_eq!(next(), Some(("bb".to_owned(), ObjectSort::Other, Vec::new())));
        assert_eq!((next(), next()), (None, None));
        assert!(read_object(&mut b"".as_slice()).is_err());
    }
    #[test]
    fn what_is_in_a_folder_is_read_as_git_keeps_it() {
        let bytes = b"100644 a b\n.toml\0\x01\xff40000 sub\0\x00 120000 l\0\x0a".to_vec();
        let tree = Object { id: "0102".to_owned(), sort: ObjectSort::Tree, bytes };
        let told: Vec<_> = entries(&tree).into_iter().map(|entry| (entry.mode, entry.name, entry.id)).collect();
        let own = |mode: &str, name: &str, id: &str| (mode.to_owned(), name.to_owned(), id.to_owned());
        assert_eq!(told, [own("100644", "a b\n.toml", "01ff"), own("40000", "sub", "0020")]);
    }
}
