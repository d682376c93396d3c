//! A whole file: its body, its comments and its syntax errors.

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::Mod;
use ruff_python_parser::{parse_unchecked, Mode, ParseOptions};
use ruff_text_size::Ranged;

use crate::output::{Index, Output};

/// Parses and lowers a file: index of the root, array, strings. Nothing when it is too deep.
///
/// The root is three words: the list of statements, the list of comments (two offsets each) and
/// the list of errors (two offsets and two words of text each). Only errors of any Python version
/// count; syntax that is merely newer or older than some version is none.
pub fn lower_module(source: &str) -> Option<(u32, Vec<i32>, String)> {
    let parsed = parse_unchecked(source, ParseOptions::from(Mode::Module));
    let mut output = Output::new(source);
    let body = match parsed.syntax() {
        Mod::Module(module) => output.statements(&module.body),
        Mod::Expression(_) => 0,
    };
    let mut spans: Vec<i32> = Vec::new();
    for token in parsed.tokens().iter() {
        if token.kind() == TokenKind::Comment {
            spans.extend([output.offset(token.start()), output.offset(token.end())]);
        }
    }
    let comments = output.block(&spans);
    let mut problems: Vec<Index> = Vec::new();
    for error in parsed.errors() {
        let span = [
            output.offset(error.location.start()),
            output.offset(error.location.end()),
        ];
        problems.extend(span);
        problems.extend(output.string(&error.error.to_string()));
    }
    let errors = output.block(&problems);
    let root = output.raw(&[body, comments, errors]);
    let (words, strings) = output.finish()?;
    Some((root as u32, words, strings))
}
