//! Ruff's Python parser behind a C interface, giving Django Preflight's own nodes.
//!
//! One call of [`abi::parse`] turns a text into a flat array of words, from which the TypeScript
//! side builds its nodes. Files: `abi` the exported functions, `output` the array and the strings
//! beside it, `utf16` positions, `statement`, `expression`, `literal` and `pattern` the lowering,
//! `kinds` (generated) the numbers that both sides share.

pub mod abi;
mod expression;
mod kinds;
mod literal;
mod module;
mod output;
mod pattern;
mod statement;
mod utf16;
