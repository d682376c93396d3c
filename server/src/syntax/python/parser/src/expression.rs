//! Lowering of expressions.

use ruff_python_ast::{BoolOp, CmpOp, Comprehension, Expr, Keyword, UnaryOp};
use ruff_text_size::{Ranged, TextRange};

use crate::kinds::{self, bool_operator, compare_operator, unary_operator};
use crate::output::{Index, Items, Output};
use crate::statement::binary_operator;

impl Output<'_> {
    pub fn expressions(&mut self, expressions: &[Expr]) -> Index {
        self.list(expressions, Self::expression)
    }

    pub fn optional_expression(&mut self, expression: Option<&Expr>) -> Index {
        expression.map_or(0, |expression| self.expression(expression))
    }

    pub fn expression(&mut self, expression: &Expr) -> Index {
        self.nested(expression.range(), |output, range| {
            output.expression_node(expression, range)
        })
    }

    fn expression_node(&mut self, expression: &Expr, range: TextRange) -> Index {
        match expression {
            Expr::Name(e) => {
                let id = self.text(&e.id, range);
                self.node(kinds::NAME, range, &id)
            }
            Expr::Attribute(e) => {
                let value = self.expression(&e.value);
                let [start, from, to] = self.name(&e.attr);
                self.node(kinds::ATTRIBUTE, range, &[value, start, from, to])
            }
            Expr::Call(e) => {
                let fields = [
                    self.expression(&e.func),
                    self.expressions(&e.arguments.args),
                    self.keywords(&e.arguments.keywords),
                ];
                self.node(kinds::CALL, range, &fields)
            }
            Expr::Subscript(e) => {
                let fields = [self.expression(&e.value), self.expression(&e.slice)];
                self.node(kinds::SUBSCRIPT, range, &fields)
            }
            Expr::BoolOp(e) => {
                let operator = match e.op {
                    BoolOp::And => bool_operator::AND,
                    BoolOp::Or => bool_operator::OR,
                };
                let values = self.expressions(&e.values);
                self.node(kinds::BOOL_OP, range, &[operator, values])
            }
            Expr::Named(e) => {
                let fields = [self.expression(&e.target), self.expression(&e.value)];
                self.node(kinds::NAMED_EXPR, range, &fields)
            }
            Expr::BinOp(e) => {
                let fields = [
                    self.expression(&e.left),
                    binary_operator(e.op),
                    self.expression(&e.right),
                ];
                self.node(kinds::BIN_OP, range, &fields)
            }
            Expr::UnaryOp(e) => {
                let operator = match e.op {
                    UnaryOp::Invert => unary_operator::INVERT,
                    UnaryOp::Not => unary_operator::NOT,
                    UnaryOp::UAdd => unary_operator::UADD,
                    UnaryOp::USub => unary_operator::USUB,
                };
                let operand = self.expression(&e.operand);
                self.node(kinds::UNARY_OP, range, &[operator, operand])
            }
            Expr::Lambda(e) => {
                let params = e
                    .parameters
                    .as_ref()
                    .map_or(0, |params| self.params(params));
                let body = self.expression(&e.body);
                self.node(kinds::LAMBDA, range, &[params, body])
            }
            Expr::If(e) => {
                let fields = [
                    self.expression(&e.test),
                    self.expression(&e.body),
                    self.expression(&e.orelse),
                ];
                self.node(kinds::IF_EXP, range, &fields)
            }
            Expr::Dict(e) => {
                let fields = [
                    self.list(&e.items, |output, item| {
                        output.optional_expression(item.key.as_ref())
                    }),
                    self.list(&e.items, |output, item| output.expression(&item.value)),
                ];
                self.node(kinds::DICT, range, &fields)
            }
            Expr::Set(e) => {
                let elements = self.expressions(&e.elts);
                self.node(kinds::SET, range, &[elements])
            }
            Expr::ListComp(e) => {
                let fields = [self.expression(&e.elt), self.comprehensions(&e.generators)];
                self.node(kinds::LIST_COMP, range, &fields)
            }
            Expr::SetComp(e) => {
                let fields = [self.expression(&e.elt), self.comprehensions(&e.generators)];
                self.node(kinds::SET_COMP, range, &fields)
            }
            Expr::DictComp(e) => {
                let fields = [
                    self.optional_expression(e.key.as_deref()),
                    self.expression(&e.value),
                    self.comprehensions(&e.generators),
                ];
                self.node(kinds::DICT_COMP, range, &fields)
            }
            Expr::Generator(e) => {
                let fields = [
                    self.expression(&e.elt),
                    self.comprehensions(&e.generators),
                    e.parenthesized.into(),
                ];
                self.node(kinds::GENERATOR_EXP, range, &fields)
            }
            Expr::Await(e) => {
                let value = self.expression(&e.value);
                self.node(kinds::AWAIT, range, &[value])
            }
            Expr::Yield(e) => {
                let value = self.optional_expression(e.value.as_deref());
                self.node(kinds::YIELD, range, &[value])
            }
            Expr::YieldFrom(e) => {
                let value = self.expression(&e.value);
                self.node(kinds::YIELD_FROM, range, &[value])
            }
            Expr::Compare(e) => {
                let left = self.expression(&e.operands[0]);
                let operators: Items = e.ops.iter().map(|&op| compare_operator(op)).collect();
                let fields = [
                    left,
                    self.block(&operators),
                    self.expressions(&e.operands[1..]),
                ];
                self.node(kinds::COMPARE, range, &fields)
            }
            Expr::FString(e) => self.fstring(e),
            Expr::TString(e) => self.tstring(e),
            Expr::StringLiteral(e) => self.string_expression(e),
            Expr::BytesLiteral(e) => self.bytes_expression(e),
            Expr::NumberLiteral(e) => self.number(e),
            Expr::BooleanLiteral(e) => self.node(kinds::BOOL, range, &[e.value.into()]),
            Expr::NoneLiteral(_) => self.node(kinds::NONE_LIT, range, &[]),
            Expr::EllipsisLiteral(_) => self.node(kinds::ELLIPSIS, range, &[]),
            Expr::Starred(e) => {
                let value = self.expression(&e.value);
                self.node(kinds::STARRED, range, &[value])
            }
            Expr::List(e) => {
                let elements = self.expressions(&e.elts);
                self.node(kinds::LIST, range, &[elements])
            }
            Expr::Tuple(e) => {
                let elements = self.expressions(&e.elts);
                self.node(kinds::TUPLE, range, &[elements, e.parenthesized.into()])
            }
            Expr::Slice(e) => {
                let fields = [
                    self.optional_expression(e.lower.as_deref()),
                    self.optional_expression(e.upper.as_deref()),
                    self.optional_expression(e.step.as_deref()),
                ];
                self.node(kinds::SLICE, range, &fields)
            }
            // Escape commands exist only in the notebook mode of the parser.
            Expr::IpyEscapeCommand(_) => self.node(kinds::NONE_LIT, range, &[]),
        }
    }

    pub fn keywords(&mut self, keywords: &[Keyword]) -> Index {
        self.list(keywords, |output, keyword| {
            let [start, from, to] = output.optional_name(keyword.arg.as_ref());
            let value = output.expression(&keyword.value);
            output.node(kinds::KEYWORD, keyword.range, &[start, from, to, value])
        })
    }

    fn comprehensions(&mut self, generators: &[Comprehension]) -> Index {
        self.list(generators, |output, generator| {
            let fields = [
                output.expression(&generator.target),
                output.expression(&generator.iter),
                output.expressions(&generator.ifs),
                generator.is_async.into(),
            ];
            output.node(kinds::COMPREHENSION, generator.range, &fields)
        })
    }
}

fn compare_operator(operator: CmpOp) -> i32 {
    match operator {
        CmpOp::Eq => compare_operator::EQ,
        CmpOp::NotEq => compare_operator::NOT_EQ,
        CmpOp::Lt => compare_operator::LT,
        CmpOp::LtE => compare_operator::LT_E,
        CmpOp::Gt => compare_operator::GT,
        CmpOp::GtE => compare_operator::GT_E,
        CmpOp::Is => compare_operator::IS,
        CmpOp::IsNot => compare_operator::IS_NOT,
        CmpOp::In => compare_operator::IN,
        CmpOp::NotIn => compare_operator::NOT_IN,
    }
}
