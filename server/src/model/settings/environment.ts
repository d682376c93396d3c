/** The kind of deployment a settings module serves; staging counts as production, `unknown` is a leaf that nothing names. */
export type Environment = 'production' | 'unknown' | 'development' | 'test';
