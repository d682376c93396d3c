//! Lowering of literals: strings with their unescaped values, bytes, f-strings, numbers.

use ruff_python_ast::{
    self as ast, BytesLiteral, FStringPartRef, InterpolatedElement, InterpolatedStringElement,
    Number, StringLiteral,
};
use ruff_text_size::{Ranged, TextRange};

use crate::kinds::{self, number_form};
use crate::output::{Index, Items, Output};

impl Output<'_> {
    pub fn number(&mut self, number: &ast::ExprNumberLiteral) -> Index {
        let form = match number.value {
            Number::Int(_) => number_form::INT,
            Number::Float(_) => number_form::FLOAT,
            Number::Complex { .. } => number_form::COMPLEX,
        };
        self.node(kinds::NUM, number.range, &[form])
    }

    pub fn string_expression(&mut self, string: &ast::ExprStringLiteral) -> Index {
        let parts = self.list(string.value.as_slice(), Self::string_part);
        self.node(kinds::STR, string.range, &[parts])
    }

    pub fn bytes_expression(&mut self, bytes: &ast::ExprBytesLiteral) -> Index {
        let parts = self.list(bytes.value.as_slice(), Self::bytes_part);
        self.node(kinds::BYTES, bytes.range, &[parts])
    }

    pub fn fstring(&mut self, fstring: &ast::ExprFString) -> Index {
        let mut items = Items::new();
        for part in fstring.value.iter() {
            match part {
                FStringPartRef::Literal(literal) => items.push(self.string_part(literal)),
                FStringPartRef::FString(part) => self.elements(&part.elements, &mut items),
            }
        }
        let parts = self.block(&items);
        self.node(kinds::FSTRING, fstring.range, &[parts])
    }

    pub fn tstring(&mut self, tstring: &ast::ExprTString) -> Index {
        let mut items = Items::new();
        for part in tstring.value.iter() {
            self.elements(&part.elements, &mut items);
        }
        let parts = self.block(&items);
        self.node(kinds::TSTRING, tstring.range, &[parts])
    }

    fn elements<'a>(
        &mut self,
        elements: impl IntoIterator<Item = &'a InterpolatedStringElement>,
        items: &mut Items,
    ) {
        for element in elements {
            items.push(match element {
                InterpolatedStringElement::Literal(literal) => {
                    let value = self.text(&literal.value, literal.range);
                    self.node(kinds::FLIT, literal.range, &value)
                }
                InterpolatedStringElement::Interpolation(inner) => self.interpolation(inner),
            });
        }
    }

    fn interpolation(&mut self, inner: &InterpolatedElement) -> Index {
        let value = self.expression(&inner.expression);
        let mut items = Items::new();
        if let Some(spec) = &inner.format_spec {
            self.elements(&spec.elements, &mut items);
        }
        let fields = [
            value,
            inner.debug_text.is_some().into(),
            inner.conversion as i32,
            self.block(&items),
        ];
        self.node(kinds::INTERP, inner.range, &fields)
    }

    fn string_part(&mut self, literal: &StringLiteral) -> Index {
        self.part(&literal.value, literal.range(), literal.content_range())
    }

    /// The value as Latin-1: each byte is one character.
    fn bytes_part(&mut self, literal: &BytesLiteral) -> Index {
        let value: String = literal.value.iter().map(|&byte| char::from(byte)).collect();
        self.part(&value, literal.range(), literal.content_range())
    }

    fn part(&mut self, value: &str, range: TextRange, content: TextRange) -> Index {
        // The parser can take broken code for a literal without its closing quote; then the content ends with the literal.
        let is_whole = self.source.is_char_boundary(content.end().to_usize());
        let content = if is_whole && range.contains_range(content) {
            content
        } else {
            TextRange::empty(range.end())
        };
        let [from, to] = self.text(value, content);
        let (start, end) = (self.offset(content.start()), self.offset(content.end()));
        self.node(kinds::STR_PART, range, &[from, to, start, end])
    }
}
