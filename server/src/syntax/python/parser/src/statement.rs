//! Lowering of statements.

use ruff_python_ast::{
    self as ast, Alias, Decorator, ElifElseClause, ExceptHandler, Identifier, MatchCase, Operator,
    Parameter, Parameters, Stmt, TypeParam, TypeParams, WithItem,
};
use ruff_text_size::{Ranged, TextRange};

use crate::kinds::{self, binary_operator, param_kind, type_param_kind};
use crate::output::{Index, Items, Output};

impl Output<'_> {
    pub fn statements(&mut self, body: &[Stmt]) -> Index {
        self.list(body, |output, statement| output.statement(statement))
    }

    fn statement(&mut self, statement: &Stmt) -> Index {
        self.nested(statement.range(), |output, range| {
            output.statement_node(statement, range)
        })
    }

    fn statement_node(&mut self, statement: &Stmt, range: TextRange) -> Index {
        match statement {
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(def) => self.class(def),
            Stmt::Return(s) => {
                let value = self.optional_expression(s.value.as_deref());
                self.node(kinds::RETURN, range, &[value])
            }
            Stmt::Delete(s) => {
                let targets = self.expressions(&s.targets);
                self.node(kinds::DELETE, range, &[targets])
            }
            Stmt::TypeAlias(s) => {
                let fields = [
                    self.expression(&s.name),
                    self.type_params(s.type_params.as_deref()),
                    self.expression(&s.value),
                ];
                self.node(kinds::TYPE_ALIAS, range, &fields)
            }
            Stmt::Assign(s) => {
                let fields = [self.expressions(&s.targets), self.expression(&s.value)];
                self.node(kinds::ASSIGN, range, &fields)
            }
            Stmt::AugAssign(s) => {
                let fields = [
                    self.expression(&s.target),
                    binary_operator(s.op),
                    self.expression(&s.value),
                ];
                self.node(kinds::AUG_ASSIGN, range, &fields)
            }
            Stmt::AnnAssign(s) => {
                let fields = [
                    self.expression(&s.target),
                    self.expression(&s.annotation),
                    self.optional_expression(s.value.as_deref()),
                ];
                self.node(kinds::ANN_ASSIGN, range, &fields)
            }
            Stmt::For(s) => {
                let fields = [
                    s.is_async.into(),
                    self.expression(&s.target),
                    self.expression(&s.iter),
                    self.statements(&s.body),
                    self.statements(&s.orelse),
                ];
                self.node(kinds::FOR, range, &fields)
            }
            Stmt::While(s) => {
                let fields = [
                    self.expression(&s.test),
                    self.statements(&s.body),
                    self.statements(&s.orelse),
                ];
                self.node(kinds::WHILE, range, &fields)
            }
            Stmt::If(s) => {
                let fields = [
                    self.expression(&s.test),
                    self.statements(&s.body),
                    self.list(&s.elif_else_clauses, Self::elif_else),
                ];
                self.node(kinds::IF, range, &fields)
            }
            Stmt::With(s) => {
                let fields = [
                    s.is_async.into(),
                    self.list(&s.items, Self::with_item),
                    self.statements(&s.body),
                ];
                self.node(kinds::WITH, range, &fields)
            }
            Stmt::Match(s) => {
                let fields = [
                    self.expression(&s.subject),
                    self.list(&s.cases, Self::match_case),
                ];
                self.node(kinds::MATCH, range, &fields)
            }
            Stmt::Raise(s) => {
                let fields = [
                    self.optional_expression(s.exc.as_deref()),
                    self.optional_expression(s.cause.as_deref()),
                ];
                self.node(kinds::RAISE, range, &fields)
            }
            Stmt::Try(s) => {
                let fields = [
                    self.statements(&s.body),
                    self.list(&s.handlers, Self::except_handler),
                    self.statements(&s.orelse),
                    self.statements(&s.finalbody),
                    s.is_star.into(),
                ];
                self.node(kinds::TRY, range, &fields)
            }
            Stmt::Assert(s) => {
                let fields = [
                    self.expression(&s.test),
                    self.optional_expression(s.msg.as_deref()),
                ];
                self.node(kinds::ASSERT, range, &fields)
            }
            Stmt::Import(s) => {
                let names = self.list(&s.names, Self::alias);
                self.node(kinds::IMPORT, range, &[names])
            }
            Stmt::ImportFrom(s) => {
                let [start, from, to] = self.optional_name(s.module.as_ref());
                let names = self.list(&s.names, Self::alias);
                let level = s.level as i32;
                self.node(kinds::IMPORT_FROM, range, &[start, from, to, names, level])
            }
            Stmt::Global(s) => {
                let names = self.list(&s.names, Self::bare_name);
                self.node(kinds::GLOBAL, range, &[names])
            }
            Stmt::Nonlocal(s) => {
                let names = self.list(&s.names, Self::bare_name);
                self.node(kinds::NONLOCAL, range, &[names])
            }
            Stmt::Expr(s) => {
                let value = self.expression(&s.value);
                self.node(kinds::EXPR_STMT, range, &[value])
            }
            Stmt::Break(_) => self.node(kinds::BREAK, range, &[]),
            Stmt::Continue(_) => self.node(kinds::CONTINUE, range, &[]),
            // Escape commands exist only in the notebook mode of the parser.
            Stmt::Pass(_) | Stmt::IpyEscapeCommand(_) => self.node(kinds::PASS, range, &[]),
        }
    }

    fn function(&mut self, def: &ast::StmtFunctionDef) -> Index {
        let decorators = self.list(&def.decorator_list, Self::decorator);
        let [start, from, to] = self.name(&def.name);
        let fields = [
            decorators,
            def.is_async.into(),
            start,
            from,
            to,
            self.type_params(def.type_params.as_deref()),
            self.params(&def.parameters),
            self.optional_expression(def.returns.as_deref()),
            self.statements(&def.body),
        ];
        self.node(kinds::FUNCTION_DEF, def.range, &fields)
    }

    fn class(&mut self, def: &ast::StmtClassDef) -> Index {
        let decorators = self.list(&def.decorator_list, Self::decorator);
        let [start, from, to] = self.name(&def.name);
        let type_params = self.type_params(def.type_params.as_deref());
        let (bases, keywords) = match &def.arguments {
            Some(arguments) => (
                self.expressions(&arguments.args),
                self.keywords(&arguments.keywords),
            ),
            None => (0, 0),
        };
        let body = self.statements(&def.body);
        let fields = [
            decorators,
            start,
            from,
            to,
            type_params,
            bases,
            keywords,
            body,
        ];
        self.node(kinds::CLASS_DEF, def.range, &fields)
    }

    fn decorator(&mut self, decorator: &Decorator) -> Index {
        self.expression(&decorator.expression)
    }

    fn elif_else(&mut self, clause: &ElifElseClause) -> Index {
        let fields = [
            self.optional_expression(clause.test.as_ref()),
            self.statements(&clause.body),
        ];
        self.node(kinds::ELIF_ELSE, clause.range, &fields)
    }

    fn with_item(&mut self, item: &WithItem) -> Index {
        let fields = [
            self.expression(&item.context_expr),
            self.optional_expression(item.optional_vars.as_deref()),
        ];
        self.node(kinds::WITH_ITEM, item.range, &fields)
    }

    fn match_case(&mut self, case: &MatchCase) -> Index {
        let fields = [
            self.pattern(&case.pattern),
            self.optional_expression(case.guard.as_deref()),
            self.statements(&case.body),
        ];
        self.node(kinds::MATCH_CASE, case.range, &fields)
    }

    fn except_handler(&mut self, handler: &ExceptHandler) -> Index {
        let ExceptHandler::ExceptHandler(handler) = handler;
        let exception = self.optional_expression(handler.type_.as_deref());
        let [start, from, to] = self.optional_name(handler.name.as_ref());
        let body = self.statements(&handler.body);
        let fields = [exception, start, from, to, body];
        self.node(kinds::EXCEPT_HANDLER, handler.range, &fields)
    }

    fn alias(&mut self, alias: &Alias) -> Index {
        let [start, from, to] = self.name(&alias.name);
        let [as_start, as_from, as_to] = self.optional_name(alias.asname.as_ref());
        let fields = [start, from, to, as_start, as_from, as_to];
        self.node(kinds::ALIAS, alias.range, &fields)
    }

    fn bare_name(&mut self, name: &Identifier) -> Index {
        let id = self.text(name.as_str(), name.range());
        self.node(kinds::NAME, name.range(), &id)
    }

    fn type_params(&mut self, params: Option<&TypeParams>) -> Index {
        let params = params.map_or(&[][..], |params| &params.type_params);
        self.list(params, Self::type_param)
    }

    fn type_param(&mut self, param: &TypeParam) -> Index {
        let (name, bound, default, kind) = match param {
            TypeParam::TypeVar(p) => {
                let bound = self.optional_expression(p.bound.as_deref());
                (&p.name, bound, &p.default, type_param_kind::TYPE_VAR)
            }
            TypeParam::TypeVarTuple(p) => (&p.name, 0, &p.default, type_param_kind::TYPE_VAR_TUPLE),
            TypeParam::ParamSpec(p) => (&p.name, 0, &p.default, type_param_kind::PARAM_SPEC),
        };
        let default = self.optional_expression(default.as_deref());
        let [start, from, to] = self.name(name);
        let fields = [start, from, to, bound, default, kind];
        self.node(kinds::TYPE_PARAM, param.range(), &fields)
    }

    /// All parameters in the order of the text.
    pub fn params(&mut self, params: &Parameters) -> Index {
        let mut items = Items::new();
        for (list, kind) in [
            (&params.posonlyargs, param_kind::POSITIONAL_ONLY),
            (&params.args, param_kind::REGULAR),
        ] {
            for p in list {
                items.push(self.param(&p.parameter, p.range(), p.default.as_deref(), kind));
            }
        }
        if let Some(p) = &params.vararg {
            items.push(self.param(p, p.range(), None, param_kind::VARARG));
        }
        for p in &params.kwonlyargs {
            let default = p.default.as_deref();
            items.push(self.param(&p.parameter, p.range(), default, param_kind::KEYWORD_ONLY));
        }
        if let Some(p) = &params.kwarg {
            items.push(self.param(p, p.range(), None, param_kind::KWARG));
        }
        self.block(&items)
    }

    fn param(
        &mut self,
        param: &Parameter,
        range: TextRange,
        default: Option<&ast::Expr>,
        kind: i32,
    ) -> Index {
        let [start, from, to] = self.name(&param.name);
        let annotation = self.optional_expression(param.annotation.as_deref());
        let default = self.optional_expression(default);
        let fields = [start, from, to, annotation, default, kind];
        self.node(kinds::PARAM, range, &fields)
    }
}

/// The number of a binary operator.
pub fn binary_operator(operator: Operator) -> i32 {
    match operator {
        Operator::Add => binary_operator::ADD,
        Operator::Sub => binary_operator::SUB,
        Operator::Mult => binary_operator::MULT,
        Operator::MatMult => binary_operator::MAT_MULT,
        Operator::Div => binary_operator::DIV,
        Operator::Mod => binary_operator::MOD,
        Operator::Pow => binary_operator::POW,
        Operator::LShift => binary_operator::LSHIFT,
        Operator::RShift => binary_operator::RSHIFT,
        Operator::BitOr => binary_operator::BIT_OR,
        Operator::BitXor => binary_operator::BIT_XOR,
        Operator::BitAnd => binary_operator::BIT_AND,
        Operator::FloorDiv => binary_operator::FLOOR_DIV,
    }
}
