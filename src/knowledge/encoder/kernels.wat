;; The sums that learning the encoder is made of, four numbers at a time. Addresses are bytes of the memory, sizes are
;; numbers of four bytes. Every sum is made in a fixed order, and comes to the same on every machine.
(module
  (import "room" "memory" (memory 1 65536 shared))

  ;; Address behind the last whole four of `size` numbers from `at`.
  (func $fours (param $at i32) (param $size i32) (result i32)
    (i32.add (local.get $at) (i32.shl (i32.and (local.get $size) (i32.const -4)) (i32.const 2))))

  ;; Address behind `size` numbers from `at`.
  (func $behind (param $at i32) (param $size i32) (result i32)
    (i32.add (local.get $at) (i32.shl (local.get $size) (i32.const 2))))

  (func $together (param $four v128) (result f32)
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $four)) (f32x4.extract_lane 1 (local.get $four)))
      (f32.add (f32x4.extract_lane 2 (local.get $four)) (f32x4.extract_lane 3 (local.get $four)))))

  ;; Sum of a × b.
  (func $dot (param $a i32) (param $b i32) (param $size i32) (result f32)
    (local $four v128) (local $sum f32) (local $end i32) (local $last i32)
    (local.set $end (call $fours (local.get $a) (local.get $size)))
    (local.set $last (call $behind (local.get $a) (local.get $size)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $a) (local.get $end)))
      (local.set $four (f32x4.add (local.get $four) (f32x4.mul (v128.load (local.get $a)) (v128.load (local.get $b)))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $b (i32.add (local.get $b) (i32.const 16)))
      (br $next)))
    (local.set $sum (call $together (local.get $four)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $a) (local.get $last)))
      (local.set $sum (f32.add (local.get $sum) (f32.mul (f32.load (local.get $a)) (f32.load (local.get $b)))))
      (local.set $a (i32.add (local.get $a) (i32.const 4)))
      (local.set $b (i32.add (local.get $b) (i32.const 4)))
      (br $next)))
    (local.get $sum))

  ;; out[row] = bias[row] + the sum of table[row] × x. Four rows side by side: a sum waits for itself at every step.
  (func (export "rows")
    (param $table i32) (param $x i32) (param $bias i32) (param $out i32) (param $rows i32) (param $size i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $of v128)
    (local $row i32) (local $at i32) (local $wide i32) (local $whole i32) (local $place i32)
    (local.set $wide (i32.shl (local.get $size) (i32.const 2)))
    (local.set $whole (i32.shl (i32.and (local.get $size) (i32.const -4)) (i32.const 2)))
    (block $fours (br_if $fours (i32.ne (local.get $wide) (local.get $whole)))
      (block $done (loop $next
        (br_if $done (i32.gt_s (i32.add (local.get $row) (i32.const 4)) (local.get $rows)))
        (local.set $a (v128.const f32x4 0 0 0 0)) (local.set $b (v128.const f32x4 0 0 0 0))
        (local.set $c (v128.const f32x4 0 0 0 0)) (local.set $d (v128.const f32x4 0 0 0 0))
        (local.set $at (i32.const 0))
        (block $read (loop $further
          (br_if $read (i32.ge_u (local.get $at) (local.get $whole)))
          (local.set $of (v128.load (i32.add (local.get $x) (local.get $at))))
          (local.set $place (i32.add (local.get $table) (local.get $at)))
          (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $of) (v128.load (local.get $place)))))
          (local.set $place (i32.add (local.get $place) (local.get $wide)))
          (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $of) (v128.load (local.get $place)))))
          (local.set $place (i32.add (local.get $place) (local.get $wide)))
          (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $of) (v128.load (local.get $place)))))
          (local.set $place (i32.add (local.get $place) (local.get $wide)))
          (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $of) (v128.load (local.get $place)))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br $further)))
        (v128.store (local.get $out)
          (f32x4.add (v128.load (local.get $bias))
            (f32x4.replace_lane 3 (f32x4.replace_lane 2 (f32x4.replace_lane 1
              (f32x4.splat (call $together (local.get $a)))
              (call $together (local.get $b))) (call $together (local.get $c))) (call $together (local.get $d)))))
        (local.set $table (i32.add (local.get $table) (i32.shl (local.get $wide) (i32.const 2))))
        (local.set $bias (i32.add (local.get $bias) (i32.const 16)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (local.set $row (i32.add (local.get $row) (i32.const 4)))
        (br $next))))
    (block $done (loop $next
      (br_if $done (i32.ge_s (local.get $row) (local.get $rows)))
      (f32.store (local.get $out)
        (f32.add (f32.load (local.get $bias)) (call $dot (local.get $table) (local.get $x) (local.get $size))))
      (local.set $table (i32.add (local.get $table) (local.get $wide)))
      (local.set $bias (i32.add (local.get $bias) (i32.const 4)))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br $next))))

  ;; target += share × source.
  (func $add (export "add") (param $target i32) (param $share f32) (param $source i32) (param $size i32)
    (local $four v128) (local $end i32) (local $last i32)
    (local.set $four (f32x4.splat (local.get $share)))
    (local.set $end (call $fours (local.get $target) (local.get $size)))
    (local.set $last (call $behind (local.get $target) (local.get $size)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $target) (local.get $end)))
      (v128.store (local.get $target)
        (f32x4.add (v128.load (local.get $target)) (f32x4.mul (local.get $four) (v128.load (local.get $source)))))
      (local.set $target (i32.add (local.get $target) (i32.const 16)))
      (local.set $source (i32.add (local.get $source) (i32.const 16)))
      (br $next)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $target) (local.get $last)))
      (f32.store (local.get $target)
        (f32.add (f32.load (local.get $target)) (f32.mul (local.get $share) (f32.load (local.get $source)))))
      (local.set $target (i32.add (local.get $target) (i32.const 4)))
      (local.set $source (i32.add (local.get $source) (i32.const 4)))
      (br $next))))

  ;; out += the sum of x[row] × table[row].
  (func (export "columns") (param $table i32) (param $x i32) (param $out i32) (param $rows i32) (param $size i32)
    (local $row i32)
    (block $done (loop $next
      (br_if $done (i32.ge_s (local.get $row) (local.get $rows)))
      (call $add (local.get $out) (f32.load (local.get $x)) (local.get $table) (local.get $size))
      (local.set $x (i32.add (local.get $x) (i32.const 4)))
      (local.set $table (call $behind (local.get $table) (local.get $size)))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br $next))))

  ;; What an error at the columns changes: slope[row] += x[row] × error, and back[row] += the sum of table[row] × error.
  (func (export "learn")
    (param $table i32) (param $slope i32) (param $x i32) (param $error i32) (param $back i32) (param $rows i32) (param $size i32)
    (local $row i32)
    (block $done (loop $next
      (br_if $done (i32.ge_s (local.get $row) (local.get $rows)))
      (call $add (local.get $slope) (f32.load (local.get $x)) (local.get $error) (local.get $size))
      (f32.store (local.get $back)
        (f32.add (f32.load (local.get $back)) (call $dot (local.get $table) (local.get $error) (local.get $size))))
      (local.set $x (i32.add (local.get $x) (i32.const 4)))
      (local.set $back (i32.add (local.get $back) (i32.const 4)))
      (local.set $table (call $behind (local.get $table) (local.get $size)))
      (local.set $slope (call $behind (local.get $slope) (local.get $size)))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br $next))))

  ;; Adam (Kingma and Ba 2015) over `size` numbers, a multiple of four, against slopes multiplied by `share`, which it clears.
  (func (export "adam")
    (param $numbers i32) (param $slopes i32) (param $means i32) (param $squares i32) (param $size i32)
    (param $share f32) (param $pace f32) (param $decay f32) (param $slow f32) (param $least f32)
    (local $end i32) (local $slope v128) (local $mean v128) (local $square v128)
    (local.set $end (call $behind (local.get $numbers) (local.get $size)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $numbers) (local.get $end)))
      (local.set $slope (f32x4.mul (f32x4.splat (local.get $share)) (v128.load (local.get $slopes))))
      (v128.store (local.get $slopes) (v128.const f32x4 0 0 0 0))
      (local.set $mean
        (f32x4.add
          (f32x4.mul (f32x4.splat (local.get $decay)) (v128.load (local.get $means)))
          (f32x4.mul (f32x4.splat (f32.sub (f32.const 1) (local.get $decay))) (local.get $slope))))
      (local.set $square
        (f32x4.add
          (f32x4.mul (f32x4.splat (local.get $slow)) (v128.load (local.get $squares)))
          (f32x4.mul
            (f32x4.splat (f32.sub (f32.const 1) (local.get $slow)))
            (f32x4.mul (local.get $slope) (local.get $slope)))))
      (v128.store (local.get $means) (local.get $mean))
      (v128.store (local.get $squares) (local.get $square))
      (v128.store (local.get $numbers)
        (f32x4.sub
          (v128.load (local.get $numbers))
          (f32x4.div
            (f32x4.mul (f32x4.splat (local.get $pace)) (local.get $mean))
            (f32x4.add (f32x4.sqrt (local.get $square)) (f32x4.splat (local.get $least))))))
      (local.set $numbers (i32.add (local.get $numbers) (i32.const 16)))
      (local.set $slopes (i32.add (local.get $slopes) (i32.const 16)))
      (local.set $means (i32.add (local.get $means) (i32.const 16)))
      (local.set $squares (i32.add (local.get $squares) (i32.const 16)))
      (br $next))))

  ;; rounded = numbers to the nearest whole step, at most so many steps to a side.
  (func (export "round") (param $numbers i32) (param $rounded i32) (param $size i32) (param $step f32) (param $most f32)
    (local $last i32)
    (local.set $last (call $behind (local.get $numbers) (local.get $size)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $numbers) (local.get $last)))
      (f32.store (local.get $rounded)
        (f32.mul (local.get $step)
          (f32.max (f32.neg (local.get $most))
            (f32.min (local.get $most) (f32.nearest (f32.div (f32.load (local.get $numbers)) (local.get $step)))))))
      (local.set $numbers (i32.add (local.get $numbers) (i32.const 4)))
      (local.set $rounded (i32.add (local.get $rounded) (i32.const 4)))
      (br $next))))

  (export "dot" (func $dot)))
