//! Lowering of the patterns of `match`.

use ruff_python_ast::{Pattern, PatternKeyword, Singleton};
use ruff_text_size::{Ranged, TextRange};

use crate::kinds;
use crate::output::{Index, Output};

/// `True` and `False` are 1 and 0.
const NONE: i32 = 2;

impl Output<'_> {
    pub fn pattern(&mut self, pattern: &Pattern) -> Index {
        self.nested(pattern.range(), |output, range| {
            output.pattern_node(pattern, range)
        })
    }

    fn patterns(&mut self, patterns: &[Pattern]) -> Index {
        self.list(patterns, Self::pattern)
    }

    fn pattern_node(&mut self, pattern: &Pattern, range: TextRange) -> Index {
        match pattern {
            Pattern::MatchValue(p) => {
                let value = self.expression(&p.value);
                self.node(kinds::MATCH_VALUE, range, &[value])
            }
            Pattern::MatchSingleton(p) => {
                let value = match p.value {
                    Singleton::None => NONE,
                    Singleton::True => 1,
                    Singleton::False => 0,
                };
                self.node(kinds::MATCH_SINGLETON, range, &[value])
            }
            Pattern::MatchSequence(p) => {
                let patterns = self.patterns(&p.patterns);
                self.node(kinds::MATCH_SEQUENCE, range, &[patterns])
            }
            Pattern::MatchMapping(p) => {
                let keys = self.expressions(&p.keys);
                let patterns = self.patterns(&p.patterns);
                let [start, from, to] = self.optional_name(p.rest.as_ref());
                let fields = [keys, patterns, start, from, to];
                self.node(kinds::MATCH_MAPPING, range, &fields)
            }
            Pattern::MatchClass(p) => {
                let fields = [
                    self.expression(&p.cls),
                    self.patterns(&p.arguments.patterns),
                    self.list(&p.arguments.keywords, Self::pattern_keyword),
                ];
                self.node(kinds::MATCH_CLASS, range, &fields)
            }
            Pattern::MatchStar(p) => {
                let name = self.optional_name(p.name.as_ref());
                self.node(kinds::MATCH_STAR, range, &name)
            }
            Pattern::MatchAs(p) => {
                let inner = p.pattern.as_ref().map_or(0, |inner| self.pattern(inner));
                let [start, from, to] = self.optional_name(p.name.as_ref());
                self.node(kinds::MATCH_AS, range, &[inner, start, from, to])
            }
            Pattern::MatchOr(p) => {
                let patterns = self.patterns(&p.patterns);
                self.node(kinds::MATCH_OR, range, &[patterns])
            }
        }
    }

    fn pattern_keyword(&mut self, keyword: &PatternKeyword) -> Index {
        let [start, from, to] = self.name(&keyword.attr);
        let pattern = self.pattern(&keyword.pattern);
        self.node(
            kinds::MATCH_KEYWORD,
            keyword.range,
            &[start, from, to, pattern],
        )
    }
}
