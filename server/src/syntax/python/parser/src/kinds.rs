//! Node kinds and named values as numbers of the flat array. Generated from parser/schema.ts by parser/generate.ts; do not edit.

pub const FUNCTION_DEF: i32 = 1;
pub const CLASS_DEF: i32 = 2;
pub const RETURN: i32 = 3;
pub const DELETE: i32 = 4;
pub const TYPE_ALIAS: i32 = 5;
pub const ASSIGN: i32 = 6;
pub const AUG_ASSIGN: i32 = 7;
pub const ANN_ASSIGN: i32 = 8;
pub const FOR: i32 = 9;
pub const WHILE: i32 = 10;
pub const IF: i32 = 11;
pub const WITH: i32 = 12;
pub const MATCH: i32 = 13;
pub const RAISE: i32 = 14;
pub const TRY: i32 = 15;
pub const ASSERT: i32 = 16;
pub const IMPORT: i32 = 17;
pub const IMPORT_FROM: i32 = 18;
pub const GLOBAL: i32 = 19;
pub const NONLOCAL: i32 = 20;
pub const EXPR_STMT: i32 = 21;
pub const PASS: i32 = 22;
pub const BREAK: i32 = 23;
pub const CONTINUE: i32 = 24;
pub const BOOL_OP: i32 = 25;
pub const NAMED_EXPR: i32 = 26;
pub const BIN_OP: i32 = 27;
pub const UNARY_OP: i32 = 28;
pub const LAMBDA: i32 = 29;
pub const IF_EXP: i32 = 30;
pub const DICT: i32 = 31;
pub const SET: i32 = 32;
pub const LIST_COMP: i32 = 33;
pub const SET_COMP: i32 = 34;
pub const DICT_COMP: i32 = 35;
pub const GENERATOR_EXP: i32 = 36;
pub const AWAIT: i32 = 37;
pub const YIELD: i32 = 38;
pub const YIELD_FROM: i32 = 39;
pub const COMPARE: i32 = 40;
pub const CALL: i32 = 41;
pub const FSTRING: i32 = 42;
pub const TSTRING: i32 = 43;
pub const STR: i32 = 44;
pub const BYTES: i32 = 45;
pub const NUM: i32 = 46;
pub const BOOL: i32 = 47;
pub const NONE_LIT: i32 = 48;
pub const ELLIPSIS: i32 = 49;
pub const ATTRIBUTE: i32 = 50;
pub const SUBSCRIPT: i32 = 51;
pub const STARRED: i32 = 52;
pub const NAME: i32 = 53;
pub const LIST: i32 = 54;
pub const TUPLE: i32 = 55;
pub const SLICE: i32 = 56;
pub const MATCH_VALUE: i32 = 57;
pub const MATCH_SINGLETON: i32 = 58;
pub const MATCH_SEQUENCE: i32 = 59;
pub const MATCH_MAPPING: i32 = 60;
pub const MATCH_CLASS: i32 = 61;
pub const MATCH_STAR: i32 = 62;
pub const MATCH_AS: i32 = 63;
pub const MATCH_OR: i32 = 64;
pub const ELIF_ELSE: i32 = 65;
pub const WITH_ITEM: i32 = 66;
pub const MATCH_CASE: i32 = 67;
pub const EXCEPT_HANDLER: i32 = 68;
pub const ALIAS: i32 = 69;
pub const COMPREHENSION: i32 = 70;
pub const KEYWORD: i32 = 71;
pub const INTERP: i32 = 72;
pub const FLIT: i32 = 73;
pub const STR_PART: i32 = 74;
pub const PARAM: i32 = 75;
pub const TYPE_PARAM: i32 = 76;
pub const MATCH_KEYWORD: i32 = 77;

/// Values of the type `BoolOperator`.
pub mod bool_operator {
    pub const AND: i32 = 0;
    pub const OR: i32 = 1;
}

/// Values of the type `BinaryOperator`.
pub mod binary_operator {
    pub const ADD: i32 = 0;
    pub const SUB: i32 = 1;
    pub const MULT: i32 = 2;
    pub const MAT_MULT: i32 = 3;
    pub const DIV: i32 = 4;
    pub const MOD: i32 = 5;
    pub const POW: i32 = 6;
    pub const LSHIFT: i32 = 7;
    pub const RSHIFT: i32 = 8;
    pub const BIT_OR: i32 = 9;
    pub const BIT_XOR: i32 = 10;
    pub const BIT_AND: i32 = 11;
    pub const FLOOR_DIV: i32 = 12;
}

/// Values of the type `UnaryOperator`.
pub mod unary_operator {
    pub const INVERT: i32 = 0;
    pub const NOT: i32 = 1;
    pub const UADD: i32 = 2;
    pub const USUB: i32 = 3;
}

/// Values of the type `CompareOperator`.
pub mod compare_operator {
    pub const EQ: i32 = 0;
    pub const NOT_EQ: i32 = 1;
    pub const LT: i32 = 2;
    pub const LT_E: i32 = 3;
    pub const GT: i32 = 4;
    pub const GT_E: i32 = 5;
    pub const IS: i32 = 6;
    pub const IS_NOT: i32 = 7;
    pub const IN: i32 = 8;
    pub const NOT_IN: i32 = 9;
}

/// Values of the type `ParamKind`.
pub mod param_kind {
    pub const POSITIONAL_ONLY: i32 = 0;
    pub const REGULAR: i32 = 1;
    pub const VARARG: i32 = 2;
    pub const KEYWORD_ONLY: i32 = 3;
    pub const KWARG: i32 = 4;
}

/// Values of the type `TypeParamKind`.
pub mod type_param_kind {
    pub const TYPE_VAR: i32 = 0;
    pub const TYPE_VAR_TUPLE: i32 = 1;
    pub const PARAM_SPEC: i32 = 2;
}

/// Values of the type `NumberForm`.
pub mod number_form {
    pub const INT: i32 = 0;
    pub const FLOAT: i32 = 1;
    pub const COMPLEX: i32 = 2;
}
