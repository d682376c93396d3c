#!/usr/bin/env python3
# All syntax of Python 3.8 to 3.13, with é and 😀 before nodes: the columns of CPython are bytes.
"""Docstring é 😀"""
from __future__ import annotations
import a, b.c as d, é.ñ
from . import (e, f as g,)
from ...h import *
é = "😀"; ñ = é; x: int = 1; y: list[int]; (z): str = ""
a = b = c, d = 1, 2
a += 1; b @= c; c //= 2; d **= 3; e >>= 1; f <<= 1; g &= 1; h ^= 1; i |= 1
del a, (b), c[0], d.e
assert x, f"é{x}"
type Pair[T] = tuple[T, T]
pass; a; ...

@dec
@dec.é(1, k="😀")
def function[T: (int, str), *Ts, **P](a, b: int, c=1, /, d=2, *args: *Ts, e, f: str = "é", **kwargs: P.kwargs) -> T | None:
    global g1, g2
    def inner():
        nonlocal a
        return
    yield
    yield a, b
    x = yield from c
    return *a, b

@(lambda f: f)
async  def coroutine(a=(1), *, b):
    async with a as b, c() as (d, e), f: pass
    async for x, *y in z: continue
    else: break
    return [await x async for x in y if await z]

@dec  # comment with def and class
class Class[T](Base, metaclass=Meta, *bases, **kw):
    """é"""
    a: int = 0
class Empty: pass
class Parens(): ...

if a: b
elif c:
    d
elif (e := f): g
else:
    h
if a: b
else:
    if c: d

while a: break
else: b
for i in 1, 2, *c: pass
for (i) in (j): pass
else:
    k

with a, b as c, (d) as e.f, (g): pass
with (a as b, c, d() as (e, f),): pass
with (a): pass
with (a, b) as c: pass
with (yield): pass
with (a)(b) as c, d: pass
with ("é" if a else b) as c: pass

try: a
except: b
try:
    a
except A: b
except (B, C) as é:
    c
else: d
finally:
    e
try: a
except* A as b: c
except* (B): d
try: a
finally: b
raise
raise A
raise A("é") from None

match a:
    case 1 | -1 | 1.5 | 1 + 2j | -1 - 2j | "é" 'b' | b"" | None | True | False: pass
    case [a, b, *_] | (a, b, *_): pass
    case a, *b: pass
    case (a): pass
    case []: pass
    case ((a | b) as c): pass
    case {"é": a, 1: b, é.f: c, **rest}: pass
    case {}: pass
    case A(): pass
    case a.B(1, c, d=e, f=G(h=1,),): pass
    case _ if a > 1: pass
match (a, b), c:
    case _: pass
match *a, b:
    case x: pass
match = case = type = _ = 1
match(a); type(b); case[c]

a or b and not c or (d and e) and f
not not a
a < b == c >= d is not e not in f
a | b ^ c & d << e >> f + g - h * i @ j / k // l % m ** -n
-+~a ** -b
(a if b else c) if d else lambda: e if f else g
lambda a, /, b=1, *c, d, e=2, **f: (a, b)
lambda *, é: é
await_ = a.b.c[d][e:f, ::g, ..., *h](i)(*j, k, l=m, **n, o=p)
a[b:c], a[:], a[1:], a[:1:2], a[b,], a[b, c], a[(b, c)], a[d := 1], a[*b, 1:2]
f(a for a in b); f((a for a in b)); g(a)(b for b in c if d); ("#").join(a for a in b)
f(  # é (
    a for a in b
)
f(é := 1, (a := 2), *b, *c or d, k=lambda: 1)
{}; {a}; {a, *b}; {a: b}; {a: b, **c, "é": d,}; {**a}
[]; [a]; [a, *b]; (); (a,); (a), b; a,; (a, b); ((a)); (*a, b)
[a for a, in b for c in d if e if f for g in h]
{a: b for a, b in c}; {a for a in b}; [[a for a in b] for b in (c for c in d)]
1, 0x_ff, 0o17, 0b1, 1_000, 1.5, 1e-3, .5, 5., 1j, 1e3J, True, False, None, ...
"a" 'é' """b
é""" r'\é' u"c"; b"a" rb'\b' Rb"c" B"""d
"""
f""; f"é"; f"{é}"; f"a{b}c{d!r}e{f:>{g}.{h}}"; f"{a=}"; f"{ a = !s:é}"; "é" f"{a}" 'b' f'{c}'; f"{{}}{a}"
f"{f"{'é' + f"{a}"}"}"; f"""{
    a  # é
    + b
}é{c:
d}"""; rf"\{a}\n{b:\\d}"; f"{lambda_(a, b=1)['c']:{d['e']}}"; f"{a:%Y-%m-%d}"; f"{a!r:^{b}}" "c"
f"{*a, b}"; f"{yield_ if a else b}"; f"{(lambda: 1)()}"; f"{a,}"; f'{a["b"]}'; f"\N{EM DASH}{a}"
a = yield_ = \
    é + \
    b
if a:	b = 1	# tab
if a:
	b
	if c:
		d
print("😀", é, file=f)
class A:
    def f(self): return self

    async def g(self):
        await self.f() ** 2
        await (a)
        return await b, await c
    x = 1
if a: b ;
elif c: d; # e;
for a in b:
    try: a; b;
    except c: d;
# end
